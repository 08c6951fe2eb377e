// SPDX-License-Identifier: GPL-3.0-or-later
// The theme table can be read: every text colour on every ground it is put on, in both schemes.
#include "ui/theme/theme.h"

#include <QApplication>
#include <QImage>
#include <QPalette>
#include <QPushButton>
#include <QTest>

using namespace trucban;

namespace {

constexpr double readable = 4.5;
const QList<Meaning> meanings{Meaning::Burning, Meaning::Soon,   Meaning::Good,   Meaning::Waiting,
                              Meaning::Information, Meaning::Sealed, Meaning::Accent, Meaning::Quiet};
const QList<Neutral> grounds{Neutral::Ground, Neutral::Surface, Neutral::Raised};

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void everyTextCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void everyTextCanBeRead()
    {
        QFETCH(bool, dark);
        const auto check = [&](const QColor &text, const QColor &ground, const QString &where) {
            const double found = Theme::contrast(text, ground);
            QVERIFY2(found >= readable, qPrintable(u"%1: %2 on %3 is %4 : 1"_s.arg(where, text.name(), ground.name()).arg(found)));
        };
        for (const Meaning meaning : meanings) {
            const QString name = u"meaning %1"_s.arg(int(meaning));
            for (const Neutral ground : grounds)
                check(Theme::colour(meaning, dark), Theme::colour(ground, dark), name);
            check(Theme::colour(meaning, dark), Theme::wash(meaning, dark), name + u" on its wash"_s);
            check(Theme::colour(meaning, dark), Theme::selection(dark), name + u" in a selected row"_s);
            check(Theme::onColour(meaning, dark), Theme::colour(meaning, dark), name + u" filled"_s);
            check(Theme::colour(Neutral::Text, dark), Theme::wash(meaning, dark), u"text on wash"_s);
        }
        for (const Neutral text : {Neutral::Text, Neutral::QuietText}) {
            for (const Neutral ground : grounds)
                check(Theme::colour(text, dark), Theme::colour(ground, dark), u"neutral text"_s);
            check(Theme::colour(text, dark), Theme::selection(dark), u"neutral text in a selected row"_s);
        }
        const QPalette palette = Theme::palette(dark);
        check(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight), u"marked text"_s);
        check(palette.color(QPalette::ButtonText), palette.color(QPalette::Button), u"button"_s);
        check(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase), u"tooltip"_s);
    }

    void contrastIsTheOneOfTheStandard()
    {
        QCOMPARE(Theme::contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(Theme::contrast(QColor(0x77, 0x77, 0x77), Qt::white) < readable); // the known near miss: #777 is 4.48
    }

    void aSchemeCanBeForcedAndChangedWhileRunning()
    {
        Theme::setScheme(Scheme::Dark);
        QVERIFY(Theme::isDark());
        QCOMPARE(QIcon::themeName(), u"breeze-dark"_s);
        Theme::setScheme(Scheme::Light);
        QVERIFY(!Theme::isDark());
        QCOMPARE(QIcon::themeName(), u"breeze"_s);
    }

    void stackedMarksFitIntoTheLine()
    {
        for (const TextSize size : {TextSize::Small, TextSize::Body, TextSize::Heading}) {
            const QFont font = Theme::font(size);
            const int ink = QFontMetrics(font).tightBoundingRect(u"ẪỮỘgyq"_s).height();
            QVERIFY2(Theme::lineHeight(font) >= ink, qPrintable(u"%1 < %2"_s.arg(Theme::lineHeight(font)).arg(ink)));
            QVERIFY(Theme::lineHeight(font) >= 1.35 * QFontMetricsF(font).ascent());
        }
    }

    void clocksDoNotDance()
    {
        const QFontMetrics metrics(Theme::tabular());
        QCOMPARE(metrics.horizontalAdvance(u"11:11"_s), metrics.horizontalAdvance(u"00:00"_s));
    }

    void denseIsTighter()
    {
        const int roomy = Theme::space(4);
        Theme::setDensity(Density::Dense);
        QVERIFY(Theme::space(4) < roomy);
        Theme::setDensity(Density::Comfortable);
        QCOMPARE(Theme::space(4), roomy);
    }

    void aTintedIconHasTheColourOfItsMeaning()
    {
        const QIcon icon = Theme::icon(u"dialog-ok-apply"_s, Meaning::Good);
        const QImage image = icon.pixmap(QSize(88, 88), 1.0).toImage();
        QVERIFY(!image.isNull());
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 250)
                    continue;
                ++inked;
                QVERIFY(std::abs(pixel.green() - Theme::colour(Meaning::Good).green()) < 4);
            }
        }
        QVERIFY2(inked > 10, qPrintable(QString::number(inked)));
    }

    void theFocusRingIsSeen()
    {
        QPushButton button(u"Nhận tin"_s);
        button.resize(button.sizeHint());
        const QImage without = button.grab().toImage();
        button.show();
        QApplication::setActiveWindow(&button);
        button.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(button.hasFocus());
        QVERIFY(button.grab().toImage() != without);
    }
};

QTEST_MAIN(ThemeTest)
#include "test_theme.moc"
