// SPDX-License-Identifier: GPL-3.0-or-later
#include "control.h"

#include "json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr int LongPollMs = 25'000;
static constexpr qint64 Thumb = 369239263222822;

Control::Control(World &world, MediaStore &media, Webhooks &webhooks, Happenings &happenings, Faults &faults, QObject *parent)
    : QObject(parent), m_world(world), m_media(media), m_webhooks(webhooks), m_happenings(happenings), m_faults(faults)
{
    m_burstTimer.setTimerType(Qt::PreciseTimer);
    m_burstTimer.setInterval(5);
    connect(&m_burstTimer, &QTimer::timeout, this, &Control::burstStep);
    connect(&webhooks, &Webhooks::delivered, this, [this](const QStringList &mids) {
        for (const QString &mid : mids) {
            if (m_burst.started.contains(mid))
                m_burst.took.append(m_burst.clock.elapsed() - m_burst.started.take(mid));
        }
    });
    connect(&webhooks, &Webhooks::givenUp, this, [this](const QStringList &mids) {
        for (const QString &mid : mids)
            m_burst.failed += m_burst.started.remove(mid);
    });
}

static void answerJson(const Answer &answer, const QJsonObject &body, int status = 200)
{
    answer({.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)});
}

void Control::handle(const Request &request, Answer answer)
{
    QJsonObject body = request.json;
    if (request.form.contains(u"json"_s))
        body = QJsonDocument::fromJson(request.form.value(u"json"_s).toUtf8()).object();
    if (answersLater(request, body, answer))
        return;
    try {
        answerJson(answer, route(request, body));
    } catch (const Refusal &refusal) {
        answerJson(answer, {{u"error"_s, refusal.why}}, 400);
    }
}

bool Control::answersLater(const Request &request, const Body &body, const Answer &answer)
{
    const QString what = request.steps.value(1);
    if (what == u"raw")
        raw(request, answer);
    else if (what == u"changes" && request.method == "GET")
        longPoll(request, answer);
    else if (what == u"idle")
        m_webhooks.whenIdle(request.param(u"timeout_ms"_s, u"10000"_s).toInt(),
                            [this, answer](bool idle) { answerJson(answer, m_webhooks.state(false), idle ? 200 : 408); });
    else if (what == u"callback" && body.value(u"verify"_s).toBool()) {
        m_webhooks.callback = body.value(u"url"_s).toString();
        m_webhooks.verify([answer](bool good, const QString &why) { answerJson(answer, {{u"verified"_s, good}, {u"why"_s, why}}); });
    } else
        return false;
    return true;
}

QJsonObject Control::route(const Request &request, const Body &body)
{
    const QStringList &steps = request.steps;
    const QString what = steps.value(1), id = steps.value(2), act = steps.value(3);
    const bool reads = request.method == "GET";
    if (what == u"citizens")
        return id.isEmpty() ? citizens(request, body) : citizenActs(known(id), act, request, body);
    if (what == u"page" && id.isEmpty())
        return {{u"id"_s, m_world.config.pageId}, {u"name"_s, m_world.config.pageName}};
    if (what == u"page")
        return pageActs(id, request, body);
    if (what == u"posts" && id.isEmpty())
        return wall();
    if (what == u"posts")
        return postActs(id, act, request, body);
    if (what == u"comments")
        return commentActs(id, act, body);
    if (what == u"visitor_posts")
        return visitorPost(request, body);
    if (what == u"mentions")
        return mention(body);
    if (what == u"changes") {
        m_happenings.change(body.value(u"field"_s).toString(), body.value(u"value"_s).toObject());
        return {};
    }
    if (what == u"callback") {
        m_webhooks.callback = body.value(u"url"_s).toString();
        return {{u"url"_s, m_webhooks.callback}};
    }
    if (what == u"auto_read") {
        m_world.autoReadMs = body.value(u"ms"_s).toInt();
        return {{u"ms"_s, m_world.autoReadMs}};
    }
    if (what == u"faults")
        return faults(request, body);
    if (what == u"clock")
        return clock(request, body);
    if (what == u"webhooks")
        return webhooks(request, body);
    if (what == u"burst")
        return reads ? burst() : startBurst(body);
    if (what == u"state")
        return state();
    if (what == u"reset") {
        m_world.reset();
        m_faults.clear();
        m_webhooks.reset();
        m_burst = {};
        return {};
    }
    throw Refusal {u"no such control: %1"_s.arg(request.path)};
}

