// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace trucban {

namespace paint {

namespace {

int iconSize(const QFont &font)
{
    return QFontMetrics(font).ascent();
}

QChar plainCharacter(QChar character)
{
    if (character == u'đ' || character == u'Đ')
        return u'd';
    QChar base = character;
    while (base.decompositionTag() == QChar::Canonical && !base.decomposition().isEmpty())
        base = base.decomposition().at(0);
    return base.toLower();
}

} // namespace

QSize pillSize(const QFont &font, const QString &text, bool withIcon)
{
    const QFontMetrics metrics(font);
    const int icon = withIcon ? iconSize(font) + Theme::space(1) : 0;
    return {metrics.horizontalAdvance(text) + icon + metrics.height(), Theme::lineHeight(font) + 2};
}

int pill(QPainter &painter, const QRect &box, const QString &text, Meaning meaning, PillLook look, const QIcon &icon)
{
    const QFont font = painter.font();
    const QSize wanted = pillSize(font, text, !icon.isNull());
    const int height = std::min(wanted.height(), box.height());
    const QRect body(box.left(), box.top() + (box.height() - height) / 2, std::min(wanted.width(), box.width()), height);
    if (body.width() < height)
        return 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = Theme::colour(meaning);
    painter.setPen(look == Outlined ? QPen(colour, 1) : QPen(Qt::NoPen));
    painter.setBrush(look == Filled ? QBrush(colour) : look == Soft ? QBrush(Theme::wash(meaning)) : QBrush(Qt::NoBrush));
    const qreal inset = look == Outlined ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(body).adjusted(inset, inset, -inset, -inset), height / 2.0, height / 2.0);
    const int pad = QFontMetrics(font).height() / 2;
    QRect inside = body.adjusted(pad, 0, -pad, 0);
    if (!icon.isNull()) {
        const int size = iconSize(font);
        icon.paint(&painter, QRect(inside.left(), inside.center().y() - size / 2 + 1, size, size));
        inside.setLeft(inside.left() + size + Theme::space(1));
    }
    painter.setPen(look == Filled ? Theme::onColour(meaning) : colour);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inside.width() + 1));
    painter.restore();
    return body.width();
}

int count(QPainter &painter, const QRect &box, qint64 number, Meaning meaning, bool filled)
{
    const QString text = number > 99999 ? u"99999+"_s : QString::number(number);
    const int height = std::min(box.height(), painter.fontMetrics().height() + 2);
    const int width = std::max(height, painter.fontMetrics().horizontalAdvance(text) + height / 2 + 2);
    const QRect body(box.right() - width + 1, box.top() + (box.height() - height) / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (filled) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colour(meaning));
        painter.drawRoundedRect(body, height / 2.0, height / 2.0);
    }
    painter.setPen(filled ? Theme::onColour(meaning) : Theme::colour(meaning));
    painter.drawText(body, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
    return width;
}

void sign(QPainter &painter, const QRectF &box, Meaning meaning)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = Theme::colour(meaning);
    const QRectF ring = box.adjusted(1, 1, -1, -1);
    const QPointF middle = ring.center();
    const qreal size = ring.width();
    painter.setPen(QPen(colour, std::max(1.5, size / 11), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (meaning == Meaning::Soon)
        painter.drawPolygon(QPolygonF{{middle.x(), ring.top()}, {ring.right(), ring.bottom()}, {ring.left(), ring.bottom()}});
    else
        painter.drawEllipse(ring);
    if (meaning == Meaning::Good) {
        painter.drawPolyline(QPolygonF{middle + QPointF(-size * 0.22, 0), middle + QPointF(-size * 0.05, size * 0.17), middle + QPointF(size * 0.24, -size * 0.17)});
    } else {
        const bool tells = meaning == Meaning::Burning || meaning == Meaning::Soon; // "!" or "i"
        const qreal lift = meaning == Meaning::Soon ? size * 0.1 : 0;
        painter.drawLine(middle + QPointF(0, lift + (tells ? -size * 0.24 : -size * 0.02)), middle + QPointF(0, lift + (tells ? size * 0.06 : size * 0.24)));
        painter.drawPoint(middle + QPointF(0, lift + (tells ? size * 0.24 : -size * 0.24)));
    }
    painter.restore();
}

int line(QPainter &painter, const QRect &box, const QString &text, const QColor &colour, const QList<Span> &marked)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width());
    const qsizetype whole = shown == text ? text.size() : shown.size() - 1;
    for (const Span &span : marked) {
        if (span.start >= whole)
            continue;
        const int from = metrics.horizontalAdvance(shown.left(span.start));
        const int to = metrics.horizontalAdvance(shown.left(std::min(whole, span.start + span.length)));
        painter.fillRect(QRect(box.left() + from, box.top(), to - from, box.height()), Theme::wash(Meaning::Soon));
        painter.fillRect(QRect(box.left() + from, box.bottom() - 1, to - from, 2), Theme::colour(Meaning::Soon));
    }
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

QString plain(const QString &text)
{
    QString made = text;
    for (QChar &character : made)
        character = plainCharacter(character);
    return made;
}

QList<Span> hits(const QString &text, const QString &query)
{
    QList<Span> found;
    const QString haystack = plain(text);
    const auto words = plain(query.normalized(QString::NormalizationForm_C)).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.contains(u':'))
            continue; // an operator, not a word
        for (qsizetype at = haystack.indexOf(word); at >= 0; at = haystack.indexOf(word, at + word.size()))
            found.append({at, word.size()});
    }
    std::ranges::sort(found, {}, &Span::start);
    return found;
}

} // namespace paint

} // namespace trucban
