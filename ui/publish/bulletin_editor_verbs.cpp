// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may do with a post now, and does.
#include "ui/publish/ask_bar.h"
#include "ui/publish/bulletin_editor.h"
#include "ui/publish/facebook_preview.h"
#include "ui/publish/findings_list.h"
#include "ui/publish/post_edit.h"
#include "ui/publish/post_words.h"
#include "ui/publish/qr_dialog.h"

#include "base/when_done.h"
#include "domain/deadlines.h"
#include "ui/frame/workbench.h"
#include "ui/widgets/notice_bar.h"

#include <QToolButton>

namespace trucban {

bool BulletinEditor::maySave() const
{
    return m_editable && (m_dirty || !m_bulletin.id) && hasWords();
}

bool BulletinEditor::maySubmit() const
{
    return m_editable && (m_bulletin.state == BulletinState::Draft || m_bulletin.state == BulletinState::Failed);
}

bool BulletinEditor::mayApprove() const
{
    return m_bench.me.role == u"supervisor" && m_bulletin.state == BulletinState::Submitted && !m_bulletin.wasTouchedBy(m_bench.me.id);
}

bool BulletinEditor::mayReturn() const
{
    const bool waiting = m_bulletin.state == BulletinState::Submitted || (m_bulletin.state == BulletinState::Approved && !m_bulletin.isLeaving());
    return m_bench.me.role == u"supervisor" && waiting;
}

bool BulletinEditor::mayPublish() const
{
    const bool again = m_bulletin.state == BulletinState::Failed && m_bulletin.approvedAt.isValid() && !m_dirty;
    return (m_bulletin.state == BulletinState::Approved || again) && !m_bulletin.isLeaving() && !m_dirty;
}

bool BulletinEditor::mayWithdraw() const
{
    using enum BulletinState;
    return m_bulletin.id && (m_bulletin.state == Draft || m_bulletin.state == Submitted || m_bulletin.state == Approved || m_bulletin.state == Failed);
}

bool BulletinEditor::mayChange() const
{
    return !m_editable && !m_bulletin.isLeaving() && (m_bulletin.state == BulletinState::Submitted || m_bulletin.state == BulletinState::Approved);
}

void BulletinEditor::took(const Result<BulletinStand> &outcome, const QString &good)
{
    m_acting = false;
    if (outcome) {
        m_bulletin.state = outcome->state;
        m_bulletin.revision = outcome->revision;
        m_notice->confirm(good);
        Q_EMIT saved(outcome->id);
    } else {
        m_notice->tell(outcome.error().kind == Failure::Offline ? Meaning::Soon : Meaning::Burning, PostWords::failure(outcome.error()));
    }
    if (!outcome && outcome.error().kind == Failure::Offline)
        refreshStanding();
    else
        reload();
}

void BulletinEditor::submit()
{
    if (!maySubmit())
        return;
    const QString text = m_edit->committedSource(); // a word the input method still holds belongs to the post
    m_follow.stop();
    follow();
    if (post::blocks(m_findings) || text.trimmed().isEmpty()) {
        goToNextFinding();
        return;
    }
    afterSave([this] {
        whenDone(m_desk.submit(m_bulletin.id, m_bulletin.revision, newPublishRequest()), this, [this](const auto &outcome) { took(outcome, tr("Submitted. Another person has to approve it.")); });
    });
}

void BulletinEditor::approve()
{
    if (!mayApprove())
        return;
    m_acting = true;
    whenDone(m_desk.approve(m_bulletin.id, m_bulletin.revision, newPublishRequest()), this, [this](const auto &outcome) { took(outcome, tr("Approved. It can be published now or at a time.")); });
}

void BulletinEditor::sendBack()
{
    if (!mayReturn())
        return;
    m_ask->askReason(tr("What has to be changed?"), tr("Return"), [this](const QString &reason) {
        m_acting = true;
        whenDone(m_desk.sendBack(m_bulletin.id, m_bulletin.revision, reason, newPublishRequest()), this, [this](const auto &outcome) { took(outcome, tr("Returned to the author.")); });
    });
}

void BulletinEditor::publishNow()
{
    if (!mayPublish())
        return;
    m_acting = true;
    whenDone(m_desk.publish(m_bulletin.id, m_bulletin.revision, {}, newPublishRequest()), this, [this](const auto &outcome) { took(outcome, tr("On its way to the page. The link comes back by itself.")); });
}

void BulletinEditor::publishAt()
{
    if (!mayPublish())
        return;
    const QDateTime now = m_bench.clock.now();
    const QDateTime tomorrow(now.toTimeZone(hanoiZone()).date().addDays(1), QTime(8, 0), hanoiZone());
    m_ask->askTime(tr("When should it be published?"), tr("Schedule"), tomorrow, now.addDays(29).addSecs(-600), [this](const QDateTime &at) {
        m_acting = true;
        whenDone(m_desk.publish(m_bulletin.id, m_bulletin.revision, at, newPublishRequest()), this, [this, at](const auto &outcome) { took(outcome, tr("Scheduled for %1.").arg(PostWords::moment(at))); });
    });
}

void BulletinEditor::withdraw()
{
    if (!mayWithdraw())
        return;
    m_ask->askReason(tr("Why is it withdrawn?"), tr("Withdraw"), [this](const QString &reason) {
        m_acting = true;
        m_dirty = false;
        whenDone(m_desk.withdraw(m_bulletin.id, m_bulletin.revision, reason, newPublishRequest()), this, [this](const auto &outcome) { took(outcome, tr("Withdrawn. It stays in the list “Withdrawn”.")); });
    });
}

void BulletinEditor::change()
{
    if (!mayChange())
        return;
    setEditable(true);
    refreshStanding();
    m_notice->tell(Meaning::Soon, {tr("The first change takes the submission and the approval back."), {}, {}});
    m_edit->setFocus();
}

void BulletinEditor::goToNextFinding()
{
    m_list->goToNext();
}

void BulletinEditor::setPhone(bool phone)
{
    m_phone->setChecked(phone);
    m_desktop->setChecked(!phone);
    m_preview->setPhone(phone);
}

void BulletinEditor::showQr()
{
    QList<QrDialog::Choice> choices;
    if (!m_bulletin.permalink.isEmpty())
        choices.append({tr("This post"), m_bulletin.permalink});
    choices.append({m_reference.page.name, m_reference.page.url});
    auto *dialog = new QrDialog(choices, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace trucban
