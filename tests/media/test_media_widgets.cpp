// SPDX-License-Identifier: GPL-3.0-or-later
// Clips and pictures on the screen: asserted on the pixels a person sees.
#include "media/derive.h"
#include "memory_store.h"
#include "sample_media.h"
#include "ui/media/audio_player.h"
#include "ui/frame/action_registry.h"
#include "ui/media/media_actions.h"
#include "ui/media/media_viewer.h"
#include "ui/media/video_player.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QSettings>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

using namespace trucban;
using namespace trucban::media;
using tests::MemoryStore;
using tests::SampleMedia;

namespace {

bool isNear(const QColor &seen, const QColor &wanted)
{
    return qAbs(seen.red() - wanted.red()) < 60 && qAbs(seen.green() - wanted.green()) < 60 && qAbs(seen.blue() - wanted.blue()) < 60;
}

QColor middleOf(QWidget &widget)
{
    const QImage seen = widget.grab().toImage();
    return seen.pixelColor(seen.rect().center());
}

} // namespace

class MediaWidgetsTest : public QObject
{
    Q_OBJECT

private:
    SampleMedia samples;
    MemoryStore store;
    QByteArray clipBytes;
    MediaItem clip;
    MediaItem sound;

    MediaItem itemOf(const QString &kind, const MediaPart &original) const
    {
        MediaItem item;
        item.attachment = AttachmentId{original.id.value};
        item.kind = kind;
        item.state = u"stored"_s;
        item.sender = u"Người dân #4821"_s;
        item.sentAt = QDateTime::fromString(u"2026-11-14T15:43:02Z"_s, Qt::ISODate);
        item.info.kind = kind;
        item.info.original = original;
        item.info.deriveState = u"done"_s;
        return item;
    }
    MediaItem picture(const QByteArray &jpeg)
    {
        MediaItem item = itemOf(u"image"_s, store.add(jpeg, u"image/jpeg"_s));
        item.info.derivatives.insert(u"screen"_s, store.add(jpeg, u"image/jpeg"_s));
        return item;
    }

    /// actions of a window of their own, with keys as delivered
    struct Keys {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"keys.ini"_s), QSettings::IniFormat};
        ActionRegistry registry{settings};
        MediaActions &actions = MediaActions::of(registry);
    };

