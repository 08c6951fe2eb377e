// SPDX-License-Identifier: GPL-3.0-or-later
// QrDialog: the code of the page or of a post, to be saved as PNG or SVG, or printed with its words below.
#pragma once

#include "ui/publish/qr_code.h"

#include <QDialog>

class QComboBox;
class QPrinter;

namespace trucban {

class NoticeBar;

class QrDialog : public QDialog
{
    Q_OBJECT
public:
    struct Choice {
        QString words; // beneath the code on paper
        QString address;
    };
    explicit QrDialog(const QList<Choice> &choices, QWidget *parent = nullptr);
    QrCode code() const;
    void printTo(QPrinter *printer) const;

private:
    void save(const QString &suffix);
    void print();
    QString words() const;

    QList<Choice> m_choices;
    QComboBox *m_choice;
    NoticeBar *m_notice;
};

} // namespace trucban
