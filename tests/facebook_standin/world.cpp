// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace standin {

static constexpr int MessagesWithDetails = 20;

QString isoTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc()).toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"+0000"_s;
}

qint64 World::now() const
{
    return QDateTime::currentMSecsSinceEpoch() + clockOffsetMs;
}

// never the same twice, also after a restart, since the clock's microseconds are in it
QString World::newNumber()
{
    const qint64 wanted = QDateTime::currentMSecsSinceEpoch() * 6000 + QRandomGenerator::global()->bounded(3000);
    m_lastNumber = qMax(m_lastNumber + 1 + QRandomGenerator::global()->bounded(40), wanted);
    return QString::number(m_lastNumber);
}

QString World::newMid() const
{
    QByteArray random(63, Qt::Uninitialized);
    for (char &byte : random)
        byte = char(QRandomGenerator::global()->bounded(256));
    return u"m_"_s + QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Citizen *World::citizen(const QString &who)
{
    const auto found = citizens.find(who);
    if (found != citizens.end())
        return &found.value();
    for (Citizen &one : citizens) {
        if ((!one.key.isEmpty() && one.key == who) || one.commentId == who)
            return &one;
    }
    return nullptr;
}

Citizen *World::byConversation(const QString &id)
{
    for (Citizen &one : citizens) {
        if (one.conversation == id)
            return &one;
    }
    return nullptr;
}

QString World::conversationOf(const QString &psid) const
{
    return citizens.value(psid).conversation;
}

Post *World::latestPost()
{
    Post *latest = nullptr;
    for (Post &post : posts) {
        const bool candidate = post.published && !post.deleted && isPage(post.author);
        if (candidate && (!latest || post.at > latest->at))
            latest = &post;
    }
    return latest;
}

QString World::nameOf(const QString &author) const
{
    if (isPage(author))
        return config.pageName;
    const Citizen *found = const_cast<World *>(this)->citizen(author);
    return found ? found->name : QString();
}

bool World::hasDetails(const Message &message) const
{
    const QStringList &mids = citizens.value(message.citizen).mids;
    return mids.size() - mids.lastIndexOf(message.mid) <= MessagesWithDetails;
}

static QString pfbid(const QString &of)
{
    const QByteArray hash = QCryptographicHash::hash(of.toUtf8(), QCryptographicHash::Sha256);
    return u"pfbid0"_s
           + QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)).remove(u'-').remove(u'_');
}

QString World::permalink(const Post &post) const
{
    if (!post.video.isEmpty())
        return u"/%1/videos/%2/"_s.arg(config.profileId, post.video); // site-relative, as Facebook gives it for videos
    return u"%1/permalink.php?story_fbid=%2&id=%3"_s.arg(config.baseUrl, pfbid(post.id), config.profileId);
}

QString World::permalink(const Comment &comment) const
{
    return u"%1/permalink.php?story_fbid=%2&id=%3&comment_id=%4"_s.arg(config.baseUrl, pfbid(comment.post), config.profileId,
                                                                       comment.id.section(u'_', 1));
}

void World::touch()
{
    ++m_revision;
    Q_EMIT changed();
}

void World::reset()
{
    citizens.clear();
    messages.clear();
    posts.clear();
    comments.clear();
    photos.clear();
    videos.clear();
    uploads.clear();
    sent.clear();
    calls = {};
    policyWarnings.clear();
    clockOffsetMs = 0;
    touch();
}

} // namespace standin
