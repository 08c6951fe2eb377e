// SPDX-License-Identifier: GPL-3.0-or-later
// ChangeListener: hears which rows changed (LISTEN trucban), and admits when it may have missed some.
#pragma once

#include "storage/connect_options.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace trucban {

struct Change {
    QString kind; // case, message, media, outbox, bulletin, assignment, notice, admin
    qint64 id = 0;
    friend bool operator==(const Change &, const Change &) = default;
};

class ChangeListener : public QObject
{
    Q_OBJECT
public:
    explicit ChangeListener(const ConnectOptions &options, QObject *parent = nullptr, std::chrono::milliseconds pingEvery = std::chrono::seconds(4));
    ~ChangeListener() override;

Q_SIGNALS:
    void changed(const trucban::Change &change);
    /// Listening has begun again: whatever is on screen reads itself anew.
    void mayHaveMissedSome();
    /// true: hears from now on (also after the first connect, when nothing can have been missed yet)
    void listeningChanged(bool listening);

private:
    class Ear;
    std::unique_ptr<Ear> m_ear;
};

} // namespace trucban
