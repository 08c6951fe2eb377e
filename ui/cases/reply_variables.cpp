// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/reply_variables.h"

#include "ui/widgets/clock_text.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace trucban::replyVariables {

namespace {
const QRegularExpression &pattern()
{
    static const QRegularExpression variable(u"\\{\\{\\s*([^{}]*?)\\s*\\}\\}"_s);
    return variable;
}
} // namespace

QHash<QString, QString> valuesOf(const CaseRoom &room)
{
    QHash<QString, QString> values{{u"case"_s, room.subject.number}, {u"unit"_s, room.subject.unitName}, {u"area"_s, room.subject.area}};
    if (room.subject.dueAt.isValid())
        values.insert(u"deadline"_s, room.subject.dueAt.toTimeZone(QTimeZone("Asia/Ho_Chi_Minh")).toString(u"HH:mm dd/MM/yyyy"));
    if (!room.answers.isEmpty())
        values.insert(u"answer"_s, room.answers.last().text);
    return values;
}

QString filled(const QString &body, const QHash<QString, QString> &values)
{
    QString text;
    qsizetype at = 0;
    auto found = pattern().globalMatch(body);
    while (found.hasNext()) {
        const auto match = found.next();
        text += body.sliced(at, match.capturedStart() - at);
        const QString value = values.value(match.captured(1));
        text += value.isEmpty() ? match.captured(0) : value;
        at = match.capturedEnd();
    }
    return text + body.sliced(at);
}

QStringList emptyIn(const QString &text)
{
    QStringList names;
    auto found = pattern().globalMatch(text);
    while (found.hasNext())
        names.append(found.next().captured(1));
    names.removeDuplicates();
    return names;
}

} // namespace trucban::replyVariables
