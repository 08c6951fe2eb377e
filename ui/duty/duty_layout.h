// SPDX-License-Identifier: GPL-3.0-or-later
// How the pages of the duty place are laid out: work on the left, the paper it makes on the right, what happened above both.
#pragma once

class QWidget;

namespace trucban {

namespace dutyLayout {

struct Share {
    int stretch; // of what room there is more
    int width;   // to begin with
};

/// The sheets with what can be done with them below
QWidget *paperSide(QWidget *sheets, QWidget *below);
void fill(QWidget *page, QWidget *notice, QWidget *work, Share workShare, QWidget *paper, Share paperShare);

} // namespace dutyLayout

} // namespace trucban
