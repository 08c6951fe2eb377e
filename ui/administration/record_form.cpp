// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/record_form.h"

#include "base/when_done.h"
#include "ui/administration/administration_words.h"
#include "ui/administration/field_edit.h"
#include "ui/administration/template_preview.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QVBoxLayout>

namespace trucban {

namespace {

constexpr int shortestPassword = 10;

// no letters that are taken for one another when read aloud or copied from paper
QString newPassword()
{
    constexpr QStringView letters = u"abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    QString made;
    for (int i = 0; i < 16; ++i) {
        if (i % 4 == 0 && i > 0)
            made += u'-';
        made += letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    }
    return made;
}

} // namespace

RecordForm::RecordForm(Database &database, AdminListSpec spec, bool mayChange, QWidget *parent)
    : QWidget(parent), m_desk(database), m_spec(std::move(spec)), m_mayChange(mayChange), m_title(new ElidedLabel({}, this)), m_notice(new NoticeBar(this)),
      m_save(new QPushButton(tr("&Save"), this)), m_close(new QPushButton(tr("Close"), this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget(scroll);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    column->setSpacing(Theme::space(2));
    m_title->setFont(Theme::bold());
    column->addWidget(m_title);
    if (!mayChange)
        column->addWidget(new QuietLabel(tr("Your role reads this list; an administrator changes it."), inside));
    makeConflict(column);
    makeFields(column);
    if (m_spec.list == AdminList::People && mayChange)
        makePassword(column);
    if (m_spec.list == AdminList::Templates)
        column->addWidget(m_preview = new TemplatePreview(inside));
    column->addStretch(1);
    scroll->setWidget(inside);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    outer->addWidget(m_notice);
    outer->addWidget(scroll, 1);
    outer->addLayout(buttons);
    m_save->setVisible(mayChange);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &RecordForm::save);
    connect(m_close, &QPushButton::clicked, this, &RecordForm::closed);
    refresh();
}

void RecordForm::makeFields(QVBoxLayout *column)
{
    for (const AdminField &field : std::as_const(m_spec.fields)) {
        auto *edit = new FieldEdit(field, column->parentWidget());
        m_fields.append(edit);
        column->addWidget(edit);
        connect(edit, &FieldEdit::edited, this, [this] {
            m_request.clear(); // other words are another act
            refresh();
        });
    }
}

void RecordForm::makePassword(QVBoxLayout *column)
{
    m_password = new QLineEdit(this);
    m_password->setAccessibleName(tr("Password"));
    auto *label = new QLabel(tr("Password"), this);
    auto *row = new QHBoxLayout;
    auto *make = new QPushButton(tr("Make one"), this);
    make->setToolTip(tr("Makes a password that can be read aloud without mistakes"));
    row->addWidget(m_password, 1);
    row->addWidget(make);
    auto *help = new QuietLabel(tr("For a new person it must be given; later, empty leaves it as it is. It is shown so that it can be handed over; the server gets only a seal of it."), this);
    help->setWordWrap(true);
    m_passwordFault = new QLabel(this);
    m_passwordFault->setWordWrap(true);
    m_passwordFault->hide();
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(help);
    column->addWidget(m_passwordFault);
    connect(m_password, &QLineEdit::textChanged, this, [this] {
        m_request.clear();
        refresh();
    });
    connect(make, &QPushButton::clicked, this, [this] { m_password->setText(newPassword()); });
}

void RecordForm::makeConflict(QVBoxLayout *column)
{
    m_conflict = new QWidget(this);
    auto *box = new QVBoxLayout(m_conflict);
    box->setContentsMargins(0, 0, 0, 0);
    m_difference = new QLabel(m_conflict);
    m_difference->setWordWrap(true);
    m_difference->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    auto *theirs = new QPushButton(tr("Take their version"), m_conflict);
    auto *mine = new QPushButton(tr("Save mine over it"), m_conflict);
    row->addWidget(theirs);
    row->addWidget(mine);
    row->addStretch(1);
    box->addWidget(m_difference);
    box->addLayout(row);
    column->addWidget(m_conflict);
    m_conflict->hide();
    connect(theirs, &QPushButton::clicked, this, [this] { edit(m_theirs); });
    connect(mine, &QPushButton::clicked, this, [this] {
        m_record.revision = m_theirs.revision;
        m_record.fields = m_theirs.fields;
        m_conflict->hide();
        save();
    });
}

void RecordForm::edit(const AdminRecord &record)
{
    m_record = record;
    m_notice->clear();
    m_conflict->hide();
    m_request.clear();
    const QString name = record.fields.contains(u"name") ? record.fields[u"name"].toString() : m_spec.fields.first().shown(record.fields[m_spec.fields.first().key]);
    m_title->setText(name.isEmpty() ? record.fields[m_spec.fields.first().key].toVariant().toString() : name);
    fill(record.fields);
    for (FieldEdit *field : std::as_const(m_fields))
        field->setLocked(!m_mayChange || field->field().isKey);
}

void RecordForm::beginNew()
{
    m_record = {};
    m_notice->clear();
    m_conflict->hide();
    m_request.clear();
    m_title->setText(m_spec.addVerb);
    fill({{u"active"_s, true}});
    for (FieldEdit *field : std::as_const(m_fields))
        field->setLocked(false);
    m_fields.first()->editor()->setFocus();
}

void RecordForm::fill(const QJsonObject &fields)
{
    m_filling = true;
    for (FieldEdit *field : std::as_const(m_fields))
        field->setValue(fields[field->field().key]);
    if (m_password)
        m_password->clear();
    m_filling = false;
    refresh();
}

void RecordForm::setCodes(AdminField::Kind kind, const QList<AdminField::Word> &codes)
{
    m_filling = true;
    for (FieldEdit *field : std::as_const(m_fields)) {
        if (field->field().kind == kind)
            field->setCodes(codes);
    }
    m_filling = false;
    refresh();
}

FieldEdit *RecordForm::field(const QString &key) const
{
    const auto found = std::ranges::find_if(m_fields, [&](const FieldEdit *field) { return field->field().key == key; });
    return found == m_fields.end() ? nullptr : *found;
}

QJsonObject RecordForm::values() const
{
    QJsonObject values = m_record.fields;
    for (const FieldEdit *field : m_fields)
        values[field->field().key] = field->value();
    return values;
}

QJsonObject RecordForm::changes() const
{
    QJsonObject changed;
    for (const FieldEdit *field : m_fields) {
        const QString key = field->field().key;
        if (field->value().toVariant().toString() != m_record.fields[key].toVariant().toString())
            changed[key] = field->value();
    }
    return changed;
}

bool RecordForm::isDirty() const
{
    return m_mayChange && (!changes().isEmpty() || (m_password && !m_password->text().isEmpty())) && isVisible();
}

bool RecordForm::check()
{
    FieldEdit *first = nullptr;
    for (FieldEdit *field : std::as_const(m_fields)) {
        const QString fault = field->fault();
        field->showFault(fault);
        if (!fault.isEmpty() && !first)
            first = field;
    }
    bool good = !first;
    if (m_password) {
        const qsizetype length = m_password->text().size();
        const bool wrong = length < shortestPassword && (m_record.id == 0 || length > 0);
        m_passwordFault->setText(tr("A password has at least %1 characters.").arg(shortestPassword));
        QPalette shade = palette();
        shade.setColor(QPalette::WindowText, Theme::colour(Meaning::Burning));
        m_passwordFault->setPalette(shade);
        m_passwordFault->setVisible(wrong);
        good = good && !wrong;
    }
    if (!good)
        m_notice->tell(Meaning::Soon, {tr("Some fields are not right yet."), tr("Nothing was saved."), tr("Mend those marked below.")});
    if (first)
        first->editor()->setFocus();
    return good;
}

void RecordForm::save()
{
    if (!m_mayChange || m_waiting > 0 || !check())
        return;
    if (m_request.isEmpty())
        m_request = newRequest();
    if (m_spec.list != AdminList::People) {
        ++m_waiting;
        refresh();
        whenDone(m_desk.save(m_spec.list, {m_record.id, m_record.revision, 0, {}, values()}, m_request), this, [this](const Result<DueMoves> &outcome) {
            finished(outcome.transform([](const DueMoves &) {}), outcome.value_or(DueMoves()));
        });
        return;
    }
    QFuture<Result<>> sent;
    if (m_record.id == 0)
        sent = m_desk.addPerson(values(), m_password->text(), m_request);
    else
        sent = m_desk.changePerson(m_record, changes(), m_password->text(), m_request);
    ++m_waiting;
    refresh();
    whenDone(sent, this, [this](const Result<> &outcome) { finished(outcome, {}); });
}

void RecordForm::finished(const Result<> &outcome, const DueMoves &moves)
{
    --m_waiting;
    if (outcome || outcome.error().kind != Failure::Offline)
        m_request.clear();
    refresh();
    if (!outcome) {
        m_notice->tell(Meaning::Soon, administrationWords::refusal(outcome.error()));
        if (outcome.error().code == u"stale_revision")
            showTheirs();
        return;
    }
    const QString name = values()[u"name"_s].toString();
    m_record.fields = values();
    m_record.id = m_record.id ? m_record.id : -1;
    const QString words = name.isEmpty() ? tr("Saved.") : tr("%1 is saved.").arg(name);
    Q_EMIT saved(moves.moved == 0 ? words : words + u' ' + administrationWords::dueMoves(moves));
}

void RecordForm::showTheirs()
{
    ++m_waiting;
    whenDone(m_desk.record(m_spec.list, m_record.id), this, [this](const Result<AdminRecord> &theirs) {
        --m_waiting;
        if (theirs)
            showConflict(*theirs);
        else
            m_notice->tell(theirs.error());
    });
}

void RecordForm::showConflict(const AdminRecord &theirs)
{
    m_theirs = theirs;
    QStringList lines;
    for (const FieldEdit *edit : std::as_const(m_fields)) {
        const AdminField &field = edit->field();
        const QString their = field.shown(theirs.fields[field.key]);
        const QString mine = field.shown(edit->value());
        if (their != mine)
            lines.append(tr("%1: theirs “%2”, yours “%3”").arg(field.label, their, mine));
    }
    m_difference->setText(lines.isEmpty() ? tr("Their version says the same as yours.") : lines.join(u'\n'));
    m_conflict->show();
}

void RecordForm::refresh()
{
    if (m_filling)
        return;
    m_save->setEnabled(m_mayChange && m_waiting == 0);
    if (m_preview && field(u"body"_s))
        m_preview->showWords(field(u"body"_s)->value().toString());
}

} // namespace trucban
