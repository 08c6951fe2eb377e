// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/inbox/inbox_row.h"

#include "storage/row.h"

#include <limits>

namespace trucban {

InboxRow InboxRow::fromRow(const Row &row)
{
    InboxRow made;
    made.id = row.get<CaseId>(u"id");
    made.number = row.get<QString>(u"number");
    made.status = row.get<QString>(u"status");
    made.queue = row.get<int>(u"queue");
    made.revision = row.get<Revision>(u"revision");
    made.channel = row.get<QString>(u"channel");
    made.citizen = row.get<CitizenId>(u"citizen_id");
    made.category = row.get<QString>(u"category");
    made.categoryName = row.get<QString>(u"category_name");
    made.categoryNameEn = row.get<QString>(u"category_name_en");
    made.urgency = row.get<QString>(u"urgency");
    made.area = row.get<QString>(u"area");
    made.unit = row.get<QString>(u"unit");
    made.unitName = row.get<QString>(u"unit_name");
    made.holder = row.get<PersonId>(u"holder_id");
    made.holderName = row.get<QString>(u"holder_name");
    made.receivedAt = row.get<QDateTime>(u"received_at");
    made.lastMessageAt = row.get<QDateTime>(u"last_message_at");
    made.burnsAt = row.get<QDateTime>(u"burns");
    made.burnsClock = row.get<QString>(u"burns_clock");
    made.firstWords = row.get<QString>(u"first_words");
    made.lastWords = row.get<QString>(u"last_words");
    made.hit = row.get<QString>(u"hit");
    made.messages = row.get<int>(u"messages");
    made.unread = row.get<int>(u"unread");
    made.images = row.get<int>(u"images");
    made.videos = row.get<int>(u"videos");
    made.audios = row.get<int>(u"audios");
    made.files = row.get<int>(u"files");
    made.thumbnail = row.get<MediaId>(u"thumb_media_id");
    made.key = {row.get<QString>(u"key_at"), row.get<qint64>(u"key_id"),
                row.isNull(u"key_order") ? std::numeric_limits<double>::infinity() : row.get<double>(u"key_order")};
    return made;
}

} // namespace trucban
