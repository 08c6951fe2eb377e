// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes.h"

#include "scene_papers.h"

#include <algorithm>
#include <cmath>
#include <QPainterPath>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace samples {

// every scene is drawn in 640 by 360 and scaled
static constexpr double Wide = 640, High = 360, Horizon = 196;

// ---- pieces ------------------------------------------------------------------------------------------------------------------

static void sky(QPainter &p, bool night)
{
    QLinearGradient gradient(0, 0, 0, Horizon);
    gradient.setColorAt(0, night ? QColor(12, 16, 34) : QColor(128, 176, 220));
    gradient.setColorAt(1, night ? QColor(52, 46, 70) : QColor(222, 230, 236));
    p.fillRect(QRectF(0, 0, Wide, High), gradient);
}

static void houses(QPainter &p, QRandomGenerator &chance, bool night)
{
    static const QList<QColor> walls {QColor(205, 178, 120), QColor(170, 150, 140), QColor(196, 120, 96), QColor(140, 160, 150),
                                      QColor(214, 204, 182)};
    for (double x = -10; x < Wide;) {
        const double width = 46 + chance.bounded(46), height = 84 + chance.bounded(96), top = Horizon + 14 - height;
        const QColor wall = walls.at(chance.bounded(int(walls.size())));
        p.fillRect(QRectF(x, top, width, height), night ? wall.darker(340) : wall);
        p.fillRect(QRectF(x, top - 5, width, 6), night ? wall.darker(420) : wall.darker(150));
        for (double y = top + 12; y < Horizon - 22; y += 24) {
            for (double at = x + 7; at < x + width - 13; at += 19) {
                const bool lit = night && chance.bounded(100) < 38;
                p.fillRect(QRectF(at, y, 11, 14), lit ? QColor(255, 214, 130) : night ? QColor(24, 26, 38) : QColor(96, 120, 140));
            }
        }
        x += width + 2;
    }
}

static void signBoards(QPainter &p, QRandomGenerator &chance)
{
    static const QStringList words {u"CƠM BÌNH DÂN"_s, u"CÀ PHÊ"_s, u"BIA HƠI"_s, u"TẠP HOÁ"_s, u"SỬA XE"_s, u"PHỞ BÒ"_s};
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(11);
    font.setBold(true);
    p.setFont(font);
    for (int i = 0; i < 5; ++i) {
        const QRectF board(20 + i * 124, Horizon - 20 - chance.bounded(14), 96, 19);
        p.fillRect(board, QColor::fromHsv(chance.bounded(360), 190, 170));
        p.setPen(Qt::white);
        p.drawText(board, Qt::AlignCenter, words.at((i + chance.bounded(3)) % words.size()));
    }
}

static void road(QPainter &p, bool night, double seconds)
{
    QLinearGradient asphalt(0, Horizon + 12, 0, High);
    asphalt.setColorAt(0, night ? QColor(34, 34, 42) : QColor(126, 126, 128));
    asphalt.setColorAt(1, night ? QColor(22, 22, 28) : QColor(92, 92, 96));
    p.fillRect(QRectF(0, Horizon + 12, Wide, High), asphalt);
    p.fillRect(QRectF(0, Horizon + 10, Wide, 6), night ? QColor(70, 68, 64) : QColor(180, 174, 160));
    const double shift = std::fmod(seconds * 30, 90);
    for (double x = -90; x < Wide + 90; x += 90)
        p.fillRect(QRectF(x - shift, 286, 46, 4), night ? QColor(150, 146, 120) : QColor(236, 232, 210));
}

static void lamps(QPainter &p)
{
    for (double x = 70; x < Wide; x += 180) {
        p.fillRect(QRectF(x, 96, 3, 116), QColor(80, 80, 84));
        QRadialGradient glow(x + 14, 98, 74);
        glow.setColorAt(0, QColor(255, 220, 140, 170));
        glow.setColorAt(1, QColor(255, 200, 100, 0));
        p.fillRect(QRectF(x - 60, 24, 150, 150), glow);
    }
}

