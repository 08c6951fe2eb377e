// SPDX-License-Identifier: GPL-3.0-or-later
// intake: signed webhooks over HTTP to the real gateway, each answered after its commit, against pgbench's single-row inserts
// with 8 clients on the same server in the same run.
#include "bench.h"

#include "gateway_process.h"
#include "text_maker.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace trucban::bench {

namespace {

// N connections, each with one request under way; all requests are made and signed before the clock starts.
class Load
{
public:
    Load(quint16 port, int connections, const std::vector<std::string> &requests) : m_requests(requests)
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        for (int at = 0; at < connections; ++at) {
            const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
            if (connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
                qFatal("the gateway does not take connections");
            const int on = 1;
            setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            m_lines.push_back({socket, {}, {}});
        }
    }
    ~Load()
    {
        for (const Line &line : m_lines)
            close(line.socket);
    }

    /// Latencies in ms of everything that was answered 200.
    std::vector<double> run(int &refused)
    {
        std::vector<double> samples;
        samples.reserve(m_requests.size());
        std::vector<pollfd> waits;
        for (Line &line : m_lines) {
            waits.push_back({line.socket, POLLIN, 0});
            next(line);
        }
        size_t answered = 0;
        while (answered < m_requests.size()) {
            if (poll(waits.data(), waits.size(), 20'000) <= 0)
                qFatal("the gateway stopped answering");
            for (size_t at = 0; at < waits.size(); ++at) {
                if (!(waits[at].revents & (POLLIN | POLLHUP)))
                    continue;
                Line &line = m_lines[at];
                char bytes[4096];
                const auto count = recv(line.socket, bytes, sizeof bytes, 0);
                if (count <= 0)
                    qFatal("the gateway closed a connection");
                line.answer.append(bytes, static_cast<size_t>(count));
                if (!complete(line.answer))
                    continue;
                ++answered;
                if (line.answer.starts_with("HTTP/1.1 200"))
                    samples.push_back(static_cast<double>(line.clock.nsecsElapsed()) / 1e6);
                else
                    ++refused;
                next(line);
            }
        }
        return samples;
    }

private:
    struct Line {
        int socket;
        std::string answer;
        QElapsedTimer clock;
    };

    static bool complete(const std::string &answer)
    {
        const auto end = answer.find("\r\n\r\n");
        if (end == std::string::npos)
            return false;
        static const QRegularExpression length(u"content-length:\\s*(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
        const auto match = length.match(QString::fromLatin1(answer.data(), static_cast<qsizetype>(end)));
        return answer.size() >= end + 4 + (match.hasMatch() ? match.captured(1).toULongLong() : 0);
    }

    void next(Line &line)
    {
        line.answer.clear();
        if (m_sent >= m_requests.size())
            return;
        const std::string &request = m_requests[m_sent++];
        line.clock.start();
        for (size_t done = 0; done < request.size();) {
            const auto count = send(line.socket, request.data() + done, request.size() - done, MSG_NOSIGNAL);
            if (count <= 0)
                qFatal("the gateway closed a connection");
            done += static_cast<size_t>(count);
        }
    }

    const std::vector<std::string> &m_requests;
    std::vector<Line> m_lines;
    size_t m_sent = 0;
};

std::vector<std::string> requests(int count)
{
    const TextMaker maker;
    std::vector<std::string> all;
    all.reserve(static_cast<size_t>(count));
    std::string text;
    const qint64 salt = QDateTime::currentMSecsSinceEpoch();
    for (int at = 0; at < count; ++at) {
        maker.make(at, text, nullptr);
        all.push_back(signedRequest(messageBody(u"bench-%1"_s.arg(at % 500), u"m_bench_%1_%2"_s.arg(salt).arg(at), QString::fromStdString(text))));
    }
    return all;
}

double pgbenchRate(Cluster &cluster)
{
    cluster.ask(u"CREATE TABLE IF NOT EXISTS core.bench_row (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), body text NOT NULL)"_s);
    QTemporaryFile script;
    if (!script.open())
        qFatal("no temporary file");
    script.write("INSERT INTO core.bench_row (body) VALUES ('" + QByteArray(400, 'x') + "');\n");
    script.flush();
    const QString said = runOrDie(u"/usr/lib/postgresql/17/bin/pgbench"_s,
                                  {u"-h"_s, cluster.socketFolder(), u"-p"_s, QString::number(cluster.port()), u"-U"_s, u"postgres"_s, u"-n"_s, u"-M"_s, u"prepared"_s,
                                   u"-c"_s, u"8"_s, u"-j"_s, u"2"_s, u"-T"_s, u"8"_s, u"-f"_s, script.fileName(), u"trucban"_s});
    cluster.ask(u"DROP TABLE core.bench_row"_s);
    return QRegularExpression(u"tps = ([\\d.]+)"_s).match(said).captured(1).toDouble();
}

} // namespace

void benchIntake(Ground &ground)
{
    const double raw = pgbenchRate(ground.cluster);
    GatewayProcess gateway(ground.cluster);
    const auto work = requests(40'000);
    Load load(gateway.port(), 64, work);
    QElapsedTimer clock;
    clock.start();
    int refused = 0;
    auto samples = load.run(refused);
    const double rate = static_cast<double>(samples.size()) / (static_cast<double>(clock.elapsed()) / 1000.0);
    if (refused > 0)
        qFatal("%d webhooks were refused", refused);
    ground.figures.set(u"intake.pgbench"_s, raw, u"rows/s"_s);
    ground.figures.set(u"intake.rate"_s, rate, u"hooks/s"_s, {{u"connections"_s, 64}});
    ground.figures.set(u"intake.ratio"_s, rate / raw, u"ratio"_s);
    ground.figures.add(u"intake.answer"_s, std::move(samples));
    ground.figures.set(u"memory.gateway"_s, gateway.residentMegabytes(), u"MB"_s);
    ground.cluster.ask(u"UPDATE core.journal SET state = 'processed' WHERE state = 'pending'"_s);
}

} // namespace trucban::bench
