// SPDX-License-Identifier: GPL-3.0-or-later
// The steps a person takes with the case on screen.
#include "base/when_done.h"
#include "desk/assignment_desk.h"
#include "ui/cases/case_view.h"
#include "ui/cases/case_words.h"
#include "ui/cases/citizen_panel.h"
#include "ui/cases/classify_popup.h"
#include "ui/cases/conversation_view.h"
#include "ui/cases/reason_prompt.h"
#include "ui/cases/reply_composer.h"
#include "ui/cases/versions_popup.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/widgets/notice_bar.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QSaveFile>

namespace trucban {

/// One request id a step: after an unclear failure "Try again" cannot do it twice.
void CaseView::act(const Request &request, const QString &done, std::function<void()> after)
{
    const auto run = std::make_shared<std::function<void()>>();
    *run = [this, request, done, after, id = m_id, made = newRequest(), again = std::weak_ptr(run)] {
        const auto keep = again.lock();
        whenDone(request(made), this, [this, done, after, id, keep](const Result<> &outcome) {
            if (outcome) {
                if (after)
                    after();
                if (id == m_id) {
                    done.isEmpty() ? m_notice->clear() : m_notice->confirm(done);
                    load();
                }
                return;
            }
            if (id != m_id)
                return;
            m_notice->tell(outcome.error().kind == Failure::Conflict ? Meaning::Soon : Meaning::Burning, caseWords::words(outcome.error()));
            if (outcome.error().kind == Failure::Offline)
                m_notice->offer(tr("Try again"), [keep] { (*keep)(); });
            if (outcome.error().kind == Failure::Conflict)
                load();
        });
    };
    (*run)();
}

void CaseView::claim()
{
    act([this, id = m_id](const QString &request) { return m_desk.claim(id, request); }, tr("The case is in your hand."));
}

void CaseView::releaseClaim()
{
    act([this, id = m_id](const QString &request) { return m_desk.release(id, request); }, tr("The case is free again."));
}

void CaseView::takeOver()
{
    m_prompt->ask({tr("%1 has this case in hand. Taking it over is recorded and seen by both.").arg(m_room.subject.holderName), tr("Take over")}, [this](const QString &reason, const QString &) {
        act([=, this, id = m_id, seen = m_room.subject.revision](const QString &request) { return m_desk.takeOver(id, seen, reason, request); }, tr("The case is in your hand."));
    });
}

void CaseView::classifyAs(const QJsonObject &proposal)
{
    auto *popup = new ClassifyPopup(m_reference, m_room.subject, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &ClassifyPopup::classified, this, [this, id = m_id, seen = m_room.subject.revision](const Classification &as) {
        act([=, this](const QString &request) { return m_desk.classify(id, seen, as, request); }, tr("Classified."));
    });
    if (!proposal.isEmpty())
        popup->propose(proposal);
    popup->open();
    m_bench.actions.refresh(); // Return is meant for it, not for the picture chosen behind it
    connect(popup, &QDialog::finished, this, [this] { m_bench.actions.refresh(); }, Qt::QueuedConnection);
}

void CaseView::reject()
{
    m_prompt->ask({tr("The case ends here: it is not a matter for the police."), tr("Reject")}, [this](const QString &reason, const QString &) {
        act([=, this, id = m_id, seen = m_room.subject.revision](const QString &request) { return m_desk.reject(id, seen, reason, request); }, tr("The case is rejected."));
    });
}

void CaseView::markDuplicate()
{
    m_prompt->ask({tr("The case ends here: another one already tells of the same matter."), tr("Mark as duplicate"), false, true}, [this](const QString &reason, const QString &number) {
        act([=, this, id = m_id, seen = m_room.subject.revision](const QString &request) { return m_desk.markDuplicate(id, seen, number, reason, request); },
            tr("The case is marked as a duplicate."));
    });
}

void CaseView::reopen()
{
    m_prompt->ask({tr("The case is opened again and goes back to the inbox."), tr("Open again")}, [this](const QString &reason, const QString &) {
        act([=, this, id = m_id, seen = m_room.subject.revision](const QString &request) { return m_desk.reopen(id, seen, reason, request); }, tr("The case is open again."));
    });
}

void CaseView::close()
{
    m_prompt->ask({tr("The result was told to the citizen or published; the case is closed."), tr("Close the case"), false}, [this](const QString &reason, const QString &) {
        act([=, this, id = m_id, seen = m_room.subject.revision](const QString &request) { return m_desk.close(id, seen, reason, request); }, tr("The case is closed."));
    });
}

void CaseView::reply()
{
    showTab(u"reply"_s);
    m_composer->focusText();
}

void CaseView::replyWith(const QString &words)
{
    showTab(u"reply"_s);
    m_composer->setAnswer(words);
    m_composer->focusText();
}

void CaseView::attach()
{
    reply();
    m_composer->attachFromDisk();
}

void CaseView::attachFrom()
{
    reply();
    m_composer->chooseAttachment();
}

void CaseView::attachAnswer()
{
    reply();
    m_composer->attachAnswer();
}

void CaseView::attachFile(const ReplyFile &file)
{
    reply();
    m_composer->attach(file);
}

void CaseView::openMedium(MediaId id, const QString &name)
{
    whenDone(m_desk.medium(id), this, [this, name](const Result<media::MediaInfo> &info) {
        if (!info)
            return m_notice->tell(Meaning::Burning, caseWords::words(info.error()));
        MediaItem item;
        item.kind = info->kind;
        item.state = u"stored"_s;
        item.name = item.sender = name;
        item.info = *info;
        if (item.isFile())
            saveFile(info->original, name);
        else
            m_conversation->openViewer(item);
    });
}

void CaseView::publish()
{
    if (!m_bench.places.open(Target::newBulletin(m_id)))
        m_notice->tell(Meaning::Soon, {tr("There is no place for publishing here."), {}, {}});
}

void CaseView::send(const ReplyWords &words)
{
    whenDone(m_desk.reply(m_id, m_room.subject.revision, words), this, [this, id = m_id, final = words.final](const Result<> &outcome) {
        if (id != m_id)
            return;
        m_composer->sent(outcome.has_value());
        if (outcome)
            m_notice->confirm(final ? tr("The answer is released and on its way to the citizen.") : tr("The reply is on its way to the citizen."));
        else
            m_notice->tell(outcome.error().kind == Failure::Conflict ? Meaning::Soon : Meaning::Burning, caseWords::words(outcome.error()));
        load();
        if (outcome)
            m_conversation->goToEnd();
    });
}

void CaseView::openIdentity(const QString &reason)
{
    whenDone(m_desk.openIdentity(m_id, reason, newRequest()), this, [this, id = m_id](const Result<QList<Identity>> &identities) {
        if (id != m_id)
            return;
        if (identities)
            m_citizen->showIdentity(*identities);
        else
            m_notice->tell(Meaning::Burning, caseWords::words(identities.error()));
    });
}

void CaseView::showMessageMenu(MessageId id, const QPoint &at)
{
    const CaseMessage *message = m_model.message(id);
    if (!message)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (message->edits > 0)
        menu->addAction(tr("What it said before…"), this, [this, id] { showVersionsOf(id); });
    menu->addAction(tr("Copy the text"), this, [text = message->text] { QGuiApplication::clipboard()->setText(text); });
    if (message->kind == "comment"_L1 && !message->isOurs() && isMine()) {
        menu->addAction(message->hidden ? tr("Show the comment on the page") : tr("Hide the comment on the page"), this, [this, id, hide = !message->hidden] {
            act([=, this, of = m_id, seen = m_room.subject.revision, outbox = CaseDesk::newOutboxId()](const QString &) { return m_desk.hideComment(of, seen, id, hide, outbox); },
                hide ? tr("Facebook is asked to hide the comment.") : tr("Facebook is asked to show the comment."));
        });
    }
    if (message->outboxState == "queued"_L1 || message->outboxState == "failed"_L1) {
        menu->addAction(tr("Cancel sending"), this, [this, outbox = message->outbox] {
            act([=, this](const QString &request) { return m_desk.cancelSend(outbox, request); }, tr("It is not sent."));
        });
    }
    for (const CaseAttachment &attachment : message->attachments) {
        if (attachment.kind == "file"_L1 && attachment.state == "stored"_L1)
            menu->addAction(tr("Save %1…").arg(attachment.name.isEmpty() ? tr("the file") : attachment.name), this, [this, attachment] { saveFile(attachment.info.original, attachment.name); });
    }
    menu->popup(at);
}

bool CaseView::hasVersions() const
{
    const CaseMessage *message = m_model.message(MessageId{m_conversation->currentIndex().data(ConversationModel::MessageIdRole).toLongLong()});
    return message && message->edits > 0;
}

void CaseView::showVersions()
{
    showVersionsOf(MessageId{m_conversation->currentIndex().data(ConversationModel::MessageIdRole).toLongLong()});
}

void CaseView::showVersionsOf(MessageId id)
{
    whenDone(m_desk.versions(id), this, [this, id, of = m_id](const Result<QList<MessageVersion>> &versions) {
        const CaseMessage *message = m_model.message(id);
        if (of != m_id || !message)
            return;
        if (!versions)
            return m_notice->tell(Meaning::Burning, caseWords::words(versions.error()));
        auto *popup = new VersionsPopup(*message, m_room.subject.citizen, *versions, this);
        popup->setAttribute(Qt::WA_DeleteOnClose);
        popup->open();
    });
}

/// An original as the citizen sent it: stored, never opened by this program.
void CaseView::saveFile(const media::MediaPart &part, const QString &name)
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the file; open it only if you trust it"), name);
    if (path.isEmpty())
        return;
    whenDone(media::readAll(m_store, part), this, [this, path](const Result<QByteArray> &bytes) {
        if (!bytes) {
            m_notice->tell(Meaning::Burning, caseWords::words(bytes.error()));
            return;
        }
        QSaveFile file(path);
        const bool good = file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() && file.commit();
        if (good)
            m_notice->confirm(tr("Saved."));
        else
            m_notice->tell(Meaning::Burning, {tr("The file could not be written: %1").arg(file.errorString()), {}, tr("Choose another folder.")});
    });
}

} // namespace trucban
