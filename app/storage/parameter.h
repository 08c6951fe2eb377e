// SPDX-License-Identifier: GPL-3.0-or-later
// One value on its way into a statement. NULL is said plainly: nullptr, an empty std::optional, an id that is none,
// an invalid QDateTime. An empty QString is the empty text, never NULL.
#pragma once

#include "base/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <concepts>
#include <cstddef>
#include <optional>

namespace trucban {

struct Parameter {
    bool isNull = true;
    bool binary = false;
    QByteArray bytes;

    static Parameter null() { return {}; }
    static Parameter text(const QByteArray &bytes) { return {false, false, bytes}; }
};

Parameter toParameter(std::nullptr_t);
Parameter toParameter(std::nullopt_t);
Parameter toParameter(const QString &value);
Parameter toParameter(QStringView value);
Parameter toParameter(const QByteArray &value); // bytea
Parameter toParameter(const QDateTime &value);
Parameter toParameter(QDate value);
Parameter toParameter(const QJsonObject &value);
Parameter toParameter(const QJsonArray &value);
Parameter toParameter(const QStringList &value);
Parameter toParameter(const QList<qint64> &value);
Parameter toParameter(const QList<QByteArray> &value); // bytea[]

Parameter toParameter(std::same_as<bool> auto value)
{
    return Parameter::text(value ? QByteArrayLiteral("t") : QByteArrayLiteral("f"));
}

template<std::integral T>
    requires(!std::same_as<T, bool>)
Parameter toParameter(T value)
{
    return Parameter::text(QByteArray::number(value));
}

Parameter toParameter(std::floating_point auto value)
{
    return Parameter::text(QByteArray::number(value, 'g', 17));
}

template<typename Tag, typename Value>
Parameter toParameter(const Id<Tag, Value> &id)
{
    if constexpr (std::same_as<Value, qint64>) { // rows are numbered from 1; a revision of 0 is a revision
        if (!id)
            return Parameter::null();
    }
    return toParameter(id.value);
}

template<typename Tag>
Parameter toParameter(const QList<Id<Tag, qint64>> &ids)
{
    QList<qint64> values;
    values.reserve(ids.size());
    for (const auto &id : ids)
        values.append(id.value);
    return toParameter(values);
}

template<typename T>
Parameter toParameter(const std::optional<T> &value)
{
    return value ? toParameter(*value) : Parameter::null();
}

} // namespace trucban
