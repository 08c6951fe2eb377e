// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/slip.h"

#include "paper/flow.h"
#include "paper/pdf_file.h"
#include "paper/vietnamese.h"

#include <QFontMetricsF>
#include <QJsonArray>

namespace trucban::paper {

namespace {

QString text(const QJsonObject &object, QStringView key)
{
    return object[key].toString();
}

QList<Slip::Message> messagesOf(const QJsonArray &rows)
{
    QList<Slip::Message> all;
    for (const QJsonValue &row : rows)
        all.append({momentOf(row[u"at"].toString()), row[u"text"].toString(), row[u"converted"].toString()});
    return all;
}

QList<Slip::File> filesOf(const QJsonArray &rows)
{
    QList<Slip::File> all;
    for (const QJsonValue &row : rows)
        all.append({row[u"kind"].toString(), row[u"name"].toString(), row[u"mime"].toString(), row[u"sha256"].toString(), row[u"state"].toString(), row[u"bytes"].toInteger(-1)});
    return all;
}

} // namespace

Slip Slip::from(const QJsonObject &sheet)
{
    const QJsonObject content = sheet[u"content"].toObject(), head = content[u"head"].toObject();
    Slip slip;
    slip.superior = text(head, u"superior");
    slip.issuer = text(head, u"issuer");
    slip.place = text(head, u"place");
    slip.authority = text(head, u"authority");
    slip.post = text(head, u"post");
    slip.contact = text(head, u"contact");
    slip.numberPattern = text(head, u"number");
    slip.page = text(content, u"page");
    slip.number = text(sheet, u"number");
    slip.code = text(sheet, u"code");
    slip.caseNumber = text(content, u"case");
    slip.channel = text(content, u"channel");
    slip.citizen = text(content, u"citizen");
    slip.category = text(content, u"category");
    slip.urgency = text(content, u"urgency");
    slip.track = text(content, u"track");
    slip.area = text(content, u"area");
    slip.areaType = text(content, u"area_type");
    slip.unit = text(content, u"unit_name");
    slip.lead = content[u"lead"].toBool(true);
    for (const QJsonValue &row : content[u"others"].toArray())
        slip.others.append({row[u"name"].toString(), row[u"lead"].toBool()});
    slip.instruction = text(content, u"instruction");
    slip.openedAt = momentOf(text(content, u"opened_at"));
    slip.receivedAt = momentOf(text(content, u"received_at"));
    slip.sentAt = momentOf(text(content, u"sent_at"));
    slip.dueAt = momentOf(text(content, u"due_at"));
    slip.signedAt = momentOf(text(sheet, u"signed_at"));
    slip.receivedBackAt = momentOf(text(sheet, u"received_at"));
    slip.printedAt = momentOf(text(sheet, u"now"));
    slip.receivedBy = text(sheet, u"received_by");
    slip.officer = (text(content, u"sent_by_rank") + u' ' + text(content, u"sent_by")).trimmed();
    slip.signer = (text(content, u"signer_rank") + u' ' + text(content, u"signer")).trimmed();
    for (const QJsonValue &row : sheet[u"identity"].toArray())
        slip.identity.append(row[u"name"].toString());
    slip.messages = messagesOf(content[u"messages"].toArray());
    slip.files = filesOf(content[u"files"].toArray());
    slip.draft = sheet[u"draft"].toBool(true);
    slip.voided = text(sheet, u"state") == u"voided";
    slip.voidReason = text(sheet, u"void_reason");
    return slip;
}

QString Slip::mark() const
{
    // the term decides between the two highest: what must be answered within the hour goes by itself, at once
    if (urgency == u"emergency")
        return sentAt.isValid() && dueAt.isValid() && sentAt.secsTo(dueAt) > 2 * 3600 ? u"THƯỢNG KHẨN"_s : u"HỎA TỐC"_s;
    return urgencyMark(urgency);
}

namespace {

const Paragraph bodyStyle()
{
    return {.font = font(13), .align = Qt::AlignJustify, .firstLine = mm(10), .spacing = 1.1, .after = pt(6)};
}

class SlipPainter
{
public:
    SlipPainter(const Slip &slip, const PageSink &sink) : m_slip(slip), m_flow(Sheet(), sink)
    {
        if (slip.voided)
            m_flow.setWatermark(u"ĐÃ HỦY"_s);
        else if (slip.draft)
            m_flow.setWatermark(u"BẢN NHÁP"_s);
    }

