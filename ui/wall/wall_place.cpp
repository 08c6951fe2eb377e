// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wall/wall_place.h"

#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/frame/workbench.h"
#include "ui/wall/place.h"
#include "ui/wall/wall_view.h"
#include "ui/wall/wall_window.h"

#include <QApplication>
#include <QEvent>

namespace trucban {

std::unique_ptr<Place> places::wall(Workbench &bench)
{
    return std::make_unique<WallPlace>(bench);
}

WallPlace::WallPlace(Workbench &bench) : m_bench(bench), m_feed(new WallFeed(bench.database, bench.changes, this))
{
    connect(m_feed, &WallFeed::arrived, this, [this](const WallReading &reading) {
        m_last = reading;
        m_settled = true;
        if (m_view)
            m_view->show(reading);
        if (m_window)
            m_window->view().show(reading);
    });
    connect(m_feed, &WallFeed::placesArrived, this, [this](const MapPlaces &places) {
        m_places = places;
        if (m_view)
            m_view->setPlaces(places);
        if (m_window)
            m_window->view().setPlaces(places);
    });
    connect(m_feed, &WallFeed::failed, this, [this](const Failure &failure) {
        m_settled = true;
        if (m_view)
            m_view->tellFailure(failure);
        if (m_window)
            m_window->view().tellFailure(failure);
    });
    if (isFor(bench.me))
        bench.actions.add(u"wall.open"_s).text(tr("Wall on the second screen")).hint(tr("How the desk stands, over a whole screen: readable from three metres; Esc closes it."))
            .icon(iconName()).menu(u"view"_s).keys(QKeySequence(u"Ctrl+F11"_s)).run(this, &WallPlace::openWindow);
}

WallPlace::~WallPlace()
{
    delete m_window;
}

bool WallPlace::isFor(const Me &me) const
{
    return me.isStaff();
}

void WallPlace::fill(WallView &view)
{
    view.setPlaces(m_places);
    if (m_last.now.isValid())
        view.show(m_last);
    connect(&view, &WallView::chosen, this, &WallPlace::follow);
    view.installEventFilter(this);
}

QWidget *WallPlace::widget()
{
    if (!m_view) {
        m_view = new WallView;
        fill(*m_view);
    }
    return m_view;
}

void WallPlace::enter()
{
    look();
    m_feed->read();
}

void WallPlace::openWindow()
{
    if (!m_window) {
        m_desk = QApplication::activeWindow();
        if (!m_desk && m_view)
            m_desk = m_view->window();
        m_window = new WallWindow(m_desk);
        fill(m_window->view());
        connect(m_window, &WallWindow::closed, this, [this] {
            m_window->deleteLater();
            m_window.clear();
            look();
        });
    }
    m_window->fillScreen();
    m_window->raise();
    m_window->activateWindow();
    look();
}

// read only while somebody can see it
void WallPlace::look()
{
    m_feed->setOn(m_window || (m_view && m_view->isVisible()));
}

bool WallPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        QMetaObject::invokeMethod(this, &WallPlace::look, Qt::QueuedConnection);
    return Place::eventFilter(watched, event);
}

void WallPlace::follow(const QJsonObject &target)
{
    if (target.contains(u"case"_s)) { // and why it is red
        m_bench.places.open(CaseId{target[u"case"_s].toInteger()});
        m_bench.places.open({u"clocks"_s, target[u"case"_s].toInteger(), {}, {}});
    } else if (target.contains(u"view"_s))
        m_bench.places.open(Target::inbox(target[u"view"_s].toString(), target[u"filters"_s].toObject()));
    else
        m_bench.places.open(Target{u"cases_behind"_s, 0, target[u"title"_s].toString(), target});
    if (m_desk && m_desk != m_window) {
        m_desk->raise();
        m_desk->activateWindow();
    }
}

} // namespace trucban
