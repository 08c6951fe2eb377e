// SPDX-License-Identifier: GPL-3.0-or-later
// trucban-admin: makes, upgrades, inspects, fills and verifies the database. Exit 0 good, 1 refused or found wrong, 2 usage.
#include "command.h"
#include "output.h"
#include "password_store.h"

#include <QGuiApplication>
#include <QTextStream>

using namespace trucban;
using namespace trucban::admin;

namespace {

enum Exit { Good = 0, Refused = 1, Usage = 2 };

const QStringList globalValued{u"database"_s, u"password-file"_s};
const QStringList globalSwitches{u"json"_s, u"help"_s, u"keychain"_s};

std::vector<Command> allCommands()
{
    std::vector<Command> all;
    for (auto part : {createCommands(), caseCommands(), clockCommands(), journalCommands(), peopleCommands(), importCommands(), metricCommands(), verifyCommands(), paperCommands()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

void printUsage(const std::vector<Command> &commands, QTextStream &&out)
{
    out << "usage: trucban-admin [--database URL] [--password-file FILE|-] [--keychain] [--json] COMMAND" << Qt::endl << Qt::endl;
    for (const Command &command : commands) {
        QString line = command.name + (command.operands.isEmpty() ? QString() : u' ' + command.operands);
        for (const QString &name : command.valued)
            line += u" [--%1 …]"_s.arg(name);
        for (const QString &name : command.switches)
            line += u" [--%1]"_s.arg(name);
        out << "  " << line << Qt::endl << "      " << command.sentence << Qt::endl;
    }
    out << Qt::endl << "The database is --database or TRUCBAN_DATABASE_URL. Its password comes from the URL, --password-file, TRUCBAN_PASSWORD_FILE," << Qt::endl
        << "TRUCBAN_PASSWORD, ~/.pgpass or (--keychain) the keychain. Exit: 0 good, 1 refused or found wrong, 2 usage." << Qt::endl;
}

// the command whose words the line begins with, wherever options stand between them; the longest name wins
const Command *find(const std::vector<Command> &commands, const QStringList &line)
{
    const Command *found = nullptr;
    QStringList words, valued = globalValued;
    for (const Command &command : commands)
        valued += command.valued;
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (!line[at].startsWith(u"--"_s))
            words.append(line[at]);
        else if (valued.contains(line[at].sliced(2)))
            ++at;
    }
    for (const Command &command : commands) {
        const QStringList name = command.name.split(u' ');
        if (words.first(std::min(name.size(), words.size())) == name && (!found || command.name.size() > found->name.size()))
            found = &command;
    }
    return found;
}

Result<ConnectOptions> connectOptions(const Command &command, const Arguments &arguments)
{
    ConnectOptions options;
    options.url = arguments.value(u"database"_s, qEnvironmentVariable("TRUCBAN_DATABASE_URL"));
    options.application = u"trucban-admin"_s;
    options.workers = 1;
    if (options.url.isEmpty())
        return usage(u"which database? --database URL or TRUCBAN_DATABASE_URL"_s);
    if (const auto words = options.keywords(); !words)
        return usage(u"the database URL cannot be read: "_s + words.error().detail);
    const QString fromEnvironment = qEnvironmentVariable("TRUCBAN_PASSWORD_FILE");
    const QString file = command.takesPassword ? fromEnvironment : arguments.value(u"password-file"_s, fromEnvironment);
    if (!file.isEmpty())
        return passwordFrom(file).transform([&](const QString &password) { options.password = password; return options; });
    options.password = qEnvironmentVariable("TRUCBAN_PASSWORD");
    if (arguments.has(u"keychain"_s))
        return passwordFromKeychain(options).transform([&](const QString &password) { options.password = password; return options; });
    return options;
}

Result<QJsonObject> run(const Command &command, const QStringList &line, bool &asJson)
{
    const auto arguments = Arguments::parse(line, globalValued + command.valued, globalSwitches + command.switches);
    asJson = line.contains(u"--json"_s);
    if (!arguments)
        return failed(arguments.error());
    return connectOptions(command, *arguments).and_then([&](const ConnectOptions &options) {
        Context context{options, *arguments, arguments->words().sliced(command.name.count(u' ') + 1)};
        return command.run(context);
    });
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<Command> commands = allCommands();
    QStringList line;
    for (int at = 1; at < argc; ++at)
        line.append(QString::fromLocal8Bit(argv[at]));
    const Command *command = find(commands, line);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // pages are drawn without a screen
    const std::unique_ptr<QCoreApplication> app(command && command->draws ? new QGuiApplication(argc, argv) : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(u"trucban-admin"_s);
    if (line.contains(u"--help"_s)) {
        printUsage(command ? std::vector{*command} : commands, QTextStream(stdout));
        return Good;
    }
    if (!command) {
        printUsage(commands, QTextStream(stderr));
        return Usage;
    }
    bool asJson = false;
    const auto answer = run(*command, line, asJson);
    if (!answer) {
        printFailure(answer.error(), asJson);
        if (answer.error().code != u"usage")
            return Refused;
        printUsage({*command}, QTextStream(stderr));
        return Usage;
    }
    // an answer that found something wrong says so itself
    QJsonObject shown = *answer;
    const bool wrong = shown.take(u"wrong"_s).toBool();
    asJson ? printJson(shown) : printForPeople(shown);
    return wrong ? Refused : Good;
}
