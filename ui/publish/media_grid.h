// SPDX-License-Identifier: GPL-3.0-or-later
// MediaGrid: photos laid out as Facebook does: one wide, two beside, three and four under a wide one, five with “+N”.
#pragma once

#include <QPixmap>
#include <QWidget>

namespace trucban {

struct ShownMedium {
    QPixmap picture; // null while it is read
    bool video = false;
    QString name;
};

class MediaGrid : public QWidget
{
    Q_OBJECT
public:
    explicit MediaGrid(QWidget *parent = nullptr);
    void show(const QList<ShownMedium> &media);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    /// Where each shown picture stands; at most five.
    QList<QRect> cells(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<ShownMedium> m_media;
};

} // namespace trucban
