// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/config.h"

#include <QCommandLineParser>
#include <QFile>
#include <QProcessEnvironment>
#include <QSettings>
#include <QSysInfo>

namespace trucban::gateway {

namespace {

struct Key {
    const char *name;   // option --name, ini key name, environment TRUCBAN_NAME (upper case, _ for -)
    const char *value;  // for the help
    const char *says;
    bool secret = false; // never an option; the option is name-file
};

constexpr Key keys[] = {
    {"database-url", "URL", "PostgreSQL, e.g. postgresql://gateway@db/trucban; the password may come from PGPASSFILE"},
    {"graph-url", "URL", "Graph API (default https://graph.facebook.com)"},
    {"graph-video-url", "URL", "video uploads (default https://graph-video.facebook.com, or --graph-url when that is given)"},
    {"graph-version", "vN.0", "version of the Graph API (default v25.0)"},
    {"page-id", "ID", "the Facebook page"},
    {"app-id", "ID", "the Facebook app"},
    {"page-token", "TOKEN", "token of the page", true},
    {"app-secret", "SECRET", "secret of the app, signs the webhooks", true},
    {"app-secret-previous", "SECRET", "the secret before, while secrets are exchanged", true},
    {"verify-token", "TOKEN", "what Facebook must say when the address is registered", true},
    {"listen", "ADDRESS:PORT", "where webhooks arrive (default 127.0.0.1:8480, port 0: any)"},
    {"port-file", "FILE", "the port is written here once it listens"},
    {"body-limit", "BYTES", "largest webhook (default 8388608)"},
    {"media-hosts", "HOSTS", "comma-separated endings of host names media are fetched from (default Meta's)"},
    {"media-worker", "PROGRAM", "the program that opens media in the sandbox (default: beside this one)"},
    {"human-agent", "yes|no", "whether Facebook granted the page the human-agent tag (default yes)"},
    {"retry-base-ms", "MS", "shortest pause before something is tried again (default 30000)"},
    {"write-timeout-ms", "MS", "how long Facebook may take to answer a reply or a post; after that it is looked for (default 30000)"},
    {"lease-s", "S", "how long other gateways leave alone what one is sending; at least four times the write timeout (default 120)"},
    {"check-every-ms", "MS", "how often token and subscription are looked at (default 45000)"},
    {"backfill-every-ms", "MS", "how often Facebook is asked for what no webhook told (default 900000)"},
    {"name", "NAME", "of this gateway among several (default the host's)"},
};

std::unexpected<Failure> wrong(const QString &sentence)
{
    return failed(Failure::Invalid, u"configuration"_s, sentence);
}

class Source
{
public:
    Source(const QCommandLineParser &options, const QSettings *file, const QProcessEnvironment &environment)
        : m_options(options), m_file(file), m_environment(environment) {}

    QString value(const QString &name) const
    {
        if (m_options.isSet(name))
            return m_options.value(name);
        const QString variable = u"TRUCBAN_"_s + name.toUpper().replace(u'-', u'_');
        if (m_environment.contains(variable))
            return m_environment.value(variable);
        return m_file ? m_file->value(u"gateway/"_s + name).toString() : QString();
    }

