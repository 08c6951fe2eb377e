// SPDX-License-Identifier: GPL-3.0-or-later
// One act of a person has one id: sent again after an unclear failure it is done once.
#pragma once

#include <QUuid>

namespace trucban {

inline QString newRequest()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace trucban