static void person(QPainter &p, double x, double feet, double tall, QColor shirt, double step, bool cap = false)
{
    const double swing = std::sin(step) * tall * 0.09;
    p.setPen(QPen(QColor(36, 38, 48), tall * 0.09, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(x, feet - tall * 0.42), QPointF(x - swing, feet));
    p.drawLine(QPointF(x, feet - tall * 0.42), QPointF(x + swing, feet));
    p.setPen(Qt::NoPen);
    p.setBrush(shirt);
    p.drawRoundedRect(QRectF(x - tall * 0.13, feet - tall * 0.8, tall * 0.26, tall * 0.42), 4, 4);
    p.setPen(QPen(shirt.darker(115), tall * 0.07, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(x - tall * 0.12, feet - tall * 0.74), QPointF(x - tall * 0.2 - swing, feet - tall * 0.44));
    p.drawLine(QPointF(x + tall * 0.12, feet - tall * 0.74), QPointF(x + tall * 0.2 + swing, feet - tall * 0.44));
    p.setPen(Qt::NoPen);
    p.setBrush(QColor(214, 166, 128));
    p.drawEllipse(QPointF(x, feet - tall * 0.9), tall * 0.09, tall * 0.1);
    p.setBrush(cap ? QColor(58, 92, 60) : QColor(26, 22, 22));
    p.drawChord(QRectF(x - tall * 0.1, feet - tall * 1.01, tall * 0.2, tall * 0.17), 0, 180 * 16);
}

static void motorbike(QPainter &p, double x, double ground, double scale, QColor body, double turn, bool night)
{
    p.save();
    p.translate(x, ground);
    p.scale(scale, scale);
    p.setPen(QPen(QColor(20, 20, 22), 4));
    p.setBrush(QColor(60, 60, 64));
    for (double wheel : {-24.0, 24.0}) {
        p.drawEllipse(QPointF(wheel, -11), 11, 11);
        p.drawLine(QPointF(wheel, -11), QPointF(wheel + 9 * std::cos(turn), -11 + 9 * std::sin(turn)));
    }
    p.setPen(Qt::NoPen);
    p.setBrush(body);
    p.drawRoundedRect(QRectF(-28, -30, 50, 13), 6, 6);
    p.drawRoundedRect(QRectF(16, -42, 8, 28), 4, 4);
    p.setBrush(QColor(236, 236, 230));
    p.drawRect(QRectF(-38, -26, 12, 8));
    p.setBrush(QColor(40, 60, 110));
    p.drawRoundedRect(QRectF(-14, -60, 18, 32), 5, 5);
    p.setBrush(QColor(214, 166, 128));
    p.drawEllipse(QPointF(-3, -68), 8, 8);
    p.setBrush(body.darker(130));
    p.drawChord(QRectF(-12, -79, 18, 18), 0, 180 * 16);
    p.setPen(QPen(QColor(40, 60, 110), 5, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(0, -52), QPointF(18, -42));
    if (night) {
        QRadialGradient beam(26, -36, 70);
        beam.setColorAt(0, QColor(255, 246, 200, 190));
        beam.setColorAt(1, QColor(255, 246, 200, 0));
        p.setPen(Qt::NoPen);
        p.setBrush(beam);
        p.drawPie(QRectF(-44, -106, 140, 140), -24 * 16, 48 * 16);
    }
    p.restore();
}

static void car(QPainter &p, double x, double ground, QColor paint)
{
    p.setPen(Qt::NoPen);
    p.setBrush(paint);
    p.drawRoundedRect(QRectF(x - 66, ground - 38, 132, 26), 9, 9);
    QPainterPath roof(QPointF(x - 42, ground - 36));
    roof.cubicTo(x - 30, ground - 64, x + 20, ground - 64, x + 42, ground - 36);
    p.drawPath(roof);
    p.setBrush(QColor(90, 120, 140));
    p.drawRoundedRect(QRectF(x - 26, ground - 54, 22, 16), 3, 3);
    p.drawRoundedRect(QRectF(x, ground - 54, 24, 16), 3, 3);
    p.setBrush(QColor(24, 24, 26));
    p.drawEllipse(QPointF(x - 40, ground - 11), 12, 12);
    p.drawEllipse(QPointF(x + 40, ground - 11), 12, 12);
}

static void fire(QPainter &p, QRandomGenerator &chance, double seconds, bool night)
{
    for (int i = 0; i < 46; ++i) {
        const double age = std::fmod(seconds * 0.22 + chance.generateDouble(), 1.0), sway = std::sin(seconds + i) * 14;
        const double x = 330 + chance.bounded(70) + sway + age * 90, y = 150 - age * 170, size = 18 + age * 62;
        QRadialGradient puff(x, y, size);
        const int shade = (night ? 96 : 34) + chance.bounded(46);
        puff.setColorAt(0, QColor(shade, shade, shade, int(190 * (1 - age))));
        puff.setColorAt(1, QColor(shade, shade, shade, 0));
        p.setPen(Qt::NoPen);
        p.setBrush(puff);
        p.drawEllipse(QPointF(x, y), size, size);
    }
    for (int i = 0; i < 24; ++i) {
        const double x = 310 + i * 5.2, tall = 26 + 22 * std::abs(std::sin(seconds * 7 + i * 1.9));
        QPainterPath tongue(QPointF(x - 8, 160));
        tongue.quadTo(x - 4, 150 - tall / 2, x + 3 * std::sin(seconds * 9 + i), 160 - tall);
        tongue.quadTo(x + 6, 150 - tall / 2, x + 8, 160);
        p.setBrush(QColor(255, 120 + (i * 37) % 120, 20, 220));
        p.drawPath(tongue);
    }
}

// ---- scenes ------------------------------------------------------------------------------------------------------------------

static bool shows(const Scene &scene, const QStringList &any)
{
    return std::ranges::any_of(any, [&scene](const QString &one) { return scene.contains.contains(one); });
}

static bool isAbout(const Scene &scene, const QStringList &any)
{
    return std::ranges::any_of(any, [&scene](const QString &one) { return scene.subject.contains(one); });
}

static void street(QPainter &p, const Scene &scene, double seconds)
{
    QRandomGenerator chance(scene.seed);
    const int hour = scene.stamp.section(u' ', 1).left(2).toInt();
    const bool night = hour >= 18 || hour < 6;
    sky(p, night);
    houses(p, chance, night);
    signBoards(p, chance);
    const bool smoke = shows(scene, {u"khoi"_s, u"lua"_s}) || isAbout(scene, {u"chay_no"_s});
    if (smoke)
        fire(p, chance, seconds, night);
    if (night)
        lamps(p);
    road(p, night, seconds);
    if (shows(scene, {u"nguoi_bi_nan"_s}) || isAbout(scene, {u"tai_nan"_s})) {
        car(p, 200 + std::fmod(seconds * 26, 500), 262, QColor(232, 232, 236));
        p.save();
        p.translate(380, 318);
        p.rotate(84);
        person(p, 0, 40, 76, QColor(120, 60, 60), 0.4);
        p.restore();
        motorbike(p, 470, 330, 0.9, QColor(150, 30, 30), 0.3, false);
    }
    if (shows(scene, {u"mat_can_bo"_s, u"so_hieu"_s}) || isAbout(scene, {u"dieu_lenh"_s, u"ruou_bia"_s})) {
        person(p, 300, 330, 130, QColor(196, 178, 110), std::sin(seconds) * 0.3, true);
        motorbike(p, 420, 336, 1.3, QColor(40, 80, 140), 0, night);
    }
    const bool crowd = shows(scene, {u"nguoi"_s, u"mat_nguoi"_s}) || !smoke;
    for (int i = 0; crowd && i < 9; ++i) {
        const double pace = 8 + chance.bounded(26), direction = i % 2 ? 1 : -1;
        const double x = std::fmod(chance.bounded(640) + direction * seconds * pace + 6400, 680) - 20;
        person(p, x, 232 + i * 9, 58 + i * 5, QColor::fromHsv(chance.bounded(360), 120, night ? 110 : 190), seconds * 6 + i);
    }
    for (int i = 0; (shows(scene, {u"xe_may"_s, u"bien_so"_s}) || isAbout(scene, {u"dua_xe"_s, u"gay_roi"_s})) && i < 5; ++i) {
        const double x = std::fmod(i * 150 + seconds * (120 + i * 22), 760) - 60;
        motorbike(p, x, 262 + i * 22, 0.8 + i * 0.14, QColor::fromHsv((i * 67 + int(scene.seed % 360)) % 360, 200, 190), seconds * 20,
                  night);
    }
}

static void portrait(QPainter &p, const Scene &scene)
{
    QRandomGenerator chance(scene.seed);
    const bool child = scene.contains.contains(u"mat_tre_em"_s),
               old = scene.words.contains(u"tuổi hay quên"_s) || scene.words.contains(u"lẫn"_s);
    sky(p, false);
    p.fillRect(QRectF(0, 210, Wide, 150), QColor(112, 150, 92));
    for (int i = 0; i < 6; ++i) {
        p.fillRect(QRectF(40 + i * 110, 120, 10, 100), QColor(96, 74, 54));
        p.setPen(Qt::NoPen);
        p.setBrush(QColor(70, 120 + chance.bounded(40), 66));
        p.drawEllipse(QPointF(45 + i * 110, 104), 44, 48);
    }
    const QColor shirt = child ? QColor(244, 200, 52) : old ? QColor(126, 92, 66) : QColor(80, 110, 160);
    p.setPen(Qt::NoPen);
    p.setBrush(shirt);
    p.drawRoundedRect(QRectF(232, 232, 176, 160), 60, 60);
    p.setBrush(QColor(224, 178, 140));
    p.drawRect(QRectF(302, 200, 36, 46));
    p.drawEllipse(QPointF(320, 160), child ? 62 : 54, 66);
    p.setBrush(old ? QColor(206, 206, 206) : QColor(30, 24, 22));
    p.drawChord(QRectF(262, 84, 116, 108), 8 * 16, 164 * 16);
    p.setBrush(QColor(40, 30, 28));
    p.drawEllipse(QPointF(298, 160), 5, 6);
    p.drawEllipse(QPointF(342, 160), 5, 6);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(QColor(150, 70, 60), 3, Qt::SolidLine, Qt::RoundCap));
    p.drawArc(QRectF(300, 176, 40, 20), 200 * 16, 140 * 16);
}

static void paintedWall(QPainter &p, const Scene &scene)
{
    QRandomGenerator chance(scene.seed);
    p.fillRect(QRectF(0, 0, Wide, High), QColor(212, 202, 176));
    p.fillRect(QRectF(0, 300, Wide, 60), QColor(128, 122, 112));
    p.fillRect(QRectF(250, 70, 140, 232), QColor(74, 96, 110));
    p.setPen(Qt::NoPen);
    for (int i = 0; i < 60; ++i) {
        p.setBrush(QColor(170 + chance.bounded(40), 20, 24, 220));
        const double x = 130 + chance.bounded(380), y = 60 + chance.bounded(180), size = 4 + chance.bounded(26);
        p.drawEllipse(QPointF(x, y), size, size);
        p.drawRect(QRectF(x - 2, y, 4, size * 2.4));
    }
    if (!scene.contains.contains(u"to_giay_co_ten"_s) && !scene.words.contains(u"tờ rơi"_s))
        return;
    p.fillRect(QRectF(420, 110, 120, 150), Qt::white);
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(15);
    font.setBold(true);
    p.setFont(font);
    p.setPen(QColor(20, 20, 20));
    p.drawText(QRectF(424, 116, 112, 140), Qt::AlignCenter | Qt::TextWordWrap, u"TRẢ NỢ NGAY\n(giấy dán minh hoạ)"_s);
}

static void caption(QPainter &p, QSizeF box, const Scene &scene)
{
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(13);
    p.setFont(font);
    const QRectF strip(0, box.height() - 24, box.width(), 24);
    p.fillRect(strip, QColor(0, 0, 0, 130));
    p.setPen(QColor(240, 240, 236));
    p.drawText(strip.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, u"Cảnh vẽ minh hoạ · "_s + scene.caption);
    p.drawText(strip.adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, scene.stamp);
}

static bool isPaper(const Scene &scene)
{
    return shows(scene, {u"doan_chat"_s, u"so_tai_khoan"_s, u"nick_mang_xa_hoi"_s});
}

static bool isCard(const Scene &scene)
{
    return shows(scene, {u"anh_can_cuoc"_s, u"giay_to"_s});
}

QSize photoSize(const Scene &scene)
{
    if (isPaper(scene))
        return {390, 780};
    return isCard(scene) ? QSize(640, 404) : QSize(640, 360);
}

void paintScene(QPainter &p, QSize size, const Scene &scene, double seconds)
{
    const QSizeF box = photoSize(scene);
    p.setRenderHint(QPainter::Antialiasing);
    p.scale(size.width() / box.width(), size.height() / box.height());
    if (isPaper(scene)) {
        scene.contains.contains(u"so_tai_khoan"_s) ? paintTransfer(p, box, scene.seed) : paintChat(p, box, scene.words, scene.seed);
        return;
    }
    if (isCard(scene))
        paintCard(p, box, scene.caption.contains(u"sau"_s));
    else if (shows(scene, {u"mat_tre_em"_s}) || isAbout(scene, {u"tre_lac"_s, u"nguoi_gia_lac"_s})
             || (scene.contains.contains(u"mat_nguoi"_s) && scene.words.contains(u"đi khỏi nhà"_s)))
        portrait(p, scene);
    else if (shows(scene, {u"nha"_s, u"to_giay_co_ten"_s}) || scene.words.contains(u"tờ rơi"_s))
        paintedWall(p, scene);
    else
        street(p, scene, seconds);
    caption(p, box, scene);
}

QImage photo(const Scene &scene, double scale)
{
    QImage image((QSizeF(photoSize(scene)) * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    paintScene(painter, image.size(), scene, double(scene.seed % 40) / 4);
    return image;
}

} // namespace samples
