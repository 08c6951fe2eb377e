// SPDX-License-Identifier: GPL-3.0-or-later
// Place: one folder of ui/, one thing a person goes to. Places know each other only by Target, never by include.
//
// A place folder ui/<name>/ has a place.h that declares
//     namespace trucban::places { std::unique_ptr<Place> <name>(Workbench &bench); }
// The program finds it there at build time; deleting the folder removes the place.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

class QWidget;

namespace trucban {

struct Me;
struct Workbench;

/// What is to be shown: kind "case" with its id, "case_number" with its text, "bulletin", "inbox" with filters as facts …
struct Target {
    QString kind;
    qint64 id = 0;
    QString text;
    QJsonObject facts;

    static Target ofCase(CaseId id) { return {u"case"_s, id.value, {}, {}}; }
    static Target ofCaseNumber(const QString &number) { return {u"case_number"_s, 0, number, {}}; }
    static Target ofBulletin(BulletinId id) { return {u"bulletin"_s, id.value, {}, {}}; }
    /// A draft for publishing that tells the result of this case
    static Target newBulletin(CaseId from) { return {u"new_bulletin"_s, from.value, {}, {}}; }
    /// The inbox with a view ("new", "mine", "overdue" …) and filters (category, urgency, area, unit, status …)
    static Target inbox(const QString &view, const QJsonObject &filters = {}) { return {u"inbox"_s, 0, view, filters}; }
};

class Place : public QObject
{
    Q_OBJECT
public:
    enum Where {
        Bar,       // named in the top bar
        Side,      // the right pane beside a place that wantsSide()
        CasePanel, // a tab under the conversation, hosted by the case place
        Corner,    // a small widget at the right of the top bar, and perhaps a strip below it
        Hidden,    // reached by target or palette only
    };

    using QObject::QObject;
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    virtual QString iconName() const = 0;
    virtual Where where() const { return Bar; }
    /// Left to right in the bar
    virtual int order() const { return 50; }
    virtual bool isFor(const Me &) const { return true; }
    virtual bool wantsSide() const { return false; }

    /// Made at the first call, then the same; the caller puts it into a layout and thereby owns it.
    virtual QWidget *widget() = 0;
    /// Of a Corner: a line across the window under the top bar, that hides itself when there is nothing to say.
    virtual QWidget *strip() { return nullptr; }
    /// Called each time the place comes to the front: put the focus where work begins.
    virtual void enter() {}

    virtual bool opens(const Target &) const { return false; }
    virtual void open(const Target &) {}

    /// Named sub-states for the picture walker ("" is the plain place); showState() brings one up.
    virtual QStringList states() const { return {QString()}; }
    virtual void showState(const QString &) {}
    /// False while something asked for has not arrived: the walker and tests wait for it.
    virtual bool isSettled() const { return true; }
    /// A count beside the name in the bar; 0 shows nothing.
    virtual qint64 badge() const { return 0; }

Q_SIGNALS:
    void badgeChanged();
};

} // namespace trucban
