// SPDX-License-Identifier: GPL-3.0-or-later
// Files go with a reply: dropped, pasted, taken from the case or from the unit's answer; what must stay here stays here.
#include "cases/case_stage.h"

#include "ui/cases/file_chip.h"
#include "ui/cases/reply_edit.h"
#include "ui/cases/reply_files.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>

using namespace trucban;

class ReplyFilesTest : public tests::CaseStage
{
    Q_OBJECT

    ReplyFiles &files() { return m_view->composer().files(); }
    QPushButton *sendButton()
    {
        for (auto *button : m_view->composer().findChildren<QPushButton *>()) {
            if (button->text() == "Send"_L1 || button->text() == "Release"_L1)
                return button;
        }
        return nullptr;
    }
    QString hint()
    {
        QStringList all;
        for (const auto *label : m_view->composer().findChildren<QLabel *>()) {
            if (label->isVisible())
                all.append(label->text());
        }
        return all.join(u'\n');
    }
    QString picture(const QString &name, const QString &size = u"640x480"_s)
    {
        m_samples.byMagick(name, {u"-size"_s, size, u"plasma:blue-green"_s});
        return m_samples.path(name);
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile made(m_samples.path(name));
        return made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size() ? made.fileName() : QString();
    }
    void drop(const QStringList &paths)
    {
        QMimeData mime;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        mime.setUrls(urls);
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(field()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QApplication::sendEvent(field()->viewport(), &event);
    }
    void sandboxWorks()
    {
        media::DerivationWork work(m_citizen->gateway(), m_citizen->store);
        while (work.doSome().value_or(0) > 0) { }
    }
    bool ready(int count)
    {
        return files().count() == count && files().sent().size() == count;
    }
    CaseId mine(const QString &words = u"Xin mẫu đơn"_s)
    {
        const CaseId id = m_citizen->writes(words, 3);
        desk();
        open(id);
        claimAndClassify();
        m_view->showTab(u"reply"_s);
        return id;
    }
    QString ask(const QString &sql) { return m_scratch->ask(sql); }

private Q_SLOTS:
    void droppedFilesGoToTheCitizen()
    {
        mine();
        drop({picture(u"ảnh hiện trường.png"_s), file(u"mẫu đơn.pdf"_s, "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")});
        QCOMPARE(files().count(), 2);
        QVERIFY(files().isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT count(*) FROM core.media WHERE complete"_s), u"2"_s, 15'000);
        QTRY_VERIFY(hint().contains(u"on their way to the store"_s)); // the picture is not safe yet
        field()->setPlainText(u"Gửi anh mẫu đơn."_s);
        QVERIFY(!sendButton()->isEnabled());
        sandboxWorks();
        QTRY_VERIFY_WITH_TIMEOUT(ready(2), 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(files().chips().first()->hasPicture(), 15'000); // as it is made safe, so it is shown
        QVERIFY(files().chips().first()->accessibleName().startsWith(u"ảnh hiện trường.png: "_s));
        QVERIFY(sendButton()->isEnabled());
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT cardinality(media_ids) FROM core.outbox"_s), u"2"_s, 15'000);
        // the picture went as the copy without place and device, the paper as it is, both under their names
        QCOMPARE(ask(u"SELECT string_agg(coalesce(d.kind, 'as it is'), ',' ORDER BY n) FROM core.outbox o, unnest(o.media_ids) WITH ORDINALITY m(id, n) LEFT JOIN core.media_derivative d ON d.media_id = m.id"_s),
                 u"screen,as it is"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(u"Gửi anh mẫu đơn"_s).isValid(), 15'000);
        const CaseMessage sent = m_view->model().item(rowOf(u"Gửi anh mẫu đơn"_s).row()).message;
        QCOMPARE(sent.attachments.size(), 2);
        QCOMPARE(sent.attachments.at(1).name, u"mẫu đơn.pdf"_s);
        QCOMPARE(m_view->model().mediaItem(sent, sent.attachments.first()).readiness(), MediaItem::Ready); // and stands in the conversation
        QTRY_VERIFY(files().isEmpty() && !files().isVisible());
    }

    void aPastedPictureOutlivesTheDesk()
    {
        const CaseId id = mine();
        QImage shot(320, 200, QImage::Format_RGB32);
        shot.fill(Qt::darkGreen);
        auto *mime = new QMimeData;
        mime->setImageData(shot);
        QGuiApplication::clipboard()->setMimeData(mime);
        field()->setFocus();
        field()->paste();
        QCOMPARE(files().count(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(files().files().first().source, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT count(*) FROM core.draft WHERE place = 'reply:%1:files'"_s.arg(id.value)), u"1"_s, 15'000);
        QVERIFY(QDir(DraftJournal::folderFor(u"officer1"_s) + u"/pasted"_s).isEmpty()); // the store has it: no copy stays behind
        delete m_view; // the desk is switched off
        desk();
        open(id);
        QTRY_COMPARE(files().count(), 1);
        // another workstation knows only what the server keeps
        DraftJournal(DraftJournal::folderFor(u"officer1"_s)).forget(id);
        delete m_view;
        desk();
        open(id);
        QTRY_COMPARE(files().count(), 1);
        sandboxWorks();
        QTRY_VERIFY_WITH_TIMEOUT(ready(1), 15'000);
        QTest::keyClick(files().chips().first(), Qt::Key_Delete);
        QCOMPARE(files().count(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT count(*) FROM core.draft"_s), u"0"_s, 15'000);
    }

    void aFileThatWasOnItsWayIsSentAgainFromDisk()
    {
        const CaseId id = mine();
        const QString path = file(u"lịch tiếp dân.txt"_s, "08:00");
        DraftJournal(DraftJournal::folderFor(u"officer1"_s)).keep(id, {u"chữ"_s, {{{}, u"lịch tiếp dân.txt"_s, ReplyFile::Disk, path}}});
        delete m_view;
        desk();
        open(id);
        QTRY_VERIFY_WITH_TIMEOUT(ready(1), 15'000);
        QCOMPARE(field()->toPlainText(), u"chữ"_s);
    }

    void whatCannotGoIsSaidInWords()
    {
        mine();
        QFile large(m_samples.path(u"phim.mp4"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(26 * 1024 * 1024));
        drop({large.fileName()});
        field()->setPlainText(u"Đây"_s);
        QVERIFY2(hint().contains(u"at most 25 MB"_s), qPrintable(hint()));
        QVERIFY(!sendButton()->isEnabled());
        QCOMPARE(ask(u"SELECT count(*) FROM core.media"_s), u"0"_s); // it was not even sent to the store
        QTest::mouseClick(files().chips().first()->findChildren<QToolButton *>().last(), Qt::LeftButton);
        QVERIFY(files().isEmpty() && sendButton()->isEnabled());
        // a broken picture is found by the sandbox
        drop({file(u"hỏng.png"_s, QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000000100000001008020000009091683600000001") + QByteArray(400, 'x'))});
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT count(*) FROM core.media WHERE complete"_s), u"1"_s, 15'000);
        sandboxWorks();
        QTRY_VERIFY_WITH_TIMEOUT(hint().contains(u"hỏng.png cannot be sent"_s), 15'000);
    }

    void underACommentPicturesOnly()
    {
        const CaseId id = m_citizen->writes(u"Đường Láng tắc quá"_s, 3, u"c"_s, {}, u"comment"_s);
        desk();
        open(id);
        claimAndClassify();
        drop({file(u"văn bản.txt"_s, "chữ"), picture(u"bản đồ.png"_s)});
        field()->setPlainText(u"Mời xem"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT count(*) FROM core.media WHERE complete"_s), u"2"_s, 15'000);
        sandboxWorks();
        QTRY_VERIFY_WITH_TIMEOUT(ready(2), 15'000);
        QVERIFY2(hint().contains(u"takes pictures only: leave văn bản.txt out"_s), qPrintable(hint()));
        QTest::keyClick(files().chips().first(), Qt::Key_Delete);
        QVERIFY(sendButton()->isEnabled());
        m_view->composer().findChild<QComboBox *>()->setCurrentIndex(1); // privately
        QVERIFY(hint().contains(u"takes words only"_s) && !sendButton()->isEnabled());
    }

    void fromTheCaseOnlyTheSafeCopyGoes()
    {
        const CaseId id = m_citizen->writes(u"Ảnh đây"_s, 3, u"psid-1"_s, {QJsonObject{{u"kind"_s, u"image"_s}}});
        picture(u"dân gửi.jpg"_s, u"900x700"_s);
        QFile original(m_samples.path(u"dân gửi.jpg"_s));
        QVERIFY(original.open(QIODevice::ReadOnly));
        const MediaId sealed = m_citizen->stores(id, 0, original.readAll(), u"image/jpeg"_s, u"image"_s);
        sandboxWorks();
        desk();
        open(id);
        claimAndClassify();
        QAction *offered = nullptr;
        for (QAction *action : m_view->composer().attachMenu().actions()) {
            if (action->text().startsWith(u"Picture, "_s))
                offered = action;
        }
        QVERIFY(offered && offered->isEnabled());
        offered->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(ready(1), 15'000);
        QVERIFY(files().sent().first().media != sealed);
        // the same picture saved to disk and dropped: a copy of it is made, so it may go, but never the bytes themselves
        drop({original.fileName()});
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT count(*) FROM core.media WHERE uploaded_by IS NOT NULL AND complete"_s), u"1"_s, 15'000);
        sandboxWorks();
        QTRY_VERIFY_WITH_TIMEOUT(files().count() == 2 && files().whyNot(u"reply"_s).isEmpty(), 15'000);
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT count(*) FROM core.outbox"_s), u"1"_s, 15'000);
        QCOMPARE(ask(u"SELECT count(*) FROM core.outbox o, unnest(o.media_ids) m WHERE m IN (SELECT media_id FROM core.media_derivative WHERE kind = 'screen')"_s), u"1"_s); // once: it is one picture
    }

    void theUnitsFilesGoWithOneKey()
    {
        const CaseId id = mine(u"Hẻm bị lấn chiếm"_s);
        m_officer->call(u"SELECT desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), jsonb_build_array(jsonb_build_object('unit', u.id, 'lead', true)), 'xin kiểm tra', gen_random_uuid()) AS answer "
                        "FROM desk.units u WHERE u.id = (SELECT unit_id FROM core.person WHERE login = 'unit1')"_s.arg(id.value));
        DeskBench unit(*m_scratch, u"unit1"_s);
        const QByteArray report = "biên bản";
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(report, QCryptographicHash::Sha256).toHex());
        const QString media = unit.call(u"SELECT desk.media_begin('\\x%1', %2, 'application/pdf', 'file') ->> 'id' AS answer"_s.arg(hash).arg(report.size()));
        unit.call(u"SELECT desk.media_put(%1, 0, '\\x%2')::text AS answer"_s.arg(media, QString::fromLatin1(report.toHex())));
        unit.call(u"SELECT desk.media_end(%1)::text AS answer"_s.arg(media));
        const QString answer = unit.call(u"SELECT desk.answer((SELECT id FROM desk.assignments WHERE case_id = %1), 'Đã lập biên bản', ARRAY[%2]::bigint[], gen_random_uuid(), ARRAY['biên bản 12.pdf']) AS answer"_s.arg(id.value).arg(media));
        QVERIFY2(!answer.startsWith(u"refused"), qPrintable(answer));
        QTRY_COMPARE_WITH_TIMEOUT(m_view->subject().status, u"answered"_s, 15'000);
        QTRY_VERIFY(isEnabled("reply.attach_answer"));
        QTest::keyClick(m_view, Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(ready(1), 15'000);
        QCOMPARE(files().chips().first()->name(), u"biên bản 12.pdf"_s);
        QCOMPARE(files().sent().first().media.value, media.toLongLong());
        field()->setPlainText(u"Kết quả"_s);
        m_view->composer().findChild<QCheckBox *>()->setChecked(true);
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(ask(u"SELECT count(*) FROM core.outbox WHERE final AND media_ids = ARRAY[%1]::bigint[]"_s.arg(media)), u"1"_s, 15'000);
    }
};

QTEST_MAIN(ReplyFilesTest)
#include "test_reply_files.moc"
