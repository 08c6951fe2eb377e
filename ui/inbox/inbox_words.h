// SPDX-License-Identifier: GPL-3.0-or-later
// The few words and pictures only the inbox has a use for.
#pragma once

#include "base/result.h"

#include <QLocale>

namespace trucban {

namespace inboxWords {

inline QString channelIcon(QStringView code)
{
    return code == u"messenger" ? u"dialog-messages"_s : code == u"comment" ? u"edit-comment"_s : u"view-pim-news"_s;
}

/// Reference data has a Vietnamese and often an English name: the one the window speaks.
inline QString named(const QString &vietnamese, const QString &english)
{
    return QLocale().language() == QLocale::English && !english.isEmpty() ? english : vietnamese;
}

} // namespace inboxWords

} // namespace trucban
