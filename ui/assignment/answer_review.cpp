// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/answer_review.h"

#include "ui/assignment/assignment_words.h"
#include "ui/assignment/reason_line.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/word_changes.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

namespace trucban {

namespace {

QLabel *heading(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setFont(Theme::bold());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

AnswerReview::AnswerReview(const UnitAnswer &answer, const UnitAnswer &earlier, const QString &unitName, QWidget *parent)
    : QDialog(parent), m_answer(answer), m_notice(new NoticeBar(this))
{
    setObjectName(u"answerReview"_s);
    setWindowTitle(tr("Review the answer of %1").arg(unitName));
    setModal(true);
    auto *whole = new QVBoxLayout(this);
    whole->setSpacing(Theme::space(2));
    whole->addWidget(m_notice);
    const QString by = answer.personRank.isEmpty() ? answer.personName : answer.personRank + u' ' + answer.personName;
    //: who wrote it, when, how it stands
    whole->addWidget(new QuietLabel(tr("%1, %2 · %3").arg(by, assignmentWords::moment(answer.answeredAt), assignmentWords::state(answer.state)), this));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Theme::space(3));
    columns->addWidget(makeLeft(earlier), 1);
    columns->addWidget(makeRight(), 1);
    whole->addLayout(columns, 1);
    m_reason = new ReasonLine(tr("What is missing in this answer?"), tr("Return to the unit"), this);
    m_reason->hide();
    whole->addWidget(m_reason);
    whole->addLayout(makeButtons());
    connect(m_reason, &ReasonLine::given, this, &AnswerReview::returnWanted);
    connect(m_reason, &ReasonLine::dropped, m_reason, &QWidget::hide);
    connect(m_words, &QPlainTextEdit::textChanged, this, &AnswerReview::refresh);
    setWords(answer.approvedText.isEmpty() ? answer.text : answer.approvedText);
    refresh();
    resize(Theme::space(230), Theme::space(130));
    m_words->setFocus();
}

QWidget *AnswerReview::makeLeft(const UnitAnswer &earlier)
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    column->addWidget(heading(tr("What the unit answered"), side));
    auto *views = new QTabWidget(side);
    views->setDocumentMode(true);
    if (earlier.id != 0) {
        auto *since = new WordChanges(tr("What changed since the answer that was returned"), views);
        since->setObjectName(u"sinceReturned"_s);
        since->show(earlier.text, m_answer.text);
        views->addTab(since, tr("Changes since it was returned"));
    }
    auto *plain = new QPlainTextEdit(m_answer.text, views);
    plain->setReadOnly(true);
    plain->setTabChangesFocus(true);
    plain->setAccessibleName(tr("The unit's answer"));
    views->addTab(plain, tr("As it stands"));
    column->addWidget(views, 1);
    if (earlier.id != 0)
        column->addWidget(new QuietLabel(tr("Returned because: %1").arg(earlier.reason), side));
    return side;
}

QWidget *AnswerReview::makeRight()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    column->addWidget(heading(tr("Words the citizen will read"), side));
    m_words = new QPlainTextEdit(side);
    m_words->setObjectName(u"wordsForCitizen"_s);
    m_words->setAccessibleName(tr("Words the citizen will read"));
    m_words->setTabChangesFocus(true);
    column->addWidget(m_words, 1);
    column->addWidget(heading(tr("What differs from the unit's answer"), side));
    m_changes = new WordChanges(tr("What differs from the unit's answer"), side);
    m_changes->setObjectName(u"againstAnswer"_s);
    m_summary = new QuietLabel({}, side);
    column->addWidget(m_changes, 1);
    column->addWidget(m_summary);
    return side;
}

QLayout *AnswerReview::makeButtons()
{
    auto *row = new QHBoxLayout;
    auto *back = new QPushButton(Theme::icon(u"edit-undo"_s), tr("&Return to the unit…"), this);
    auto *leave = new QPushButton(tr("&Leave it"), this);
    m_approve = new QPushButton(Theme::icon(u"dialog-ok-apply"_s), tr("&Approve"), this);
    m_approve->setToolTip(tr("The answer is approved in these words; it is not sent yet"));
    m_reply = new QPushButton(tr("Approve and go to the &reply"), this);
    m_reply->setToolTip(tr("The words are put into the reply, ready to be released"));
    m_reply->setDefault(true);
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(leave);
    row->addWidget(m_approve);
    row->addWidget(m_reply);
    connect(back, &QPushButton::clicked, this, [this] {
        m_reason->show();
        m_reason->begin();
    });
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_approve, &QPushButton::clicked, this, [this] { Q_EMIT approveWanted(words(), false); });
    connect(m_reply, &QPushButton::clicked, this, [this] { Q_EMIT approveWanted(words(), true); });
    return row;
}

QString AnswerReview::words() const
{
    return m_words->toPlainText().trimmed();
}

void AnswerReview::setWords(const QString &words)
{
    m_words->setPlainText(words);
}

void AnswerReview::refresh()
{
    m_changes->show(m_answer.text, m_words->toPlainText());
    m_summary->setText(m_changes->summary());
    m_approve->setEnabled(!words().isEmpty());
    m_reply->setEnabled(!words().isEmpty());
}

} // namespace trucban
