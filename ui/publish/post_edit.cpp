// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/post_edit.h"

#include "ui/theme/theme.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

namespace trucban {

namespace {

constexpr int lineHeightPercent = 145;

/// Finds the class of one place without touching the document.
class Probe : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Probe(const KSyntaxHighlighting::Definition &definition, const KSyntaxHighlighting::Theme &theme)
    {
        setTheme(theme);
        setDefinition(definition);
    }
    QString at(const QString &text, int position)
    {
        KSyntaxHighlighting::State state;
        m_wanted = position;
        for (const QString &line : text.split(u'\n')) {
            state = highlightLine(line, state);
            m_offset += int(line.size()) + 1;
        }
        return m_name;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (m_wanted >= m_offset + offset && m_wanted < m_offset + offset + length)
            m_name = format.name();
    }

private:
    int m_wanted = 0;
    int m_offset = 0;
    QString m_name;
};

/// The framework's marks in colours that are read: what is burning has our colour of it, and none is fainter than text may be.
class Marks : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    using SyntaxHighlighter::SyntaxHighlighter;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        SyntaxHighlighter::applyFormat(offset, length, format);
        if (length <= 0 || format.isDefaultTextStyle(theme()))
            return;
        QTextCharFormat shown = QSyntaxHighlighter::format(offset);
        const bool burning = format.textStyle() == KSyntaxHighlighting::Theme::Error;
        shown.setForeground(burning ? Theme::colour(Meaning::Burning) : readable(format.textColor(theme())));
        shown.clearProperty(QTextFormat::TextUnderlineStyle);
        shown.setFontUnderline(format.isUnderline(theme()));
        setFormat(offset, length, shown);
    }

private:
    static QColor readable(QColor colour)
    {
        const QColor ground = Theme::colour(Neutral::Surface);
        for (int steps = 0; steps < 12 && Theme::contrast(colour, ground) < 4.5; ++steps)
            colour = Theme::isDark() ? colour.lighter(112) : colour.darker(112);
        return colour;
    }
};

} // namespace

PostEdit::PostEdit(QWidget *parent)
    : QTextEdit(parent), m_repository(std::make_unique<KSyntaxHighlighting::Repository>()),
      m_highlighter(new Marks(document()))
{
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setAccessibleName(tr("Text of the post"));
    setPlaceholderText(tr("# Headline\n\nWho, when, where. What was done. What follows.\n\n#CongAnHaNoi"));
    setFont(Theme::font());
    document()->setDocumentMargin(Theme::space(3));
    m_repository->addCustomSearchPath(u":/trucban"_s);
    applyTheme();
    m_highlighter->setDefinition(m_repository->definitionForName(u"Truc Ban Post"_s));
    applyLineHeight();
}

PostEdit::~PostEdit()
{
    // a highlighter that leaves reformats once more: whoever listens may be half gone, and its repository must outlive it
    blockSignals(true);
    document()->blockSignals(true);
    delete m_highlighter;
}

QString PostEdit::committedSource()
{
    if (m_composing || hasFocus())
        QGuiApplication::inputMethod()->commit();
    return source();
}

QString PostEdit::source() const
{
    return text::display(toPlainText());
}

void PostEdit::setSource(const QString &source)
{
    const QString shown = text::display(source);
    if (shown == this->source())
        return;
    setPlainText(shown);
    applyLineHeight();
    document()->clearUndoRedoStacks();
    document()->setModified(false);
}

void PostEdit::mark(const QList<post::Finding> &findings)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const post::Finding &finding : findings) {
        if (finding.range.length == 0)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(int(qMin(finding.range.start, qsizetype(document()->characterCount() - 1))));
        selection.cursor.setPosition(int(qMin(finding.range.end(), qsizetype(document()->characterCount() - 1))), QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        const Meaning meaning = finding.blocks ? Meaning::Burning : Meaning::Soon;
        selection.format.setUnderlineColor(Theme::colour(meaning));
        selection.format.setBackground(Theme::wash(meaning));
        marks.append(selection);
    }
    setExtraSelections(marks);
}

void PostEdit::jumpTo(const TextRange &range)
{
    QTextCursor cursor(document());
    const int last = document()->characterCount() - 1;
    cursor.setPosition(int(qMin(range.start, qsizetype(last))));
    cursor.setPosition(int(qMin(range.end(), qsizetype(last))), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus(Qt::OtherFocusReason);
}

void PostEdit::wrap(const QString &before, const QString &after)
{
    QGuiApplication::inputMethod()->commit();
    QTextCursor cursor = textCursor();
    const QString inside = cursor.selectedText();
    cursor.insertText(before + inside + after);
    if (inside.isEmpty()) {
        cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, int(after.size()));
        setTextCursor(cursor);
    }
    setFocus(Qt::OtherFocusReason);
}

void PostEdit::togglePrefix(const QString &prefix)
{
    QGuiApplication::inputMethod()->commit();
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::StartOfBlock);
    if (cursor.block().text().startsWith(prefix)) {
        cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, int(prefix.size()));
        cursor.removeSelectedText();
    } else {
        cursor.insertText(prefix);
    }
    setFocus(Qt::OtherFocusReason);
}

QString PostEdit::classAt(int position) const
{
    return Probe(m_highlighter->definition(), m_highlighter->theme()).at(toPlainText(), position);
}

void PostEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QTextEdit::inputMethodEvent(event);
}

void PostEdit::focusOutEvent(QFocusEvent *event)
{
    if (m_composing) // or the word that is being composed is lost
        QGuiApplication::inputMethod()->commit();
    QTextEdit::focusOutEvent(event);
}

void PostEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        textCursor().insertText(text::display(source->text()));
}

void PostEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        applyTheme();
        m_highlighter->rehighlight();
    }
}

void PostEdit::applyTheme()
{
    // the theme first: formats of a definition are resolved against it
    m_highlighter->setTheme(m_repository->defaultTheme(Theme::isDark() ? KSyntaxHighlighting::Repository::DarkTheme : KSyntaxHighlighting::Repository::LightTheme));
}

void PostEdit::applyLineHeight()
{
    QTextBlockFormat format;
    format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(format);
}

} // namespace trucban
