// SPDX-License-Identifier: GPL-3.0-or-later
#include "control.h"
#include "graph.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QMimeDatabase>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace standin;

static QCommandLineParser &options()
{
    static QCommandLineParser parser;
    parser.setApplicationDescription(u"A local server that behaves as the documented Graph API and Messenger webhooks do."_s);
    parser.addHelpOption();
    parser.addOptions({{u"host"_s, u"address to listen on"_s, u"address"_s, u"127.0.0.1"_s},
                       {u"port"_s, u"port, 0 for a free one"_s, u"port"_s, u"8090"_s},
                       {u"port-file"_s, u"file that gets the port once it serves"_s, u"file"_s},
                       {u"public-url"_s, u"address in the links it hands out"_s, u"url"_s},
                       {u"data"_s, u"folder for media"_s, u"folder"_s},
                       {u"page-id"_s, u"page"_s, u"id"_s, u"110322572167401"_s},
                       {u"page-name"_s, u"its name"_s, u"name"_s, u"Công an thành phố Hà Nội (mô phỏng)"_s},
                       {u"app-id"_s, u"app"_s, u"id"_s, u"1234567890123456"_s},
                       {u"app-secret"_s, u"its secret"_s, u"secret"_s, u"truc-ban-test-secret"_s},
                       {u"verify-token"_s, u"token of the webhook verification"_s, u"token"_s, u"truc-ban-verify"_s},
                       {u"page-token"_s, u"page access token"_s, u"token"_s, u"EAAstandinpagetoken"_s},
                       {u"callback"_s, u"where webhooks go"_s, u"url"_s},
                       {u"subscribed"_s, u"start subscribed to every field"_s},
                       {u"require-proof"_s, u"refuse calls without appsecret_proof"_s},
                       {u"auto-read-ms"_s, u"citizens read this long after an answer"_s, u"ms"_s, u"0"_s}});
    return parser;
}

static Config configured(const QCommandLineParser &given, quint16 port)
{
    const QString temporary = QStandardPaths::writableLocation(QStandardPaths::TempLocation)
                              + u"/facebook-standin-%1"_s.arg(QCoreApplication::applicationPid());
    const QString own = u"http://%1:%2"_s.arg(given.value(u"host"_s)).arg(port);
    return {.pageId = given.value(u"page-id"_s),
            .pageName = given.value(u"page-name"_s),
            .profileId = u"61550727536008"_s,
            .appId = given.value(u"app-id"_s),
            .appSecret = given.value(u"app-secret"_s).toUtf8(),
            .verifyToken = given.value(u"verify-token"_s),
            .pageToken = given.value(u"page-token"_s),
            .callback = given.value(u"callback"_s),
            .baseUrl = given.isSet(u"public-url"_s) ? given.value(u"public-url"_s) : own,
            .dataFolder = given.isSet(u"data"_s) ? given.value(u"data"_s) : temporary,
            .requireProof = given.isSet(u"require-proof"_s),
            .autoReadMs = given.value(u"auto-read-ms"_s).toInt()};
}

// The web page and what belongs to it; a permalink shows the same page
static Reply webPage(const Request &request)
{
    const QString name = request.steps.value(1);
    QFile file(u":/page/"_s + (request.steps.value(0) == u"page" && !name.isEmpty() ? name : u"index.html"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {.status = 404, .body = "not found", .type = "text/plain"};
    const QString mime = QMimeDatabase().mimeTypeForFile(file.fileName(), QMimeDatabase::MatchExtension).name();
    return {.body = file.readAll(), .type = mime.toLatin1() + (mime.startsWith(u"text/") ? "; charset=utf-8" : "")};
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser &given = options();
    given.process(app);

    Handler handler;
    HttpServer server([&handler](const Request &request, const Answer &answer) { handler(request, answer); });
    const quint16 port = server.listen(given.value(u"host"_s), quint16(given.value(u"port"_s).toUInt()));
    if (port == 0) {
        qCritical("facebook-standin cannot listen on %s:%s", qPrintable(given.value(u"host"_s)), qPrintable(given.value(u"port"_s)));
        return 1;
    }

    World world(configured(given, port));
    Faults faults;
    MediaStore media(world, faults);
    Webhooks webhooks(world, faults);
    Happenings happenings(world, media, webhooks, faults);
    Graph graph(world, media, webhooks, happenings, faults);
    Control control(world, media, webhooks, happenings, faults);
    if (given.isSet(u"subscribed"_s))
        webhooks.subscribed = Webhooks::knownFields();

    const auto isPage = [&world](const QStringList &steps) {
        const QString first = steps.value(0);
        const bool video = first == world.config.profileId && steps.value(1) == u"videos";
        return first.isEmpty() || first == u"page" || first == u"permalink.php" || first == u"photo.php" || video;
    };
    handler = [&](const Request &request, const Answer &answer) {
        const QString first = request.steps.value(0);
        if (first == u"control")
            control.handle(request, answer);
        else if (first == u"cdn")
            media.serve(request, answer);
        else if (first == u"healthz")
            answer({.body = "{\"ok\":true,\"program\":\"facebook-standin\"}"});
        else if (isPage(request.steps))
            answer(webPage(request));
        else
            graph.handle(request, answer);
    };

    if (given.isSet(u"port-file"_s)) {
        QSaveFile file(given.value(u"port-file"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(port)) < 0 || !file.commit()) {
            qCritical("facebook-standin cannot write %s", qPrintable(given.value(u"port-file"_s)));
            return 1;
        }
    }
    QTextStream(stdout) << "facebook-standin listening on http://" << given.value(u"host"_s) << ":" << port << Qt::endl;
    return app.exec();
}
