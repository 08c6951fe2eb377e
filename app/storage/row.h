// SPDX-License-Identifier: GPL-3.0-or-later
// One row of an answer, read by column name while the statement is open: valid inside the toX function only.
#pragma once

#include "base/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <concepts>
#include <optional>

namespace trucban {

class Answer;

namespace cell {
qint64 integer(QByteArrayView text);
double real(QByteArrayView text);
QDateTime moment(QByteArrayView text); // UTC, milliseconds: a keyset cursor over timestamps takes integer microseconds instead
QDate day(QByteArrayView text);
QByteArray bytes(QByteArrayView text);
QJsonObject object(QByteArrayView text);
QJsonArray array(QByteArrayView text);
QStringList words(QByteArrayView text);
QList<qint64> integers(QByteArrayView text);

template<typename T>
struct Reader;
template<std::integral T>
    requires(!std::same_as<T, bool>)
struct Reader<T> {
    static T read(QByteArrayView text) { return static_cast<T>(integer(text)); }
};
template<>
struct Reader<bool> {
    static bool read(QByteArrayView text) { return text == "t"; }
};
template<>
struct Reader<double> {
    static double read(QByteArrayView text) { return real(text); }
};
template<>
struct Reader<QString> {
    static QString read(QByteArrayView text) { return QString::fromUtf8(text); }
};
template<>
struct Reader<QByteArray> {
    static QByteArray read(QByteArrayView text) { return bytes(text); }
};
template<>
struct Reader<QDateTime> {
    static QDateTime read(QByteArrayView text) { return moment(text); }
};
template<>
struct Reader<QDate> {
    static QDate read(QByteArrayView text) { return day(text); }
};
template<>
struct Reader<QJsonObject> {
    static QJsonObject read(QByteArrayView text) { return object(text); }
};
template<>
struct Reader<QJsonArray> {
    static QJsonArray read(QByteArrayView text) { return array(text); }
};
template<>
struct Reader<QStringList> {
    static QStringList read(QByteArrayView text) { return words(text); }
};
template<>
struct Reader<QList<qint64>> {
    static QList<qint64> read(QByteArrayView text) { return integers(text); }
};
template<typename Tag, typename Value>
struct Reader<Id<Tag, Value>> {
    static Id<Tag, Value> read(QByteArrayView text) { return {static_cast<Value>(integer(text))}; }
};
template<typename Tag>
struct Reader<QList<Id<Tag, qint64>>> {
    static QList<Id<Tag, qint64>> read(QByteArrayView text)
    {
        QList<Id<Tag, qint64>> ids;
        for (const qint64 value : integers(text))
            ids.append(Id<Tag, qint64>{value});
        return ids;
    }
};
} // namespace cell

class Row
{
public:
    Row(const Answer &answer, int index) : m_answer(answer), m_index(index) {}

    /// NULL reads as T{}; ask isNull(), or for std::optional<T>, where the difference matters.
    template<typename T>
    T get(QStringView column) const
    {
        const std::optional<QByteArrayView> text = value(column);
        if constexpr (requires { typename T::value_type; T(std::nullopt); })
            return text ? T(cell::Reader<typename T::value_type>::read(*text)) : T();
        else
            return text ? cell::Reader<T>::read(*text) : T{};
    }
    bool isNull(QStringView column) const { return !value(column); }
    /// For statements whose columns are known to the reader of a table only (bench, admin)
    QStringList columns() const;

private:
    std::optional<QByteArrayView> value(QStringView column) const;

    const Answer &m_answer;
    int m_index;
};

} // namespace trucban
