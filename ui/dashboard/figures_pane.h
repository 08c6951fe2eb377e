// SPDX-License-Identifier: GPL-3.0-or-later
// FiguresPane: how a period went beside the one before: big numbers, units by on-time share and by held time, heat map, media mix, percentiles, map.
#pragma once

#include "desk/wall.h"

#include <QScrollArea>

class QComboBox;
class QVBoxLayout;

namespace trucban {

class AreaMap;
class BarTable;
class Database;
class HeatMap;
class LinkedCanvas;
class NoticeBar;
class NumberStrip;

class FiguresPane : public QScrollArea
{
    Q_OBJECT
public:
    explicit FiguresPane(Database &database, QWidget *parent = nullptr);
    void read();
    bool isSettled() const { return !m_reading && m_read; }

Q_SIGNALS:
    /// The filter of a number, and what its row is called
    void chosen(const QJsonObject &filter, const QString &title);

private:
    using Answers = QHash<QString, MetricReading>;
    void build(QVBoxLayout &layout);
    QWidget *chooser();
    void watch(LinkedCanvas *canvas);
    QList<MetricWish> wishes() const;
    void show(const Answers &answers);
    void showTrends(const Answers &answers);
    void showUnits(const Answers &answers);
    void showPercentiles(const Answers &answers);
    std::pair<QDateTime, QDateTime> period(int back) const;

    Database &m_database;
    NoticeBar *m_notice;
    QComboBox *m_period, *m_by;
    NumberStrip *m_trends;
    BarTable *m_onTime, *m_held, *m_media, *m_first, *m_resolved;
    HeatMap *m_heat;
    AreaMap *m_map;
    bool m_reading = false, m_read = false, m_again = false, m_placesRead = false;
};

} // namespace trucban