private Q_SLOTS:
    void initTestCase()
    {
        Theme::install(*qApp, Scheme::Light);
        // red, green and blue, one second each
        clipBytes = samples.film(u"clip.mp4"_s, 6, u"320x180"_s, {u"-c:v"_s, u"libx264"_s, u"-g"_s, u"25"_s, u"-pix_fmt"_s, u"yuv420p"_s, u"-c:a"_s, u"aac"_s,
                                                                  u"-movflags"_s, u"+faststart"_s});
        clip = itemOf(u"video"_s, store.add(clipBytes, u"video/mp4"_s));
        clip.info.durationMs = 6000;
        clip.info.derivatives.insert(u"poster"_s, store.add(samples.byMagick(u"poster.jpg"_s, {u"-size"_s, u"320x180"_s, u"xc:yellow"_s}), u"image/jpeg"_s));
        const QByteArray tone = samples.byFfmpeg(u"tone.m4a"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=duration=8"_s, u"-movflags"_s, u"+faststart"_s});
        sound = itemOf(u"audio"_s, store.add(tone, u"audio/mp4"_s));
        sound.info.durationMs = 8000;
        Waveform wave{8000, {}};
        for (int i = 0; i < 400; ++i)
            wave.peaks.append(quint8(i < 200 ? 10 : 250));
        sound.info.derivatives.insert(u"waveform"_s, store.add(wave.encoded(), u"application/x-trucban-waveform"_s));
    }

    void theRightColourAtTheRightTime()
    {
        PictureLoader pictures(store);
        VideoPlayer player(pictures, clip);
        player.resize(480, 330);
        player.show();
        QVERIFY(QTest::qWaitForWindowExposed(&player));
        QTRY_VERIFY2(isNear(middleOf(player.surface()), Qt::yellow), "the poster is not shown before the first frame");
        QVERIFY(!player.core().hasBegun());

        player.core().play();
        QTRY_VERIFY_WITH_TIMEOUT(player.surface().showsFrame(), 10'000);
        QTRY_VERIFY(isNear(middleOf(player.surface()), Qt::red));
        QTRY_VERIFY_WITH_TIMEOUT(isNear(middleOf(player.surface()), Qt::green), 5000);
        QVERIFY(player.core().position() >= 900);
        player.core().pause();
        QTRY_VERIFY(!player.core().isPlaying());

        player.core().seek(2500);
        QTRY_VERIFY_WITH_TIMEOUT(isNear(middleOf(player.surface()), Qt::blue), 5000);
        player.core().seek(3400); // round again
        QTRY_VERIFY_WITH_TIMEOUT(isNear(middleOf(player.surface()), Qt::red), 5000);
    }

    void everyKeyOfThePlayer()
    {
        PictureLoader pictures(store);
        Keys keys;
        VideoPlayer player(pictures, clip);
        keys.actions.serve(&player);
        player.resize(480, 330);
        player.show();
        player.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&player));
        player.setFocus();
        QTest::keyClick(&player, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(player.core().isPlaying(), 10'000);
        QTest::keyClick(&player, Qt::Key_Space);
        QTRY_VERIFY(!player.core().isPlaying());
        player.core().seek(0);
        QTRY_VERIFY(player.core().position() < 100);
        QTest::keyClick(&player, Qt::Key_Right);
        QTRY_COMPARE(player.core().position(), 5000);
        QTRY_VERIFY(isNear(middleOf(player.surface()), Qt::blue));
        QTest::keyClick(&player, Qt::Key_Left);
        QTRY_COMPARE(player.core().position(), 0);
        QTest::keyClick(&player, Qt::Key_Period);
        QTRY_COMPARE(player.core().position(), 40); // 25 frames a second
        QTest::keyClick(&player, Qt::Key_Comma);
        QTRY_COMPARE(player.core().position(), 0);
        QTest::keyClick(&player, Qt::Key_BracketRight);
        QCOMPARE(player.core().rate(), 1.25);
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&player, Qt::Key_BracketLeft);
        QCOMPARE(player.core().rate(), 0.25);
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&player, Qt::Key_BracketRight);
        QCOMPARE(player.core().rate(), 2.0);
        QTest::keyClick(&player, Qt::Key_L);
        QVERIFY(player.core().isLooping());
        QTest::keyClick(&player, Qt::Key_M);
        QVERIFY(player.core().isMuted());
        QSignalSpy full(&player, &PlayerView::fullViewWanted);
        QTest::keyClick(&player, Qt::Key_Return);
        QCOMPARE(full.size(), 1);
    }

    void theKeysCanBeChangedAndTheActionsFound()
    {
        PictureLoader pictures(store);
        Keys keys;
        VideoPlayer player(pictures, clip);
        QVERIFY(!keys.registry.trigger(u"media.loop"_s)); // nothing plays: nothing to do
        keys.actions.serve(&player);
        player.show();
        player.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&player));
        player.setFocus();
        keys.registry.setKeys(u"media.loop"_s, {QKeySequence(Qt::Key_O)});
        QTest::keyClick(&player, Qt::Key_L);
        QVERIFY(!player.core().isLooping());
        QTest::keyClick(&player, Qt::Key_O);
        QVERIFY(player.core().isLooping());
        QVERIFY(keys.registry.trigger(u"media.mute"_s)); // as the menu and the palette do
        QVERIFY(player.core().isMuted());
        player.findChild<QSlider *>()->setFocus(); // an arrow belongs to the slider that has the focus
        const double before = player.core().volume();
        QTest::keyClick(player.findChild<QSlider *>(), Qt::Key_Right);
        QVERIFY(player.core().volume() > before);
        QCOMPARE(player.core().position(), 0);
    }

    void aFrameStepShowsTheNextFrame()
    {
        PictureLoader pictures(store);
        Keys keys;
        VideoPlayer player(pictures, clip);
        keys.actions.serve(&player);
        player.resize(480, 330);
        player.show();
        player.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&player));
        player.core().seek(960); // the last red one
        QTRY_VERIFY_WITH_TIMEOUT(player.surface().showsFrame() && isNear(middleOf(player.surface()), Qt::red), 10'000);
        player.setFocus();
        QTest::keyClick(&player, Qt::Key_Period);
        QTRY_VERIFY_WITH_TIMEOUT(isNear(middleOf(player.surface()), Qt::green), 3000);
        QTest::keyClick(&player, Qt::Key_Comma);
        QTRY_VERIFY_WITH_TIMEOUT(isNear(middleOf(player.surface()), Qt::red), 3000);
    }

    void lettersBelongToAnInputWhileItHasTheFocus()
    {
        PictureLoader pictures(store);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *input = new QLineEdit(&window);
        auto *player = new VideoPlayer(pictures, clip, &window);
        Keys keys;
        keys.actions.serve(player);
        column->addWidget(input);
        column->addWidget(player);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        input->setFocus();
        QTest::keyClicks(input, u"l m [ ] , ."_s);
        QCOMPARE(input->text(), u"l m [ ] , ."_s);
        QVERIFY(!player->core().isLooping() && !player->core().isMuted() && player->core().rate() == 1.0 && !player->core().hasBegun());
    }

    void playsBeforeAllOfItIsHere()
    {
        // a long clip of which the store gives only what is asked for
        const QByteArray large = samples.byFfmpeg(u"large.mp4"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=c=red:s=640x360:d=40,noise=alls=60:allf=t"_s, u"-c:v"_s,
                                                                   u"libx264"_s, u"-preset"_s, u"ultrafast"_s, u"-b:v"_s, u"3M"_s, u"-pix_fmt"_s, u"yuv420p"_s,
                                                                   u"-movflags"_s, u"+faststart"_s});
        QVERIFY(large.size() > 10 * mebibyte);
        MemoryStore slow;
        MediaItem item = itemOf(u"video"_s, slow.add(large, u"video/mp4"_s));
        PictureLoader pictures(slow);
        VideoPlayer player(pictures, item);
        player.show();
        player.core().play();
        QTRY_VERIFY_WITH_TIMEOUT(player.surface().showsFrame(), 10'000);
        QVERIFY2(player.core().loadedShare() < 0.8, qPrintable(QString::number(player.core().loadedShare())));
        player.core().pause();
    }

    void aLostLineIsSaidAndTriedAgain()
    {
        MemoryStore far;
        MediaItem item = itemOf(u"video"_s, far.add(clipBytes, u"video/mp4"_s));
        far.offline = true;
        PictureLoader pictures(far);
        VideoPlayer player(pictures, item);
        player.show();
        QVERIFY(QTest::qWaitForWindowExposed(&player));
        player.core().play();
        QTRY_VERIFY_WITH_TIMEOUT(player.core().failure(), 10'000);
        QCOMPARE(player.core().failure()->kind, Failure::Offline);
        auto *retry = player.findChild<QPushButton *>();
        QTRY_VERIFY(retry->isVisible());
        far.offline = false;
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(player.surface().showsFrame(), 10'000);
        QVERIFY(!retry->isVisible());
    }

    void closingWhileTheNetworkHangsDoesNotFreeze()
    {
        MemoryStore hanging;
        MediaItem item = itemOf(u"video"_s, hanging.add(clipBytes, u"video/mp4"_s));
        hanging.holdBack = true;
        PictureLoader pictures(hanging);
        auto player = std::make_unique<VideoPlayer>(pictures, item);
        player->show();
        player->core().play();
        QTRY_VERIFY(hanging.timesAsked(item.info.original.id, 0) > 0);
        QElapsedTimer timer;
        timer.start();
        player.reset();
        QVERIFY(timer.elapsed() < 1000);
        hanging.release();
    }

    void aRecordingShowsItsWaveformAndGoesWhereOneClicks()
    {
        PictureLoader pictures(store);
        AudioPlayer player(pictures, sound);
        player.resize(700, 80);
        player.show();
        QVERIFY(QTest::qWaitForWindowExposed(&player));
        SeekBar &bar = player.seekBar();
        const auto inkIn = [&](const QRect &part) {
            const QImage seen = bar.grab(part).toImage();
            const QColor ground = seen.pixelColor(0, 0);
            int ink = 0;
            for (int y = 0; y < seen.height(); ++y) {
                for (int x = 0; x < seen.width(); ++x)
                    ink += seen.pixelColor(x, y) != ground;
            }
            return ink;
        };
        const int half = bar.width() / 2;
        QTRY_VERIFY2(inkIn(QRect(half, 0, half, bar.height())) > 5 * inkIn(QRect(4, 0, half - 8, bar.height())), "the loud half is not the louder one to the eye");
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(bar.width() * 3 / 4, bar.height() / 2));
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(player.core().position() - 6000) < 100, 10'000);
        QVERIFY(player.accessibleName().contains(u"#4821"_s));
        player.core().seek(1000);
        player.core().play(); // also where there is no sound device the clock runs, so that one sees it play
        QTRY_VERIFY_WITH_TIMEOUT(player.core().position() > 2000, 10'000);
    }

    void theViewerZoomsTurnsAndGoesOn()
    {
        PictureLoader pictures(store);
        const QList<MediaItem> items{picture(samples.byMagick(u"1.jpg"_s, {u"-size"_s, u"400x200"_s, u"xc:red"_s})),
                                     picture(samples.byMagick(u"2.jpg"_s, {u"-size"_s, u"400x200"_s, u"xc:blue"_s})), clip};
        Keys keys;
        MediaViewer viewer(pictures, keys.actions, nullptr);
        viewer.resize(800, 600);
        viewer.open(items, 0);
        QVERIFY(QTest::qWaitForWindowActive(&viewer));
        ImageView &image = viewer.image();
        QTRY_VERIFY(isNear(middleOf(image), Qt::red));
        const auto colourAt = [&](int dx, int dy) {
            const QImage seen = image.grab().toImage();
            return seen.pixelColor(seen.rect().center() + QPoint(dx, dy));
        };
        QVERIFY(isNear(colourAt(190, 0), Qt::red) && isNear(colourAt(0, 150), Qt::black));
        QTest::keyClick(&viewer, Qt::Key_R);
        QVERIFY(isNear(colourAt(190, 0), Qt::black) && isNear(colourAt(0, 150), Qt::red));
        QTest::keyClick(&viewer, Qt::Key_Plus);
        QVERIFY(image.zoom() > 1.2);
        QTest::keyClick(&viewer, Qt::Key_0);
        QVERIFY(image.isFitted());
        QTest::keyClick(&viewer, Qt::Key_1);
        QCOMPARE(image.zoom(), 1.0);
        QTest::keyClick(&viewer, Qt::Key_PageDown);
        QTRY_VERIFY(isNear(middleOf(image), Qt::blue));
        QCOMPARE(image.quarters(), 0);
        QTest::keyClick(&viewer, Qt::Key_Right);
        QCOMPARE(viewer.index(), 2);
        QVERIFY(viewer.player());
        QTest::keyClick(viewer.player(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(viewer.player()->core().isPlaying(), 10'000);
        QSignalSpy closed(&viewer, &MediaViewer::closed);
        QTest::keyClick(viewer.player(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QVERIFY(!viewer.isVisible());
    }

    void everyStateIsSaidInWords()
    {
        MediaItem item = clip;
        item.state = u"waiting"_s;
        QCOMPARE(item.readiness(), MediaItem::Coming);
        item.state = u"failed"_s;
        item.failure = u"link_expired"_s;
        QCOMPARE(item.readiness(), MediaItem::Broken);
        QVERIFY(mediaWords::whyNot(item).contains(u"expired"_s));
        item = clip;
        item.info.deriveState = u"waiting"_s;
        QCOMPARE(item.readiness(), MediaItem::Preparing);
        item.info.deriveState = u"refused"_s;
        item.info.deriveError = u"refused_broken"_s;
        QCOMPARE(item.readiness(), MediaItem::Broken);
        QVERIFY(mediaWords::spoken(item).contains(mediaWords::whyNot(item)));
        QCOMPARE(clip.readiness(), MediaItem::Ready);
        QVERIFY(mediaWords::whyNot(clip).isEmpty());
    }
};

QTEST_MAIN(MediaWidgetsTest)
#include "test_media_widgets.moc"
