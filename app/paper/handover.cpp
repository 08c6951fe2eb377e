// SPDX-License-Identifier: GPL-3.0-or-later
// The hand-over of a shift as a paper.
#include "paper/report.h"

#include "paper/vietnamese.h"

#include <QJsonArray>

namespace trucban::paper {

namespace {

using Json = const QJsonObject &;

QString person(Json object, QStringView rank, QStringView name)
{
    return (word(object, rank) + u' ' + word(object, name)).trimmed();
}

void caseList(const QString &title, const QJsonArray &rows, DocumentWriter &writer)
{
    writer.section(u"%1 (%2)"_s.arg(title).arg(rows.size()), {}, {{u"number"_s, u"Mã tin"_s, 2.1}, {u"stage"_s, u"Đang ở bước"_s, 2}, {u"urgency"_s, u"Mức độ"_s, 1.4}, {u"unit"_s, u"Đơn vị"_s, 2.6},
        {u"holder"_s, u"Người giữ"_s, 2.2}, {u"due_at"_s, u"Hạn"_s, 1.9, Column::Moment}, {u"words"_s, u"Nội dung"_s, 5}});
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        writer.row({word(row, u"number"), stage(word(row, u"stage")) + (row[u"late"].toBool() ? u" (quá hạn)"_s : QString()), urgency(word(row, u"urgency")), word(row, u"unit"), word(row, u"holder"), shortDeadline(momentOf(word(row, u"due_at"))), word(row, u"words")});
    }
    if (rows.isEmpty())
        writer.row({QString(), u"Không có"_s});
}

void promised(const QJsonArray &rows, DocumentWriter &writer)
{
    static const QHash<QString, QString> kinds{{u"word"_s, u"Đã hứa với người dân"_s}, {u"extension_asked"_s, u"Xin gia hạn, chờ duyệt"_s}, {u"extension_approved"_s, u"Đã cho gia hạn"_s},
        {u"question_asked"_s, u"Đơn vị hỏi, chưa chuyển"_s}, {u"question_sent"_s, u"Đã hỏi người dân, chờ trả lời"_s}};
    writer.section(u"Việc đã hứa, đang chờ (%1)"_s.arg(rows.size()), {}, {{u"number"_s, u"Mã tin"_s, 2.1}, {u"kind"_s, u"Việc"_s, 2.8}, {u"who"_s, u"Ai"_s, 2.4}, {u"at"_s, u"Lúc"_s, 1.9, Column::Moment},
        {u"until"_s, u"Đến hạn"_s, 1.9, Column::Moment}, {u"text"_s, u"Nội dung"_s, 5}});
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        writer.row({word(row, u"number"), kinds.value(word(row, u"kind"), word(row, u"kind")), word(row, u"who"), moment(row, u"at"), shortDeadline(momentOf(word(row, u"until"))), word(row, u"text")});
    }
    if (rows.isEmpty())
        writer.row({QString(), u"Không có"_s});
}

void machines(Json content, DocumentWriter &writer)
{
    static const QHash<QString, QString> states{{u"good"_s, u"Tốt"_s}, {u"warning"_s, u"Cần chú ý"_s}, {u"bad"_s, u"Hỏng"_s}};
    static const QHash<QString, QString> keys{{u"facebook"_s, u"Facebook"_s}, {u"facebook_token"_s, u"Mã truy cập của trang"_s}, {u"subscription"_s, u"Đăng ký nhận tin"_s}, {u"sending"_s, u"Gửi tin"_s}, {u"backfill"_s, u"Tìm lại tin thiếu"_s}, {u"clock"_s, u"Đồng hồ"_s}};
    const QJsonObject counts = content[u"machines"].toObject();
    writer.section(u"Tình trạng hệ thống"_s, u"Chờ đọc: %1 · bị loại trong ca: %2 · chờ gửi: %3 · chờ tải tệp: %4"_s.arg(counts[u"journal_pending"].toInt()).arg(counts[u"journal_rejected"].toInt()).arg(counts[u"outbox"].toInt())
        .arg(counts[u"media"].toInt()), {{u"key"_s, u"Bộ phận"_s, 3}, {u"state"_s, u"Tình trạng"_s, 2}, {u"code"_s, u"Mã"_s, 2}, {u"since"_s, u"Từ lúc"_s, 2, Column::Moment}});
    for (const QJsonValue &value : content[u"health"].toArray()) {
        const QJsonObject row = value.toObject();
        writer.row({keys.value(word(row, u"key"), word(row, u"key")), states.value(word(row, u"state")), word(row, u"code"), moment(row, u"since")});
    }
}

