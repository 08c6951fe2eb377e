// SPDX-License-Identifier: GPL-3.0-or-later
// The door: GET and POST /webhook/facebook, /healthz, /metrics, on a thread of its own.
#pragma once

#include "base/result.h"
#include "gateway/intake/signature.h"

#include <chrono>
#include <memory>

namespace trucban::gateway {

class HealthBoard;
class JournalSink;

class HttpServer
{
public:
    struct Settings {
        QString address = QStringLiteral("127.0.0.1");
        quint16 port = 0; // 0: any free one
        SignatureCheck signature{QByteArray()};
        QByteArray verifyToken;
        size_t bodyLimit = 8u << 20; // Facebook batches up to 1,000 updates, megabytes
        size_t headerLimit = 16u << 10;
        size_t inFlightLimit = 40u << 20; // bodies being read, all connections together
        size_t mostConnections = 2000;
        std::chrono::seconds idle{75};
        std::chrono::seconds bodyTime{15};
    };
    HttpServer(Settings settings, JournalSink &journal, HealthBoard &health);
    ~HttpServer();
    /// Listens, or says why it cannot: code address_in_use, not_an_address or cannot_listen. Answers the port.
    Result<quint16> start();
    /// No new connections; requests under way are answered first. The journal may call back until it is stopped itself: stop it
    /// after this and before this is deleted.
    void stop();

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace trucban::gateway
