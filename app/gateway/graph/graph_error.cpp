// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/graph/graph_error.h"

#include "base/result.h"

#include <QStringList>

namespace trucban::gateway {

namespace {

constexpr int any = -1;

struct Row {
    int code;    // any: the sub-code alone decides
    int subcode; // any: whatever the sub-code
    GraphAction action;
    const char *word;
};

using enum GraphAction;

// the first row that fits wins: precise rows before general ones
constexpr Row table[] = {
    {any, 2534025, Refuse, "private_reply_used"},
    {10, 2018278, Refuse, "outside_window"}, {10, 2018065, Refuse, "outside_window"}, {10, 2534022, Refuse, "outside_window"},
    {any, 2018278, Refuse, "outside_window"},
    {10, 2018108, Refuse, "person_refuses"}, {10, 1893063, StopForHours, "page_restricted"},
    {any, 2534001, Refuse, "message_refused"}, {any, 2534013, Refuse, "message_refused"}, {any, 2534014, Refuse, "message_refused"},
    {190, 458, StopSending, "token_app_removed"}, {190, 459, StopSending, "token_checkpoint"}, {190, 460, StopSending, "token_password_changed"},
    {190, 463, StopSending, "token_expired"}, {190, 464, StopSending, "token_unconfirmed"}, {190, 467, StopSending, "token_invalid"},
    {190, 492, StopSending, "token_role_lost"}, {190, 2069032, StopSending, "token_wrong_kind"}, {190, any, StopSending, "token_invalid"},
    {102, any, StopSending, "token_invalid"}, {459, any, StopSending, "token_checkpoint"}, {210, any, StopSending, "token_wrong_kind"},
    {1705, any, StopSending, "token_wrong_kind"},
    {4, any, Pause, "rate_limited"}, {17, any, Pause, "rate_limited"}, {32, any, Pause, "rate_limited"}, {341, any, Pause, "rate_limited"},
    {613, any, Pause, "rate_limited"}, {80001, any, Pause, "rate_limited"}, {80006, any, Pause, "rate_limited"}, {1390008, any, Pause, "posting_too_fast"},
    {368, any, StopForHours, "policy_block"}, {1346003, any, StopForHours, "abuse_block"}, {1404102, any, StopForHours, "abuse_block"},
    {1404112, any, StopForHours, "abuse_block"}, {1404006, any, StopForHours, "security_check"}, {4854002, any, StopForHours, "security_check"},
    {100, 33, Refuse, "object_gone"}, {100, 2018001, Refuse, "no_such_person"}, {100, 2018218, Refuse, "profile_hidden"},
    {100, 2018047, Refuse, "attachment_type"}, {100, 2018109, Refuse, "attachment_too_large"}, {100, 2018034, Refuse, "message_malformed"},
    {100, 2018032, Refuse, "message_malformed"}, {100, any, Refuse, "bad_parameter"},
    {200, 1545041, Refuse, "person_unavailable"}, {551, any, Refuse, "person_unavailable"}, {200, 2018028, Configuration, "app_not_live"},
    {200, 2018027, Configuration, "app_not_live"}, {200, 2018021, Configuration, "app_not_live"},
    {200, 2069030, Configuration, "token_wrong_kind"}, {200, 2069031, Configuration, "token_wrong_kind"}, {200, 2069033, Configuration, "token_wrong_kind"},
    {3, any, Configuration, "capability_missing"}, {10, any, Configuration, "permission_missing"}, {230, any, Configuration, "permission_missing"},
    {506, any, CheckFirst, "duplicate_post"}, {1609005, any, Refuse, "link_unreadable"}, {1366046, any, Refuse, "photo_too_large"},
    {36000, any, Refuse, "photo_too_large"}, {1363022, any, Refuse, "video_size"}, {1363023, any, Refuse, "video_size"},
    {1363030, any, Resume, "video_chunk"}, {1363033, any, Resume, "video_chunk"}, {1363037, any, Resume, "video_chunk"},
    {6000, any, Refuse, "video_unreadable"}, {1363019, any, Refuse, "video_unreadable"},
    {1404078, any, Configuration, "publishing_authorisation"}, {1366051, any, CheckFirst, "duplicate_post"}, {1609008, any, Refuse, "link_refused"},
    {2061006, any, Refuse, "link_refused"}, {2069019, any, Refuse, "file_refused"}, {1349125, any, Refuse, "bad_parameter"},
    {2018344, any, Refuse, "message_refused"}, {10303, any, Refuse, "message_refused"}, {2500, any, Refuse, "bad_parameter"},
    {3001, any, Refuse, "bad_parameter"}, {1200, any, Retry, "temporary"}, {1363047, any, Retry, "temporary"}, {1609010, any, Retry, "temporary"},
    {1, any, Retry, "temporary"}, {2, any, RetryLong, "facebook_down"},
};

GraphVerdict verdictOf(const Row &row)
{
    return {row.action, QString::fromLatin1(row.word)};
}

bool isTemporary(GraphAction action)
{
    return action == Retry || action == RetryLong;
}

/// After a temporary failure of a write only those known to come before the deed may be repeated blindly.
GraphVerdict carefulWithWrites(GraphVerdict verdict, const GraphError &error)
{
    if (error.write && isTemporary(verdict.action) && error.code != 1200)
        verdict.action = CheckFirst;
    return verdict;
}

} // namespace

GraphVerdict judge(const GraphError &error)
{
    if (error.origin == GraphError::NotSent)
        return {RetryLong, u"unreachable"_s};
    if (error.origin == GraphError::Unclear || error.origin == GraphError::TooLate)
        return {error.write ? CheckFirst : RetryLong, u"unclear"_s};
    if (error.code == 1 && error.transient == false)
        return {Refuse, u"unknown_refusal"_s};
    for (const Row &row : table)
        if ((row.code == any || row.code == error.code) && (row.subcode == any || row.subcode == error.subcode)) {
            const bool final = row.action == Refuse || row.action == Configuration;
            if (final && error.transient == true)
                return carefulWithWrites({Retry, u"temporary"_s}, error);
            return carefulWithWrites(verdictOf(row), error);
        }
    if (error.transient == true)
        return carefulWithWrites({Retry, u"temporary"_s}, error);
    if (error.code >= 200 && error.code <= 299)
        return {Configuration, u"permission_missing"_s};
    if (error.httpStatus >= 500)
        return carefulWithWrites({RetryLong, u"facebook_down"_s}, error);
    return {Refuse, u"unknown_refusal"_s};
}

GraphError graphErrorFrom(const QJsonObject &error, int httpStatus, bool write)
{
    GraphError read;
    read.httpStatus = httpStatus;
    read.code = error[u"code"_s].toVariant().toInt();
    read.subcode = error[u"error_subcode"_s].toVariant().toInt();
    if (error[u"is_transient"_s].isBool())
        read.transient = error[u"is_transient"_s].toBool();
    read.message = error[u"message"_s].toString().left(500);
    read.trace = error[u"fbtrace_id"_s].toString().left(64);
    read.data = error[u"error_data"_s].toObject();
    read.write = write;
    return read;
}

QString logLine(const GraphError &error)
{
    static constexpr const char *origins[] = {"refused", "not sent", "too late", "unclear"};
    return u"%1 http=%2 code=%3 subcode=%4 trace=%5 word=%6"_s.arg(QLatin1StringView(origins[error.origin]))
        .arg(error.httpStatus).arg(error.code).arg(error.subcode).arg(error.trace, judge(error).word);
}

QStringList graphWords()
{
    QStringList words{u"unreachable"_s, u"unclear"_s, u"unknown_refusal"_s, u"temporary"_s, u"facebook_down"_s, u"permission_missing"_s};
    for (const Row &row : table)
        words << QString::fromLatin1(row.word);
    words.removeDuplicates();
    words.sort();
    return words;
}

} // namespace trucban::gateway
