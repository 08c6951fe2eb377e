// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lock_screen.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace trucban {

LockScreen::LockScreen(const QString &name, QWidget *parent)
    : QWidget(parent, Qt::Dialog | Qt::FramelessWindowHint), m_password(new QLineEdit(this)), m_why(new QLabel(this))
{
    setObjectName(u"lockScreen"_s);
    setWindowTitle(tr("Locked – Trực Ban"));
    setWindowModality(Qt::ApplicationModal);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *icon = new QLabel(this);
    icon->setPixmap(Theme::icon(u"object-locked"_s).pixmap(Theme::space(10), Theme::space(10)));
    auto *title = new QLabel(tr("%1 holds this desk").arg(name), this);
    title->setFont(Theme::bold(TextSize::Heading));
    auto *what = new QuietLabel(tr("Nobody has touched it for a while, so it is locked. Everything is as you left it; new messages go on arriving."), this, TextSize::Body);
    what->setWordWrap(true);
    m_password->setObjectName(u"lockPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(tr("Password of %1").arg(name));
    m_why->setObjectName(u"lockWhy"_s);
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::BrightText);
    m_why->hide();
    auto *open = new QPushButton(tr("&Go on working"), this);
    open->setObjectName(u"lockOpen"_s);
    open->setDefault(true);
    auto *other = new QPushButton(tr("&Somebody else signs in"), this);
    other->setObjectName(u"lockOther"_s);
    other->setToolTip(tr("Signs %1 out. Drafts stay with their author; what was claimed becomes free when its time is up.").arg(name));

    auto *card = new QWidget(this);
    card->setMaximumWidth(Theme::space(110));
    auto *column = new QVBoxLayout(card);
    column->setSpacing(Theme::space(3));
    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::space(3));
    head->addWidget(icon);
    head->addWidget(title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(other);
    buttons->addStretch(1);
    buttons->addWidget(open);
    column->addLayout(head);
    column->addWidget(what);
    column->addWidget(m_password);
    column->addWidget(m_why);
    column->addLayout(buttons);
    auto *middle = new QHBoxLayout(this);
    middle->addStretch(1);
    auto *upright = new QVBoxLayout;
    upright->addStretch(2);
    upright->addWidget(card);
    upright->addStretch(3);
    middle->addLayout(upright, 6);
    middle->addStretch(1);
    const auto give = [this] {
        if (!m_password->text().isEmpty())
            Q_EMIT passwordGiven(m_password->text());
    };
    connect(open, &QPushButton::clicked, this, give);
    connect(m_password, &QLineEdit::returnPressed, this, give);
    connect(other, &QPushButton::clicked, this, &LockScreen::otherPersonWanted);
    m_password->setFocus();
}

void LockScreen::refuse(const QString &why)
{
    m_why->setText(why);
    m_why->show();
    m_password->clear();
    m_password->setFocus();
}

void LockScreen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(Neutral::Surface));
    painter.setPen(Theme::colour(Neutral::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

// the window's own ways of closing do not open the desk
void LockScreen::closeEvent(QCloseEvent *event)
{
    event->setAccepted(!event->spontaneous());
}

void LockScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        m_password->clear();
    else
        QWidget::keyPressEvent(event);
}

} // namespace trucban
