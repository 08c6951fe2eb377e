// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/page_view.h"

#include "base/when_done.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace trucban {

namespace {

constexpr int pictureWidth = 1240; // 150 dots an inch
constexpr int mostPages = 40;

} // namespace

PageView::PageView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview of the paper"));
    setMinimumWidth(Theme::space(60));
    viewport()->setBackgroundRole(QPalette::Mid);
}

void PageView::show(const PaperJob &job)
{
    m_busy = true;
    m_title = job.title;
    const int asked = ++m_asked;
    whenDone(picturesOf(job, pictureWidth, mostPages), this, [this, asked](const Result<PaperPictures> &pictures) {
        if (asked != m_asked)
            return;
        m_busy = false;
        if (!pictures) {
            clear({});
            Q_EMIT refused(pictures.error());
            return;
        }
        m_pictures = *pictures;
        m_words.clear();
        verticalScrollBar()->setValue(0);
        arrange();
        tellReaders();
        Q_EMIT shown();
    });
    if (m_pictures.pages.isEmpty())
        m_words = tr("The paper is being drawn …");
    viewport()->update();
}

void PageView::clear(const QString &words)
{
    ++m_asked;
    m_busy = false;
    m_pictures = {};
    m_words = words;
    arrange();
    tellReaders();
}

void PageView::tellReaders()
{
    setAccessibleDescription(m_pictures.pages.isEmpty() ? m_words : tr("%1, sheets: %2").arg(m_title).arg(pages()));
}

QSize PageView::sheetSize(const QImage &picture) const
{
    const int wide = qMin(viewport()->width() - 2 * Theme::space(3), qRound(picture.width() * 0.9));
    return {wide, qRound(double(picture.height()) * wide / qMax(1, picture.width()))};
}

void PageView::arrange()
{
    int height = Theme::space(3);
    for (const QImage &picture : std::as_const(m_pictures.pages))
        height += sheetSize(picture).height() + Theme::space(3);
    if (m_pictures.more)
        height += Theme::lineHeight(font()) + Theme::space(2);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(Theme::lineHeight(font()) * 3);
    verticalScrollBar()->setRange(0, qMax(0, height - viewport()->height()));
    viewport()->update();
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::colour(Neutral::Ground));
    if (m_pictures.pages.isEmpty()) {
        painter.setPen(Theme::colour(Neutral::QuietText));
        painter.drawText(viewport()->rect().adjusted(Theme::space(4), 0, -Theme::space(4), 0), Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    int y = Theme::space(3) - verticalScrollBar()->value();
    for (const QImage &picture : std::as_const(m_pictures.pages)) {
        const QSize size = sheetSize(picture);
        const QRect box((viewport()->width() - size.width()) / 2, y, size.width(), size.height());
        if (box.intersects(viewport()->rect())) {
            painter.drawImage(box, picture);
            painter.setPen(Theme::colour(Neutral::Line));
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        }
        y += size.height() + Theme::space(3);
    }
    if (m_pictures.more) {
        painter.setPen(Theme::colour(Neutral::QuietText));
        painter.drawText(QRect(0, y, viewport()->width(), Theme::lineHeight(font())), Qt::AlignCenter, tr("The file and the printer get the sheets after these, too."));
    }
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void PageView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        return bar->setValue(0);
    case Qt::Key_End:
        return bar->setValue(bar->maximum());
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_PageUp:
        return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace trucban
