// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/media/fetch_rules.h"

#include "base/result.h"

namespace trucban::gateway {

namespace {
const QStringList metas{u"fbcdn.net"_s, u"fbsbx.com"_s, u"cdninstagram.com"_s, u"xx.facebook.com"_s};

bool isMetas(const QString &host)
{
    return host == u"facebook.com"_s || host.endsWith(u".facebook.com"_s);
}
}

FetchRules FetchRules::from(const QString &hosts, const QUrl &graphUrl)
{
    FetchRules rules;
    for (const QString &part : hosts.split(u',', Qt::SkipEmptyParts)) {
        const QString host = part.trimmed().toLower();
        if (host.contains(u"://"_s))
            rules.origins << QUrl(host);
        else if (!host.isEmpty())
            rules.hostEndings << host;
    }
    if (hosts.trimmed().isEmpty())
        rules.hostEndings = metas;
    if (!isMetas(graphUrl.host()))
        rules.origins << graphUrl;
    return rules;
}

bool FetchRules::allows(const QUrl &url) const
{
    if (!url.isValid() || !url.userInfo().isEmpty())
        return false;
    for (const QUrl &origin : origins)
        if (url.scheme() == origin.scheme() && url.host() == origin.host() && url.port() == origin.port())
            return true;
    if (url.scheme() != u"https"_s || url.port(443) != 443)
        return false;
    const QString host = url.host().toLower();
    for (const QString &ending : hostEndings)
        if (host == ending || host.endsWith(u'.' + ending))
            return true;
    return false;
}

} // namespace trucban::gateway