Citizen &Control::known(const QString &who)
{
    if (Citizen *found = m_world.citizen(who))
        return *found;
    throw Refusal {u"no such citizen: %1"_s.arg(who)};
}

// ---- files -------------------------------------------------------------------------------------------------------------------

QString Control::file(const QJsonObject &described, const Request &request, const QString &kind)
{
    const QString name = described.value(u"name"_s).toString(), mime = described.value(u"mime"_s).toString();
    const QString wanted = described.value(u"kind"_s).toString(kind);
    if (described.contains(u"media"_s))
        return described.value(u"media"_s).toString();
    if (described.contains(u"path"_s)) {
        const QString path = described.value(u"path"_s).toString();
        const QString media = m_media.keepFile(path, name, mime, wanted);
        if (media.isEmpty())
            throw Refusal {u"cannot read %1"_s.arg(path)};
        return media;
    }
    const int index = described.value(u"file"_s).toInt(-1);
    if (index < 0 || index >= request.files.size())
        throw Refusal {u"an attachment needs a path, a media id or a file"_s};
    const Part &part = request.files.at(index);
    return m_media.keep(part.bytes, name.isEmpty() ? part.fileName : name, mime.isEmpty() ? part.mime : mime, wanted);
}

QList<Attachment> Control::attachments(const Request &request, const Body &body)
{
    QJsonArray described = body.value(u"attachments"_s).toArray();
    for (int i = 0; described.isEmpty() && i < request.files.size(); ++i)
        described.append(QJsonObject {{u"file"_s, i}});
    while (!body.contains(u"attachments"_s) && described.size() < request.files.size())
        described.append(QJsonObject {{u"file"_s, described.size()}});
    QList<Attachment> attachments;
    for (const QJsonValue &value : std::as_const(described)) {
        const QJsonObject one = value.toObject();
        const QString kind = one.value(u"kind"_s).toString();
        if (kind == u"sticker")
            attachments.append({.kind = kind, .stickerId = one.value(u"sticker_id"_s).toInteger(Thumb)});
        else if (kind == u"location")
            attachments.append({.kind = kind, .latitude = one.value(u"lat"_s), .longitude = one.value(u"long"_s)});
        else if (kind == u"link")
            attachments.append({.kind = kind, .url = one.value(u"url"_s).toString(), .title = one.value(u"title"_s).toString()});
        else {
            const QString media = file(one, request);
            attachments.append({.kind = m_world.media.value(media).kind, .media = media});
        }
    }
    return attachments;
}

// ---- citizens ----------------------------------------------------------------------------------------------------------------

static qint64 timeIn(const QJsonObject &body)
{
    return body.value(u"at"_s).toInteger();
}

QJsonObject Control::citizens(const Request &request, const Body &body)
{
    if (request.method != "POST") {
        QJsonArray all;
        for (const Citizen &citizen : std::as_const(m_world.citizens))
            all.append(shown(citizen, false));
        return {{u"citizens"_s, all}};
    }
    const QString name = body.value(u"name"_s).toString();
    if (name.isEmpty())
        throw Refusal {u"a citizen needs a name"_s};
    return shown(m_happenings.citizenFor(name, body.value(u"key"_s).toString(), body.value(u"psid"_s).toString(),
                                         body.value(u"comment_as"_s).toString()),
                 false);
}

