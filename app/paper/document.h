// SPDX-License-Identifier: GPL-3.0-or-later
// DocumentWriter: a title, sections of definition and table, words, signatures; as pages, as CSV, as a spreadsheet. Rows stream through, as many as there are.
#pragma once

#include "paper/page.h"

#include <QDateTime>
#include <QStringList>
#include <QVariantList>

namespace trucban::paper {

struct Column {
    enum Kind { Text, Number, Count, Decimal, Percent, Duration, Moment };
    QString key;
    QString title;
    double weight = 1; // its part of the width
    Kind kind = Text;
    double barMax = 0; // above 0: a bar beside the number, full at this value
    bool change = false; // a difference: shown with its sign
};

struct DocumentHead {
    QString superior, issuer; // empty: no official head
    QString place;
    QString title;
    QStringList under; // the period …
    QDateTime madeAt;
};

struct Signature {
    QString title;
    QString name;
    QString remark; // (đã ký lúc …)
};

class DocumentWriter
{
public:
    virtual ~DocumentWriter() = default;
    virtual void begin(const DocumentHead &head) = 0;
    virtual void section(const QString &title, const QString &definition, const QList<Column> &columns) = 0;
    /// One value a column: text, number or time; invalid: empty. A percentage is 0 … 1, a duration is in seconds.
    /// `kinds`: where a row holds another kind of number than its columns
    virtual void row(const QVariantList &cells, const QList<Column::Kind> &kinds = {}) = 0;
    virtual void words(const QString &paragraph) = 0;
    virtual Result<> end(const QList<Signature> &signatures = {}) = 0;
    /// Somebody does not want the rest
    virtual bool stopped() const { return false; }
    int rows() const { return m_rows; }
    /// Sheets of paper; 0 where there are none
    virtual int pages() const { return 0; }

protected:
    int m_rows = 0;
};

/// How a cell reads on paper
QString shown(const QVariant &value, Column::Kind kind, bool change = false);

std::unique_ptr<DocumentWriter> pdfDocument(const QString &path, const QString &title, const Sheet &sheet);
std::unique_ptr<DocumentWriter> pagesDocument(const Sheet &sheet, PageSink sink);
std::unique_ptr<DocumentWriter> csvDocument(const QString &path);
std::unique_ptr<DocumentWriter> xlsxDocument(const QString &path);
/// pdf, csv or xlsx; null for another word
std::unique_ptr<DocumentWriter> documentFor(const QString &format, const QString &path, const QString &title, const Sheet &sheet);

} // namespace trucban::paper
