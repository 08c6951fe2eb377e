// SPDX-License-Identifier: GPL-3.0-or-later
// Turns journal entries into cases: takes what is pending, understands it, applies it, and never stops at an entry it cannot understand.
#pragma once

#include "base/result.h"
#include "gateway/channels/facebook/event.h"
#include "gateway/worker.h"

#include <functional>

namespace trucban {
class Database;
class Session;
}

namespace trucban::gateway {

class HealthBoard;

class Processor : public Worker
{
public:
    struct Settings {
        QString pageId; // events of other pages are refused; empty: every page
        int batch = 32;
        std::chrono::milliseconds poll{1000}; // another gateway's entries, or one whose taker died
    };
    /// `applied` is called when events became rows: attachments may be waiting.
    Processor(Settings settings, Database &database, HealthBoard &health, std::function<void()> applied);
    ~Processor() override { stop(); }

    struct Entry {
        qint64 id = 0;
        QByteArray body;
        QDateTime receivedAt;
    };

protected:
    std::chrono::milliseconds work() override;

private:
    struct Understood {
        Entry entry;
        QList<Event> events;
        QString rejected; // why nothing of it could be understood
    };
    Understood understand(Entry entry) const;
    /// One transaction for all; an error undoes all.
    Result<> apply(const QList<Understood> &entries);
    static Result<> applyEvents(Session &session, const Understood &entry);
    static Result<> finish(Session &session, const Understood &entry);
    void applyAlone(Understood entry);
    void count(const Understood &entry);
    void raiseTrouble(const Event &event);

    Settings m_settings;
    Database &m_database;
    HealthBoard &m_health;
    std::function<void()> m_applied;
};

} // namespace trucban::gateway
