// SPDX-License-Identifier: GPL-3.0-or-later
// RecordForm: one row being changed. Says what is wrong in words; when somebody else was faster it shows their version.
#pragma once

#include "ui/administration/list_specs.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace trucban {

class Database;
class FieldEdit;
class NoticeBar;
class TemplatePreview;

class RecordForm : public QWidget
{
    Q_OBJECT
public:
    RecordForm(Database &database, AdminListSpec spec, bool mayChange, QWidget *parent = nullptr);

    void edit(const AdminRecord &record);
    void beginNew();
    void setCodes(AdminField::Kind kind, const QList<AdminField::Word> &codes);
    bool isDirty() const;
    qint64 recordId() const { return m_record.id; }
    bool isSettled() const { return m_waiting == 0; }
    FieldEdit *field(const QString &key) const;
    NoticeBar &notice() { return *m_notice; }
    void save();

Q_SIGNALS:
    void saved(const QString &words);
    void closed();

private:
    void makeFields(QVBoxLayout *column);
    void makePassword(QVBoxLayout *column);
    void makeConflict(QVBoxLayout *column);
    void fill(const QJsonObject &fields);
    QJsonObject values() const;
    QJsonObject changes() const;
    bool check();
    void finished(const Result<> &outcome, const DueMoves &moves);
    void showTheirs();
    void showConflict(const AdminRecord &theirs);
    void refresh();

    AdministrationDesk m_desk;
    AdminListSpec m_spec;
    bool m_mayChange;
    AdminRecord m_record; // as it was read; id 0: a new one
    AdminRecord m_theirs;
    QString m_request;
    int m_waiting = 0;
    bool m_filling = false;

    QLabel *m_title;
    NoticeBar *m_notice;
    QList<FieldEdit *> m_fields;
    QLineEdit *m_password = nullptr;
    QLabel *m_passwordFault = nullptr;
    TemplatePreview *m_preview = nullptr;
    QWidget *m_conflict = nullptr;
    QLabel *m_difference = nullptr;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace trucban
