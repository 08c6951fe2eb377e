// SPDX-License-Identifier: GPL-3.0-or-later
// The frame every Graph call goes through: version, faults, token and proof, routing, answers, usage headers.
#include "graph.h"

#include "json_text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace standin {

Graph::Graph(World &world, MediaStore &media, Webhooks &webhooks, Happenings &happenings, Faults &faults, QObject *parent)
    : QObject(parent), m_world(world), m_media(media), m_webhooks(webhooks), m_happenings(happenings), m_faults(faults)
{}

GraphError badParameter(const QString &message, int subcode)
{
    return {.code = 100, .subcode = subcode, .message = u"(#100) "_s + message};
}

// ---- in ----------------------------------------------------------------------------------------------------------------------

static bool isVersion(const QString &step)
{
    return step.size() > 2 && step.startsWith(u'v') && step.at(1).isDigit();
}

void Graph::handle(const Request &request, Answer answer)
{
    Call call {.request = request, .answer = std::move(answer), .path = request.steps, .version = u"v3.2"_s};
    if (!call.path.isEmpty() && isVersion(call.path.first()))
        call.version = call.path.takeFirst();
    const double version = call.version.sliced(1).toDouble();
    if (version > 26)
        return fail(call, {.code = 2500, .message = u"Unknown path components: /%1"_s.arg(call.version)});
    if (!call.path.isEmpty() && call.path.first() == u"me")
        call.path.first() = m_world.config.pageId;
    call.writes = request.method != "GET" && request.method != "HEAD";
    call.name = nameOf(call.path);
    const QString counted = QString::fromLatin1(request.method) + u' ' + call.name;
    m_world.calls.insert(counted, m_world.calls.value(counted).toInt() + 1);
    ++m_total;
    call.answer = guarded(call);
    const int wait = m_faults.number(u"slow_graph_ms"_s);
    if (wait > 0)
        QTimer::singleShot(wait, this, [this, call] { afterFaults(call); });
    else
        afterFaults(call);
}

QString Graph::nameOf(const QStringList &path) const
{
    if (path.size() > 1)
        return path.at(1);
    const QString id = path.value(0);
    if (id == m_world.config.pageId)
        return u"me"_s;
    if (id.startsWith(u"m_"))
        return u"message"_s;
    if (id.startsWith(u"t_"))
        return u"conversations"_s;
    if (m_world.comments.contains(id))
        return u"comment"_s;
    if (m_world.posts.contains(id))
        return u"post"_s;
    if (m_world.photos.contains(id))
        return u"photos"_s;
    if (m_world.videos.contains(id))
        return u"videos"_s;
    return m_world.citizens.contains(id) ? u"profile"_s : id;
}

static Reply htmlError(int status)
{
    return {.status = status,
            .body = "<!DOCTYPE html><html lang=\"en\"><head><title>Facebook | Error</title></head><body><h1>Sorry, something went "
                    "wrong.</h1></body></html>",
            .type = "text/html; charset=utf-8"};
}

void Graph::afterFaults(const Call &call)
{
    if (const auto fault = m_faults.useFor(u"error_before"_s, call.name, call.writes, false))
        return call.answer(htmlError(fault->value(u"status"_s).toInt(500)));
    if (m_faults.useFor(u"timeout_before"_s, call.name, call.writes, false))
        return call.answer({.delivery = Reply::Never});
    if (const auto error = faultBefore(call))
        return fail(call, *error);
    if (const auto error = tokenTrouble(call))
        return fail(call, *error);
    route(call);
}

