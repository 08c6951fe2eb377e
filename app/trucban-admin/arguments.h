// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments: what stands on the command line, sorted into words and options; a wrong one is a usage error (exit 2).
#pragma once

#include "base/result.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace trucban::admin {

class Arguments
{
public:
    /// `valued` options take the next word, `switches` stand alone.
    static Result<Arguments> parse(const QStringList &words, const QStringList &valued, const QStringList &switches);

    bool has(const QString &name) const { return m_options.contains(name); }
    QString value(const QString &name, const QString &otherwise = {}) const { return m_options.value(name, otherwise); }
    std::optional<QString> maybe(const QString &name) const { return has(name) ? std::optional(value(name)) : std::nullopt; }
    /// A whole number from `least` up; Invalid("usage") otherwise
    Result<qint64> number(const QString &name, qint64 otherwise, qint64 least = 1) const;
    const QStringList &words() const { return m_words; }

private:
    QHash<QString, QString> m_options;
    QStringList m_words;
};

inline std::unexpected<Failure> usage(const QString &what)
{
    return failed(Failure::Invalid, u"usage"_s, what);
}

} // namespace trucban::admin
