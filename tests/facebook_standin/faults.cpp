// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"

using namespace Qt::StringLiterals;

namespace standin {

void Faults::set(const QJsonObject &named)
{
    for (auto it = named.begin(); it != named.end(); ++it) {
        const bool off = it->isNull() || (it->isBool() && !it->toBool()) || (it->isDouble() && it->toInt() <= 0);
        if (off)
            m_all.remove(it.key());
        else
            m_all.insert(it.key(), it.value());
    }
}

bool Faults::on(const QString &name) const
{
    return m_all.contains(name);
}

int Faults::number(const QString &name, int otherwise) const
{
    return m_all.value(name).toInt(otherwise);
}

bool Faults::use(const QString &name)
{
    const QJsonValue fault = m_all.value(name);
    if (fault.isUndefined())
        return false;
    if (fault.isDouble()) {
        if (fault.toInt() <= 1)
            m_all.remove(name);
        else
            m_all.insert(name, fault.toInt() - 1);
    } else if (fault.isObject()) {
        spend(name, fault.toObject());
    }
    return true;
}

void Faults::spend(const QString &name, QJsonObject fault)
{
    if (!fault.contains(u"times"_s))
        return;
    const int left = fault.value(u"times"_s).toInt() - 1;
    fault.insert(u"times"_s, left);
    if (left > 0)
        m_all.insert(name, fault);
    else
        m_all.remove(name);
}

std::optional<QJsonObject> Faults::useFor(const QString &name, const QString &call, bool writes, bool writesOnly)
{
    const QJsonValue value = m_all.value(name);
    if (value.isUndefined() || (writesOnly && !writes))
        return {};
    const QJsonObject fault = value.isObject() ? value.toObject() : QJsonObject();
    const QString on = fault.value(u"on"_s).toString(u"any"_s);
    const bool meant = on == u"any" || on == call || on == (writes ? "write"_L1 : "read"_L1);
    if (!meant)
        return {};
    use(name);
    return fault;
}

} // namespace standin
