// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever arrives signed at the door: it is read to events or refused by name, and what is made of it can be stored.
#include "gateway/channels/facebook/parse.h"
#include "gateway/process/event_json.h"
#include "tests/fuzz/fuzz_check.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

using namespace trucban;
using namespace trucban::gateway;

static bool storable(const QString &text)
{
    return !text.contains(QChar(0)) && text.isValidUtf16();
}

static void checkStorable(const QJsonValue &value)
{
    check(!value.isString() || storable(value.toString()));
    for (const QJsonValue &item : value.toArray())
        checkStorable(item);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        check(storable(it.key()));
        checkStorable(it.value());
    }
}

static void checkEvent(const Event &event)
{
    for (const QString &id : {event.personId, event.platformId, event.targetId, event.postId, event.parentId, event.rootId, event.replyTo})
        check(id.size() <= 600 && storable(id));
    check(storable(event.text) && storable(event.payload) && storable(event.metadata));
    for (const IncomingAttachment &attachment : event.attachments)
        check(attachment.url.isEmpty() || attachment.url.startsWith(QLatin1String("http"), Qt::CaseInsensitive));
    if (event.kind == EventKind::Message || event.kind == EventKind::Echo)
        check(!event.platformId.isEmpty() && !event.personId.isEmpty() && !event.messageKind.isEmpty());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1796000000000, QTimeZone::UTC);
    const QJsonObject json = toIntake(event, now);
    check(json.isEmpty() || !json.value(QLatin1String("type")).toString().isEmpty());
    checkStorable(json);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto events = facebook::parse(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!events) {
        check(!events.error().code.isEmpty());
        return 0;
    }
    for (const Event &event : *events)
        checkEvent(event);
    return 0;
}
