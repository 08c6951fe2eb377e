// SPDX-License-Identifier: GPL-3.0-or-later
// BubbleLayout: where the pieces of one message stand; computed once a row and width.
#pragma once

#include "ui/cases/conversation_model.h"

#include <QRect>
#include <QTextLayout>

#include <memory>

namespace trucban {

struct BubblePiece {
    MediaItem item;
    qsizetype attachment = 0;
    QRect box;
    QRect retry; // empty: nothing to try again
};

struct BubbleLayout {
    int height = 0;
    QRect bubble;
    QRect quote;
    QString quoteText;
    QList<std::pair<QPoint, std::shared_ptr<QTextLayout>>> texts; // the words, and a converted copy beside them
    QRect convertedLabel;
    QList<BubblePiece> pieces;
    QRect footer;
    QString footerText;
    QRect versions; // leads to what it said before it was edited
    QString versionsText;
    QRect trouble; // what to do next after a refusal
    QString troubleText;
    QRect retrySend;

    static BubbleLayout of(const ConversationModel &model, const CaseMessage &message, int width);
};

QString bubbleRetryWords();

} // namespace trucban
