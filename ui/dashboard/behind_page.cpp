// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/behind_page.h"

#include "base/when_done.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/trade_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace trucban {

namespace {
constexpr int page = 100;
}

BehindPage::BehindPage(Database &database, QWidget *parent)
    : QWidget(parent), m_database(database), m_title(new QLabel), m_definition(new QuietLabel({}, nullptr, TextSize::Body)), m_notice(new NoticeBar), m_list(new QListWidget), m_more(new QPushButton(tr("Show more")))
{
    setObjectName(u"behindPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(6), Theme::space(6), Theme::space(6), Theme::space(6));
    layout->setSpacing(Theme::space(3));
    auto *top = new QHBoxLayout;
    auto *back = new QPushButton(Theme::icon(u"go-previous"_s), tr("Back to the numbers"));
    m_title->setFont(Theme::bold(TextSize::Heading));
    top->addWidget(m_title, 1);
    top->addWidget(back);
    m_definition->setWordWrap(true);
    m_list->setObjectName(u"behindList"_s);
    m_list->setAccessibleName(tr("Cases behind the number"));
    m_list->setUniformItemSizes(true);
    layout->addLayout(top);
    layout->addWidget(m_definition);
    layout->addWidget(m_notice);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    setFocusProxy(m_list);
    connect(back, &QPushButton::clicked, this, &BehindPage::closed);
    connect(m_more, &QPushButton::clicked, this, &BehindPage::readMore);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { Q_EMIT caseChosen(CaseId{item->data(Qt::UserRole).toLongLong()}); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { Q_EMIT caseChosen(CaseId{item->data(Qt::UserRole).toLongLong()}); });
}

int BehindPage::shown() const
{
    return m_list->count();
}

void BehindPage::open(const QJsonObject &filter, const QString &title)
{
    m_filter = filter;
    m_last = {};
    ++m_asked;
    m_list->clear();
    m_notice->clear();
    m_title->setText(title);
    m_definition->clear();
    m_reading = false;
    readDefinition();
    readMore();
    m_list->setFocus();
}

// what the number counts, from where it is counted
void BehindPage::readDefinition()
{
    const auto time = [&](const QString &name) { return QDateTime::fromString(m_filter[name].toString(), Qt::ISODate); };
    const QDateTime from = time(u"from"_s), to = time(u"to"_s);
    whenDone(readMetrics(m_database, {{u"it"_s, m_filter[u"metric"_s].toString(), from, to, m_filter[u"by"_s].toString()}}), this,
             [this, asked = m_asked, row = m_title->text(), from, to](const Result<QHash<QString, MetricReading>> &answer) {
                 if (!answer || asked != m_asked)
                     return;
                 const MetricReading metric = answer->value(u"it"_s);
                 const QString label = tradeWords::inLanguage(metric.label, metric.labelEn);
                 m_title->setText(row.isEmpty() ? label : u"%1 · %2"_s.arg(label, row));
                 QString words = tradeWords::inLanguage(metric.definition, metric.definitionEn);
                 if (from.isValid() && to.isValid())
                     words.prepend(tr("%1 to %2.").arg(clockText::exact(from), clockText::exact(to)) + u' ');
                 m_definition->setText(words);
             });
}

void BehindPage::readMore()
{
    if (m_reading)
        return;
    m_reading = true;
    m_more->setEnabled(false);
    whenDone(readCasesBehind(m_database, m_filter, m_last, page), this, [this, asked = m_asked](const Result<QList<CaseBehind>> &found) {
        if (asked != m_asked)
            return;
        m_reading = false;
        if (!found) {
            m_notice->tell(found.error());
            return;
        }
        for (const CaseBehind &one : *found)
            add(one);
        if (!found->isEmpty())
            m_last = found->last().id;
        m_more->setEnabled(true);
        m_more->setVisible(found->size() == page);
        if (m_list->count() == 0)
            m_notice->confirm(tr("No case stands behind this number any more."));
        else if (!m_list->currentItem())
            m_list->setCurrentRow(0);
    });
}

void BehindPage::add(const CaseBehind &found)
{
    const QLocale locale;
    QStringList parts{u'#' + found.number, clockText::exact(found.openedAt), tradeWords::status(found.status), tradeWords::urgency(found.urgency)};
    const QString category = tradeWords::inLanguage(found.category, found.categoryEn), unit = tradeWords::inLanguage(found.unit, found.unitEn);
    for (const QString &part : {category, found.area, unit, found.holder}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (found.seconds > 0)
        //: how long it took, or how long it was held
        parts.append(tr("took %1").arg(clockText::duration(qint64(found.seconds * 1000))));
    if (found.late)
        parts.append(tr("late"));
    if (found.times > 1)
        parts.append(tr("%1 times").arg(locale.toString(found.times)));
    auto *item = new QListWidgetItem(parts.join(u"  ·  "_s) + u'\n' + (found.firstWords.isEmpty() ? tr("(attachments only)") : found.firstWords.simplified()));
    item->setData(Qt::UserRole, found.id.value);
    if (found.late)
        item->setIcon(Theme::icon(u"chronometer"_s, Meaning::Burning));
    m_list->addItem(item);
}

void BehindPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace trucban
