// SPDX-License-Identifier: GPL-3.0-or-later
// EmptyState: a place with nothing in it says why, and what fills it.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace trucban {

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void say(const QString &iconName, const QString &title, const QString &why, const QString &verb = {});
    QString title() const;

Q_SIGNALS:
    void acted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_why;
    QPushButton *m_verb;
};

} // namespace trucban
