// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhooks.h"

#include "json_text.h"

#include <QJsonArray>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr int AnswerLimitMs = 5000;
static constexpr int RetriesAtOnce = 3;
static constexpr int Connections = 6;
static constexpr int LogLength = 300;
static constexpr qint64 MinuteMs = 60'000;
static constexpr qint64 AlertAfterMs = 15 * MinuteMs;
static constexpr qint64 DisableAfterMs = 60 * MinuteMs;
static constexpr qint64 GiveUpPageFieldsAfterMs = 36 * 60 * MinuteMs;

Webhooks::Webhooks(World &world, Faults &faults, QObject *parent)
    : QObject(parent), callback(world.config.callback), verifyToken(world.config.verifyToken), m_world(world), m_faults(faults)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_holdTimer.setSingleShot(true);
    m_holdTimer.setInterval(300);
    connect(&m_holdTimer, &QTimer::timeout, this, &Webhooks::releaseHeld);
    m_lateTimer.setInterval(1000);
    connect(&m_lateTimer, &QTimer::timeout, this, &Webhooks::retryLate);
    m_lateTimer.start();
    connect(&world, &World::clockMoved, this, &Webhooks::retryLate);
}

QStringList Webhooks::knownFields()
{
    return {u"feed"_s,
            u"mention"_s,
            u"ratings"_s,
            u"messages"_s,
            u"message_echoes"_s,
            u"message_deliveries"_s,
            u"message_reads"_s,
            u"message_edits"_s,
            u"message_reactions"_s,
            u"messaging_postbacks"_s,
            u"messaging_referrals"_s,
            u"messaging_optins"_s,
            u"messaging_handovers"_s,
            u"standby"_s,
            u"messaging_policy_enforcement"_s,
            u"messaging_account_linking"_s,
            u"messaging_feedback"_s,
            u"response_feedback"_s,
            u"send_cart"_s,
            u"messenger_template_status_update"_s};
}

bool Webhooks::isMessaging(const QString &field)
{
    return field.startsWith(u"message") || field == u"standby";
}

// ---- what is to be told ------------------------------------------------------------------------------------------------------

void Webhooks::happen(const Event &event, int delayMs)
{
    if (delayMs <= 0)
        return enqueue(event);
    ++m_delayed;
    QTimer::singleShot(delayMs, this, [this, event] {
        --m_delayed;
        enqueue(event);
    });
}

void Webhooks::enqueue(const Event &event)
{
    if (!subscribed.contains(event.field) || callback.isEmpty()) {
        ++m_unsubscribed;
        return;
    }
    if (m_faults.on(u"lose_webhooks"_s)) {
        m_faults.use(u"lose_webhooks"_s);
        ++m_lost;
        return;
    }
    if (m_faults.on(u"out_of_order"_s)) {
        m_held.append(event);
        if (m_held.size() >= 4)
            releaseHeld();
        else
            m_holdTimer.start();
        return;
    }
    for (int copies = m_faults.on(u"double_webhooks"_s) ? 2 : 1; copies > 0; --copies)
        m_queue.append(std::make_shared<Delivery>(Delivery {.events = {event}}));
    pump();
}

void Webhooks::releaseHeld()
{
    m_holdTimer.stop();
    while (!m_held.isEmpty()) {
        Event event = m_held.takeLast();
        event.thread = u"reversed"_s;
        for (int copies = m_faults.on(u"double_webhooks"_s) ? 2 : 1; copies > 0; --copies)
            m_queue.append(std::make_shared<Delivery>(Delivery {.events = {event}}));
    }
    pump();
}

void Webhooks::setPaused(bool paused)
{
    m_paused = paused;
    pump();
}

// ---- deliveries --------------------------------------------------------------------------------------------------------------

Webhooks::DeliveryPtr Webhooks::takeNext()
{
    for (qsizetype i = 0; i < m_queue.size(); ++i) {
        if (!m_busyThreads.contains(m_queue.at(i)->events.first().thread))
            return m_queue.takeAt(i);
    }
    return {};
}

void Webhooks::pump()
{
    while (!m_paused && m_inFlight < Connections) {
        const DeliveryPtr next = takeNext();
        if (!next)
            break;
        const int most = m_faults.number(u"batch_webhooks"_s, 1);
        while (next->attempts == 0 && next->events.size() < most && !m_queue.isEmpty())
            next->events.append(m_queue.takeFirst()->events);
        for (const Event &event : std::as_const(next->events))
            m_busyThreads.insert(event.thread);
        ++m_inFlight;
        attempt(next);
    }
    if (!idle())
        return;
    for (const auto &[then, timer] : std::exchange(m_waiting, {})) {
        timer->stop();
        then(true);
    }
}

