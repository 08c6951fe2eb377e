// SPDX-License-Identifier: GPL-3.0-or-later
// LockScreen: who holds this desk, and the field that opens it again.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace trucban {

class LockScreen : public QWidget
{
    Q_OBJECT
public:
    LockScreen(const QString &name, QWidget *parent);
    void refuse(const QString &why);
    QLineEdit &password() { return *m_password; }

Q_SIGNALS:
    void passwordGiven(const QString &password);
    void otherPersonWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *m_password;
    QLabel *m_why;
};

} // namespace trucban
