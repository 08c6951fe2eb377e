// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/report.h"

#include "paper/vietnamese.h"

#include <QJsonArray>

namespace trucban::paper {

namespace {

/// What has no key: still with the centre, not classified yet …
QString withoutKey(const QString &by)
{
    static const QHash<QString, QString> words{{u"unit"_s, u"(không ở đơn vị)"_s}, {u"head"_s, u"(không ghi chỉ huy)"_s}, {u"category"_s, u"(chưa phân loại)"_s}, {u"shift"_s, u"(ngoài ca trực)"_s}, {u"area"_s, u"(chưa rõ địa bàn)"_s}};
    return words.value(by, u"(không xác định)"_s);
}

QString period(const QJsonObject &data, QStringView from, QStringView to)
{
    const QDateTime begin = momentOf(data[from].toString()), end = momentOf(data[to].toString()).addMSecs(-1);
    return begin.date() == end.date() ? day(begin.date()) : u"%1 – %2"_s.arg(day(begin.date()), day(end.date()));
}

/// What is told apart by something is one row a key; what is not, one row a part
QList<QJsonObject> rowsOf(const QJsonObject &answer)
{
    const QJsonArray rows = answer[u"rows"].toArray();
    const bool byKey = !answer[u"by"].toString().isEmpty();
    QList<QJsonObject> kept, parts;
    for (const QJsonValue &row : rows)
        (row[u"part"].isNull() || row[u"part"].isUndefined() ? kept : parts).append(row.toObject());
    return byKey || parts.isEmpty() ? kept : parts;
}

QJsonObject total(const QJsonObject &answer)
{
    for (const QJsonValue &row : answer[u"rows"].toArray())
        if (row[u"part"].isNull() || row[u"part"].isUndefined())
            return row.toObject();
    return {};
}

QString nameOf(const QJsonObject &answer, const QJsonObject &row)
{
    const QString part = row[u"part_name"].toString(), name = row[u"name"].toString(), key = row[u"key"].toString();
    if (answer[u"by"].toString().isEmpty())
        return part.isEmpty() ? row[u"part"].toString(u"Tất cả"_s) : part;
    if (answer[u"by"].toString() == u"hour")
        return key + u" giờ"_s;
    return !name.isEmpty() ? name : !key.isEmpty() ? key : withoutKey(answer[u"by"].toString());
}

QString identityOf(const QJsonObject &row)
{
    return row[u"key"].toString() + u'\x1f' + row[u"part"].toString();
}

QVariant number(const QJsonObject &row, QStringView key)
{
    return row[key].isDouble() ? QVariant(row[key].toDouble()) : QVariant();
}

QVariant change(const QVariant &now, const QVariant &before)
{
    return now.isValid() || before.isValid() ? QVariant(now.toDouble() - before.toDouble()) : QVariant();
}

struct Measure {
    QString key;
    QString title;
    Column::Kind kind;
    bool bar = false;
    bool compared = false;
};

QList<Measure> measuresOf(const QString &kind, bool late)
{
    if (kind == u"share")
        return {{u"n"_s, u"Tổng số"_s, Column::Count}, {u"good"_s, u"Đạt"_s, Column::Count}, {u"late"_s, u"Không đạt"_s, Column::Count}, {u"share"_s, u"Tỷ lệ"_s, Column::Percent, true, true}};
    if (kind == u"duration")
        return {{u"n"_s, u"Số vụ"_s, Column::Count}, {u"p50"_s, u"Trung vị"_s, Column::Duration, false, true}, {u"p90"_s, u"90 % dưới"_s, Column::Duration, true, true}};
    if (kind == u"time")
        return {{u"n"_s, u"Số vụ"_s, Column::Count}, {u"seconds"_s, u"Thời gian nắm giữ"_s, Column::Duration, true, true}};
    QList<Measure> counted{{u"n"_s, u"Số lượng"_s, Column::Count, true, true}};
    if (late)
        counted.append({u"late"_s, u"Quá hạn"_s, Column::Count});
    return counted;
}

QString groupTitle(const QString &by)
{
    static const QHash<QString, QString> titles{{u"unit"_s, u"Đơn vị"_s}, {u"head"_s, u"Chỉ huy, đơn vị"_s}, {u"category"_s, u"Danh mục"_s}, {u"officer"_s, u"Cán bộ"_s}, {u"shift"_s, u"Ca trực"_s}, {u"area"_s, u"Địa bàn"_s}, {u"hour"_s, u"Giờ"_s}};
    return titles.value(by, u"Mục"_s);
}

void writeSection(const QJsonObject &section, DocumentWriter &writer)
{
    const QJsonObject now = section[u"now"].toObject(), before = section[u"before"].toObject();
    const QList<QJsonObject> rows = rowsOf(now);
    QHash<QString, QJsonObject> earlier;
    for (const QJsonObject &row : rowsOf(before))
        earlier.insert(identityOf(row), row);
    const bool late = std::ranges::any_of(rows, [](const QJsonObject &row) { return row.contains(u"late"_s); });
    const QList<Measure> measures = measuresOf(now[u"kind"].toString(), late);
    const bool compared = !before.isEmpty();
    QList<Column> columns{{u"name"_s, groupTitle(now[u"by"].toString()), 4, Column::Text}};
    for (const Measure &measure : measures) {
        double most = 0;
        for (const QJsonObject &row : rows)
            most = qMax(most, row[measure.key].toDouble());
        columns.append({measure.key, measure.title, measure.bar ? 2.6 : 1.3, measure.kind, measure.bar ? (measure.kind == Column::Percent ? 1.0 : most) : 0});
        if (measure.compared && compared)
            columns.append({measure.key + u"_before"_s, measure.title + u" kỳ trước"_s, 1.5, measure.kind, 0});
    }
    const QString by = now[u"by"].toString();
    writer.section(now[u"label"].toString() + (by.isEmpty() ? QString() : u" theo "_s + groupTitle(by).toLower()), now[u"definition_vi"].toString(), columns);
    for (const QJsonObject &row : rows) {
        QVariantList cells{nameOf(now, row)};
        const QJsonObject was = earlier.value(identityOf(row));
        for (const Measure &measure : measures) {
            cells.append(number(row, measure.key));
            if (measure.compared && compared)
                cells.append(number(was, measure.key));
        }
        writer.row(cells);
    }
    if (rows.isEmpty())
        writer.row({u"Không phát sinh trong kỳ"_s});
}

/// The page one reads first: each measure once, with the period before
void writeSummary(const QJsonArray &sections, DocumentWriter &writer)
{
    writer.section(u"Tổng hợp"_s, {}, {{u"name"_s, u"Chỉ tiêu"_s, 5, Column::Text}, {u"now"_s, u"Kỳ này"_s, 2, Column::Number}, {u"before"_s, u"Kỳ trước"_s, 2, Column::Number}, {u"change"_s, u"Thay đổi"_s, 2, Column::Number, 0, true}});
    for (const QJsonValue &value : sections) {
        if (!value[u"summary"].toBool())
            continue;
        const QJsonObject now = value[u"now"].toObject(), before = value[u"before"].toObject(), row = total(now), was = total(before);
        const bool live = now[u"live"].toBool();
        for (const Measure &measure : measuresOf(now[u"kind"].toString(), row.contains(u"late"_s))) {
            if (now[u"kind"].toString() == u"share" && measure.key != u"share")
                continue;
            if (now[u"kind"].toString() != u"count" && now[u"kind"].toString() != u"cases" && measure.key == u"n")
                continue;
            const QVariant here = number(row, measure.key), there = number(was, measure.key);
            const bool counted = measure.kind == Column::Count; // of what did not happen there were none; of what was not measured there is nothing to say
            const QString suffix = measure.key == u"n" || measure.key == u"share" ? QString() : u": "_s + measure.title.toLower();
            const QVariant moved = live || (!counted && !(here.isValid() && there.isValid())) ? QVariant() : change(here, there);
            writer.row({now[u"label"].toString() + suffix, here.isValid() || !counted ? here : QVariant(0.0), live ? QVariant(u"(lúc lập)"_s) : there.isValid() || !counted ? there : QVariant(0.0), moved},
                       {Column::Text, measure.kind, measure.kind, measure.kind});
        }
    }
}

void writeChannels(const QJsonArray &channels, DocumentWriter &writer)
{
    double most = 0;
    for (const QJsonValue &row : channels)
        most = qMax(most, row[u"n"].toDouble());
    writer.section(u"Vụ việc tiếp nhận theo kênh"_s, {}, {{u"name"_s, u"Kênh"_s, 4, Column::Text}, {u"n"_s, u"Số lượng"_s, 2.6, Column::Count, most}, {u"before"_s, u"Kỳ trước"_s, 1.5, Column::Count}});
    for (const QJsonValue &row : channels)
        writer.row({channel(row[u"channel"].toString()), row[u"n"].toDouble(), row[u"before"].toDouble()});
    if (channels.isEmpty())
        writer.row({u"Không phát sinh trong kỳ"_s});
}

} // namespace

QString reportTitle(const QJsonObject &data)
{
    static const QHash<QString, QString> titles{{u"daily"_s, u"BÁO CÁO NGÀY"_s}, {u"weekly"_s, u"BÁO CÁO TUẦN"_s}, {u"monthly"_s, u"BÁO CÁO THÁNG"_s}};
    return titles.value(data[u"kind"].toString(), u"BÁO CÁO"_s);
}

void writeReport(const QJsonObject &data, DocumentWriter &writer)
{
    const QJsonObject head = data[u"head"].toObject();
    const QDateTime made = momentOf(data[u"made_at"].toString());
    writer.begin({.superior = head[u"superior"].toString(), .issuer = head[u"issuer"].toString(), .place = head[u"place"].toString(), .title = reportTitle(data) + u" VỀ TIẾP NHẬN, XỬ LÝ TIN CỦA NGƯỜI DÂN"_s,
                  .under = {u"Kỳ báo cáo: %1"_s.arg(period(data, u"from", u"to")), u"So sánh với kỳ trước: %1; số liệu lập lúc %2"_s.arg(period(data, u"before_from", u"before_to"), shortMoment(made))}, .madeAt = made});
    const QJsonArray sections = data[u"sections"].toArray();
    writeSummary(sections, writer);
    writeChannels(data[u"channels"].toArray(), writer);
    for (const QJsonValue &section : sections)
        if (!section[u"summary"].toBool() || section[u"detail"].toBool())
            writeSection(section.toObject(), writer);
}

} // namespace trucban::paper