static QJsonValue asNumber(const QJsonValue &id)
{
    bool ok = false;
    const qint64 number = id.toString().toLongLong(&ok);
    return ok ? QJsonValue(number) : id;
}

static QJsonObject withNumericIds(QJsonObject payload)
{
    for (const QString &who : {u"sender"_s, u"recipient"_s, u"from"_s}) {
        QJsonObject person = payload.value(who).toObject();
        if (person.contains(u"id"_s)) {
            person.insert(u"id"_s, asNumber(person.value(u"id"_s)));
            payload.insert(who, person);
        }
    }
    return payload;
}

QByteArray Webhooks::body(const Delivery &delivery) const
{
    const bool numeric = m_faults.on(u"numeric_ids"_s);
    QJsonArray entries;
    for (const Event &event : delivery.events) {
        const QJsonObject payload = numeric ? withNumericIds(event.payload) : event.payload;
        QJsonObject entry {{u"id"_s, numeric ? asNumber(m_world.config.pageId) : QJsonValue(m_world.config.pageId)}};
        if (event.messaging) {
            entry.insert(u"time"_s, m_world.now());
            entry.insert(event.field == u"standby" ? u"standby"_s : u"messaging"_s, QJsonArray {payload});
        } else {
            entry.insert(u"time"_s, m_world.nowSeconds());
            entry.insert(u"changes"_s, QJsonArray {QJsonObject {{u"field"_s, event.field}, {u"value"_s, payload}}});
        }
        entries.append(entry);
    }
    return metaJson({{u"object"_s, u"page"_s}, {u"entry"_s, entries}});
}

QString Webhooks::signatureMode()
{
    if (m_faults.use(u"wrong_signature"_s))
        return u"wrong"_s;
    if (m_faults.use(u"no_signature"_s))
        return u"none"_s;
    return m_faults.use(u"legacy_signature_only"_s) ? u"legacy"_s : QString();
}

QNetworkRequest Webhooks::signedRequest(const QByteArray &body, const QString &signature) const
{
    QNetworkRequest request {QUrl(callback)};
    request.setTransferTimeout(AnswerLimitMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"facebookexternalua"_s);
    const QByteArray key = signature == u"wrong" ? "not-the-secret"_ba : m_world.config.appSecret;
    if (signature != u"none")
        request.setRawHeader("X-Hub-Signature", "sha1=" + hmacHex(key, body, true));
    if (signature != u"none" && signature != u"legacy")
        request.setRawHeader("X-Hub-Signature-256", "sha256=" + hmacHex(key, body));
    return request;
}

void Webhooks::attempt(const DeliveryPtr &delivery)
{
    ++delivery->attempts;
    if (delivery->firstTried == 0)
        delivery->firstTried = m_world.now();
    const QByteArray bytes = body(*delivery);
    QElapsedTimer took;
    took.start();
    QNetworkReply *reply = m_network.post(signedRequest(bytes, signatureMode()), bytes);
    connect(reply, &QNetworkReply::finished, this, [this, reply, delivery, took] {
        reply->deleteLater();
        finished(delivery, reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), took.elapsed());
    });
}

static QStringList midsOf(const QList<Event> &events)
{
    QStringList mids;
    for (const Event &event : events)
        mids.append(event.payload.value(u"message"_s).toObject().value(u"mid"_s).toString());
    return mids;
}

void Webhooks::finished(const DeliveryPtr &delivery, int status, qint64 tookMs)
{
    if (status == 200) {
        m_failingSince = 0;
        m_alerted = false;
        m_delivered += int(delivery->events.size());
        log(*delivery, status, tookMs, "delivered");
        Q_EMIT delivered(midsOf(delivery->events));
    } else {
        if (m_failingSince == 0)
            m_failingSince = m_world.now();
        if (delivery->attempts <= RetriesAtOnce) {
            log(*delivery, status, tookMs, "again");
            return attempt(delivery);
        }
        failed(delivery);
        log(*delivery, status, tookMs, m_later.contains(delivery) ? "later" : "dropped");
    }
    --m_inFlight;
    for (const Event &event : std::as_const(delivery->events))
        m_busyThreads.remove(event.thread);
    pump();
}

void Webhooks::failed(const DeliveryPtr &delivery)
{
    const qint64 now = m_world.now();
    const bool pageField = !delivery->events.first().messaging;
    if (pageField && now - delivery->firstTried < GiveUpPageFieldsAfterMs) {
        const int round = delivery->attempts - RetriesAtOnce;
        delivery->notBefore = now + MinuteMs * qMin(1 << qMin(round, 8), 240);
        m_later.append(delivery);
    } else {
        m_failed += int(delivery->events.size());
        Q_EMIT givenUp(midsOf(delivery->events));
    }
    if (now - m_failingSince >= AlertAfterMs && !std::exchange(m_alerted, true))
        m_notices.append(u"Webhooks have been failing for 15 minutes."_s);
    if (now - m_failingSince >= DisableAfterMs && !subscribed.isEmpty()) {
        subscribed.clear();
        m_notices.append(u"Webhooks disabled: the app was unsubscribed from the Page after one hour of failure."_s);
    }
}

