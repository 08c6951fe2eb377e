// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that happened on the page, as Facebook told it: plain values, no behaviour.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace trucban::gateway {

enum class EventKind {
    Message,     // a citizen wrote: text, media, postback, referral
    Echo,        // the page answered, from here or from elsewhere
    Edit,        // a message got a new text; may overtake the message
    Unsend,      // a message was taken back
    Reaction,    // a citizen reacted to a message
    Delivery,    // everything up to the watermark arrived
    Read,        // everything up to the watermark was read
    Comment,     // a comment under a post: verb add, edit, remove, hide, unhide
    Post,        // a visitor's post or one of our own: verb add, edit, remove, hide, unhide
    Mention,     // somebody named the page
    PageTrouble, // Facebook warns or blocks the page
    Ignored,     // understood, and of no use here; `reason` says which
    Unsupported, // not understood: shown as such
};

/// A time as it was given and what it means: numbers below 10^12 are seconds, others milliseconds.
struct Moment {
    QString given;
    QDateTime utc; // invalid when nothing usable was given
};

struct IncomingAttachment {
    QString kind; // image video audio file sticker location link
    QString url;  // only an absolute http(s) address; anything else becomes the title
    QString title;
    QString stickerId;
    std::optional<double> latitude;
    std::optional<double> longitude;
};

struct Event {
    EventKind kind = EventKind::Unsupported;
    QString channel;   // messenger comment visitor_post mention
    QString direction; // in out echo
    QString messageKind; // text image video audio file sticker location link postback referral … mixed
    QString verb;      // add edit remove hide unhide; react unreact; block unblock warning

    QString pageId;
    QString personId;  // page-scoped id of the citizen; empty when Facebook does not say
    QString personName;
    QString threadKey; // what belongs to one conversation
    QString platformId; // the key by which a repetition is recognised
    QString targetId;  // the message an edit, reaction or unsend speaks of
    QString postId;
    QString parentId;  // of a reply under a comment; empty for a top-level comment
    QString rootId;    // the comment a conversation under a post hangs on
    QString replyTo;   // the message this one answers
    QString permalink;

    Moment at;
    Moment entryTime;
    Moment watermark;
    QStringList mids;

    QString text;
    bool hasText = false; // an edit without text must not blank what is stored
    QList<IncomingAttachment> attachments;
    QString reaction;
    QString emoji;
    QString payload;  // of a postback or quick reply
    QString referral; // where the citizen came from, as compact JSON
    QString appId;    // of an echo
    QString metadata; // of an echo: our outbox id when it was ours
    int editNumber = 0;
    std::optional<bool> published;
    bool byPage = false;  // the page itself acted
    bool standby = false; // another app holds the conversation
    QString reason;       // of Ignored and Unsupported
    QByteArray raw;       // this event alone, compact JSON
};

} // namespace trucban::gateway
