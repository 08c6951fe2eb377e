// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/registers.h"

#include "paper/vietnamese.h"

#include <QJsonArray>

namespace trucban::paper {

namespace {

using Row = const QJsonObject &;

QString joined(QStringList parts, const QString &separator = u"; "_s)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

QString outcome(Row row)
{
    const QString result = word(row, u"result");
    return result.isEmpty() ? status(word(row, u"status")) : status(word(row, u"status")) + u": "_s + result;
}

QVariantList intakeCells(int number, Row row)
{
    const int files = row[u"files"].toInt();
    return {number, moment(row, u"at"), word(row, u"number"), word(row, u"citizen"), channel(word(row, u"channel")), word(row, u"words"),
            joined({word(row, u"category"), urgency(word(row, u"urgency"))}), word(row, u"units"), word(row, u"slips"), shortDeadline(momentOf(word(row, u"due_at"))), outcome(row), moment(row, u"released_at"),
            moment(row, u"published_at"), joined({word(row, u"duplicate_of").isEmpty() ? QString() : u"Trùng "_s + word(row, u"duplicate_of"), files > 0 ? u"%1 tệp kèm theo"_s.arg(files) : QString()})};
}

QVariantList crimeCells(int number, Row row)
{
    const QString track = word(row, u"track");
    const QString sent = shortMoment(momentOf(word(row, u"forwarded_at")));
    return {number, moment(row, u"at"), word(row, u"number"), word(row, u"citizen"), u"Trang Facebook ("_s + channel(word(row, u"channel")).toLower() + u')', word(row, u"words"),
            track.isEmpty() ? u"Chưa xác định"_s : track, word(row, u"taken_by"), joined({word(row, u"category"), urgency(word(row, u"urgency")), word(row, u"area")}), word(row, u"units"),
            joined({word(row, u"slips"), sent}), shortDeadline(momentOf(word(row, u"due_at"))), outcome(row), word(row, u"duplicate_of").isEmpty() ? QString() : u"Trùng "_s + word(row, u"duplicate_of")};
}

QVariantList visitCells(int number, Row row)
{
    static const QHash<QString, QString> kinds{{u"khieu_nai"_s, u"KN"_s}, {u"to_cao"_s, u"TC"_s}, {u"phan_anh_kien_nghi"_s, u"KN,PA"_s}};
    const QString units = word(row, u"units"), state = word(row, u"status");
    const bool guided = state == u"rejected" || word(row, u"track_code") == u"ngoai_tham_quyen";
    return {number, moment(row, u"at"), word(row, u"citizen") + u" (gửi qua trang)"_s, u"Không cung cấp"_s, word(row, u"words"), kinds.value(word(row, u"track_code")), 1 + row[u"same"].toInt(),
            word(row, u"answered_by"), units.isEmpty() ? QString() : u"x"_s, guided ? word(row, u"result") : QString(), units, outcome(row), word(row, u"number")};
}

QVariantList outgoingCells(int number, Row row)
{
    const bool isVoid = word(row, u"state") == u"voided";
    const QString received = shortMoment(momentOf(word(row, u"received_at")));
    return {number, word(row, u"number"), moment(row, u"at"), u"Phiếu chuyển tin, mã tin %1: %2"_s.arg(word(row, u"case"), word(row, u"words")), word(row, u"signer"), word(row, u"unit"), u"Văn thư; TTCH"_s, 2,
            joined({isVoid ? u"ĐÃ HỦY: "_s + word(row, u"void_reason") : QString(), received.isEmpty() ? QString() : u"Đã nhận %1, %2"_s.arg(received, word(row, u"received_by"))})};
}

QString entries(Row row)
{
    static const QHash<QString, QString> kinds{{u"event"_s, u"Việc"_s}, {u"order"_s, u"Chỉ đạo"_s}, {u"note"_s, u"Ghi chú"_s}};
    QStringList lines{u"Tin qua trang: %1"_s.arg(count(row[u"received"].toDouble()))};
    for (const QJsonValue &value : row[u"entries"].toArray()) {
        const QJsonObject entry = value.toObject();
        QString line = u"%1 %2: %3 (%4)"_s.arg(momentOf(word(entry, u"at")).toString(u"HH:mm"_s), kinds.value(word(entry, u"kind")), word(entry, u"text"), word(entry, u"who"));
        if (!word(entry, u"told").isEmpty())
            line += u"; báo: "_s + word(entry, u"told");
        lines.append(line);
    }
    return lines.join(u'\n');
}

QString left(Row row)
{
    const QJsonObject counts = row[u"left"].toObject();
    if (counts.isEmpty())
        return {};
    return u"Chờ nhận %1; đang xử lý %2; ở đơn vị %3; chờ trả lời %4; quá hạn %5"_s.arg(counts[u"to_take_in"].toInt()).arg(counts[u"in_hand"].toInt()).arg(counts[u"with_units"].toInt())
        .arg(counts[u"answered"].toInt()).arg(counts[u"late"].toInt());
}

QVariantList shiftCells(int number, Row row)
{
    const auto handed = [&](QStringView who, QStringView when) {
        return word(row, who).isEmpty() ? QString() : u"%1 (đã ký %2)"_s.arg(word(row, who), shortMoment(momentOf(word(row, when))));
    };
    const QDateTime ended = momentOf(word(row, u"ended_at"));
    return {number, word(row, u"name"), u"%1 – %2"_s.arg(shortMoment(momentOf(word(row, u"starts_at"))), ended.isValid() ? shortMoment(ended) : u"đang trực"_s), joined({word(row, u"leader")}),
            word(row, u"people"), handed(u"taken_from", u"taken_at"), entries(row), left(row), joined({word(row, u"remarks"), word(row, u"opinion")}, u"\n"_s), handed(u"given_to", u"given_at")};
}

Column text(const QString &key, const QString &title, double weight)
{
    return {key, title, weight, Column::Text};
}
Column at(const QString &key, const QString &title, double weight)
{
    return {key, title, weight, Column::Moment};
}
const Column serial{u"serial"_s, u"STT"_s, 10, Column::Number};

QList<RegisterSpec> made()
{
    return {
        {u"intake"_s, u"SỔ TIẾP NHẬN TIN QUA TRANG"_s,
         {serial, at(u"at"_s, u"Ngày, giờ"_s, 21), text(u"number"_s, u"Mã tin"_s, 20), text(u"citizen"_s, u"Người gửi"_s, 17), text(u"channel"_s, u"Hình thức"_s, 15), text(u"words"_s, u"Tóm tắt nội dung"_s, 42),
          text(u"category"_s, u"Phân loại"_s, 20), text(u"units"_s, u"Đơn vị chuyển"_s, 24), text(u"slips"_s, u"Số phiếu"_s, 18), at(u"due_at"_s, u"Hạn"_s, 21), text(u"result"_s, u"Kết quả"_s, 29),
          at(u"released_at"_s, u"Ngày trả lời"_s, 21), at(u"published_at"_s, u"Ngày đăng"_s, 21), text(u"note"_s, u"Ghi chú"_s, 15)},
         intakeCells},
        {u"crime"_s, u"SỔ THEO DÕI TIẾP NHẬN, PHÂN LOẠI NGUỒN TIN VỀ TỘI PHẠM (mẫu 294)"_s,
         {serial, at(u"at"_s, u"Ngày, giờ tiếp nhận"_s, 21), text(u"number"_s, u"Mã tin"_s, 20), text(u"citizen"_s, u"Người cung cấp"_s, 17), text(u"how"_s, u"Hình thức tiếp nhận"_s, 18),
          text(u"words"_s, u"Tóm tắt nội dung nguồn tin"_s, 40), text(u"track"_s, u"Loại nguồn tin"_s, 17), text(u"taken_by"_s, u"Cán bộ tiếp nhận"_s, 18), text(u"category"_s, u"Phân loại, mức độ, địa bàn"_s, 22),
          text(u"units"_s, u"Đơn vị chuyển đến"_s, 22), text(u"slips"_s, u"Số phiếu, ngày chuyển"_s, 20), at(u"due_at"_s, u"Thời hạn giải quyết"_s, 21), text(u"result"_s, u"Kết quả giải quyết"_s, 28), text(u"note"_s, u"Ghi chú"_s, 13)},
         crimeCells},
        {u"visits"_s, u"SỔ TIẾP CÔNG DÂN (mẫu 03/TCD)"_s,
         {serial, at(u"at"_s, u"Ngày tiếp"_s, 21), text(u"citizen"_s, u"Họ tên, địa chỉ"_s, 22), text(u"paper"_s, u"CCCD / hộ chiếu"_s, 17), text(u"words"_s, u"Nội dung vụ việc"_s, 44), text(u"kind"_s, u"Loại đơn (KN, TC, KN,PA)"_s, 16),
          {u"same"_s, u"Số người cùng nội dung"_s, 15, Column::Number}, text(u"answered_by"_s, u"Cơ quan đã giải quyết"_s, 22), text(u"ours"_s, u"Thuộc thẩm quyền"_s, 15), text(u"guided"_s, u"Hướng dẫn"_s, 20),
          text(u"units"_s, u"Cơ quan thụ lý"_s, 24), text(u"result"_s, u"Theo dõi kết quả"_s, 28), text(u"note"_s, u"Ghi chú"_s, 18)},
         visitCells},
        {u"outgoing"_s, u"SỔ ĐĂNG KÝ VĂN BẢN ĐI"_s,
         {serial, text(u"number"_s, u"Số, ký hiệu văn bản"_s, 32), at(u"at"_s, u"Ngày văn bản"_s, 20), text(u"words"_s, u"Tên loại, trích yếu nội dung"_s, 80), text(u"signer"_s, u"Người ký"_s, 30), text(u"unit"_s, u"Nơi nhận"_s, 36),
          text(u"kept"_s, u"Đơn vị, người lưu"_s, 22), {u"copies"_s, u"Số bản"_s, 12, Column::Number}, text(u"note"_s, u"Ghi chú"_s, 34)},
         outgoingCells},
        {u"shift_book"_s, u"SỔ TRỰC BAN"_s,
         {serial, text(u"name"_s, u"Ca"_s, 18), text(u"time"_s, u"Thời gian"_s, 25), text(u"leader"_s, u"Trưởng ca"_s, 22), text(u"people"_s, u"Cán bộ trực"_s, 28), text(u"from"_s, u"Nhận ca từ"_s, 25),
          text(u"entries"_s, u"Việc phát sinh (giờ, nội dung, người được báo)"_s, 58), text(u"left"_s, u"Việc tồn"_s, 28), text(u"remarks"_s, u"Ý kiến, chỉ đạo"_s, 32), text(u"to"_s, u"Giao ca cho"_s, 25)},
         shiftCells},
    };
}

} // namespace

const QList<RegisterSpec> &registers()
{
    static const QList<RegisterSpec> all = made();
    return all;
}

const RegisterSpec *registerOf(const QString &kind)
{
    for (const RegisterSpec &spec : registers())
        if (spec.kind == kind)
            return &spec;
    return nullptr;
}

DocumentHead registerHead(const RegisterSpec &spec, const QDate &from, const QDate &to, const QJsonObject &paperHead, const QDateTime &madeAt)
{
    return {.superior = paperHead[u"superior"].toString(), .issuer = paperHead[u"issuer"].toString(), .place = paperHead[u"place"].toString(), .title = spec.title,
            .under = {from == to ? u"Ngày %1"_s.arg(day(from)) : u"Từ ngày %1 đến ngày %2"_s.arg(day(from), day(to))}, .madeAt = madeAt};
}

} // namespace trucban::paper
