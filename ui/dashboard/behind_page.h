// SPDX-License-Identifier: GPL-3.0-or-later
// BehindPage: the cases a number is made of, page by page, with what the number counts in words; each opens.
#pragma once

#include "desk/metrics.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace trucban {

class Database;
class NoticeBar;

class BehindPage : public QWidget
{
    Q_OBJECT
public:
    explicit BehindPage(Database &database, QWidget *parent = nullptr);
    /// `title` names the row ("Ward 3"), the filter says the rest.
    void open(const QJsonObject &filter, const QString &title);
    bool isSettled() const { return !m_reading; }
    int shown() const;

Q_SIGNALS:
    void caseChosen(trucban::CaseId id);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void readDefinition();
    void readMore();
    void add(const CaseBehind &found);

    Database &m_database;
    QLabel *m_title;
    QLabel *m_definition;
    NoticeBar *m_notice;
    QListWidget *m_list;
    QPushButton *m_more;
    QJsonObject m_filter;
    CaseId m_last;
    int m_asked = 0; // which opening: an answer to an older one is thrown away
    bool m_reading = false;
};

} // namespace trucban
