// SPDX-License-Identifier: GPL-3.0-or-later
// LinkedCanvas: a painted picture whose numbers are links: each has a box, words for who cannot see it, a tooltip, and what it opens.
// Mouse and keyboard alike: arrows walk from number to number, Enter opens.
#pragma once

#include "ui/charts/chart_type.h"

#include <QJsonObject>
#include <QList>
#include <QWidget>

namespace trucban {

class LinkedCanvas : public QWidget
{
    Q_OBJECT
public:
    struct Link {
        QRectF box;
        QString words; // spoken: "Ward 3: 12 cases, 4 late"
        QString tip;
        QJsonObject target; // empty: nothing to open
    };

    explicit LinkedCanvas(const QString &title, QWidget *parent = nullptr);
    const QString &title() const { return m_title; }
    void setType(const ChartType &type);
    const ChartType &type() const { return m_type; }
    /// What the whole picture counts, for its tooltip
    void setDefinition(const QString &words);
    /// The numbers as they were painted last
    const QList<Link> &links() const { return m_links; }
    int current() const { return m_current; }

Q_SIGNALS:
    void chosen(const QJsonObject &target);

protected:
    /// Paints into the widget and calls link() for each number.
    virtual void draw(QPainter &painter) = 0;
    void link(const QRectF &box, const QString &words, const QString &tip, const QJsonObject &target);
    /// The heading at the top; returns what is left below it.
    QRectF heading(QPainter &painter, const QString &beside = {});
    void nothing(QPainter &painter, const QRectF &box, const QString &words);

    void paintEvent(QPaintEvent *event) final;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int at(const QPointF &point) const;
    int next(int key) const;
    void go(int index);
    void open(int index);

    QString m_title;
    QString m_definition;
    ChartType m_type = ChartType::ofDesk();
    bool m_ofDesk = true;
    QList<Link> m_links;
    int m_current = -1;
};

} // namespace trucban
