// SPDX-License-Identifier: GPL-3.0-or-later
// What may happen to a case next, how it is named on the phone, and how long Facebook still lets us answer.
#pragma once

#include "base/result.h"
#include "domain/words.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>

namespace trucban {

/// The steps that may follow. The database decides; this is for greying out a button.
bool mayFollow(CaseStatus from, CaseStatus to);
/// Whether the case still asks something of somebody.
bool isOpen(CaseStatus status);

/// `26-004217`: year and serial, the number people say on the phone.
struct CaseNumber {
    int year = 0; // full, e.g. 2026
    int serial = 0;
    QString toString() const;
    /// Reads it as people type it: `#26-4217`, `26–004217`, `vụ 26-004217`.
    static std::optional<CaseNumber> fromString(const QString &typed);
    friend bool operator==(const CaseNumber &, const CaseNumber &) = default;
};

/// How long and in which way a private answer is still possible.
struct ReplyWindow {
    enum Kind {
        Standard,   // within 24 h of the citizen's last message
        HumanAgent, // within 7 days, only words typed by a person, tagged HUMAN_AGENT
        Closed,     // ask for a phone number, or wait for the citizen to write
    };
    Kind kind = Closed;
    QDateTime until; // when this kind ends; invalid when closed
    std::chrono::seconds remaining{0};
    /// `HUMAN_AGENT` or empty
    QString tag() const;
};

ReplyWindow replyWindow(const QDateTime &citizensLastMessage, const QDateTime &now, bool humanAgentPermitted);

/// A message cut into pieces Facebook takes: at paragraph or sentence ends, else between words, never inside a letter.
QStringList splitMessage(const QString &text, qsizetype limit = 2000);

} // namespace trucban
