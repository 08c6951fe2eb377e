// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says about the connection, Facebook, the outbox and the journal.
#pragma once

#include "desk/pulse_reading.h"
#include "ui/theme/theme.h"
#include "ui/widgets/failure_words.h"

class QMenu;
class QWidget;

namespace trucban {

class ActionRegistry;
struct ConnectionState;

struct StateWords {
    QString word;
    Meaning meaning = Meaning::Quiet;
    QString why;
};

StateWords connectionWords(const ConnectionState &state);
StateWords facebookWords(const PulseReading &reading);
FailureWords healthWords(const PulseReading &reading);
QString sendingWords(const PulseReading &reading);
QString journalWords(const PulseReading &reading);
QMenu *makePersonMenu(const ActionRegistry &actions, QWidget *parent);

} // namespace trucban
