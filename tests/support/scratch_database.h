// SPDX-License-Identifier: GPL-3.0-or-later
// ScratchDatabase: a fresh database for one test, with the whole schema in it; gone when the object is.
#pragma once

#include "storage/connect_options.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QFuture>

namespace trucban {

class ScratchDatabase
{
public:
    enum Content { WithSchema, Empty };
    explicit ScratchDatabase(Content content = WithSchema);
    ~ScratchDatabase();
    Q_DISABLE_COPY_MOVE(ScratchDatabase)

    const QString &name() const { return m_name; }
    ConnectOptions asSuperuser() const;
    /// officer1, officer2, unit1, unit2, supervisor1, admin1, gateway
    ConnectOptions connectAs(const QString &login) const;
    /// The same as a libpq URL, for programs that are started
    QString urlFor(const QString &login) const;
    /// As the superuser: runs it and answers the first column of the first row as text.
    QString ask(const QString &sql) const;
    /// Cuts off everybody who is connected (application_name LIKE), as a failing network does. Returns how many.
    int cutOff(const QString &applicationLike = u"%"_s) const;

private:
    QString m_name;
};

/// Waits for an answer while the event loop runs, so that queued signals arrive.
template<typename T>
T answerOf(QFuture<T> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    if (future.resultCount() == 0)
        return T(failed(Failure::Bug, u"cancelled"_s));
    return future.result();
}

} // namespace trucban
