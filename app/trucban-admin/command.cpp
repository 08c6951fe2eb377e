// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <QFile>
#include <QUuid>

namespace trucban::admin {

Result<QJsonObject> Context::ask(const QString &statement, const std::function<void(Query &)> &bind, Database::Speed speed)
{
    return write(
        [&](Session &session) {
            Query query = session.query(statement);
            bind(query);
            return query.one([](const Row &row) { return row.get<QJsonObject>(u"answer"); });
        },
        speed);
}

Result<QString> passwordFrom(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return failed(Failure::Invalid, u"password_file"_s, u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    QString line = QString::fromUtf8(file.readLine());
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    if (line.isEmpty())
        return failed(Failure::Invalid, u"password_missing"_s, path + u" is empty"_s);
    return line;
}

QString newRequest()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace trucban::admin
