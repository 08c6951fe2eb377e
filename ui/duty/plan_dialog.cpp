// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/plan_dialog.h"

#include "domain/deadlines.h"
#include "ui/duty/duty_words.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace trucban {

namespace {

QDateTimeEdit *timeField(const QDateTime &when, const QString &name, QWidget *parent)
{
    auto *field = new QDateTimeEdit(parent);
    field->setTimeZone(hanoiZone());
    field->setDisplayFormat(u"dd/MM/yyyy HH:mm"_s);
    field->setCalendarPopup(true);
    field->setDateTime(when.toTimeZone(hanoiZone()));
    field->setAccessibleName(name);
    return field;
}

} // namespace

PlanDialog::PlanDialog(const ShiftRow *shift, const DutyRoom &room, const QDateTime &now, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(shift ? tr("Change the shift") : tr("Plan a shift"));
    QDateTime from = now;
    for (const ShiftRow &row : room.shifts)
        if (row.state != u"handed_over" && row.endsAt > from)
            from = row.endsAt;
    m_name = new QLineEdit(shift ? shift->name : tr("Shift of %1").arg(from.toTimeZone(hanoiZone()).toString(u"dd/MM HH:mm"_s)), this);
    m_name->setObjectName(u"planName"_s);
    m_name->setAccessibleName(tr("Name of the shift"));
    m_leader = new QComboBox(this);
    m_leader->setObjectName(u"planLeader"_s);
    m_leader->setAccessibleName(tr("Leader of the shift"));
    for (const DutyPerson &person : room.people)
        m_leader->addItem(dutyWords::person(person.rank, person.name), person.id.value);
    m_leader->setCurrentIndex(shift ? m_leader->findData(shift->leader.value) : 0);
    m_from = timeField(shift ? shift->startsAt : from, tr("Begins"), this);
    m_to = timeField(shift ? shift->endsAt : from.addSecs(8 * 3600), tr("Ends"), this);
    m_from->setEnabled(!shift || shift->state == u"planned");
    m_people = new QTableWidget(int(room.people.size()), 2, this);
    m_people->setObjectName(u"planPeople"_s);
    m_people->setAccessibleName(tr("Who sits where"));
    m_people->setHorizontalHeaderLabels({tr("On duty"), tr("Seat")});
    m_people->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_people->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_people->verticalHeader()->hide();
    for (int i = 0; i < room.people.size(); ++i) {
        const DutyPerson &person = room.people.at(i);
        auto *item = new QTableWidgetItem(dutyWords::person(person.rank, person.name));
        item->setData(Qt::UserRole, person.id.value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        auto *seat = new QTableWidgetItem;
        for (const QJsonValue &planned : shift ? shift->people : QJsonArray()) {
            if (planned[u"person"].toInteger() == person.id.value) {
                item->setCheckState(Qt::Checked);
                seat->setText(planned[u"seat"].toString());
            }
        }
        m_people->setItem(i, 0, item);
        m_people->setItem(i, 1, seat);
    }
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(shift ? tr("Save") : tr("Plan"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"planSave"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    if (shift && shift->state == u"planned") {
        auto *drop = buttons->addButton(tr("Drop the shift"), QDialogButtonBox::DestructiveRole);
        connect(drop, &QPushButton::clicked, this, [this] {
            Q_EMIT dropWanted();
            reject();
        });
    }
    auto *form = new QFormLayout(this);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Leader"), m_leader);
    form->addRow(tr("Begins"), m_from);
    form->addRow(tr("Ends"), m_to);
    form->addRow(m_people);
    form->addRow(buttons);
    resize(Theme::space(130), Theme::space(120));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &PlanDialog::refresh);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &PlanDialog::refresh);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &PlanDialog::refresh);
    refresh();
}

void PlanDialog::refresh()
{
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && m_leader->currentIndex() >= 0 && m_to->dateTime() > m_from->dateTime());
}

QJsonObject PlanDialog::fields() const
{
    QJsonArray people;
    for (int i = 0; i < m_people->rowCount(); ++i)
        if (m_people->item(i, 0)->checkState() == Qt::Checked)
            people.append(QJsonObject{{u"person"_s, m_people->item(i, 0)->data(Qt::UserRole).toLongLong()}, {u"seat"_s, m_people->item(i, 1)->text().trimmed()}});
    return {{u"name"_s, m_name->text().trimmed()}, {u"leader"_s, m_leader->currentData().toLongLong()}, {u"starts_at"_s, m_from->dateTime().toUTC().toString(Qt::ISODate)},
            {u"ends_at"_s, m_to->dateTime().toUTC().toString(Qt::ISODate)}, {u"people"_s, people}};
}

} // namespace trucban