void Webhooks::retryLate()
{
    const qint64 now = m_world.now();
    const auto due = [now](const DeliveryPtr &delivery) { return delivery->notBefore <= now; };
    for (const DeliveryPtr &delivery : std::as_const(m_later)) {
        if (due(delivery))
            m_queue.append(delivery);
    }
    if (m_later.removeIf(due) > 0)
        pump();
}

// ---- by hand -----------------------------------------------------------------------------------------------------------------

void Webhooks::verify(std::function<void(bool, const QString &)> then)
{
    if (callback.isEmpty())
        return then(false, u"no callback URL is known"_s);
    const QString challenge = QString::number(QRandomGenerator::global()->bounded(100'000'000, 2'000'000'000));
    QUrl url(callback);
    QUrlQuery query(url);
    query.addQueryItem(u"hub.mode"_s, u"subscribe"_s);
    query.addQueryItem(u"hub.challenge"_s, challenge);
    query.addQueryItem(u"hub.verify_token"_s, QString::fromLatin1(QUrl::toPercentEncoding(verifyToken)));
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setTransferTimeout(AnswerLimitMs);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [reply, challenge, then] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool same = reply->readAll() == challenge.toLatin1();
        then(status == 200 && same, u"HTTP status %1%2"_s.arg(status).arg(same ? QString() : u", the challenge did not come back"_s));
    });
}

void Webhooks::sendRaw(const QByteArray &bytes, const QString &signature, std::function<void(QJsonObject)> then)
{
    const QNetworkRequest request = signedRequest(bytes, signature);
    QNetworkReply *reply = m_network.post(request, bytes);
    connect(reply, &QNetworkReply::finished, this, [reply, request, bytes, then] {
        reply->deleteLater();
        then({{u"status"_s, reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()},
              {u"sent_bytes"_s, bytes.size()},
              {u"signature"_s, QString::fromLatin1(request.rawHeader("X-Hub-Signature-256"))},
              {u"answer"_s, QString::fromUtf8(reply->readAll().left(2000))}});
    });
}

bool Webhooks::idle() const
{
    return m_queue.isEmpty() && m_held.isEmpty() && m_inFlight == 0 && m_delayed == 0;
}

void Webhooks::whenIdle(int timeoutMs, std::function<void(bool)> then)
{
    if (idle())
        return then(true);
    const std::shared_ptr<QTimer> timer(new QTimer, [](QTimer *old) { old->deleteLater(); });
    timer->setSingleShot(true);
    connect(timer.get(), &QTimer::timeout, this, [this, timer = timer.get(), then] {
        m_waiting.removeIf([timer](const auto &waiting) { return waiting.second.get() == timer; });
        then(false);
    });
    m_waiting.append({then, timer});
    timer->start(timeoutMs);
}

void Webhooks::reset()
{
    m_queue.clear();
    m_later.clear();
    m_held.clear();
    m_log = {};
    m_notices.clear();
    m_failingSince = 0;
    m_alerted = false;
    m_paused = false;
    m_delivered = m_failed = m_lost = m_unsubscribed = 0;
    pump();
}

void Webhooks::log(const Delivery &delivery, int status, qint64 tookMs, const char *outcome)
{
    m_log.append(QJsonObject {{u"field"_s, delivery.events.first().field},
                              {u"events"_s, delivery.events.size()},
                              {u"status"_s, status},
                              {u"attempt"_s, delivery.attempts},
                              {u"ms"_s, tookMs},
                              {u"outcome"_s, QString::fromLatin1(outcome)},
                              {u"at"_s, m_world.now()}});
    while (m_log.size() > LogLength)
        m_log.removeFirst();
}

QJsonObject Webhooks::state(bool withLog) const
{
    QJsonObject state {{u"callback"_s, callback},
                       {u"paused"_s, m_paused},
                       {u"subscribed_fields"_s, QJsonArray::fromStringList(subscribed)},
                       {u"queued"_s, m_queue.size() + m_held.size() + m_inFlight + m_delayed},
                       {u"later"_s, m_later.size()},
                       {u"delivered"_s, m_delivered},
                       {u"failed"_s, m_failed},
                       {u"lost"_s, m_lost},
                       {u"dropped_unsubscribed"_s, m_unsubscribed},
                       {u"disabled"_s, subscribed.isEmpty() && !m_notices.isEmpty()},
                       {u"notices"_s, QJsonArray::fromStringList(m_notices)}};
    if (withLog)
        state.insert(u"log"_s, m_log);
    return state;
}

} // namespace standin
