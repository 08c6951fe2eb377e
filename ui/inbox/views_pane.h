// SPDX-License-Identifier: GPL-3.0-or-later
// ViewsPane: the views with their live counts and the saved filters; folds to icons when the window is narrow.
#pragma once

#include "desk/inbox/inbox_feed.h"

#include <QListWidget>

namespace trucban {

class ViewsPane : public QListWidget
{
    Q_OBJECT
public:
    enum { ViewRole = Qt::UserRole, SavedRole, CountRole, MeaningRole, PlainNameRole };

    explicit ViewsPane(const Me &me, QWidget *parent = nullptr);

    void showCounts(const QJsonObject &counts);
    void showSaved(const QList<SavedFilter> &saved);
    const QList<SavedFilter> &saved() const { return m_saved; }
    void mark(const QString &view);
    void setFolded(bool folded);
    static int foldedWidth();
    bool isFolded() const { return m_folded; }
    QString nameOf(const QString &view) const;
    qint64 countOf(const QString &view) const;
    static QStringList viewsFor(const Me &me);

Q_SIGNALS:
    void viewChosen(const QString &view);
    void savedChosen(const trucban::SavedFilter &filter);
    void forgetWanted(qint64 id);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void addView(const QString &view, const QString &name, const QString &iconName);
    void choose(QListWidgetItem *item);

    Me m_me;
    QList<SavedFilter> m_saved;
    bool m_folded = false;
};

} // namespace trucban