void failed(const QJsonArray &rows, DocumentWriter &writer)
{
    if (rows.isEmpty())
        return;
    writer.section(u"Tin gửi không được, chưa rõ hoặc chậm (%1)"_s.arg(rows.size()), {}, {{u"number"_s, u"Mã tin"_s, 2.1}, {u"state"_s, u"Tình trạng"_s, 1.8}, {u"why"_s, u"Lý do"_s, 2.4}, {u"at"_s, u"Lúc"_s, 1.9, Column::Moment}, {u"text"_s, u"Nội dung"_s, 5}});
    static const QHash<QString, QString> states{{u"failed"_s, u"Không gửi được"_s}, {u"uncertain"_s, u"Chưa rõ"_s}, {u"queued"_s, u"Chờ lâu"_s}, {u"sending"_s, u"Chờ lâu"_s}};
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        writer.row({word(row, u"number"), states.value(word(row, u"state")), word(row, u"why"), moment(row, u"at"), word(row, u"text")});
    }
}

void book(const QJsonArray &rows, DocumentWriter &writer)
{
    static const QHash<QString, QString> kinds{{u"event"_s, u"Việc"_s}, {u"order"_s, u"Chỉ đạo"_s}, {u"note"_s, u"Ghi chú"_s}};
    writer.section(u"Việc phát sinh trong ca (%1)"_s.arg(rows.size()), {}, {{u"at"_s, u"Lúc"_s, 1.9, Column::Moment}, {u"kind"_s, u"Loại"_s, 1.2}, {u"text"_s, u"Nội dung, xử lý"_s, 6}, {u"told"_s, u"Người được báo"_s, 2.2}, {u"who"_s, u"Người ghi"_s, 2.2}});
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        writer.row({moment(row, u"at"), kinds.value(word(row, u"kind")), word(row, u"text"), word(row, u"told"), word(row, u"who")});
    }
    if (rows.isEmpty())
        writer.row({QVariant(), QString(), u"Không có"_s});
}

Signature signatureOf(Json handover, const QString &title, QStringView rank, QStringView name, QStringView at, const QString &expected)
{
    const QDateTime when = momentOf(word(handover, at));
    return {title, when.isValid() ? person(handover, rank, name) : expected, when.isValid() ? u"(đã ký điện tử lúc %1)"_s.arg(shortMoment(when)) : u"(chưa ký)"_s};
}

} // namespace

QList<Signature> handoverSignatures(const QJsonObject &handover)
{
    const QJsonObject content = handover[u"content"].toObject(), from = content[u"from"].toObject(), to = content[u"to"].toObject();
    return {signatureOf(handover, u"TRƯỞNG CA GIAO"_s, u"outgoing_rank", u"outgoing_name", u"outgoing_signed_at", person(from, u"leader_rank", u"leader_name")),
            signatureOf(handover, u"TRƯỞNG CA NHẬN"_s, u"incoming_rank", u"incoming_name", u"incoming_signed_at", person(to, u"leader_rank", u"leader_name"))};
}

