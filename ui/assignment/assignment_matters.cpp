// SPDX-License-Identifier: GPL-3.0-or-later
// What the centre does about a forward that is under way: remind, relay a question, decide about time, review an answer.
#include "base/when_done.h"
#include "desk/case_desk.h"
#include "ui/assignment/answer_review.h"
#include "ui/assignment/assignment_panel.h"
#include "ui/assignment/assignment_words.h"
#include "ui/assignment/forward_form.h"
#include "ui/assignment/forwards_list.h"
#include "ui/assignment/proposals_list.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/widgets/notice_bar.h"

#include <QPointer>

namespace trucban {

namespace {

bool mayBeReviewed(const UnitAnswer &answer)
{
    return !answer.partial && (answer.state == u"submitted" || answer.state == u"approved");
}

} // namespace

void AssignmentPanel::connectMatters()
{
    connect(m_forwards, &ForwardsList::withdrawWanted, this, [this](AssignmentId id, const QString &reason) {
        took(m_desk.withdraw(id, reason, newRequest()), tr("Withdrawn. The unit no longer sees the case."));
    });
    connect(m_forwards, &ForwardsList::remindWanted, this, [this](AssignmentId id, const QString &words) {
        took(m_desk.remind(id, words, newRequest()), tr("Reminded. The unit's people and its head see it at their desks."));
    });
    connect(m_forwards, &ForwardsList::refuseWanted, this, [this](qint64 question, const QString &reason) {
        took(m_desk.refuseQuestion(question, reason, newRequest()), tr("The question is not sent. The unit sees your reason."));
    });
    connect(m_forwards, &ForwardsList::decideWanted, this, [this](qint64 extension, bool grant, const QDateTime &until, const QString &words) {
        took(m_desk.decideExtension(extension, grant, until, words, newRequest()), grant ? tr("Granted. The deadline has moved.") : tr("Refused. The deadline stays."));
    });
    connect(m_forwards, &ForwardsList::returnWanted, this, [this](qint64 answer, const QString &reason) {
        took(m_desk.returnAnswer(answer, m_room.subject.revision, reason, newRequest()), tr("Returned. The unit sees your reason."));
    });
    connect(m_forwards, &ForwardsList::relayWanted, this, &AssignmentPanel::relay);
    connect(m_forwards, &ForwardsList::reviewWanted, this, &AssignmentPanel::review);
    connect(m_proposals, &ProposalsList::useWanted, this, &AssignmentPanel::useProposal);
}

void AssignmentPanel::makeMatterActions()
{
    if (m_bench.me.role == u"admin")
        return;
    const auto add = [this](const QString &id, const QString &words, const QString &hint, const QString &icon, const QString &step) {
        m_bench.actions.add(id).text(words).hint(hint).icon(icon).menu(u"case"_s).place(u"cases"_s).enabledWhen([this, step] { return !keyOf(step).isEmpty(); })
            .run(this, [this, step] {
                m_bench.places.open({u"assignment"_s, m_case.value, {}, {}}); // from another tab, too
                m_forwards->unfold(keyOf(step));
            });
    };
    add(u"assignment.remind"_s, tr("Remind the unit…"), tr("The unit's people and its head are told at their desks."), u"appointment-reminder"_s, u"remind"_s);
    add(u"assignment.relay_question"_s, tr("Send the unit's question to the citizen…"), tr("In words the citizen understands; the unit's deadline waits meanwhile."), u"question"_s, u"relay"_s);
    add(u"assignment.refuse_question"_s, tr("Do not send the unit's question…"), tr("The unit reads why."), u"dialog-cancel"_s, u"refuse"_s);
    if (m_bench.me.role == u"supervisor") {
        add(u"assignment.grant_time"_s, tr("Grant the unit more time…"), tr("The deadline moves to the moment you choose."), u"chronometer"_s, u"grant"_s);
        add(u"assignment.refuse_time"_s, tr("Refuse the unit more time…"), tr("The deadline stays; the unit reads why."), u"dialog-cancel"_s, u"deny"_s);
    }
    add(u"assignment.return_answer"_s, tr("Return the answer to the unit…"), tr("The unit reads what is missing."), u"edit-undo"_s, u"return"_s);
    add(u"assignment.withdraw"_s, tr("Withdraw the case from the lead unit…"), tr("The unit no longer sees the case."), u"edit-delete"_s, u"withdraw"_s);
    m_bench.actions.add(u"assignment.review_answer"_s).text(tr("Review the unit's answer…")).hint(tr("Its words beside those for the citizen, with every change marked."))
        .icon(u"document-preview"_s).menu(u"case"_s).place(u"cases"_s).keys(QKeySequence(u"Ctrl+Shift+D"_s)).enabledWhen([this] { return !keyOf(u"review"_s).isEmpty(); })
        .run(this, &AssignmentPanel::showReview);
    m_bench.actions.add(u"assignment.take_proposal"_s).text(tr("Take over what the first rule proposes")).icon(u"dialog-ok-apply"_s).menu(u"case"_s).place(u"cases"_s)
        .enabledWhen([this] { return m_proposals->isVisibleTo(this); }).run(this, [this] { m_proposals->takeFirst(); });
}

QString AssignmentPanel::keyOf(const QString &step) const
{
    const auto key = [&](qint64 id) { return step + u':' + QString::number(id); };
    if (step == u"remind" || step == u"withdraw") { // the lead comes first
        for (const AssignmentEntry &entry : m_room.assignments) {
            if (entry.isOpen() || (step == u"withdraw" && entry.state == u"answered"))
                return key(entry.id.value);
        }
    } else if (step == u"relay" || step == u"refuse") {
        const auto asked = std::ranges::find(m_room.questions, u"asked"_s, &UnitQuestion::state);
        return asked == m_room.questions.end() ? QString() : key(asked->id);
    } else if (step == u"grant" || step == u"deny") {
        const auto asked = std::ranges::find(m_room.extensions, u"asked"_s, &UnitExtension::state);
        return asked == m_room.extensions.end() ? QString() : key(asked->id);
    } else {
        for (qsizetype i = m_room.answers.size(); i-- > 0;) {
            if (mayBeReviewed(m_room.answers.at(i)))
                return key(m_room.answers.at(i).id);
        }
    }
    return {};
}

void AssignmentPanel::took(QFuture<Result<>> outcome, const QString &goodWord)
{
    ++m_waiting;
    whenDone(outcome, this, [this, goodWord](const Result<> &outcome) {
        --m_waiting;
        if (!outcome)
            return tell(outcome.error());
        m_forwards->settle();
        m_notice->confirm(goodWord);
        load();
    });
}

void AssignmentPanel::relay(qint64 question, const QString &words)
{
    if (m_relay.first != question)
        m_relay = {question, CaseDesk::newOutboxId()};
    ++m_waiting;
    whenDone(m_desk.relayQuestion(question, m_room.subject.revision, m_relay.second, words), this, [this](const Result<> &outcome) {
        --m_waiting;
        if (outcome || outcome.error().kind != Failure::Offline)
            m_relay = {};
        if (!outcome)
            return tell(outcome.error());
        m_forwards->settle();
        m_notice->confirm(tr("The question is on its way to the citizen. The answer will be shown to the unit."));
        load();
    });
}

void AssignmentPanel::showReview()
{
    if (const QString key = keyOf(u"review"_s); !key.isEmpty())
        review(key.section(u':', 1).toLongLong());
}

void AssignmentPanel::review(qint64 id)
{
    const auto answer = std::ranges::find(m_room.answers, id, &UnitAnswer::id);
    if (answer == m_room.answers.end())
        return;
    UnitAnswer earlier;
    for (const UnitAnswer &other : std::as_const(m_room.answers)) {
        if (other.assignment == answer->assignment && other.id < id && other.state == u"returned" && !other.partial)
            earlier = other;
    }
    const auto entry = std::ranges::find(m_room.assignments, answer->assignment, &AssignmentEntry::id);
    const QString unitName = entry == m_room.assignments.end() ? QString() : tradeWords::inLanguage(entry->unitName, entry->unitNameEn);
    auto *dialog = new AnswerReview(*answer, earlier, unitName, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AnswerReview::approveWanted, this, [this, id, dialog, of = m_case](const QString &words, bool andReply) {
        reviewed(dialog, m_desk.approveAnswer(id, m_room.subject.revision, words, newRequest()), tr("Approved. The citizen reads it once it is released."), [this, words, andReply, of] {
            if (andReply && of == m_case)
                m_bench.places.open({u"reply_text"_s, of.value, words, {}});
        });
    });
    connect(dialog, &AnswerReview::returnWanted, this, [this, id, dialog](const QString &reason) {
        reviewed(dialog, m_desk.returnAnswer(id, m_room.subject.revision, reason, newRequest()), tr("Returned. The unit sees your reason."));
    });
    dialog->open();
}

void AssignmentPanel::reviewed(AnswerReview *dialog, QFuture<Result<>> outcome, const QString &goodWord, std::function<void()> after)
{
    ++m_waiting;
    whenDone(outcome, this, [this, goodWord, after, dialog = QPointer(dialog)](const Result<> &outcome) {
        --m_waiting;
        if (!outcome) {
            if (dialog)
                dialog->notice().tell(Meaning::Soon, assignmentWords::refusal(outcome.error()));
            else
                tell(outcome.error());
            return load();
        }
        if (dialog)
            dialog->accept();
        m_notice->confirm(goodWord);
        load();
        if (after)
            after();
    });
}

void AssignmentPanel::useProposal(const RuleProposal &proposal)
{
    if (const UnitEntry *unit = m_directory.unit(proposal.unit)) {
        const bool hasLead = std::ranges::any_of(m_room.assignments, [](const AssignmentEntry &entry) { return entry.lead && entry.isLive(); });
        m_form->units().pick({unit->id, unit->name, unit->code, !hasLead, unit->nameEn});
    }
    if (proposal.dueAt.isValid())
        m_form->setDue(proposal.dueAt);
    const AssignmentCase &subject = m_room.subject;
    const bool classifies = (!proposal.urgency.isEmpty() && proposal.urgency != subject.urgency) || (!proposal.category.isEmpty() && proposal.category != subject.category)
        || (!proposal.track.isEmpty() && proposal.track != subject.track);
    if (classifies) {
        const QJsonObject as{{u"category"_s, proposal.category}, {u"urgency"_s, proposal.urgency}, {u"track"_s, proposal.track}};
        m_bench.places.open({u"classify"_s, m_case.value, {}, as});
    }
    m_bench.actions.refresh();
}

} // namespace trucban
