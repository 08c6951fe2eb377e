// SPDX-License-Identifier: GPL-3.0-or-later
// Facebook's refusals: decided by code and sub-code, never by the (localised) text.
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace trucban::gateway {

struct GraphError {
    enum Origin {
        Refused,  // Facebook answered with an error object
        NotSent,  // the connection was never made: nothing can have happened
        TooLate,  // we held it back ourselves: the item was not surely ours any more
        Unclear,  // no answer, half an answer, or an answer that is not Facebook's: a write may have happened
    };
    Origin origin = Refused;
    int httpStatus = 0;
    int code = 0;
    int subcode = 0;
    std::optional<bool> transient;
    QString message; // may be in any language; for the log and for the curious
    QString trace;   // Facebook's support handle
    QJsonObject data;
    bool write = false;
};

enum class GraphAction {
    Retry,         // soon again, a few times
    RetryLong,     // again with long pauses: Facebook itself is unwell
    Pause,         // calls exceed a rate: nobody calls until the pause is over
    CheckFirst,    // it may have happened: read before writing again
    Resume,        // a chunk of a video: go on where the answer says
    StopSending,   // the token is dead: the queue waits, intake goes on
    StopForHours,  // blocked for policy or abuse: a human must look
    Configuration, // an administrator must mend something
    Refuse,        // final for this item
};

struct GraphVerdict {
    GraphAction action = GraphAction::Refuse;
    QString word; // stable: the desk has a sentence and a next step for each
};

GraphVerdict judge(const GraphError &error);
/// From the answer's `error` object.
GraphError graphErrorFrom(const QJsonObject &error, int httpStatus, bool write);
/// One line for the log: numbers and Facebook's trace, no words a citizen may have written.
QString logLine(const GraphError &error);
/// All words judge() may answer, so that the desk's sentences can be checked for completeness.
QStringList graphWords();

} // namespace trucban::gateway
