// SPDX-License-Identifier: GPL-3.0-or-later
// ReplyEdit: the field of a reply; pictures and files that are pasted or dropped into it are told of, not written in.
#pragma once

#include <QImage>
#include <QPlainTextEdit>

namespace trucban {

class ReplyEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

Q_SIGNALS:
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);
};

} // namespace trucban
