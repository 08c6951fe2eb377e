// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/action_strip.h"

#include "desk/case_values.h"
#include "ui/frame/action_registry.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace trucban {

namespace {
const QStringList &steps()
{
    static const QStringList all{u"case.claim"_s, u"case.classify"_s, u"case.forward"_s, u"case.reply"_s, u"case.publish"_s, u"case.close"_s};
    return all;
}
const QStringList &others()
{
    static const QStringList all{u"case.release_claim"_s, u"case.take_over"_s, {}, u"case.reject"_s, u"case.duplicate"_s, u"case.reopen"_s, {},
                                 u"case.note"_s, u"case.citizen"_s, u"case.history"_s};
    return all;
}
} // namespace

ActionStrip::ActionStrip(ActionRegistry &actions, QWidget *parent) : QWidget(parent), m_actions(actions), m_more(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::space(2), 0, Theme::space(2), 0);
    row->setSpacing(Theme::space());
    for (const QString &id : steps()) {
        auto *button = new QPushButton(this);
        button->setAutoDefault(false);
        row->addWidget(button);
        m_buttons.insert(id, button);
        connect(button, &QPushButton::clicked, this, [this, id] { m_actions.trigger(id); });
    }
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More steps"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        m_actions.refresh();
        for (const QString &id : others()) {
            if (id.isEmpty())
                menu->addSeparator();
            else if (QAction *action = m_actions.action(id))
                menu->addAction(action);
        }
    });
    m_more->setMenu(menu);
    row->addWidget(m_more);
    row->addStretch(1);
    connect(&m_actions, &ActionRegistry::changed, this, &ActionStrip::refresh);
    refresh();
}

QString ActionStrip::nextOf(const CaseRow &row, bool mine)
{
    if (row.status == "published"_L1)
        return u"case.close"_s;
    if (row.status == "released"_L1)
        return u"case.publish"_s;
    if (row.queue >= 6 || row.queue == 0)
        return {};
    if (row.status == "forwarded"_L1)
        return {}; // the unit's turn
    if (!mine)
        return u"case.claim"_s;
    if (row.status == "claimed"_L1)
        return u"case.classify"_s;
    if (row.status == "classified"_L1 || row.status == "handed_back"_L1)
        return u"case.forward"_s;
    return row.status == "answered"_L1 ? u"case.reply"_s : QString();
}

void ActionStrip::setNext(const QString &id)
{
    m_next = id;
    refresh();
}

void ActionStrip::refresh()
{
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it) {
        const QAction *action = m_actions.action(it.key());
        QPushButton *button = it.value();
        button->setVisible(action);
        if (!action)
            continue;
        const bool next = it.key() == m_next;
        QString words = ActionRegistry::plainText(action);
        button->setText(words);
        button->setAccessibleName(words);
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setDefault(next);
        button->setProperty("next", next);
        QPalette palette = this->palette();
        if (next && action->isEnabled()) {
            palette.setColor(QPalette::Button, Theme::colour(Meaning::Accent));
            palette.setColor(QPalette::ButtonText, Theme::onColour(Meaning::Accent));
        }
        button->setPalette(palette);
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled, Qt::UniqueConnection);
    }
}

} // namespace trucban
