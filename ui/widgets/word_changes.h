// SPDX-License-Identifier: GPL-3.0-or-later
// WordChanges: two texts as one, what went struck out, what came underlined; never by colour alone.
#pragma once

#include "domain/word_diff.h"

#include <QTextBrowser>

namespace trucban {

class WordChanges : public QTextBrowser
{
    Q_OBJECT
public:
    explicit WordChanges(const QString &name, QWidget *parent = nullptr);
    void show(const QString &before, const QString &after);
    /// One sentence: "3 words taken out, 5 put in"
    QString summary() const { return m_summary; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintWords();

    QString m_name;
    QList<WordChange> m_changes;
    QString m_summary;
};

} // namespace trucban
