// SPDX-License-Identifier: GPL-3.0-or-later
// One file from Meta's CDN into a spool: only allowed hosts, counted as it streams, redirects looked at one by one.
#pragma once

#include "gateway/media/fetch_rules.h"
#include "media/media_spool.h"

#include <atomic>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace trucban::gateway {

struct Downloaded {
    std::shared_ptr<media::MediaSpool> spool;
    QString name; // as the other side says, made harmless; for a person to read, never a path
};

/// Codes: not_allowed (no address of Meta's), link_dead (a 4xx: asking again is of no use), unreachable (asking again may help),
/// refused_too_large, disk_full.
class Download
{
public:
    Download(QNetworkAccessManager &network, const FetchRules &rules, const media::MediaLimits &limits, const std::atomic<bool> &stopping)
        : m_network(network), m_rules(rules), m_limits(limits), m_stopping(stopping) {}
    Result<Downloaded> run(const QUrl &url);

private:
    Result<Downloaded> fetch(const QUrl &url, int redirectsLeft);
    Result<> stream(QNetworkReply &reply, media::MediaSpool &spool);
    Result<> judge(const QNetworkReply &reply, const media::MediaSpool &spool) const;

    QNetworkAccessManager &m_network;
    const FetchRules &m_rules;
    media::MediaLimits m_limits;
    const std::atomic<bool> &m_stopping;
};

/// "anh.jpg" of a Content-Disposition header, else the last part of the path; no separators, control or direction characters.
QString harmlessName(const QByteArray &contentDisposition, const QUrl &url);

} // namespace trucban::gateway
