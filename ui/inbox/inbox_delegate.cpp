// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_delegate.h"

#include "domain/text.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/inbox_words.h"
#include "ui/inbox/thumbnails.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/trade_words.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

namespace trucban {

struct InboxDelegate::Pen {
    QPainter &painter;
    QRect free;
    QColor quiet;
    QColor text;

    void skip(int width) { free.setLeft(free.left() + width); }
    void write(const QString &words, const QFont &font, const QColor &colour)
    {
        painter.setFont(font);
        skip(paint::line(painter, free, words, colour));
    }
    void writeRight(const QString &words, const QFont &font, const QColor &colour)
    {
        painter.setFont(font);
        const int width = std::min(painter.fontMetrics().horizontalAdvance(words) + 2, free.width()); // the advance is rounded
        paint::line(painter, QRect(free.right() - width + 1, free.top(), width, free.height()), words, colour);
        free.setRight(free.right() - width - Theme::space(2));
    }
    void pillRight(const QString &words, Meaning meaning, paint::PillLook look)
    {
        painter.setFont(Theme::font(TextSize::Small));
        const int width = std::min(paint::pillSize(painter.font(), words).width(), free.width() / 2);
        paint::pill(painter, QRect(free.right() - width + 1, free.top(), width, free.height()), words, meaning, look);
        free.setRight(free.right() - width - Theme::space(1));
    }
    void badge(const QString &iconName, int number)
    {
        if (number <= 0)
            return;
        const int size = painter.fontMetrics().ascent() + 2;
        Theme::icon(iconName, Meaning::Quiet).paint(&painter, QRect(free.left(), free.center().y() - size / 2 + 1, size, size));
        skip(size + 2);
        if (number > 1)
            write(QString::number(number), painter.font(), quiet);
        skip(Theme::space(2));
    }
};

InboxDelegate::InboxDelegate(Me me, Clock clock, Thumbnails &thumbnails, QObject *parent)
    : QStyledItemDelegate(parent), m_me(std::move(me)), m_clock(std::move(clock)), m_thumbnails(thumbnails)
{
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = Theme::density() == Density::Dense ? 2 : 3;
    return {Theme::space(60), lines * Theme::lineHeight(Theme::font()) + Theme::space(3)};
}

void InboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const InboxRow &row = static_cast<const InboxModel *>(index.model())->row(index.row());
    if (index.data(InboxModel::LeftRole).toBool())
        painter->setOpacity(0.55); // it has left this view and goes when the selection does
    const QDateTime now = m_clock.now();
    const bool overdue = row.burnsAt.isValid() && row.burnsAt < now;
    if (overdue)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), Theme::space(1), option.rect.height()), Theme::colour(Meaning::Burning));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), Theme::colour(Neutral::Line));

    const bool dense = Theme::density() == Density::Dense;
    const int height = Theme::lineHeight(Theme::font());
    QRect body = option.rect.adjusted(Theme::space(3), (option.rect.height() - height * (dense ? 2 : 3)) / 2, -Theme::space(2), 0);
    const QColor quiet = Theme::colour(Neutral::QuietText);
    const QColor text = Theme::colour(Neutral::Text);
    Pen first{*painter, QRect(body.left(), body.top(), body.width(), height), quiet, text};
    paintTags(first, row);
    paintClock(first, row, now);
    paintWho(first, row);

    if (row.thumbnail) {
        const int side = height * (dense ? 1 : 2) - 4;
        const QRect box(body.right() - side + 1, body.top() + height + 3, side, side);
        QPainterPath corners;
        corners.addRoundedRect(box, 3, 3);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->fillPath(corners, Theme::colour(Neutral::Line));
        painter->setClipPath(corners);
        if (const QPixmap picture = m_thumbnails.get(row.thumbnail); !picture.isNull()) {
            const int cut = std::min(picture.width(), picture.height());
            painter->drawPixmap(box, picture, QRect((picture.width() - cut) / 2, (picture.height() - cut) / 2, cut, cut));
        }
        painter->restore();
        body.setRight(box.left() - Theme::space(2));
    }
    Pen second{*painter, QRect(body.left(), body.top() + height, body.width(), height), quiet, text};
    if (dense) {
        const QString age = clockText::ago(row.lastMessageAt, now);
        second.writeRight(age, Theme::tabular(TextSize::Small), quiet);
        if (const QString holder = holderWords(row); !holder.isEmpty())
            second.writeRight(holder, Theme::font(TextSize::Small), quiet);
        paintWords(second, row);
    } else {
        paintWords(second, row);
        Pen third{*painter, QRect(body.left(), body.top() + 2 * height, body.width(), height), quiet, text};
        paintFoot(third, row, now);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_Selected) {
        painter->setPen(QPen(Theme::colour(Meaning::Accent), 2));
        painter->drawLine(option.rect.topRight() - QPoint(1, 0), option.rect.bottomRight() - QPoint(1, 0));
    }
    painter->restore();
}

