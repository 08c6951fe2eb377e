// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/assignment_desk.h"

#include "desk/assignment_rows.h"
#include "storage/database.h"

#include <QSaveFile>

namespace trucban {

namespace {

const auto done = [](const QJsonObject &) {};

QJsonObject answerOf(const Row &row)
{
    return row.get<QJsonObject>(u"answer");
}

QJsonArray toJson(const QList<ForwardTo> &units, const QDateTime &dueAt)
{
    QJsonArray rows;
    for (const ForwardTo &to : units) {
        QJsonObject row{{u"unit"_s, to.unit.value}, {u"lead"_s, to.lead}};
        if (dueAt.isValid())
            row[u"due_at"_s] = dueAt.toUTC().toString(Qt::ISODateWithMs);
        rows.append(row);
    }
    return rows;
}

} // namespace

QFuture<Result<UnitDirectory>> AssignmentDesk::directory()
{
    return m_database.read([](Session &session) { return assignmentRows::directory(session); });
}

QFuture<Result<AssignmentRoom>> AssignmentDesk::room(CaseId id, const UnitDirectory &directory, bool suggest)
{
    // a write, because reading what a citizen wrote is logged
    return m_database.write([=](Session &session) -> Result<AssignmentRoom> {
        AssignmentRoom room;
        auto subject = assignmentRows::subject(session, id);
        if (!subject)
            return failed(subject.error());
        room.subject = *subject;
        auto assignments = assignmentRows::assignments(session, id);
        auto answers = assignments ? assignmentRows::answers(session, id) : failed(assignments.error());
        if (!answers)
            return failed(answers.error());
        room.assignments = *assignments;
        room.answers = *answers;
        auto questions = assignmentRows::questions(session, id);
        auto extensions = questions ? assignmentRows::extensions(session, id) : failed(questions.error());
        if (!extensions)
            return failed(extensions.error());
        room.questions = *questions;
        room.extensions = *extensions;
        if (suggest) {
            auto words = assignmentRows::citizensWords(session, id);
            auto proposals = assignmentRows::proposals(session, id);
            if (!proposals)
                return failed(proposals.error());
            room.proposals = *proposals;
            auto similar = words ? assignmentRows::similar(session, room.subject) : failed(words.error());
            if (!similar)
                return failed(similar.error());
            room.suggestions = suggestUnits(directory, room.subject, *words, *similar, room.proposals);
        }
        return room;
    });
}

QFuture<Result<>> AssignmentDesk::forward(CaseId id, Revision seen, const QList<ForwardTo> &units, const QDateTime &dueAt,
                                          const QString &instruction, const QString &request)
{
    return m_database.write([=, rows = toJson(units, dueAt)](Session &session) {
        return session.query(u"assignment/forward"_s)
            .bind(u":case"_s, id).bind(u":revision"_s, seen).bind(u":units"_s, rows)
            .bind(u":instruction"_s, instruction).bind(u":request"_s, request)
            .one(answerOf).transform(done);
    });
}

QFuture<Result<>> AssignmentDesk::withdraw(AssignmentId id, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/withdraw"_s)
            .bind(u":assignment"_s, id).bind(u":reason"_s, reason).bind(u":request"_s, request)
            .one(answerOf).transform(done);
    });
}

QFuture<Result<>> AssignmentDesk::returnAnswer(qint64 answer, Revision seen, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/return_answer"_s)
            .bind(u":answer"_s, answer).bind(u":revision"_s, seen).bind(u":reason"_s, reason).bind(u":request"_s, request)
            .one(answerOf).transform(done);
    });
}

QFuture<Result<>> AssignmentDesk::relayQuestion(qint64 question, Revision seen, const QString &outbox, const QString &words)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/relay_question"_s)
            .bind(u":question"_s, question).bind(u":revision"_s, seen).bind(u":outbox"_s, outbox).bind(u":text"_s, words)
            .one(answerOf).transform(done);
    });
}

QFuture<Result<>> AssignmentDesk::refuseQuestion(qint64 question, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/refuse_question"_s)
            .bind(u":question"_s, question).bind(u":reason"_s, reason).bind(u":request"_s, request)
            .one(answerOf).transform(done);
    });
}

QFuture<Result<>> AssignmentDesk::decideExtension(qint64 extension, bool grant, const QDateTime &until, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/decide_extension"_s)
            .bind(u":extension"_s, extension).bind(u":approve"_s, grant).bind(u":until"_s, until).bind(u":reason"_s, reason).bind(u":request"_s, request)
            .one(answerOf).transform(done);
    });
}

QFuture<Result<>> AssignmentDesk::remind(AssignmentId id, const QString &words, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/remind"_s)
            .bind(u":assignment"_s, id).bind(u":text"_s, words).bind(u":request"_s, request)
            .one(answerOf).transform(done);
    });
}

QFuture<Result<>> AssignmentDesk::approveAnswer(qint64 answer, Revision seen, const QString &words, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/approve_answer"_s)
            .bind(u":answer"_s, answer).bind(u":revision"_s, seen).bind(u":text"_s, words).bind(u":request"_s, request)
            .one(answerOf).transform(done);
    });
}

QFuture<Result<>> AssignmentDesk::saveFile(MediaId id, qint64 bytes, const QString &path)
{
    return m_database.write([=](Session &session) -> Result<> {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return failed(Failure::Invalid, u"file_not_writable"_s, file.errorString(), {{u"path"_s, path}});
        for (int index = 0; file.pos() < bytes; ++index) {
            const auto chunk = session.query(u"assignment/media_chunk"_s).bind(u":media"_s, id).bind(u":index"_s, index)
                                   .one([](const Row &row) { return row.get<QByteArray>(u"data"); });
            if (!chunk)
                return failed(chunk.error());
            if (chunk->isEmpty())
                return failed(Failure::NotFound, u"media_damaged"_s);
            if (file.write(*chunk) != chunk->size())
                return failed(Failure::Invalid, u"file_not_writable"_s, file.errorString(), {{u"path"_s, path}});
        }
        if (!file.commit())
            return failed(Failure::Invalid, u"file_not_writable"_s, file.errorString(), {{u"path"_s, path}});
        return {};
    }, Database::Long);
}

} // namespace trucban
