// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and videos on their way into a post: only copies, and what was covered once stays covered.
#include "media/sample_media.h"
#include "publish_bench.h"
#include "support/given_cases.h"

#include "media/derivation_work.h"
#include "media/pg_media_store.h"
#include "ui/media/media_viewer.h"
#include "ui/publish/cover_dialog.h"
#include "ui/publish/findings_list.h"
#include "ui/publish/media_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QBuffer>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QTemporaryDir>
#include <QToolButton>

using namespace trucban;

class PublishMediaTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<ScratchDatabase> scratch;
    std::unique_ptr<Desk> officer, supervisor;

    void openDesks()
    {
        officer = std::make_unique<Desk>(*scratch, u"officer1"_s, u"officer"_s, settingsOf(u"officer1"_s));
        QTRY_VERIFY_WITH_TIMEOUT(officer->settled(), 10000);
    }
    QString settingsOf(const QString &login) const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u'-' + login + u".ini"_s); }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }
    void init()
    {
        scratch = std::make_unique<ScratchDatabase>();
        scratch->ask(u"INSERT INTO core.source (code, name, url_prefix, kind) VALUES ('ANTD', 'An ninh Thủ đô', 'https://www.anninhthudo.vn/', 'newspaper') "
                     "ON CONFLICT (code) DO UPDATE SET url_prefix = excluded.url_prefix RETURNING 1"_s);
        openDesks();
    }
    void cleanup()
    {
        supervisor.reset();
        officer.reset();
        scratch.reset();
    }

    void picturesFromDiskLoseTheirPlaceAndAreLookedOver()
    {
        const QString path = m_folder.filePath(u"anh.jpg"_s);
        QImage picture(800, 600, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        picture.setText(u"Comment"_s, u"21.0285,105.8542"_s);
        QVERIFY(picture.save(path));
        QFile original(path);
        QVERIFY(original.open(QIODevice::ReadOnly));
        QVERIFY(original.readAll().contains("105.8542"));

        officer->type(goodText);
        officer->chooseSource(u"An ninh Thủ đô"_s, u"https://www.anninhthudo.vn/bai-1"_s);
        auto *strip = officer->find<MediaStrip>();
        strip->addFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(strip->ids().size(), 1, 10000);
        QCOMPARE(scratch->ask(u"SELECT position('105.8542'::bytea IN data) FROM core.media_chunk WHERE media_id = %1"_s.arg(strip->ids().first().value)), u"0"_s);
        auto *submit = officer->find<QPushButton>(u"submit"_s);
        QTRY_VERIFY(!submit->isEnabled()); // nobody has looked it over
        officer->find<QListWidget>(u"mediaList"_s)->item(0)->setCheckState(Qt::Checked);
        QTRY_VERIFY(submit->isEnabled());
        QCOMPARE(officer->find<MediaGrid>()->cells(500).size(), 1);
        officer->click(u"submit"_s);
        QTRY_COMPARE(officer->editor().bulletin().state, BulletinState::Submitted);
        QCOMPARE(scratch->ask(u"SELECT cardinality(media_ids) FROM core.bulletin"_s), u"1"_s);
    }

    void aFaceIsCoveredInACopyAndTheOriginalStaysHere()
    {
        // a face: black and white squares of eight pixels, as much detail as can be
        QImage picture(640, 480, QImage::Format_RGB32);
        picture.fill(Qt::lightGray);
        for (int y = 96; y < 288; ++y) {
            for (int x = 160; x < 352; ++x)
                picture.setPixelColor(x, y, ((x / 8 + y / 8) % 2) ? Qt::black : Qt::white);
        }
        const QString path = m_folder.filePath(u"mat.png"_s);
        QVERIFY(picture.save(path));
        officer->type(goodText);
        officer->chooseSource(u"An ninh Thủ đô"_s, u"https://www.anninhthudo.vn/bai-1"_s);
        auto *strip = officer->find<MediaStrip>();
        strip->addFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(strip->ids().size(), 1, 15000);
        const MediaId original = strip->ids().first();
        const QString before = scratch->ask(u"SELECT encode(sha256(data), 'hex') FROM core.media_chunk WHERE media_id = %1"_s.arg(original.value));
        auto *list = officer->find<QListWidget>(u"mediaList"_s);
        list->item(0)->setCheckState(Qt::Checked); // somebody was too quick

        list->setCurrentRow(0);
        QVERIFY(officer->actions.trigger(u"publish.cover"));
        CoverDialog *dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = officer->window.findChild<CoverDialog *>()) && dialog->isVisible(), 15000);
        CoverCanvas &canvas = dialog->canvas();
        auto *use = dialog->findChild<QPushButton *>(u"coverUse"_s);
        QVERIFY(!use->isEnabled());
        const auto at = [&](int x, int y) { return (canvas.shown().topLeft() + QPointF(x, y) * canvas.shown().width() / 640).toPoint(); };
        QTest::mousePress(&canvas, Qt::LeftButton, {}, at(150, 90));
        QTest::mouseMove(&canvas, at(200, 200));
        QTest::mouseMove(&canvas, at(360, 296));
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(360, 296));
        QCOMPARE(canvas.places().size(), 1);
        QVERIFY(canvas.places().first().where.contains(QRect(160, 96, 192, 192)));
        QVERIFY(use->isEnabled());
        QTest::keyClick(&canvas, Qt::Key_N); // a second one without the mouse
        QCOMPARE(canvas.places().size(), 2);
        const QRect set = canvas.places().last().where;
        QTest::keyClick(&canvas, Qt::Key_Right);
        QTest::keyClick(&canvas, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(canvas.places().last().where.left() > set.left() && canvas.places().last().where.height() > set.height());
        for (int i = 0; i < 3; ++i)
            dialog->findChild<QToolButton *>(u"coverUndo"_s)->click();
        QCOMPARE(canvas.places().size(), 1);
        dialog->findChild<QToolButton *>(u"coverRedo"_s)->click();
        QCOMPARE(canvas.places().size(), 2);
        QTest::keyClick(&canvas, Qt::Key_Delete);
        QCOMPARE(canvas.places().size(), 1);
        QTest::mouseClick(use, Qt::LeftButton);

        QTRY_VERIFY_WITH_TIMEOUT(strip->ids().size() == 1 && strip->ids().first() != original, 15000);
        const MediaId copy = strip->ids().first();
        QCOMPARE(strip->unchecked(), 1); // a new picture: looked over anew
        const QImage posted = QImage::fromData(QByteArray::fromHex(scratch->ask(u"SELECT encode(data, 'hex') FROM core.media_chunk WHERE media_id = %1"_s.arg(copy.value)).toLatin1()));
        QCOMPARE(posted.size(), picture.size());
        int darkest = 255, lightest = 0;
        for (int y = 100; y < 284; ++y) {
            for (int x = 164; x < 348; ++x) {
                darkest = qMin(darkest, qGray(posted.pixel(x, y)));
                lightest = qMax(lightest, qGray(posted.pixel(x, y)));
            }
        }
        QVERIFY2(lightest - darkest < 100, qPrintable(u"%1 to %2"_s.arg(darkest).arg(lightest))); // of black and white nothing is left
        QVERIFY(qAbs(qGray(posted.pixel(500, 400)) - 192) < 6); // and elsewhere it is the picture
        QCOMPARE(strip->shown().first().picture.toImage().pixelColor(500, 400).value(), picture.pixelColor(500, 400).value());
        QCOMPARE(scratch->ask(u"SELECT encode(sha256(data), 'hex') FROM core.media_chunk WHERE media_id = %1"_s.arg(original.value)), before);
        QCOMPARE(scratch->ask(u"SELECT source_id || ' ' || places FROM core.media_cover WHERE copy_id = %1"_s.arg(copy.value)), u"%1 1"_s.arg(original.value));

        list->item(0)->setCheckState(Qt::Checked);
        QTRY_VERIFY(officer->find<QPushButton>(u"submit"_s)->isEnabled());
        officer->click(u"submit"_s);
        QTRY_COMPARE_WITH_TIMEOUT(officer->editor().bulletin().state, BulletinState::Submitted, 15000);
        QCOMPARE(scratch->ask(u"SELECT media_ids::text FROM core.bulletin"_s), u"{%1}"_s.arg(copy.value));

        // the uncovered one in another post: it cannot be ticked, and the server has its own opinion as well
        PublishDesk desk(officer->database);
        const auto other = answerOf(desk.save({.sourceText = goodText, .postText = u"Tin"_s, .source = u"ANTD"_s, .sourceUrl = u"https://www.anninhthudo.vn/2"_s, .mediaIds = {original}}, newPublishRequest()));
        QVERIFY(other);
        QCOMPARE(answerOf(desk.submit(other->id, other->revision, newPublishRequest())).error().code, u"covered_copy_exists"_s);
        officer->place->open(Target::ofBulletin(other->id));
        QTRY_COMPARE_WITH_TIMEOUT(strip->ids(), QList{original}, 15000);
        QVERIFY(!(list->item(0)->flags() & Qt::ItemIsUserCheckable));
        QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(u"not published uncovered"));
        QVERIFY(!officer->find<QPushButton>(u"submit"_s)->isEnabled());
    }

    void aCoverLeavesNothingToComputeBack()
    {
        QImage plate(200, 60, QImage::Format_RGB32);
        for (int y = 0; y < 60; ++y) {
            for (int x = 0; x < 200; ++x)
                plate.setPixelColor(x, y, QColor::fromHsv((x * 7 + y * 13) % 360, 255, 255));
        }
        const QRect where(10, 10, 180, 40);
        for (const auto &[style, most] : {std::pair(CoverStyle::Pixels, 36), std::pair(CoverStyle::Black, 1)}) {
            const QImage made = covered(plate, {{where, style}});
            QSet<QRgb> colours;
            for (int y = where.top(); y <= where.bottom(); ++y) {
                for (int x = where.left(); x <= where.right(); ++x)
                    colours.insert(made.pixel(x, y));
            }
            QVERIFY2(colours.size() <= most, qPrintable(QString::number(colours.size())));
            QCOMPARE(made.pixel(5, 5), plate.pixel(5, 5));
        }
        // blurred: what lies side by side is nearly alike
        const QImage blurred = covered(plate, {{where, CoverStyle::Blur}});
        for (int y = where.top(); y <= where.bottom(); ++y) {
            for (int x = where.left(); x < where.right(); ++x)
                QVERIFY(qAbs(qGray(blurred.pixel(x, y)) - qGray(blurred.pixel(x + 1, y))) < 12);
        }
    }

    void aVideoFromDiskIsPublishedAsTheCopyTheSandboxMade()
    {
        tests::SampleMedia samples;
        const QString path = m_folder.filePath(u"Hiện trường.mov"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray film = samples.film(u"scene.mov"_s, 2, u"640x360"_s, {u"-c:v"_s, u"libx264"_s, u"-preset"_s, u"ultrafast"_s, u"-pix_fmt"_s, u"yuv420p"_s, u"-c:a"_s, u"aac"_s,
                                                                               u"-movflags"_s, u"use_metadata_tags"_s, u"-metadata"_s, u"comment=SECRETPLACE"_s});
        QVERIFY(film.contains("SECRETPLACE"));
        file.write(film);
        file.close();

        officer->type(goodText);
        officer->chooseSource(u"An ninh Thủ đô"_s, u"https://www.anninhthudo.vn/bai-1"_s);
        auto *strip = officer->find<MediaStrip>();
        strip->addFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(strip->preparing(), 1, 15000);
        QTRY_VERIFY(!officer->find<QPushButton>(u"submit"_s)->isEnabled()); // nothing is submitted without what is still coming
        Database gateway(scratch->connectAs(u"gateway"_s));
        media::PgMediaStore store(gateway, media::PgMediaStore::Gateway);
        QCOMPARE(*media::DerivationWork(gateway, store).doSome(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(strip->ids().size(), 1, 15000); // it comes by itself
        QCOMPARE(strip->preparing(), 0);
        const QString copy = QString::number(strip->ids().first().value);
        QCOMPARE(scratch->ask(u"SELECT kind FROM core.media_derivative WHERE media_id = %1"_s.arg(copy)), u"clip"_s);
        QCOMPARE(scratch->ask(u"SELECT coalesce(max(position('SECRETPLACE'::bytea IN data)), 0) FROM core.media_chunk WHERE media_id = %1"_s.arg(copy)), u"0"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!strip->shown().first().picture.isNull(), 15000);
        QVERIFY(strip->shown().first().video);

        // looked at as it will be published
        auto *list = officer->find<QListWidget>(u"mediaList"_s);
        list->setCurrentRow(0);
        QVERIFY(!officer->find<QToolButton>(u"mediaCover"_s)->isEnabled());
        QVERIFY(officer->actions.trigger(u"publish.look"));
        auto *viewer = officer->window.findChild<MediaViewer *>();
        QVERIFY(viewer && viewer->player());
        viewer->player()->core().play();
        QTRY_VERIFY_WITH_TIMEOUT(viewer->player()->core().duration() > 1500, 15000);
        viewer->close();

        // a picture beside it is more than Facebook shows
        strip->add({.id = MediaId{strip->ids().first().value + 1000}, .kind = u"image"_s, .name = u"x"_s});
        Q_EMIT strip->edited();
        QTRY_VERIFY(std::ranges::any_of(officer->find<FindingsList>()->findings(), [](const post::Finding &each) { return each.rule == post::Rule::MixedMedia; }));
        list->setCurrentRow(1);
        QTest::mouseClick(officer->find<QToolButton>(u"mediaRemove"_s), Qt::LeftButton);

        list->item(0)->setCheckState(Qt::Checked);
        QTRY_VERIFY(officer->find<QPushButton>(u"submit"_s)->isEnabled());
        officer->click(u"submit"_s);
        QTRY_COMPARE_WITH_TIMEOUT(officer->editor().bulletin().state, BulletinState::Submitted, 15000);
        // the second person sees its still
        supervisor = std::make_unique<Desk>(*scratch, u"supervisor1"_s, u"supervisor"_s, settingsOf(u"supervisor1"_s));
        supervisor->place->open(Target::ofBulletin(officer->editor().id()));
        QTRY_VERIFY_WITH_TIMEOUT(supervisor->find<MediaStrip>()->shown().size() == 1 && !supervisor->find<MediaStrip>()->shown().first().picture.isNull(), 15000);
        QVERIFY(supervisor->find<QPushButton>(u"approve"_s)->isVisible());
        supervisor->click(u"approve"_s);
        auto *now = officer->find<QPushButton>(u"publishNow"_s);
        QTRY_VERIFY_WITH_TIMEOUT(now->isVisible() && now->isEnabled(), 15000);
        officer->click(u"publishNow"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scratch->ask(u"SELECT coalesce(max(media_ids::text), '') FROM core.outbox"_s), u"{%1}"_s.arg(copy), 15000);
    }

    void aFileThatIsNeitherPictureNorVideoIsRefusedInWords()
    {
        const QString path = m_folder.filePath(u"don.pdf"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.4 nothing to see") > 0);
        file.close();
        officer->find<MediaStrip>()->addFile(path);
        auto *notice = officer->editor().findChild<NoticeBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible() && notice->text().contains(u"neither a picture nor a video"), 15000);
        QVERIFY(officer->find<MediaStrip>()->ids().isEmpty() && !officer->find<MediaStrip>()->isBusy());
    }

    void aCitizensPictureComesAsItsSafeCopy()
    {
        const CaseId from = given(*scratch, {.text = u"Ảnh đây ạ"_s, .attachments = {QJsonObject{{u"kind"_s, u"image"_s}, {u"url"_s, u"https://cdn.example/1.jpg"_s}}}});
        const auto medium = [this](QRgb colour) {
            QImage picture(64, 48, QImage::Format_RGB32);
            picture.fill(colour);
            QByteArray bytes;
            QBuffer buffer(&bytes);
            picture.save(&buffer, "PNG");
            const QString id = scratch->ask(u"INSERT INTO core.media (sha256, bytes, mime, kind, complete) VALUES (sha256('\\x%1'), %2, 'image/png', 'image', true) RETURNING id"_s
                                                .arg(QString::fromLatin1(bytes.toHex())).arg(bytes.size()));
            scratch->ask(u"INSERT INTO core.media_chunk VALUES (%1, 0, '\\x%2') RETURNING 1"_s.arg(id, QString::fromLatin1(bytes.toHex())));
            return id;
        };
        const QString original = medium(qRgb(200, 0, 0)), copy = medium(qRgb(0, 200, 0));
        scratch->ask(u"SELECT intake.attachment_stored((SELECT id FROM core.attachment), %1)"_s.arg(original));
        scratch->ask(u"SELECT intake.add_derivative(%1, 'screen', %2)"_s.arg(original, copy));

        officer->place->open(Target::newBulletin(from));
        auto *strip = officer->find<MediaStrip>();
        QTRY_VERIFY(officer->find<QToolButton>(u"mediaFromCase"_s)->isEnabled());
        strip->chooseFromCase();
        auto *list = officer->find<QListWidget>(u"caseMediaList"_s);
        QTRY_COMPARE(list->count(), 1);
        list->item(0)->setSelected(true);
        qobject_cast<QDialog *>(list->window())->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QTRY_COMPARE(strip->ids().size(), 1);
        QCOMPARE(QString::number(strip->ids().first().value), copy);
        QTRY_VERIFY(!strip->shown().first().picture.isNull());
        QCOMPARE(strip->shown().first().picture.toImage().pixelColor(5, 5), QColor::fromRgb(0, 200, 0));
    }

    void photosAreLaidOutAsOnFacebook()
    {
        MediaGrid grid;
        QPixmap photo(400, 300);
        photo.fill(Qt::blue);
        for (int count = 1; count <= 7; ++count) {
            grid.show(QList<ShownMedium>(count, {photo, false, {}}));
            const auto cells = grid.cells(500);
            QCOMPARE(cells.size(), qMin(count, 5));
            for (const QRect &cell : cells) {
                QVERIFY(QRect(0, 0, 500, grid.heightForWidth(500)).contains(cell));
                for (const QRect &other : cells)
                    QVERIFY(cell == other || !cell.intersects(other));
            }
        }
    }
};

QTEST_MAIN(PublishMediaTest)
#include "test_publish_media.moc"
