// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene_papers.h"

using namespace Qt::StringLiterals;

namespace samples {

static QFont letters(int pixels, bool bold = false)
{
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

static void statusBar(QPainter &p, double width, QColor ink)
{
    p.setFont(letters(14, true));
    p.setPen(ink);
    p.drawText(QRectF(18, 8, 80, 22), Qt::AlignVCenter, u"15:55"_s);
    p.drawText(QRectF(0, 8, width - 18, 22), Qt::AlignVCenter | Qt::AlignRight, u"4G  82%"_s);
}

void paintChat(QPainter &p, QSizeF box, const QString &words, quint32 seed)
{
    p.fillRect(QRectF(QPointF(), box), Qt::white);
    p.fillRect(QRectF(0, 0, box.width(), 84), QColor(245, 246, 248));
    statusBar(p, box.width(), QColor(20, 20, 20));
    p.setBrush(QColor::fromHsv(int(seed % 360), 120, 200));
    p.setPen(Qt::NoPen);
    p.drawEllipse(QPointF(40, 60), 17, 17);
    p.setPen(QColor(20, 20, 20));
    p.setFont(letters(17, true));
    p.drawText(QRectF(68, 44, 280, 32), Qt::AlignVCenter, u"Người bán (mô phỏng)"_s);
    const QStringList lines {u"Anh chị cần gì ạ, hàng có sẵn"_s,
                             words.left(90),
                             u"Chuyển khoản trước giữ hàng giúp em"_s,
                             u"Bao nhiêu vậy?"_s,
                             u"Chuyển trong hôm nay, em gửi liền. Không chuyển là mất chỗ"_s,
                             u"Để tôi hỏi lại công an"_s};
    double y = 104;
    p.setFont(letters(15));
    for (int i = 0; i < lines.size(); ++i) {
        const bool own = i % 2;
        const QRectF text = p.boundingRect(QRectF(0, 0, 236, 400), Qt::TextWordWrap, lines.at(i));
        QRectF bubble(own ? box.width() - text.width() - 40 : 16, y, text.width() + 24, text.height() + 18);
        p.setPen(Qt::NoPen);
        p.setBrush(own ? QColor(0, 132, 255) : QColor(232, 233, 236));
        p.drawRoundedRect(bubble, 16, 16);
        p.setPen(own ? Qt::white : QColor(20, 20, 20));
        p.drawText(bubble.adjusted(12, 9, -12, -9), Qt::TextWordWrap, lines.at(i));
        y = bubble.bottom() + 14;
    }
    p.setFont(letters(12));
    p.setPen(QColor(130, 130, 134));
    p.drawText(QRectF(0, box.height() - 40, box.width(), 24), Qt::AlignCenter, u"Ảnh màn hình minh hoạ"_s);
}

void paintTransfer(QPainter &p, QSizeF box, quint32 seed)
{
    p.fillRect(QRectF(QPointF(), box), QColor(236, 243, 239));
    p.fillRect(QRectF(0, 0, box.width(), 250), QColor(16, 110, 76));
    statusBar(p, box.width(), Qt::white);
    p.setBrush(Qt::white);
    p.setPen(Qt::NoPen);
    p.drawEllipse(QPointF(box.width() / 2, 110), 32, 32);
    p.setPen(QPen(QColor(16, 110, 76), 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double middle = box.width() / 2;
    p.drawPolyline(QPolygonF {QPointF(middle - 14, 110), QPointF(middle - 4, 121), QPointF(middle + 15, 99)});
    p.setPen(Qt::white);
    p.setFont(letters(18, true));
    p.drawText(QRectF(0, 156, box.width(), 30), Qt::AlignCenter, u"Chuyển tiền thành công"_s);
    p.setFont(letters(28, true));
    p.drawText(QRectF(0, 190, box.width(), 42), Qt::AlignCenter, u"%1.000.000 VND"_s.arg(20 + seed % 60));
    p.setPen(Qt::NoPen);
    p.setBrush(Qt::white);
    p.drawRoundedRect(QRectF(16, 270, box.width() - 32, 320), 14, 14);
    const QList<std::pair<QString, QString>> rows {{u"Người nhận"_s, u"LE VAN B"_s},          {u"Số tài khoản"_s, u"0000 9876 54321"_s},
                                                   {u"Ngân hàng"_s, u"Ngân hàng Mô Phỏng"_s}, {u"Nội dung"_s, u"chuyen tien"_s},
                                                   {u"Mã giao dịch"_s, u"FT00000000"_s},      {u"Thời gian"_s, u"15:55 10/11/2026"_s}};
    double y = 290;
    for (const auto &[label, value] : rows) {
        p.setPen(QColor(110, 116, 114));
        p.setFont(letters(13));
        p.drawText(QRectF(32, y, 150, 30), Qt::AlignVCenter, label);
        p.setPen(QColor(22, 26, 24));
        p.setFont(letters(15, true));
        p.drawText(QRectF(150, y, box.width() - 182, 30), Qt::AlignVCenter | Qt::AlignRight, value);
        y += 49;
    }
    p.setFont(letters(12));
    p.setPen(QColor(110, 116, 114));
    p.drawText(QRectF(0, box.height() - 40, box.width(), 24), Qt::AlignCenter, u"Ảnh màn hình minh hoạ, số liệu giả"_s);
}

void paintCard(QPainter &p, QSizeF box, bool back)
{
    p.fillRect(QRectF(QPointF(), box), QColor(120, 108, 96));
    const QRectF card = QRectF(QPointF(), box).adjusted(46, 34, -46, -44);
    QLinearGradient paper(card.topLeft(), card.bottomRight());
    paper.setColorAt(0, QColor(222, 238, 240));
    paper.setColorAt(1, QColor(198, 222, 206));
    p.setPen(Qt::NoPen);
    p.setBrush(paper);
    p.drawRoundedRect(card, 18, 18);
    p.setPen(QColor(160, 40, 40));
    p.setFont(letters(19, true));
    p.drawText(card.adjusted(0, 14, 0, 0), Qt::AlignHCenter | Qt::AlignTop, back ? u"MẶT SAU (MẪU)"_s : u"THẺ MẪU"_s);
    p.setPen(QColor(40, 44, 48));
    p.setFont(letters(16));
    if (back) {
        p.drawText(card.adjusted(26, 60, -20, -20), Qt::TextWordWrap,
                   u"Đặc điểm: (mẫu)\nNgày cấp: 00/00/0000\n\nIDVNM0000000000000000\n0000000M0000000VNM<<<<<<\nLE<<VAN<MAU<<<<<<<<<<<<<"_s);
    } else {
        p.setBrush(QColor(170, 190, 200));
        p.drawRect(QRectF(card.left() + 26, card.top() + 62, 120, 150));
        p.setBrush(QColor(110, 120, 126));
        p.setPen(Qt::NoPen);
        p.drawEllipse(QPointF(card.left() + 86, card.top() + 118), 30, 34);
        p.drawRoundedRect(QRectF(card.left() + 42, card.top() + 160, 88, 52), 26, 26);
        p.setPen(QColor(40, 44, 48));
        p.drawText(card.adjusted(170, 66, -16, -16), Qt::TextWordWrap,
                   u"Số: 001 000 000 000\nHọ và tên: LÊ THỊ MẪU\nNgày sinh: 00/00/0000\nQuốc tịch: Việt Nam\nNơi thường trú: (mẫu)"_s);
    }
    p.setPen(QColor(200, 30, 30, 110));
    p.setFont(letters(40, true));
    p.translate(card.center());
    p.rotate(-16);
    p.drawText(QRectF(-300, -40, 600, 80), Qt::AlignCenter, u"KHÔNG CÓ GIÁ TRỊ"_s);
    p.rotate(16);
    p.translate(-card.center());
}

} // namespace samples