    void copy(bool toKeep)
    {
        m_flow.restartNumbers();
        m_flow.newPage();
        drawHead(toKeep);
        title();
        body();
        signature();
        if (toKeep)
            receipt();
    }
    void finish() { m_flow.finish(); }

private:
    Page &page() { return m_flow.page(); }

    double centred(const QString &words, const QFont &font, double left, double width, double y, const QColor &colour = Qt::black)
    {
        const QFontMetricsF metrics(font);
        const double wide = metrics.horizontalAdvance(words);
        page().words(words, font, QPointF(left + (width - wide) / 2, y), colour);
        return wide;
    }
    /// Lines of a narrow column, centred; answers where the next one begins
    double centredLines(const QString &words, const QFont &font, double left, double width, double y)
    {
        const Broken broken = breakText(words, {.font = font, .align = Qt::AlignHCenter, .spacing = 1.05}, width);
        for (int i = 0; i < broken.lines(); ++i)
            page().line(broken.text, i, QPointF(left, y + i * broken.lineHeight));
        return y + broken.height();
    }
    void shortRule(double left, double width, double length, double y)
    {
        page().rule(QLineF(left + (width - length) / 2, y, left + (width + length) / 2, y));
    }

    void drawHead(bool toKeep)
    {
        const Sheet &sheet = m_flow.sheet();
        const double gap = mm(3), leftWidth = sheet.bodyWidth() * 0.41, left = sheet.bodyLeft(), right = left + leftWidth + gap;
        const double rightWidth = sheet.bodyRight() - right, top = m_flow.y();
        // left: who is above, who issues, number
        double y = centredLines(m_slip.superior, font(12), left, leftWidth, top);
        y = centredLines(m_slip.issuer, font(12, Look::Bold), left, leftWidth, y);
        shortRule(left, leftWidth, QFontMetricsF(font(12, Look::Bold)).horizontalAdvance(m_slip.issuer) * 0.45, y + pt(2));
        double leftEnd = centredLines(u"Số: "_s + numberText(), font(13), left, leftWidth, y + pt(8));
        // right: the country and its motto with a rule as long as the words, place and day
        double z = top;
        fitted(u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, 12, Look::Bold, right, rightWidth, z);
        z += QFontMetricsF(font(12, Look::Bold)).height() * 1.05;
        const double motto = centred(u"Độc lập - Tự do - Hạnh phúc"_s, font(13, Look::Bold), right, rightWidth, z);
        z += QFontMetricsF(font(13, Look::Bold)).height() * 1.05;
        shortRule(right, rightWidth, motto, z + pt(2));
        z += pt(8);
        centred(dayText(), font(13, Look::Italic), right, rightWidth, z);
        z += QFontMetricsF(font(13)).height();
        if (const QString mark = m_slip.mark(); !mark.isEmpty())
            leftEnd = stamp(mark, left, leftWidth, leftEnd + pt(6));
        QStringList remarks;
        if (m_slip.voided)
            remarks << u"ĐÃ HỦY: "_s + m_slip.voidReason;
        else if (m_slip.draft)
            remarks << u"BẢN NHÁP, chưa ký, chưa có số"_s;
        if (toKeep)
            remarks << u"Bản lưu, ký nhận"_s;
        if (!remarks.isEmpty())
            z = centredLines(u'(' + remarks.join(u"; "_s) + u')', font(11, Look::Italic), right, rightWidth, z + pt(4));
        m_flow.setY(qMax(leftEnd, z) + pt(14));
    }
    void fitted(const QString &words, double points, Look look, double left, double width, double y)
    {
        // the decree allows 12 to 13; a narrower column is met by a size a little below rather than by a second line
        while (QFontMetricsF(font(points, look)).horizontalAdvance(words) > width && points > 10)
            points -= 0.25;
        centred(words, font(points, look), left, width, y);
    }
    QString numberText() const
    {
        return m_slip.number.isEmpty() ? QString(m_slip.numberPattern).replace(u"{number}"_s, u"……"_s) : m_slip.number;
    }
    QString dayText() const
    {
        if (m_slip.signedAt.isValid())
            return placeAndDay(m_slip.place, m_slip.signedAt.date());
        const QDate day = m_slip.printedAt.isValid() ? m_slip.printedAt.date() : QDate::currentDate();
        return u"%1, ngày …… tháng …… năm %2"_s.arg(m_slip.place).arg(day.year());
    }
    double stamp(const QString &mark, double left, double width, double y)
    {
        const QColor red(0xC0, 0x00, 0x00); // marks of urgency are bright red
        const QFont bold = font(13.5, Look::Bold);
        const double wide = QFontMetricsF(bold).horizontalAdvance(mark) + mm(6), high = mm(8);
        page().frame(QRectF(left + (width - wide) / 2, y, wide, high), pt(1.2), red);
        centred(mark, bold, left, width, y + (high - QFontMetricsF(bold).height()) / 2, red);
        return y + high;
    }

