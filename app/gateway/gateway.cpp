// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway.h"

#include "base/logging.h"
#include "gateway/intake/health.h"
#include "gateway/intake/http_server.h"
#include "gateway/intake/journal_writer.h"
#include "gateway/care/caretaker.h"
#include "gateway/care/deadline_clock.h"
#include "gateway/care/report_clock.h"
#include "gateway/media/deriver.h"
#include "gateway/media/fetcher.h"
#include "gateway/outbox/sender.h"
#include "gateway/process/processor.h"
#include "media/pg_media_store.h"
#include "storage/change_listener.h"
#include "storage/database.h"

#include <QSaveFile>
#include <QUuid>

namespace trucban::gateway {

namespace {

ConnectOptions connectOptions(const Config &config)
{
    ConnectOptions options;
    options.url = config.databaseUrl;
    options.application = u"trucban-gateway "_s + config.name;
    options.workers = 7;
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
        : config(config),
          token(config.pageTokenFile, config.pageToken),
          pacer(Clock::system(), config.retryBase),
          database(connectOptions(config)),
          store(database, media::PgMediaStore::Gateway),
          watch(database, health),
          processor({.pageId = config.graph.pageId}, database, health, [this] { fetchers[0]->wake(); }),
          deriver(database, store, media::Deriver({.worker = config.mediaWorker})),
          caretaker({.name = config.name, .checkEvery = config.checkEvery, .backfillEvery = config.backfillEvery,
                     .backfillPace = std::min<std::chrono::milliseconds>(std::chrono::milliseconds(500), config.retryBase / 60)},
                    database, makeGraph(), watch, health, [this] { processor.wake(); }),
          deadlines(database),
          reports(database),
          journal({.connection = connectOptions(config).conninfo()}, health, [this] { processor.wake(); }),
          door(doorOf(config), journal, health)
    {
        for (auto &fetcher : fetchers)
            fetcher = std::make_unique<MediaFetcher>(MediaFetcher::Settings{.rules = config.media, .retryBase = config.retryBase}, database, store, makeGraph(), health,
                                                     [this] { deriver.wake(); });
        const QString run = QUuid::createUuid().toString(QUuid::Id128).left(12); // two of the same name are still two
        for (int i = 0; auto &sender : senders)
            sender = std::make_unique<OutboxSender>(OutboxSender::Settings{.taker = u"%1/%2/%3"_s.arg(config.name, run).arg(++i), .humanAgent = config.humanAgent,
                                                                           .lease = config.lease, .retryBase = config.retryBase},
                                                    database, store, makeGraph(), watch, health);
    }

    std::function<std::unique_ptr<GraphClient>(const std::atomic<bool> &)> makeGraph()
    {
        return [this](const std::atomic<bool> &stopping) { return std::make_unique<GraphClient>(config.graph, token, pacer, health, stopping); };
    }

    QList<Worker *> workers()
    {
        QList<Worker *> all{&processor, &deriver, &caretaker, &deadlines, &reports};
        for (auto &fetcher : fetchers)
            all << fetcher.get();
        for (auto &sender : senders)
            all << sender.get();
        return all;
    }

    void listen()
    {
        ear = std::make_unique<ChangeListener>(connectOptions(config));
        QObject::connect(ear.get(), &ChangeListener::changed, ear.get(), [this](const Change &change) {
            if (change.kind == u"outbox"_s)
                for (auto &sender : senders)
                    sender->wake();
            else if (change.kind == u"media"_s)
                deriver.wake();
        });
        // a database that was away: webhooks were refused meanwhile, and Messenger's are not sent again for long
        QObject::connect(&database, &Database::stateChanged, &database, [this](const ConnectionState &state) {
            if (state.phase == ConnectionState::Lost)
                wasLost = true;
            else if (state.phase == ConnectionState::Connected && std::exchange(wasLost, false))
                caretaker.backfillSoon();
        });
    }

    const Config &config;
    HealthBoard health;
    PageToken token;
    Pacer pacer;
    Database database;
    media::PgMediaStore store;
    TokenWatch watch;
    std::array<std::unique_ptr<MediaFetcher>, 2> fetchers;
    std::array<std::unique_ptr<OutboxSender>, 2> senders; // a video on its way must not hold up a reply
    Processor processor;
    MediaDeriver deriver;
    Caretaker caretaker;
    DeadlineClock deadlines;
    ReportClock reports;
    JournalWriter journal;
    HttpServer door;
    std::unique_ptr<ChangeListener> ear;
    bool wasLost = false;
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
    m_parts->listen();
    for (Worker *worker : m_parts->workers())
        worker->start();
    qCInfo(lcGateway) << "listening on" << m_config.listenAddress << *port << "for page" << m_config.graph.pageId;
    return port;
}

void Gateway::stop()
{
    if (!m_parts)
        return;
    m_parts->door.stop();
    m_parts->journal.stop();
    m_parts->ear.reset();
    for (Worker *worker : m_parts->workers())
        worker->stopSoon(); // all at once, then each is waited for
    for (Worker *worker : m_parts->workers())
        worker->stop();
    m_parts.reset();
}

} // namespace trucban::gateway
