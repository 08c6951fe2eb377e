// SPDX-License-Identifier: GPL-3.0-or-later
// What the assignment panel shows: units with all their names, the case, its forwards and what the units answered.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "domain/deadlines.h"

#include <QDateTime>
#include <QJsonArray>
#include <QStringList>

namespace trucban {

/// One name a unit is found by.
struct UnitName {
    enum Kind { Name, English, Code, Area, FormerArea };
    Kind kind = Name;
    QString text;  // as it is shown
    QString plain; // without marks
    QString exact; // with marks
};

/// Codes were used again, so a unit is its code and the day it began.
struct UnitEntry {
    UnitId id;
    QString code;
    QString name;
    QString nameEn;
    QString level;
    UnitId parent;
    QDate validFrom;
    QDate validTo; // invalid: until further notice
    bool external = false;
    bool valid = true;
    UnitId successor; // of a unit that is no longer valid: the one that took its code
    QList<UnitName> names;
};

struct AreaEntry {
    AreaId id;
    QString code;
    QString type; // phuong, xa
    QString name;
    QStringList formerNames; // "Phường Trúc Bạch (Quận Ba Đình)", `*`: only a part came here
    UnitId unit;
};

struct InstructionTemplate {
    QString code;
    QString name;
    QString body;
};

/// One entry of the fixed list of why a unit lets a case go.
struct UnitReason {
    QString code;
    QString name;
    QString nameEn;
    bool needsText = false;
};

/// What does not change from case to case; read once and again on a notice `admin`.
struct UnitDirectory {
    QList<UnitEntry> units;
    QList<AreaEntry> areas;
    QList<InstructionTemplate> templates;
    QList<UnitReason> reasons;
    WorkCalendar calendar;

    const UnitEntry *unit(UnitId id) const;
};

struct AssignmentCase {
    CaseId id;
    QString number;
    QString status;
    Revision revision;
    QString channel;
    CategoryId categoryId;
    QString category; // code, empty: not classified yet
    QString categoryName;
    QString categoryNameEn;
    QString urgency;
    QString track; // code of the legal track; empty: none
    QString trackName;
    QString trackNameEn;
    AreaId areaId;
    QString area;
    UnitId aboutUnit;
    QString aboutUnitName;
    UnitId leadUnit;
    PersonId holder;
    QString holderName;
    QDateTime leaseUntil;
    QDateTime receivedAt;
    QString firstWords;
    int images = 0, videos = 0, audios = 0, files = 0;
    UnitId defaultUnit;
    bool needsWall = false; // a complaint about officers: only the unit of the category hears of it
    QDateTime now; // the server's
    int ruleAmount = 0;
    QString ruleUnit; // minutes hours days working_days months
    QDateTime ruleDue;
};

/// A file in the store and what its sender calls it.
struct NamedFile {
    MediaId id;
    QString name;
};

struct AnswerFile {
    MediaId id;
    QString name; // as the unit called it; empty: not told
    QString kind; // image video audio file
    QString mime;
    qint64 bytes = 0;
};

struct UnitAnswer {
    qint64 id = 0;
    AssignmentId assignment;
    QString personName;
    QString personRank;
    QString text;
    QDateTime answeredAt;
    QString state; // submitted approved accepted returned
    QString reason;
    bool partial = false;
    QString approvedBy;
    QDateTime approvedAt;
    QString approvedText; // the words the centre means to tell the citizen
    QList<AnswerFile> files;
};

struct AssignmentEntry {
    AssignmentId id;
    UnitId unit;
    QString unitCode;
    QString unitName;
    QString unitNameEn;
    bool lead = false;
    QString state;
    QString instruction;
    QDateTime dueAt;
    QDateTime confirmDueAt;
    QString sentBy;
    QDateTime sentAt;
    QString confirmedBy;
    QDateTime confirmedAt;
    QDateTime answeredAt;
    QDateTime endedAt;
    QString reason;
    QString reasonName; // of the fixed list
    QString reasonNameEn;
    AssignmentId handedOnFrom;
    int reminders = 0;
    QDateTime remindedAt;
    QString reminder; // the words of the last one

    bool isLive() const { return state != u"handed_back" && state != u"handed_on" && state != u"withdrawn" && state != u"accepted"; }
    bool isOpen() const { return state == u"sent" || state == u"confirmed" || state == u"returned"; }
};

/// What a unit wants to know of the citizen; the centre asks.
struct UnitQuestion {
    qint64 id = 0;
    AssignmentId assignment;
    QString unitName;
    QString unitNameEn;
    QString personName;
    QString text;
    QString state; // asked sent answered refused withdrawn
    QDateTime askedAt;
    QDateTime sentAt;
    QDateTime answeredAt;
    QString reason;

    bool isOpen() const { return state == u"asked" || state == u"sent"; }
};

/// More time that a unit asks for; a supervisor decides.
struct UnitExtension {
    qint64 id = 0;
    AssignmentId assignment;
    QDateTime wasDueAt;
    QDateTime wantedUntil;
    QString reason;
    PersonId askedBy;
    QString askedByName;
    QDateTime askedAt;
    QString state; // asked approved refused withdrawn
    QString decidedBy;
    QDateTime decidedAt;
    QDateTime grantedUntil;
    QString decision;
};

/// What a rule proposes for a case, and why.
struct RuleProposal {
    struct Because {
        QString what; // word category area channel media track
        QString word;
        QString wordEn;
    };
    qint64 rule = 0;
    QString name;
    UnitId unit; // none: the rule names none, or the case may not go there
    QString unitName;
    QString unitNameEn;
    QString urgency;
    QString category;
    QString categoryName;
    QString categoryNameEn;
    QString track;
    QString trackName;
    QString trackNameEn;
    QDateTime dueAt;
    QList<Because> because;
};

/// Why a unit is proposed; the screen words it.
struct Suggestion {
    enum Why { Rule, AreaOfCase, NameInText, FormerNameInText, CategoryDefault, SimilarCases };
    struct Reason {
        Why why = AreaOfCase;
        QString word;  // the name that was found, of a rule its name
        int cases = 0; // of SimilarCases
        bool sameArea = false;
    };
    UnitId unit;
    int weight = 0;
    QList<Reason> reasons;
};

struct AssignmentRoom {
    AssignmentCase subject;
    QList<AssignmentEntry> assignments;
    QList<UnitAnswer> answers;
    QList<Suggestion> suggestions;
    QList<UnitQuestion> questions;
    QList<UnitExtension> extensions;
    QList<RuleProposal> proposals;
};

/// One unit of a forward about to be sent
struct ForwardTo {
    UnitId unit;
    bool lead = false;
};

} // namespace trucban
