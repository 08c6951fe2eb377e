// SPDX-License-Identifier: GPL-3.0-or-later
// SeekBar: where we are in a recording, what of it is loaded, its waveform if it has one; a click goes there.
#pragma once

#include "media/waveform.h"

#include <QWidget>

namespace trucban {

class SeekBar : public QWidget
{
    Q_OBJECT
public:
    explicit SeekBar(QWidget *parent = nullptr);
    void setDuration(qint64 ms);
    void setPosition(qint64 ms);
    void setLoaded(double share);
    void setWaveform(const media::Waveform &wave);
    qint64 position() const { return m_position; }
    qint64 duration() const { return m_duration; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekWanted(qint64 ms);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void seekAt(double x);
    void paintWave(QPainter &painter, double played);
    void paintLine(QPainter &painter, double played);

    qint64 m_duration = 0;
    qint64 m_position = 0;
    double m_loaded = 0;
    media::Waveform m_wave;
};

namespace paint {
/// the peaks in `box`, the first `played` share of them in the accent colour
void waveform(QPainter &painter, const QRect &box, const media::Waveform &wave, double played);
} // namespace paint

} // namespace trucban
