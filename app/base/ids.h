// SPDX-License-Identifier: GPL-3.0-or-later
// Ids and revisions are types: a case id cannot be handed where a message id is wanted.
#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace trucban {

template<typename Tag, typename Value = qint64>
struct Id {
    Value value{};
    constexpr explicit operator bool() const { return value != Value{}; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using CaseId = Id<struct CaseTag>;
using MessageId = Id<struct MessageTag>;
using CitizenId = Id<struct CitizenTag>;
using PersonId = Id<struct PersonTag>;
using UnitId = Id<struct UnitTag>;
using AreaId = Id<struct AreaTag>;
using CategoryId = Id<struct CategoryTag>;
using AssignmentId = Id<struct AssignmentTag>;
using AttachmentId = Id<struct AttachmentTag>;
using MediaId = Id<struct MediaTag>;
using BulletinId = Id<struct BulletinTag>;
using TemplateId = Id<struct TemplateTag>;
using SourceId = Id<struct SourceTag>;
using Revision = Id<struct RevisionTag, int>;

} // namespace trucban

Q_DECLARE_METATYPE(trucban::CaseId)
Q_DECLARE_METATYPE(trucban::MessageId)
Q_DECLARE_METATYPE(trucban::BulletinId)
Q_DECLARE_METATYPE(trucban::MediaId)
