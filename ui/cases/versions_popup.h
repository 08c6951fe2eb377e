// SPDX-License-Identifier: GPL-3.0-or-later
// VersionsPopup: what a message said before it was edited, and when it was changed.
#pragma once

#include "desk/case_values.h"

#include <QDialog>

namespace trucban {

class VersionsPopup : public QDialog
{
    Q_OBJECT
public:
    VersionsPopup(const CaseMessage &message, CitizenId citizen, const QList<MessageVersion> &versions, QWidget *parent);
};

} // namespace trucban
