// SPDX-License-Identifier: GPL-3.0-or-later
// InboxRow: one case as the inbox paints it; and the key by which pages follow each other.
#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QDateTime>

namespace trucban {

class Row;

/// The place of a row in its order: a moment with all its microseconds, as PostgreSQL writes it, and an id.
struct InboxKey {
    QString at; // "infinity" sorts last
    qint64 id = 0;
    double order = 0; // the moment as a number, to compare here
    bool isValid() const { return !at.isEmpty(); }
};

struct InboxRow {
    CaseId id;
    QString number;
    QString status;
    int queue = 0;
    Revision revision;
    QString channel;
    CitizenId citizen;
    QString category;
    QString categoryName;
    QString categoryNameEn;
    QString urgency;
    QString area;
    QString unit;
    QString unitName;
    PersonId holder;
    QString holderName;
    QDateTime receivedAt;
    QDateTime lastMessageAt;
    QDateTime burnsAt;  // invalid: nothing burns
    QString burnsClock; // a stage, window_24h, window_7d
    QString firstWords;
    QString lastWords;
    QString hit;        // the message a search found
    int messages = 0;
    int unread = 0;
    int images = 0;
    int videos = 0;
    int audios = 0;
    int files = 0;
    MediaId thumbnail;
    InboxKey key;

    static InboxRow fromRow(const Row &row);
};

} // namespace trucban
