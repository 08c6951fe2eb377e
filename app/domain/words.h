// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the trade as types: the same word in code, SQL and log. `toWord` writes it, `fromWord<Type>` reads it.
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <string_view>

namespace trucban {

enum class CaseStatus { New, Claimed, Classified, Forwarded, HandedBack, Answered, Released, Published, Closed, Rejected, Duplicate, Reopened };
enum class Urgency { Emergency, High, Medium, Low };
enum class Channel { Messenger, Comment, VisitorPost, Mention };
enum class Direction { In, Out, Echo };
enum class MessageKind { Text, Image, Video, Audio, File, Sticker, Location, Link, Postback, Referral, Reaction, System, Unsupported, Comment, Post, Mention, Mixed };
enum class AttachmentKind { Image, Video, Audio, File, Sticker, Location, Link };
enum class MediaState { Waiting, Fetching, Stored, Failed, Refused };
enum class AssignmentState { Sent, Confirmed, Answered, HandedBack, HandedOn, Withdrawn, Accepted, Returned };
enum class OutboxKind { Reply, CommentReply, PrivateReply, HideComment, Post };
enum class OutboxState { Queued, Sending, Sent, Delivered, Seen, Failed, Uncertain, Cancelled };
enum class BulletinState { Draft, Submitted, Approved, Scheduled, Publishing, Published, Failed, Withdrawn };
enum class Role { Officer, Unit, Supervisor, Admin };

// The spelling of each type, in the order of its values. Specialised below and nowhere else.
template<typename Type>
inline constexpr std::array<std::string_view, 0> wordsOf{};
template<>
inline constexpr auto wordsOf<CaseStatus> = std::to_array<std::string_view>({"new", "claimed", "classified", "forwarded", "handed_back", "answered",
    "released", "published", "closed", "rejected", "duplicate", "reopened"});
template<>
inline constexpr auto wordsOf<Urgency> = std::to_array<std::string_view>({"emergency", "high", "medium", "low"});
template<>
inline constexpr auto wordsOf<Channel> = std::to_array<std::string_view>({"messenger", "comment", "visitor_post", "mention"});
template<>
inline constexpr auto wordsOf<Direction> = std::to_array<std::string_view>({"in", "out", "echo"});
template<>
inline constexpr auto wordsOf<MessageKind> = std::to_array<std::string_view>({"text", "image", "video", "audio", "file", "sticker", "location", "link",
    "postback", "referral", "reaction", "system", "unsupported", "comment", "post", "mention", "mixed"});
template<>
inline constexpr auto wordsOf<AttachmentKind> = std::to_array<std::string_view>({"image", "video", "audio", "file", "sticker", "location", "link"});
template<>
inline constexpr auto wordsOf<MediaState> = std::to_array<std::string_view>({"waiting", "fetching", "stored", "failed", "refused"});
template<>
inline constexpr auto wordsOf<AssignmentState> = std::to_array<std::string_view>({"sent", "confirmed", "answered", "handed_back", "handed_on", "withdrawn", "accepted", "returned"});
template<>
inline constexpr auto wordsOf<OutboxKind> = std::to_array<std::string_view>({"reply", "comment_reply", "private_reply", "hide_comment", "post"});
template<>
inline constexpr auto wordsOf<OutboxState> = std::to_array<std::string_view>({"queued", "sending", "sent", "delivered", "seen", "failed", "uncertain", "cancelled"});
template<>
inline constexpr auto wordsOf<BulletinState> = std::to_array<std::string_view>({"draft", "submitted", "approved", "scheduled", "publishing", "published", "failed", "withdrawn"});
template<>
inline constexpr auto wordsOf<Role> = std::to_array<std::string_view>({"officer", "unit", "supervisor", "admin"});

template<typename Type>
    requires(wordsOf<Type>.size() > 0)
QString toWord(Type value)
{
    const std::string_view word = wordsOf<Type>.at(size_t(value));
    return QString::fromLatin1(word.data(), qsizetype(word.size()));
}

template<typename Type>
    requires(wordsOf<Type>.size() > 0)
std::optional<Type> fromWord(QStringView word)
{
    for (size_t i = 0; i < wordsOf<Type>.size(); ++i) {
        if (word == QLatin1StringView(wordsOf<Type>[i].data(), qsizetype(wordsOf<Type>[i].size())))
            return Type(i);
    }
    return std::nullopt;
}

} // namespace trucban
