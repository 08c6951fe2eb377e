// SPDX-License-Identifier: GPL-3.0-or-later
// What the publish place shows: a post in the list, a post in the editor, where it comes from, what it shows.
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "domain/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QStringList>

namespace trucban {

struct BulletinRow {
    BulletinId id;
    BulletinState state = BulletinState::Draft;
    QString headline;
    QString words; // the beginning of the text
    QString caseNumber;
    QString author;
    QString submitter;
    QString approver;
    QDateTime changedAt;
    qint64 changedKey = 0; // microseconds, for paging
    QDateTime scheduledFor;
    QDateTime publishedAt;
    QString failure;
    QString permalink;
    int media = 0;
    int blocking = 0; // findings that keep it from being submitted
};

struct BulletinPage {
    QList<BulletinRow> rows;
    bool more = false;
};

struct PostSource {
    SourceId id;
    QString code;
    QString name;
    QString urlPrefix;
    QString kind; // portal newspaper government result
    bool needsCase() const { return kind == u"result"; }
};

struct PostMedium {
    MediaId id;
    QString kind; // image video
    QString mime;
    qint64 bytes = 0;
    MediaId thumbnail; // or the medium itself when it is a picture
    qint64 thumbnailBytes = 0;
    QString name;
    QDateTime at;
    bool fromCitizen = false;
    bool covered = false;   // a copy in which faces or plates are covered
    bool uncovered = false; // a covered copy of it exists: this one leaves no more
    bool isVideo() const { return kind == u"video"; }
};

struct BulletinStep {
    QDateTime at;
    PersonId personId;
    QString person;
    QString verb; // save_bulletin submit_bulletin … published
    QString reason;
};

struct Bulletin {
    BulletinId id; // none: not saved yet
    BulletinState state = BulletinState::Draft;
    Revision revision{0};
    CaseId caseId;
    QString caseNumber;
    QString sourceText;
    QString link;
    QString source; // its code
    QString sourceName;
    QString sourceUrl;
    QJsonArray findings;
    QList<MediaId> mediaIds;
    PersonId authorId, changedById, submittedById;
    QString author, changedBy, submitter, approver;
    QDateTime createdAt, changedAt, submittedAt, approvedAt, scheduledFor, publishedAt;
    QString permalink;
    QString failure; // Facebook's refusal, a stable word
    QString reason;  // why it was returned or withdrawn
    QString outboxState;
    QDateTime sendAfter;
    QList<BulletinStep> steps;
    QList<PostMedium> media;

    bool isLeaving() const { return outboxState == u"queued" || outboxState == u"sending" || outboxState == u"uncertain"; }
    /// Whoever wrote, changed or submitted it cannot approve it.
    bool wasTouchedBy(PersonId person) const { return person == authorId || person == changedById || person == submittedById; }
};

/// What a save writes.
struct BulletinWords {
    BulletinId id;
    Revision revision{0};
    CaseId caseId;
    QString sourceText;
    QString postText;
    QString link;
    QString source;
    QString sourceUrl;
    QList<MediaId> mediaIds;
    QJsonArray findings;
};

struct BulletinStand {
    BulletinId id;
    BulletinState state = BulletinState::Draft;
    Revision revision{0};
};

struct PostTemplate {
    QString code;
    QString name;
    QString body;
};

struct PageFacts {
    QString name;
    QString url;
};

struct CaseBrief {
    CaseId id;
    QString number;
    QString category;
    QString area;
    QString unit;
    QDateTime receivedAt;
    QString answer;
};

/// What the place needs to know once.
struct PublishReference {
    QList<PostSource> sources;
    QList<PostTemplate> templates;
    PageFacts page;
};

} // namespace trucban
