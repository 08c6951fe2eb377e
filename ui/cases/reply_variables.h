// SPDX-License-Identifier: GPL-3.0-or-later
// Variables in prepared words: {{case}}, {{deadline}}, {{unit}}, {{answer}}; an empty one is never sent.
#pragma once

#include "desk/case_values.h"

namespace trucban::replyVariables {

QHash<QString, QString> valuesOf(const CaseRoom &room);
/// Known values in place of their names; what has no value stays as {{name}}.
QString filled(const QString &body, const QHash<QString, QString> &values);
/// The names of variables still in the text
QStringList emptyIn(const QString &text);

} // namespace trucban::replyVariables
