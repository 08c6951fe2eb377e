// SPDX-License-Identifier: GPL-3.0-or-later
// What each list is made of: its fields with their words, what belongs in a table, what must be filled.
#pragma once

#include "desk/administration_desk.h"

namespace trucban {

struct AdminField {
    enum Kind { Text, LongText, Number, Date, Flag, Choice, UnitCode, CategoryCode, TrackCode, CalendarCode };
    struct Word {
        QString word;
        QString label;
    };
    QString key;
    Kind kind = Text;
    QString label;
    bool inTable = true;
    bool required = false;
    bool isKey = false; // part of what names the row: fixed once it is saved
    QList<Word> words = {}; // of a Choice
    QString help = {};

    /// The value as it is shown
    QString shown(const QJsonValue &value) const;
};

struct AdminListSpec {
    AdminList list;
    QString id;
    QString title;
    QString icon;
    QString addVerb; // empty: nothing is added here
    QString empty;   // why there is nothing, and what fills it
    QList<AdminField> fields;

    QStringList columns() const; // of a CSV file
    const AdminField *field(const QString &key) const;
    /// Retired, ended, disabled: quiet in the table
    bool isTree() const { return list == AdminList::Units || list == AdminList::Categories; }
    bool isOver(const QJsonObject &fields) const;
};

/// In the order they stand in the place; words in the language of the moment.
QList<AdminListSpec> adminListSpecs();

} // namespace trucban
