// SPDX-License-Identifier: GPL-3.0-or-later
// NoticeBoard: what waits for this person's acknowledgement: rungs of the ladder, reminders, requests. Reads at once when told.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace trucban {

class ChangeListener;
class Database;
struct Change;

struct DeskNotice {
    enum Severity { Info, Warning, Urgent, Alarm };
    qint64 id = 0;
    QString kind; // escalation reminder extension question report handover due_moved
    Severity severity = Info;
    int repeatSeconds = 0; // 0: sounds once
    CaseId caseId;         // none: it is about no single case
    QString number, firstWords, urgency, unit, unitName;
    QDateTime at;
    QJsonObject facts;
};

class NoticeBoard : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 200;

    NoticeBoard(Database &database, ChangeListener &changes, QObject *parent = nullptr);

    /// The most severe first, then the newest.
    const QList<DeskNotice> &waiting() const { return m_waiting; }
    bool isSettled() const { return !m_reading && !m_soon.isActive(); }
    /// They sound no more at this person's desks; how many there were. What could not be acknowledged waits and sounds on.
    QFuture<Result<int>> acknowledge(const QList<qint64> &notices, const QString &request);

Q_SIGNALS:
    void changed();

private:
    void hear(const Change &change);
    void read();

    Database &m_database;
    QTimer m_soon;
    QList<DeskNotice> m_waiting;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace trucban
