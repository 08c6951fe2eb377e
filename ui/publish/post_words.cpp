// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/post_words.h"

#include "domain/deadlines.h"

namespace trucban {

QString PostWords::state(BulletinState state)
{
    switch (state) {
    case BulletinState::Draft: return tr("Draft");
    case BulletinState::Submitted: return tr("Waiting for approval");
    case BulletinState::Approved: return tr("Approved");
    case BulletinState::Scheduled: return tr("Scheduled");
    case BulletinState::Publishing: return tr("On its way");
    case BulletinState::Published: return tr("Published");
    case BulletinState::Failed: return tr("Refused by Facebook");
    case BulletinState::Withdrawn: return tr("Withdrawn");
    }
    return {};
}

Meaning PostWords::meaning(BulletinState state)
{
    switch (state) {
    case BulletinState::Submitted: return Meaning::Waiting;
    case BulletinState::Approved:
    case BulletinState::Scheduled:
    case BulletinState::Publishing: return Meaning::Information;
    case BulletinState::Published: return Meaning::Good;
    case BulletinState::Failed: return Meaning::Burning;
    case BulletinState::Draft:
    case BulletinState::Withdrawn: break;
    }
    return Meaning::Quiet;
}

QString PostWords::icon(BulletinState state)
{
    switch (state) {
    case BulletinState::Draft: return u"document-edit"_s;
    case BulletinState::Submitted: return u"view-visible"_s;
    case BulletinState::Approved: return u"dialog-ok-apply"_s;
    case BulletinState::Scheduled: return u"appointment-new"_s;
    case BulletinState::Publishing: return u"document-send"_s;
    case BulletinState::Published: return u"globe"_s;
    case BulletinState::Failed: return u"dialog-error"_s;
    case BulletinState::Withdrawn: return u"edit-delete"_s;
    }
    return {};
}

QString PostWords::step(const BulletinStep &step)
{
    if (step.verb == u"save_bulletin")
        return tr("%1 wrote").arg(step.person);
    if (step.verb == u"submit_bulletin")
        return tr("%1 submitted it for approval").arg(step.person);
    if (step.verb == u"approve_bulletin")
        return tr("%1 approved it").arg(step.person);
    if (step.verb == u"return_bulletin")
        return tr("%1 returned it: %2").arg(step.person, step.reason);
    if (step.verb == u"publish_bulletin")
        return tr("%1 sent it to the page").arg(step.person);
    if (step.verb == u"withdraw_bulletin")
        return tr("%1 withdrew it: %2").arg(step.person, step.reason);
    if (step.verb == u"published")
        return tr("Published on the page");
    return step.verb;
}

static QString personalData(const post::Finding &finding)
{
    const auto say = [](const char *words) { return PostWords::tr(words); };
    if (finding.detail == u"phone")
        return say(QT_TRANSLATE_NOOP("trucban::PostWords", "A phone number of a person: leave it out"));
    if (finding.detail == u"landline")
        return say(QT_TRANSLATE_NOOP("trucban::PostWords", "A telephone number: only numbers of offices may stand here"));
    if (finding.detail == u"national_id" || finding.detail == u"old_national_id")
        return say(QT_TRANSLATE_NOOP("trucban::PostWords", "A number of an identity card: leave it out"));
    if (finding.detail == u"plate")
        return say(QT_TRANSLATE_NOOP("trucban::PostWords", "A number plate: name the kind of vehicle only"));
    if (finding.detail == u"bank_account")
        return say(QT_TRANSLATE_NOOP("trucban::PostWords", "A bank account: leave it out"));
    if (finding.detail == u"email")
        return say(QT_TRANSLATE_NOOP("trucban::PostWords", "An e-mail address of a person: leave it out"));
    return say(QT_TRANSLATE_NOOP("trucban::PostWords", "A number of an officer's badge: leave it out"));
}

QString PostWords::finding(const post::Finding &finding)
{
    using post::Rule;
    switch (finding.rule) {
    case Rule::PersonalData: return personalData(finding);
    case Rule::FullName: return tr("A full name: write initials, year of birth and ward");
    case Rule::Address: return finding.blocks ? tr("An address: name the ward only") : tr("An alley with its number: is the ward enough?");
    case Rule::PresumptionOfInnocence: return tr("Nobody is guilty before the verdict: write “%1”").arg(finding.detail);
    case Rule::ClassificationMark: return tr("A mark of secrecy: this must not be on a machine with internet");
    case Rule::OperationalPlan: return tr("Plans, forces and methods are not published");
    case Rule::MinorIdentity: return tr("This identifies a child: leave out name and age");
    case Rule::FamilyMemberName: return tr("A relative's name identifies the person");
    case Rule::School: return tr("The school identifies the child");
    case Rule::Health: return tr("The health of a child is not published");
    case Rule::MissingSource: return tr("Choose where this comes from");
    case Rule::SourceNotAllowed: return tr("The source or its link is not on the list of allowed sources");
    case Rule::MissingSourceLink: return tr("Paste the link of the source; it begins with %1").arg(finding.detail);
    case Rule::MissingCase: return tr("A result needs the number of its case");
    case Rule::UnresolvedVariable: return tr("Fill in “%1”").arg(finding.detail);
    case Rule::BadCaseReference: return tr("“%1” is not the number of a case").arg(finding.detail);
    case Rule::UnredactedMedia: return tr("Pictures to look over: %1. Tick each when faces, plates and papers are covered").arg(finding.detail);
    case Rule::MixedMedia: return tr("Facebook shows a video only by itself: take out the video or everything else");
    case Rule::Empty: return tr("Nothing is written yet");
    case Rule::TooLong: return tr("Too long for Facebook by %1 letters").arg(finding.detail);
    case Rule::MissingHeadline: return tr("No headline: begin the first line with “# ”");
    }
    return {};
}

FailureWords PostWords::failure(const Failure &failure)
{
    const QString &code = failure.code;
    const QString kept = tr("The text is as you left it.");
    if (code == u"second_person_needed")
        return {tr("You wrote or submitted this post yourself."), kept, tr("Another supervisor has to approve it.")};
    if (code == u"findings_block")
        return {tr("The gate still has findings that block this post."), kept, tr("Go through the list below the text.")};
    if (code == u"personal_data")
        return {tr("The text still holds personal data."), kept, tr("Remove phone numbers, identity numbers, plates and e-mail addresses.")};
    if (code == u"source_missing" || code == u"source_unknown")
        return {tr("The post has no source."), kept, tr("Choose one in the card above the text.")};
    if (code == u"source_needs_case")
        return {tr("A result needs the number of its case."), kept, tr("Type it in the card above the text.")};
    if (code == u"source_url_not_allowed")
        return {tr("The link does not belong to the source."), kept, tr("It must begin with %1.").arg(failure.facts.value(u"prefix").toString())};
    if (code == u"original_media")
        return {tr("One of the pictures or videos is as it came from outside and may tell more than it shows."), kept, tr("Take its safe copy with “From the case”.")};
    if (code == u"covered_copy_exists")
        return {tr("One of the pictures has been covered: it is not published uncovered."), kept, tr("Cover it again, or take it out of the post.")};
    if (code == u"not_covered")
        return {tr("Nothing was covered in this picture."), kept, tr("Draw over the faces and plates first.")};
    if (code == u"file_too_large" || code == u"refused_too_large")
        return {tr("The file is too large: at most 100 MB and 100 megapixels."), kept, tr("Make it smaller and add it again.")};
    if (code == u"refused_type")
        return {tr("The file is neither a picture nor a video."), kept, tr("Choose another file.")};
    if (code == u"refused_broken" || code == u"file_not_readable")
        return {tr("The file cannot be read: it is broken or gone."), kept, tr("Choose another file.")};
    if (code == u"worker_crashed" || code == u"worker_timeout")
        return {tr("The file could not be opened safely; it may be dangerous."), kept, tr("Choose another file.")};
    if (code == u"sandbox_unavailable")
        return {tr("The server cannot open files safely at the moment."), kept, tr("Tell the administrator; the post can go out without the file.")};
    if (code == u"empty_variable")
        return {tr("A variable is not filled in."), kept, tr("Replace “%1” in the text.").arg(failure.facts.value(u"variable").toString())};
    if (code == u"time_not_possible")
        return {tr("Facebook does not take this time."), kept, tr("Choose a time within the next 29 days.")};
    if (code == u"already_leaving")
        return {tr("The post is already on its way to Facebook."), kept, tr("Wait a moment, or withdraw it.")};
    if (code == u"wrong_state" || code == u"not_approved")
        return {tr("Somebody was faster: the post has moved on."), kept, tr("It is shown as it is now.")};
    if (code == u"stale_revision") {
        return {tr("%1 changed this post meanwhile.").arg(failure.facts.value(u"changed_by").toString()), kept,
                tr("Look at the other version, or save again to keep yours.")};
    }
    if (code == u"reason_missing" || code == u"reason_too_short")
        return {tr("A reason is missing."), kept, tr("Write in a few words why.")};
    return wordsFor(failure);
}

QString PostWords::moment(const QDateTime &when, Length length)
{
    return when.isValid() ? when.toTimeZone(hanoiZone()).toString(length == Short ? u"dd/MM HH:mm"_s : u"dd/MM/yyyy HH:mm"_s) : QString();
}

} // namespace trucban
