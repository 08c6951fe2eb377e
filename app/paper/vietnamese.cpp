// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/vietnamese.h"

#include "domain/deadlines.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace trucban::paper {

namespace {

QString two(int number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

QString wordIn(const QHash<QString, QString> &words, const QString &word)
{
    return words.value(word, word);
}

} // namespace

QDateTime momentOf(const QString &iso)
{
    const QDateTime when = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return when.isValid() ? when.toTimeZone(hanoiZone()) : QDateTime();
}

QString word(const QJsonObject &row, QStringView key)
{
    return row[key].toString();
}

QVariant moment(const QJsonObject &row, QStringView key)
{
    const QDateTime when = momentOf(word(row, key));
    return when.isValid() ? QVariant(when) : QVariant();
}

QString clockAndDay(const QDateTime &when)
{
    if (!when.isValid())
        return {};
    const QDateTime here = when.toTimeZone(hanoiZone());
    return u"%1 giờ %2 phút ngày %3"_s.arg(two(here.time().hour()), two(here.time().minute()), day(here.date()));
}

QString shortMoment(const QDateTime &when)
{
    return when.isValid() ? when.toTimeZone(hanoiZone()).toString(u"dd/MM/yyyy HH:mm"_s) : QString();
}

QString deadline(const QDateTime &when)
{
    const QDateTime here = when.toTimeZone(hanoiZone());
    return when.isValid() && here.time() == QTime(0, 0) ? u"24 giờ 00 phút ngày %1"_s.arg(day(here.date().addDays(-1))) : clockAndDay(when);
}

QString shortDeadline(const QDateTime &when)
{
    const QDateTime here = when.toTimeZone(hanoiZone());
    return when.isValid() && here.time() == QTime(0, 0) ? day(here.date().addDays(-1)) + u" 24:00"_s : shortMoment(when);
}

QString day(const QDate &day)
{
    return day.toString(u"dd/MM/yyyy"_s);
}

QString placeAndDay(const QString &place, const QDate &day)
{
    // months from 3 on carry no zero in an official paper
    return u"%1, ngày %2 tháng %3 năm %4"_s.arg(place, two(day.day()), day.month() < 3 ? two(day.month()) : QString::number(day.month()), QString::number(day.year()));
}

QString count(double number, int decimals)
{
    QLocale vietnamese(QLocale::Vietnamese, QLocale::Vietnam);
    return vietnamese.toString(number, 'f', decimals);
}

QString seconds(double seconds)
{
    const qint64 whole = qRound64(qAbs(seconds));
    const QString sign = seconds < 0 ? u"−"_s : QString();
    if (whole < 60)
        return u"%1%2 giây"_s.arg(sign).arg(whole);
    const qint64 minutes = whole / 60, hours = minutes / 60, days = hours / 24;
    if (hours == 0)
        return u"%1%2 phút"_s.arg(sign).arg(minutes);
    if (days == 0)
        return u"%1%2 giờ %3 phút"_s.arg(sign).arg(hours).arg(two(int(minutes % 60)));
    return u"%1%2 ngày %3 giờ"_s.arg(sign).arg(days).arg(hours % 24);
}

QString channel(const QString &word)
{
    static const QHash<QString, QString> words{{u"messenger"_s, u"Tin nhắn"_s}, {u"comment"_s, u"Bình luận"_s}, {u"visitor_post"_s, u"Bài đăng lên trang"_s}, {u"mention"_s, u"Bài nhắc tới trang"_s}};
    return wordIn(words, word);
}

QString urgency(const QString &word)
{
    static const QHash<QString, QString> words{{u"emergency"_s, u"Khẩn cấp"_s}, {u"high"_s, u"Cao"_s}, {u"medium"_s, u"Trung bình"_s}, {u"low"_s, u"Thấp"_s}};
    return wordIn(words, word);
}

QString stage(const QString &word)
{
    static const QHash<QString, QString> words{{u"take_in"_s, u"Nhận tin"_s}, {u"classify"_s, u"Phân loại"_s}, {u"forward"_s, u"Chuyển đơn vị"_s}, {u"confirm"_s, u"Đơn vị xác nhận"_s},
        {u"answer"_s, u"Đơn vị trả lời"_s}, {u"review"_s, u"Duyệt trả lời"_s}, {u"reply"_s, u"Trả lời người dân"_s}, {u"publish"_s, u"Đăng kết quả"_s}};
    return wordIn(words, word);
}

QString status(const QString &word)
{
    static const QHash<QString, QString> words{{u"new"_s, u"Mới"_s}, {u"claimed"_s, u"Đã nhận"_s}, {u"classified"_s, u"Đã phân loại"_s}, {u"forwarded"_s, u"Đã chuyển đơn vị"_s},
        {u"handed_back"_s, u"Đơn vị chuyển lại"_s}, {u"answered"_s, u"Đơn vị đã trả lời"_s}, {u"released"_s, u"Đã trả lời người dân"_s}, {u"published"_s, u"Đã đăng"_s}, {u"closed"_s, u"Đã kết thúc"_s},
        {u"rejected"_s, u"Không xử lý"_s}, {u"duplicate"_s, u"Trùng"_s}, {u"reopened"_s, u"Mở lại"_s}};
    return wordIn(words, word);
}

QString urgencyMark(const QString &word)
{
    static const QHash<QString, QString> words{{u"emergency"_s, u"HỎA TỐC"_s}, {u"high"_s, u"KHẨN"_s}};
    return words.value(word);
}

} // namespace trucban::paper
