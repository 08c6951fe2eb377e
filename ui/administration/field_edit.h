// SPDX-License-Identifier: GPL-3.0-or-later
// FieldEdit: the editor of one field, whatever its kind, with its label, its help and its fault in words.
#pragma once

#include "ui/administration/list_specs.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace trucban {

class FieldEdit : public QWidget
{
    Q_OBJECT
public:
    explicit FieldEdit(AdminField field, QWidget *parent = nullptr);

    const AdminField &field() const { return m_field; }
    void setValue(const QJsonValue &value);
    QJsonValue value() const;
    void setLocked(bool locked);
    /// Codes to choose from, with their names; what is typed may be another.
    void setCodes(const QList<AdminField::Word> &codes);
    /// What is wrong with it, empty when nothing is.
    QString fault() const;
    void showFault(const QString &words);
    QWidget *editor() const;

Q_SIGNALS:
    void edited();

private:
    QString text() const;

    AdminField m_field;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_long = nullptr;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_flag = nullptr;
    QLabel *m_fault;
};

} // namespace trucban