QJsonObject Control::writes(Citizen &citizen, const Request &request, const Body &body)
{
    Incoming said {.text = body.value(u"text"_s).toString(),
                   .attachments = attachments(request, body),
                   .replyTo = body.value(u"reply_to"_s).toString(),
                   .quickReply = body.value(u"quick_reply"_s).toString(),
                   .referral = body.value(u"referral"_s).toObject(),
                   .editFirst = body.value(u"edit_first"_s).toString(),
                   .at = timeIn(body),
                   .silent = body.value(u"silent"_s).toBool()};
    if (said.text.isEmpty() && said.attachments.isEmpty())
        throw Refusal {u"a message needs text or attachments"_s};
    const Message message = m_happenings.citizenWrites(citizen, said);
    QJsonArray sent;
    for (const Attachment &one : message.attachments)
        sent.append(shown(one));
    return {{u"mid"_s, message.mid}, {u"timestamp"_s, message.at}, {u"attachments"_s, sent}};
}

QJsonObject Control::citizenActs(Citizen &citizen, const QString &act, const Request &request, const Body &body)
{
    const auto text = [&body](const QString &name, const QString &otherwise = {}) { return body.value(name).toString(otherwise); };
    if (act.isEmpty())
        return shown(citizen, true);
    if (act == u"messages")
        return writes(citizen, request, body);
    if (act == u"postback")
        return {{u"mid"_s,
                 m_happenings.postback(citizen, text(u"title"_s), text(u"payload"_s), body.value(u"referral"_s).toObject(), timeIn(body))}};
    if (act == u"get_started")
        return {{u"mid"_s,
                 m_happenings.postback(citizen, text(u"title"_s, u"Bắt đầu"_s), text(u"payload"_s, u"GET_STARTED"_s), {}, timeIn(body))}};
    if (act == u"referral") {
        m_happenings.referral(citizen,
                              {{u"ref"_s, text(u"ref"_s)}, {u"source"_s, text(u"source"_s, u"SHORTLINK"_s)}, {u"type"_s, u"OPEN_THREAD"_s}},
                              body.value(u"seconds"_s).toBool(), timeIn(body));
        return {};
    }
    if (act == u"reaction") {
        m_happenings.reaction(citizen, text(u"mid"_s), text(u"reaction"_s, u"like"_s), text(u"emoji"_s),
                              text(u"action"_s, u"react"_s) == u"react");
        return {};
    }
    if (act == u"edit")
        return {{u"num_edit"_s, m_happenings.edit(citizen, text(u"mid"_s), text(u"text"_s))}};
    if (act == u"unsend") {
        m_happenings.unsend(citizen, text(u"mid"_s));
        return {};
    }
    if (act == u"read") {
        m_happenings.reads(citizen);
        return {};
    }
    if (act == u"block" || act == u"unblock") {
        citizen.blocked = act == u"block";
        return shown(citizen, false);
    }
    if (act == u"event") {
        m_happenings.event(citizen, text(u"field"_s, u"messages"_s), body.value(u"event"_s).toObject(), timeIn(body));
        return {};
    }
    throw Refusal {u"a citizen cannot %1"_s.arg(act)};
}

// ---- the page and its wall ---------------------------------------------------------------------------------------------------

QJsonObject Control::pageActs(const QString &what, const Request &request, const Body &body)
{
    if (what == u"messages") {
        Outgoing said {.text = body.value(u"text"_s).toString(),
                       .attachments = attachments(request, body),
                       .appId = body.value(u"app_id"_s),
                       .by = u"suite"_s};
        return {{u"mid"_s, m_happenings.pageSends(known(body.value(u"to"_s).toString()), said).mid}};
    }
    if (what == u"posts")
        return {{u"id"_s, m_happenings
                              .publish({.by = u"suite"_s,
                                        .author = m_world.config.pageId,
                                        .message = body.value(u"message"_s).toString(),
                                        .at = timeIn(body)})
                              .id}};
    throw Refusal {u"the page cannot %1"_s.arg(what)};
}

