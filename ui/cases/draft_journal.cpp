// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/draft_journal.h"

#include "base/logging.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

namespace trucban {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 compactAt = 256 * 1024;

QByteArray lineOf(const ReplyDraft &draft)
{
    QJsonArray line{draft.text};
    if (!draft.files.isEmpty())
        line.append(QString::fromUtf8(replyFiles::toJson(draft.files)));
    const QByteArray json = QJsonDocument(line).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(16) + ' ' + json + '\n';
}

std::optional<ReplyDraft> draftOf(QByteArrayView line)
{
    if (line.size() < 17 || line[16] != ' ')
        return std::nullopt;
    const QByteArray json = line.sliced(17).toByteArray();
    if (QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(16) != line.first(16))
        return std::nullopt; // cut off in the middle of writing
    const QJsonArray parts = QJsonDocument::fromJson(json).array();
    return ReplyDraft{parts.at(0).toString(), replyFiles::fromJson(parts.at(1).toString().toUtf8())};
}
} // namespace

QString DraftJournal::folderFor(const QString &login)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts/"_s + login;
}

QString DraftJournal::path(CaseId id) const
{
    return u"%1/reply-%2"_s.arg(m_folder).arg(id.value);
}

bool DraftJournal::openFor(CaseId id)
{
    if (m_file && m_case == id && m_file->size() < compactAt)
        return true;
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const bool compact = m_file && m_case == id;
    m_file = std::make_unique<QFile>(path(id));
    m_case = id;
    if (compact)
        QFile::remove(path(id)); // the line written next holds all that counts
    if (!m_file->open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner)) {
        qCWarning(lcUi) << "draft cannot be kept on disk:" << m_file->errorString();
        m_file.reset();
        return false;
    }
    return true;
}

void DraftJournal::keep(CaseId id, const ReplyDraft &draft)
{
    if (!openFor(id))
        return;
    m_file->write(lineOf(draft));
    m_file->flush();
}

ReplyDraft DraftJournal::read(CaseId id) const
{
    QFile file(path(id));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    ReplyDraft last;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (const auto draft = draftOf(line))
            last = *draft;
    }
    return last;
}

void DraftJournal::forget(CaseId id)
{
    if (m_case == id)
        m_file.reset();
    QFile::remove(path(id));
}

} // namespace trucban
