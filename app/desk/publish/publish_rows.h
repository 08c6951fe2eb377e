// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that knows the column names of sql/publish.
#pragma once

#include "desk/publish/publish_values.h"
#include "storage/session.h"

namespace trucban::publishRows {

BulletinRow toRow(const Row &row);
Bulletin toBulletin(const Row &row);
BulletinStep toStep(const Row &row);
PostSource toSource(const Row &row);
PostTemplate toTemplate(const Row &row);
PostMedium toMedium(const Row &row);
PostMedium fromInfo(const QJsonObject &info);
CaseBrief toCase(const Row &row);
BulletinStand toStand(const Row &row);
QJsonObject fieldsOf(const BulletinWords &words);

} // namespace trucban::publishRows
