// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/password_keeper.h"

#include "base/result.h"

#include <qt6keychain/keychain.h>

namespace trucban {

namespace {

const QString service = u"trucban"_s;

PasswordKeeper::Answer answerOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return PasswordKeeper::Kept;
    case QKeychain::EntryNotFound: return PasswordKeeper::Empty;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: return PasswordKeeper::NoKeychain;
    default: return PasswordKeeper::Refused;
    }
}

} // namespace

void PasswordKeeper::read(const QString &key, std::function<void(Answer, const QString &)> then)
{
    auto *job = new QKeychain::ReadPasswordJob(service, this);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [job, then = std::move(then)] { then(answerOf(*job), job->textData()); });
    job->start();
}

void PasswordKeeper::write(const QString &key, const QString &password, std::function<void(Answer)> then)
{
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setKey(key);
    job->setTextData(password);
    connect(job, &QKeychain::Job::finished, this, [job, then = std::move(then)] { then(answerOf(*job)); });
    job->start();
}

void PasswordKeeper::forget(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service, this);
    job->setKey(key);
    job->start();
}

} // namespace trucban