std::optional<GraphError> Graph::faultBefore(const Call &call)
{
    if (m_faults.on(u"expired_token"_s) && call.name != u"debug_token") {
        const int subcode = m_faults.number(u"expired_token"_s, 463);
        return GraphError {.code = 190,
                           .subcode = subcode,
                           .message = u"Error validating access token: Session has expired on Tuesday, 24-Nov-26 01:00:00 PST."_s};
    }
    if (const auto fault = m_faults.useFor(u"rate_limit"_s, call.name, call.writes, false)) {
        const int code = fault->value(u"code"_s).toInt(613);
        return GraphError {.code = code,
                           .subcode = fault->value(u"subcode"_s).toInt(),
                           .message = u"(#%1) Calls to this API have exceeded the rate limit."_s.arg(code),
                           .transient = code == 4 ? QJsonValue(true) : QJsonValue()};
    }
    if (const auto fault = m_faults.useFor(u"error"_s, call.name, call.writes, false)) {
        const int code = fault->value(u"code"_s).toInt(1);
        return GraphError {.code = code,
                           .subcode = fault->value(u"subcode"_s).toInt(),
                           .message = fault->value(u"message"_s).toString(u"(#%1) An error the stand-in was told to make."_s.arg(code)),
                           .status = fault->value(u"status"_s).toInt(400),
                           .transient = fault->value(u"is_transient"_s)};
    }
    return {};
}

