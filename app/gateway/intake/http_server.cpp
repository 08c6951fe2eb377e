// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/intake/http_server.h"

#include "base/logging.h"
#include "gateway/intake/health.h"
#include "gateway/intake/journal_writer.h"

#include <QUrlQuery>

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <algorithm>
#include <thread>

namespace trucban::gateway {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using Answer = http::response<http::string_body>;
using Parser = http::request_parser<http::string_body>;

namespace {

constexpr auto whatHappened = [](error_code &error) { return asio::redirect_error(asio::use_awaitable, error); };

Answer answerOf(http::status status, std::string body, const char *type = "text/plain; charset=utf-8")
{
    Answer answer(status, 11);
    answer.set(http::field::content_type, type);
    answer.set("X-Content-Type-Options", "nosniff");
    answer.body() = std::move(body);
    return answer;
}

std::string text(const QByteArray &bytes) { return bytes.toStdString(); }

std::string addressOf(beast::tcp_stream &stream)
{
    error_code error;
    const tcp::endpoint sender = stream.socket().remote_endpoint(error);
    return error ? std::string() : sender.address().to_string();
}

/// What proves later who brought a webhook, a line each: the address (behind a proxy the proxy's, then also what it says), signatures, and how
/// the sender calls itself. Anything that is no plain text becomes a question mark.
std::string headersOf(const Parser::value_type &request, const std::string &sender)
{
    constexpr size_t longest = 300;
    std::string lines = "from " + sender;
    for (const char *name : {"X-Forwarded-For", "X-Hub-Signature-256", "X-Hub-Signature", "Content-Type", "User-Agent", "Facebook-API-Version"})
        if (const auto found = request.find(name); found != request.end())
            lines.append("\n").append(name).append(": ").append(found->value().substr(0, longest));
    std::ranges::replace_if(lines, [](unsigned char c) { return c != '\n' && (c < 0x20 || c > 0x7e); }, '?');
    return lines;
}

/// Bytes of bodies being read now, over all connections: what keeps a flood from eating the memory.
class Reservation
{
public:
    Reservation(size_t &total, size_t limit, size_t wanted) : m_total(total), m_held(total + wanted <= limit ? wanted : 0), m_granted(m_held == wanted) { m_total += m_held; }
    ~Reservation() { m_total -= m_held; }
    Q_DISABLE_COPY_MOVE(Reservation)
    explicit operator bool() const { return m_granted; }

private:
    size_t &m_total;
    size_t m_held;
    bool m_granted;
};

} // namespace

class HttpServer::Engine
{
public:
    Engine(Settings settings, JournalSink &journal, HealthBoard &health) : m_settings(std::move(settings)), m_journal(journal), m_health(health) {}

    Result<quint16> start()
    {
        error_code error;
        const asio::ip::address address = asio::ip::make_address(m_settings.address.toStdString(), error);
        if (error)
            return failed(Failure::Invalid, u"not_an_address"_s, m_settings.address);
        const tcp::endpoint endpoint(address, m_settings.port);
        m_acceptor.open(endpoint.protocol(), error);
        m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
        m_acceptor.bind(endpoint, error);
        if (error == asio::error::address_in_use)
            return failed(Failure::Conflict, u"address_in_use"_s, QString::fromStdString(error.message()));
        if (!error)
            m_acceptor.listen(512, error);
        if (error)
            return failed(Failure::Offline, u"cannot_listen"_s, QString::fromStdString(error.message()));
        const quint16 port = m_acceptor.local_endpoint().port();
        asio::co_spawn(m_context, accept(), asio::detached);
        m_thread = std::thread([this] { m_context.run(); });
        return port;
    }

    void stop()
    {
        if (!m_thread.joinable())
            return;
        asio::post(m_context, [this] {
            m_stopping = true;
            m_acceptor.close();
            m_grace.expires_after(std::chrono::seconds(5));
            m_grace.async_wait([this](error_code) { m_context.stop(); });
            stopWhenIdle();
        });
        m_thread.join();
    }

private:
    void stopWhenIdle()
    {
        if (m_stopping && m_busy == 0)
            m_context.stop();
    }

