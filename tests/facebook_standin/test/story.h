// SPDX-License-Identifier: GPL-3.0-or-later
// What each story about the stand-in starts with: the program itself, a listener where a gateway would be, an empty world.
#pragma once

#include "../client/standin.h"
#include "listener.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

namespace standin_test {

inline const QByteArray Secret = "truc-ban-test-secret";
inline constexpr qint64 Hour = 3600;
inline constexpr qint64 Day = 24 * Hour;

class Story : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(standin.start({u"--callback"_s, listener.url(), u"--subscribed"_s}));
        QCOMPARE(standin.send("GET", standin.url() + u"/healthz"_s).status, 200);
    }

    void init()
    {
        standin.post(standin.url() + u"/control/reset"_s, QJsonObject());
        standin.control(u"webhooks"_s, {{u"subscribed"_s, true}});
        listener.status = 200;
        listener.verifies = true;
        standin.look(u"idle"_s);
        listener.deliveries.clear();
    }

protected:
    qint64 now() { return standin.look(u"clock"_s).value(u"now"_s).toInteger(); }
    void advance(qint64 seconds) { standin.control(u"clock"_s, {{u"advance_seconds"_s, seconds}}); }
    void fault(const QJsonObject &faults) { standin.control(u"faults"_s, faults); }
    QList<QJsonObject> told(const QString &key = {})
    {
        standin.look(u"idle"_s);
        return listener.events(key);
    }
    QString post(const QString &message)
    {
        return standin.post(standin.page + u"/feed"_s, {}, {{u"message"_s, message}}).json().value(u"id"_s).toString();
    }
    static QByteArray signed256(const QByteArray &body)
    {
        return "sha256=" + QMessageAuthenticationCode::hash(body, Secret, QCryptographicHash::Sha256).toHex();
    }
    static QByteArray png()
    {
        return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }
    QString onDisk(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    Listener listener;
    Standin standin {QStringLiteral(TRUCBAN_BINARY_DIR "/bin/facebook-standin")};

private:
    QTemporaryDir m_folder;
};

} // namespace standin_test
