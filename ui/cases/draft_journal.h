// SPDX-License-Identifier: GPL-3.0-or-later
// DraftJournal: every keystroke of a reply goes to a file of its case, so that neither a crash nor a lost line loses a word.
#pragma once

#include "desk/case_values.h"

#include <QFile>

#include <memory>

namespace trucban {

/// One line a state: hash, then text and files as a JSON array. The last whole line counts.
class DraftJournal
{
public:
    /// `folder` belongs to this login on this workstation
    explicit DraftJournal(QString folder) : m_folder(std::move(folder)) {}

    void keep(CaseId id, const ReplyDraft &draft);
    ReplyDraft read(CaseId id) const;
    void forget(CaseId id);
    static QString folderFor(const QString &login);

private:
    QString path(CaseId id) const;
    bool openFor(CaseId id);

    QString m_folder;
    CaseId m_case;
    std::unique_ptr<QFile> m_file;
};

} // namespace trucban