QJsonObject Control::postActs(const QString &id, const QString &act, const Request &request, const Body &body)
{
    auto found = m_world.posts.find(id);
    Post *post = found == m_world.posts.end() ? nullptr : &found.value();
    if (id == u"latest") {
        post = m_world.latestPost();
        if (!post)
            post = &m_happenings.publish({.by = u"suite"_s,
                                          .author = m_world.config.pageId,
                                          .message = u"Trang chính thức của Công an thành phố. Mời người dân góp ý, phản ánh."_s});
    }
    if (!post)
        throw Refusal {u"no such post: %1"_s.arg(id)};
    if (act == u"comments") {
        const QString author = known(body.value(u"citizen"_s).toString()).commentId;
        const QJsonObject photo = body.value(u"photo"_s).toObject();
        const QString media = !photo.isEmpty() || !request.files.isEmpty()
                                  ? file(photo.isEmpty() ? QJsonObject {{u"file"_s, 0}} : photo, request, u"image"_s)
                                  : QString();
        QString parent = body.value(u"parent"_s).toString();
        if (parent == post->id)
            parent.clear();
        const Comment &made = m_happenings.comment(*post, author, body.value(u"message"_s).toString(), media, parent, timeIn(body),
                                                   body.value(u"silent"_s).toBool());
        return {{u"id"_s, made.id}, {u"post_id"_s, made.post}, {u"parent_id"_s, made.parent.isEmpty() ? made.post : made.parent}};
    }
    if (act == u"edit")
        m_happenings.editPost(*post, body.value(u"message"_s).toString());
    else if (act == u"remove")
        m_happenings.removePost(*post);
    else if (!act.isEmpty())
        throw Refusal {u"a post cannot be %1"_s.arg(act)};
    return shown(*post);
}

QJsonObject Control::commentActs(const QString &id, const QString &act, const Body &body)
{
    const auto comment = m_world.comments.find(id);
    if (comment == m_world.comments.end())
        throw Refusal {u"no such comment: %1"_s.arg(id)};
    if (act == u"edit")
        m_happenings.editComment(*comment, body.value(u"message"_s).toString());
    else if (act == u"remove")
        m_happenings.removeComment(*comment);
    else if (act == u"reaction")
        m_happenings.commentReaction(*comment, known(body.value(u"citizen"_s).toString()).commentId,
                                     body.value(u"reaction"_s).toString(u"like"_s));
    else if (!act.isEmpty())
        throw Refusal {u"a comment cannot be %1"_s.arg(act)};
    return shown(*comment);
}

QJsonObject Control::visitorPost(const Request &request, const Body &body)
{
    PostDraft draft {.by = u"visitor"_s,
                     .author = known(body.value(u"citizen"_s).toString()).commentId,
                     .item = u"post"_s,
                     .message = body.value(u"message"_s).toString(),
                     .at = timeIn(body),
                     .silent = body.value(u"silent"_s).toBool()};
    QJsonArray photos = body.value(u"photos"_s).toArray();
    for (int i = 0; photos.size() < request.files.size(); ++i)
        photos.append(QJsonObject {{u"file"_s, i}});
    for (const QJsonValue &photo : std::as_const(photos)) {
        const QString media = file(photo.toObject(), request, u"image"_s), id = m_world.newNumber();
        m_world.photos.insert(id, {.id = id, .media = media, .at = m_world.now()});
        draft.photos.append(id);
    }
    return {{u"id"_s, m_happenings.publish(draft).id}};
}

QJsonObject Control::mention(const Body &body)
{
    m_happenings.mention(known(body.value(u"citizen"_s).toString()).commentId, body.value(u"message"_s).toString(),
                         body.value(u"item"_s).toString() == u"comment", body.value(u"silent"_s).toBool());
    return {};
}

// ---- the machinery -----------------------------------------------------------------------------------------------------------

QJsonObject Control::faults(const Request &request, const Body &body)
{
    if (request.method == "DELETE")
        m_faults.clear();
    else if (request.method == "POST")
        m_faults.set(body);
    return m_faults.all();
}

QJsonObject Control::clock(const Request &request, const Body &body)
{
    if (request.method == "POST") {
        if (body.contains(u"offset_seconds"_s))
            m_world.clockOffsetMs = body.value(u"offset_seconds"_s).toInteger() * 1000;
        m_world.clockOffsetMs += body.value(u"advance_seconds"_s).toInteger() * 1000;
        Q_EMIT m_world.clockMoved();
    }
    return {{u"now"_s, m_world.now()}, {u"offset_seconds"_s, m_world.clockOffsetMs / 1000}};
}

