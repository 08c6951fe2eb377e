// SPDX-License-Identifier: GPL-3.0-or-later
// Suggests where a message belongs: the area its words name, and the unit for area and category, with the reason to show.
// It asks rather than guesses: streets, landmarks and bare words without marks never decide.
#pragma once

#include "domain/text.h"

#include <QHash>

namespace trucban {

struct Area {
    struct Former {
        QString name;     // with its type: `Phường Hàng Buồm`
        QString district; // `Quận Hoàn Kiếm`, or empty
        bool part = false; // only a part of it came here
    };
    QString code;
    QString type; // phuong xa
    QString name;
    QString alternative; // the other spelling, e.g. `Yên Hoà`
    QList<Former> former;
    QString unitCode; // its police
};

/// The former units of a cell of areas.csv: `Phường A (Quận B); Phường C (Quận D)*`
QList<Area::Former> formerUnits(const QString &cell);

struct NamedPlace {
    enum Evidence {
        None,
        Named,             // the ward of today, with its type and marks
        NamedWithoutMarks, // `phuong hoang mai`
        FormerName,        // an old unit that lies in one area of today as a whole
        FormerNameSplit,   // an old unit that was divided: ask
        Mentioned,         // only the bare name: ask
    };
    Evidence evidence = None;
    QStringList areas; // codes; exactly one when the evidence decides
    TextRange words;   // in the text given
    QString name;      // as the text has it
    bool decides() const { return areas.size() == 1 && evidence != Mentioned && evidence != FormerNameSplit && evidence != None; }
};

class Gazetteer
{
public:
    Gazetteer() = default;
    explicit Gazetteer(const QList<Area> &areas);

    /// The best evidence in the text; an earlier mention wins among equals.
    NamedPlace find(const QString &text) const;
    const Area *area(const QString &code) const;

private:
    struct Entry {
        QStringList words; // plain syllables of the name
        QString exact;     // exact key of the name
        QString type;      // plain: phuong xa thi tran
        QString district;  // plain, of a former unit
        QString area;
        bool former = false;
        bool part = false;
    };
    struct Text;
    void add(const QString &name, const QString &type, const QString &district, const QString &area, bool former, bool part);
    NamedPlace at(const Text &text, qsizetype from) const;
    NamedPlace verdict(const Text &text, qsizetype from, qsizetype count, const QList<const Entry *> &found) const;

    QList<Area> m_areas;
    QList<Entry> m_entries;
    QMultiHash<QString, qsizetype> m_byFirstWord;
};

/// What routing needs to know of a category.
struct RoutingCategory {
    QString code;
    QString defaultUnit; // empty: the police of the area
    bool needsWall = false;
};

struct RouteSuggestion {
    enum Reason { PoliceOfTheArea, UnitOfTheCategory, BehindTheWall, AreaUnknown, SeveralAreas, NoUnit };
    QString unit; // empty: ask
    QStringList alsoUnits;
    Reason reason = NoUnit;
    NamedPlace place;
    bool asks() const { return unit.isEmpty(); }
};

RouteSuggestion suggestRoute(const QString &text, const RoutingCategory &category, const Gazetteer &gazetteer);

} // namespace trucban
