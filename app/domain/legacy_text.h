// SPDX-License-Identifier: GPL-3.0-or-later
// Recognises Vietnamese typed in a font encoding of before Unicode, and reads it. The words as received are never replaced.
#pragma once

#include <QString>

#include <optional>

namespace trucban::text {

enum class LegacyEncoding { Tcvn3, VniWindows, Viqr };

struct LegacyReading {
    LegacyEncoding encoding;
    QString text; // NFC
};

/// The reading, when the text makes sense as one of the encodings and not as it stands.
std::optional<LegacyReading> legacyReading(const QString &received);

QString fromTcvn3(const QString &text);
QString fromVni(const QString &text);
QString fromViqr(const QString &text);

/// Whether a word could be one Vietnamese syllable (any case, NFC).
bool isVietnameseSyllable(const QString &word);

} // namespace trucban::text
