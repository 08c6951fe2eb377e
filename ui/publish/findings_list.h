// SPDX-License-Identifier: GPL-3.0-or-later
// FindingsList: what the gate found, blocking things first in red; Enter jumps to the words.
#pragma once

#include "domain/post_gate.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace trucban {

class FindingsList : public QFrame
{
    Q_OBJECT
public:
    explicit FindingsList(QWidget *parent = nullptr);
    void show(const QList<post::Finding> &findings);
    const QList<post::Finding> &findings() const { return m_findings; }
    void goToNext();

Q_SIGNALS:
    void jumpTo(const trucban::TextRange &range);

private:
    void jump(int row);

    QList<post::Finding> m_findings;
    QLabel *m_title;
    QListWidget *m_list;
};

} // namespace trucban
