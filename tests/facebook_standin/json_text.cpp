// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_text.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QString>

namespace standin {

static QByteArray codeUnit(char16_t unit)
{
    return "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
}

QByteArray escapedAsMeta(const QByteArray &utf8Json)
{
    const QString text = QString::fromUtf8(utf8Json);
    QByteArray out;
    out.reserve(utf8Json.size() * 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        if (unit == u'\\' && i + 1 < text.size()) { // an escape that is there already stays as it is
            out += '\\';
            out += char(text.at(++i).unicode());
        } else if (unit >= 0x7f) {
            out += codeUnit(unit);
        } else if (unit == u'/') {
            out += "\\/";
        } else if (unit == u'<') {
            out += "\\u003C";
        } else if (unit == u'%') {
            out += "\\u0025";
        } else if (unit == u'@') {
            out += "\\u0040";
        } else {
            out += char(unit);
        }
    }
    return out;
}

QByteArray metaJson(const QJsonObject &object)
{
    return escapedAsMeta(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray hmacHex(const QByteArray &key, const QByteArray &message, bool sha1)
{
    return QMessageAuthenticationCode::hash(message, key, sha1 ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256).toHex();
}

} // namespace standin
