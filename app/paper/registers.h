// SPDX-License-Identifier: GPL-3.0-or-later
// The registers (sổ) with all their columns, and how a row of desk.read_register reads in them.
#pragma once

#include "paper/document.h"

#include <QJsonObject>

namespace trucban::paper {

struct RegisterSpec {
    QString kind; // shift_book intake crime visits outgoing
    QString title;
    QList<Column> columns;
    QVariantList (*cells)(int number, const QJsonObject &row) = nullptr;
};

const QList<RegisterSpec> &registers();
const RegisterSpec *registerOf(const QString &kind);
/// Head of a register for a period, both days included
DocumentHead registerHead(const RegisterSpec &spec, const QDate &from, const QDate &to, const QJsonObject &paperHead, const QDateTime &madeAt);

} // namespace trucban::paper
