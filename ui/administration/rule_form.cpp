// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/rule_form.h"

#include "ui/theme/theme.h"
#include "ui/widgets/trade_words.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace trucban {

namespace {

QStringList split(const QString &typed)
{
    QStringList words;
    for (const QString &word : typed.split(u',')) {
        if (!word.trimmed().isEmpty())
            words.append(word.trimmed());
    }
    return words;
}

QString joined(const QJsonValue &words)
{
    QStringList list;
    for (const QJsonValue &word : words.toArray())
        list.append(word.toString());
    return list.join(u", "_s);
}

void put(QJsonObject &into, const QString &key, const QComboBox *box)
{
    const int at = box->isEditable() ? box->findText(box->currentText()) : box->currentIndex();
    if (at > 0)
        into[key] = QJsonValue::fromVariant(box->itemData(at));
}

void take(QComboBox *box, const QJsonValue &value)
{
    int at = 0;
    for (int i = 1; i < box->count() && !value.isUndefined(); ++i) {
        if (QJsonValue::fromVariant(box->itemData(i)) == value)
            at = i;
    }
    box->setCurrentIndex(at);
}

QFormLayout *formIn(QWidget *side, const QString &title)
{
    auto *form = new QFormLayout(side);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(Theme::space(1));
    auto *head = new QLabel(title, side);
    head->setFont(Theme::bold());
    form->addRow(head);
    return form;
}

} // namespace

RuleForm::RuleForm(QWidget *parent)
    : QWidget(parent)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(Theme::space(2), Theme::space(2), Theme::space(2), Theme::space(2));
    columns->setSpacing(Theme::space(4));
    columns->addWidget(makeConditions(), 1);
    columns->addWidget(makeProposal(), 1);
    connectFields();
    fill();
}

QComboBox *RuleForm::choice(const QString &name, bool findable)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    if (findable) {
        box->setEditable(true); // so that one can type to find
        box->setInsertPolicy(QComboBox::NoInsert);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        box->completer()->setFilterMode(Qt::MatchContains);
    }
    return box;
}

QWidget *RuleForm::makeConditions()
{
    auto *side = new QWidget(this);
    QFormLayout *form = formIn(side, tr("When all of this holds"));
    m_name = new QLineEdit(side);
    m_name->setObjectName(u"ruleName"_s);
    m_name->setAccessibleName(tr("Name of the rule"));
    m_name->setPlaceholderText(tr("Short; officers read it as the reason"));
    m_anyWords = new QLineEdit(side);
    m_anyWords->setObjectName(u"anyWords"_s);
    m_anyWords->setAccessibleName(tr("Words of which one is written"));
    m_anyWords->setPlaceholderText(tr("đua xe, nẹt pô, …; with or without marks"));
    m_allWords = new QLineEdit(side);
    m_allWords->setObjectName(u"allWords"_s);
    m_allWords->setAccessibleName(tr("Words that are all written in one message"));
    m_allWords->setPlaceholderText(tr("separated by commas"));
    m_category = choice(tr("Category of the case"));
    m_area = choice(tr("Area of the case"), true);
    m_channel = choice(tr("How it came"));
    m_media = choice(tr("What is attached"));
    m_track = choice(tr("Legal track of the case"));
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("One of the words"), m_anyWords);
    form->addRow(tr("All of the words"), m_allWords);
    form->addRow(tr("Category"), m_category);
    form->addRow(tr("Area"), m_area);
    form->addRow(tr("Channel"), m_channel);
    form->addRow(tr("Attached"), m_media);
    form->addRow(tr("Legal track"), m_track);
    return side;
}

QWidget *RuleForm::makeProposal()
{
    auto *side = new QWidget(this);
    QFormLayout *form = formIn(side, tr("it proposes"));
    m_position = new QSpinBox(side);
    m_position->setRange(0, 999);
    m_position->setAccessibleName(tr("Place among the rules; smaller speaks first"));
    m_position->setToolTip(m_position->accessibleName());
    m_unit = choice(tr("Unit that is proposed"), true);
    m_unit->setObjectName(u"proposedUnit"_s);
    m_urgency = choice(tr("Urgency that is proposed"));
    m_urgency->setObjectName(u"proposedUrgency"_s);
    m_toCategory = choice(tr("Category that is proposed"));
    m_toTrack = choice(tr("Legal track that is proposed"));
    m_amount = new QSpinBox(side);
    m_amount->setRange(0, 999);
    m_amount->setSpecialValueText(tr("by the table of deadlines"));
    m_amount->setAccessibleName(tr("Time to answer"));
    m_amountUnit = choice(tr("Unit of the time to answer"));
    auto *time = new QHBoxLayout;
    time->addWidget(m_amount, 1);
    time->addWidget(m_amountUnit, 1);
    form->addRow(tr("Order"), m_position);
    form->addRow(tr("Unit"), m_unit);
    form->addRow(tr("Urgency"), m_urgency);
    form->addRow(tr("Category"), m_toCategory);
    form->addRow(tr("Legal track"), m_toTrack);
    form->addRow(tr("Answer within"), time);
    return side;
}

void RuleForm::connectFields()
{
    const auto changed = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    for (QLineEdit *field : {m_name, m_anyWords, m_allWords})
        connect(field, &QLineEdit::textChanged, this, changed);
    for (QComboBox *box : {m_category, m_area, m_channel, m_media, m_track, m_unit, m_urgency, m_toCategory, m_toTrack, m_amountUnit})
        connect(box, &QComboBox::currentTextChanged, this, changed);
    for (QSpinBox *number : {m_position, m_amount})
        connect(number, &QSpinBox::valueChanged, this, changed);
}

