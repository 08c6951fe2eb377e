// SPDX-License-Identifier: GPL-3.0-or-later
// The stage of the gateway's stories: a real database, the Facebook stand-in and gateways, each a process of its own.
#pragma once

#include "facebook_standin/client/standin.h"
#include "gateway/intake/signature.h"
#include "support/scratch_database.h"

#include <QProcess>
#include <QTest>
#include <QUuid>

#include <csignal>

namespace trucban {

/// UUIDv7, as clients make them: items of one thread go in their order
inline QString timeOrderedId()
{
    static quint16 serial = 0;
    const QString milliseconds = u"%1"_s.arg(QDateTime::currentMSecsSinceEpoch(), 12, 16, QChar(u'0'));
    const QString tail = QUuid::createUuid().toString(QUuid::WithoutBraces).mid(19);
    return u"%1-%2-7%3-%4"_s.arg(milliseconds.left(8), milliseconds.mid(8)).arg(++serial & 0xfff, 3, 16, QChar(u'0')).arg(tail);
}

class GatewayProcess
{
public:
    ~GatewayProcess() { stop(); }

    bool start(const QString &databaseUrl, const QString &graphUrl, const QStringList &more = {}, const QString &name = u"one"_s)
    {
        const QString portFile = m_folder.filePath(u"port"_s);
        QFile::remove(portFile);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TRUCBAN_APP_SECRET"_s, u"truc-ban-test-secret"_s);
        environment.insert(u"TRUCBAN_VERIFY_TOKEN"_s, u"truc-ban-verify"_s);
        environment.insert(u"TRUCBAN_DATABASE_URL"_s, databaseUrl);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        m_process.start(QStringLiteral(TRUCBAN_BINARY_DIR "/bin/trucban-gateway"),
                        QStringList{u"--graph-url"_s, graphUrl, u"--page-id"_s, u"110322572167401"_s, u"--app-id"_s, u"1234567890123456"_s,
                                    u"--page-token-file"_s, tokenFile(), u"--listen"_s, u"127.0.0.1:0"_s, u"--port-file"_s, portFile,
                                    u"--retry-base-ms"_s, u"200"_s, u"--check-every-ms"_s, u"500"_s, u"--backfill-every-ms"_s, u"1000000"_s,
                                    u"--name"_s, name} + more);
        return m_process.waitForStarted() && QTest::qWaitFor([&] { return readPort(portFile) || m_process.state() == QProcess::NotRunning; }, 60000) && m_port > 0;
    }
    /// SIGTERM; true when it ended well
    bool stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return true;
        m_process.terminate();
        return m_process.waitForFinished(40000) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool freeze() const { return m_process.processId() > 0 && ::kill(pid_t(m_process.processId()), SIGSTOP) == 0; } // 0 would be ourselves
    bool thaw() const { return m_process.processId() > 0 && ::kill(pid_t(m_process.processId()), SIGCONT) == 0; }
    quint16 port() const { return m_port; }
    QString callback() const { return u"http://127.0.0.1:%1/webhook/facebook"_s.arg(m_port); }
    qint64 processId() const { return m_process.processId(); }
    QString tokenFile() const
    {
        const QString path = m_folder.filePath(u"token"_s);
        if (QFile file(path); !file.exists() && file.open(QIODevice::WriteOnly))
            file.write("EAAstandinpagetoken");
        return path;
    }
    qint64 residentKilobytes() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf("VmRSS:") + 6, 20).trimmed().split(' ').first().toLongLong();
    }

private:
    bool readPort(const QString &path)
    {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            m_port = file.readAll().trimmed().toUShort();
        return m_port > 0;
    }
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

class Stage
{
public:
    Stage() : facebook(QStringLiteral(TRUCBAN_BINARY_DIR "/bin/facebook-standin")) {}

