// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/field_edit.h"

#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace trucban {

namespace {

QDate dayFrom(const QString &typed)
{
    const QString words = typed.trimmed();
    for (const QString &format : {u"d/M/yyyy"_s, u"yyyy-M-d"_s, u"d.M.yyyy"_s, u"d-M-yyyy"_s}) {
        if (const QDate day = QDate::fromString(words, format); day.isValid())
            return day;
    }
    return {};
}

bool isCodeKind(AdminField::Kind kind)
{
    return kind == AdminField::UnitCode || kind == AdminField::CategoryCode || kind == AdminField::TrackCode || kind == AdminField::CalendarCode;
}

} // namespace

FieldEdit::FieldEdit(AdminField field, QWidget *parent)
    : QWidget(parent), m_field(std::move(field)), m_fault(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1) / 2);
    if (m_field.kind != AdminField::Flag) {
        auto *label = new QLabel(m_field.required ? tr("%1 *", "a field that must be filled").arg(m_field.label) : m_field.label, this);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    if (m_field.kind == AdminField::Flag) {
        m_flag = new QCheckBox(m_field.label, this);
        connect(m_flag, &QCheckBox::toggled, this, &FieldEdit::edited);
    } else if (m_field.kind == AdminField::LongText) {
        m_long = new QPlainTextEdit(this);
        m_long->setTabChangesFocus(true);
        m_long->setFixedHeight(Theme::lineHeight(font()) * 6 + Theme::space(2));
        connect(m_long, &QPlainTextEdit::textChanged, this, &FieldEdit::edited);
    } else if (m_field.kind == AdminField::Choice || isCodeKind(m_field.kind)) {
        m_choice = new QComboBox(this);
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_choice->setMinimumContentsLength(12);
        m_choice->setEditable(isCodeKind(m_field.kind));
        m_choice->setInsertPolicy(QComboBox::NoInsert);
        for (const AdminField::Word &word : std::as_const(m_field.words))
            m_choice->addItem(word.label, word.word);
        connect(m_choice, &QComboBox::currentTextChanged, this, &FieldEdit::edited);
    } else {
        m_line = new QLineEdit(this);
        if (m_field.kind == AdminField::Date)
            m_line->setPlaceholderText(tr("dd/mm/yyyy"));
        connect(m_line, &QLineEdit::textEdited, this, &FieldEdit::edited);
    }
    editor()->setAccessibleName(m_field.label);
    column->addWidget(editor());
    if (!m_field.help.isEmpty()) {
        auto *help = new QuietLabel(m_field.help, this);
        help->setWordWrap(true);
        column->addWidget(help);
    }
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setFont(Theme::font(TextSize::Small));
    m_fault->hide();
    column->addWidget(m_fault);
}

QWidget *FieldEdit::editor() const
{
    if (m_line)
        return m_line;
    if (m_long)
        return m_long;
    return m_flag ? static_cast<QWidget *>(m_flag) : m_choice;
}

void FieldEdit::setCodes(const QList<AdminField::Word> &codes)
{
    const QJsonValue now = value();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(QString(), QString());
    for (const AdminField::Word &code : codes)
        m_choice->addItem(code.label, code.word);
    auto *completer = new QCompleter(m_choice->model(), m_choice);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_choice->setCompleter(completer);
    setValue(now);
}

void FieldEdit::setValue(const QJsonValue &value)
{
    const QString words = value.toVariant().toString();
    if (m_flag)
        m_flag->setChecked(value.toBool());
    else if (m_long)
        m_long->setPlainText(words);
    else if (m_line)
        m_line->setText(m_field.kind == AdminField::Date ? m_field.shown(value) : words);
    else if (const int at = m_choice->findData(words); at >= 0)
        m_choice->setCurrentIndex(at);
    else if (m_choice->isEditable())
        m_choice->setEditText(words);
    else
        m_choice->setCurrentIndex(m_choice->findData(QString()));
    showFault({});
}

QString FieldEdit::text() const
{
    if (m_long)
        return m_long->toPlainText().trimmed();
    if (m_line)
        return m_line->text().trimmed();
    if (m_choice->isEditable()) { // what was typed wins over what was chosen before
        const int at = m_choice->findText(m_choice->currentText());
        return at >= 0 ? m_choice->itemData(at).toString() : m_choice->currentText().trimmed();
    }
    return m_choice->currentData().toString();
}

QJsonValue FieldEdit::value() const
{
    if (m_flag)
        return m_flag->isChecked();
    const QString words = text().normalized(QString::NormalizationForm_C);
    if (m_field.kind == AdminField::Date) {
        const QDate day = dayFrom(words);
        return day.isValid() ? day.toString(Qt::ISODate) : m_field.key == u"valid_from" && words.isEmpty() ? u"1900-01-01"_s : words;
    }
    if (m_field.kind == AdminField::Number)
        return words.toInt();
    return words;
}

void FieldEdit::setLocked(bool locked)
{
    if (m_line)
        m_line->setReadOnly(locked);
    else if (m_long)
        m_long->setReadOnly(locked);
    else
        editor()->setEnabled(!locked);
    if (m_line)
        m_line->setEnabled(!locked || !m_field.isKey);
}

QString FieldEdit::fault() const
{
    if (m_flag)
        return {};
    const QString words = text();
    if (words.isEmpty())
        return m_field.required ? tr("This must be filled.") : QString();
    if (m_field.kind == AdminField::Number && words.toInt() <= 0)
        return tr("A number greater than zero is wanted.");
    if (m_field.kind == AdminField::Date && !dayFrom(words).isValid())
        return tr("This is no day; write 24/11/2026.");
    if (m_field.key == u"login") {
        static const QRegularExpression login(u"^[a-z][a-z0-9_.-]{1,62}$"_s);
        return login.match(words).hasMatch() ? QString() : tr("Small letters, digits, dot or dash; the first is a letter.");
    }
    if (m_field.key == u"url_prefix" && !words.startsWith(u"https://"_s))
        return tr("A link begins with https://");
    return {};
}

void FieldEdit::showFault(const QString &words)
{
    m_fault->setText(words);
    m_fault->setVisible(!words.isEmpty());
    QPalette shade = palette();
    shade.setColor(QPalette::WindowText, Theme::colour(Meaning::Burning));
    m_fault->setPalette(shade);
    editor()->setAccessibleDescription(words);
}

} // namespace trucban
