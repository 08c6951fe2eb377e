// SPDX-License-Identifier: GPL-3.0-or-later
// PasswordKeeper: the password in the system's keychain, if wanted; says so when there is none.
#pragma once

#include <QObject>

#include <functional>

namespace trucban {

class PasswordKeeper : public QObject
{
    Q_OBJECT
public:
    enum Answer { Kept, Empty, NoKeychain, Refused };

    using QObject::QObject;
    virtual void read(const QString &key, std::function<void(Answer, const QString &password)> then);
    virtual void write(const QString &key, const QString &password, std::function<void(Answer)> then);
    virtual void forget(const QString &key);
};

} // namespace trucban
