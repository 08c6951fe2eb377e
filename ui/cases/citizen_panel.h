// SPDX-License-Identifier: GPL-3.0-or-later
// CitizenPanel: what the desk knows of the citizen: an alias, earlier cases, and a sealed box.
#pragma once

#include "desk/case_values.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace trucban {

class CitizenPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CitizenPanel(bool mayOpenIdentity, QWidget *parent = nullptr);
    void begin();
    void show(const CitizenFile &file);
    void showIdentity(const QList<Identity> &identities);
    bool isSealed() const { return m_sealed; }
    void openWith(const QString &reason);

Q_SIGNALS:
    void identityWanted(const QString &reason);
    void caseWanted(trucban::CaseId id);

private:
    QLabel *m_alias;
    QLabel *m_since;
    QWidget *m_box;
    QLabel *m_seal;
    QLineEdit *m_reason;
    QPushButton *m_open;
    QLabel *m_none;
    QListWidget *m_cases;
    bool m_sealed = true;
};

} // namespace trucban
