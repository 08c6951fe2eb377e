// SPDX-License-Identifier: GPL-3.0-or-later
// ImageView: one picture, fitted or zoomed, turned, dragged about.
#pragma once

#include <QImage>
#include <QWidget>

namespace trucban {

class ImageView : public QWidget
{
    Q_OBJECT
public:
    explicit ImageView(QWidget *parent = nullptr);
    void setImage(const QImage &image);
    void setMessage(const QString &words); // shown in its place
    void fit();
    void actualSize();
    void zoomBy(double factor, QPointF around);
    void zoomIn() { zoomBy(1.25, rect().center()); }
    void zoomOut() { zoomBy(0.8, rect().center()); }
    void rotate(int quarters);
    double zoom() const;
    int quarters() const { return m_quarters; }
    bool isFitted() const { return m_fitted; }

Q_SIGNALS:
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QSizeF turnedSize() const;
    double fittedZoom() const;
    void keepInside();

    QImage m_image;
    QString m_message;
    double m_zoom = 1;
    int m_quarters = 0;
    bool m_fitted = true;
    QPointF m_centre; // where the picture's middle stands, from the middle of the widget
    QPointF m_dragFrom;
};

} // namespace trucban
