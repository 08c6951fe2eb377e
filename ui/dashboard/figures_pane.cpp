// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/figures_pane.h"

#include "base/when_done.h"
#include "ui/charts/area_map.h"
#include "ui/charts/bar_table.h"
#include "ui/charts/heat_map.h"
#include "ui/charts/number_strip.h"
#include "ui/dashboard/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/trade_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimeZone>
#include <QVBoxLayout>

#include <cmath>

namespace trucban {

namespace {

QString lasting(double seconds)
{
    const qint64 minutes = qint64(std::lround(seconds / 60));
    const QLocale locale;
    if (minutes < 60)
        return FiguresPane::tr("%1 min").arg(minutes);
    if (minutes < 48 * 60)
        return FiguresPane::tr("%1 h %2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return FiguresPane::tr("%1 d").arg(locale.toString(double(minutes) / 1440, 'f', 1));
}

QString percent(double share)
{
    return FiguresPane::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1));
}

QString nameOf(const MetricRow &row, const QString &otherwise)
{
    const QString name = tradeWords::inLanguage(row.name, row.nameEn);
    return !name.isEmpty() ? name : row.key.isEmpty() ? otherwise : row.key;
}

QJsonObject named(QJsonObject filter, const QString &title)
{
    filter[u"title"_s] = title;
    return filter;
}

} // namespace

FiguresPane::FiguresPane(Database &database, QWidget *parent)
    : QScrollArea(parent), m_database(database), m_notice(new NoticeBar), m_period(new QComboBox), m_by(new QComboBox), m_trends(new NumberStrip(tr("The period beside the one before"))),
      m_onTime(new BarTable(tr("Units by on-time share"), {tr("on time"), tr("late"), tr("stages")}, tr("No stage of a unit was judged in this period."))),
      m_held(new BarTable(tr("Units by the time they held cases"), {tr("held"), tr("cases")}, tr("No unit held a case in this period."))),
      m_media(new BarTable(tr("What citizens send"), {tr("cases"), tr("share")}, tr("No case came in during this period."))),
      m_first(new BarTable(tr("First response"), {tr("half within"), tr("nine of ten within"), tr("cases")}, tr("Nobody was answered first in this period."))),
      m_resolved(new BarTable(tr("Resolution"), {tr("half within"), tr("nine of ten within"), tr("cases")}, tr("No case was settled in this period."))), m_heat(new HeatMap(tr("Cases received by weekday and hour"))),
      m_map(new AreaMap(tr("Cases by ward")))
{
    setObjectName(u"dashboardFigures"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Theme::space(6), Theme::space(6), Theme::space(6), Theme::space(6));
    layout->setSpacing(Theme::space(5));
    build(*layout);
    setWidget(content);
    for (LinkedCanvas *canvas : std::initializer_list<LinkedCanvas *>{m_trends, m_onTime, m_held, m_media, m_first, m_resolved, m_heat, m_map})
        watch(canvas);
}

void FiguresPane::watch(LinkedCanvas *canvas)
{
    connect(canvas, &LinkedCanvas::chosen, this, [this](const QJsonObject &target) { Q_EMIT chosen(target, target[u"title"_s].toString()); });
}

QWidget *FiguresPane::chooser()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    m_period->addItem(tr("Today"), u"day"_s);
    m_period->addItem(tr("Last 7 days"), u"week"_s);
    m_period->addItem(tr("Last 30 days"), u"month"_s);
    m_period->setCurrentIndex(1);
    m_period->setAccessibleName(tr("Period"));
    m_by->addItem(tr("by unit"), u"unit"_s);
    m_by->addItem(tr("by category"), u"category"_s);
    m_by->addItem(tr("by officer"), u"officer"_s);
    m_by->addItem(tr("by shift"), u"shift"_s);
    m_by->setAccessibleName(tr("Response and resolution told apart by"));
    layout->addWidget(new QLabel(tr("Period")));
    layout->addWidget(m_period);
    layout->addSpacing(Theme::space(4));
    layout->addWidget(new QLabel(tr("Response and resolution")));
    layout->addWidget(m_by);
    layout->addStretch(1);
    layout->addWidget(new QuietLabel(tr("Each number opens its cases; rest the pointer on a heading to read what it counts.")));
    connect(m_period, &QComboBox::currentIndexChanged, this, &FiguresPane::read);
    connect(m_by, &QComboBox::currentIndexChanged, this, &FiguresPane::read);
    return row;
}

