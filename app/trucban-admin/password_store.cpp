// SPDX-License-Identifier: GPL-3.0-or-later
#include "password_store.h"

#include <QEventLoop>

#include <qt6keychain/keychain.h>

namespace trucban::admin {

Result<QString> passwordFromKeychain(const ConnectOptions &options)
{
    const auto words = options.keywords();
    if (!words)
        return failed(words.error());
    QHash<QByteArray, QString> parts;
    for (const auto &[keyword, value] : *words)
        parts[keyword] = QString::fromUtf8(value);
    QKeychain::ReadPasswordJob job(u"trucban"_s);
    job.setAutoDelete(false);
    job.setKey(u"%1@%2/%3"_s.arg(parts["user"], parts["host"], parts["dbname"]));
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    if (job.error() != QKeychain::NoError)
        return failed(Failure::NotFound, u"keychain"_s, u"the keychain has no password for %1: %2"_s.arg(job.key(), job.errorString()));
    return job.textData();
}

} // namespace trucban::admin
