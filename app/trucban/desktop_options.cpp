// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_options.h"

#include <QCommandLineParser>
#include <QFile>

namespace trucban {

namespace {

QString passwordFromEnvironment()
{
    if (QFile file(qEnvironmentVariable("TRUCBAN_PASSWORD_FILE")); !file.fileName().isEmpty() && file.open(QIODevice::ReadOnly))
        return QString::fromUtf8(file.readAll()).trimmed();
    return qEnvironmentVariable("TRUCBAN_PASSWORD");
}

QSize sizeOf(const QString &words)
{
    const auto parts = words.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize(1366, 768);
}

} // namespace

DesktopOptions DesktopOptions::ofCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The desktop of the duty desk."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption local(u"local"_s, u"Run a private database and gateway on this computer."_s);
    const QCommandLineOption server(u"server"_s, u"The database server: a name, an address or a postgresql:// URL."_s, u"URL"_s);
    const QCommandLineOption user(u"user"_s, u"Who signs in."_s, u"LOGIN"_s);
    const QCommandLineOption language(u"language"_s, u"vi or en."_s, u"vi|en"_s);
    const QCommandLineOption scheme(u"scheme"_s, u"light or dark instead of the system's colours."_s, u"light|dark"_s);
    const QCommandLineOption shots(u"screenshots"_s, u"Walk every screen, write a picture of each, leave."_s, u"DIR"_s);
    const QCommandLineOption places(u"places"_s, u"The places of the walk, separated by commas."_s, u"LIST"_s);
    const QCommandLineOption size(u"size"_s, u"The window in the walk."_s, u"WIDTHxHEIGHT"_s, u"1366x768"_s);
    const QCommandLineOption prefix(u"prefix"_s, u"What the names of the pictures begin with."_s, u"WORD"_s);
    const QCommandLineOption walkCase(u"walk-case"_s, u"The case beside the inbox in the walk; without it the first of the list."_s, u"ID"_s);
    parser.addOptions({local, server, user, language, scheme, shots, places, size, prefix, walkCase});
    parser.process(arguments);

    DesktopOptions made;
    made.local = parser.isSet(local);
    made.server = parser.value(server);
    made.user = parser.value(user);
    made.password = passwordFromEnvironment();
    made.language = parser.value(language);
    const QString wanted = parser.isSet(scheme) ? parser.value(scheme) : qEnvironmentVariable("TRUCBAN_SCHEME");
    if (wanted == u"light" || wanted == u"dark")
        made.scheme = wanted == u"dark" ? Scheme::Dark : Scheme::Light;
    made.screenshots = parser.value(shots);
    made.places = parser.value(places).split(u',', Qt::SkipEmptyParts);
    made.prefix = parser.value(prefix);
    made.openCase = CaseId{parser.value(walkCase).toLongLong()};
    made.size = sizeOf(parser.value(size));
    return made;
}

} // namespace trucban