void FiguresPane::build(QVBoxLayout &layout)
{
    m_trends->setRows(2);
    m_onTime->setFull(true);
    for (BarTable *table : {m_onTime, m_held, m_first, m_resolved})
        table->setMost(10);
    const auto pair = [](QWidget *left, QWidget *right) {
        auto *row = new QHBoxLayout;
        row->setSpacing(Theme::space(4));
        row->addWidget(card(left), 1);
        row->addWidget(card(right), 1);
        return row;
    };
    layout.addWidget(chooser());
    layout.addWidget(m_notice);
    layout.addWidget(card(m_trends));
    layout.addLayout(pair(m_onTime, m_held));
    layout.addLayout(pair(m_first, m_resolved));
    layout.addWidget(card(m_heat));
    layout.addLayout(pair(m_media, m_map));
    layout.addStretch(1);
}

// the period, or the one before it: whole days in Hanoi until now, and just as long
std::pair<QDateTime, QDateTime> FiguresPane::period(int back) const
{
    static const QTimeZone hanoi("Asia/Ho_Chi_Minh");
    const QString chosen = m_period->currentData().toString();
    const int days = chosen == u"day" ? 1 : chosen == u"week" ? 7 : 30;
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(hanoi);
    const QDateTime from(now.date().addDays(1 - days), QTime(0, 0), hanoi);
    // a day is put beside the same weekday
    const int shift = (days == 1 ? 7 : days) * back;
    return {from.addDays(-shift), now.addDays(-shift)};
}

QList<MetricWish> FiguresPane::wishes() const
{
    QList<MetricWish> all;
    for (const int back : {0, 1}) {
        const auto [from, to] = period(back);
        for (const QString &metric : {u"intake"_s, u"first_response"_s, u"resolution"_s, u"on_time"_s, u"misrouted"_s, u"released"_s, u"published"_s, u"escalations"_s})
            all.append({metric + (back ? u".before"_s : QString()), metric, from, to, {}});
    }
    const auto [from, to] = period(0);
    const QString by = m_by->currentData().toString();
    all.append({u"units"_s, u"on_time"_s, from, to, u"unit"_s});
    all.append({u"held"_s, u"charged_time"_s, from, to, u"unit"_s});
    all.append({u"first"_s, u"first_response"_s, from, to, by});
    all.append({u"resolved"_s, u"resolution"_s, from, to, by});
    all.append({u"media"_s, u"media_mix"_s, from, to, {}});
    all.append({u"heat"_s, u"intake_by_hour_weekday"_s, from, to, {}});
    all.append({u"areas"_s, u"by_area"_s, from, to, {}});
    return all;
}

void FiguresPane::read()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    if (!std::exchange(m_placesRead, true)) {
        whenDone(readMapPlaces(m_database), this, [this](const Result<MapPlaces> &places) {
            if (places)
                m_map->setPlaces(*places);
            m_placesRead = places.has_value();
        });
    }
    whenDone(readMetrics(m_database, wishes()), this, [this](const Result<Answers> &answers) {
        m_reading = false;
        m_read = true;
        if (answers) {
            m_notice->clear();
            show(*answers);
        } else {
            m_notice->tell(answers.error());
        }
        if (std::exchange(m_again, false))
            read();
    });
}

void FiguresPane::showTrends(const Answers &answers)
{
    const QLocale locale;
    const QString than = m_period->currentData() == u"day"_s ? tr("a week ago: %1") : tr("before: %1");
    QList<BigNumber> numbers;
    for (const QString &name : {u"intake"_s, u"first_response"_s, u"resolution"_s, u"on_time"_s, u"misrouted"_s, u"released"_s, u"published"_s, u"escalations"_s}) {
        const MetricReading now = answers.value(name), before = answers.value(name + u".before"_s);
        const auto value = [&](const MetricRow &row) {
            return now.kind == u"share" ? (row.n > 0 ? percent(row.share) : u"–"_s) : now.kind == u"duration" ? (row.n > 0 ? lasting(row.p50) : u"–"_s) : locale.toString(row.n);
        };
        QString label = tradeWords::inLanguage(now.label, now.labelEn);
        if (now.kind == u"duration")
            //: a name of a length of time, of which the median is shown
            label = tr("%1, half within").arg(label);
        const bool worse = name == u"escalations" && now.whole().n > before.whole().n;
        numbers.append({label, value(now.whole()), than.arg(value(before.whole())), worse ? Meaning::Soon : Meaning::Quiet, tradeWords::inLanguage(now.definition, now.definitionEn), now.whole().filter});
    }
    m_trends->show(numbers);
}

