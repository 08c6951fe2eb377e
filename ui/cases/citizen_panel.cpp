// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/citizen_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/trade_words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace trucban {

CitizenPanel::CitizenPanel(bool mayOpenIdentity, QWidget *parent)
    : QWidget(parent), m_alias(new QLabel(this)), m_since(new QuietLabel({}, this)), m_seal(new QLabel(this)), m_reason(new QLineEdit(this)), m_open(new QPushButton(this)),
      m_none(new QuietLabel(tr("No earlier cases: this citizen writes for the first time."), this)), m_cases(new QListWidget(this))
{
    auto *column = new QVBoxLayout(this);
    m_alias->setFont(Theme::bold());
    m_alias->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_alias);
    column->addWidget(m_since);
    auto *frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    m_box = frame;
    auto *box = new QVBoxLayout(frame);
    m_seal->setWordWrap(true);
    m_seal->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->addWidget(m_seal);
    auto *row = new QHBoxLayout;
    m_reason->setPlaceholderText(tr("Why you have to know who this is (at least 10 letters)"));
    m_reason->setAccessibleName(tr("Reason for opening the identity"));
    m_open->setText(tr("Open with reason"));
    m_open->setIcon(Theme::icon(u"object-unlocked"_s));
    row->addWidget(m_reason, 1);
    row->addWidget(m_open);
    box->addLayout(row);
    column->addWidget(frame);
    frame->setVisible(mayOpenIdentity);
    column->addWidget(m_none);
    m_cases->setAccessibleName(tr("Earlier cases of this citizen"));
    m_cases->setWordWrap(true);
    column->addWidget(m_cases, 1);
    column->addStretch(0);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &text) { m_open->setEnabled(text.trimmed().size() >= 10); });
    connect(m_reason, &QLineEdit::returnPressed, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT identityWanted(m_reason->text().trimmed()); });
    connect(m_cases, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { Q_EMIT caseWanted(CaseId{item->data(Qt::UserRole).toLongLong()}); });
    begin();
}

void CitizenPanel::begin()
{
    m_sealed = true;
    m_alias->clear();
    m_since->clear();
    m_cases->clear();
    m_reason->clear();
    m_reason->show();
    m_open->show();
    m_open->setEnabled(false);
    m_seal->setText(tr("The identity is sealed. Each opening is recorded with its reason and seen by the supervisor."));
}

void CitizenPanel::show(const CitizenFile &file)
{
    m_alias->setText(tradeWords::citizenAlias(file.citizen.value));
    m_since->setText(tr("First wrote %1, last %2").arg(clockText::exact(file.firstSeenAt), clockText::exact(file.lastSeenAt)));
    m_since->setWordWrap(true);
    m_none->setVisible(file.cases.isEmpty());
    m_cases->setVisible(!file.cases.isEmpty());
    m_cases->clear();
    for (const EarlierCase &one : file.cases) {
        auto *item = new QListWidgetItem(tr("%1 · %2 · %3\n%4").arg(one.number, tradeWords::status(one.status), clockText::exact(one.openedAt), one.firstWords), m_cases);
        item->setData(Qt::UserRole, one.id.value);
    }
}

void CitizenPanel::openWith(const QString &reason)
{
    m_reason->setText(reason);
    m_open->click();
}

void CitizenPanel::showIdentity(const QList<Identity> &identities)
{
    m_sealed = false;
    QStringList lines;
    for (const Identity &one : identities)
        lines.append(one.name.isEmpty() ? tr("Facebook gave no name (id %1)").arg(one.platformId) : tr("%1 (id %2)").arg(one.name, one.platformId));
    m_seal->setText(lines.isEmpty() ? tr("Nothing is known about who this is.") : lines.join(u'\n'));
    m_reason->hide();
    m_open->hide();
}

} // namespace trucban
