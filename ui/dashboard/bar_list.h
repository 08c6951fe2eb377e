// SPDX-License-Identifier: GPL-3.0-or-later
// BarList: names with a bar and a number, the longest bar first; each row a button. Late cases are the filled part of the bar.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace trucban {

struct NamedBar {
    QString code;
    QString name;
    qint64 cases = 0;
    qint64 late = 0;
    Meaning meaning = Meaning::Accent;
    int stands = 0; // for so many that are not shown by themselves
};

class BarRow : public QAbstractButton
{
    Q_OBJECT
public:
    explicit BarRow(QWidget *parent = nullptr);
    void show(const NamedBar &bar, qint64 longest, int nameWidth);
    const NamedBar &bar() const { return m_bar; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    NamedBar m_bar;
    qint64 m_longest = 1;
    int m_nameWidth = 100;
};

class BarList : public QWidget
{
    Q_OBJECT
public:
    /// `empty` says why there is nothing, and what fills it.
    BarList(const QString &title, const QString &empty, QWidget *parent = nullptr);
    void show(const QList<NamedBar> &all);
    /// As many rows as there is room for; the last one stands for the rest.
    void setMost(int rows);
    QList<BarRow *> rows() const { return m_rows; }

Q_SIGNALS:
    void chosen(const trucban::NamedBar &bar);

private:
    QVBoxLayout *m_layout;
    QLabel *m_empty;
    QList<BarRow *> m_rows;
    QList<NamedBar> m_bars;
    int m_most = 12;
};

} // namespace trucban
