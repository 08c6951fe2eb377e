// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed or pasted into the editor: it is read, rendered, inspected and split without a slip.
#include "domain/case.h"
#include "domain/legacy_text.h"
#include "domain/personal_data.h"
#include "domain/post_gate.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>

using namespace trucban;

static bool within(const TextRange &range, const QString &text)
{
    return range.start >= 0 && range.length >= 0 && range.end() <= text.size();
}

static void checkReading(const QString &source)
{
    const post::Filling filling{{{QStringLiteral("unit"), QStringLiteral("Công an phường")}}, QStringLiteral("An ninh Thủ đô")};
    const post::Reading reading = post::read(source, filling);
    check(reading.origin.size() == reading.text.size());
    check(std::ranges::is_sorted(reading.origin));
    for (const post::Token &token : reading.tokens)
        check(within(token.range, reading.source));
    for (const post::Finding &finding : post::inspect(reading, {filling, {}, {}, 0}))
        check(within(finding.range, reading.source));
    for (qsizetype at = 0; at <= reading.text.size(); at += 7)
        check(within(reading.inSource({at, 3}), reading.source));
}

static void checkText(const QString &text)
{
    const QString shown = text::display(text);
    qsizetype last = 0;
    for (const PersonalDatum &datum : findPersonalData(shown)) {
        check(within(datum.range, shown) && datum.range.start >= last && datum.range.length > 0);
        last = datum.range.end();
    }
    for (const TextRange &range : text::highlights(shown.first(qMin(shown.size(), qsizetype(12))), shown))
        check(within(range, shown));
    for (const QString &piece : splitMessage(shown, 160))
        check(!piece.isEmpty() && piece.size() <= 160);
    (void)text::legacyReading(text);
    (void)text::searchLexemes(text::plainKey(text));
    (void)text::firstWords(text, 40);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString utf8 = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    checkReading(utf8);
    checkText(utf8);
    // lone surrogates and other units that no UTF-8 brings
    const QString units(reinterpret_cast<const QChar *>(data), qsizetype(size / 2));
    checkReading(units);
    return 0;
}