void RuleForm::setReference(const CaseReference &reference)
{
    const Rule written = rule();
    m_reference = reference;
    fill();
    const Rule kept = std::exchange(m_rule, written);
    restore();
    m_rule = kept;
}

void RuleForm::fill()
{
    m_filling = true;
    const auto begin = [](QComboBox *box, const QString &none) {
        box->clear();
        box->addItem(none);
    };
    for (QComboBox *box : {m_category, m_area, m_channel, m_media, m_track})
        begin(box, tr("any"));
    for (QComboBox *box : {m_unit, m_urgency, m_toCategory, m_toTrack})
        begin(box, tr("nothing"));
    for (const CategoryEntry &entry : std::as_const(m_reference.categories)) {
        for (QComboBox *box : {m_category, m_toCategory})
            box->addItem(tradeWords::inLanguage(entry.name, entry.nameEn), entry.code);
    }
    for (const NamedRow &track : std::as_const(m_reference.tracks)) {
        for (QComboBox *box : {m_track, m_toTrack})
            box->addItem(tradeWords::inLanguage(track.name, track.other), track.code);
    }
    for (const NamedRow &area : std::as_const(m_reference.areas))
        m_area->addItem(area.name, area.id);
    for (const NamedRow &unit : std::as_const(m_reference.units))
        m_unit->addItem(tradeWords::inLanguage(unit.name, unit.other), unit.id);
    for (const QString &channel : {u"messenger"_s, u"comment"_s, u"visitor_post"_s, u"mention"_s})
        m_channel->addItem(tradeWords::channel(channel), channel);
    for (const auto &[word, label] : std::initializer_list<std::pair<QString, QString>>{
             {u"image"_s, tr("a picture")}, {u"video"_s, tr("a video")}, {u"audio"_s, tr("a recording")}, {u"file"_s, tr("a file")}, {u"none"_s, tr("nothing is attached")}})
        m_media->addItem(label, word);
    for (const QString &urgency : {u"emergency"_s, u"high"_s, u"medium"_s, u"low"_s})
        m_urgency->addItem(tradeWords::urgency(urgency), urgency);
    m_amountUnit->clear();
    for (const auto &[word, label] : std::initializer_list<std::pair<QString, QString>>{
             {u"minutes"_s, tr("minutes")}, {u"hours"_s, tr("hours")}, {u"working_days"_s, tr("working days")}, {u"days"_s, tr("days")}, {u"months"_s, tr("months")}})
        m_amountUnit->addItem(label, word);
    m_filling = false;
}

void RuleForm::show(const Rule &rule)
{
    m_rule = rule;
    restore();
}

void RuleForm::restore()
{
    m_filling = true;
    const QJsonObject &asks = m_rule.conditions, &says = m_rule.proposal;
    m_name->setText(m_rule.name);
    m_position->setValue(m_rule.position);
    m_anyWords->setText(joined(asks[u"any_words"]));
    m_allWords->setText(joined(asks[u"all_words"]));
    take(m_category, asks.value(u"category"));
    take(m_area, asks.value(u"area"));
    take(m_channel, asks.value(u"channel"));
    take(m_media, asks.value(u"media"));
    take(m_track, asks.value(u"track"));
    take(m_unit, says.value(u"unit"));
    take(m_urgency, says.value(u"urgency"));
    take(m_toCategory, says.value(u"category"));
    take(m_toTrack, says.value(u"track"));
    m_amount->setValue(says[u"amount"].toInt());
    m_amountUnit->setCurrentIndex(std::max(0, m_amountUnit->findData(says[u"unit_of_time"].toString())));
    m_filling = false;
    Q_EMIT edited();
}

Rule RuleForm::rule() const
{
    Rule written = m_rule;
    written.name = m_name->text().trimmed();
    written.position = m_position->value();
    written.conditions = {};
    written.proposal = {};
    if (const QStringList words = split(m_anyWords->text()); !words.isEmpty())
        written.conditions[u"any_words"_s] = QJsonArray::fromStringList(words);
    if (const QStringList words = split(m_allWords->text()); !words.isEmpty())
        written.conditions[u"all_words"_s] = QJsonArray::fromStringList(words);
    put(written.conditions, u"category"_s, m_category);
    put(written.conditions, u"area"_s, m_area);
    put(written.conditions, u"channel"_s, m_channel);
    put(written.conditions, u"media"_s, m_media);
    put(written.conditions, u"track"_s, m_track);
    put(written.proposal, u"unit"_s, m_unit);
    put(written.proposal, u"urgency"_s, m_urgency);
    put(written.proposal, u"category"_s, m_toCategory);
    put(written.proposal, u"track"_s, m_toTrack);
    if (m_amount->value() > 0) {
        written.proposal[u"amount"_s] = m_amount->value();
        written.proposal[u"unit_of_time"_s] = m_amountUnit->currentData().toString();
    }
    return written;
}

bool RuleForm::isChanged() const
{
    const Rule written = rule();
    return !written.saysTheSameAs(m_rule) || written.name != m_rule.name || written.position != m_rule.position;
}

void RuleForm::begin()
{
    m_name->setFocus();
}

} // namespace trucban
