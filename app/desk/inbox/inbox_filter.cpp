// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/inbox/inbox_filter.h"

#include "domain/case.h"
#include "domain/text.h"
#include "domain/words.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace trucban {

namespace {

/// `tuong-mai`, `Tương_Mai` and `tương mai` name the same place.
QString key(const QString &word)
{
    QString plain = text::plainKey(word);
    plain.remove(u' ').remove(u'-').remove(u'_');
    return plain;
}

qint64 find(const QList<InboxChoice> &choices, const QString &word)
{
    const QString wanted = key(word);
    const auto exactly = [&](const InboxChoice &choice) { return key(choice.code) == wanted || key(choice.name) == wanted; };
    const auto about = [&](const InboxChoice &choice) { return key(choice.name).contains(wanted); };
    auto found = std::ranges::find_if(choices, exactly);
    if (found == choices.end() && wanted.size() >= 3)
        found = std::ranges::find_if(choices, about);
    return found == choices.end() ? 0 : found->id;
}

QString urgencyWord(const QString &word)
{
    const QString wanted = key(word);
    const std::pair<QStringView, QString> known[] = {
        {u"emergency", u"emergency"_s}, {u"khancap", u"emergency"_s}, {u"high", u"high"_s},     {u"cao", u"high"_s},
        {u"medium", u"medium"_s},       {u"trungbinh", u"medium"_s},  {u"low", u"low"_s},       {u"thap", u"low"_s},
    };
    const auto found = std::ranges::find_if(known, [&](const auto &pair) { return pair.first == wanted; });
    return found == std::end(known) ? QString() : found->second;
}

bool take(InboxFilter &filter, const QString &name, const QString &value, const InboxChoices &choices)
{
    if (name == u"unit" || name == u"donvi" || name == u"dv")
        return bool(filter.unit = UnitId{find(choices.units, value)});
    if (name == u"area" || name == u"diaban" || name == u"phuong")
        return bool(filter.area = AreaId{find(choices.areas, value)});
    if (name == u"category" || name == u"danhmuc" || name == u"dm")
        return bool(filter.category = CategoryId{find(choices.categories, value)});
    if (name == u"urgency" || name == u"khan" || name == u"mucdo")
        return !(filter.urgency = urgencyWord(value)).isEmpty();
    if (name == u"status" || name == u"trangthai")
        return fromWord<CaseStatus>(value) ? !(filter.status = value).isEmpty() : false;
    return false;
}

} // namespace

bool InboxFilter::isNumber() const
{
    static const QRegularExpression number(u"^\\d\\d-\\d{6,}$"_s);
    return number.match(text).hasMatch();
}

QJsonObject InboxFilter::toJson() const
{
    QJsonObject json{{u"view"_s, view}, {u"sort"_s, sort == InboxSort::Newest ? u"newest"_s : u"burns"_s}};
    const auto put = [&](const QString &name, const QJsonValue &value, bool present) {
        if (present)
            json.insert(name, value);
    };
    put(u"status"_s, status, !status.isEmpty());
    put(u"urgency"_s, urgency, !urgency.isEmpty());
    put(u"category"_s, category.value, bool(category));
    put(u"area"_s, area.value, bool(area));
    put(u"unit"_s, unit.value, bool(unit));
    put(u"text"_s, text, !text.isEmpty());
    return json;
}

InboxFilter InboxFilter::fromJson(const QJsonObject &json)
{
    InboxFilter made;
    made.view = json.value(u"view").toString(u"all"_s);
    made.status = json.value(u"status").toString();
    made.urgency = json.value(u"urgency").toString();
    made.category = CategoryId{json.value(u"category").toInteger()};
    made.area = AreaId{json.value(u"area").toInteger()};
    made.unit = UnitId{json.value(u"unit").toInteger()};
    made.text = json.value(u"text").toString();
    made.sort = json.value(u"sort").toString() == u"newest" ? InboxSort::Newest : InboxSort::BurnsFirst;
    return made;
}

InboxFilter withTyped(InboxFilter filter, const QString &typed, const InboxChoices &choices)
{
    QStringList rest;
    const auto tokens = typed.split(u' ', Qt::SkipEmptyParts);
    for (const QString &token : tokens) {
        const qsizetype colon = token.indexOf(u':');
        const bool isOperator = colon > 0 && colon + 1 < token.size() && take(filter, key(token.left(colon)), token.mid(colon + 1), choices);
        if (!isOperator)
            rest.append(token);
    }
    const QString words = rest.join(u' ');
    const auto number = words.isEmpty() ? std::nullopt : CaseNumber::fromString(words);
    filter.text = number ? number->toString() : words;
    return filter;
}

} // namespace trucban
