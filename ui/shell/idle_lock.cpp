// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idle_lock.h"

#include "base/logging.h"
#include "storage/database.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/workbench.h"
#include "ui/shell/lock_screen.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QResizeEvent>
#include <QSettings>

namespace trucban {

namespace {

constexpr int mostWrong = 5;

/// Lies over a window while the desk is locked.
class Cover : public QWidget
{
public:
    explicit Cover(QWidget *window) : QWidget(window)
    {
        setObjectName(u"lockCover"_s);
        setGeometry(window->rect());
        window->installEventFilter(this);
        show();
        raise();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            resize(static_cast<QResizeEvent *>(event)->size());
        else if (event->type() == QEvent::ChildAdded || event->type() == QEvent::LayoutRequest)
            raise();
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::colour(Neutral::Ground)); }
};

} // namespace

IdleLock::IdleLock(Workbench &bench, MainWindow &window) : m_bench(bench), m_window(window)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &IdleLock::lock);
    qApp->installEventFilter(this);
    makeActions();
    setMinutes(bench.settings.value(u"lock/minutes"_s, minutesWhenNotSaid).toInt());
}

IdleLock::~IdleLock()
{
    delete m_screen;
}

void IdleLock::makeActions()
{
    ActionRegistry &actions = m_bench.actions;
    actions.add(u"program.lock"_s).text(tr("&Lock this desk")).icon(u"system-lock-screen"_s).menu(u"program"_s).keys(QKeySequence(u"Ctrl+Shift+L"_s)).run(this, &IdleLock::lock);
    auto *group = new QActionGroup(this);
    const int now = m_bench.settings.value(u"lock/minutes"_s, minutesWhenNotSaid).toInt();
    for (const int minutes : {5, 10, 30, 0}) {
        const QString words = minutes == 0 ? tr("Never lock by itself (a wall display)") : tr("Lock after %1 minutes without a key").arg(minutes);
        QAction *action = actions.add(u"program.lock_after_%1"_s.arg(minutes)).text(words).menu(u"program"_s).checkable(now == minutes).run(this, [this, minutes] {
            m_bench.settings.setValue(u"lock/minutes"_s, minutes);
            setMinutes(minutes);
        });
        group->addAction(action);
    }
}

void IdleLock::setMinutes(int minutes)
{
    setIdleMs(qMax(0, minutes) * 60'000);
}

void IdleLock::setIdleMs(int ms)
{
    m_idle.stop();
    m_idle.setInterval(ms);
    if (ms > 0)
        m_idle.start();
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod:
        if (m_idle.interval() > 0 && !isLocked())
            m_idle.start();
        break;
    case QEvent::Show: // a window that comes up by itself meanwhile
        if (auto *window = qobject_cast<QWidget *>(watched); window && isLocked() && window->isWindow() && window != m_screen)
            cover(window);
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void IdleLock::cover(QWidget *window)
{
    const bool shows = window->windowType() != Qt::ToolTip && window->windowType() != Qt::Popup;
    if (shows && !window->findChild<QWidget *>(u"lockCover"_s, Qt::FindDirectChildrenOnly))
        m_covers.append(new Cover(window));
}

void IdleLock::lock()
{
    if (isLocked() || m_bench.database.options().password.isEmpty()) // let in without a password: there is none to ask for
        return;
    m_idle.stop();
    m_wrong = 0;
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    m_focus = QApplication::focusWidget();
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            cover(window);
    }
    m_screen = new LockScreen(m_bench.me.name, &m_window);
    connect(m_screen, &LockScreen::passwordGiven, this, &IdleLock::tryPassword);
    connect(m_screen, &LockScreen::otherPersonWanted, this, &IdleLock::otherPersonWanted, Qt::QueuedConnection);
    m_screen->setGeometry(m_window.isMinimized() ? m_window.normalGeometry() : m_window.geometry());
    m_screen->show();
    m_screen->raise();
    m_screen->activateWindow();
    qCInfo(lcUi) << "locked";
    Q_EMIT lockedChanged(true);
}

void IdleLock::tryPassword(const QString &password)
{
    if (password == m_bench.database.options().password) {
        unlock();
        return;
    }
    if (++m_wrong >= mostWrong) {
        qCWarning(lcUi) << "locked desk: signed out after" << m_wrong << "wrong passwords";
        Q_EMIT otherPersonWanted();
        return;
    }
    m_screen->refuse(tr("This is not the password of %1. After %2 more wrong ones this desk is signed out.").arg(m_bench.me.name).arg(mostWrong - m_wrong));
}

void IdleLock::unlock()
{
    delete m_screen;
    for (const QPointer<QWidget> &cover : std::as_const(m_covers))
        delete cover;
    m_covers.clear();
    if (m_focus) {
        m_focus->activateWindow();
        m_focus->setFocus();
    }
    if (m_idle.interval() > 0)
        m_idle.start();
    Q_EMIT lockedChanged(false);
}

} // namespace trucban
