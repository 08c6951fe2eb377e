// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/refusals.h"

using namespace Qt::StringLiterals;

namespace trucban::refusals {

QStringList ofOutbox()
{
    return {// Facebook's
            u"abuse_block"_s, u"app_not_live"_s, u"attachment_too_large"_s, u"attachment_type"_s, u"bad_parameter"_s, u"capability_missing"_s,
            u"duplicate_post"_s, u"facebook_down"_s, u"file_refused"_s, u"link_refused"_s, u"link_unreadable"_s, u"message_malformed"_s,
            u"message_refused"_s, u"no_such_person"_s, u"object_gone"_s, u"outside_window"_s, u"page_restricted"_s, u"permission_missing"_s,
            u"person_refuses"_s, u"person_unavailable"_s, u"photo_too_large"_s, u"policy_block"_s, u"posting_too_fast"_s, u"private_reply_used"_s,
            u"profile_hidden"_s, u"publishing_authorisation"_s, u"rate_limited"_s, u"security_check"_s, u"temporary"_s, u"token_app_removed"_s,
            u"token_checkpoint"_s, u"token_expired"_s, u"token_invalid"_s, u"token_password_changed"_s, u"token_role_lost"_s,
            u"token_unconfirmed"_s, u"token_wrong_kind"_s, u"unclear"_s, u"unknown_refusal"_s, u"unreachable"_s, u"video_chunk"_s,
            u"video_size"_s, u"video_unreadable"_s,
            // our own
            u"bulletin_missing"_s, u"comment_takes_pictures_only"_s, u"database"_s, u"media_kind"_s, u"media_missing"_s, u"text_missing"_s,
            u"text_too_long"_s, u"video_processing"_s, u"video_stands_alone"_s};
}

QStringList ofAttachments()
{
    return {u"disk_full"_s, u"link_dead"_s, u"no_link"_s, u"not_allowed"_s, u"refused_broken"_s, u"refused_too_large"_s, u"refused_type"_s,
            u"sandbox_unavailable"_s, u"unreachable"_s, u"worker_crashed"_s, u"worker_timeout"_s};
}

} // namespace trucban::refusals
