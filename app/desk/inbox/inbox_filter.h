// SPDX-License-Identifier: GPL-3.0-or-later
// InboxFilter: which cases a list shows, as the person asked for it; kept as JSON, typed as words (`unit:PC02 mất xe`).
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QList>

namespace trucban {

enum class InboxSort { BurnsFirst, Newest };

/// One thing a filter can name.
struct InboxChoice {
    qint64 id = 0;
    QString code;
    QString name;
    QString nameEn;
};

struct InboxChoices {
    QList<InboxChoice> categories;
    QList<InboxChoice> units;
    QList<InboxChoice> areas;
};

struct InboxFilter {
    /// staff: new mine my_unit in_hand waiting answered overdue done all; a unit: my_unit answered overdue all
    QString view = u"new"_s;
    QString status;
    QString urgency;
    CategoryId category;  // `unclassified`: those that have none yet
    AreaId area;
    UnitId unit;
    QString text;   // words, or a case number
    InboxSort sort = InboxSort::BurnsFirst;

    static constexpr CategoryId unclassified{-1};
    /// `26-004217` is looked up, not searched for.
    bool isNumber() const;
    bool isSearch() const { return !text.isEmpty() && !isNumber(); }
    QJsonObject toJson() const;
    static InboxFilter fromJson(const QJsonObject &json);
    friend bool operator==(const InboxFilter &, const InboxFilter &) = default;
};

/// Takes `unit:PC02 area:tương-mai urgency:cao category:ANTT status:new` out of what was typed and into the filter; the rest is text.
/// A key or value nobody knows stays part of the text.
InboxFilter withTyped(InboxFilter filter, const QString &typed, const InboxChoices &choices);

} // namespace trucban
