// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/seek_bar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"

#include <QAccessible>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace trucban {

namespace paint {
void waveform(QPainter &painter, const QRect &box, const media::Waveform &wave, double played)
{
    const int step = 3; // a bar of two pixels and a gap
    const int bars = box.width() / step;
    const auto count = wave.peaks.size();
    if (bars <= 0 || count == 0)
        return;
    for (int i = 0; i < bars; ++i) {
        const auto from = wave.peaks.begin() + i * count / bars;
        const auto to = std::max(from + 1, wave.peaks.begin() + (i + 1) * count / bars);
        const int height = std::max(2, box.height() * *std::max_element(from, std::min(to, wave.peaks.end())) / 255);
        const bool isPlayed = double(i) / bars < played;
        painter.fillRect(QRect(box.left() + i * step, box.center().y() - height / 2, 2, height), Theme::colour(isPlayed ? Meaning::Accent : Meaning::Quiet));
    }
}
} // namespace paint

SeekBar::SeekBar(QWidget *parent) : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Position in the recording"));
}

void SeekBar::setDuration(qint64 ms)
{
    m_duration = ms;
    update();
}

void SeekBar::setPosition(qint64 ms)
{
    m_position = ms;
    setAccessibleDescription(tr("%1 of %2").arg(clockText::duration(ms), clockText::duration(m_duration)));
    update();
}

void SeekBar::setLoaded(double share)
{
    m_loaded = share;
    update();
}

void SeekBar::setWaveform(const media::Waveform &wave)
{
    m_wave = wave;
    updateGeometry();
    update();
}

QSize SeekBar::sizeHint() const
{
    return {Theme::space(40), m_wave.peaks.isEmpty() ? Theme::space(4) : Theme::space(9)};
}

QSize SeekBar::minimumSizeHint() const
{
    return {Theme::space(12), sizeHint().height()};
}

void SeekBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double played = m_duration > 0 ? double(m_position) / double(m_duration) : 0;
    m_wave.peaks.isEmpty() ? paintLine(painter, played) : paintWave(painter, played);
}

void SeekBar::paintWave(QPainter &painter, double played)
{
    paint::waveform(painter, rect().adjusted(0, 2, 0, -2), m_wave, played);
    const int x = int(played * width());
    painter.fillRect(QRect(qBound(0, x, width() - 1), 0, 1, height()), Theme::colour(Neutral::Text));
}

void SeekBar::paintLine(QPainter &painter, double played)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const int thick = 4;
    const QRectF line(0, (height() - thick) / 2.0, width(), thick);
    const auto part = [&](double share, const QColor &colour) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(line.left(), line.top(), line.width() * qBound(0.0, share, 1.0), thick), 2, 2);
    };
    part(1, Theme::colour(Neutral::Line));
    QColor here = Theme::colour(Meaning::Quiet);
    here.setAlphaF(0.6f);
    part(m_loaded, here);
    part(played, Theme::colour(Meaning::Accent));
    painter.setBrush(Theme::colour(Meaning::Accent));
    painter.drawEllipse(QPointF(qBound(5.0, played * width(), width() - 5.0), height() / 2.0), 5, 5);
}

void SeekBar::seekAt(double x)
{
    if (m_duration > 0)
        Q_EMIT seekWanted(qint64(qBound(0.0, x / width(), 1.0) * double(m_duration)));
}

void SeekBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        seekAt(event->position().x());
}

void SeekBar::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        seekAt(event->position().x());
    else if (m_duration > 0)
        QToolTip::showText(event->globalPosition().toPoint(), clockText::duration(qint64(event->position().x() / width() * double(m_duration))), this);
}

} // namespace trucban
