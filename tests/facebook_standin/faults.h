// SPDX-License-Identifier: GPL-3.0-or-later
// The switches that make Facebook misbehave. A fault is kept as the JSON it was set with; a counted one uses itself up.
#pragma once

#include <optional>
#include <QJsonObject>

namespace standin {

class Faults
{
public:
    void set(const QJsonObject &named);
    void clear() { m_all = {}; }
    QJsonObject all() const { return m_all; }

    bool on(const QString &name) const; // looked at, not used up
    int number(const QString &name, int otherwise = 0) const;
    bool use(const QString &name); // a switch or a number of times
    std::optional<QJsonObject> useFor(const QString &name, const QString &call, bool writes, bool writesOnly);

private:
    void spend(const QString &name, QJsonObject fault);

    QJsonObject m_all;
};

} // namespace standin