    void title()
    {
        const Sheet &sheet = m_flow.sheet();
        double y = m_flow.y();
        centred(u"PHIẾU CHUYỂN"_s, font(14, Look::Bold), sheet.bodyLeft(), sheet.bodyWidth(), y);
        y += QFontMetricsF(font(14, Look::Bold)).height() * 1.1;
        y = centredLines(u"Tin của người dân gửi qua trang Facebook, mã tin %1"_s.arg(m_slip.caseNumber), font(14, Look::Bold), sheet.bodyLeft() + mm(10), sheet.bodyWidth() - mm(20), y);
        shortRule(sheet.bodyLeft(), sheet.bodyWidth(), sheet.bodyWidth() * 0.35, y + pt(4));
        m_flow.setY(y + pt(12));
        Paragraph to = bodyStyle();
        to.align = Qt::AlignHCenter;
        to.firstLine = 0;
        to.font = font(14);
        m_flow.paragraph(u"Kính gửi: %1"_s.arg(m_slip.unit), to);
        m_flow.skip(pt(4));
    }

    void body()
    {
        const Paragraph style = bodyStyle();
        const auto say = [&](const QString &words) { m_flow.paragraph(words, style); };
        say(u"%1 chuyển đến %2 tin của người dân để xem xét, giải quyết theo thẩm quyền, cụ thể như sau:"_s.arg(sentence(m_slip.issuer), m_slip.unit));
        say(u"1. Nguồn tin: trang Facebook “%1” (%2); mã tin %3; gửi lúc %4, tiếp nhận lúc %5."_s.arg(m_slip.page, channel(m_slip.channel).toLower(), m_slip.caseNumber,
            clockAndDay(m_slip.openedAt), clockAndDay(m_slip.receivedAt)));
        say(m_slip.identity.isEmpty() ? u"2. Người báo tin: %1; danh tính được giữ bí mật theo quy định."_s.arg(m_slip.citizen.toLower())
                                      : u"2. Người báo tin: %1 (%2). Đề nghị giữ bí mật danh tính người báo tin."_s.arg(m_slip.identity.join(u", "_s), m_slip.citizen.toLower()));
        words();
        files();
        QStringList judged{u"phân loại: %1"_s.arg(m_slip.category.isEmpty() ? u"chưa phân loại"_s : m_slip.category)};
        if (!m_slip.track.isEmpty())
            judged << u"thủ tục: %1"_s.arg(m_slip.track.toLower());
        judged << u"mức độ: %1"_s.arg(urgency(m_slip.urgency).toLower()) << u"địa bàn: %1"_s.arg(areaText());
        say(u"5. Đánh giá sơ bộ: %1."_s.arg(judged.join(u"; "_s)));
        say(u"6. Đề nghị %1 (%2)%3: %4"_s.arg(m_slip.unit, m_slip.lead ? u"đơn vị chủ trì"_s : u"đơn vị phối hợp"_s, others(),
            m_slip.instruction.trimmed().isEmpty() ? u"kiểm tra, xác minh, xử lý theo thẩm quyền và gửi kết quả."_s : ended(m_slip.instruction.trimmed())));
        say(m_slip.dueAt.isValid() ? u"Kết quả gửi về Trung tâm Thông tin chỉ huy trước %1 để trả lời người dân."_s.arg(deadline(m_slip.dueAt))
                                   : u"Kết quả gửi về Trung tâm Thông tin chỉ huy để trả lời người dân."_s);
        say(u"7. Đầu mối liên hệ: %1; cán bộ chuyển tin: %2./."_s.arg(m_slip.contact, m_slip.officer));
    }
    static QString sentence(const QString &capitals)
    {
        const QString small = capitals.toLower();
        return small.left(1).toUpper() + small.mid(1).replace(u"tham mưu"_s, u"Tham mưu"_s);
    }
    static QString ended(const QString &words)
    {
        return words.endsWith(u'.') || words.endsWith(u'!') || words.endsWith(u'?') ? words : words + u'.';
    }
    QString areaText() const
    {
        if (m_slip.area.isEmpty())
            return u"chưa xác định"_s;
        return (m_slip.areaType == u"xa" ? u"xã "_s : m_slip.areaType == u"phuong" ? u"phường "_s : QString()) + m_slip.area;
    }
    QString others() const
    {
        QStringList names;
        for (const Slip::Other &other : m_slip.others)
            names.append(other.lead ? other.name + u" (chủ trì)"_s : other.name);
        return names.isEmpty() ? QString() : u", phối hợp với "_s + names.join(u"; "_s);
    }
    void words()
    {
        const Paragraph style = bodyStyle();
        if (m_slip.messages.isEmpty())
            return m_flow.paragraph(u"3. Nội dung: tin không có chữ; xem tài liệu kèm theo."_s, style);
        if (m_slip.messages.size() == 1)
            return m_flow.paragraph(u"3. Nội dung (nguyên văn): “%1”"_s.arg(shown(m_slip.messages.first())), style);
        m_flow.paragraph(u"3. Nội dung (nguyên văn, %1 tin):"_s.arg(m_slip.messages.size()), style);
        for (const Slip::Message &message : m_slip.messages)
            m_flow.paragraph(u"- %1: “%2”"_s.arg(shortMoment(message.at), shown(message)), style);
    }
    static QString shown(const Slip::Message &message)
    {
        return (message.converted.isEmpty() ? message.text : message.converted).trimmed();
    }
    void files()
    {
        const Paragraph style = bodyStyle();
        if (m_slip.files.isEmpty())
            return m_flow.paragraph(u"4. Tài liệu kèm theo: không có."_s, style);
        m_flow.paragraph(u"4. Tài liệu kèm theo: %1 tệp."_s.arg(m_slip.files.size()), style);
        Paragraph item = style;
        item.font = font(12);
        item.align = Qt::AlignLeft;
        item.left = mm(10);
        item.firstLine = 0;
        item.after = pt(3);
        item.together = true;
        int number = 0;
        for (const Slip::File &file : m_slip.files)
            m_flow.paragraph(fileText(++number, file), item);
        m_flow.skip(pt(3));
    }
    static QString fileText(int number, const Slip::File &file)
    {
        static const QHash<QString, QString> kinds{{u"image"_s, u"Ảnh"_s}, {u"video"_s, u"Đoạn phim"_s}, {u"audio"_s, u"Đoạn ghi âm"_s}, {u"file"_s, u"Tệp"_s}, {u"location"_s, u"Vị trí"_s}};
        QString words = u"%1) %2"_s.arg(number).arg(kinds.value(file.kind, file.kind));
        if (!file.name.isEmpty())
            words += u" “%1”"_s.arg(file.name);
        if (!file.mime.isEmpty())
            words += u", %1"_s.arg(file.mime);
        if (file.bytes >= 0)
            words += u", %1 byte"_s.arg(count(double(file.bytes)));
        if (!file.sha256.isEmpty())
            words += u"\nSHA-256: %1"_s.arg(file.sha256);
        else if (file.kind != u"location")
            words += u" (chưa lưu được tại Trung tâm)"_s;
        return words;
    }

