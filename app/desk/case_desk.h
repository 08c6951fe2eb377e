// SPDX-License-Identifier: GPL-3.0-or-later
// CaseDesk: what a person may do with one case. Each act takes a request id made once, so that trying again does it once.
#pragma once

#include "desk/case_values.h"

#include <QFuture>

namespace trucban {

class Database;

class CaseDesk
{
public:
    static constexpr int pageSize = 60;

    explicit CaseDesk(Database &database) : m_database(database) {}

    /// Opens it for reading (which is logged): everything the place shows at once.
    QFuture<Result<CaseRoom>> open(CaseId id);
    QFuture<Result<MessagePage>> older(CaseId id, const CaseMessage &than);
    QFuture<Result<CaseId>> byNumber(const QString &number);
    QFuture<Result<CaseReference>> reference();

    QFuture<Result<>> claim(CaseId id, const QString &request);
    /// until when it holds now; Conflict("claim_expired") when somebody may have it
    QFuture<Result<QDateTime>> renew(CaseId id);
    /// every case in this person's hand; those that could be renewed, and until when
    QFuture<Result<QHash<CaseId, QDateTime>>> renewAll(PersonId holder);
    QFuture<Result<>> release(CaseId id, const QString &request);
    QFuture<Result<>> takeOver(CaseId id, Revision seen, const QString &reason, const QString &request);
    QFuture<Result<>> classify(CaseId id, Revision seen, const Classification &as, const QString &request);
    QFuture<Result<>> reject(CaseId id, Revision seen, const QString &reason, const QString &request);
    QFuture<Result<>> markDuplicate(CaseId id, Revision seen, const QString &ofNumber, const QString &reason, const QString &request);
    QFuture<Result<>> reopen(CaseId id, Revision seen, const QString &reason, const QString &request);
    QFuture<Result<>> close(CaseId id, Revision seen, const QString &reason, const QString &request);
    QFuture<Result<>> addNote(CaseId id, const QString &text, const QString &request);
    QFuture<Result<QList<Identity>>> openIdentity(CaseId id, const QString &reason, const QString &request);
    QFuture<Result<>> reply(CaseId id, Revision seen, const ReplyWords &words);
    QFuture<Result<>> hideComment(CaseId id, Revision seen, MessageId message, bool hidden, const QString &outbox);
    QFuture<Result<>> retrySend(const QString &outbox, const QString &request);
    QFuture<Result<>> cancelSend(const QString &outbox, const QString &request);
    QFuture<Result<>> retryMedia(AttachmentId attachment, const QString &request);
    QFuture<Result<ReplyDraft>> draft(CaseId id);
    QFuture<Result<>> saveDraft(CaseId id, const ReplyDraft &draft);
    /// what a message said before, oldest first; looking is logged
    QFuture<Result<QList<MessageVersion>>> versions(MessageId message);
    QFuture<Result<media::MediaInfo>> medium(MediaId id);

    /// UUIDv7: sorts by the time it was made
    static QString newOutboxId();

private:
    Database &m_database;
};

} // namespace trucban
