// SPDX-License-Identifier: GPL-3.0-or-later
// A spreadsheet written row by row in constant memory. Text is always text: nothing a citizen wrote becomes a formula.
#include "paper/document.h"

#include "paper/pdf_file.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace trucban::paper {

namespace {

constexpr lxw_row_t lastRow = 1'048'575;
constexpr qsizetype longestCell = 32'000;

class XlsxDocument : public DocumentWriter
{
public:
    explicit XlsxDocument(const QString &path) : m_path(path), m_partial(m_folder.filePath(u"book.xlsx"_s).toUtf8()), m_temporary(m_folder.path().toUtf8())
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_temporary.data();
        m_book = m_folder.isValid() ? workbook_new_opt(m_partial.constData(), &options) : nullptr;
        if (!m_book)
            return;
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        format_set_text_wrap(m_bold);
        m_wrapped = workbook_add_format(m_book);
        format_set_text_wrap(m_wrapped);
        format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
        m_moment = formatOf("dd/mm/yyyy hh:mm");
        m_percent = formatOf("0.0%");
        m_duration = formatOf("[h]:mm:ss");
        m_whole = formatOf("#,##0");
        m_decimal = formatOf("#,##0.0");
    }
    ~XlsxDocument() override
    {
        if (m_book)
            workbook_close(m_book);
    }

    void begin(const DocumentHead &head) override { m_head = head; }
    void section(const QString &title, const QString &definition, const QList<Column> &columns) override
    {
        m_title = title.isEmpty() ? m_head.title : title;
        m_definition = definition;
        m_columns = columns;
        m_part = 1;
        newSheet();
    }
    void row(const QVariantList &cells, const QList<Column::Kind> &kinds) override
    {
        if (!m_sheet)
            return;
        if (m_row > lastRow) { // there is no cap: it goes on on another sheet
            ++m_part;
            newSheet();
        }
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            cell(lxw_col_t(i), cells.value(i), kinds.value(i, m_columns.at(i).kind));
        ++m_row;
        ++m_rows;
    }
    void words(const QString &paragraph) override { m_words.append(paragraph); }
    Result<> end(const QList<Signature> &) override
    {
        if (!m_book)
            return notWritable(m_path, u"no temporary folder"_s);
        if (!m_words.isEmpty() || !m_sheet)
            wordsSheet();
        const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
        if (error != LXW_NO_ERROR)
            return notWritable(m_path, QString::fromUtf8(lxw_strerror(error)));
        return moveInto();
    }

private:
    lxw_format *formatOf(const char *pattern)
    {
        lxw_format *made = workbook_add_format(m_book);
        format_set_num_format(made, pattern);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        return made;
    }
    /// At most 31 letters, none of []:*?/\, never twice
    QByteArray sheetName(QString wanted)
    {
        for (QChar &c : wanted)
            if (QStringView(u"[]:*?/\\'").contains(c))
                c = u' ';
        wanted = wanted.simplified().left(26);
        if (wanted.isEmpty())
            wanted = u"Trang"_s;
        QString name = m_part > 1 ? wanted + u" (%1)"_s.arg(m_part) : wanted;
        for (int i = 2; m_names.contains(name.toLower()); ++i)
            name = wanted + u" %1"_s.arg(i + m_part);
        m_names.append(name.toLower());
        return name.toUtf8();
    }
    void newSheet()
    {
        if (!m_book)
            return;
        m_sheet = workbook_add_worksheet(m_book, sheetName(m_title).constData());
        if (!m_sheet)
            return;
        double total = 0;
        for (const Column &column : m_columns)
            total += column.weight;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            worksheet_set_column(m_sheet, lxw_col_t(i), lxw_col_t(i), qBound(8.0, 150 * m_columns.at(i).weight / total, 60.0), nullptr);
        m_row = 0;
        text(m_row, 0, m_head.title == m_title ? m_title : m_head.title + u": "_s + m_title, m_bold);
        text(++m_row, 0, m_head.under.join(u" · "_s), nullptr);
        if (!m_definition.isEmpty())
            text(++m_row, 0, m_definition, nullptr);
        ++m_row;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            text(m_row, lxw_col_t(i), m_columns.at(i).title, m_bold);
        worksheet_freeze_panes(m_sheet, m_row + 1, 0);
        worksheet_repeat_rows(m_sheet, m_row, m_row);
        worksheet_set_landscape(m_sheet);
        worksheet_set_paper(m_sheet, 9); // A4
        worksheet_fit_to_pages(m_sheet, 1, 0);
        ++m_row;
    }
    void text(lxw_row_t row, lxw_col_t column, const QString &words, lxw_format *format)
    {
        if (words.isEmpty())
            return;
        const QString fitting = words.size() > longestCell ? words.left(longestCell) + u'…' : words;
        worksheet_write_string(m_sheet, row, column, fitting.toUtf8().constData(), format);
    }
    void cell(lxw_col_t column, const QVariant &value, Column::Kind kind)
    {
        if (!value.isValid() || value.isNull())
            return;
        const int type = value.metaType().id();
        const bool number = type == QMetaType::Double || type == QMetaType::Int || type == QMetaType::LongLong;
        if (number && kind == Column::Duration)
            worksheet_write_number(m_sheet, m_row, column, value.toDouble() / 86400, m_duration);
        else if (number)
            worksheet_write_number(m_sheet, m_row, column, value.toDouble(), kind == Column::Percent ? m_percent : kind == Column::Decimal ? m_decimal : kind == Column::Count ? m_whole : nullptr);
        else if (type == QMetaType::QDateTime)
            moment(column, value.toDateTime());
        else
            text(m_row, column, value.toString(), m_wrapped);
    }
    void moment(lxw_col_t column, const QDateTime &when)
    {
        lxw_datetime at{when.date().year(), when.date().month(), when.date().day(), when.time().hour(), when.time().minute(), double(when.time().second())};
        worksheet_write_datetime(m_sheet, m_row, column, &at, m_moment);
    }
    void wordsSheet()
    {
        m_columns.clear();
        m_part = 1;
        m_title = u"Ghi chú"_s;
        m_definition.clear();
        newSheet();
        for (const QString &words : m_words)
            text(m_row++, 0, words, m_wrapped);
    }
    Result<> moveInto()
    {
        // whole or not at all: beside it first, then in its place
        const QString beside = m_path + u".partial"_s;
        QFile::remove(beside);
        QFile made(QString::fromUtf8(m_partial));
        if (!made.copy(beside))
            return notWritable(m_path, made.errorString());
        if (QFileInfo::exists(m_path) && !QFile::remove(m_path)) {
            QFile::remove(beside);
            return notWritable(m_path, u"the old file cannot be replaced"_s);
        }
        if (!QFile::rename(beside, m_path))
            return notWritable(m_path, u"cannot be renamed"_s);
        return {};
    }

    QString m_path;
    QTemporaryDir m_folder;
    QByteArray m_partial, m_temporary;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_bold = nullptr, *m_wrapped = nullptr, *m_moment = nullptr, *m_percent = nullptr, *m_duration = nullptr, *m_whole = nullptr, *m_decimal = nullptr;
    DocumentHead m_head;
    QString m_title, m_definition;
    QList<Column> m_columns;
    QStringList m_words, m_names;
    lxw_row_t m_row = 0;
    int m_part = 1;
};

} // namespace

std::unique_ptr<DocumentWriter> xlsxDocument(const QString &path)
{
    return std::make_unique<XlsxDocument>(path);
}

} // namespace trucban::paper
