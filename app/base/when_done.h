// SPDX-License-Identifier: GPL-3.0-or-later
// whenDone: the answer of a future arrives on the receiver's thread, and never at a receiver that has gone.
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace trucban {

template<typename T, typename Then>
void whenDone(const QFuture<T> &future, QObject *receiver, Then then)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, receiver, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            then(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace trucban
