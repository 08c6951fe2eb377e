// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/word_changes.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QRegularExpression>
#include <QTextCursor>

namespace trucban {

namespace {

int wordsIn(const QString &text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+"_s);
    int words = 0;
    for (auto found = word.globalMatch(text); found.hasNext(); found.next())
        ++words;
    return words;
}

} // namespace

WordChanges::WordChanges(const QString &name, QWidget *parent)
    : QTextBrowser(parent), m_name(name)
{
    setAccessibleName(name);
    setOpenLinks(false);
    setTabChangesFocus(true);
}

void WordChanges::show(const QString &before, const QString &after)
{
    m_changes = wordChanges(before, after);
    int removed = 0, added = 0;
    for (const WordChange &change : std::as_const(m_changes)) {
        removed += change.kind == WordChange::Removed ? wordsIn(change.text) : 0;
        added += change.kind == WordChange::Added ? wordsIn(change.text) : 0;
    }
    m_summary = before == after ? tr("The words are the same.")
                                : tr("Words taken out: %1. Words put in: %2.").arg(removed).arg(added);
    setAccessibleDescription(m_summary);
    paintWords();
}

void WordChanges::paintWords()
{
    clear();
    QTextCursor cursor(document());
    for (const WordChange &change : std::as_const(m_changes)) {
        QTextCharFormat format;
        if (change.kind == WordChange::Removed) {
            format.setFontStrikeOut(true);
            format.setForeground(Theme::colour(Meaning::Burning));
            format.setBackground(Theme::wash(Meaning::Burning));
        } else if (change.kind == WordChange::Added) {
            format.setFontUnderline(true);
            format.setForeground(Theme::colour(Meaning::Good));
            format.setBackground(Theme::wash(Meaning::Good));
        }
        cursor.insertText(change.text, format);
    }
    moveCursor(QTextCursor::Start);
}

void WordChanges::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintWords();
}

} // namespace trucban