void FiguresPane::showUnits(const Answers &answers)
{
    const QLocale locale;
    const MetricReading units = answers.value(u"units"_s), held = answers.value(u"held"_s);
    QList<MetricRow> shares = units.keys();
    shares.removeIf([](const MetricRow &row) { return row.key.isEmpty(); });
    std::ranges::sort(shares, [](const MetricRow &a, const MetricRow &b) { return a.share != b.share ? a.share < b.share : a.late > b.late; });
    QList<BarTableRow> rows;
    for (const MetricRow &row : shares) {
        const QString name = nameOf(row, {});
        const QString words = tr("%1: %2 of %3 stages on time").arg(name, locale.toString(row.good), locale.toString(row.n));
        rows.append({name, row.share, -1, {percent(row.share), locale.toString(row.late), locale.toString(row.n)}, words, words, named(row.filter, name), row.share < 0.8});
    }
    m_onTime->setDefinition(tradeWords::inLanguage(units.definition, units.definitionEn));
    m_onTime->show(rows, tr("%1 units, the lowest first").arg(rows.size()));
    rows.clear();
    QList<MetricRow> times = held.keys();
    times.removeIf([](const MetricRow &row) { return row.key.isEmpty(); });
    std::ranges::sort(times, std::ranges::greater(), &MetricRow::seconds);
    const double most = times.isEmpty() ? 1 : double(std::max<qint64>(1, times.first().seconds));
    for (const MetricRow &row : times) {
        const QString name = nameOf(row, {}), time = lasting(double(row.seconds));
        const QString words = tr("%1: held %2 cases for %3").arg(name, locale.toString(row.n), time);
        rows.append({name, double(row.seconds) / most, -1, {time, locale.toString(row.n)}, words, words, named(row.filter, name), false});
    }
    m_held->setDefinition(tradeWords::inLanguage(held.definition, held.definitionEn));
    m_held->show(rows, tr("%1 units, the longest first").arg(rows.size()));
}

void FiguresPane::showPercentiles(const Answers &answers)
{
    const QLocale locale;
    const QString nobody = m_by->currentData() == u"unit"_s ? tr("no unit") : m_by->currentData() == u"category"_s ? tr("not classified") : m_by->currentData() == u"shift"_s ? tr("no shift on duty") : tr("written on Facebook itself");
    for (const auto &[table, name] : {std::pair{m_first, u"first"_s}, std::pair{m_resolved, u"resolved"_s}}) {
        const MetricReading metric = answers.value(name);
        QList<BarTableRow> rows;
        double most = 1;
        for (const MetricRow &row : metric.keys())
            most = std::max(most, row.p90);
        for (const MetricRow &row : metric.keys()) {
            const QString title = nameOf(row, nobody);
            const QString words = tr("%1: half within %2, nine of ten within %3, of %4 cases").arg(title, lasting(row.p50), lasting(row.p90), locale.toString(row.n));
            rows.append({title, row.p90 / most, row.p50 / most, {lasting(row.p50), lasting(row.p90), locale.toString(row.n)}, words, words, named(row.filter, title), false});
        }
        table->setDefinition(tradeWords::inLanguage(metric.definition, metric.definitionEn));
        table->show(rows, m_by->currentText());
    }
}

void FiguresPane::show(const Answers &answers)
{
    const QLocale locale;
    showTrends(answers);
    showUnits(answers);
    showPercentiles(answers);
    const MetricReading media = answers.value(u"media"_s), heat = answers.value(u"heat"_s), areas = answers.value(u"areas"_s);
    QList<BarTableRow> rows;
    const double all = double(std::max<qint64>(1, media.whole().n));
    QList<MetricRow> kinds = media.parts();
    std::ranges::sort(kinds, std::ranges::greater(), &MetricRow::n);
    for (const MetricRow &row : kinds) {
        const QString name = tradeWords::inLanguage(row.partName, row.partNameEn), share = percent(double(row.n) / all);
        const QString words = tr("%1: %2 cases, %3").arg(name, locale.toString(row.n), share);
        rows.append({name, double(row.n) / all, -1, {locale.toString(row.n), share}, words, words, named(row.filter, name), false});
    }
    m_media->setDefinition(tradeWords::inLanguage(media.definition, media.definitionEn));
    m_media->show(rows);
    m_heat->setDefinition(tradeWords::inLanguage(heat.definition, heat.definitionEn));
    m_heat->show(heat.parts());
    m_map->setDefinition(tradeWords::inLanguage(areas.definition, areas.definitionEn) + u'\n' + tr("Press M to shade by late cases or by all."));
    QList<MetricRow> wards = areas.keys();
    for (MetricRow &ward : wards)
        ward.filter = named(ward.filter, nameOf(ward, tr("without an area")));
    m_map->show(wards);
}

} // namespace trucban
