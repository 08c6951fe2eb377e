// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

namespace trucban::admin {

Result<Arguments> Arguments::parse(const QStringList &words, const QStringList &valued, const QStringList &switches)
{
    Arguments arguments;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words[at];
        if (!word.startsWith(u"--"_s)) {
            arguments.m_words.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.sliced(2, (equals < 0 ? word.size() : equals) - 2);
        if (switches.contains(name) && equals < 0) {
            arguments.m_options.insert(name, {});
        } else if (!valued.contains(name)) {
            return usage(u"--%1 is not known here"_s.arg(name));
        } else if (equals >= 0) {
            arguments.m_options.insert(name, word.sliced(equals + 1));
        } else if (at + 1 < words.size()) {
            arguments.m_options.insert(name, words[++at]);
        } else {
            return usage(u"--%1 needs a value"_s.arg(name));
        }
    }
    return arguments;
}

Result<qint64> Arguments::number(const QString &name, qint64 otherwise, qint64 least) const
{
    if (!has(name))
        return otherwise;
    bool fine = false;
    const qint64 number = value(name).toLongLong(&fine);
    if (!fine || number < least)
        return usage(u"--%1 needs a whole number from %2 up"_s.arg(name).arg(least));
    return number;
}

} // namespace trucban::admin
