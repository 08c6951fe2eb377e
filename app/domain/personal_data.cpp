// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/personal_data.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace trucban {

namespace {

struct Pattern {
    PersonalDataKind kind;
    QRegularExpression expression; // the find is the group `it`, or else the whole match
};

QRegularExpression expression(const QString &pattern)
{
    QRegularExpression made(pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    made.optimize();
    return made;
}

// In order of trust: an earlier pattern keeps the digits a later one would take (an ID is tried before a phone number).
const auto &patterns()
{
    static const std::array all{
        Pattern{PersonalDataKind::Email, expression(uR"((?<![\w.+\-])[a-z0-9][a-z0-9._%+\-]*@[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,}(?![a-z0-9]))"_s)},
        Pattern{PersonalDataKind::OldNationalId,
                expression(uR"(\b(?:cmnd|cmtnd|cmt|chứng minh(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?)\b\D{0,10}(?<it>[0-9]{9})(?![0-9]))"_s)},
        Pattern{PersonalDataKind::BankAccount,
                expression(uR"(\b(?:stk|số tk|so tk|tài khoản|tai khoan)\b[^0-9\n.!?;]{0,25}(?<it>[0-9](?:[ .\-]?[0-9]){5,18})(?![0-9]))"_s)},
        Pattern{PersonalDataKind::BankAccount,
                expression(
                    uR"((?<![0-9])(?<it>[0-9](?:[ .\-]?[0-9]){7,18})[ ,\-–(]{1,3}(?:ngân hàng|ngan hang|vietcombank|vcb|vietinbank|bidv|agribank|techcombank|tcb|mb ?bank|mb|acb|vpbank|tpbank|sacombank)\b)"_s)},
        Pattern{PersonalDataKind::NationalId, expression(uR"((?<![0-9])0[0-9]{2}[ .]?[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}(?![0-9]))"_s)},
        Pattern{PersonalDataKind::Landline, expression(uR"((?<![0-9])(?:\+?84|0)[ .\-]?2(?:[ .\-]?[0-9]){8,9}(?![0-9]))"_s)},
        Pattern{PersonalDataKind::Phone,
                expression(uR"((?<![0-9])(?:\+?84|0)[ .\-]?(?:[35789](?:[ .\-]?[0-9]){8}|1[ .\-]?[2689](?:[ .\-]?[0-9]){8})(?![0-9]))"_s)},
        Pattern{PersonalDataKind::Phone, expression(uR"(\b(?:zalo|sđt|sdt|đt|dt|điện thoại|dien thoai)\b[^0-9\n]{0,12}(?<it>0[0-9](?:[ .\-]?[0-9]){8,9})(?![0-9]))"_s)},
        Pattern{PersonalDataKind::Plate,
                expression(uR"((?<![a-z0-9])(?:1[1-9]|[2-9][0-9])[ \-]?[a-zđ]{1,2}[0-9]?[ \-][0-9]{3}[ .]?[0-9]{2}(?![0-9]))"_s)},
        Pattern{PersonalDataKind::Plate,
                expression(uR"(\b(?:bks|biển số|bien so|biển kiểm soát|biển)\b[^0-9\n]{0,12}(?<it>(?:1[1-9]|[2-9][0-9])[ \-]?[a-zđ]{1,2}[0-9]?[ .\-]?[0-9]{3}[ .]?[0-9]{1,2})(?![0-9]))"_s)},
        Pattern{PersonalDataKind::Badge, expression(uR"(\b(?:số hiệu|so hieu)\b[^0-9\n]{0,8}(?<it>[0-9]{3}[ .\-]?[0-9]{3})(?![0-9]))"_s)},
    };
    return all;
}

bool overlaps(const TextRange &a, const TextRange &b)
{
    return a.start < b.end() && b.start < a.end();
}

} // namespace

QList<PersonalDatum> findPersonalData(const QString &text)
{
    QList<PersonalDatum> found;
    for (const Pattern &pattern : patterns()) {
        auto matches = pattern.expression.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const bool part = match.hasCaptured(u"it");
            const TextRange range{part ? match.capturedStart(u"it") : match.capturedStart(), part ? match.capturedLength(u"it") : match.capturedLength()};
            const auto taken = [&](const PersonalDatum &other) { return overlaps(other.range, range); };
            if (std::ranges::none_of(found, taken))
                found.append({pattern.kind, range});
        }
    }
    std::ranges::sort(found, {}, [](const PersonalDatum &datum) { return datum.range.start; });
    return found;
}

QString redacted(const QString &text)
{
    QString safe = text::display(text);
    const auto found = findPersonalData(safe);
    for (auto it = found.crbegin(); it != found.crend(); ++it)
        safe.replace(it->range.start, it->range.length, u'[' + toWord(it->kind) + u']');
    return safe;
}

QString toWord(PersonalDataKind kind)
{
    switch (kind) {
    case PersonalDataKind::Phone: return u"phone"_s;
    case PersonalDataKind::Landline: return u"landline"_s;
    case PersonalDataKind::NationalId: return u"national_id"_s;
    case PersonalDataKind::OldNationalId: return u"old_national_id"_s;
    case PersonalDataKind::Plate: return u"plate"_s;
    case PersonalDataKind::BankAccount: return u"bank_account"_s;
    case PersonalDataKind::Email: return u"email"_s;
    case PersonalDataKind::Badge: return u"badge"_s;
    }
    return {};
}

} // namespace trucban
