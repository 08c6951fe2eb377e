// SPDX-License-Identifier: GPL-3.0-or-later
// The ways a file comes to a reply: from disk, from the unit's answer, from the case.
#include "ui/cases/reply_composer.h"
#include "ui/cases/reply_files.h"
#include "ui/media/media_item.h"
#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"
#include "ui/widgets/trade_words.h"

#include <QFileDialog>
#include <QMenu>
#include <QToolButton>

namespace trucban {

namespace {

QString iconOf(const QString &kind)
{
    if (kind == "image"_L1 || kind == "sticker"_L1)
        return u"image-x-generic"_s;
    if (kind == "video"_L1)
        return u"video-x-generic"_s;
    return kind == "audio"_L1 ? u"audio-x-generic"_s : u"text-x-generic"_s;
}

} // namespace

void ReplyComposer::attachFromDisk()
{
    m_files->addPaths(QFileDialog::getOpenFileNames(window(), tr("Files for the reply")));
}

void ReplyComposer::attach(const ReplyFile &file)
{
    m_files->add(file);
    edited();
}

void ReplyComposer::attachAnswer()
{
    if (!hasAnswerFiles())
        return;
    for (const FileOfAnswer &file : m_room.answers.last().files)
        m_files->add({file.info.original.id, file.name, ReplyFile::Answer, {}});
    edited();
}

bool ReplyComposer::hasAnswerFiles() const
{
    return !m_room.answers.isEmpty() && !m_room.answers.last().files.isEmpty();
}

void ReplyComposer::chooseAttachment()
{
    m_attachButton->showMenu();
}

QMenu &ReplyComposer::attachMenu()
{
    fillAttachMenu();
    return *m_attachMenu;
}

void ReplyComposer::fillAttachMenu()
{
    m_attachMenu->clear();
    m_attachMenu->addAction(Theme::icon(u"document-open"_s), tr("From this computer…"), this, &ReplyComposer::attachFromDisk);
    const auto offer = [this](const ReplyFile &file, const media::MediaInfo &info, const QString &words) {
        QAction *action = m_attachMenu->addAction(Theme::icon(iconOf(info.kind)), words, this, [this, file] { attach(file); });
        const replyFiles::Sendable sendable = replyFiles::sendable(info, file.from);
        action->setEnabled(sendable.trouble.isEmpty() && !m_files->holds(file.source));
        if (sendable.trouble == "sealed"_L1)
            action->setToolTip(tr("The citizen's own file stays sealed: there is no safe copy of it to send."));
    };
    for (const AnswerOfUnit &answer : std::as_const(m_room.answers)) {
        if (!answer.files.isEmpty())
            m_attachMenu->addSection(tr("Answer of %1").arg(tradeWords::inLanguage(answer.unit, answer.unitEn)));
        for (const FileOfAnswer &file : answer.files) {
            const QString name = file.name.isEmpty() ? mediaWords::kind(file.info.kind) : file.name;
            offer({file.info.original.id, file.name, ReplyFile::Answer, {}}, file.info, tr("%1 (%2)", "file name, size").arg(name, mediaWords::size(file.info.original.bytes)));
        }
    }
    const QList<MediaItem> items = m_caseMedia ? m_caseMedia() : QList<MediaItem>();
    bool first = true;
    for (const MediaItem &item : items) {
        if (item.isOurs || item.state != "stored"_L1)
            continue;
        if (std::exchange(first, false))
            m_attachMenu->addSection(tr("Safe copies from this case"));
        const QString name = item.name.isEmpty() ? mediaWords::kind(item.kind) : item.name;
        offer({item.info.original.id, item.name, ReplyFile::Citizen, {}}, item.info, tr("%1, %2", "file name, when it came").arg(name, clockText::exact(item.sentAt)));
    }
}

} // namespace trucban
