// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/versions_popup.h"

#include "ui/cases/case_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace trucban {

namespace {

void addVersion(QVBoxLayout *column, const QString &when, const QString &text)
{
    QWidget *parent = column->parentWidget();
    column->addWidget(new QuietLabel(when, parent));
    auto *words = new QLabel(text, parent);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(when);
    words->setContentsMargins(0, 0, 0, Theme::space(3));
    column->addWidget(words);
}

} // namespace

VersionsPopup::VersionsPopup(const CaseMessage &message, CitizenId citizen, const QList<MessageVersion> &versions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("What the message said before"));
    auto *whole = new QVBoxLayout(this);
    //: who wrote it, when
    auto *from = new QLabel(tr("%1, %2").arg(caseWords::sender(message, citizen), clockText::exact(message.sentAt)), this);
    from->setFont(Theme::bold());
    from->setTextFormat(Qt::PlainText);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(windowTitle());
    auto *page = new QWidget(scroll);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, Theme::space(2), 0);
    column->setSpacing(Theme::space());
    for (const MessageVersion &version : versions)
        addVersion(column, tr("Until %1").arg(clockText::exact(version.replacedAt)), version.text);
    addVersion(column, tr("Now"), message.text);
    column->addStretch(1);
    scroll->setWidget(page);
    auto *note = new QuietLabel(tr("That you looked at this is logged."), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    whole->addWidget(from);
    whole->addWidget(scroll, 1);
    whole->addWidget(note);
    whole->addWidget(buttons);
    resize(Theme::space(110), Theme::space(80));
}

} // namespace trucban
