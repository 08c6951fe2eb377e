// SPDX-License-Identifier: GPL-3.0-or-later
// Includes point one way, places meet by id, and every file says its licence; the offending line is named.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(TRUCBAN_SOURCE_DIR);

struct Line {
    QString file; // from the root
    int number = 0;
    QString text;
    QString named() const { return u"%1:%2: %3"_s.arg(file).arg(number).arg(text.trimmed()); }
};

QStringList filesIn(const QStringList &folders, const QStringList &patterns)
{
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator files(root + u'/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found.append(files.next().mid(root.size() + 1));
    }
    found.sort();
    return found;
}

QList<Line> linesOf(const QString &file)
{
    QFile in(root + u'/' + file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    QList<Line> lines;
    const auto texts = QString::fromUtf8(in.readAll()).split(u'\n');
    for (const QString &text : texts)
        lines.append({file, int(lines.size()) + 1, text});
    return lines;
}

const QStringList sources{u"*.cpp"_s, u"*.h"_s};

/// "storage" of app/storage/…, "ui/inbox" of ui/inbox/…, "program" of the folder of a main.cpp
QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == u"ui")
        return parts.size() > 2 ? u"ui/"_s + parts.at(1) : u"ui"_s;
    if (parts.first() == u"app")
        return QFile::exists(u"%1/app/%2/main.cpp"_s.arg(root, parts.at(1))) ? u"program"_s : parts.at(1);
    return parts.first();
}

/// The room an include names: "storage/database.h" → storage, "ui/theme/theme.h" → ui/theme; empty for a neighbour or a library
QString roomOfInclude(const QString &included)
{
    static const QSet<QString> rooms{u"base"_s, u"domain"_s, u"storage"_s, u"media"_s, u"gateway"_s, u"desk"_s, u"paper"_s};
    const QStringList parts = included.split(u'/');
    if (parts.size() < 2)
        return {};
    if (parts.first() == u"ui")
        return parts.size() > 2 ? u"ui/"_s + parts.at(1) : u"ui"_s;
    return rooms.contains(parts.first()) ? parts.first() : QString();
}

bool isPlace(const QString &room)
{
    return room != u"ui/frame" && QFile::exists(u"%1/%2/place.h"_s.arg(root, room));
}

/// What each room may know, besides itself.
bool mayKnow(const QString &room, const QString &other)
{
    static const QHash<QString, QStringList> arrows{
        {u"base"_s, {}},
        {u"domain"_s, {u"base"_s}},
        {u"storage"_s, {u"base"_s, u"domain"_s}},
        {u"paper"_s, {u"base"_s, u"domain"_s}},
        {u"media"_s, {u"base"_s, u"domain"_s, u"storage"_s}},
        {u"gateway"_s, {u"base"_s, u"domain"_s, u"storage"_s, u"media"_s}},
        {u"desk"_s, {u"base"_s, u"domain"_s, u"storage"_s, u"media"_s}},
        {u"ui/theme"_s, {u"base"_s}},
        {u"ui/widgets"_s, {u"base"_s, u"domain"_s, u"ui/theme"_s}},
        {u"ui/frame"_s, {u"base"_s, u"desk"_s, u"ui/theme"_s, u"ui/widgets"_s}},
    };
    if (room == other || room == u"program")
        return true;
    if (const auto known = arrows.constFind(room); known != arrows.constEnd())
        return known->contains(other);
    if (!room.startsWith(u"ui/"))
        return true; // tests know everything
    return other != u"gateway" && !isPlace(other) && other != u"ui/shell" && other != u"ui/signin";
}

QString inclusion(const Line &line)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s);
    return include.match(line.text).captured(1);
}

QString turnedRound(const Line &line)
{
    const QString other = roomOfInclude(inclusion(line));
    return other.isEmpty() || mayKnow(roomOf(line.file), other) ? QString() : line.named();
}

} // namespace

class ArchitectureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void includesPointOneWay()
    {
        QStringList wrong;
        int seen = 0;
        for (const QString &file : filesIn({u"app"_s, u"ui"_s}, sources)) {
            for (const Line &line : linesOf(file)) {
                seen += inclusion(line).isEmpty() ? 0 : 1;
                if (const QString named = turnedRound(line); !named.isEmpty())
                    wrong.append(named);
            }
        }
        QVERIFY(seen > 200);
        QVERIFY2(wrong.isEmpty(), qPrintable(u"an arrow is turned round:\n  "_s + wrong.join(u"\n  "_s)));
    }

    void aTurnedArrowWouldBeNamed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("storage knows the screen") << u"app/storage/row.cpp"_s << u"ui/theme/theme.h"_s << true;
        QTest::newRow("domain knows storage") << u"app/domain/case.cpp"_s << u"storage/database.h"_s << true;
        QTest::newRow("desk knows gateway") << u"app/desk/me.cpp"_s << u"gateway/settings.h"_s << true;
        QTest::newRow("place knows place") << u"ui/inbox/inbox_list.cpp"_s << u"ui/dashboard/dashboard_place.h"_s << true;
        QTest::newRow("frame knows a place") << u"ui/frame/place.cpp"_s << u"ui/inbox/place.h"_s << true;
        QTest::newRow("shell knows a place") << u"ui/shell/main_window.cpp"_s << u"ui/inbox/place.h"_s << true;
        QTest::newRow("place knows desk") << u"ui/inbox/inbox_list.cpp"_s << u"desk/me.h"_s << false;
        QTest::newRow("program knows place") << u"app/trucban/desktop.cpp"_s << u"ui/shell/main_window.h"_s << false;
    }

    void aTurnedArrowWouldBeNamed()
    {
        QFETCH(QString, file);
        QFETCH(QString, include);
        QFETCH(bool, wrong);
        const Line line{file, 7, u"#include \"%1\""_s.arg(include)};
        QCOMPARE(turnedRound(line), wrong ? line.named() : QString());
    }

    void onlyTheConnectionKnowsQtSql()
    {
        QStringList wrong;
        static const QRegularExpression qtSql(u"#include <Q(Sql|tSql)"_s);
        for (const QString &file : filesIn({u"app"_s, u"ui"_s}, sources)) {
            if (file.startsWith(u"app/storage/connection.") || file == u"app/storage/statement.cpp")
                continue;
            for (const Line &line : linesOf(file)) {
                const bool reaches = inclusion(line) == u"storage/connection.h" && !file.startsWith(u"app/storage/") && file.endsWith(u".h");
                if (line.text.contains(qtSql) || reaches)
                    wrong.append(line.named());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));
    }

    void theStandInSharesNothingWithTheGateway()
    {
        QStringList wrong;
        for (const QString &file : filesIn({u"tests/facebook_standin"_s}, sources)) {
            for (const Line &line : linesOf(file)) {
                if (!roomOfInclude(inclusion(line)).isEmpty())
                    wrong.append(line.named());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));
    }

    void everyFileSaysItsLicence()
    {
        QStringList silent;
        QStringList files = filesIn({u"app"_s, u"ui"_s, u"tests"_s, u"resources"_s, u"packaging"_s},
                                    {u"*.cpp"_s, u"*.h"_s, u"*.cmake"_s, u"CMakeLists.txt"_s, u"*.sh"_s, u"*.sql"_s, u"*.py"_s});
        files.removeIf([](const QString &file) { return file.startsWith(u"app/storage/sql/"); }); // one comment line each, checked below
        for (const QString &file : files) {
            const auto lines = linesOf(file).mid(0, 5);
            if (std::ranges::none_of(lines, [](const Line &line) { return line.text.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"); }))
                silent.append(file);
        }
        QVERIFY(files.size() > 100);
        QVERIFY2(silent.isEmpty(), qPrintable(u"no SPDX line in:\n  "_s + silent.join(u"\n  "_s)));
    }

    void everyStatementSaysWhatItIsFor()
    {
        QStringList silent;
        for (const QString &file : filesIn({u"app/storage/sql"_s}, {u"*.sql"_s})) {
            if (!linesOf(file).first().text.startsWith(u"-- "))
                silent.append(file);
        }
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u"\n"_s)));
    }

    void delegatesPaintNoColourOfTheirOwn()
    {
        QStringList wrong;
        static const QRegularExpression literal(u"QColor\\(\\s*(0x|\\d|\"|u\"#)|Qt::(red|green|blue|yellow|darkRed|darkGreen|darkBlue|gray|darkGray)\\b|#[0-9a-fA-F]{6}\\b"_s);
        for (const QString &file : filesIn({u"ui"_s}, sources)) {
            if (file.startsWith(u"ui/theme/"))
                continue;
            for (const Line &line : linesOf(file)) {
                if (line.text.contains(literal))
                    wrong.append(line.named());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u"a colour that is not the theme's:\n  "_s + wrong.join(u"\n  "_s)));
    }

    void nothingIsLeftForLater()
    {
        QStringList wrong;
        static const QRegularExpression later(u"\\b(TO" "DO|FIX" "ME|QSK" "IP)\\b"_s);
        for (const QString &file : filesIn({u"app"_s, u"ui"_s, u"tests"_s, u"packaging"_s}, {u"*.cpp"_s, u"*.h"_s, u"*.sql"_s, u"*.sh"_s, u"CMakeLists.txt"_s})) {
            for (const Line &line : linesOf(file)) {
                if (line.text.contains(later))
                    wrong.append(line.named());
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n"_s)));
    }
};

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "test_architecture.moc"
