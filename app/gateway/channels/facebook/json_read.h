// SPDX-License-Identifier: GPL-3.0-or-later
// Lenient reading of Facebook's JSON: ids as numbers or strings, times in either unit, text that PostgreSQL can keep.
#pragma once

#include "gateway/channels/facebook/event.h"

#include <QJsonValue>

namespace trucban::gateway::facebook {

/// A string, or a number written out exactly; anything else is empty.
QString textOf(const QJsonValue &value);
/// As textOf, but only what can be an id: short, printable.
QString idOf(const QJsonValue &value);
Moment momentOf(const QJsonValue &value);
/// true, 1, "1", "true"
std::optional<bool> flagOf(const QJsonValue &value);
/// NUL and lone surrogates become U+FFFD: neither can be stored, and neither may lose the rest of the text.
QString storable(const QString &text);
/// The same for every name and text in it.
QJsonObject storable(const QJsonObject &object);
QByteArray compact(const QJsonObject &object);
/// An absolute http or https address, else empty.
QString webAddress(const QString &text);

} // namespace trucban::gateway::facebook
