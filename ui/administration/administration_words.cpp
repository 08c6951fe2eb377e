// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/administration_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace trucban::administrationWords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AdministrationWords)
};

QString quoted(const QJsonObject &facts, const QString &key)
{
    return facts[key].toVariant().toString();
}

// what PostgreSQL says of a value, said for people
QString ofServer(const QString &message)
{
    static const QRegularExpression constraint(u"check constraint \"[a-z]+_([a-z_]+?)_check\\d*\""_s);
    static const QRegularExpression column(u"column \"([a-z_]+)\""_s);
    static const QRegularExpression value(u"\"([^\"]*)\"$"_s);
    if (message.contains(u"date/time"_s) || message.contains(u"type date"_s))
        return Words::tr("“%1” is no day; write 2026-11-24.").arg(value.match(message).captured(1));
    if (message.contains(u"type integer"_s) || message.contains(u"type double"_s))
        return Words::tr("“%1” is no number.").arg(value.match(message).captured(1));
    if (message.contains(u"type boolean"_s))
        return Words::tr("“%1” is neither true nor false.").arg(value.match(message).captured(1));
    if (const auto found = constraint.match(message); found.hasMatch())
        return Words::tr("The value of “%1” is not one of those allowed.").arg(found.captured(1));
    if (message.contains(u"null value"_s))
        return Words::tr("“%1” is missing.").arg(column.match(message).captured(1));
    return Words::tr("A value does not fit: %1").arg(message);
}

} // namespace

QString fault(const QString &code, const QJsonObject &facts)
{
    if (code == u"code_missing")
        return Words::tr("The code is missing.");
    if (code == u"name_missing")
        return Words::tr("The name is missing.");
    if (code == u"text_missing")
        return Words::tr("The words are missing.");
    if (code == u"unit_unknown")
        return Words::tr("There is no unit with the code “%1”.").arg(quoted(facts, u"unit"_s));
    if (code == u"unit_missing")
        return Words::tr("A unit officer needs a unit.");
    if (code == u"unit_under_itself")
        return Words::tr("“%1” would stand under itself.").arg(quoted(facts, u"unit"_s));
    if (code == u"parent_unknown")
        return Words::tr("There is no category with the code “%1” to stand under.").arg(quoted(facts, u"parent"_s));
    if (code == u"category_unknown")
        return Words::tr("There is no category with the code “%1”.").arg(quoted(facts, u"category"_s));
    if (code == u"track_unknown")
        return Words::tr("There is no legal track with the code “%1”.").arg(quoted(facts, u"legal_track"_s));
    if (code == u"calendar_unknown")
        return Words::tr("There is no calendar with the code “%1”.").arg(quoted(facts, u"calendar"_s));
    if (code == u"calendar_invalid")
        return Words::tr("The hours cannot be read. Write 08:00–12:00, 13:30–17:30; office hours need at least one day with hours.");
    if (code == u"periods_overlap")
        return Words::tr("Two periods of one day overlap.");
    if (code == u"day_not_found")
        return Words::tr("This day is not in the calendar any more.");
    if (code == u"time_not_possible")
        return Words::tr("The last day lies before the first.");
    if (code == u"heads_overlap")
        return Words::tr("Another head of this unit has those days already; end or move that one first.");
    if (code == u"person_not_found")
        return Words::tr("Nobody who may sign in has the login “%1”.").arg(quoted(facts, u"login"_s));
    if (code == u"recipient_unknown")
        return Words::tr("One of those who are told is neither a word of the ladder nor the code of a unit.");
    if (code == u"rung_invalid")
        return Words::tr("A rung stands either at a percent of the time or so many minutes after it; both are whole numbers above zero.");
    if (code == u"login_invalid")
        return Words::tr("A login has small letters, digits, dot or dash, and begins with a letter.");
    if (code == u"login_taken")
        return Words::tr("The login “%1” is taken.").arg(quoted(facts, u"login"_s));
    if (code == u"role_unknown")
        return Words::tr("Choose a role.");
    if (code == u"not_yourself")
        return Words::tr("Nobody changes their own role or shuts themselves out; another administrator can.");
    if (code == u"role_may_not" || code == u"not_allowed")
        return Words::tr("Your role may read this list but not change it.");
    if (code == u"stale_revision")
        return Words::tr("Somebody changed this row since you opened it.");
    if (code == u"already_there")
        return Words::tr("A row with this code and day is there already.");
    if (code == u"column_missing")
        return Words::tr("The first line of the file names no column “%1”.").arg(quoted(facts, u"column"_s));
    if (code == u"not_utf8")
        return Words::tr("The file is not UTF-8. In Excel choose “CSV UTF-8” when saving.");
    if (code == u"file_too_large")
        return Words::tr("The file is larger than 32 MB.");
    if (code == u"file_not_readable")
        return Words::tr("The file cannot be read.");
    if (code == u"file_not_writable")
        return Words::tr("The file cannot be written there.");
    if (code == u"field_invalid")
        return ofServer(quoted(facts, u"message"_s));
    return {};
}

QString dueMoves(const DueMoves &moves)
{
    QStringList numbers;
    for (const DueMoves::One &one : moves.cases.first(std::min<qsizetype>(moves.cases.size(), 6))) {
        const QString day = one.now.isValid() ? one.now.toLocalTime().toString(u"dd/MM HH:mm"_s) : Words::tr("none", "a due date");
        numbers.append(Words::tr("%1 → %2", "case number, its new due time").arg(one.number, day));
    }
    if (moves.moved > numbers.size())
        numbers.append(u"…"_s);
    const QString list = numbers.join(u", "_s);
    return moves.moved == 1 ? Words::tr("One due date moved: %1.").arg(list) : Words::tr("%1 due dates moved: %2.").arg(QString::number(moves.moved), list);
}

FailureWords refusal(const Failure &failure)
{
    QString happened = fault(failure.code, failure.facts);
    if (failure.code == u"constraint")
        happened = ofServer(failure.detail);
    if (happened.isEmpty())
        return wordsFor(failure);
    return {happened, Words::tr("Nothing was changed; what you typed is kept."), {}};
}

} // namespace trucban::administrationWords
