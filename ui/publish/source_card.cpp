// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/source_card.h"

#include "domain/case.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace trucban {

SourceCard::SourceCard(QWidget *parent)
    : QFrame(parent), m_source(new QComboBox(this)), m_url(new QLineEdit(this)), m_number(new QLineEdit(this)), m_caseNote(new QuietLabel({}, this))
{
    setObjectName(u"sourceCard"_s);
    setFrameShape(QFrame::StyledPanel);
    m_source->setAccessibleName(tr("Source of the post"));
    m_source->setObjectName(u"sourceChoice"_s);
    m_url->setAccessibleName(tr("Link of the source"));
    m_url->setObjectName(u"sourceLink"_s);
    m_number->setAccessibleName(tr("Number of the case"));
    m_number->setObjectName(u"sourceCase"_s);
    m_number->setPlaceholderText(tr("26-004217"));
    m_number->setMaximumWidth(Theme::space(30));

    auto *sourceLabel = new QLabel(tr("&Source"), this);
    sourceLabel->setBuddy(m_source);
    auto *caseLabel = new QLabel(tr("&Case"), this);
    caseLabel->setBuddy(m_number);
    auto *linkLabel = new QLabel(tr("&Link"), this);
    linkLabel->setBuddy(m_url);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    grid->setVerticalSpacing(Theme::space(1));
    grid->addWidget(sourceLabel, 0, 0);
    grid->addWidget(m_source, 0, 1);
    grid->addWidget(caseLabel, 0, 2);
    grid->addWidget(m_number, 0, 3);
    grid->addWidget(linkLabel, 1, 0);
    grid->addWidget(m_url, 1, 1, 1, 2);
    grid->addWidget(m_caseNote, 1, 3);
    grid->setColumnStretch(1, 1);

    const auto changed = [this] {
        if (m_filling)
            return;
        refresh();
        Q_EMIT edited();
    };
    connect(m_source, &QComboBox::currentIndexChanged, this, changed);
    connect(m_url, &QLineEdit::textEdited, this, changed);
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        const auto number = CaseNumber::fromString(m_number->text());
        const QString typed = number ? number->toString() : m_number->text().trimmed();
        if (typed == m_caseNumber)
            return;
        if (typed.isEmpty()) {
            setCase({}, {});
            Q_EMIT edited();
        } else {
            Q_EMIT caseWanted(typed);
        }
    });
}

void SourceCard::setSources(const QList<PostSource> &sources)
{
    m_filling = true;
    const QString code = source() ? source()->code : QString();
    m_sources = sources;
    m_source->clear();
    m_source->addItem(tr("Choose a source…"), QString());
    for (const PostSource &source : sources)
        m_source->addItem(source.name, source.code);
    m_source->setCurrentIndex(qMax(0, m_source->findData(code)));
    m_filling = false;
    refresh();
}

void SourceCard::show(const QString &source, const QString &url, CaseId caseId, const QString &caseNumber)
{
    m_filling = true;
    m_source->setCurrentIndex(qMax(0, m_source->findData(source)));
    m_url->setText(url);
    setCase(caseId, caseNumber);
    m_filling = false;
    refresh();
}

void SourceCard::setEditable(bool editable)
{
    m_source->setEnabled(editable);
    m_url->setReadOnly(!editable);
    m_number->setReadOnly(!editable);
}

const PostSource *SourceCard::source() const
{
    const QString code = m_source->currentData().toString();
    for (const PostSource &source : m_sources) {
        if (source.code == code && !code.isEmpty())
            return &source;
    }
    return nullptr;
}

QString SourceCard::url() const
{
    const PostSource *chosen = source();
    return chosen && chosen->needsCase() ? QString() : m_url->text().trimmed();
}

void SourceCard::setCase(CaseId id, const QString &number)
{
    m_case = id;
    m_caseNumber = number;
    m_number->setText(number);
    m_caseNote->clear();
}

void SourceCard::caseNotFound()
{
    m_caseNote->setText(tr("No such case"));
}

void SourceCard::refresh()
{
    const PostSource *chosen = source();
    const bool wantsLink = chosen && !chosen->needsCase();
    m_url->setEnabled(wantsLink);
    m_url->setPlaceholderText(wantsLink ? chosen->urlPrefix + u'…' : chosen ? tr("A result of our own needs no link") : QString());
}

} // namespace trucban
