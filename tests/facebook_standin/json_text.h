// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as Meta puts it on the wire: non-ASCII as \uXXXX in lower-case hex, `/` as `\/`, and `<`, `%`, `@` escaped.
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace standin {

QByteArray escapedAsMeta(const QByteArray &utf8Json);
QByteArray metaJson(const QJsonObject &object);
QByteArray hmacHex(const QByteArray &key, const QByteArray &message, bool sha1 = false);

} // namespace standin