// What was done is done; only the answer goes wrong
Answer Graph::guarded(const Call &call)
{
    return [this, answer = call.answer, call](Reply reply) {
        reply.headers.append("facebook-api-version", call.version.toLatin1());
        reply.headers.append("x-fb-trace-id", "Stand" + QByteArray::number(m_total));
        reply.headers.append("x-fb-rev", "1020000001");
        reply.headers.append(
            QHttpHeaders::WellKnownHeader::Date,
            QLocale::c()
                .toString(QDateTime::fromMSecsSinceEpoch(m_world.now(), QTimeZone::utc()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                .toLatin1());
        usage(reply, call);
        const bool done = reply.status == 200 && !reply.body.startsWith("{\"error\"");
        if (done) {
            if (const auto fault = m_faults.useFor(u"error_after_publish"_s, call.name, call.writes, true)) {
                const Reply error = htmlError(fault->value(u"status"_s).toInt(500));
                reply.status = error.status;
                reply.body = error.body;
                reply.type = error.type;
            } else if (m_faults.useFor(u"timeout_after_send"_s, call.name, call.writes, true)) {
                reply.delivery = Reply::Never;
            } else if (m_faults.useFor(u"cut_answer"_s, call.name, call.writes, false)) {
                reply.delivery = Reply::CutInHalf;
            }
        }
        answer(reply);
    };
}

// ---- tokens ------------------------------------------------------------------------------------------------------------------

QString Graph::tokenOf(const Request &request)
{
    const QString header = QString::fromLatin1(request.headers.value(QHttpHeaders::WellKnownHeader::Authorization));
    if (header.startsWith(u"Bearer ") || header.startsWith(u"OAuth "))
        return header.section(u' ', 1).trimmed();
    return request.param(u"access_token"_s);
}

std::optional<GraphError> Graph::tokenTrouble(const Call &call) const
{
    const QString token = tokenOf(call.request);
    const Config &config = m_world.config;
    const QString appToken = config.appId + u'|' + QString::fromUtf8(config.appSecret);
    if (token.isEmpty())
        return GraphError {.code = 104, .message = u"An access token is required to request this resource."_s};
    const bool appCall = call.path.value(0) == u"debug_token" || call.path.value(0) == config.appId;
    if (token != config.pageToken && !(appCall && token == appToken))
        return GraphError {.code = 190, .message = u"Invalid OAuth access token - Cannot parse access token"_s};
    const QString proof = call.request.param(u"appsecret_proof"_s);
    if (proof.isEmpty() && config.requireProof && !appCall)
        return badParameter(u"API calls from the server require an appsecret_proof argument"_s);
    if (!proof.isEmpty() && proof.toLatin1() != hmacHex(config.appSecret, token.toUtf8()))
        return badParameter(u"Invalid appsecret_proof provided in the API argument"_s);
    return {};
}

// ---- where to ----------------------------------------------------------------------------------------------------------------

void Graph::route(const Call &call)
{
    const QString first = call.path.value(0);
    if (call.path.isEmpty() || call.path.size() > 2)
        return fail(call, {.code = 2500, .message = u"Unknown path components: /%1"_s.arg(call.path.join(u'/'))});
    if (first == u"debug_token")
        return debugToken(call);
    if (first == m_world.config.appId && call.path.value(1) == u"subscriptions")
        return appSubscriptions(call);
    if (first == m_world.config.pageId ? routePage(call) : routeNode(call))
        return;
    notFound(call, first);
}

bool Graph::routePage(const Call &call)
{
    using Handler = void (Graph::*)(const Call &);
    static const QMap<QString, Handler> edges {{u"subscribed_apps"_s, &Graph::subscribedApps},
                                               {u"messages"_s, &Graph::messages},
                                               {u"message_attachments"_s, &Graph::messageAttachments},
                                               {u"conversations"_s, &Graph::conversations},
                                               {u"photos"_s, &Graph::photos},
                                               {u"videos"_s, &Graph::videos},
                                               {u"feed"_s, &Graph::feed}};
    const QString edge = call.path.value(1);
    if (edge.isEmpty())
        node(call, pageNode());
    else if (edges.contains(edge))
        (this->*edges.value(edge))(call);
    else if (QStringList {u"posts"_s, u"published_posts"_s, u"scheduled_posts"_s, u"tagged"_s, u"visitor_posts"_s}.contains(edge))
        postEdge(call, edge);
    else
        fail(call, {.code = 2500, .message = u"Unknown path components: /%1"_s.arg(edge)});
    return true;
}

bool Graph::routeNode(const Call &call)
{
    const QString id = call.path.first(), edge = call.path.value(1);
    if (const auto message = m_world.messages.constFind(id); message != m_world.messages.constEnd()) {
        if (message->deleted || !m_world.hasDetails(*message))
            fail(
                call,
                {.code = 100, .subcode = 33, .message = u"(#100) The message has been deleted by the sender or is no longer available."_s});
        else
            node(call, messageNode(*message));
        return true;
    }
    if (const Citizen *citizen = m_world.byConversation(id)) {
        edge == u"messages" ? this->edge(call, messagesOf(*citizen)) : node(call, conversationNode(*citizen));
        return true;
    }
    if (const auto post = m_world.posts.find(id); post != m_world.posts.end() && !post->deleted) {
        edge == u"comments" ? comments(call, *post, {}) : edge == u"likes" ? ok(call, {{u"success"_s, true}}) : writePost(call, *post);
        return true;
    }
    if (const auto comment = m_world.comments.find(id); comment != m_world.comments.end() && !comment->deleted) {
        const QString top = comment->parent.isEmpty() ? comment->id : comment->parent;
        edge == u"comments" ? comments(call, m_world.posts[comment->post], top)
        : edge == u"likes"  ? ok(call, {{u"success"_s, true}})
                            : writeComment(call, *comment);
        return true;
    }
    if (const auto photo = m_world.photos.find(id); photo != m_world.photos.end()) {
        if (call.request.method != "DELETE") {
            node(call, photoNode(*photo));
        } else {
            m_world.photos.erase(photo);
            ok(call, {{u"success"_s, true}});
        }
        return true;
    }
    if (const auto video = m_world.videos.find(id); video != m_world.videos.end()) {
        writeVideo(call, *video);
        return true;
    }
    if (const auto citizen = m_world.citizens.constFind(id); citizen != m_world.citizens.constEnd()) {
        if (m_faults.on(u"hidden_profiles"_s))
            fail(call, {.code = 100, .subcode = 2018218, .message = u"(#100) Profile is not available."_s});
        else
            node(call, profileNode(*citizen));
        return true;
    }
    return false;
}

// ---- out ---------------------------------------------------------------------------------------------------------------------

void Graph::usage(Reply &reply, const Call &call) const
{
    const QJsonObject limit = m_faults.all().value(u"rate_limit"_s).toObject();
    const bool full = !limit.isEmpty();
    const int percent = full ? 100 : qMin(74, m_total / 200);
    const bool messenger = QStringList {u"messages"_s, u"message_attachments"_s, u"conversations"_s, u"message"_s, u"profile"_s}.contains(
        call.name);
    QJsonObject use {{u"call_count"_s, percent}, {u"total_time"_s, full ? 104 : percent}, {u"total_cputime"_s, percent}};
    reply.headers.append("X-App-Usage", QJsonDocument(use).toJson(QJsonDocument::Compact));
    use.insert(u"type"_s, messenger ? u"messenger"_s : u"pages"_s);
    use.insert(u"estimated_time_to_regain_access"_s, full ? limit.value(u"minutes"_s).toInt(1) : 0);
    reply.headers.append("X-Business-Use-Case-Usage",
                         QJsonDocument(QJsonObject {{m_world.config.pageId, QJsonArray {use}}}).toJson(QJsonDocument::Compact));
}

void Graph::ok(const Call &call, const QJsonObject &body) const
{
    call.answer({.body = metaJson(body)});
}

static QString traceId()
{
    QByteArray random(17, Qt::Uninitialized);
    for (char &byte : random)
        byte = char(QRandomGenerator::global()->bounded(256));
    return u"A"_s + QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Reply Graph::errorReply(const GraphError &error) const
{
    QJsonObject body {{u"message"_s, error.message}, {u"type"_s, error.type}, {u"code"_s, error.code}, {u"fbtrace_id"_s, traceId()}};
    if (error.subcode != 0)
        body.insert(u"error_subcode"_s, error.subcode);
    if (!error.transient.isNull() && !error.transient.isUndefined())
        body.insert(u"is_transient"_s, error.transient);
    if (!error.data.isEmpty())
        body.insert(u"error_data"_s, error.data);
    if (!error.userTitle.isEmpty())
        body.insert(u"error_user_title"_s, error.userTitle);
    if (!error.userMessage.isEmpty())
        body.insert(u"error_user_msg"_s, error.userMessage);
    Reply reply {.status = error.status, .body = metaJson({{u"error"_s, body}})};
    if (error.status != 200)
        reply.headers.append("WWW-Authenticate",
                             "OAuth \"Facebook Platform\" \"invalid_request\" \"" + error.message.toUtf8().replace('"', '\'') + '"');
    return reply;
}

void Graph::fail(const Call &call, const GraphError &error) const
{
    call.answer(errorReply(error));
}

void Graph::notFound(const Call &call, const QString &id) const
{
    fail(
        call,
        {.code = 100,
         .subcode = 33,
         .message =
             u"Unsupported %1 request. Object with ID '%2' does not exist, cannot be loaded due to missing permissions, or does not support this operation"_s
                 .arg(QString::fromLatin1(call.request.method).toLower(), id),
         .type = u"GraphMethodException"_s});
}

QJsonObject Graph::shown(const Node &node, const QList<Field> &fields, std::optional<GraphError> &error) const
{
    QJsonObject out {{u"id"_s, node.values.value(u"id"_s)}};
    QList<Field> wanted = fields;
    if (wanted.isEmpty()) {
        for (const QString &name : node.byDefault)
            wanted.append({.name = name});
    }
    for (const Field &field : std::as_const(wanted)) {
        if (node.edges.contains(field.name)) {
            const QJsonObject page = node.edges.value(field.name)(field);
            if (page.contains(u"__error"_s))
                error = badParameter(page.value(u"__error"_s).toString());
            out.insert(field.name, page);
        } else if (node.values.contains(field.name)) {
            out.insert(field.name, picked(node.values.value(field.name), field.inner));
        } else if (!node.absent.contains(field.name)) {
            error = badParameter(u"Tried accessing nonexisting field (%1) on node type (%2)"_s.arg(field.name, node.type));
        }
    }
    return out;
}

void Graph::node(const Call &call, const Node &node, const QJsonObject &first) const
{
    const auto fields = parseFields(call.request.param(u"fields"_s));
    if (!fields)
        return fail(call, {.code = 2500, .message = u"Syntax error \"Expected name\" in fields"_s});
    std::optional<GraphError> error;
    QJsonObject body = shown(node, *fields, error);
    if (error)
        return fail(call, *error);
    for (auto it = first.begin(); it != first.end(); ++it)
        body.insert(it.key(), it.value());
    ok(call, body);
}

// The answer of a write: its id, and the fields that were asked for with it
void Graph::written(const Call &call, const QString &id, const Node &made) const
{
    if (call.request.has(u"fields"_s))
        node(call, made, {{u"id"_s, id}});
    else
        ok(call, {{u"id"_s, id}});
}

static QString cursor(qsizetype at)
{
    return QString::fromLatin1(
        ("standin-cursor:" + QByteArray::number(at)).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

static qsizetype placeOf(const QString &cursor)
{
    return QByteArray::fromBase64(cursor.toLatin1(), QByteArray::Base64UrlEncoding).split(':').value(1).toLongLong();
}

QJsonObject Graph::edgePage(const QList<Node> &all, const Field &field) const
{
    const qsizetype limit = qBound(qsizetype(1), qsizetype(field.modifiers.value(u"limit"_s, u"25"_s).toLongLong()), qsizetype(100));
    const QString after = field.modifiers.value(u"after"_s);
    const qsizetype from = after.isEmpty() ? 0 : placeOf(after) + 1;
    QJsonArray data;
    std::optional<GraphError> error;
    for (qsizetype i = from; i < qMin(all.size(), from + limit); ++i)
        data.append(shown(all.at(i), field.inner, error));
    if (error)
        return {{u"__error"_s, error->message.sliced(7)}};
    QJsonObject page {{u"data"_s, data}};
    if (data.isEmpty())
        return page; // a leaf answers without `paging`
    QJsonObject paging {{u"cursors"_s, QJsonObject {{u"before"_s, cursor(from)}, {u"after"_s, cursor(from + data.size() - 1)}}}};
    if (from + data.size() < all.size())
        paging.insert(u"next"_s, QString()); // the caller knows the address
    page.insert(u"paging"_s, paging);
    return page;
}

QJsonObject Graph::innerEdge(const QString &id, const QList<Node> &all, const Field &field) const
{
    QJsonObject page = edgePage(all, field);
    QJsonObject paging = page.value(u"paging"_s).toObject();
    if (!paging.contains(u"next"_s))
        return page;
    QUrlQuery query;
    if (!field.innerText.isEmpty())
        query.addQueryItem(u"fields"_s, field.innerText);
    query.addQueryItem(u"limit"_s, field.modifiers.value(u"limit"_s, u"25"_s));
    query.addQueryItem(u"after"_s, paging.value(u"cursors"_s).toObject().value(u"after"_s).toString());
    paging.insert(u"next"_s, u"%1/v25.0/%2/%3?%4"_s.arg(m_world.config.baseUrl, id, field.name, query.toString(QUrl::FullyEncoded)));
    page.insert(u"paging"_s, paging);
    return page;
}

// `next` repeats the query of the call, the token too if it was a parameter
void Graph::edge(const Call &call, const QList<Node> &all) const
{
    const auto fields = parseFields(call.request.param(u"fields"_s));
    if (!fields)
        return fail(call, {.code = 2500, .message = u"Syntax error \"Expected name\" in fields"_s});
    Field field {.inner = *fields};
    for (const QString &name : {u"limit"_s, u"after"_s}) {
        if (call.request.has(name))
            field.modifiers.insert(name, call.request.param(name));
    }
    QJsonObject page = edgePage(all, field);
    if (page.contains(u"__error"_s))
        return fail(call, badParameter(page.value(u"__error"_s).toString()));
    QJsonObject paging = page.value(u"paging"_s).toObject();
    const QString path = m_world.config.baseUrl + call.request.path + u'?';
    QUrlQuery query = call.request.query;
    query.removeAllQueryItems(u"after"_s);
    query.removeAllQueryItems(u"before"_s);
    query.removeAllQueryItems(u"appsecret_proof"_s);
    if (paging.contains(u"next"_s)) {
        query.addQueryItem(u"after"_s, paging.value(u"cursors"_s).toObject().value(u"after"_s).toString());
        paging.insert(u"next"_s, path + query.toString(QUrl::FullyEncoded));
    }
    if (!paging.isEmpty())
        page.insert(u"paging"_s, paging);
    ok(call, page);
}

} // namespace standin
