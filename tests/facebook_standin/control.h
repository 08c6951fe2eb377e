// SPDX-License-Identifier: GPL-3.0-or-later
// The hand behind the curtain: makes citizens act, sets faults, moves the clock, tells what the page did. Written down in README.md.
#pragma once

#include "happenings.h"

#include <QElapsedTimer>

namespace standin {

class Control : public QObject
{
    Q_OBJECT
public:
    Control(World &world, MediaStore &media, Webhooks &webhooks, Happenings &happenings, Faults &faults, QObject *parent = nullptr);
    void handle(const Request &request, Answer answer);

private:
    using Body = QJsonObject;
    struct Refusal {
        QString why;
    };
    QJsonObject route(const Request &request, const Body &body); // throws Refusal
    bool answersLater(const Request &request, const Body &body, const Answer &answer);

    QJsonObject citizens(const Request &request, const Body &body);
    QJsonObject citizenActs(Citizen &citizen, const QString &act, const Request &request, const Body &body);
    QJsonObject writes(Citizen &citizen, const Request &request, const Body &body);
    QJsonObject pageActs(const QString &what, const Request &request, const Body &body);
    QJsonObject postActs(const QString &post, const QString &act, const Request &request, const Body &body);
    QJsonObject commentActs(const QString &comment, const QString &act, const Body &body);
    QJsonObject visitorPost(const Request &request, const Body &body);
    QJsonObject mention(const Body &body);
    QJsonObject clock(const Request &request, const Body &body);
    QJsonObject webhooks(const Request &request, const Body &body);
    QJsonObject faults(const Request &request, const Body &body);
    void raw(const Request &request, const Answer &answer);
    void longPoll(const Request &request, const Answer &answer);

    Citizen &known(const QString &who);
    QList<Attachment> attachments(const Request &request, const Body &body);
    QString file(const QJsonObject &described, const Request &request, const QString &kind = {});

    QJsonObject state() const;
    QJsonObject wall() const;
    QJsonObject shown(const Citizen &citizen, bool withMessages) const;
    QJsonObject shown(const Message &message) const;
    QJsonObject shown(const Attachment &attachment) const;
    QJsonObject shown(const Post &post) const;
    QJsonObject shown(const Comment &comment) const;
    QJsonObject shown(const Media &media) const;

    QJsonObject startBurst(const Body &body);
    QJsonObject burst() const;
    void burstStep();

    World &m_world;
    MediaStore &m_media;
    Webhooks &m_webhooks;
    Happenings &m_happenings;
    Faults &m_faults;

    struct Burst {
        int count = 0;
        double perSecond = 0;
        QStringList psids;
        QString text;
        int sent = 0;
        int failed = 0;
        QElapsedTimer clock;
        QHash<QString, qint64> started; // mid -> when
        QList<qint64> took;
    } m_burst;
    QTimer m_burstTimer;
};

} // namespace standin