void InboxDelegate::paintTags(Pen &line, const InboxRow &row) const
{
    if (row.unread > 0) {
        line.painter.setFont(Theme::tabular(TextSize::Small, true));
        line.free.setRight(line.free.right() - paint::count(line.painter, line.free, row.unread, Meaning::Accent, true) - Theme::space(1));
    }
    if (row.urgency == u"emergency")
        line.pillRight(tradeWords::urgency(row.urgency), Meaning::Burning, paint::Filled);
    else if (row.urgency == u"high")
        line.pillRight(tradeWords::urgency(row.urgency), Meaning::Soon, paint::Soft);
    if (!row.category.isEmpty()) {
        const QString name = inboxWords::named(row.categoryName, row.categoryNameEn);
        line.pillRight(QFontMetrics(Theme::font(TextSize::Small)).elidedText(name, Qt::ElideRight, line.free.width() * 2 / 5), Meaning::Information, paint::Soft);
    }
}

void InboxDelegate::paintClock(Pen &line, const InboxRow &row, const QDateTime &now) const
{
    if (!row.burnsAt.isValid()) {
        line.write(tradeWords::status(row.status), Theme::font(TextSize::Small), line.quiet);
        line.skip(Theme::space(2));
        return;
    }
    const Meaning meaning = clockText::meaning(row.burnsAt, now);
    line.write(clockText::left(row.burnsAt, now), Theme::tabular(TextSize::Body, true), Theme::colour(meaning));
    line.skip(Theme::space(1));
    line.write(tradeWords::clock(row.burnsClock), Theme::font(TextSize::Small), Theme::colour(meaning));
    line.skip(Theme::space(2));
}

void InboxDelegate::paintWho(Pen &line, const InboxRow &row) const
{
    line.write(tradeWords::citizenAlias(row.citizen.value), Theme::font(), line.text);
    if (!row.area.isEmpty()) {
        line.skip(Theme::space(1));
        line.write(u"· "_s + row.area, Theme::font(), line.quiet);
    }
}

void InboxDelegate::paintWords(Pen &line, const InboxRow &row) const
{
    QString words = row.hit.isEmpty() ? row.firstWords : row.hit;
    words.replace(u'\n', u' ');
    line.painter.setFont(row.unread > 0 ? Theme::bold() : Theme::font());
    QList<paint::Span> marked;
    if (!m_query.isEmpty()) {
        for (const TextRange &range : text::highlights(m_query, words))
            marked.append({range.start, range.length});
    }
    if (words.isEmpty()) {
        words = row.videos ? tr("(a video)") : row.audios ? tr("(a recording)") : row.images ? tr("(a picture)") : tr("(no words)");
        paint::line(line.painter, line.free, words, line.quiet);
        return;
    }
    if (!marked.isEmpty() && marked.first().start > 40) { // bring the hit into sight
        const qsizetype from = words.lastIndexOf(u' ', marked.first().start - 20) + 1;
        words = u"…"_s + words.mid(from);
        for (paint::Span &span : marked)
            span.start -= from - 1;
    }
    paint::line(line.painter, line.free, words, line.text, marked);
}

QString InboxDelegate::holderWords(const InboxRow &row) const
{
    if (row.holder)
        return row.holder == m_me.id ? tr("held by you") : tr("held by %1").arg(row.holderName);
    if (row.queue == 3 || row.queue == 4)
        return row.unitName;
    return {};
}

void InboxDelegate::paintFoot(Pen &line, const InboxRow &row, const QDateTime &now) const
{
    const QFont small = Theme::font(TextSize::Small);
    line.writeRight(clockText::ago(row.lastMessageAt, now), Theme::tabular(TextSize::Small), line.quiet);
    line.painter.setFont(small);
    line.badge(inboxWords::channelIcon(row.channel), 1);
    line.badge(u"image-x-generic"_s, row.images);
    line.badge(u"video-x-generic"_s, row.videos);
    line.badge(u"audio-x-generic"_s, row.audios);
    line.badge(u"mail-attachment"_s, row.files);
    line.write(u"#"_s + row.number, Theme::tabular(TextSize::Small), line.quiet);
    line.skip(Theme::space(2));
    if (row.burnsAt.isValid()) {
        line.write(tradeWords::status(row.status), small, Theme::colour(tradeWords::meaningOfStatus(row.status)));
        line.skip(Theme::space(2));
    }
    if (const QString holder = holderWords(row); !holder.isEmpty())
        line.write(holder, small, row.holder == m_me.id ? Theme::colour(Meaning::Accent) : line.quiet);
}

} // namespace trucban
