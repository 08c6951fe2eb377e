// SPDX-License-Identifier: GPL-3.0-or-later
// sample-citizens: plays a file of sample messages through the Facebook stand-in, with attachments made on the way.
#include "media_maker.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace samples;

namespace {

class Player
{
public:
    Player(const QString &standin, MediaMaker &maker) : m_standin(standin), m_maker(maker) {}

    std::expected<QJsonObject, QString> play(const SampleMessage &message)
    {
        QJsonArray attachments;
        for (const SampleAttachment &one : message.attachments) {
            const auto described = describe(message, one);
            if (!described)
                return std::unexpected(described.error());
            attachments.append(*described);
        }
        const auto citizen = post(u"citizens"_s, {{u"name"_s, message.name}, {u"key"_s, message.person}});
        if (!citizen)
            return citizen;
        const QString psid = citizen->value(u"psid"_s).toString();
        auto answer = send(message, psid, attachments);
        if (answer) {
            answer->insert(u"platform_id"_s, answer->value(answer->contains(u"mid"_s) ? u"mid"_s : u"id"_s));
            answer->insert(u"id"_s, message.id);
            answer->insert(u"psid"_s, psid);
            answer->insert(u"channel"_s, message.channel);
        }
        return answer;
    }

    /// When the next message was written, in milliseconds; 0: at that moment
    void setTime(qint64 at) { m_at = at; }

private:
    std::expected<QJsonObject, QString> send(const SampleMessage &message, const QString &psid, const QJsonArray &attachments)
    {
        if (message.channel == u"comment") {
            QJsonObject comment {{u"citizen"_s, psid}, {u"message"_s, message.text}, {u"at"_s, m_at}};
            if (!attachments.isEmpty())
                comment.insert(u"photo"_s, attachments.first());
            return post(u"posts/latest/comments"_s, comment);
        }
        if (message.channel == u"visitor_post")
            return post(u"visitor_posts"_s, {{u"citizen"_s, psid}, {u"message"_s, message.text}, {u"photos"_s, attachments}, {u"at"_s, m_at}});
        if (message.channel == u"mention")
            return post(u"mentions"_s, {{u"citizen"_s, psid}, {u"message"_s, message.text}, {u"at"_s, m_at}});
        return post(u"citizens/%1/messages"_s.arg(psid), {{u"text"_s, message.text}, {u"attachments"_s, attachments}, {u"at"_s, m_at}});
    }

    std::expected<QJsonObject, QString> describe(const SampleMessage &message, const SampleAttachment &one)
    {
        if (one.kind == u"sticker")
            return QJsonObject {{u"kind"_s, one.kind}, {u"sticker_id"_s, qint64(369239263222822)}};
        if (one.kind == u"location")
            return QJsonObject {{u"kind"_s, one.kind},
                                {u"lat"_s, one.described.value(u"lat"_s).toDouble(21.03877)},
                                {u"long"_s, one.described.value(u"long"_s).toDouble(105.85912)}};
        if (one.kind == u"link")
            return QJsonObject {{u"kind"_s, one.kind},
                                {u"url"_s, one.described.value(u"url"_s).toString(u"https://example.vn/"_s)},
                                {u"title"_s, one.described.value(u"title"_s)}};
        const Made made = m_maker.make(message, one);
        if (!made)
            return std::unexpected(made.error());
        return QJsonObject {{u"path"_s, made->path}, {u"name"_s, made->name}, {u"mime"_s, made->mime}, {u"kind"_s, made->kind}};
    }

    std::expected<QJsonObject, QString> post(const QString &path, const QJsonObject &body)
    {
        QNetworkRequest request {QUrl(m_standin + u"/control/"_s + path)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setTransferTimeout(30'000);
        QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        reply->deleteLater();
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        if (reply->error() != QNetworkReply::NoError)
            return std::unexpected(u"%1: %2 %3"_s.arg(path, reply->errorString(), answer.value(u"error"_s).toString()));
        return answer;
    }

    QString m_standin;
    qint64 m_at = 0; // milliseconds; 0: now
    MediaMaker &m_maker;
    QNetworkAccessManager m_network;
};

void pause(double seconds)
{
    QEventLoop loop;
    QTimer::singleShot(int(seconds * 1000), &loop, &QEventLoop::quit);
    loop.exec();
}

int trouble(const QString &words)
{
    QTextStream(stderr) << "sample-citizens: " << words << Qt::endl;
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // it paints, but shows nothing
    QGuiApplication app(argc, argv);
    QCommandLineParser given;
    given.addHelpOption();
    given.addOptions({{u"citizens"_s, u"the messages, one JSON line each"_s, u"file"_s},
                      {u"standin"_s, u"address of the Facebook stand-in"_s, u"url"_s, u"http://127.0.0.1:8090"_s},
                      {u"cache"_s, u"folder of the media made"_s, u"folder"_s, u"build/sample-media"_s},
                      {u"first"_s, u"so many at once"_s, u"count"_s, u"1000000"_s},
                      {u"skip"_s, u"the first so many are left out"_s, u"count"_s, u"0"_s},
                      {u"count"_s, u"no more than so many"_s, u"count"_s, u"1000000"_s},
                      {u"minutes-ago"_s, u"they were written so long ago"_s, u"minutes"_s, u"0"_s},
                      {u"every"_s, u"then one every so many seconds"_s, u"seconds"_s, u"0"_s},
                      {u"real-sizes"_s, u"media as long and as large as the file says"_s},
                      {u"make-only"_s, u"make the media and send nothing"_s}});
    given.process(app);

    QString why;
    const auto messages = readCitizens(given.value(u"citizens"_s), why);
    if (!messages)
        return trouble(why);
    MediaMaker maker(given.value(u"cache"_s), given.isSet(u"real-sizes"_s));
    Player player(given.value(u"standin"_s), maker);
    const qsizetype first = given.value(u"first"_s).toLongLong();
    QTextStream out(stdout);
    const qsizetype skip = given.value(u"skip"_s).toLongLong(), end = std::min(messages->size(), skip + given.value(u"count"_s).toLongLong());
    const qint64 ago = given.value(u"minutes-ago"_s).toLongLong() * 60'000, began = QDateTime::currentMSecsSinceEpoch();
    for (qsizetype i = skip; i < end; ++i) {
        const SampleMessage &message = messages->at(i);
        if (given.isSet(u"make-only"_s)) {
            for (const SampleAttachment &one : message.attachments) {
                const bool drawn = one.kind != u"sticker" && one.kind != u"location" && one.kind != u"link";
                const Made made = drawn ? maker.make(message, one) : MediaFile {};
                if (!made)
                    return trouble(made.error());
                out << made->path << Qt::endl;
            }
            continue;
        }
        if (i >= first)
            pause(given.value(u"every"_s).toDouble());
        player.setTime(ago > 0 ? began - ago + (i - skip) * 4000 : 0);
        const auto answer = player.play(message);
        if (!answer)
            return trouble(answer.error());
        out << QJsonDocument(*answer).toJson(QJsonDocument::Compact) << Qt::endl;
    }
    return 0;
}
