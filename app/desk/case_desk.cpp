// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/case_desk.h"

#include "desk/case_rows.h"
#include "storage/database.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QUuid>

namespace trucban {

namespace {

/// A verb that is done or refused; what it answers is read again with the notice it causes.
template<typename Bind>
QFuture<Result<>> act(Database &database, const QString &statement, Bind bind)
{
    return database.write([statement, bind](Session &session) -> Result<> {
        Query query = session.query(statement);
        bind(query);
        return query.run().transform([](int) {});
    });
}

Result<CaseRoom> roomOf(Session &session, CaseId id)
{
    CaseRoom room;
    return session.query(u"cases/open"_s).bind(u"case"_s, id).run()
        .and_then([&](int) { return caseRows::row(session, id); })
        .and_then([&](const CaseRow &row) { room.subject = row; return caseRows::messages(session, id, nullptr, CaseDesk::pageSize); })
        .and_then([&](const MessagePage &page) { room.newest = page; return caseRows::steps(session, id); })
        .and_then([&](const QList<CaseStep> &steps) { room.steps = steps; return caseRows::notes(session, id); })
        .and_then([&](const QList<CaseNote> &notes) { room.notes = notes; return caseRows::answers(session, id); })
        .and_then([&](const QList<AnswerOfUnit> &answers) { room.answers = answers; return caseRows::citizen(session, id); })
        .transform([&](const CitizenFile &citizen) { room.citizen = citizen; return room; });
}

Result<CaseId> idOf(Session &session, const QString &typed)
{
    const auto number = CaseNumber::fromString(typed);
    if (!number)
        return failed(Failure::Invalid, u"not_a_case_number"_s, typed);
    return session.query(u"cases/by_number"_s).bind(u"number"_s, number->toString()).one([](const Row &row) { return row.get<CaseId>(u"id"); });
}

QString wordsPlace(CaseId id)
{
    return u"reply:%1"_s.arg(id.value);
}

QString filesPlace(CaseId id)
{
    return u"reply:%1:files"_s.arg(id.value);
}

Result<QString> keptAt(Session &session, const QString &place)
{
    return session.query(u"cases/draft"_s).bind(u"place"_s, place).maybe([](const Row &row) { return row.get<QString>(u"text"); })
        .transform([](const std::optional<QString> &text) { return text.value_or(QString()); });
}

} // namespace

QString CaseDesk::newOutboxId()
{
    QByteArray bytes(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(bytes.data()), 4);
    const quint64 now = quint64(QDateTime::currentMSecsSinceEpoch());
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(now >> (40 - 8 * i));
    bytes[6] = char((quint8(bytes[6]) & 0x0F) | 0x70);
    bytes[8] = char((quint8(bytes[8]) & 0x3F) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

QFuture<Result<CaseRoom>> CaseDesk::open(CaseId id)
{
    return m_database.write([id](Session &session) { return roomOf(session, id); });
}

QFuture<Result<MessagePage>> CaseDesk::older(CaseId id, const CaseMessage &than)
{
    return m_database.write([id, than](Session &session) { return caseRows::messages(session, id, &than, pageSize); });
}

QFuture<Result<CaseId>> CaseDesk::byNumber(const QString &number)
{
    return m_database.read([number](Session &session) { return idOf(session, number); });
}

QFuture<Result<CaseReference>> CaseDesk::reference()
{
    return m_database.read([](Session &session) { return caseRows::reference(session); });
}

QFuture<Result<>> CaseDesk::claim(CaseId id, const QString &request)
{
    return act(m_database, u"cases/claim"_s, [=](Query &query) { query.bind(u"case"_s, id).bind(u"request"_s, request); });
}

QFuture<Result<QDateTime>> CaseDesk::renew(CaseId id)
{
    return m_database.write([id](Session &session) {
        return session.query(u"cases/renew"_s).bind(u"case"_s, id).one([](const Row &row) { return row.get<QDateTime>(u"until"); });
    });
}

QFuture<Result<QHash<CaseId, QDateTime>>> CaseDesk::renewAll(PersonId holder)
{
    return m_database.write([holder](Session &session) {
        return session.query(u"cases/renew_all"_s).bind(u"holder"_s, holder).all([](const Row &row) {
            return std::pair(row.get<CaseId>(u"id"), row.get<QDateTime>(u"until"));
        }).transform([](const QList<std::pair<CaseId, QDateTime>> &rows) {
            QHash<CaseId, QDateTime> renewed;
            for (const auto &[id, until] : rows)
                renewed.insert(id, until);
            return renewed;
        });
    });
}

QFuture<Result<>> CaseDesk::release(CaseId id, const QString &request)
{
    return act(m_database, u"cases/release"_s, [=](Query &query) { query.bind(u"case"_s, id).bind(u"request"_s, request); });
}

QFuture<Result<>> CaseDesk::takeOver(CaseId id, Revision seen, const QString &reason, const QString &request)
{
    return act(m_database, u"cases/take_over"_s, [=](Query &query) {
        query.bind(u"case"_s, id).bind(u"seen"_s, seen).bind(u"reason"_s, reason).bind(u"request"_s, request);
    });
}

QFuture<Result<>> CaseDesk::classify(CaseId id, Revision seen, const Classification &as, const QString &request)
{
    const auto orNull = [](qint64 value) { return value ? QJsonValue(value) : QJsonValue(); };
    QJsonObject fields{{u"category"_s, as.category}, {u"urgency"_s, as.urgency}, {u"area"_s, orNull(as.area.value)}, {u"about_unit"_s, orNull(as.aboutUnit.value)}};
    if (!as.track.isNull())
        fields[u"legal_track"_s] = as.track;
    return act(m_database, u"cases/classify"_s, [=](Query &query) {
        query.bind(u"case"_s, id).bind(u"seen"_s, seen).bind(u"fields"_s, fields).bind(u"request"_s, request);
    });
}

QFuture<Result<>> CaseDesk::reject(CaseId id, Revision seen, const QString &reason, const QString &request)
{
    return act(m_database, u"cases/reject"_s, [=](Query &query) {
        query.bind(u"case"_s, id).bind(u"seen"_s, seen).bind(u"reason"_s, reason).bind(u"request"_s, request);
    });
}

QFuture<Result<>> CaseDesk::markDuplicate(CaseId id, Revision seen, const QString &ofNumber, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) -> Result<> {
        return idOf(session, ofNumber).and_then([&](CaseId of) {
            return session.query(u"cases/mark_duplicate"_s).bind(u"case"_s, id).bind(u"seen"_s, seen).bind(u"of"_s, of).bind(u"reason"_s, reason).bind(u"request"_s, request).run();
        }).transform([](int) {});
    });
}

QFuture<Result<>> CaseDesk::reopen(CaseId id, Revision seen, const QString &reason, const QString &request)
{
    return act(m_database, u"cases/reopen"_s, [=](Query &query) {
        query.bind(u"case"_s, id).bind(u"seen"_s, seen).bind(u"reason"_s, reason).bind(u"request"_s, request);
    });
}

QFuture<Result<>> CaseDesk::close(CaseId id, Revision seen, const QString &reason, const QString &request)
{
    return act(m_database, u"cases/close"_s, [=](Query &query) {
        query.bind(u"case"_s, id).bind(u"seen"_s, seen).bind(u"reason"_s, reason).bind(u"request"_s, request);
    });
}

QFuture<Result<>> CaseDesk::addNote(CaseId id, const QString &text, const QString &request)
{
    return act(m_database, u"cases/add_note"_s, [=](Query &query) { query.bind(u"case"_s, id).bind(u"text"_s, text).bind(u"request"_s, request); });
}

/// The first call is the opening, written down; the second, in a transaction of its own, shows who it is.
QFuture<Result<QList<Identity>>> CaseDesk::openIdentity(CaseId id, const QString &reason, const QString &request)
{
    const auto ask = [=](Session &session) {
        return session.query(u"cases/open_identity"_s).bind(u"case"_s, id).bind(u"reason"_s, reason).bind(u"request"_s, request).one([](const Row &row) {
            QList<Identity> all;
            for (const QJsonValue &one : row.get<QJsonObject>(u"answer")[u"identities"].toArray())
                all.append({one[u"name"].toString(), one[u"profile"].isString() ? one[u"profile"].toString() : QString(), one[u"platform_user_id"].toString()});
            return all;
        });
    };
    return m_database.write(ask).then([&database = m_database, ask](const Result<QList<Identity>> &opened) {
        return opened ? database.write(ask) : QtFuture::makeReadyValueFuture(opened);
    }).unwrap();
}

QFuture<Result<>> CaseDesk::reply(CaseId id, Revision seen, const ReplyWords &words)
{
    QJsonObject reply{{u"kind"_s, words.kind}, {u"text"_s, words.text}, {u"final"_s, words.final}};
    if (!words.ownDecision.trimmed().isEmpty())
        reply.insert(u"own_decision"_s, words.ownDecision.trimmed());
    if (!words.files.isEmpty()) {
        QJsonArray media, names;
        for (const SentFile &file : words.files) {
            media.append(file.media.value);
            names.append(file.name);
        }
        reply.insert(u"media"_s, media);
        reply.insert(u"names"_s, names);
    }
    return act(m_database, u"cases/reply"_s, [=, outbox = words.outbox](Query &query) {
        query.bind(u"case"_s, id).bind(u"seen"_s, seen).bind(u"outbox"_s, outbox).bind(u"reply"_s, reply);
    });
}

QFuture<Result<>> CaseDesk::hideComment(CaseId id, Revision seen, MessageId message, bool hidden, const QString &outbox)
{
    return act(m_database, u"cases/hide_comment"_s, [=](Query &query) {
        query.bind(u"case"_s, id).bind(u"seen"_s, seen).bind(u"message"_s, message).bind(u"hidden"_s, hidden).bind(u"outbox"_s, outbox);
    });
}

QFuture<Result<>> CaseDesk::retrySend(const QString &outbox, const QString &request)
{
    return act(m_database, u"cases/retry_send"_s, [=](Query &query) { query.bind(u"outbox"_s, outbox).bind(u"request"_s, request); });
}

QFuture<Result<>> CaseDesk::cancelSend(const QString &outbox, const QString &request)
{
    return act(m_database, u"cases/cancel_send"_s, [=](Query &query) { query.bind(u"outbox"_s, outbox).bind(u"request"_s, request); });
}

QFuture<Result<>> CaseDesk::retryMedia(AttachmentId attachment, const QString &request)
{
    return act(m_database, u"cases/retry_media"_s, [=](Query &query) { query.bind(u"attachment"_s, attachment).bind(u"request"_s, request); });
}

QFuture<Result<ReplyDraft>> CaseDesk::draft(CaseId id)
{
    return m_database.read([id](Session &session) {
        return keptAt(session, wordsPlace(id)).and_then([&](const QString &text) {
            return keptAt(session, filesPlace(id)).transform([&](const QString &files) { return ReplyDraft{text, replyFiles::fromJson(files.toUtf8())}; });
        });
    });
}

QFuture<Result<>> CaseDesk::saveDraft(CaseId id, const ReplyDraft &draft)
{
    return m_database.write([=](Session &session) -> Result<> {
        const QString files = draft.files.isEmpty() ? QString() : QString::fromUtf8(replyFiles::toJson(draft.files));
        return session.query(u"cases/save_draft"_s).bind(u"place"_s, wordsPlace(id)).bind(u"text"_s, draft.text).run()
            .and_then([&](int) { return session.query(u"cases/save_draft"_s).bind(u"place"_s, filesPlace(id)).bind(u"text"_s, files).run(); })
            .transform([](int) {});
    });
}

QFuture<Result<QList<MessageVersion>>> CaseDesk::versions(MessageId message)
{
    return m_database.write([message](Session &session) {
        return session.query(u"cases/versions"_s).bind(u"message"_s, message).all([](const Row &row) {
            return MessageVersion{row.get<int>(u"version"), row.get<QString>(u"text"), row.get<QDateTime>(u"replaced_at")};
        });
    });
}

QFuture<Result<media::MediaInfo>> CaseDesk::medium(MediaId id)
{
    return m_database.read([id](Session &session) {
        return session.query(u"media/person_info"_s).bind(u"media"_s, id).one([](const Row &row) { return media::MediaInfo::fromJson(row.get<QJsonObject>(u"answer")); });
    });
}

} // namespace trucban
