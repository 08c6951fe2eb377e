// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/slip_text.h"

namespace trucban {

namespace {

QString at(const QDateTime &when)
{
    return when.toTimeZone(hanoiZone()).toString(u"HH:mm 'ngày' dd/MM/yyyy");
}

QString dateLine(const QDateTime &now)
{
    const QDate day = now.toTimeZone(hanoiZone()).date();
    const auto two = [](int number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    // months from 3 on carry no zero in an official paper
    return u"Hà Nội, ngày %1 tháng %2 năm %3"_s.arg(two(day.day()), day.month() < 3 ? two(day.month()) : QString::number(day.month())).arg(day.year());
}

QString channel(const QString &channel)
{
    if (channel == u"messenger")
        return u"tin nhắn"_s;
    if (channel == u"comment")
        return u"bình luận"_s;
    return channel == u"visitor_post" ? u"bài đăng của người dân"_s : u"bài có nhắc tới trang"_s;
}

QString urgency(const QString &urgency)
{
    if (urgency == u"emergency")
        return u"KHẨN CẤP"_s;
    if (urgency == u"high")
        return u"cao"_s;
    return urgency == u"low" ? u"thấp"_s : u"trung bình"_s;
}

QString enclosed(const AssignmentCase &subject)
{
    QStringList parts;
    const auto count = [&](int number, const QString &what) {
        if (number > 0)
            parts.append(u"%1 %2"_s.arg(number).arg(what));
    };
    count(subject.images, u"ảnh"_s);
    count(subject.videos, u"đoạn phim"_s);
    count(subject.audios, u"đoạn ghi âm"_s);
    count(subject.files, u"tệp"_s);
    return parts.isEmpty() ? u"không có"_s : parts.join(u", "_s);
}

} // namespace

QString filledInstruction(const QString &text, const SlipFacts &facts)
{
    QString filled = text;
    filled.replace(u"{{case}}"_s, facts.subject.number);
    if (facts.dueAt.isValid())
        filled.replace(u"{{deadline}}"_s, at(facts.dueAt));
    if (!facts.leadUnit.isEmpty())
        filled.replace(u"{{unit}}"_s, facts.leadUnit);
    return filled;
}

QString slipText(const SlipFacts &facts)
{
    const AssignmentCase &subject = facts.subject;
    const QString none = u"……"_s;
    QStringList lines{
        u"CÔNG AN THÀNH PHỐ HÀ NỘI"_s,
        u"PHÒNG THAM MƯU"_s,
        u"Số: ……/PC-CAHN-PV01"_s,
        dateLine(facts.now),
        {},
        u"PHIẾU CHUYỂN TIN"_s,
        {},
        u"Nguồn: trang Facebook của Công an thành phố (%1), mã tin %2, nhận lúc %3."_s.arg(channel(subject.channel), subject.number, at(subject.receivedAt)),
        u"Người báo tin: người dân, danh tính được giữ bí mật."_s,
        u"Nội dung: “%1”"_s.arg(subject.firstWords.isEmpty() ? none : subject.firstWords),
        u"Tài liệu kèm theo: %1."_s.arg(enclosed(subject)),
        u"Phân loại: %1; mức độ: %2."_s.arg(subject.categoryName.isEmpty() ? none : subject.categoryName, urgency(subject.urgency)),
        u"Địa bàn: %1."_s.arg(subject.area.isEmpty() ? u"chưa xác định"_s : subject.area),
        {},
        u"Đơn vị chủ trì: %1."_s.arg(facts.leadUnit.isEmpty() ? none : facts.leadUnit),
    };
    if (!facts.coUnits.isEmpty())
        lines.append(u"Đơn vị phối hợp: %1."_s.arg(facts.coUnits.join(u"; "_s)));
    const QString instruction = filledInstruction(facts.instruction, facts).trimmed();
    lines.append(u"Đề nghị: %1"_s.arg(instruction.isEmpty() ? u"kiểm tra, xử lý theo thẩm quyền và gửi kết quả."_s : instruction));
    lines.append(u"Thời hạn trả lời: %1."_s.arg(facts.dueAt.isValid() ? u"trước "_s + at(facts.dueAt) : none));
    lines.append({{}, u"Người chuyển: %1, Trung tâm Thông tin chỉ huy."_s.arg(facts.officer)});
    return lines.join(u'\n');
}

} // namespace trucban
