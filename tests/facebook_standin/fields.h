// SPDX-License-Identifier: GPL-3.0-or-later
// Field expansion of the Graph API: `id,from{name},comments.limit(5){id,message}`.
#pragma once

#include <optional>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace standin {

struct Field {
    QString name;
    QMap<QString, QString> modifiers;
    QList<Field> inner;
    QString innerText;
};

std::optional<QList<Field>> parseFields(const QString &text);           // empty: not well formed
QJsonValue picked(const QJsonValue &value, const QList<Field> &fields); // sub-fields of a plain value, also inside `data`

} // namespace standin
