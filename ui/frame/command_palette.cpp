// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/command_palette.h"

#include "ui/frame/action_registry.h"
#include "ui/frame/fuzzy.h"
#include "ui/frame/place_registry.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace trucban {

namespace {

enum { ActionRole = Qt::UserRole, CaseRole, KeysRole, ScoreRole };

/// Words on the left, keys on the right.
class PaletteRow : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->save();
        painter->setFont(Theme::font(TextSize::Small));
        painter->setPen(Theme::colour(Neutral::QuietText));
        painter->drawText(option.rect.adjusted(0, 0, -Theme::space(2), 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(KeysRole).toString());
        painter->restore();
    }
};

QString caseNumber(const QString &typed)
{
    static const QRegularExpression number(u"^\\s*#?(\\d{2})[-/ ]?(\\d{1,6})\\s*$"_s);
    const auto match = number.match(typed);
    return match.hasMatch() ? u"%1-%2"_s.arg(match.captured(1), match.captured(2).rightJustified(6, u'0')) : QString();
}

} // namespace

CommandPalette::CommandPalette(ActionRegistry &actions, PlaceRegistry &places, QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint), m_actions(actions), m_places(places), m_field(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(tr("What do you want to do? A command, a place or a case number"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setItemDelegate(new PaletteRow(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    const int side = Theme::lineHeight(font()) - 4;
    m_list->setIconSize({side, side});
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
}

void CommandPalette::popUp()
{
    m_actions.refresh();
    m_field->clear();
    fill();
    const QRect window = parentWidget()->rect();
    const QSize size(std::min(window.width() - Theme::space(8), Theme::space(150)), std::min(window.height() * 2 / 3, Theme::space(110)));
    resize(size);
    move(parentWidget()->mapToGlobal(QPoint((window.width() - size.width()) / 2, window.height() / 9)));
    show();
    m_field->setFocus();
}

void CommandPalette::fill()
{
    const QString typed = m_field->text();
    QList<std::pair<int, QListWidgetItem *>> found;
    if (const QString number = caseNumber(typed); !number.isEmpty() && m_places.opens(Target::ofCaseNumber(number))) {
        auto *item = new QListWidgetItem(Theme::icon(u"document-open"_s), tr("Open case %1").arg(number));
        item->setData(CaseRole, number);
        found.append({100000, item});
    }
    QPixmap nothing(m_list->iconSize());
    nothing.fill(Qt::transparent);
    const QIcon blank(nothing); // words stand under each other
    for (const ActionRegistry::Entry *entry : m_actions.entries()) {
        const QString words = ActionRegistry::plainText(entry->action);
        const int score = fuzzyScore(typed, words);
        if (score < 0 || !entry->action->isEnabled() || words.isEmpty() || entry->id == u"palette.open")
            continue;
        auto *item = new QListWidgetItem(entry->action->icon().isNull() ? blank : entry->action->icon(), words);
        item->setData(ActionRole, entry->id);
        item->setToolTip(entry->action->statusTip());
        const auto keys = m_actions.keys(entry->id);
        item->setData(KeysRole, keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText));
        found.append({score, item});
    }
    std::ranges::stable_sort(found, std::greater(), [](const auto &pair) { return pair.first; });
    m_list->clear();
    for (const auto &[score, item] : found)
        m_list->addItem(item);
    m_list->setCurrentRow(0);
}

void CommandPalette::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString id = item->data(ActionRole).toString();
    const QString number = item->data(CaseRole).toString();
    hide();
    if (!number.isEmpty())
        m_places.open(Target::ofCaseNumber(number));
    else
        m_actions.trigger(id);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(Neutral::Raised));
    painter.setPen(Theme::colour(Neutral::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
        case Qt::Key_PageDown:
        case Qt::Key_PageUp:
            QApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace trucban
