// SPDX-License-Identifier: GPL-3.0-or-later
// LocalJournal: what was typed stays on this workstation until the server has it, whatever happens to desk or network.
#pragma once

#include "base/ids.h"

#include <QString>

#include <optional>

class QSettings;

namespace trucban {

struct JournalledText {
    Revision base; // the revision it was typed over
    QString text;
};

class LocalJournal
{
public:
    explicit LocalJournal(QSettings &settings) : m_settings(settings) {}
    /// Id none: the post that has no number yet
    void keep(BulletinId id, const JournalledText &text);
    std::optional<JournalledText> kept(BulletinId id) const;
    void forget(BulletinId id);

private:
    QSettings &m_settings;
};

} // namespace trucban
