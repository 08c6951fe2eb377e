// SPDX-License-Identifier: GPL-3.0-or-later
// What the case place shows: the case, its conversation, its steps, the citizen's file.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "domain/case.h"
#include "desk/reply_file.h"
#include "media/media_info.h"

#include <QDateTime>

namespace trucban {

struct CaseRow {
    CaseId id;
    QString number;
    QString status;
    int queue = 0;
    Revision revision;
    QString channel;
    CitizenId citizen;
    CategoryId categoryId;
    QString category; // code, empty: not classified
    QString categoryName;
    QString categoryNameEn;
    QString urgency;
    QString track; // code of the legal track, empty: none
    AreaId areaId;
    QString area;
    QString unitName;
    QString unitNameEn;
    UnitId aboutUnit;
    QString aboutUnitName;
    QString aboutUnitNameEn;
    PersonId holder;
    QString holderLogin;
    QString holderName;
    QDateTime leaseUntil;
    QDateTime receivedAt;
    QDateTime lastMessageAt;
    QDateTime dueAt;
    QDateTime burnsAt; // invalid: nothing burns
    QString burnsClock;
    int messages = 0;
    int unread = 0;
    CaseId duplicateOf;
    QString duplicateNumber;
    QString decision;
    bool answeredElsewhere = false;
    bool humanAgent = false;
    QDateTime now; // the server's

    /// free, or the lease has run out
    bool isFree(const QDateTime &at) const { return !holder || leaseUntil < at; }
    bool isHeldBy(PersonId person, const QDateTime &at) const { return holder == person && leaseUntil >= at; }
    ReplyWindow window(const QDateTime &at) const { return replyWindow(lastMessageAt, at, humanAgent); }
};

struct CaseAttachment {
    AttachmentId id;
    QString kind;
    QString title;
    QString name;
    QString state;
    QString failure;
    std::optional<double> lat, lon;
    media::MediaInfo info;
    friend bool operator==(const CaseAttachment &, const CaseAttachment &) = default;
};

struct CaseMessage {
    MessageId id;
    QString sentAtKey; // the time with its microseconds, for paging
    QString direction; // in out echo
    QString kind;
    QString text;
    QString convertedText;
    QDateTime sentAt;
    QDateTime receivedAt;
    QDateTime editedAt;
    int edits = 0;
    QDateTime deletedAt;
    bool hidden = false;
    QStringList reactions;
    QJsonObject extra;
    MessageId replyTo;
    QString personName;
    QList<CaseAttachment> attachments;
    QString outbox; // id
    QString outboxState;
    QString outboxError;
    QString outboxTag;
    QString outboxKind;
    QDateTime deliveredAt;
    QDateTime seenAt;
    bool isOurs() const { return direction != "in"_L1; }
    friend bool operator==(const CaseMessage &, const CaseMessage &) = default;
};

struct CaseStep {
    qint64 id = 0;
    QDateTime at;
    QString person; // empty: the gateway
    QString rank;
    QString verb;
    QString from;
    QString to;
    Revision revision;
    QString reason;
    QJsonObject facts;
    friend bool operator==(const CaseStep &, const CaseStep &) = default;
};

struct CaseNote {
    qint64 id = 0;
    QString person;
    QString text;
    QDateTime at;
};

struct EarlierCase {
    CaseId id;
    QString number;
    QString status;
    QString channel;
    QString category;
    QString firstWords;
    QDateTime openedAt;
};

struct CitizenFile {
    CitizenId citizen;
    QDateTime firstSeenAt;
    QDateTime lastSeenAt;
    bool privateReplySpent = false;
    QList<EarlierCase> cases;
};

struct Identity {
    QString name;
    QString profile;
    QString platformId;
};

struct FileOfAnswer {
    QString name;
    media::MediaInfo info;
};

struct AnswerOfUnit {
    qint64 id = 0;
    QString text;
    QString person;
    QString unit;
    QString unitEn;
    QDateTime at;
    QString state; // submitted accepted
    QList<FileOfAnswer> files;
};

struct MessagePage {
    QList<CaseMessage> messages; // oldest first
    bool reachesBeginning = false;
};

struct CaseRoom {
    CaseRow subject;
    MessagePage newest;
    QList<CaseStep> steps;
    QList<CaseNote> notes;
    QList<AnswerOfUnit> answers;
    CitizenFile citizen;
};

struct CategoryEntry {
    CategoryId id;
    QString code;
    QString name;
    QString nameEn;
    CategoryId parent;
    bool needsWall = false;
};

struct NamedRow {
    qint64 id = 0;
    QString code;
    QString name;
    QString other; // another name it is known by
};

struct ReplyTemplate {
    QString code;
    QString stage;
    QString name;
    QString body;
    QString category;
};

/// What does not change from case to case
struct CaseReference {
    QList<CategoryEntry> categories;
    QList<NamedRow> areas;
    QList<NamedRow> units;
    QList<ReplyTemplate> templates;
    QList<NamedRow> tracks; // legal tracks; other: the English name
};

struct Classification {
    QString category; // code
    QString urgency;
    AreaId area;
    UnitId aboutUnit;
    QString track; // code; null: as it is, empty: none
};

struct ReplyWords {
    QString outbox; // made once a reply; the same words sent twice are sent once
    QString kind;   // reply comment_reply private_reply
    QString text;
    bool final = false;
    QString ownDecision; // why it is released without a unit's answer
    QList<SentFile> files;
};

/// Words and files not yet sent.
struct ReplyDraft {
    QString text;
    QList<ReplyFile> files;
    bool isEmpty() const { return text.isEmpty() && files.isEmpty(); }
    friend bool operator==(const ReplyDraft &, const ReplyDraft &) = default;
};

/// What a message said before it was edited.
struct MessageVersion {
    int version = 0;
    QString text;
    QDateTime replacedAt;
};

} // namespace trucban
