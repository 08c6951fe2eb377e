// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/pdf_file.h"

#include <QPageLayout>

namespace trucban::paper {

PdfFile::PdfFile(const QString &path, const QString &title, const Sheet &sheet) : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        m_failed = true;
        return;
    }
    m_writer = std::make_unique<QPdfWriter>(&m_file);
    m_writer->setTitle(title);
    m_writer->setCreator(u"Trực Ban"_s);
    m_writer->setResolution(int(unitsPerInch));
    m_writer->setPageLayout(QPageLayout(QPageSize(QPageSize::A4), sheet.landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(), QPageLayout::Millimeter));
}

PdfFile::~PdfFile() = default;

PageSink PdfFile::sink()
{
    return [this](const Page &page) { return add(page); };
}

bool PdfFile::add(const Page &page)
{
    if (m_failed)
        return false;
    if (!m_painter) {
        m_painter = std::make_unique<QPainter>();
        m_failed = !m_painter->begin(m_writer.get());
    } else {
        m_failed = !m_writer->newPage();
    }
    if (m_failed)
        return false;
    page.paint(*m_painter);
    ++m_pages;
    return true;
}

Result<> PdfFile::close()
{
    if (m_painter)
        m_painter->end();
    m_painter.reset();
    m_writer.reset();
    if (m_failed || m_pages == 0 || !m_file.commit())
        return notWritable(m_file.fileName(), m_file.errorString());
    return {};
}

} // namespace trucban::paper
