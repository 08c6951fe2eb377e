// SPDX-License-Identifier: GPL-3.0-or-later
// Finds what identifies a person in a text: for the editor's marks, for the gate before publishing, for the redaction of logs.
#pragma once

#include "domain/text.h"

namespace trucban {

enum class PersonalDataKind { Phone, Landline, NationalId, OldNationalId, Plate, BankAccount, Email, Badge };

struct PersonalDatum {
    PersonalDataKind kind;
    TextRange range;
    friend bool operator==(const PersonalDatum &, const PersonalDatum &) = default;
};

/// Every find in reading order, none overlapping another. Expects display text (NFC).
QList<PersonalDatum> findPersonalData(const QString &text);

/// The text with every find replaced by its kind in brackets, e.g. `[phone]`. Takes any text.
QString redacted(const QString &text);

/// phone landline national_id old_national_id plate bank_account email badge
QString toWord(PersonalDataKind kind);

} // namespace trucban
