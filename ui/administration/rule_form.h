// SPDX-License-Identifier: GPL-3.0-or-later
// RuleForm: one rule: what it asks for on the left, what it proposes on the right.
#pragma once

#include "desk/case_values.h"
#include "desk/rule_desk.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace trucban {

class RuleForm : public QWidget
{
    Q_OBJECT
public:
    explicit RuleForm(QWidget *parent = nullptr);
    void setReference(const CaseReference &reference);
    void show(const Rule &rule);
    /// The rule shown, as it is written now
    Rule rule() const;
    bool isChanged() const;
    void begin();

Q_SIGNALS:
    void edited();

private:
    QWidget *makeConditions();
    QWidget *makeProposal();
    QComboBox *choice(const QString &name, bool findable = false);
    void connectFields();
    void fill();
    void restore();

    CaseReference m_reference;
    Rule m_rule;
    bool m_filling = false;

    QLineEdit *m_name = nullptr;
    QSpinBox *m_position = nullptr;
    QLineEdit *m_anyWords = nullptr;
    QLineEdit *m_allWords = nullptr;
    QComboBox *m_category = nullptr;
    QComboBox *m_area = nullptr;
    QComboBox *m_channel = nullptr;
    QComboBox *m_media = nullptr;
    QComboBox *m_track = nullptr;
    QComboBox *m_unit = nullptr;
    QComboBox *m_urgency = nullptr;
    QComboBox *m_toCategory = nullptr;
    QComboBox *m_toTrack = nullptr;
    QSpinBox *m_amount = nullptr;
    QComboBox *m_amountUnit = nullptr;
};

} // namespace trucban
