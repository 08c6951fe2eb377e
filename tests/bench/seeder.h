// SPDX-License-Identifier: GPL-3.0-or-later
// The fast seeder: a database of N cases and ten messages each by COPY, as three years of a city's page would leave it.
#pragma once

#include "cluster.h"

namespace trucban::bench {

/// Makes schema, people and `cases` cases in a new cluster. Texts are put together from the product's own sample, so that
/// common phrases are common, places and names have their share, and rare words and phone numbers are rare.
void seed(Cluster &cluster, qint64 cases);

/// True for a database made before there was a ledger of charges; seedLedger() then puts it in, as seed() does for a new one.
bool lacksLedger(const Cluster &cluster);
void seedLedger(const Cluster &cluster);

/// Words to search for, of each class of the search table.
struct SearchClass {
    QString name;
    QStringList queries;
};
QList<SearchClass> searchClasses(qint64 cases);

} // namespace trucban::bench