QJsonObject Control::webhooks(const Request &request, const Body &body)
{
    if (request.method == "POST") {
        if (body.contains(u"subscribed"_s))
            m_webhooks.subscribed = body.value(u"subscribed"_s).toBool() ? Webhooks::knownFields() : QStringList();
        if (body.contains(u"paused"_s))
            m_webhooks.setPaused(body.value(u"paused"_s).toBool());
    }
    return m_webhooks.state(true);
}

void Control::raw(const Request &request, const Answer &answer)
{
    const QByteArray body = request.flag(u"as_is"_s, false) ? request.body : escapedAsMeta(request.body);
    m_webhooks.sendRaw(body, request.query.queryItemValue(u"signature"_s),
                       [answer](const QJsonObject &outcome) { answerJson(answer, outcome); });
}

void Control::longPoll(const Request &request, const Answer &answer)
{
    const qint64 seen = request.param(u"after"_s).toLongLong();
    if (m_world.revision() > seen)
        return answerJson(answer, {{u"revision"_s, m_world.revision()}});
    auto *waiting = new QTimer(this);
    waiting->setSingleShot(true);
    const auto done = [this, waiting, answer] {
        if (waiting->property("done").toBool())
            return;
        waiting->setProperty("done", true);
        waiting->deleteLater();
        answerJson(answer, {{u"revision"_s, m_world.revision()}});
    };
    connect(waiting, &QTimer::timeout, waiting, done);
    connect(&m_world, &World::changed, waiting, done);
    waiting->start(LongPollMs);
}

// ---- load --------------------------------------------------------------------------------------------------------------------

QJsonObject Control::startBurst(const Body &body)
{
    m_burst = {.count = body.value(u"count"_s).toInt(100),
               .perSecond = body.value(u"per_second"_s).toDouble(100),
               .text = body.value(u"text"_s).toString(u"Tin thử tải số %1: có việc cần công an đến ngay."_s)};
    const int people = qMax(1, body.value(u"citizens"_s).toInt(20));
    for (int i = 0; i < people; ++i)
        m_burst.psids.append(m_happenings.citizenFor(u"Người dân %1"_s.arg(i + 1), u"burst-%1"_s.arg(i), {}, {}).psid);
    m_burst.clock.start();
    m_burstTimer.start();
    return burst();
}

void Control::burstStep()
{
    const int due = qMin(m_burst.count, int(m_burst.clock.elapsed() * m_burst.perSecond / 1000) + 1);
    while (m_burst.sent < due) {
        Citizen *citizen = m_world.citizen(m_burst.psids.at(m_burst.sent % m_burst.psids.size()));
        if (!citizen)
            return m_burstTimer.stop();
        const qint64 now = m_burst.clock.elapsed();
        ++m_burst.sent;
        const QString text = m_burst.text.contains(u"%1"_s) ? m_burst.text.arg(m_burst.sent) : m_burst.text;
        m_burst.started.insert(m_happenings.citizenWrites(*citizen, {.text = text}).mid, now);
    }
    if (m_burst.sent >= m_burst.count)
        m_burstTimer.stop();
}

QJsonObject Control::burst() const
{
    QList<qint64> took = m_burst.took;
    std::ranges::sort(took);
    const auto at = [&took](double share) {
        return took.isEmpty() ? 0 : took.at(qMin<qsizetype>(took.size() - 1, qsizetype(double(took.size()) * share)));
    };
    return {{u"running"_s, m_burstTimer.isActive() || !m_burst.started.isEmpty()},
            {u"sent"_s, m_burst.sent},
            {u"delivered"_s, took.size()},
            {u"failed"_s, m_burst.failed},
            {u"ms"_s, QJsonObject {{u"p50"_s, at(0.5)}, {u"p99"_s, at(0.99)}, {u"max"_s, at(1)}}}};
}

} // namespace standin
