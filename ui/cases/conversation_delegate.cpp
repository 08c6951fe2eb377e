// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/conversation_delegate.h"

#include "ui/cases/case_words.h"
#include "ui/media/seek_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"

#include <QPainter>

namespace trucban {

ConversationDelegate::ConversationDelegate(ConversationModel &model, PictureLoader &pictures, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_pictures(pictures)
{
}

void ConversationDelegate::setWidth(int width)
{
    if (m_width == width)
        return;
    m_width = width;
    m_layouts.clear();
}

void ConversationDelegate::forget(const QModelIndex &index)
{
    m_layouts.remove(index.data(ConversationModel::KeyRole).toString());
}

const BubbleLayout &ConversationDelegate::layout(const QModelIndex &index) const
{
    auto &held = m_layouts[m_model.item(index.row()).key()];
    if (!held)
        held = std::make_shared<BubbleLayout>(BubbleLayout::of(m_model, m_model.item(index.row()).message, m_width));
    return *held;
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const ConversationItem &item = m_model.item(index.row());
    const int small = QFontMetrics(Theme::font(TextSize::Small)).height();
    switch (item.type) {
    case ConversationItem::Day: return {m_width, small + Theme::space(5)};
    case ConversationItem::Step: {
        const QRect words = QFontMetrics(Theme::font(TextSize::Small)).boundingRect(QRect(0, 0, m_width * 3 / 4, 10000), Qt::AlignHCenter | Qt::TextWordWrap,
                                                                                   clockText::hourMinute(item.step.at) + u"  "_s + caseWords::step(item.step));
        return {m_width, words.height() + Theme::space(2)};
    }
    case ConversationItem::Message: break;
    }
    return {m_width, layout(index).height};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const ConversationItem &item = m_model.item(index.row());
    switch (item.type) {
    case ConversationItem::Day: paintDay(*painter, option.rect, index.data().toString()); break;
    case ConversationItem::Step: paintStep(*painter, option.rect, item); break;
    case ConversationItem::Message: paintMessage(*painter, option, index); break;
    }
    painter->restore();
}

void ConversationDelegate::paintDay(QPainter &painter, const QRect &row, const QString &words) const
{
    painter.setFont(Theme::bold(TextSize::Small));
    const int width = painter.fontMetrics().horizontalAdvance(words) + Theme::space(6);
    const QRect middle(row.center().x() - width / 2, row.top(), width, row.height());
    painter.setPen(Theme::colour(Neutral::Line));
    painter.drawLine(row.left() + Theme::space(2), row.center().y(), middle.left(), row.center().y());
    painter.drawLine(middle.right(), row.center().y(), row.right() - Theme::space(2), row.center().y());
    painter.setPen(Theme::colour(Neutral::QuietText));
    painter.drawText(middle, Qt::AlignCenter, words);
}

void ConversationDelegate::paintStep(QPainter &painter, const QRect &row, const ConversationItem &item) const
{
    painter.setFont(Theme::font(TextSize::Small));
    painter.setPen(item.step.verb == "send_failed"_L1 ? Theme::colour(Meaning::Burning) : Theme::colour(Neutral::QuietText));
    const QRect middle = row.adjusted(m_width / 8, 0, -m_width / 8, 0);
    painter.drawText(middle, Qt::AlignCenter | Qt::TextWordWrap, clockText::hourMinute(item.step.at) + u"  "_s + caseWords::step(item.step));
}

void ConversationDelegate::paintMessage(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CaseMessage &message = m_model.item(index.row()).message;
    const BubbleLayout &made = layout(index);
    const QPoint shift = option.rect.topLeft();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool gone = message.deletedAt.isValid();
    const bool failed = message.outboxState == "failed"_L1 && !gone;
    const QColor ground = failed ? Theme::wash(Meaning::Burning) : message.isOurs() ? Theme::wash(Meaning::Accent) : Theme::colour(Neutral::Raised);
    const bool current = option.state & QStyle::State_HasFocus;
    painter.setPen(QPen(current ? Theme::colour(Meaning::Accent) : Theme::colour(Neutral::Line), current ? 2 : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(made.bubble.translated(shift)).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius() * 1.5, Theme::radius() * 1.5);

    painter.setFont(Theme::font(TextSize::Small));
    painter.setPen(Theme::colour(Neutral::QuietText));
    if (!made.quote.isNull()) {
        const QRect quote = made.quote.translated(shift);
        painter.fillRect(QRect(quote.left(), quote.top(), 3, quote.height()), Theme::colour(Meaning::Quiet));
        painter.drawText(quote.adjusted(Theme::space(2), 0, 0, 0), Qt::AlignVCenter, painter.fontMetrics().elidedText(made.quoteText, Qt::ElideRight, quote.width() - Theme::space(2)));
    }
    if (!made.convertedLabel.isNull())
        painter.drawText(made.convertedLabel.translated(shift), tr("Converted from an old encoding:"));
    painter.setPen(gone ? Theme::colour(Neutral::QuietText) : Theme::colour(Neutral::Text));
    for (const auto &[place, text] : made.texts)
        text->draw(&painter, shift + place);
    for (const BubblePiece &piece : made.pieces)
        paintPiece(painter, piece, shift);

    painter.setFont(Theme::font(TextSize::Small));
    painter.setPen(failed ? Theme::colour(Meaning::Burning) : Theme::colour(Neutral::QuietText));
    painter.drawText(made.footer.translated(shift), Qt::TextWordWrap | (message.isOurs() ? Qt::AlignRight : Qt::AlignLeft), made.footerText);
    if (!made.versions.isNull()) {
        QFont link = Theme::font(TextSize::Small);
        link.setUnderline(true);
        painter.setFont(link);
        painter.setPen(Theme::colour(Meaning::Accent));
        painter.drawText(made.versions.translated(shift), Qt::AlignVCenter | Qt::AlignLeft, made.versionsText);
        painter.setFont(Theme::font(TextSize::Small));
    }
    if (failed) {
        painter.setPen(Theme::colour(Neutral::Text));
        painter.drawText(made.trouble.translated(shift), Qt::TextWordWrap, made.troubleText);
        const QRect button = made.retrySend.translated(shift);
        painter.setPen(Theme::colour(Meaning::Accent));
        painter.setBrush(Theme::colour(Neutral::Surface));
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius(), Theme::radius());
        painter.drawText(button, Qt::AlignCenter, tr("Send again"));
    }
}

void ConversationDelegate::paintPiece(QPainter &painter, const BubblePiece &piece, QPoint shift) const
{
    const QRect box = piece.box.translated(shift);
    const MediaItem &item = piece.item;
    if (item.attachment == m_playing)
        return;
    if (item.readiness() != MediaItem::Ready) {
        const bool broken = item.readiness() == MediaItem::Broken;
        painter.setPen(Qt::NoPen);
        painter.setBrush(broken ? Theme::wash(Meaning::Burning) : Theme::colour(Neutral::Ground));
        painter.drawRoundedRect(box, Theme::radius(), Theme::radius());
        const QRect words = box.adjusted(0, 0, piece.retry.isNull() ? 0 : -piece.retry.width() - Theme::space(2), 0);
        paintNamed(painter, words, broken ? u"dialog-warning"_s : u"clock"_s, mediaWords::spoken(item).section(u',', 0, 0), mediaWords::whyNot(item));
        if (!piece.retry.isNull()) {
            const QRect button = piece.retry.translated(shift);
            painter.setPen(Theme::colour(Meaning::Accent));
            painter.setBrush(Theme::colour(Neutral::Surface));
            painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius(), Theme::radius());
            painter.setFont(Theme::font(TextSize::Small));
            painter.drawText(button, Qt::AlignCenter, bubbleRetryWords());
        }
        return;
    }
    if (item.isVideo())
        paintVideo(painter, box, item);
    else if (item.isAudio())
        paintAudio(painter, box, item);
    else if (item.isPicture())
        paintStill(painter, box, item);
    else if (item.kind == "location"_L1)
        paintNamed(painter, box, u"mark-location"_s, item.title.isEmpty() ? tr("A place on the map") : item.title, item.name);
    else if (item.kind == "link"_L1)
        paintNamed(painter, box, u"insert-link"_s, item.title.isEmpty() ? tr("A link") : item.title, item.name);
    else
        paintNamed(painter, box, u"text-x-generic"_s, item.name.isEmpty() ? tr("File") : item.name, mediaWords::size(item.info.original.bytes));
}

void ConversationDelegate::paintStill(QPainter &painter, const QRect &box, const MediaItem &item) const
{
    const QImage picture = m_pictures.picture(item.still());
    if (picture.isNull()) {
        painter.fillRect(box, Theme::colour(Neutral::Ground));
        const auto failure = m_pictures.failure(item.still().id);
        painter.setFont(Theme::font(TextSize::Small));
        painter.setPen(Theme::colour(Neutral::QuietText));
        painter.drawText(box.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, failure ? mediaWords::whyNot(*failure) : tr("Loading …"));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize fitted = picture.size().scaled(box.size(), Qt::KeepAspectRatio);
    painter.fillRect(box, Theme::colour(Neutral::Ground));
    painter.drawImage(QRect(box.center() - QPoint(fitted.width() / 2, fitted.height() / 2), fitted), picture);
}

void ConversationDelegate::paintVideo(QPainter &painter, const QRect &box, const MediaItem &item) const
{
    const QRect picture = box.adjusted(0, 0, 0, -Theme::space(9));
    painter.fillRect(picture, Qt::black);
    paintStill(painter, picture, item);
    const int side = Theme::space(12);
    const QRect glyph(picture.center() - QPoint(side / 2, side / 2), QSize(side, side));
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.setOpacity(0.6);
    painter.drawEllipse(glyph);
    painter.setOpacity(1);
    painter.setBrush(Qt::white);
    const QPointF centre = QRectF(glyph).center();
    painter.drawPolygon(QPolygonF{centre + QPointF(-side / 7.0, -side / 5.0), centre + QPointF(-side / 7.0, side / 5.0), centre + QPointF(side / 4.0, 0)});
    painter.setFont(Theme::tabular(TextSize::Small));
    painter.setPen(Theme::colour(Neutral::QuietText));
    painter.drawText(QRect(box.left(), picture.bottom(), box.width(), box.bottom() - picture.bottom()), Qt::AlignVCenter,
                     tr("Video, %1. Space or a click plays it.").arg(clockText::duration(item.info.durationMs)));
}

void ConversationDelegate::paintAudio(QPainter &painter, const QRect &box, const MediaItem &item) const
{
    const QRect glyph(box.left(), box.center().y() - Theme::space(4), Theme::space(8), Theme::space(8));
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::colour(Meaning::Accent));
    painter.drawEllipse(glyph);
    painter.setBrush(Theme::onColour(Meaning::Accent));
    const QPointF centre = QRectF(glyph).center();
    const double unit = glyph.width() / 8.0;
    painter.drawPolygon(QPolygonF{centre + QPointF(-unit, -1.6 * unit), centre + QPointF(-unit, 1.6 * unit), centre + QPointF(1.8 * unit, 0)});
    painter.setFont(Theme::tabular(TextSize::Small));
    const QString time = clockText::duration(item.info.durationMs);
    const int timeWidth = painter.fontMetrics().horizontalAdvance(time) + Theme::space(2);
    const QRect wave(glyph.right() + Theme::space(2), box.top() + 2, box.right() - glyph.right() - timeWidth - Theme::space(3), box.height() - 4);
    if (const auto peaks = m_pictures.waveform(item.info.derivative(u"waveform"_s)))
        paint::waveform(painter, wave, *peaks, 0);
    painter.setPen(Theme::colour(Neutral::QuietText));
    painter.drawText(QRect(box.right() - timeWidth, box.top(), timeWidth, box.height()), Qt::AlignVCenter | Qt::AlignRight, time);
}

void ConversationDelegate::paintNamed(QPainter &painter, const QRect &box, const QString &icon, const QString &first, const QString &second) const
{
    const int side = Theme::space(6);
    Theme::icon(icon).paint(&painter, QRect(box.left() + Theme::space(), box.center().y() - side / 2, side, side));
    QRect words = box.adjusted(side + Theme::space(3), Theme::space(), -Theme::space(), -Theme::space());
    painter.setPen(Theme::colour(Neutral::Text));
    painter.setFont(Theme::font());
    const int line = painter.fontMetrics().height();
    if (second.isEmpty()) // one line stands in the middle
        words.setTop(box.center().y() - line / 2);
    painter.drawText(QRect(words.left(), words.top(), words.width(), line), Qt::AlignVCenter, painter.fontMetrics().elidedText(first, Qt::ElideMiddle, words.width()));
    painter.setFont(Theme::font(TextSize::Small));
    painter.setPen(Theme::colour(Neutral::QuietText));
    painter.drawText(QRect(words.left(), words.top() + line, words.width(), words.height() - line), Qt::TextWordWrap, second);
}

} // namespace trucban
