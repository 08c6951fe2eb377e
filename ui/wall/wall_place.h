// SPDX-License-Identifier: GPL-3.0-or-later
// WallPlace: the wall as a window of its own over a whole screen, or, found by name, within the desk's window.
#pragma once

#include "ui/frame/place.h"
#include "ui/wall/wall_feed.h"

#include <QPointer>

namespace trucban {

class WallView;
class WallWindow;

class WallPlace : public Place
{
    Q_OBJECT
public:
    explicit WallPlace(Workbench &bench);
    ~WallPlace() override;

    QString id() const override { return u"wall"_s; }
    QString title() const override { return tr("The wall"); }
    QString iconName() const override { return u"view-presentation"_s; }
    Where where() const override { return Hidden; }
    bool isFor(const Me &me) const override;
    QWidget *widget() override;
    void enter() override;
    bool isSettled() const override { return m_settled; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openWindow();
    void fill(WallView &view);
    void follow(const QJsonObject &target);
    void look();

    Workbench &m_bench;
    WallFeed *m_feed;
    QPointer<WallView> m_view;
    QPointer<WallWindow> m_window;
    QPointer<QWidget> m_desk;
    WallReading m_last;
    MapPlaces m_places;
    bool m_settled = false;
};

} // namespace trucban
