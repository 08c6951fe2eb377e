// SPDX-License-Identifier: GPL-3.0-or-later
// Result and Failure: a failure is a value, and its kind decides what the person can do next.
#pragma once

#include <QJsonObject>
#include <QString>

#include <expected>

namespace trucban {

using namespace Qt::StringLiterals;

struct Failure {
    enum Kind {
        Offline,    // the other side cannot be reached: retry
        Conflict,   // somebody was faster: look again; `facts` say what changed
        NotFound,   // it went away
        NotAllowed, // this person or this state may not
        Invalid,    // a field must be mended; `code` names it
        Bug,        // tell us
    };
    Kind kind = Bug;
    QString code;      // stable word for tests and for the screen's own sentence, e.g. "stale_revision"
    QString detail;    // English, for the log
    QJsonObject facts; // what the screen may show, e.g. who holds the case now
};

template<typename T = void>
using Result = std::expected<T, Failure>;

inline std::unexpected<Failure> failed(Failure::Kind kind, const QString &code, const QString &detail = {}, const QJsonObject &facts = {})
{
    return std::unexpected(Failure{kind, code, detail, facts});
}

inline std::unexpected<Failure> failed(const Failure &failure)
{
    return std::unexpected(failure);
}

} // namespace trucban
