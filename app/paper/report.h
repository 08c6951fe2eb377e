// SPDX-License-Identifier: GPL-3.0-or-later
// A report of a day, week or month, and a hand-over of a shift, from the frozen JSON of the database.
#pragma once

#include "paper/document.h"

#include <QJsonObject>

namespace trucban::paper {

/// Data of core.report: {kind, from, to, before_from, before_to, made_at, head, sections: [{metric, by, now, before}], channels}
void writeReport(const QJsonObject &data, DocumentWriter &writer);
QString reportTitle(const QJsonObject &data);
/// A row of desk.handovers
void writeHandover(const QJsonObject &handover, DocumentWriter &writer);
QList<Signature> handoverSignatures(const QJsonObject &handover);

} // namespace trucban::paper
