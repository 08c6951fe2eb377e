// SPDX-License-Identifier: GPL-3.0-or-later
// The publish place as two people use it: one writes, one looks over, and nothing typed is ever lost.
#include "publish_bench.h"
#include "support/given_cases.h"
#include "support/scratch_database.h"

#include "desk/publish/publish_desk.h"
#include "storage/change_listener.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/frame/workbench.h"
#include "ui/publish/bulletin_editor.h"
#include "ui/publish/bulletin_list.h"
#include "ui/publish/facebook_preview.h"
#include "ui/publish/findings_list.h"
#include "ui/publish/local_journal.h"
#include "ui/publish/media_strip.h"
#include "ui/publish/place.h"
#include "ui/publish/post_edit.h"
#include "ui/publish/qr_dialog.h"
#include "ui/publish/source_card.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMainWindow>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace trucban;

namespace {

/// The English words whose translation differs.
QStringList sourcesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList sources;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"source")
            source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == u"translation" && xml.readElementText(QXmlStreamReader::IncludeChildElements) != source)
            sources.append(source);
    }
    return sources;
}

} // namespace

class PublishTest : public QObject
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

    void whatIsTypedIsMarkedAndShown()
    {
        officer->type(u"# Tin mới\n\nGọi 0912 345 678 **ngay** #CongAnHaNoi"_s);
        auto *preview = officer->find<FacebookPreview>();
        QTRY_COMPARE(preview->visibleText(), u"TIN MỚI\n\nGọi 0912 345 678 ngay #CongAnHaNoi"_s);
        QCOMPARE(officer->edit().classAt(int(officer->edit().source().indexOf(u"0912"))), u"Phone"_s);
        QCOMPARE(officer->edit().classAt(int(officer->edit().source().indexOf(u"#Cong"))), u"Hashtag"_s);
        QVERIFY(officer->edit().document()->firstBlock().blockFormat().lineHeight() >= 135);
        QVERIFY(officer->edit().document()->lastBlock().blockFormat().lineHeight() >= 135);
    }

    void aFindingJumpsToItsWords()
    {
        officer->type(u"# Tin\n\nBắt **tên trộm** và gọi 0912 345 678"_s);
        auto *list = officer->find<QListWidget>(u"findings"_s);
        QTRY_VERIFY(list->count() >= 3); // the word, the number, the missing source
        QCOMPARE(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(u"tên trộm"), true);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(officer->edit().textCursor().selectedText(), u"tên trộm"_s);
        QVERIFY(officer->actions.trigger(u"publish.finding"));
        QCOMPARE(officer->edit().textCursor().selectedText(), u"0912 345 678"_s);
        QVERIFY(!officer->find<QPushButton>(u"submit"_s)->isEnabled());
    }

    void twoPeoplePublish()
    {
        supervisor = std::make_unique<Desk>(*scratch, u"supervisor1"_s, u"supervisor"_s, settingsOf(u"supervisor1"_s));
        officer->type(goodText);
        officer->chooseSource(u"An ninh Thủ đô"_s, u"https://www.anninhthudo.vn/bai-1"_s);
        auto *submit = officer->find<QPushButton>(u"submit"_s);
        QTRY_VERIFY(submit->isEnabled());
        officer->click(u"submit"_s);
        QTRY_COMPARE(officer->editor().bulletin().state, BulletinState::Submitted);
        QTRY_VERIFY(officer->edit().isReadOnly());
        QVERIFY(!officer->find<QPushButton>(u"approve"_s)->isVisible());

        auto *view = &supervisor->find<BulletinList>()->view();
        QTRY_COMPARE(view->model()->rowCount(), 1); // it came by itself
        QCOMPARE(view->model()->index(0, 0).data().toString(), u"Kiểm tra bãi xe"_s);
        QTRY_COMPARE(supervisor->place->badge(), 1);
        if (!supervisor->editor().id())
            view->setCurrentIndex(view->model()->index(0, 0));
        QTRY_VERIFY(supervisor->find<QPushButton>(u"approve"_s)->isVisible());
        supervisor->click(u"approve"_s);

        auto *now = officer->find<QPushButton>(u"publishNow"_s);
        QTRY_VERIFY(now->isVisible() && now->isEnabled()); // and back by itself
        officer->click(u"publishNow"_s);
        QTRY_VERIFY(officer->editor().bulletin().isLeaving());
        const QString outbox = scratch->ask(u"SELECT id FROM core.outbox"_s);
        QCOMPARE(scratch->ask(u"SELECT text FROM core.outbox"_s), u"KIỂM TRA BÃI XE\n\nCông an phường đã kiểm tra, xử lý.\n\n#CongAnHaNoi\n\nNguồn: An ninh Thủ đô"_s);
        scratch->ask(u"SELECT core.outbox_sent('%1', '{\"platform_id\": \"1_2\", \"permalink\": \"https://facebook.example/1/posts/2\"}')"_s.arg(outbox));
        auto *permalink = officer->find<QLabel>(u"permalink"_s);
        QTRY_VERIFY(permalink->text().contains(u"https://facebook.example/1/posts/2"));
        QTRY_COMPARE(supervisor->editor().bulletin().state, BulletinState::Published);
    }

    void aPauseSavesTheDraft()
    {
        officer->type(u"# Đang viết dở"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scratch->ask(u"SELECT coalesce(max(source_text), '') FROM core.bulletin"_s), u"# Đang viết dở"_s, 8000);
        officer->type(u" và viết tiếp"_s);
        QTRY_COMPARE_WITH_TIMEOUT(scratch->ask(u"SELECT max(source_text) FROM core.bulletin"_s), u"# Đang viết dở và viết tiếp"_s, 8000);
        QCOMPARE(scratch->ask(u"SELECT count(*) FROM core.bulletin"_s), u"1"_s);
        QTRY_VERIFY(!LocalJournal(officer->settings).kept(officer->editor().id())); // the row is committed before the desk hears of it
    }

    void aWordBeingComposedIsNotSavedHalf()
    {
        officer->edit().setFocus();
        QInputMethodEvent composing(u"Tie"_s, {});
        QApplication::sendEvent(&officer->edit(), &composing);
        QVERIFY(officer->edit().isComposing());
        QInputMethodEvent done;
        done.setCommitString(u"Tiếng"_s);
        QApplication::sendEvent(&officer->edit(), &done);
        QVERIFY(!officer->edit().isComposing());
        QCOMPARE(officer->edit().source(), u"Tiếng"_s);
        officer->edit().clear();
    }

    void wordsOfADeadDeskAreThereAgain()
    {
        officer->type(u"# Chưa kịp lưu"_s);
        QTRY_VERIFY(LocalJournal(officer->settings).kept({})); // a moment after the last key
        scratch->cutOff();
        officer.reset();
        // as if the desk had died before the server had anything
        scratch->ask(u"DELETE FROM core.bulletin_event RETURNING 1"_s);
        scratch->ask(u"DELETE FROM core.bulletin RETURNING 1"_s);
        QSettings settings(settingsOf(u"officer1"_s), QSettings::IniFormat);
        LocalJournal(settings).keep({}, {Revision{0}, u"# Chưa kịp lưu"_s});
        settings.sync();
        openDesks();
        QTest::mouseClick(officer->find<QPushButton>(u"newPost"_s), Qt::LeftButton);
        QTRY_COMPARE(officer->edit().source(), u"# Chưa kịp lưu"_s);
    }

    void aColleaguesVersionIsNotOverwrittenUnseen()
    {
        officer->type(u"# Bản của tôi"_s);
        QTRY_VERIFY_WITH_TIMEOUT(officer->editor().id() && officer->settled(), 8000);
        Database other(scratch->connectAs(u"officer2"_s));
        const auto theirs = answerOf(PublishDesk(other).save({.id = officer->editor().id(), .revision = officer->editor().bulletin().revision, .sourceText = u"# Bản của đồng nghiệp"_s}, newPublishRequest()));
        QVERIFY(theirs);
        QTRY_COMPARE(officer->edit().source(), u"# Bản của đồng nghiệp"_s); // nothing of mine was unsaved: theirs is shown

        officer->type(u"# Sửa tiếp "_s);
        QVERIFY(answerOf(PublishDesk(other).save({.id = officer->editor().id(), .revision = theirs->revision, .sourceText = u"# Họ lại sửa"_s}, newPublishRequest())));
        auto *notice = officer->editor().findChild<NoticeBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible() && notice->meaning() == Meaning::Soon, 8000);
        QVERIFY(officer->edit().source().contains(u"# Sửa tiếp"));
        QCOMPARE(scratch->ask(u"SELECT source_text FROM core.bulletin"_s), u"# Họ lại sửa"_s);
        officer->editor().save(); // on purpose
        QTRY_VERIFY(scratch->ask(u"SELECT source_text FROM core.bulletin"_s).contains(u"# Sửa tiếp"));
    }

    void theResultOfACaseBeginsFromIt()
    {
        const CaseId from = given(*scratch, {.text = u"Bãi xe thu quá giá ở phường Cầu Giấy"_s});
        QVERIFY(officer->place->opens(Target::newBulletin(from)));
        officer->place->open(Target::newBulletin(from));
        QTRY_VERIFY(officer->edit().source().contains(u"Trung tâm Thông tin chỉ huy"));
        QCOMPARE(officer->find<QLineEdit>(u"sourceCase"_s)->text(), scratch->ask(u"SELECT number FROM core.case"_s));
        QCOMPARE(officer->find<QComboBox>(u"sourceChoice"_s)->currentText(), u"Công an thành phố Hà Nội"_s);
        QVERIFY(!officer->edit().source().contains(u"quá giá")); // the citizen's words stay the citizen's
        QTRY_VERIFY(post::blocks(officer->find<FindingsList>()->findings())); // variables to be filled
        officer->edit().setSource(goodText);
        officer->type(u" "_s);
        QTRY_VERIFY(officer->find<QPushButton>(u"submit"_s)->isEnabled());
    }

    void longTextFoldsAndUnfolds()
    {
        QString text = u"# Tin dài\n\n"_s;
        for (int i = 0; i < 12; ++i)
            text += u"Câu thứ %1 của bài nói về việc đã làm.\n"_s.arg(i);
        officer->type(text);
        auto *preview = officer->find<FacebookPreview>();
        QTRY_VERIFY(preview->isFolded());
        QVERIFY(!preview->visibleText().contains(u"thứ 11"));
        preview->setUnfolded(true);
        QVERIFY(preview->visibleText().contains(u"thứ 11"));
        QTest::mouseClick(officer->find<QToolButton>(u"previewDesktop"_s), Qt::LeftButton);
        QVERIFY(!preview->isPhone());
    }

    void aReturnedPostComesBackWithItsReason()
    {
        supervisor = std::make_unique<Desk>(*scratch, u"supervisor1"_s, u"supervisor"_s, settingsOf(u"supervisor1"_s));
        officer->type(goodText);
        officer->chooseSource(u"An ninh Thủ đô"_s, u"https://www.anninhthudo.vn/bai-1"_s);
        QTRY_VERIFY(officer->find<QPushButton>(u"submit"_s)->isEnabled());
        officer->click(u"submit"_s);
        QTRY_COMPARE(officer->editor().bulletin().state, BulletinState::Submitted);
        QTRY_VERIFY(supervisor->place->badge() == 1);
        supervisor->place->open(Target::ofBulletin(officer->editor().id()));
        QTRY_VERIFY(supervisor->find<QPushButton>(u"sendBack"_s)->isVisible());
        supervisor->click(u"sendBack"_s);
        supervisor->find<QLineEdit>(u"askReason"_s)->setText(u"Nêu rõ phường nào"_s);
        supervisor->click(u"askVerb"_s);
        auto *notice = officer->editor().findChild<NoticeBar *>();
        QTRY_VERIFY(notice->text().contains(u"Nêu rõ phường nào"));
        QVERIFY(!officer->edit().isReadOnly());
    }

    // and pictures of the place to look at: build/pictures/publish-….png
    void everyWordIsVietnamese()
    {
        officer->type(u"# Xử lý điểm trông giữ xe tại phường Cầu Giấy\n\nNgày **22/11/2026**, từ phản ánh của người dân, Công an phường đã kiểm tra, lập biên bản và yêu cầu chấm dứt việc thu quá giá.\n\n"
                      "- Thu đúng giá niêm yết\n- Không lấn chiếm vỉa hè\n\nGọi 0912 345 678, tên trộm xe 29-H1 000.00 đã bị giữ. Theo vụ {{case:26-004217}}, {{unit}} trả lời.\n\n@[An ninh Thủ đô] https://www.anninhthudo.vn/bai-1 #CongAnHaNoi #PhanHoiNguoiDan"_s);
        officer->chooseSource(u"An ninh Thủ đô"_s, u"https://www.anninhthudo.vn/bai-1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(officer->editor().id() && officer->settled(), 8000);
        const BulletinId id = officer->editor().id();
        BulletinWords other{.sourceText = u"# Cảnh báo giả danh cán bộ công an để lừa đảo"_s, .postText = u"CẢNH BÁO"_s, .source = u"ANTD"_s, .sourceUrl = u"https://www.anninhthudo.vn/2"_s};
        PublishDesk desk(officer->database);
        auto stand = answerOf(desk.save(other, newPublishRequest())).value();
        QVERIFY(answerOf(desk.submit(stand.id, stand.revision, newPublishRequest())));

        QTranslator words;
        QVERIFY(words.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")));
        QDir().mkpath(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures"));
        for (const bool vietnamese : {false, true}) {
            if (vietnamese)
                QCoreApplication::installTranslator(&words);
            for (const bool dark : {false, true}) {
                Theme::setScheme(dark ? Scheme::Dark : Scheme::Light);
                officer.reset();
                openDesks();
                officer->place->open(Target::ofBulletin(id));
                QTRY_VERIFY_WITH_TIMEOUT(officer->settled() && officer->editor().id() == id, 8000);
                QTRY_VERIFY(!officer->find<FindingsList>()->findings().isEmpty());
                for (const QSize size : {QSize(1366, 700), QSize(1920, 1010)}) {
                    officer->window.resize(size);
                    QTest::qWait(50);
                    officer->window.grab().save(QStringLiteral(TRUCBAN_BINARY_DIR "/../pictures/publish-%1-%2-%3.png").arg(vietnamese ? u"vi"_s : u"en"_s, dark ? u"dark"_s : u"light"_s).arg(size.width()));
                }
            }
        }
        QCoreApplication::removeTranslator(&words);
        Theme::setScheme(Scheme::Light);
        const QStringList sources = sourcesIn(QStringLiteral(TRUCBAN_SOURCE_DIR "/translations/vi/publish.ts"));
        QVERIFY(sources.size() > 150);
        for (const QWidget *widget : officer->window.findChildren<QWidget *>()) {
            for (const QString &shown : {widget->property("text").toString(), widget->accessibleName(), widget->toolTip()})
                QVERIFY2(shown.isEmpty() || !sources.contains(shown), qPrintable(shown));
        }
    }

    void theCodeIsRead()
    {
        const QString address = u"https://www.facebook.com/ConganThuDo"_s;
        const QrCode code(address);
        QVERIFY(code.isValid());
        const auto scanned = [](const QString &path) {
            QProcess zbar;
            zbar.start(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, path});
            zbar.waitForFinished();
            return QString::fromUtf8(zbar.readAllStandardOutput()).trimmed();
        };
        const QString png = m_folder.filePath(u"qr.png"_s), svg = m_folder.filePath(u"qr.svg"_s), drawn = m_folder.filePath(u"drawn.png"_s);
        QVERIFY(code.savePng(png));
        QCOMPARE(scanned(png), address);
        QVERIFY(code.saveSvg(svg));
        QImage fromSvg(svg);
        QVERIFY(!fromSvg.isNull());
        QVERIFY(fromSvg.scaled(600, 600).save(drawn));
        QCOMPARE(scanned(drawn), address);

        const QString pdf = m_folder.filePath(u"qr.pdf"_s);
        QrDialog dialog({{u"Công an Thành phố"_s, address}});
        {
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFileName(pdf);
            dialog.printTo(&printer);
        }
        QCOMPARE(QProcess::execute(u"pdftoppm"_s, {u"-png"_s, u"-singlefile"_s, u"-r"_s, u"100"_s, pdf, m_folder.filePath(u"page"_s)}), 0);
        QCOMPARE(scanned(m_folder.filePath(u"page.png"_s)), address);
    }
};

QTEST_MAIN(PublishTest)
#include "test_publish.moc"
