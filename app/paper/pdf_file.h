// SPDX-License-Identifier: GPL-3.0-or-later
// PdfFile: pages into a file, one by one; what is not closed leaves nothing behind.
#pragma once

#include "paper/page.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace trucban::paper {

class PdfFile
{
public:
    PdfFile(const QString &path, const QString &title, const Sheet &sheet);
    ~PdfFile();
    PageSink sink();
    int pages() const { return m_pages; }
    /// NotAllowed("file_not_writable") when any of it failed
    Result<> close();

private:
    bool add(const Page &page);

    QSaveFile m_file;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter;
    int m_pages = 0;
    bool m_failed = false;
};

/// What every writer of files says when it cannot
inline std::unexpected<Failure> notWritable(const QString &path, const QString &why)
{
    return failed(Failure::NotAllowed, u"file_not_writable"_s, why, {{u"path"_s, path}});
}

} // namespace trucban::paper
