// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/refusal_words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace trucban {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RefusalWords)
};

struct Row {
    QStringView word;
    const char *happened;
    const char *next;
};

constexpr Row table[] = {
    {u"abuse_block", QT_TRANSLATE_NOOP("RefusalWords", "Facebook takes what the page did for abuse and has blocked it for a while."),
     QT_TRANSLATE_NOOP("RefusalWords", "A supervisor looks at the page at Facebook; send it again when the block is over.")},
    {u"app_not_live", QT_TRANSLATE_NOOP("RefusalWords", "The page's application is not live at Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator looks at the page's permissions at Facebook; then send it again.")},
    {u"attachment_too_large", QT_TRANSLATE_NOOP("RefusalWords", "The attachment is too large for Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "Attach a smaller one, then send it again.")},
    {u"attachment_type", QT_TRANSLATE_NOOP("RefusalWords", "Facebook does not take this kind of attachment."),
     QT_TRANSLATE_NOOP("RefusalWords", "Attach it in another form or leave it out, then send it again.")},
    {u"bad_parameter", QT_TRANSLATE_NOOP("RefusalWords", "Facebook did not understand what the gateway sent."),
     QT_TRANSLATE_NOOP("RefusalWords", "Send it again; if it stays, tell the administrator.")},
    {u"bulletin_missing", QT_TRANSLATE_NOOP("RefusalWords", "The post this belongs to is not in the database any more."),
     QT_TRANSLATE_NOOP("RefusalWords", "Tell the administrator.")},
    {u"capability_missing", QT_TRANSLATE_NOOP("RefusalWords", "The page lacks a permission at Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator looks at the page's permissions at Facebook; then send it again.")},
    {u"comment_takes_pictures_only", QT_TRANSLATE_NOOP("RefusalWords", "An answer under a comment takes pictures only."),
     QT_TRANSLATE_NOOP("RefusalWords", "Leave the file out, or send it privately.")},
    {u"database", QT_TRANSLATE_NOOP("RefusalWords", "Our own database was away for a moment."),
     QT_TRANSLATE_NOOP("RefusalWords", "Wait: it goes on by itself.")},
    {u"duplicate_post", QT_TRANSLATE_NOOP("RefusalWords", "Facebook already has a post with the same words."),
     QT_TRANSLATE_NOOP("RefusalWords", "Look at the page: if the post is there, nothing is to be done; otherwise change the words and publish again.")},
    {u"facebook_down", QT_TRANSLATE_NOOP("RefusalWords", "Facebook is not well at the moment."),
     QT_TRANSLATE_NOOP("RefusalWords", "Send it again; if it stays, tell the administrator.")},
    {u"file_refused", QT_TRANSLATE_NOOP("RefusalWords", "Facebook refused the file."),
     QT_TRANSLATE_NOOP("RefusalWords", "Take another file or its safe copy, then send it again.")},
    {u"link_refused", QT_TRANSLATE_NOOP("RefusalWords", "Facebook does not allow this link."),
     QT_TRANSLATE_NOOP("RefusalWords", "Use another link or leave it out, then publish again.")},
    {u"link_unreadable", QT_TRANSLATE_NOOP("RefusalWords", "Facebook cannot read the page behind the link."),
     QT_TRANSLATE_NOOP("RefusalWords", "Try the link in a browser; correct it or leave it out, then publish again.")},
    {u"media_kind", QT_TRANSLATE_NOOP("RefusalWords", "A file of this kind cannot be part of a post."),
     QT_TRANSLATE_NOOP("RefusalWords", "Leave it out: a post takes pictures, or one video.")},
    {u"media_missing", QT_TRANSLATE_NOOP("RefusalWords", "A file of it is not in our store."),
     QT_TRANSLATE_NOOP("RefusalWords", "Attach the file anew, then send it again.")},
    {u"message_malformed", QT_TRANSLATE_NOOP("RefusalWords", "Facebook could not read this message."),
     QT_TRANSLATE_NOOP("RefusalWords", "Change the words, then send it again.")},
    {u"message_refused", QT_TRANSLATE_NOOP("RefusalWords", "Facebook refused the words of this message."),
     QT_TRANSLATE_NOOP("RefusalWords", "Change the words, then send it again.")},
    {u"no_such_person", QT_TRANSLATE_NOOP("RefusalWords", "Facebook does not know this person any more."),
     QT_TRANSLATE_NOOP("RefusalWords", "Use another way to reach the citizen and note it in the case.")},
    {u"object_gone", QT_TRANSLATE_NOOP("RefusalWords", "The comment or post is no longer on Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "Look at Facebook; if it was deleted there, answer in another way.")},
    {u"outside_window", QT_TRANSLATE_NOOP("RefusalWords", "The time Facebook allows for an answer is over."),
     QT_TRANSLATE_NOOP("RefusalWords", "Wait for the citizen to write again, or reach them by the phone number they left.")},
    {u"page_restricted", QT_TRANSLATE_NOOP("RefusalWords", "Facebook has restricted the page."),
     QT_TRANSLATE_NOOP("RefusalWords", "A supervisor looks at the page at Facebook; send it again when the block is over.")},
    {u"permission_missing", QT_TRANSLATE_NOOP("RefusalWords", "The page lacks a permission at Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator looks at the page's permissions at Facebook; then send it again.")},
    {u"person_refuses", QT_TRANSLATE_NOOP("RefusalWords", "The citizen does not accept messages from the page."),
     QT_TRANSLATE_NOOP("RefusalWords", "Use another way to reach the citizen and note it in the case.")},
    {u"person_unavailable", QT_TRANSLATE_NOOP("RefusalWords", "The citizen cannot be reached or has blocked the page."),
     QT_TRANSLATE_NOOP("RefusalWords", "Use another way to reach the citizen and note it in the case.")},
    {u"photo_too_large", QT_TRANSLATE_NOOP("RefusalWords", "A picture is too large for Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "Take its smaller copy, then send it again.")},
    {u"policy_block", QT_TRANSLATE_NOOP("RefusalWords", "Facebook says the page broke its rules and has blocked it for a while."),
     QT_TRANSLATE_NOOP("RefusalWords", "A supervisor looks at the page at Facebook; send it again when the block is over.")},
    {u"posting_too_fast", QT_TRANSLATE_NOOP("RefusalWords", "Facebook asks for a pause because too much was sent."),
     QT_TRANSLATE_NOOP("RefusalWords", "Wait a few minutes, then send it again.")},
    {u"private_reply_used", QT_TRANSLATE_NOOP("RefusalWords", "This comment was already answered privately once."),
     QT_TRANSLATE_NOOP("RefusalWords", "Answer under the comment and ask the citizen to write to the page.")},
    {u"profile_hidden", QT_TRANSLATE_NOOP("RefusalWords", "Facebook does not tell us who this person is."),
     QT_TRANSLATE_NOOP("RefusalWords", "Use another way to reach the citizen and note it in the case.")},
    {u"publishing_authorisation", QT_TRANSLATE_NOOP("RefusalWords", "Facebook wants the page's manager to prove who they are before anything is published."),
     QT_TRANSLATE_NOOP("RefusalWords", "The page's manager does so at Facebook; then publish again.")},
    {u"rate_limited", QT_TRANSLATE_NOOP("RefusalWords", "Facebook asks for a pause because too much was sent."),
     QT_TRANSLATE_NOOP("RefusalWords", "Wait a few minutes, then send it again.")},
    {u"security_check", QT_TRANSLATE_NOOP("RefusalWords", "Facebook wants a security check of the page's manager."),
     QT_TRANSLATE_NOOP("RefusalWords", "The page's manager passes it at Facebook; then send it again.")},
    {u"temporary", QT_TRANSLATE_NOOP("RefusalWords", "Facebook had a passing fault."),
     QT_TRANSLATE_NOOP("RefusalWords", "Send it again; if it stays, tell the administrator.")},
    {u"text_missing", QT_TRANSLATE_NOOP("RefusalWords", "There are no words and no file in it."),
     QT_TRANSLATE_NOOP("RefusalWords", "Write something, then send it again.")},
    {u"text_too_long", QT_TRANSLATE_NOOP("RefusalWords", "There are more words than Facebook takes."),
     QT_TRANSLATE_NOOP("RefusalWords", "Shorten the words, then send it again.")},
    {u"token_app_removed", QT_TRANSLATE_NOOP("RefusalWords", "The page has removed our application at Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator connects the page anew; what is queued leaves by itself afterwards.")},
    {u"token_checkpoint", QT_TRANSLATE_NOOP("RefusalWords", "Facebook wants the page's manager to confirm who they are."),
     QT_TRANSLATE_NOOP("RefusalWords", "The page's manager signs in at Facebook and confirms; what is queued leaves by itself afterwards.")},
    {u"token_expired", QT_TRANSLATE_NOOP("RefusalWords", "The page's access to Facebook has run out."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator renews the page's access; what is queued leaves by itself afterwards.")},
    {u"token_invalid", QT_TRANSLATE_NOOP("RefusalWords", "Facebook no longer accepts the page's access."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator renews the page's access; what is queued leaves by itself afterwards.")},
    {u"token_password_changed", QT_TRANSLATE_NOOP("RefusalWords", "The password of the page's manager was changed, so that Facebook no longer accepts the page's access."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator renews the page's access; what is queued leaves by itself afterwards.")},
    {u"token_role_lost", QT_TRANSLATE_NOOP("RefusalWords", "Whoever gave us access no longer manages the page."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator renews the page's access; what is queued leaves by itself afterwards.")},
    {u"token_unconfirmed", QT_TRANSLATE_NOOP("RefusalWords", "The account of the page's manager is not confirmed at Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator renews the page's access; what is queued leaves by itself afterwards.")},
    {u"token_wrong_kind", QT_TRANSLATE_NOOP("RefusalWords", "The access in use is not the page's own."),
     QT_TRANSLATE_NOOP("RefusalWords", "The administrator renews the page's access; what is queued leaves by itself afterwards.")},
    {u"unclear", QT_TRANSLATE_NOOP("RefusalWords", "It is not clear whether it arrived; the gateway is looking."),
     QT_TRANSLATE_NOOP("RefusalWords", "Wait: it is looked for at Facebook, and sent again only when it is not there.")},
    {u"unknown_refusal", QT_TRANSLATE_NOOP("RefusalWords", "Facebook refused it and gave no reason we know."),
     QT_TRANSLATE_NOOP("RefusalWords", "Send it again; if it stays, tell the administrator.")},
    {u"unreachable", QT_TRANSLATE_NOOP("RefusalWords", "Facebook cannot be reached."),
     QT_TRANSLATE_NOOP("RefusalWords", "Send it again; if it stays, tell the administrator.")},
    {u"video_chunk", QT_TRANSLATE_NOOP("RefusalWords", "The video did not arrive whole."),
     QT_TRANSLATE_NOOP("RefusalWords", "Send it again; if it stays, tell the administrator.")},
    {u"video_processing", QT_TRANSLATE_NOOP("RefusalWords", "Facebook is still working on the video."),
     QT_TRANSLATE_NOOP("RefusalWords", "Wait: it goes on by itself.")},
    {u"video_size", QT_TRANSLATE_NOOP("RefusalWords", "The video is too large or too long for Facebook."),
     QT_TRANSLATE_NOOP("RefusalWords", "Take a shorter or smaller one, then send it again.")},
    {u"video_stands_alone", QT_TRANSLATE_NOOP("RefusalWords", "A video cannot be in one post with pictures or a second video."),
     QT_TRANSLATE_NOOP("RefusalWords", "Make a post of its own for the video.")},
    {u"video_unreadable", QT_TRANSLATE_NOOP("RefusalWords", "Facebook cannot play this video."),
     QT_TRANSLATE_NOOP("RefusalWords", "Take its safe copy, then send it again.")},
    {u"window_closed", QT_TRANSLATE_NOOP("RefusalWords", "The time Facebook allows for an answer is over."),
     QT_TRANSLATE_NOOP("RefusalWords", "Wait for the citizen to write again, or reach them by the phone number they left.")},
};

QString said(const char *sentence)
{
    return QCoreApplication::translate("RefusalWords", sentence);
}

} // namespace

FailureWords refusalWords(const QString &word, Leaving what)
{
    const QString kept = what == Leaving::Post ? Words::tr("The post is kept.") : Words::tr("What you wrote is kept.");
    const Row *row = std::ranges::find(table, QStringView(word), &Row::word);
    if (row != std::end(table))
        return {said(row->happened), kept, said(row->next)};
    return {word.isEmpty() ? Words::tr("Facebook refused it.") : Words::tr("Facebook refused it (%1).").arg(word), kept,
            Words::tr("Send it again; if it stays, tell the administrator.")};
}

} // namespace trucban
