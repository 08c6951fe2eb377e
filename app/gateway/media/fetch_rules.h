// SPDX-License-Identifier: GPL-3.0-or-later
// Where media may be fetched from: Meta's CDN and nothing else, so that no citizen turns the gateway into their browser.
#pragma once

#include <QStringList>
#include <QUrl>

namespace trucban::gateway {

struct FetchRules {
    QStringList hostEndings; // "fbcdn.net" allows a.b.fbcdn.net and fbcdn.net, by https
    QList<QUrl> origins;     // these very hosts and ports too, by their own scheme (a stand-in)

    /// `hosts` comma-separated, empty: Meta's. A Graph server that is not Meta's may also serve media.
    static FetchRules from(const QString &hosts, const QUrl &graphUrl);
    bool allows(const QUrl &url) const;
};

} // namespace trucban::gateway
