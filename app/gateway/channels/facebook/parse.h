// SPDX-License-Identifier: GPL-3.0-or-later
// Webhook body to events. Whatever the bytes are, it answers: with events, or with a Failure that names what is wrong.
#pragma once

#include "base/result.h"
#include "gateway/channels/facebook/event.h"

#include <QByteArrayView>

namespace trucban::gateway::facebook {

/// Failure codes: not_utf8, not_json, too_deep, not_an_envelope, other_object, too_many_events
Result<QList<Event>> parse(const QByteArray &body);

/// One element of entry[].messaging[] (or standby[]); several payloads in one element give several events.
QList<Event> parseMessaging(const QJsonObject &event, const Event &frame);
/// One element of entry[].changes[].
QList<Event> parseChange(const QJsonObject &change, const Event &frame);
/// The attachments of one message in their order, doubled stickers collapsed.
QList<IncomingAttachment> parseAttachments(const QJsonObject &message);
/// text, image, … or mixed
QString messageKindOf(const QString &text, const QList<IncomingAttachment> &attachments);

/// A key for events that carry none: the same event again gives the same key.
QString keyFromContent(QStringView kind, const QByteArray &raw);

} // namespace trucban::gateway::facebook