void writeHandover(const QJsonObject &handover, DocumentWriter &writer)
{
    const QJsonObject content = handover[u"content"].toObject(), from = content[u"from"].toObject(), to = content[u"to"].toObject(), counts = content[u"counts"].toObject(), head = handover[u"head"].toObject();
    const QDateTime made = momentOf(word(content, u"at"));
    writer.begin({.superior = word(head, u"superior"), .issuer = word(head, u"issuer"), .place = word(head, u"place"), .title = u"BIÊN BẢN BÀN GIAO CA TRỰC"_s,
                  .under = {u"Ca giao: %1 (từ %2), trưởng ca %3"_s.arg(word(from, u"name"), shortMoment(momentOf(word(from, u"starts_at"))), person(from, u"leader_rank", u"leader_name")),
                            u"Ca nhận: %1, trưởng ca %2"_s.arg(word(to, u"name"), person(to, u"leader_rank", u"leader_name")), u"Số liệu lúc %1"_s.arg(shortMoment(made))}, .madeAt = made});
    writer.section(u"Tổng hợp"_s, {}, {{u"what"_s, u"Việc"_s, 5}, {u"n"_s, u"Số lượng"_s, 1.5, Column::Count}});
    const std::pair<const char16_t *, QStringView> lines[] = {{u"Tin tiếp nhận trong ca", u"received"}, {u"Đã chuyển đơn vị trong ca", u"forwarded"}, {u"Đơn vị chuyển lại trong ca", u"handed_back"}, {u"Đã trả lời người dân trong ca", u"released"},
        {u"Chờ nhận", u"to_take_in"}, {u"Đang xử lý", u"in_hand"}, {u"Đang ở đơn vị", u"with_units"}, {u"Đơn vị đã trả lời, chờ duyệt và trả lời", u"answered"}, {u"Quá hạn", u"late"}, {u"Khẩn cấp đang mở", u"emergency"}};
    for (const auto &[title, key] : lines)
        writer.row({QString::fromUtf16(title), counts[key].toDouble()});
    const QJsonObject slips = content[u"slips"].toObject();
    writer.row({u"Phiếu chuyển đã ký trong ca"_s, slips[u"signed"].toDouble()});
    writer.row({u"Phiếu chuyển chờ ký"_s, slips[u"unsigned"].toDouble()});
    writer.row({u"Phiếu chuyển đã ký trong ca, đơn vị chưa ký nhận"_s, slips[u"not_received"].toDouble()});
    QStringList people;
    for (const QJsonValue &value : content[u"people"].toArray()) {
        const QJsonObject row = value.toObject();
        const QString one = person(row, u"rank", u"name") + (word(row, u"seat").isEmpty() ? QString() : u" (%1)"_s.arg(word(row, u"seat")));
        if (!people.contains(one))
            people.append(one);
    }
    writer.words(u"Cán bộ trực trong ca: %1."_s.arg(people.isEmpty() ? u"chưa ghi"_s : people.join(u"; "_s)));
    caseList(u"Việc nóng: quá hạn hoặc khẩn cấp"_s, content[u"burning"].toArray(), writer);
    promised(content[u"promised"].toArray(), writer);
    failed(content[u"failed"].toArray(), writer);
    caseList(u"Việc tồn khác"_s, content[u"open"].toArray(), writer);
    book(content[u"entries"].toArray(), writer);
    machines(content, writer);
    writer.words(u"Ý kiến của ca giao: %1"_s.arg(word(handover, u"remarks").isEmpty() ? u"không."_s : word(handover, u"remarks")));
    if (!word(handover, u"incoming_signed_at").isEmpty())
        writer.words(u"Ý kiến của ca nhận: %1"_s.arg(word(handover, u"opinion").isEmpty() ? u"không."_s : word(handover, u"opinion")));
    if (const QJsonArray released = handover[u"released"].toArray(); !released.isEmpty()) {
        QStringList numbers;
        for (const QJsonValue &value : released)
            numbers.append(value.toString());
        writer.words(u"Vụ việc được trả lại hàng đợi khi giao ca: %1."_s.arg(numbers.join(u", "_s)));
    }
    if (!word(handover, u"sha256").isEmpty())
        writer.words(u"Mã niêm phong (SHA-256): %1"_s.arg(word(handover, u"sha256")));
}

} // namespace trucban::paper
