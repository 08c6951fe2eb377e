// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/action_registry.h"

#include "ui/theme/theme.h"

#include <QMenu>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace trucban {

namespace {

QString settingsKey(const QString &id)
{
    return u"shortcuts/"_s + id;
}

bool isBareLetter(const QList<QKeySequence> &keys)
{
    return std::ranges::any_of(keys, [](const QKeySequence &sequence) {
        return sequence.count() == 1 && sequence[0].keyboardModifiers() == Qt::NoModifier && sequence[0].key() < Qt::Key_Escape;
    });
}

} // namespace

ActionBuilder &ActionBuilder::text(const QString &words)
{
    m_action->setText(words);
    return *this;
}

ActionBuilder &ActionBuilder::hint(const QString &sentence)
{
    m_action->setStatusTip(sentence);
    return *this;
}

ActionBuilder &ActionBuilder::icon(const QString &name)
{
    m_action->setIcon(Theme::icon(name));
    return *this;
}

ActionBuilder &ActionBuilder::menu(const QString &menuId)
{
    m_menu = menuId;
    return *this;
}

ActionBuilder &ActionBuilder::keys(const QKeySequence &sequence)
{
    m_keys.append(sequence);
    return *this;
}

ActionBuilder &ActionBuilder::keys(const QList<QKeySequence> &sequences)
{
    m_keys.append(sequences);
    return *this;
}

ActionBuilder &ActionBuilder::in(QWidget *scope)
{
    m_scope = scope;
    return *this;
}

ActionBuilder &ActionBuilder::alone()
{
    m_alone = true;
    return *this;
}

ActionBuilder &ActionBuilder::place(const QString &placeId)
{
    m_place = placeId;
    return *this;
}

ActionBuilder &ActionBuilder::checkable(bool checked)
{
    m_action->setCheckable(true);
    m_action->setChecked(checked);
    return *this;
}

ActionBuilder &ActionBuilder::enabledWhen(std::function<bool()> rule)
{
    m_rule = std::move(rule);
    return *this;
}

QAction *ActionBuilder::finish(QObject *receiver)
{
    const QString id = m_action->objectName();
    m_registry.insert({id, m_action, m_menu, m_place, m_keys, m_rule, m_scope, m_alone});
    QObject::connect(receiver, &QObject::destroyed, &m_registry,
                     [registry = &m_registry, id, action = QPointer(m_action)] { registry->remove(id, action); });
    return m_action;
}

ActionRegistry::ActionRegistry(QSettings &settings, QObject *parent)
    : QObject(parent), m_settings(settings)
{
}

void ActionRegistry::setWindow(QWidget *window)
{
    m_window = window;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!entry.scope)
            window->addAction(entry.action);
    }
}

ActionBuilder ActionRegistry::add(const QString &id)
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    return {*this, action};
}

QAction *ActionRegistry::action(QStringView id) const
{
    const Entry *found = entry(id);
    return found ? found->action : nullptr;
}

const ActionRegistry::Entry *ActionRegistry::entry(QStringView id) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

QList<const ActionRegistry::Entry *> ActionRegistry::entries() const
{
    QList<const Entry *> all;
    for (const Entry &entry : m_entries)
        all.append(&entry);
    return all;
}

bool ActionRegistry::trigger(QStringView id)
{
    const Entry *found = entry(id);
    if (!found || (found->rule && !found->rule()))
        return false;
    found->action->setEnabled(true);
    found->action->trigger();
    return true;
}

void ActionRegistry::refresh()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.rule)
            entry.action->setEnabled(entry.rule());
    }
}

void ActionRegistry::fill(QMenu *menu, const QString &menuId) const
{
    for (const Entry &entry : m_entries) {
        if (entry.menu == menuId)
            menu->addAction(entry.action);
    }
}

QString ActionRegistry::plainText(const QAction *action)
{
    QString words = action->text();
    words.remove(u'&').remove(u'…');
    return words.trimmed();
}

QList<QKeySequence> ActionRegistry::keys(QStringView id) const
{
    const Entry *found = entry(id);
    return found ? stored(*found) : QList<QKeySequence>();
}

void ActionRegistry::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    m_settings.setValue(settingsKey(id), QKeySequence::listToString(keys, QKeySequence::PortableText));
    if (const Entry *found = entry(id))
        applyKeys(*found);
    Q_EMIT changed();
}

void ActionRegistry::resetKeys(const QString &id)
{
    m_settings.remove(settingsKey(id));
    if (const Entry *found = entry(id))
        applyKeys(*found);
    Q_EMIT changed();
}

void ActionRegistry::resetAllKeys()
{
    m_settings.remove(u"shortcuts"_s);
    for (const Entry &entry : std::as_const(m_entries))
        applyKeys(entry);
    Q_EMIT changed();
}

const ActionRegistry::Entry *ActionRegistry::conflict(const QString &id, const QKeySequence &sequence) const
{
    const Entry *mine = entry(id);
    const auto clashes = [&](const Entry &other) {
        if (other.id == id || !stored(other).contains(sequence))
            return false;
        const bool bothScoped = mine && mine->scope && other.scope;
        return !bothScoped || mine->scope == other.scope;
    };
    const auto found = std::ranges::find_if(m_entries, clashes);
    return found == m_entries.end() ? nullptr : &*found;
}

void ActionRegistry::insert(Entry entry)
{
    if (const Entry *old = this->entry(entry.id))
        remove(entry.id, old->action);
    applyKeys(entry);
    if (entry.scope)
        entry.scope->addAction(entry.action);
    else if (m_window)
        m_window->addAction(entry.action);
    if (entry.rule)
        entry.action->setEnabled(entry.rule());
    m_entries.append(std::move(entry));
    Q_EMIT changed();
}

void ActionRegistry::remove(const QString &id, const QAction *action)
{
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.id == id && entry.action == action; });
    if (found == m_entries.end())
        return;
    found->action->deleteLater();
    found->action->setShortcuts(QList<QKeySequence>());
    m_entries.erase(found);
    Q_EMIT changed();
}

void ActionRegistry::applyKeys(const Entry &entry) const
{
    const QList<QKeySequence> keys = stored(entry);
    const bool letter = entry.alone || isBareLetter(keys);
    entry.action->setShortcutContext(!entry.scope ? Qt::WindowShortcut : letter ? Qt::WidgetShortcut : Qt::WidgetWithChildrenShortcut);
    entry.action->setShortcuts(keys);
    const QString words = plainText(entry.action);
    entry.action->setToolTip(keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys.first().toString(QKeySequence::NativeText)));
}

QList<QKeySequence> ActionRegistry::stored(const Entry &entry) const
{
    const QVariant kept = m_settings.value(settingsKey(entry.id));
    return kept.isValid() ? QKeySequence::listFromString(kept.toString(), QKeySequence::PortableText) : entry.defaults;
}

} // namespace trucban
