// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/unit_desk_work.h"

#include "storage/database.h"

namespace trucban {

namespace {

QString placeOf(AssignmentId id)
{
    return u"answer:%1"_s.arg(id.value);
}

const auto nothing = [](int) {};

} // namespace

QFuture<Result<>> UnitDesk::confirm(AssignmentId id, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/confirm"_s).bind(u":assignment"_s, id).bind(u":request"_s, request).run().transform(nothing);
    });
}

QFuture<Result<>> UnitDesk::handOn(AssignmentId id, UnitId to, const QString &code, const QString &words, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/hand_on"_s)
            .bind(u":assignment"_s, id).bind(u":unit"_s, to).bind(u":code"_s, code).bind(u":reason"_s, words).bind(u":request"_s, request)
            .run().transform(nothing);
    });
}

QFuture<Result<>> UnitDesk::askCitizen(AssignmentId id, const QString &question, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/ask_citizen"_s)
            .bind(u":assignment"_s, id).bind(u":text"_s, question).bind(u":request"_s, request).run().transform(nothing);
    });
}

QFuture<Result<>> UnitDesk::withdrawQuestion(qint64 question, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/withdraw_question"_s).bind(u":question"_s, question).bind(u":request"_s, request).run().transform(nothing);
    });
}

QFuture<Result<>> UnitDesk::askExtension(AssignmentId id, const QDateTime &until, const QString &reason, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/ask_extension"_s)
            .bind(u":assignment"_s, id).bind(u":until"_s, until).bind(u":reason"_s, reason).bind(u":request"_s, request).run().transform(nothing);
    });
}

QFuture<Result<>> UnitDesk::handBack(AssignmentId id, const QString &code, const QString &words, const QString &request)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/hand_back"_s)
            .bind(u":assignment"_s, id).bind(u":code"_s, code).bind(u":reason"_s, words).bind(u":request"_s, request).run().transform(nothing);
    });
}

QFuture<Result<>> UnitDesk::answer(AssignmentId id, const QString &text, const QList<NamedFile> &files, bool partial, const QString &request)
{
    QList<MediaId> media;
    QStringList names;
    for (const NamedFile &file : files) {
        media.append(file.id);
        names.append(file.name);
    }
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/answer"_s)
            .bind(u":assignment"_s, id).bind(u":text"_s, text).bind(u":media"_s, media).bind(u":names"_s, names).bind(u":partial"_s, partial).bind(u":request"_s, request)
            .run()
            .and_then([&](int) { // what was sent is no draft any more
                return session.query(u"assignment/save_draft"_s).bind(u":place"_s, placeOf(id)).bind(u":text"_s, QString()).run();
            })
            .transform(nothing);
    });
}

QFuture<Result<QString>> UnitDesk::draft(AssignmentId id)
{
    return m_database.read([=](Session &session) {
        return session.query(u"assignment/draft"_s).bind(u":place"_s, placeOf(id))
            .maybe([](const Row &row) { return row.get<QString>(u"text"); })
            .transform([](const std::optional<QString> &text) { return text.value_or(QString()); });
    });
}

QFuture<Result<>> UnitDesk::saveDraft(AssignmentId id, const QString &text)
{
    return m_database.write([=](Session &session) {
        return session.query(u"assignment/save_draft"_s).bind(u":place"_s, placeOf(id)).bind(u":text"_s, text).run().transform(nothing);
    });
}

} // namespace trucban