    Result<QByteArray> secret(const QString &name) const
    {
        const QString path = value(name + u"-file"_s);
        if (path.isEmpty())
            return m_environment.value(u"TRUCBAN_"_s + name.toUpper().replace(u'-', u'_')).toUtf8();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return wrong(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
        return file.read(1 << 16).trimmed();
    }

private:
    const QCommandLineParser &m_options;
    const QSettings *m_file;
    const QProcessEnvironment &m_environment;
};

QString optionOf(const Key &key)
{
    return QLatin1StringView(key.name) + (key.secret ? u"-file"_s : QString());
}

Result<> readMilliseconds(const Source &source, const QString &name, std::chrono::milliseconds &into)
{
    const QString text = source.value(name);
    bool good = true;
    const int number = text.isEmpty() ? 0 : text.toInt(&good);
    if (!good || number < 0 || (!text.isEmpty() && number == 0))
        return wrong(u"%1 must be a number of milliseconds, not '%2'"_s.arg(name, text));
    if (number > 0)
        into = std::chrono::milliseconds(number);
    return {};
}

/// Another gateway that takes an item must find at Facebook what its first holder sent last: the lease is long against the wait for an answer.
Result<> readLease(const Source &source, Config &config)
{
    const QString text = source.value(u"lease-s"_s);
    bool good = true;
    const int seconds = text.isEmpty() ? int(config.lease.count()) : text.toInt(&good);
    if (!good || std::chrono::seconds(seconds) < 4 * config.graph.writeTimeout)
        return wrong(u"lease-s must be a number of seconds, at least four times write-timeout-ms, not '%1'"_s.arg(text));
    config.lease = std::chrono::seconds(seconds);
    return {};
}

Result<> readListen(const QString &text, Config &config)
{
    if (text.isEmpty())
        return {};
    const qsizetype colon = text.lastIndexOf(u':');
    bool good = false;
    const int port = text.mid(colon + 1).toInt(&good);
    if (colon < 1 || !good || port < 0 || port > 65535)
        return wrong(u"listen must be ADDRESS:PORT, not '%1'"_s.arg(text));
    config.listenAddress = text.left(colon).remove(u'[').remove(u']');
    config.listenPort = quint16(port);
    return {};
}

Result<> readGraph(const Source &source, Config &config)
{
    const QString url = source.value(u"graph-url"_s), video = source.value(u"graph-video-url"_s), version = source.value(u"graph-version"_s);
    if (!url.isEmpty())
        config.graph.url = config.graph.videoUrl = QUrl(url);
    if (!video.isEmpty())
        config.graph.videoUrl = QUrl(video);
    if (!version.isEmpty())
        config.graph.version = version;
    for (const QUrl &address : {config.graph.url, config.graph.videoUrl})
        if (!address.isValid() || address.host().isEmpty())
            return wrong(u"'%1' is not an address of a Graph API"_s.arg(address.toString()));
    config.graph.pageId = source.value(u"page-id"_s);
    config.graph.appId = source.value(u"app-id"_s);
    return {};
}

Result<> readSecrets(const Source &source, Config &config)
{
    const std::pair<QString, QByteArray *> wanted[] = {{u"app-secret"_s, &config.graph.appSecret},
                                                       {u"app-secret-previous"_s, &config.previousAppSecret},
                                                       {u"verify-token"_s, &config.verifyToken},
                                                       {u"page-token"_s, &config.pageToken}};
    for (const auto &[name, into] : wanted) {
        const auto secret = source.secret(name);
        if (!secret)
            return failed(secret.error());
        *into = *secret;
    }
    config.pageTokenFile = source.value(u"page-token-file"_s);
    return {};
}

Result<> complete(const Config &config)
{
    if (config.databaseUrl.isEmpty())
        return wrong(u"no database: give --database-url or TRUCBAN_DATABASE_URL"_s);
    if (config.graph.pageId.isEmpty())
        return wrong(u"no page: give --page-id"_s);
    if (config.graph.appSecret.isEmpty())
        return wrong(u"no app secret: without it no webhook can be trusted; give --app-secret-file or TRUCBAN_APP_SECRET"_s);
    if (config.verifyToken.isEmpty())
        return wrong(u"no verify token: give --verify-token-file or TRUCBAN_VERIFY_TOKEN"_s);
    return {};
}

} // namespace

QString Config::help()
{
    QString text = u"usage: trucban-gateway [--config FILE.ini] [--OPTION VALUE]…\n\n"
                   "Each option may also stand in the ini file (section [gateway]) or in the environment as TRUCBAN_OPTION.\n\n"_s;
    for (const Key &key : keys)
        text += u"  --%1  %2\n"_s.arg(optionOf(key) + u' ' + (key.secret ? u"FILE"_s : QString::fromLatin1(key.value)), -34).arg(QString::fromUtf8(key.says));
    return text;
}

Result<Config> Config::from(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QCommandLineParser parser;
    parser.addOption({u"config"_s, QString(), u"FILE"_s});
    for (const Key &key : keys)
        parser.addOption({optionOf(key), QString(), QString::fromLatin1(key.value)});
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return wrong(u"unexpected '%1'"_s.arg(parser.positionalArguments().first()));
    const QString path = parser.isSet(u"config"_s) ? parser.value(u"config"_s) : environment.value(u"TRUCBAN_CONFIG"_s);
    std::optional<QSettings> file;
    if (!path.isEmpty()) {
        if (!QFile(path).open(QIODevice::ReadOnly))
            return wrong(u"%1 cannot be read"_s.arg(path));
        file.emplace(path, QSettings::IniFormat);
    }
    // an unset option has no value, so that the environment and the file are asked
    const Source source(parser, file ? &*file : nullptr, environment);

    Config config;
    config.databaseUrl = source.value(u"database-url"_s);
    config.portFile = source.value(u"port-file"_s);
    config.mediaWorker = source.value(u"media-worker"_s);
    config.humanAgent = source.value(u"human-agent"_s) != u"no"_s;
    config.name = source.value(u"name"_s).isEmpty() ? QSysInfo::machineHostName() : source.value(u"name"_s);
    if (const int limit = source.value(u"body-limit"_s).toInt(); limit > 0)
        config.bodyLimit = size_t(limit);
    const Result<> read = readListen(source.value(u"listen"_s), config)
        .and_then([&] { return readGraph(source, config); })
        .and_then([&] { return readSecrets(source, config); })
        .and_then([&] { return readMilliseconds(source, u"retry-base-ms"_s, config.retryBase); })
        .and_then([&] { return readMilliseconds(source, u"write-timeout-ms"_s, config.graph.writeTimeout); })
        .and_then([&] { return readLease(source, config); })
        .and_then([&] { return readMilliseconds(source, u"check-every-ms"_s, config.checkEvery); })
        .and_then([&] { return readMilliseconds(source, u"backfill-every-ms"_s, config.backfillEvery); })
        .and_then([&] { return complete(config); });
    if (!read)
        return failed(read.error());
    config.media = FetchRules::from(source.value(u"media-hosts"_s), config.graph.url);
    return config;
}

} // namespace trucban::gateway
