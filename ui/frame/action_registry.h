// SPDX-License-Identifier: GPL-3.0-or-later
// ActionRegistry: an action has a name before it has a button. The id feeds menus, palette, key pages, settings and tests.
#pragma once

#include "base/result.h"

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QPointer>

#include <functional>

class QMenu;
class QSettings;
class QWidget;

namespace trucban {

class ActionRegistry;

/// actions.add(u"case.forward"_s).text(tr("&Forward…")).menu(u"case"_s).keys(Qt::Key_F4).run(this, &CaseView::forward);
class ActionBuilder
{
public:
    ActionBuilder &text(const QString &words);
    /// One sentence for the tooltip and the palette
    ActionBuilder &hint(const QString &sentence);
    ActionBuilder &icon(const QString &name);
    /// Menus of the window: program, view, go, inbox, case, publish, tools, help; empty: palette only
    ActionBuilder &menu(const QString &menuId);
    ActionBuilder &keys(const QKeySequence &sequence);
    ActionBuilder &keys(const QList<QKeySequence> &sequences);
    /// Keys work only while the focus is in this widget; a single letter only while the widget itself has it.
    ActionBuilder &in(QWidget *scope);
    /// Only while the widget itself has the focus, whatever the keys: its children keep their arrows and Enter.
    ActionBuilder &alone();
    /// The place whose key page (F1) lists it; empty: everywhere.
    ActionBuilder &place(const QString &placeId);
    ActionBuilder &checkable(bool checked = false);
    ActionBuilder &enabledWhen(std::function<bool()> rule);

    /// The action goes away with its receiver.
    template<typename Receiver, typename Slot>
    QAction *run(Receiver *receiver, Slot slot)
    {
        QObject::connect(m_action, &QAction::triggered, receiver, slot);
        return finish(receiver);
    }

private:
    friend class ActionRegistry;
    ActionBuilder(ActionRegistry &registry, QAction *action) : m_registry(registry), m_action(action) {}
    QAction *finish(QObject *receiver);

    ActionRegistry &m_registry;
    QAction *m_action;
    QList<QKeySequence> m_keys;
    QString m_menu;
    QString m_place;
    QWidget *m_scope = nullptr;
    bool m_alone = false;
    std::function<bool()> m_rule;
};

class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    struct Entry {
        QString id;
        QAction *action = nullptr;
        QString menu;
        QString place;
        QList<QKeySequence> defaults;
        std::function<bool()> rule;
        QPointer<QWidget> scope;
        bool alone = false;
    };

    explicit ActionRegistry(QSettings &settings, QObject *parent = nullptr);

    /// Global keys live in this window.
    void setWindow(QWidget *window);
    /// A second action of the same id takes the place of the first.
    ActionBuilder add(const QString &id);
    QAction *action(QStringView id) const;
    const Entry *entry(QStringView id) const;
    /// In the order they were added
    QList<const Entry *> entries() const;
    /// Runs it if it is there and enabled; for tests, the palette and other places.
    bool trigger(QStringView id);
    /// Asks the enabled rules again; call it when what they look at has changed.
    void refresh();

    void fill(QMenu *menu, const QString &menuId) const;
    /// The words without mnemonic and dots
    static QString plainText(const QAction *action);

    QList<QKeySequence> keys(QStringView id) const;
    void setKeys(const QString &id, const QList<QKeySequence> &keys);
    void resetKeys(const QString &id);
    void resetAllKeys();
    /// Another action that already answers to this key in a scope where both could be meant
    const Entry *conflict(const QString &id, const QKeySequence &sequence) const;

Q_SIGNALS:
    void changed();

private:
    friend class ActionBuilder;
    void insert(Entry entry);
    void remove(const QString &id, const QAction *action);
    void applyKeys(const Entry &entry) const;
    QList<QKeySequence> stored(const Entry &entry) const;

    QSettings &m_settings;
    QPointer<QWidget> m_window;
    QList<Entry> m_entries;
};

} // namespace trucban
