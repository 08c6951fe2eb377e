// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/change_listener.h"

#include "base/logging.h"
#include "storage/connection.h"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace trucban {

using namespace std::chrono_literals;

class ChangeListener::Ear
{
public:
    Ear(ChangeListener &listener, const ConnectOptions &options, std::chrono::milliseconds pingEvery)
        : m_listener(listener), m_options(options), m_pingEvery(pingEvery), m_wake(eventfd(0, EFD_CLOEXEC)), m_thread([this] { live(); })
    {
    }
    ~Ear()
    {
        m_stop = true;
        eventfd_write(m_wake, 1);
        m_connection.cancel();
        m_thread.join();
        ::close(m_wake);
    }

private:
    enum Woken { Readable, Stopped, Quiet };

    Woken wait(int socket, std::chrono::milliseconds patience) const
    {
        pollfd ready[] = {{m_wake, POLLIN, 0}, {socket, POLLIN, 0}};
        const int count = poll(ready, socket < 0 ? 1 : 2, static_cast<int>(patience.count()));
        if (m_stop || (ready[0].revents & POLLIN))
            return Stopped;
        return count > 0 ? Readable : Quiet;
    }

    void live()
    {
        std::chrono::milliseconds backOff = 250ms;
        bool listenedBefore = false;
        while (!m_stop) {
            const auto opened = m_connection.open(m_options, {"LISTEN trucban"});
            if (opened) {
                backOff = 250ms;
                Q_EMIT m_listener.listeningChanged(true);
                if (listenedBefore)
                    Q_EMIT m_listener.mayHaveMissedSome();
                listenedBefore = true;
                listen();
                m_connection.close();
                if (m_stop)
                    return;
                qCDebug(lcStorage) << "change notices: connection lost";
                Q_EMIT m_listener.listeningChanged(false);
            }
            if (wait(-1, opened ? 50ms : backOff) == Stopped)
                return;
            backOff = std::min<std::chrono::milliseconds>(backOff * 2, 5000ms);
        }
    }

    // until the connection breaks: a connection that is only read from would stay silent for ever when its server has gone
    void listen()
    {
        bool pinged = false;
        for (;;) {
            const Woken woken = wait(m_connection.socket(), m_pingEvery);
            if (woken == Stopped)
                return;
            if (woken == Quiet) {
                if (pinged || !PQsendQuery(m_connection.raw(), "SELECT 1"))
                    return; // no answer since the last ping
                pinged = true;
                continue;
            }
            if (!PQconsumeInput(m_connection.raw()))
                return;
            while (!PQisBusy(m_connection.raw())) {
                pg_result *answer = PQgetResult(m_connection.raw());
                if (!answer)
                    break;
                PQclear(answer);
                pinged = false;
            }
            tellAll();
            if (PQstatus(m_connection.raw()) != CONNECTION_OK)
                return;
        }
    }

    void tellAll()
    {
        while (const std::unique_ptr<PGnotify, decltype(&PQfreemem)> notice{PQnotifies(m_connection.raw()), PQfreemem}) {
            const QString payload = QString::fromUtf8(notice->extra);
            const qsizetype colon = payload.indexOf(u':');
            if (colon > 0)
                Q_EMIT m_listener.changed({payload.left(colon), payload.sliced(colon + 1).toLongLong()});
        }
    }

    ChangeListener &m_listener;
    const ConnectOptions m_options;
    const std::chrono::milliseconds m_pingEvery;
    Connection m_connection;
    std::atomic_bool m_stop = false;
    const int m_wake;
    std::thread m_thread;
};

ChangeListener::ChangeListener(const ConnectOptions &options, QObject *parent, std::chrono::milliseconds pingEvery)
    : QObject(parent), m_ear(std::make_unique<Ear>(*this, options, pingEvery))
{
}

ChangeListener::~ChangeListener() = default;

} // namespace trucban
