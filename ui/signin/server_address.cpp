// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/server_address.h"

#include <QUrl>

namespace trucban {

ConnectOptions optionsForServer(const QString &typed)
{
    ConnectOptions options;
    options.application = u"trucban"_s;
    const QString wanted = typed.trimmed();
    if (wanted.contains(u"://") || wanted.contains(u'=')) {
        options.url = wanted;
        return options;
    }
    if (wanted.startsWith(u'/')) { // the folder of a local socket
        options.host = wanted;
        options.database = u"trucban"_s;
        return options;
    }
    const QUrl url(u"postgresql://"_s + wanted);
    options.host = url.host();
    options.port = url.port(0);
    options.database = url.path().mid(1).isEmpty() ? u"trucban"_s : url.path().mid(1);
    return options;
}

} // namespace trucban
