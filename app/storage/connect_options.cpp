// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connect_options.h"

#include <QFile>

#include <libpq-fe.h>

#include <map>
#include <memory>

namespace trucban {

namespace {

using Map = std::map<QByteArray, QByteArray>;

Result<Map> parsed(const QString &url)
{
    Map words;
    if (url.isEmpty())
        return words;
    char *complaint = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfoParse(url.toUtf8().constData(), &complaint), PQconninfoFree);
    if (!options) {
        const QString why = QString::fromUtf8(complaint ? complaint : "out of memory").trimmed();
        PQfreemem(complaint);
        return failed(Failure::Invalid, u"database_url"_s, why);
    }
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (option->val)
            words[option->keyword] = option->val;
    }
    return words;
}

bool staysOnThisMachine(const QByteArray &hosts)
{
    const QList<QByteArray> all = hosts.split(',');
    return std::all_of(all.begin(), all.end(), [](const QByteArray &host) {
        return host.isEmpty() || host.startsWith('/') || host.startsWith('@') || host == "localhost" || host.startsWith("127.") || host == "::1";
    });
}

// a service gets its password as a file; libpq's own passfile refuses one whose rights systemd has widened by ACL
QString passwordFromFile()
{
    QFile file(qEnvironmentVariable("TRUCBAN_DATABASE_PASSWORD_FILE"));
    return !file.fileName().isEmpty() && file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
}

} // namespace

Result<ConnectOptions::Words> ConnectOptions::keywords() const
{
    auto read = parsed(url);
    if (!read)
        return failed(read.error());
    Map words = *std::move(read);
    const auto put = [&words](const char *keyword, const QString &value) {
        if (!value.isEmpty())
            words[keyword] = value.toUtf8();
    };
    put("host", host);
    put("port", port > 0 ? QString::number(port) : QString());
    put("dbname", database);
    put("user", user);
    put("password", password);
    if (!words.contains("password"))
        put("password", passwordFromFile());
    put("application_name", application);
    put("sslmode", sslMode);

    const QByteArray hosts = words.contains("hostaddr") ? words["hostaddr"] : words["host"];
    if (hosts.isEmpty())
        words.erase("host");
    words.try_emplace("sslmode", staysOnThisMachine(hosts) ? "prefer" : "require");
    if (hosts.contains(','))
        words.try_emplace("target_session_attrs", "read-write");
    words.try_emplace("application_name", "trucban");
    words.try_emplace("client_encoding", "UTF8");
    words.try_emplace("gssencmode", "disable");
    // a cable pulled out is noticed in seconds, not in the two hours of the operating system
    words.try_emplace("keepalives_idle", "10");
    words.try_emplace("keepalives_interval", "5");
    words.try_emplace("keepalives_count", "3");
    words.try_emplace("tcp_user_timeout", "15000");
    Words all;
    for (const auto &[keyword, value] : words)
        all.append({keyword, value});
    return all;
}

QByteArray ConnectOptions::conninfo() const
{
    const auto words = keywords();
    if (!words)
        return url.toUtf8();
    QByteArray text;
    for (const auto &[keyword, value] : *words)
        text += keyword + "='" + QByteArray(value).replace('\\', "\\\\").replace('\'', "\\'") + "' ";
    return text.trimmed();
}

QString ConnectOptions::place() const
{
    const auto words = keywords();
    if (!words)
        return url.section(u'@', -1);
    QString hostName, database;
    for (const auto &[keyword, value] : *words) {
        if (keyword == "host")
            hostName = QString::fromUtf8(value);
        else if (keyword == "dbname")
            database = QString::fromUtf8(value);
    }
    return database + u'@' + hostName;
}

} // namespace trucban
