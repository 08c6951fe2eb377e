// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop was asked for on its command line.
#pragma once

#include "base/ids.h"
#include "ui/theme/theme.h"

#include <QSize>

#include <optional>

namespace trucban {

struct DesktopOptions {
    bool local = false;
    QString server;
    QString user;
    QString password;      // from TRUCBAN_PASSWORD or the file TRUCBAN_PASSWORD_FILE, never from the command line
    QString language;      // empty: as last time, else Vietnamese
    std::optional<Scheme> scheme;
    QString screenshots;   // a folder: walk every screen, write pictures, leave
    QStringList places;    // of the walk; empty: all of this person
    QString prefix;        // of the pictures' names
    QSize size;            // of the window in the walk
    CaseId openCase;       // shown beside the inbox in the walk

    static DesktopOptions ofCommandLine(const QStringList &arguments);
};

} // namespace trucban