    void signature()
    {
        const Sheet &sheet = m_flow.sheet();
        const double leftWidth = sheet.bodyWidth() * 0.47, rightLeft = sheet.bodyLeft() + leftWidth, rightWidth = sheet.bodyRight() - rightLeft;
        const QFont title = font(13, Look::Bold);
        const double line = QFontMetricsF(title).height() * 1.05;
        m_flow.need(line * 4 + mm(24)); // the block stays whole
        const double top = m_flow.y() + pt(4);
        double y = centredLines(m_slip.authority, title, rightLeft, rightWidth, top);
        y = centredLines(m_slip.post, title, rightLeft, rightWidth, y);
        const double space = mm(20);
        if (m_slip.draft)
            centredLines(u"(chưa ký)"_s, font(12, Look::Italic), rightLeft, rightWidth, y + space / 2 - line / 2);
        y = centredLines(m_slip.signer, title, rightLeft, rightWidth, y + space);
        // left: who gets it, then the code that tells a true paper
        double z = top;
        page().words(u"Nơi nhận:"_s, font(12, Look::BoldItalic), QPointF(sheet.bodyLeft(), z));
        z += QFontMetricsF(font(12, Look::BoldItalic)).height() * 1.05;
        QStringList lines{u"- Như trên;"_s};
        for (const Slip::Other &other : m_slip.others)
            lines << u"- %1 (để phối hợp);"_s.arg(other.name);
        lines << u"- Lưu: VT, TTCH."_s;
        for (const QString &words : lines) {
            const Broken broken = breakText(words, {.font = font(11), .spacing = 1.05}, leftWidth - mm(4));
            for (int i = 0; i < broken.lines(); ++i)
                page().line(broken.text, i, QPointF(sheet.bodyLeft(), z + i * broken.lineHeight));
            z += broken.height();
        }
        z = code(sheet.bodyLeft(), z + mm(2), leftWidth);
        m_flow.setY(qMax(y, z) + pt(6));
    }
    double code(double left, double y, double width)
    {
        const double side = mm(22);
        if (y + side > m_flow.sheet().bodyBottom()) { // never over the edge, never smaller
            m_flow.newPage();
            y = m_flow.y();
        }
        const QImage modules = qrModules(m_slip.codeText());
        if (modules.isNull())
            return y;
        page().code(modules, QRectF(left, y, side, side));
        const double beside = left + side + mm(3), wide = width - side - mm(5);
        double z = y;
        for (const QString &words : {u"Mã tin: "_s + m_slip.caseNumber, u"Mã kiểm tra: "_s + m_slip.code, u"(đối chiếu tại Trung tâm Thông tin chỉ huy)"_s}) {
            const Broken broken = breakText(words, {.font = font(10), .spacing = 1.05}, wide);
            for (int i = 0; i < broken.lines(); ++i)
                page().line(broken.text, i, QPointF(beside, z + i * broken.lineHeight));
            z += broken.height();
        }
        return qMax(z, y + side);
    }

