// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmarks by name. Each adds its rows to the figures.
#pragma once

#include "cluster.h"
#include "figures.h"

namespace trucban::bench {

struct Ground {
    Cluster &cluster;
    qint64 cases;
    Figures &figures;
};

void benchSearch(Ground &ground);
void benchIntake(Ground &ground);
void benchInboxOpen(Ground &ground);
void benchInboxFilter(Ground &ground);
void benchInboxScroll(Ground &ground);
void benchCaseOpen(Ground &ground);
void benchNotify(Ground &ground);
void benchStartup(Ground &ground);
void benchEscalationScan(Ground &ground);
void benchWallRefresh(Ground &ground);
void benchReportMonth(Ground &ground);

} // namespace trucban::bench
