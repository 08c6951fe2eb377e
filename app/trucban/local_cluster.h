// SPDX-License-Identifier: GPL-3.0-or-later
// LocalCluster: a private PostgreSQL in the user's data folder on a Unix socket, and the gateway as a child; for a post with one desk.
#pragma once

#include "base/result.h"

#include <QDir>
#include <QObject>
#include <QProcess>

#include <functional>

namespace trucban {

class LocalCluster : public QObject
{
    Q_OBJECT
public:
    /// `folder` empty: the user's data folder.
    explicit LocalCluster(const QString &folder = {}, QObject *parent = nullptr);
    ~LocalCluster() override;

    void start();
    QString socketFolder() const { return m_sockets; }

Q_SIGNALS:
    void doing(const QString &sentence);
    /// The first start makes an administrator and says who; later ones give empty words.
    void ready(const QString &login, const QString &password);
    void failed(const trucban::Failure &failure);

private:
    using Then = std::function<void()>;
    void run(const QString &program, const QStringList &arguments, Then then);
    void makeCluster();
    void startServer();
    void awaitServer(int patience);
    void makeSchema();
    void loadSample(QStringList lists);
    void startGateway();
    void giveUp(const QString &code, const QString &detail);
    QString tool(const QString &name) const;
    QString password(const QString &name) const;

    QDir m_folder;
    QString m_sockets;
    QProcess m_server;
    QProcess m_gateway;
    bool m_fresh = false;
};

} // namespace trucban