    /// Up, and the first walk over the page done: it reads the same edges as the story, and would use up its faults.
    bool open(const QStringList &gatewayOptions = {}, const QStringList &facebookOptions = {})
    {
        return facebook.start(QStringList{u"--subscribed"_s} + facebookOptions) && gateway.start(database.urlFor(u"gateway"_s), facebook.url(), gatewayOptions)
            && connectTo(gateway) && becomes(u"SELECT facts ? 'complete_until' FROM core.duty WHERE key = 'backfill'"_s, u"t"_s, 60000);
    }
    bool connectTo(const GatewayProcess &which)
    {
        return control(u"callback"_s, {{u"url"_s, which.callback()}}).status == 200;
    }
    standin_test::Answer control(const QString &path, const QJsonObject &body = {}) { return facebook.post(facebook.url() + u"/control/"_s + path, body); }
    QJsonObject state() { return facebook.state(); }
    QString citizen(const QString &name)
    {
        return control(u"citizens"_s, {{u"name"_s, name}, {u"key"_s, name}}).json()[u"psid"_s].toString();
    }
    QString writes(const QString &who, const QString &text, QJsonObject more = {})
    {
        more[u"text"_s] = text;
        return control(u"citizens/%1/messages"_s.arg(who), more).json()[u"mid"_s].toString();
    }
    /// From now on the database holds what gateways ask by this function of intake, until it is let go.
    void hold(const QString &function, const QStringList &types)
    {
        const QString all = types.join(u", "_s);
        QStringList arguments;
        for (int i = 1; i <= types.size(); ++i)
            arguments << u"$%1"_s.arg(i);
        database.ask(u"CREATE TABLE public.held_back AS SELECT true"_s);
        database.ask(u"ALTER FUNCTION intake.%1(%2) RENAME TO %1_itself"_s.arg(function, all));
        database.ask(u"CREATE FUNCTION intake.%1(%2) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $x$ BEGIN "
                     "WHILE EXISTS (SELECT FROM public.held_back) LOOP PERFORM pg_sleep(0.02); END LOOP; RETURN intake.%1_itself(%3); END $x$"_s
                         .arg(function, all, arguments.join(u", "_s)));
        database.ask(u"GRANT EXECUTE ON FUNCTION intake.%1(%2) TO trucban_gateway"_s.arg(function, all));
    }
    /// The same for the commit of a lease that is renewed.
    void holdCommitOfLease()
    {
        database.ask(u"CREATE TABLE public.held_back AS SELECT true"_s);
        database.ask(u"CREATE FUNCTION public.hold_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $x$ BEGIN "
                     "WHILE EXISTS (SELECT FROM public.held_back) LOOP PERFORM pg_sleep(0.02); END LOOP; RETURN NULL; END $x$"_s);
        database.ask(u"CREATE CONSTRAINT TRIGGER hold_back AFTER UPDATE ON core.outbox DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
                     "WHEN (old.taken_by = new.taken_by AND old.state = new.state) EXECUTE FUNCTION public.hold_back()"_s);
    }
    bool isHeld()
    {
        return becomes(u"SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"_s, u"t"_s, 20000);
    }
    void letGo() { database.ask(u"DELETE FROM public.held_back"_s); }
    qint64 number(const QString &sql) { return database.ask(sql).toLongLong(); }
    /// Waits until a query answers this.
    bool becomes(const QString &sql, const QString &expected, int milliseconds = 30000)
    {
        const bool good = QTest::qWaitFor([&] { return database.ask(sql) == expected; }, milliseconds);
        if (!good)
            qWarning().noquote() << sql << "is" << database.ask(sql) << "and not" << expected;
        return good;
    }
    /// A reply in the outbox as desk.reply leaves it; `what` are columns and values on top.
    QString queue(const QString &kind, const QString &caseOf, const QString &text, const QString &media = u"{}"_s, const QString &facts = u"{}"_s)
    {
        const QString id = timeOrderedId();
        const QString target = u"(SELECT max(id) FROM core.message WHERE direction = 'in' AND case_id = c.id)"_s;
        database.ask(u"INSERT INTO core.outbox (id, kind, case_id, thread_id, message_id, text, media_ids, facts, queued_at, send_after) "
                     "SELECT '%1', '%2', c.id, c.thread_id, %6, '%4', '%5', '%7', core.now(), core.now() FROM core.case c WHERE c.channel = '%3'"_s
                         .arg(id, kind, caseOf, text, media, target, facts));
        database.ask(u"INSERT INTO core.message (case_id, thread_id, direction, kind, text, raw_text, sent_at, outbox_id) "
                     "SELECT case_id, thread_id, 'out', 'text', text, text, core.now(), id FROM core.outbox WHERE id = '%1' AND kind <> 'hide_comment'"_s.arg(id));
        database.ask(u"NOTIFY trucban, 'outbox:0'"_s);
        return id;
    }
    /// A post two people agreed on, in the outbox.
    QString queuePost(const QString &text, const QString &media = u"{}"_s, const QString &scheduledFor = u"NULL"_s, const QString &link = {})
    {
        const QString id = timeOrderedId();
        database.ask(u"INSERT INTO core.source (code, name, kind) VALUES ('KQ', 'Kết quả', 'result') ON CONFLICT DO NOTHING"_s);
        const QString bulletin = database.ask(u"INSERT INTO core.bulletin (state, post_text, source_text, link, media_ids, source_id, author_id, changed_by, submitted_by, approved_by, created_at, changed_at, scheduled_for) "
                     "SELECT 'approved', '%1', '%1', '%4', '%2', (SELECT id FROM core.source LIMIT 1), a.id, a.id, a.id, b.id, core.now(), core.now(), %3 "
                     "FROM core.person a, core.person b WHERE a.login = 'officer1' AND b.login = 'officer2' RETURNING id"_s.arg(text, media, scheduledFor, link));
        database.ask(u"INSERT INTO core.outbox (id, kind, bulletin_id, text, queued_at, send_after) VALUES ('%1', 'post', %2, '%3', core.now(), core.now())"_s.arg(id, bulletin, text));
        database.ask(u"NOTIFY trucban, 'outbox:0'"_s);
        return id;
    }
    bool outboxBecomes(const QString &id, const QString &state, int milliseconds = 30000)
    {
        return becomes(u"SELECT state || CASE WHEN error_word <> '' AND state = 'failed' THEN ' ' || error_word ELSE '' END FROM core.outbox WHERE id = '%1'"_s.arg(id), state, milliseconds);
    }
    /// What the page said to this citizen through the Graph, in order.
    QStringList saidTo(const QString &psid)
    {
        QStringList texts;
        for (const QJsonValue &one : state()[u"citizens"_s].toArray())
            if (one[u"psid"_s].toString() == psid)
                for (const QJsonValue &message : one[u"messages"_s].toArray())
                    if (message[u"by"_s].toString() == u"graph"_s)
                        texts << message[u"text"_s].toString();
        return texts;
    }
    QList<QJsonObject> posts(const QString &by = u"graph"_s)
    {
        QList<QJsonObject> found;
        for (const QJsonValue &post : state()[u"posts"_s].toArray())
            if (post[u"by"_s].toString() == by && post[u"state"_s].toString() != u"staged"_s)
                found << post.toObject();
        return found;
    }
    void fault(const QJsonObject &faults) { control(u"faults"_s, faults); }
    void noFaults() { facebook.send("DELETE", facebook.url() + u"/control/faults"_s); }
    /// Straight to the door, signed.
    standin_test::Answer deliver(const QByteArray &body, const QByteArray &signature = {})
    {
        const QByteArray mine = "sha256=" + gateway::hmacSha256("truc-ban-test-secret", body.toStdString()).toHex();
        QNetworkRequest request(QUrl(gateway.callback()));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        request.setRawHeader("X-Hub-Signature-256", signature.isEmpty() ? mine : signature);
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 15000))
            return {};
        return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), .body = reply->readAll()};
    }

    ScratchDatabase database;
    standin_test::Standin facebook;
    GatewayProcess gateway;
};

} // namespace trucban
