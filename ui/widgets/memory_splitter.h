// SPDX-License-Identifier: GPL-3.0-or-later
// MemorySplitter: panes stand where the person left them.
#pragma once

#include <QSplitter>

class QSettings;

namespace trucban {

class MemorySplitter : public QSplitter
{
    Q_OBJECT
public:
    /// `name` is the key the sizes are kept under; `settings` outlives the splitter.
    MemorySplitter(QString name, QSettings &settings, Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    /// After all panes are in: the remembered sizes, or these shares of the whole.
    void restore(const QList<int> &shares);

private:
    QString m_name;
    QSettings &m_settings;
};

} // namespace trucban
