// SPDX-License-Identifier: GPL-3.0-or-later
// What the stand-in was started with: the page, the app, their secrets, and where webhooks go.
#pragma once

#include <QString>

namespace standin {

struct Config {
    QString pageId;
    QString pageName;
    QString profileId; // permalinks carry this one, which is not the page id
    QString appId;
    QByteArray appSecret;
    QString verifyToken;
    QString pageToken;
    QString callback;
    QString baseUrl; // no trailing slash
    QString dataFolder;
    bool requireProof = false;
    int autoReadMs = 0; // 0: citizens read only when told to
};

} // namespace standin
