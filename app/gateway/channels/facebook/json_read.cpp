// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/channels/facebook/json_read.h"

#include "base/result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <QUrl>

#include <cmath>

namespace trucban::gateway::facebook {

namespace {
constexpr qsizetype longestId = 512;
constexpr qint64 firstMillisecond = 1'000'000'000'000; // smaller numbers are seconds
constexpr qint64 lastMoment = 4'102'444'800'000;       // 2100: later is not a time but a mistake
}

QString storable(const QString &text)
{
    QString kept = text;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const QChar unit = kept.at(i);
        if (unit.isHighSurrogate() && i + 1 < kept.size() && kept.at(i + 1).isLowSurrogate())
            ++i;
        else if (unit.isNull() || unit.isSurrogate())
            kept[i] = QChar(QChar::ReplacementCharacter);
    }
    return kept;
}

static QJsonValue storableValue(const QJsonValue &value)
{
    if (value.isString())
        return storable(value.toString());
    if (value.isObject())
        return storable(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray array;
    const QJsonArray given = value.toArray();
    for (const QJsonValue &item : given)
        array << storableValue(item);
    return array;
}

QJsonObject storable(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it)
        kept[storable(it.key())] = storableValue(it.value());
    return kept;
}

QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return storable(value.toString());
    if (!value.isDouble())
        return {};
    const double number = value.toDouble();
    if (std::abs(number) < 9.2e18 && std::trunc(number) == number)
        return QString::number(value.toInteger(static_cast<qint64>(number)));
    return QString::number(number, 'g', 17);
}

QString idOf(const QJsonValue &value)
{
    QString id = textOf(value).trimmed();
    const bool printable = std::ranges::all_of(id, [](QChar unit) { return unit.isPrint() || unit.isSurrogate(); });
    return id.size() <= longestId && printable ? id : QString();
}

Moment momentOf(const QJsonValue &value)
{
    Moment moment;
    moment.given = textOf(value).left(64);
    if (moment.given.isEmpty())
        return moment;
    bool isNumber = false;
    qint64 number = moment.given.toLongLong(&isNumber);
    if (!isNumber) {
        // 2019-01-10T11:18:46+0000: an offset without a colon, which Qt alone refuses
        QString iso = moment.given;
        if (iso.size() > 5 && (iso.at(iso.size() - 5) == u'+' || iso.at(iso.size() - 5) == u'-') && !iso.contains(u' '))
            iso.insert(iso.size() - 2, u':');
        moment.utc = QDateTime::fromString(iso, Qt::ISODateWithMs).toUTC();
        return moment;
    }
    if (number > 0 && number < firstMillisecond)
        number *= 1000;
    if (number > 0 && number < lastMoment)
        moment.utc = QDateTime::fromMSecsSinceEpoch(number, QTimeZone::UTC);
    return moment;
}

std::optional<bool> flagOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const QString word = textOf(value);
    if (word == u"1"_s || word == u"true"_s)
        return true;
    if (word == u"0"_s || word == u"false"_s)
        return false;
    return std::nullopt;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString webAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool web = url.isValid() && (url.scheme() == u"https"_s || url.scheme() == u"http"_s) && !url.host().isEmpty();
    return web ? text.trimmed() : QString();
}

} // namespace trucban::gateway::facebook
