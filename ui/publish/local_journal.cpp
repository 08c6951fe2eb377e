// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/local_journal.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace trucban {

static QString key(BulletinId id)
{
    return u"publish/journal/%1"_s.arg(id.value);
}

void LocalJournal::keep(BulletinId id, const JournalledText &text)
{
    m_settings.setValue(key(id) + u"/base"_s, text.base.value);
    m_settings.setValue(key(id) + u"/text"_s, text.text);
    m_settings.sync();
}

std::optional<JournalledText> LocalJournal::kept(BulletinId id) const
{
    if (!m_settings.contains(key(id) + u"/text"_s))
        return std::nullopt;
    return JournalledText{Revision{m_settings.value(key(id) + u"/base"_s).toInt()}, m_settings.value(key(id) + u"/text"_s).toString()};
}

void LocalJournal::forget(BulletinId id)
{
    m_settings.remove(key(id));
}

} // namespace trucban
