// SPDX-License-Identifier: GPL-3.0-or-later
// The gate before the page: what in a bulletin may not be published, with the words to jump to (domain facts §1.8).
#pragma once

#include "domain/post_format.h"

namespace trucban::post {

enum class Rule {
    PersonalData,           // `detail` is the kind of personal_data.h
    FullName,
    Address,
    PresumptionOfInnocence, // somebody called guilty before a verdict
    ClassificationMark,
    OperationalPlan,
    MinorIdentity,
    FamilyMemberName,
    School,
    Health,
    MissingSource,
    SourceNotAllowed,
    MissingSourceLink,
    MissingCase, // the source is a result, but of which case?
    UnresolvedVariable,
    BadCaseReference,
    UnredactedMedia,
    MixedMedia, // a clip stands alone in a post
    Empty,
    TooLong,
    MissingHeadline,
};

struct Finding {
    Rule rule;
    bool blocks = true; // else a warning
    TextRange range;    // in the reading's source; empty when there is nothing to point at
    QString excerpt;    // the words themselves
    QString detail;     // kind of personal data, a better wording, or the variable
};

struct AllowedSource {
    QString name;
    QString urlPrefix; // empty: results of our own cases, no link needed
};

struct GateFacts {
    Filling filling;
    QString sourceUrl;
    QList<AllowedSource> allowedSources; // empty: the list is not known here
    int unredactedMedia = 0;             // pictures nobody has looked over
    bool hasCase = true;
    bool mixedMedia = false; // a clip and something else
};

/// Findings in the order of the source; blocking ones first where they start together.
QList<Finding> inspect(const Reading &reading, const GateFacts &facts = {});
bool blocks(const QList<Finding> &findings);

/// personal_data full_name address presumption_of_innocence …: the rule's stable word
QString toWord(Rule rule);

} // namespace trucban::post
