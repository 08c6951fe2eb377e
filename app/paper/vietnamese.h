// SPDX-License-Identifier: GPL-3.0-or-later
// How official papers of ours say times, numbers and the words of the trade: Vietnamese in either language of the screen.
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QVariant>

namespace trucban::paper {

/// ISO 8601 as the database writes it, in Hanoi's time; invalid when there is none
QDateTime momentOf(const QString &iso);
/// What a row of the database says under a key: its text; its moment, nothing when there is none
QString word(const QJsonObject &row, QStringView key);
QVariant moment(const QJsonObject &row, QStringView key);
QString clockAndDay(const QDateTime &when); // 14 giờ 05 phút ngày 24/11/2026
QString shortMoment(const QDateTime &when); // 24/11/2026 14:05
/// The end of a term: one that ends with a day is 24:00 of that day and not the first moment of the next
QString deadline(const QDateTime &when);      // 24 giờ 00 phút ngày 24/11/2026
QString shortDeadline(const QDateTime &when); // 24/11/2026 24:00
QString day(const QDate &day);              // 24/11/2026
/// Hà Nội, ngày 05 tháng 02 năm 2026: a zero before days below 10 and before the months 1 and 2
QString placeAndDay(const QString &place, const QDate &day);
QString count(double number, int decimals = 0); // 1.234.567,8
QString seconds(double seconds);                // 2 ngày 3 giờ, 4 giờ 05 phút, 12 phút, 40 giây
QString channel(const QString &word);
QString urgency(const QString &word);
QString stage(const QString &word);
QString status(const QString &word);
/// HỎA TỐC, THƯỢNG KHẨN, KHẨN or nothing
QString urgencyMark(const QString &word);

} // namespace trucban::paper