    void receipt()
    {
        const QFont plain = font(13);
        const double line = QFontMetricsF(plain).height() * 1.15;
        m_flow.need(line * 2 + pt(7));
        const Sheet &sheet = m_flow.sheet();
        page().rule(QLineF(sheet.bodyLeft(), m_flow.y(), sheet.bodyRight(), m_flow.y()), pt(0.5));
        m_flow.skip(pt(6));
        Paragraph style{.font = plain, .spacing = 1.15};
        m_flow.paragraph(m_slip.receivedBackAt.isValid() ? u"Đã nhận lúc %1."_s.arg(clockAndDay(m_slip.receivedBackAt))
                                                         : u"Đã nhận lúc …… giờ …… phút, ngày …… tháng …… năm ………"_s, style);
        m_flow.paragraph(m_slip.receivedBy.isEmpty() ? u"Người nhận (ký, ghi rõ họ tên, cấp bậc, đơn vị):"_s : u"Người nhận: %1, %2."_s.arg(m_slip.receivedBy, m_slip.unit), style);
    }

    const Slip &m_slip;
    Flow m_flow;
};

} // namespace

void layOut(const Slip &slip, const PageSink &sink, Copies copies)
{
    SlipPainter painter(slip, sink);
    if (copies != Copies::ToKeep)
        painter.copy(false);
    if (copies != Copies::ForUnit)
        painter.copy(true);
    painter.finish();
}

Result<int> slipPdf(const QList<Slip> &slips, const QString &path, Copies copies)
{
    const QString title = slips.size() == 1 ? u"Phiếu chuyển %1"_s.arg(slips.first().caseNumber) : u"Phiếu chuyển (%1)"_s.arg(slips.size());
    PdfFile file(path, title, Sheet());
    for (const Slip &slip : slips)
        layOut(slip, file.sink(), copies);
    return file.close().transform([&] { return file.pages(); });
}

QString slipFileName(const Slip &slip)
{
    const QString number = slip.number.section(u'/', 0, 0);
    return u"phieu-chuyen-%1%2.pdf"_s.arg(slip.caseNumber, number.isEmpty() ? u"-nhap"_s : u'-' + number);
}

} // namespace trucban::paper
