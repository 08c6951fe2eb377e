// SPDX-License-Identifier: GPL-3.0-or-later
// KeepFilterDialog: a name for what the inbox shows now; a supervisor may give it to everybody.
#pragma once

#include <QDialog>

namespace trucban {

class KeepFilterDialog : public QDialog
{
    Q_OBJECT
public:
    KeepFilterDialog(const QString &name, bool mayShare, QWidget *parent);

Q_SIGNALS:
    void wanted(const QString &name, bool shared);
};

} // namespace trucban
