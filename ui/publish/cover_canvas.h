// SPDX-License-Identifier: GPL-3.0-or-later
// CoverCanvas: a picture on which places are drawn with the mouse or set with the keys; it shows what will be published.
#pragma once

#include "ui/publish/covers.h"

#include <QWidget>

#include <optional>

namespace trucban {

class CoverCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit CoverCanvas(const QImage &picture, QWidget *parent = nullptr);

    const QList<CoverPlace> &places() const { return m_steps.at(m_step).places; }
    QImage result() const { return covered(m_picture, places()); }
    int current() const { return m_current; }

    void setStyle(CoverStyle style); // of the chosen place and of those that come
    CoverStyle style() const { return m_style; }
    void addPlace();                 // in the middle of what is seen, to be moved with the keys
    void removeCurrent();
    bool canUndo() const { return m_step > 0; }
    bool canRedo() const { return m_step + 1 < m_steps.size(); }
    void undo();
    void redo();

    /// 0: as large as there is room for
    void setZoom(double zoom);
    void zoomBy(double factor);
    QSize sizeHint() const override;
    QRectF shown() const; // the picture, in coordinates of the canvas

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    double scale() const;
    QPoint inPicture(const QPointF &point) const;
    void step(const QList<CoverPlace> &places, int current);
    void choose(int index);
    void look();
    void nudge(QPoint move, QSize grow);

    QImage m_picture;
    QPixmap m_look; // the picture as it will be
    struct Step {
        QList<CoverPlace> places;
        int current = -1;
    };
    QList<Step> m_steps{{}};
    int m_step = 0;
    int m_current = -1;
    CoverStyle m_style = CoverStyle::Pixels;
    double m_zoom = 0;
    std::optional<QPoint> m_from; // where a drag began
    QRect m_drawn;
};

} // namespace trucban
