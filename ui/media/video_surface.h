// SPDX-License-Identifier: GPL-3.0-or-later
// VideoSurface: paints frames as any widget paints, so that they can be grabbed, covered and tested like one.
#pragma once

#include <QImage>
#include <QVideoFrame>
#include <QWidget>

class QVideoSink;

namespace trucban {

class VideoSurface : public QWidget
{
    Q_OBJECT
public:
    explicit VideoSurface(QWidget *parent = nullptr);
    QVideoSink *sink() { return m_sink; }
    /// what is shown before the first frame
    void setPoster(const QImage &poster);
    bool showsFrame() const { return m_frame.isValid(); }
    QSize sizeHint() const override { return {480, 270}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVideoSink *m_sink;
    QVideoFrame m_frame;
    QImage m_poster;
};

} // namespace trucban