    asio::awaitable<void> accept()
    {
        while (!m_stopping) {
            error_code error;
            tcp::socket socket = co_await m_acceptor.async_accept(whatHappened(error));
            if (error == asio::error::operation_aborted || m_stopping)
                co_return;
            if (error) { // out of descriptors: give the others time to end
                asio::steady_timer pause(m_context, std::chrono::milliseconds(50));
                co_await pause.async_wait(whatHappened(error));
                continue;
            }
            if (m_connections >= m_settings.mostConnections)
                continue; // closed by leaving the scope
            socket.set_option(tcp::no_delay(true), error);
            asio::co_spawn(m_context, serve(beast::tcp_stream(std::move(socket))), asio::detached);
        }
    }

    asio::awaitable<void> serve(beast::tcp_stream stream)
    {
        ++m_connections;
        beast::flat_buffer buffer(m_settings.headerLimit + (64u << 10));
        bool goOn = true;
        while (goOn && !m_stopping)
            goOn = co_await serveOne(stream, buffer);
        error_code ignored;
        stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
        --m_connections;
    }

    /// One request and its answer; false when the connection ends.
    asio::awaitable<bool> serveOne(beast::tcp_stream &stream, beast::flat_buffer &buffer)
    {
        Parser parser;
        parser.header_limit(quint32(m_settings.headerLimit));
        parser.body_limit(m_settings.bodyLimit);
        error_code error;
        stream.expires_after(m_settings.idle);
        co_await http::async_read_header(stream, buffer, parser, whatHappened(error));
        if (error)
            co_return co_await refuse(stream, error);
        const size_t expected = parser.content_length() ? *parser.content_length() : parser.chunked() ? m_settings.bodyLimit : 0;
        const Reservation reservation(m_inFlight, m_settings.inFlightLimit, expected);
        if (!reservation)
            co_return co_await write(stream, answerOf(http::status::service_unavailable, "busy\n"), false);
        if (!co_await readBody(stream, buffer, parser, error))
            co_return error ? co_await refuse(stream, error) : false;

        ++m_busy;
        const bool keepAlive = parser.get().keep_alive() && !m_stopping;
        const std::string sender = addressOf(stream);
        Answer answer = co_await respond(parser, sender);
        const bool goOn = co_await write(stream, std::move(answer), keepAlive);
        --m_busy;
        stopWhenIdle();
        co_return goOn;
    }

    asio::awaitable<bool> readBody(beast::tcp_stream &stream, beast::flat_buffer &buffer, Parser &parser, error_code &error)
    {
        stream.expires_after(m_settings.bodyTime);
        if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            http::response<http::empty_body> goAhead(http::status::continue_, 11);
            co_await http::async_write(stream, goAhead, whatHappened(error));
            if (error)
                co_return false;
        }
        co_await http::async_read(stream, buffer, parser, whatHappened(error));
        co_return !error;
    }

    asio::awaitable<bool> refuse(beast::tcp_stream &stream, error_code error)
    {
        if (error == http::error::end_of_stream || error == beast::error::timeout || error.category() == asio::error::get_system_category())
            co_return false;
        const bool tooLarge = error == http::error::body_limit;
        m_health.add(tooLarge ? Count::TooLarge : Count::BadRequest);
        const auto status = tooLarge ? http::status::payload_too_large
            : error == http::error::header_limit || error == http::error::buffer_overflow ? http::status::request_header_fields_too_large
                                                                                        : http::status::bad_request;
        co_await write(stream, answerOf(status, "refused\n"), false);
        co_await drain(stream);
        co_return false;
    }

    /// The sender may still be writing: closing now would reset the connection under the answer.
    asio::awaitable<void> drain(beast::tcp_stream &stream)
    {
        error_code error;
        stream.socket().shutdown(tcp::socket::shutdown_send, error);
        stream.expires_after(std::chrono::seconds(2));
        std::array<char, 16384> dump;
        size_t drained = 0;
        while (!error && drained < (64u << 20))
            drained += co_await stream.async_read_some(asio::buffer(dump), whatHappened(error));
    }

    asio::awaitable<bool> write(beast::tcp_stream &stream, Answer answer, bool keepAlive)
    {
        answer.keep_alive(keepAlive);
        answer.prepare_payload();
        error_code error;
        stream.expires_after(m_settings.bodyTime);
        co_await http::async_write(stream, answer, whatHappened(error));
        co_return !error && keepAlive;
    }

