// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/media/download.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

namespace trucban::gateway {

namespace {
constexpr int mostRedirects = 3;
constexpr std::chrono::seconds silence{30}; // without a byte
constexpr qint64 readAhead = 1 << 20;
}

QString harmlessName(const QByteArray &contentDisposition, const QUrl &url)
{
    static const QRegularExpression extended(u"filename\\*\\s*=\\s*utf-8''([^;]+)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression plain(u"filename\\s*=\\s*(?:\"([^\"]*)\"|([^;]+))"_s, QRegularExpression::CaseInsensitiveOption);
    const QString header = QString::fromUtf8(contentDisposition);
    QString name;
    if (const auto match = extended.match(header); match.hasMatch())
        name = QUrl::fromPercentEncoding(match.captured(1).toUtf8());
    else if (const auto simple = plain.match(header); simple.hasMatch())
        name = simple.captured(1) + simple.captured(2);
    else
        name = url.fileName();
    name = name.section(u'/', -1).section(u'\\', -1).trimmed();
    name.removeIf([](QChar unit) { return !unit.isPrint() || unit.category() == QChar::Other_Format; });
    return name.left(200);
}

Result<Downloaded> Download::run(const QUrl &url)
{
    return fetch(url, mostRedirects);
}

Result<Downloaded> Download::fetch(const QUrl &url, int redirectsLeft)
{
    if (!m_rules.allows(url))
        return failed(Failure::NotAllowed, u"not_allowed"_s, url.host());
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity"); // the bytes as they lie there: they are hashed
    const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
    reply->setReadBufferSize(readAhead);
    auto spool = std::make_shared<media::MediaSpool>(m_limits);
    if (const auto streamed = stream(*reply, *spool); !streamed)
        return failed(streamed.error());
    const QUrl next = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!next.isEmpty()) {
        if (redirectsLeft == 0)
            return failed(Failure::NotFound, u"link_dead"_s, u"too many redirects"_s);
        return fetch(url.resolved(next), redirectsLeft - 1);
    }
    if (const auto good = judge(*reply, *spool); !good)
        return failed(good.error());
    if (const auto finished = spool->finish(); !finished)
        return failed(finished.error());
    return Downloaded{spool, harmlessName(reply->rawHeader("Content-Disposition"), url)};
}

Result<> Download::stream(QNetworkReply &reply, media::MediaSpool &spool)
{
    Result<> outcome;
    QEventLoop loop;
    QTimer quiet, look;
    const auto stop = [&](const Result<> &why) {
        outcome = why;
        loop.quit();
    };
    const auto take = [&] {
        quiet.start(silence);
        const qint64 promised = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (promised > m_limits.bytes)
            return stop(failed(Failure::Invalid, u"refused_too_large"_s, QString::number(promised)));
        while (outcome && reply.bytesAvailable() > 0)
            if (const auto appended = spool.append(reply.read(readAhead)); !appended)
                stop(appended);
    };
    QObject::connect(&reply, &QNetworkReply::readyRead, &loop, take);
    QObject::connect(&reply, &QNetworkReply::finished, &loop, [&] { take(); loop.quit(); });
    QObject::connect(&quiet, &QTimer::timeout, &loop, [&] { stop(failed(Failure::Offline, u"unreachable"_s, u"no byte for long"_s)); });
    QObject::connect(&look, &QTimer::timeout, &loop, [&] { if (m_stopping) stop(failed(Failure::Offline, u"stopping"_s)); });
    quiet.setSingleShot(true);
    quiet.start(silence);
    look.start(std::chrono::milliseconds(200));
    if (!reply.isFinished())
        loop.exec();
    if (!outcome)
        reply.abort();
    return outcome;
}

Result<> Download::judge(const QNetworkReply &reply, const media::MediaSpool &spool) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString said = u"HTTP %1"_s.arg(status);
    if (status >= 400 && status < 500 && status != 408 && status != 429)
        return failed(Failure::NotFound, u"link_dead"_s, said);
    const qint64 promised = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const bool cut = promised > 0 && spool.size() != promised;
    if (status != 200 || cut || reply.error() != QNetworkReply::NoError)
        return failed(Failure::Offline, u"unreachable"_s, cut ? u"cut short"_s : said);
    return {};
}

} // namespace trucban::gateway
