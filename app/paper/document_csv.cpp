// SPDX-License-Identifier: GPL-3.0-or-later
// Comma-separated, UTF-8 with its mark for Excel; text that looks like a formula is made harmless, numbers stay numbers.
#include "paper/document.h"

#include "domain/csv.h"
#include "paper/pdf_file.h"
#include "paper/vietnamese.h"

#include <QSaveFile>

namespace trucban::paper {

namespace {

class CsvDocument : public DocumentWriter
{
public:
    explicit CsvDocument(const QString &path) : m_file(path) { m_good = m_file.open(QIODevice::WriteOnly) && write(QByteArray("\xEF\xBB\xBF")); }

    void begin(const DocumentHead &) override {}
    void section(const QString &title, const QString &, const QList<Column> &columns) override
    {
        if (m_sections++ > 0)
            write("\r\n");
        if (!title.isEmpty())
            write(csvLine({title}).toUtf8());
        m_columns = columns;
        QStringList titles;
        for (const Column &column : columns)
            titles.append(column.kind == Column::Duration ? column.title + u" (giây)"_s : column.title);
        write(csvLine(titles).toUtf8());
    }
    void row(const QVariantList &cells, const QList<Column::Kind> &kinds) override
    {
        QByteArray line;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (i > 0)
                line += ',';
            line += cell(cells.value(i), kinds.value(i, m_columns.at(i).kind));
        }
        write(line + "\r\n");
        ++m_rows;
    }
    void words(const QString &paragraph) override { write(csvLine({paragraph}).toUtf8()); }
    Result<> end(const QList<Signature> &) override
    {
        if (!m_good || !m_file.commit())
            return notWritable(m_file.fileName(), m_file.errorString());
        return {};
    }
    bool stopped() const override { return !m_good; }

private:
    static QByteArray cell(const QVariant &value, Column::Kind kind)
    {
        if (!value.isValid() || value.isNull())
            return {};
        const int type = value.metaType().id();
        if (type == QMetaType::Double)
            return QByteArray::number(value.toDouble(), 'g', 15);
        if (type == QMetaType::Int || type == QMetaType::LongLong)
            return QByteArray::number(value.toLongLong());
        QString text = csvLine({shown(value, kind)});
        text.chop(2); // the end of the line
        return text.toUtf8();
    }
    bool write(const QByteArray &bytes)
    {
        m_good = m_good && m_file.write(bytes) == bytes.size();
        return m_good;
    }

    QSaveFile m_file;
    QList<Column> m_columns;
    int m_sections = 0;
    bool m_good = true;
};

} // namespace

std::unique_ptr<DocumentWriter> csvDocument(const QString &path)
{
    return std::make_unique<CsvDocument>(path);
}

} // namespace trucban::paper