    asio::awaitable<Answer> respond(Parser &parser, const std::string &sender)
    {
        const auto &request = parser.get();
        const std::string_view target(request.target().data(), request.target().size());
        const std::string_view path = target.substr(0, target.find('?'));
        const bool reads = request.method() == http::verb::get || request.method() == http::verb::head;
        if (path == "/webhook/facebook") {
            if (request.method() == http::verb::post)
                co_return co_await takeIn(parser, sender);
            if (request.method() == http::verb::get)
                co_return verify(target);
        } else if (path == "/healthz" && reads) {
            co_return answerOf(m_health.healthy() ? http::status::ok : http::status::service_unavailable, text(m_health.healthJson()), "application/json");
        } else if (path == "/metrics" && reads) {
            co_return answerOf(http::status::ok, text(m_health.metrics()), "text/plain; version=0.0.4; charset=utf-8");
        } else {
            co_return answerOf(http::status::not_found, "not here\n");
        }
        co_return answerOf(http::status::method_not_allowed, "not this way\n");
    }

    Answer verify(std::string_view target)
    {
        const auto mark = target.find('?');
        const QUrlQuery query(mark == std::string_view::npos ? QString() : QString::fromLatin1(target.data() + mark + 1, qsizetype(target.size() - mark - 1)).replace(u'+', u"%20"_s));
        const auto value = [&](const QString &key) { return query.queryItemValue(key, QUrl::FullyDecoded).toUtf8(); };
        const bool right = value(u"hub.mode"_s) == "subscribe" && !m_settings.verifyToken.isEmpty()
            && sameBytes(value(u"hub.verify_token"_s).toStdString(), m_settings.verifyToken.toStdString());
        if (!right)
            return answerOf(http::status::forbidden, "wrong token\n");
        return answerOf(http::status::ok, text(value(u"hub.challenge"_s)));
    }

    asio::awaitable<Answer> takeIn(Parser &parser, const std::string &sender)
    {
        const auto signature = parser.get()["X-Hub-Signature-256"];
        const auto verdict = m_settings.signature.check({signature.data(), signature.size()}, parser.get().body());
        if (verdict != SignatureCheck::Verdict::Genuine && verdict != SignatureCheck::Verdict::GenuineByPreviousSecret) {
            m_health.add(Count::WrongSignature);
            co_return answerOf(http::status::forbidden, "wrong signature\n");
        }
        m_health.add(Count::WebhooksReceived);
        Arrival arrival;
        arrival.headers = headersOf(parser.get(), sender);
        arrival.body = std::move(parser.get().body());
        const bool committed = co_await journalled(std::move(arrival));
        co_return committed ? answerOf(http::status::ok, "EVENT_RECEIVED") : answerOf(http::status::service_unavailable, "not committed\n");
    }

    asio::awaitable<bool> journalled(Arrival arrival)
    {
        return asio::async_initiate<decltype(asio::use_awaitable), void(bool)>(
            [this](auto handler, Arrival taken) {
                auto shared = std::make_shared<decltype(handler)>(std::move(handler));
                taken.done = [this, shared](bool committed) { asio::post(m_context, [shared, committed] { std::move (*shared)(committed); }); };
                m_journal.append(std::move(taken));
            },
            asio::use_awaitable, std::move(arrival));
    }

    Settings m_settings;
    JournalSink &m_journal;
    HealthBoard &m_health;
    size_t m_connections = 0;
    size_t m_inFlight = 0;
    size_t m_busy = 0;
    bool m_stopping = false;
    asio::io_context m_context{1}; // after what its coroutines count in
    tcp::acceptor m_acceptor{m_context};
    asio::steady_timer m_grace{m_context};
    std::thread m_thread;
};

HttpServer::HttpServer(Settings settings, JournalSink &journal, HealthBoard &health)
    : m_engine(std::make_unique<Engine>(std::move(settings), journal, health))
{
}

HttpServer::~HttpServer()
{
    stop();
}

Result<quint16> HttpServer::start()
{
    return m_engine->start();
}

void HttpServer::stop()
{
    m_engine->stop();
}

} // namespace trucban::gateway
