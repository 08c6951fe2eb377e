// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/place.h"

#include "ui/cases/cases_place.h"

namespace trucban {

void CasesPlace::makeActions()
{
    makeReadingActions();
    if (m_bench.me.role == "unit"_L1)
        return; // a unit works in its own panel
    const auto open = [this] { return hasCase() && m_view->subject().queue < 6; };
    add(u"case.claim"_s, tr("&Claim"), tr("Takes the case in hand, so that nobody else answers at the same time."), u"list-add-user"_s, {QKeySequence(u"Ctrl+Shift+N"_s)},
        [=, this] { return open() && !isMine() && m_view->subject().isFree(m_view->now()); }, &CaseView::claim);
    add(u"case.classify"_s, tr("C&lassify…"), tr("Sets category, urgency and area."), u"tag"_s, {QKeySequence(Qt::Key_F2)},
        [=, this] { return isMine() && standsAt({"claimed"_L1, "classified"_L1, "forwarded"_L1, "handed_back"_L1, "answered"_L1}); }, &CaseView::classify);
    add(u"case.reply"_s, tr("&Reply"), tr("Goes to the words to the citizen."), u"mail-reply-sender"_s, {QKeySequence(u"Ctrl+R"_s)}, [this] { return hasCase(); }, &CaseView::reply);
    add(u"reply.attach"_s, tr("&Attach files to the reply…"), tr("Pictures, video, recordings and files from this computer."), u"mail-attachment"_s, {QKeySequence(u"Ctrl+Shift+A"_s)},
        [this] { return hasCase(); }, &CaseView::attach);
    add(u"reply.attach_from"_s, tr("Attach from the case or the answer…"), tr("Safe copies of what the citizen sent, and the files of the unit's answer."), u"folder-pictures"_s,
        {QKeySequence(u"Ctrl+Shift+M"_s)}, [this] { return hasCase(); }, &CaseView::attachFrom);
    add(u"reply.attach_answer"_s, tr("Attach the files of the unit's answer"), tr("Every file of the last answer goes with the reply."), u"document-import"_s,
        {QKeySequence(u"Ctrl+Shift+U"_s)}, [this] { return hasCase() && m_view->composer().hasAnswerFiles(); }, &CaseView::attachAnswer);
    add(u"case.publish"_s, tr("&Publish the result…"), tr("Opens a post that tells the result of this case."), u"news-subscribe"_s, {QKeySequence(Qt::Key_F5)},
        [this] { return hasCase() && m_view->subject().queue >= 2 && m_view->subject().queue <= 5; }, &CaseView::publish);
    add(u"case.close"_s, tr("Cl&ose the case"), tr("Ends the case once its result was told or published."), u"dialog-ok-apply"_s, {},
        [this] { return isMine() && standsAt({"released"_L1, "published"_L1}); }, &CaseView::close);
    add(u"case.release_claim"_s, tr("Let the case &go"), tr("Somebody else may take it in hand."), u"list-remove-user"_s, {}, [this] { return isMine(); }, &CaseView::releaseClaim);
    add(u"case.take_over"_s, tr("&Take over…"), tr("Takes the case out of another's hand, for a reason."), u"system-switch-user"_s, {},
        [=, this] { return open() && !isMine() && !m_view->subject().isFree(m_view->now()); }, &CaseView::takeOver);
    const auto beginning = [this] { return isMine() && standsAt({"claimed"_L1, "classified"_L1, "handed_back"_L1}); };
    add(u"case.reject"_s, tr("Re&ject…"), tr("Ends a case that is not a matter for the police."), u"dialog-cancel"_s, {}, beginning, &CaseView::reject);
    add(u"case.duplicate"_s, tr("&Duplicate of…"), tr("Ends a case that repeats another."), u"edit-copy"_s, {}, beginning, &CaseView::markDuplicate);
    add(u"case.reopen"_s, tr("Open &again…"), tr("Brings a finished case back to the inbox."), u"view-refresh"_s, {},
        [this] { return standsAt({"closed"_L1, "rejected"_L1, "duplicate"_L1, "released"_L1, "published"_L1}); }, &CaseView::reopen);
    makeTabActions();
}

void CasesPlace::makeReadingActions()
{
    add(u"message.versions"_s, tr("What the message said &before…"), tr("Shows the earlier words of the chosen message; looking is logged."), u"document-open-recent"_s,
        {QKeySequence(u"Ctrl+Shift+E"_s)}, [this] { return hasCase() && m_view->hasVersions(); }, &CaseView::showVersions);
}

void CasesPlace::makeTabActions()
{
    addTab(u"case.note"_s, tr("&Note…"), tr("A note for colleagues of the centre."), u"note"_s, u"notes"_s);
    addTab(u"case.citizen"_s, tr("C&itizen's file"), tr("Earlier cases and the sealed identity."), u"user-identity"_s, u"citizen"_s);
    addTab(u"case.history"_s, tr("&History"), tr("Every step of the case."), u"view-history"_s, u"history"_s);
}

std::unique_ptr<Place> places::cases(Workbench &bench)
{
    return std::make_unique<CasesPlace>(bench);
}

} // namespace trucban
