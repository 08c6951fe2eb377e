// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries to the callback as Meta makes them: escaped, signed over the raw bytes, 200 within five seconds or again at once a few
// times; Page fields again for 36 hours; the page unsubscribed after an hour of nothing but failure.
#pragma once

#include "faults.h"
#include "world.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTimer>

namespace standin {

struct Event {
    QString field;       // messages, message_echoes, feed, mention …
    QJsonObject payload; // a messaging event, or the value of a change
    QString thread;      // events of one thread keep their order
    bool messaging = true;
};

class Webhooks : public QObject
{
    Q_OBJECT
public:
    Webhooks(World &world, Faults &faults, QObject *parent = nullptr);

    static QStringList knownFields();
    static bool isMessaging(const QString &field);

    void happen(const Event &event, int delayMs = 0);
    void verify(std::function<void(bool, const QString &)> then); // the hub.challenge exchange
    void sendRaw(const QByteArray &body, const QString &signature, std::function<void(QJsonObject)> then);

    QStringList subscribed;
    QString callback;
    QString verifyToken;
    void setPaused(bool paused);
    void whenIdle(int timeoutMs, std::function<void(bool)> then);
    void reset();
    QJsonObject state(bool withLog) const;

Q_SIGNALS:
    void delivered(const QStringList &mids);
    void givenUp(const QStringList &mids);

private:
    struct Delivery {
        QList<Event> events;
        int attempts = 0;
        qint64 notBefore = 0; // on this Facebook's clock
        qint64 firstTried = 0;
    };
    using DeliveryPtr = std::shared_ptr<Delivery>;

    void enqueue(const Event &event);
    void releaseHeld();
    void pump();
    DeliveryPtr takeNext();
    void attempt(const DeliveryPtr &delivery);
    void finished(const DeliveryPtr &delivery, int status, qint64 tookMs);
    void failed(const DeliveryPtr &delivery);
    void retryLate();
    bool idle() const;
    QByteArray body(const Delivery &delivery) const;
    QNetworkRequest signedRequest(const QByteArray &body, const QString &signature) const;
    QString signatureMode();
    void log(const Delivery &delivery, int status, qint64 tookMs, const char *outcome);

    World &m_world;
    Faults &m_faults;
    QNetworkAccessManager m_network;
    QList<DeliveryPtr> m_queue;
    QList<DeliveryPtr> m_later; // Page fields that failed and come again with falling frequency
    QList<Event> m_held;        // out_of_order
    QSet<QString> m_busyThreads;
    QTimer m_holdTimer;
    QTimer m_lateTimer;
    QList<QPair<std::function<void(bool)>, std::shared_ptr<QTimer>>> m_waiting;
    int m_inFlight = 0;
    int m_delayed = 0;
    bool m_paused = false;
    qint64 m_failingSince = 0;
    bool m_alerted = false;
    QJsonArray m_log;
    QStringList m_notices;
    int m_delivered = 0, m_failed = 0, m_lost = 0, m_unsubscribed = 0;
};

} // namespace standin
