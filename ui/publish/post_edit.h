// SPDX-License-Identifier: GPL-3.0-or-later
// PostEdit: the source text, highlighted as it is typed, with room for stacked marks between the lines.
#pragma once

#include "domain/post_gate.h"

#include <QTextEdit>

#include <memory>

namespace KSyntaxHighlighting {
class Repository;
class SyntaxHighlighter;
}

namespace trucban {

class PostEdit : public QTextEdit
{
    Q_OBJECT
public:
    explicit PostEdit(QWidget *parent = nullptr);
    ~PostEdit() override;

    /// Ends a word the input method still holds, then answers the text in NFC with `\n`.
    QString committedSource();
    QString source() const;
    void setSource(const QString &source);
    bool isComposing() const { return m_composing; }

    /// Underlines the findings: burning where they block, soon where they warn.
    void mark(const QList<post::Finding> &findings);
    void jumpTo(const TextRange &range);
    /// The selection, or the place of the caret, between two pieces of markup
    void wrap(const QString &before, const QString &after);
    /// Puts the words at the beginning of the caret's line, or takes them away when they are there.
    void togglePrefix(const QString &prefix);

    /// The name of the highlighting class at a place; for tests.
    QString classAt(int position) const;

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    void applyLineHeight();

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    KSyntaxHighlighting::SyntaxHighlighter *m_highlighter;
    bool m_composing = false;
};

} // namespace trucban
