// SPDX-License-Identifier: GPL-3.0-or-later
// A card of the dashboard: one picture or list on a panel of its own.
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QVBoxLayout>

namespace trucban {

inline QFrame *card(QWidget *content)
{
    auto *frame = new QFrame;
    frame->setObjectName(u"card"_s);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setBackgroundRole(QPalette::Base);
    frame->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(Theme::space(4), Theme::space(4), Theme::space(4), Theme::space(4));
    layout->addWidget(content);
    return frame;
}

} // namespace trucban
