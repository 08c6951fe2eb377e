// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway.h"

#include "base/logging.h"
#include "gateway/intake/health.h"
#include "gateway/intake/http_server.h"
#include "gateway/intake/journal_writer.h"
#include "gateway/process/processor.h"
#include "storage/database.h"

#include <QSaveFile>

namespace trucban::gateway {

namespace {

ConnectOptions connectOptions(const Config &config)
{
    ConnectOptions options;
    options.url = config.databaseUrl;
    options.application = u"trucban-gateway "_s + config.name;
    options.workers = 4;
    return options;
}

HttpServer::Settings doorOf(const Config &config)
{
    return {.address = config.listenAddress,
            .port = config.listenPort,
            .signature = SignatureCheck(config.graph.appSecret, config.previousAppSecret),
            .verifyToken = config.verifyToken,
            .bodyLimit = config.bodyLimit};
}

Result<> writePort(const QString &path, quint16 port)
{
    if (path.isEmpty())
        return {};
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(port) + '\n') > 0 && file.commit())
        return {};
    return failed(Failure::Invalid, u"port_file"_s, u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
}

} // namespace

struct Gateway::Parts {
    explicit Parts(const Config &config)
        : database(connectOptions(config)),
          processor({.pageId = config.graph.pageId}, database, health),
          journal({.connection = config.databaseUrl.toUtf8()}, health, [this] { processor.wake(); }),
          door(doorOf(config), journal, health)
    {
    }
    HealthBoard health;
    Database database;
    Processor processor;
    JournalWriter journal;
    HttpServer door;
};

Gateway::Gateway(Config config) : m_config(std::move(config)) {}

Gateway::~Gateway()
{
    stop();
}

Result<quint16> Gateway::start()
{
    m_parts = std::make_unique<Parts>(m_config);
    const Result<> open = m_parts->database.open().result();
    if (!open && open.error().kind != Failure::Offline)
        return failed(open.error());
    if (!open)
        qCWarning(lcGateway) << "no database yet:" << open.error().code;
    const auto port = m_parts->door.start();
    if (!port)
        return port;
    if (const auto written = writePort(m_config.portFile, *port); !written)
        return failed(written.error());
    m_parts->processor.start();
    qCInfo(lcGateway) << "listening on" << m_config.listenAddress << *port << "for page" << m_config.graph.pageId;
    return port;
}

void Gateway::stop()
{
    if (!m_parts)
        return;
    m_parts->door.stop();
    m_parts->journal.stop();
    m_parts->processor.stop();
    m_parts.reset();
}

} // namespace trucban::gateway
