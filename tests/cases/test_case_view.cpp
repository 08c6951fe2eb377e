// SPDX-License-Identifier: GPL-3.0-or-later
// An officer works on a case: the real place, the real database, a real clip.
#include "cases/case_stage.h"

using namespace trucban;
using tests::CitizenPlay;
using tests::SampleMedia;

class CaseViewTest : public tests::CaseStage
{
    Q_OBJECT

private Q_SLOTS:
    void aCaseIsReadClaimedClassifiedAnsweredAndReleased()
    {
        const CaseId id = m_citizen->writes(u"Alo trực ban ơi, có đánh nhau ở chợ"_s, 60 * 26);
        m_citizen->writes(u"Chúng nó bỏ chạy rồi"_s, 5);
        desk();
        QAbstractItemModelTester tester(&m_view->model());
        open(id);
        QCOMPARE(m_view->strip().next(), u"case.claim"_s);
        QVERIFY(!isEnabled("case.classify") && !isEnabled("case.close") && isEnabled("case.claim"));
        QVERIFY(rowOf(u"đánh nhau"_s).isValid() && rowOf(u"bỏ chạy"_s).isValid());
        QCOMPARE(m_view->model().index(0).data(ConversationModel::TypeRole).toInt(), int(ConversationItem::Day)); // two days, two marks
        QCOMPARE(m_view->model().index(2).data(ConversationModel::TypeRole).toInt(), int(ConversationItem::Day));

        claimAndClassify();
        QCOMPARE(m_view->strip().next(), u"case.forward"_s);
        QVERIFY(spokenRows().contains(u"Nguyễn Hải An"_s)); // the steps stand between the words
        QCOMPARE(m_view->history().count(), 3); // it came in, was claimed, was classified

        trigger("case.reply");
        QTRY_VERIFY(field()->hasFocus());
        QTest::keyClicks(field(), u"Cam on {{unit}}"_s);
        QVERIFY2(!m_view->composer().maySend(), "an empty variable may not be sent");
        field()->selectAll();
        QTest::keyClicks(field(), u"Cam on anh chi"_s);
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(rowOf(u"Cam on anh chi"_s).isValid());
        QTRY_VERIFY(field()->toPlainText().isEmpty());
        QTRY_COMPARE(m_scratch->ask(u"SELECT count(*) || state FROM core.outbox GROUP BY state"_s), u"1queued"_s);

        // the gateway sends, the citizen's phone shows it: the bubble follows
        const QString outbox = m_scratch->ask(u"SELECT id FROM core.outbox"_s);
        m_scratch->ask(u"SELECT core.outbox_part_sent('%1', 'm_out_1')"_s.arg(outbox));
        m_scratch->ask(u"SELECT core.outbox_sent('%1')"_s.arg(outbox));
        QTRY_COMPARE(m_view->model().message(MessageId{rowOf(u"Cam on anh chi"_s).data(ConversationModel::MessageIdRole).toLongLong()})->outboxState, u"sent"_s);

        // the release needs the unit's answer or a decision of one's own
        auto *final = m_view->composer().findChild<QCheckBox *>();
        final->setChecked(true);
        field()->setPlainText(u"Kết quả xác minh"_s);
        QVERIFY(!m_view->composer().maySend());
        for (auto *line : m_view->composer().findChildren<QLineEdit *>()) {
            if (line->isVisible())
                line->setText(u"Việc đơn giản, trả lời ngay"_s);
        }
        QVERIFY(m_view->composer().maySend());
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_view->subject().status, u"released"_s);
        QCOMPARE(m_view->strip().next(), u"case.publish"_s);
    }

    void whatFacebookRefusesIsSaidInWordsAndSentAgain()
    {
        const CaseId id = m_citizen->writes(u"Mất xe"_s, 5);
        desk();
        open(id);
        trigger("case.claim");
        QTRY_VERIFY(m_view->isMine());
        field()->setPlainText(u"Đã nhận tin"_s);
        QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(rowOf(u"Đã nhận tin"_s).isValid());
        m_scratch->ask(u"SELECT core.outbox_failed(id, 551, 1545041, 'person_unavailable', 'x') FROM core.outbox"_s);
        QTRY_VERIFY(spokenRows().contains(u"has blocked the page"_s));
        Q_EMIT m_view->conversation().retrySendWanted(m_scratch->ask(u"SELECT id FROM core.outbox"_s));
        QTRY_COMPARE(m_scratch->ask(u"SELECT state FROM core.outbox"_s), u"queued"_s);
    }

    void theWindowThatIsLeftAndTheTag()
    {
        const CaseId old = m_citizen->writes(u"Tin từ hôm kia"_s, 60 * 50, u"old"_s);
        const CaseId gone = m_citizen->writes(u"Tin từ tuần trước"_s, 60 * 24 * 8, u"gone"_s);
        desk();
        open(old);
        trigger("case.claim");
        QTRY_VERIFY(m_view->isMine());
        QCOMPARE(m_view->subject().window(m_view->now()).tag(), u"HUMAN_AGENT"_s);
        field()->setPlainText(u"Trả lời muộn"_s);
        QVERIFY(m_view->composer().maySend());
        open(gone);
        trigger("case.claim");
        QTRY_VERIFY(m_view->isMine());
        field()->setPlainText(u"Quá muộn"_s);
        QVERIFY(!m_view->composer().maySend());
        QCOMPARE(m_view->subject().window(m_view->now()).kind, ReplyWindow::Closed);
    }

    void aLongReplyIsCountedInParts()
    {
        const CaseId id = m_citizen->writes(u"Hỏi"_s);
        desk();
        open(id);
        field()->setPlainText(u"Một câu dài. "_s.repeated(200));
        bool said = false;
        for (const auto *label : m_view->composer().findChildren<QLabel *>())
            said |= label->text().contains(u"2 parts"_s);
        QVERIFY(said);
    }

    void whatAMessageSaidBeforeCanBeRead()
    {
        const CaseId id = m_citizen->writes(u"Nó ở số 12"_s, 5);
        const QString platform = m_scratch->ask(u"SELECT platform_id FROM core.message"_s);
        m_citizen->apply({{u"type"_s, u"edit"_s}, {u"platform_id"_s, platform}, {u"text"_s, u"Nó ở số 21"_s}, {u"edits"_s, 1}, {u"sent_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}});
        desk();
        open(id);
        QVERIFY(rowOf(u"số 21"_s).isValid());
        auto &conversation = m_view->conversation();
        conversation.setCurrentIndex(m_view->model().index(0)); // the mark of the day has no earlier words
        QVERIFY(!isEnabled("message.versions"));
        conversation.setCurrentIndex(rowOf(u"số 21"_s));
        QVERIFY(isEnabled("message.versions"));
        m_scratch->ask(u"INSERT INTO core.setting VALUES ('test_now', to_jsonb(now() + interval '11 minutes')) RETURNING 1"_s); // a later look is a line of its own
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.reading WHERE what = 'case'"_s), u"1"_s);
        auto *delegate = static_cast<ConversationDelegate *>(conversation.itemDelegate());
        const QRect mark = delegate->layout(rowOf(u"số 21"_s)).versions.translated(conversation.visualRect(rowOf(u"số 21"_s)).topLeft());
        QTest::mouseClick(conversation.viewport(), Qt::LeftButton, {}, mark.center());
        VersionsPopup *popup = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((popup = m_view->findChild<VersionsPopup *>()), 15'000);
        QStringList words;
        for (const auto *label : popup->findChildren<QLabel *>())
            words.append(label->text());
        QVERIFY2(words.contains(u"Nó ở số 12"_s) && words.contains(u"Nó ở số 21"_s), qPrintable(words.join(u'|')));
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.reading WHERE what = 'case'"_s), u"2"_s); // looked at in the open
        popup->reject();
    }

    void keysOfMediaRestWhileOneTypes()
    {
        const CaseId id = m_citizen->writes({}, 1, u"v"_s, {QJsonObject{{u"kind"_s, u"audio"_s}}});
        m_citizen->stores(id, 0, m_samples.byFfmpeg(u"k.mp3"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=duration=20"_s}), u"audio/mpeg"_s, u"audio"_s);
        media::DerivationWork work(m_citizen->gateway(), m_citizen->store);
        QVERIFY(work.doSome());
        desk();
        open(id);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->model().media().value(0).readiness(), MediaItem::Ready, 15'000);
        QVERIFY(!isEnabled("media.loop"));
        auto &conversation = m_view->conversation();
        for (int row = 0; row < m_view->model().rowCount(); ++row) {
            if (m_view->model().index(row).data(ConversationModel::MessageIdRole).toLongLong())
                conversation.setCurrentIndex(m_view->model().index(row));
        }
        trigger("media.play"); // as the menu and the palette do
        QTRY_VERIFY(conversation.player());
        QVERIFY(isEnabled("media.loop"));
        m_view->showTab(u"reply"_s);
        field()->setFocus();
        QTest::keyClicks(field(), u"loa , . [ ] "_s);
        QCOMPARE(field()->toPlainText(), u"loa , . [ ] "_s);
        QVERIFY(!conversation.player()->core().isLooping() && conversation.player()->core().rate() == 1.0);
        conversation.player()->setFocus();
        QTest::keyClick(conversation.player(), Qt::Key_L);
        QVERIFY(conversation.player()->core().isLooping());
        QPointer<PlayerView> gone = conversation.player();
        QTest::keyClick(conversation.player(), Qt::Key_Escape); // it goes while it has the focus
        QTRY_VERIFY(!gone);
        QVERIFY(!isEnabled("media.loop"));
    }

    void nothingTypedIsEverLost()
    {
        const CaseId first = m_citizen->writes(u"Một"_s, 3, u"a"_s), second = m_citizen->writes(u"Hai"_s, 2, u"b"_s);
        desk();
        open(first);
        m_view->showTab(u"reply"_s);
        field()->setFocus();
        QTest::keyClicks(field(), u"dang go do"_s);
        QCOMPARE(DraftJournal(DraftJournal::folderFor(u"officer1"_s)).read(first).text, u"dang go do"_s); // each key, at once
        open(second);
        QCOMPARE(field()->toPlainText(), QString());
        QTRY_COMPARE(m_scratch->ask(u"SELECT text FROM core.draft WHERE place = 'reply:%1'"_s.arg(first.value)), u"dang go do"_s);
        open(first);
        QCOMPARE(field()->toPlainText(), u"dang go do"_s);
        // another workstation has only the server's copy
        DraftJournal(DraftJournal::folderFor(u"officer1"_s)).forget(first);
        open(second);
        open(first);
        QTRY_COMPARE(field()->toPlainText(), u"dang go do"_s);
    }

    void aStaleStepSaysWhatChanged()
    {
        const CaseId id = m_citizen->writes(u"Ồn ào"_s);
        desk();
        open(id);
        trigger("case.claim");
        QTRY_VERIFY(m_view->isMine());
        trigger("case.reject");
        QVERIFY(m_view->prompt().isVisible());
        m_view->prompt().put(u"không thuộc thẩm quyền"_s);
        // meanwhile the same officer classifies at another desk; this one hears of it only after it has asked
        m_officer->bench.changes.blockSignals(true);
        m_officer->call(u"SELECT desk.classify(%1, (SELECT revision FROM desk.cases WHERE id = %1), '{\"category\": \"ANTT\", \"urgency\": \"low\"}', gen_random_uuid()) AS answer"_s.arg(id.value));
        m_view->prompt().accept();
        QTRY_VERIFY2(m_view->notice().text().contains(u"classified"_s), qPrintable(m_view->notice().text()));
        QCOMPARE(m_scratch->ask(u"SELECT status FROM core.case"_s), u"classified"_s);
        QTRY_COMPARE(m_view->subject().status, u"classified"_s);
    }

    void anotherOfficerHoldsItAndItIsTakenOver()
    {
        const CaseId id = m_citizen->writes(u"Đua xe"_s);
        DeskBench other(*m_scratch, u"officer2"_s);
        other.call(u"SELECT desk.claim(%1, gen_random_uuid()) AS answer"_s.arg(id.value));
        desk();
        open(id);
        QVERIFY(!isEnabled("case.claim") && isEnabled("case.take_over"));
        QVERIFY(m_view->header().holderWords().contains(u"Trần Minh Châu"_s));
        trigger("case.take_over");
        m_view->prompt().put(u"hết ca trực"_s);
        m_view->prompt().accept();
        QTRY_VERIFY(m_view->isMine());
        trigger("case.release_claim");
        QTRY_VERIFY(!m_view->isMine());
        QCOMPARE(m_view->subject().status, u"new"_s);
    }

    void newWordsArriveWithoutLosingThePlace()
    {
        CaseId id;
        for (int i = 0; i < 150; ++i)
            id = m_citizen->writes(u"tin số %1"_s.arg(i), 300 - i);
        desk();
        open(id);
        QCOMPARE(m_view->model().messageCount(), CaseDesk::pageSize);
        QTRY_VERIFY(m_view->conversation().isAtEnd());
        auto *bar = m_view->conversation().verticalScrollBar();
        bar->setValue(bar->minimum());
        QTRY_COMPARE(m_view->model().messageCount(), 120); // older ones are read when one comes near them
        QVERIFY(bar->value() > 0);
        bar->setValue(bar->maximum() / 2);
        const QModelIndex seen = m_view->conversation().indexAt(QPoint(300, m_view->conversation().viewport()->height() / 3));
        const QString text = seen.data().toString();
        const int top = m_view->conversation().visualRect(seen).top();
        m_citizen->writes(u"tin mới nhất"_s);
        QTRY_VERIFY(rowOf(u"tin mới nhất"_s).isValid());
        QCOMPARE(m_view->conversation().visualRect(rowOf(text)).top(), top);
        QTRY_VERIFY(m_view->conversation().findChild<QPushButton *>()->isVisible()); // "1 new"
        QTest::mouseClick(m_view->conversation().findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(m_view->conversation().isAtEnd());
    }

    void aClipPlaysWhereItStands()
    {
        const CaseId id = m_citizen->writes({}, 1, u"v"_s, {QJsonObject{{u"kind"_s, u"video"_s}, {u"url"_s, u"x"_s}}});
        desk();
        open(id);
        QVERIFY(spokenRows().contains(u"#"_s));
        const QByteArray film = m_samples.film(u"case.mov"_s, 3, u"320x180"_s, {u"-c:v"_s, u"libx264"_s, u"-pix_fmt"_s, u"yuv420p"_s, u"-c:a"_s, u"aac"_s});
        m_citizen->stores(id, 0, film, u"video/quicktime"_s, u"video"_s);
        media::DerivationWork work(m_citizen->gateway(), m_citizen->store);
        QCOMPARE(*work.doSome(), 1);
        const auto item = [this] { return m_view->model().media().value(0); };
        QTRY_COMPARE(item().readiness(), MediaItem::Ready); // it appears by itself
        auto &conversation = m_view->conversation();
        for (int row = 0; row < m_view->model().rowCount(); ++row) {
            if (m_view->model().index(row).data(ConversationModel::MessageIdRole).toLongLong())
                conversation.setCurrentIndex(m_view->model().index(row));
        }
        conversation.setFocus();
        QTest::keyClick(&conversation, Qt::Key_Space);
        QTRY_VERIFY(conversation.player());
        auto *player = qobject_cast<VideoPlayer *>(conversation.player());
        QTRY_VERIFY_WITH_TIMEOUT(player->surface().showsFrame(), 10'000);
        player->core().seek(1500);
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
            const QImage seen = player->surface().grab().toImage();
            const QColor middle = seen.pixelColor(seen.rect().center());
            return middle.green() > 180 && middle.red() < 80 && middle.blue() < 80;
        })(), 10'000);
        QTest::keyClick(player, Qt::Key_Return);
        QTRY_VERIFY(conversation.viewer() && conversation.viewer()->isVisible());
        QVERIFY(conversation.viewer()->player());
        conversation.viewer()->close();
        QTRY_VERIFY(!conversation.viewer());
        QVERIFY(m_scratch->ask(u"SELECT string_agg(what, ',') FROM core.reading"_s).contains(u"case"_s));
    }

    void aPictureThatDidNotComeIsAskedForAgain()
    {
        const CaseId id = m_citizen->writes(u"Ảnh đây"_s, 1, u"p"_s, {QJsonObject{{u"kind"_s, u"image"_s}, {u"url"_s, u"x"_s}}});
        m_scratch->ask(u"SELECT intake.attachment_failed(id, 'link_dead', NULL) FROM core.attachment"_s);
        desk();
        open(id);
        const MediaItem lost = m_view->model().media().value(0);
        QCOMPARE(lost.readiness(), MediaItem::Broken);
        QVERIFY(rowOf(u"Ảnh đây"_s).isValid()); // the words are there all the same
        Q_EMIT m_view->conversation().retryMediaWanted(lost.attachment);
        QTRY_COMPARE(m_view->model().media().value(0).readiness(), MediaItem::Coming);
    }

    void theIdentityIsASealedBox()
    {
        const CaseId id = m_citizen->writes(u"Xin giữ kín"_s);
        desk();
        open(id);
        trigger("case.citizen");
        QVERIFY(m_view->citizen().isSealed());
        const auto shown = [this] {
            for (const auto *label : m_view->citizen().findChildren<QLabel *>()) {
                if (label->text().contains(u"Nguyễn Văn Kín"_s))
                    return true;
            }
            return false;
        };
        QVERIFY(!shown());
        m_view->citizen().openWith(u"ngắn"_s);
        QVERIFY(m_view->citizen().isSealed());
        m_view->citizen().openWith(u"Cần gọi xác minh hiện trường"_s);
        QTRY_VERIFY(shown());
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.reading WHERE what = 'identity'"_s), u"1"_s);
    }

    void moderationEndsACase()
    {
        const CaseId first = m_citizen->writes(u"Cháy"_s, 3, u"a"_s), second = m_citizen->writes(u"Cháy nữa"_s, 2, u"b"_s);
        desk();
        open(first);
        const QString number = m_view->subject().number;
        open(second);
        trigger("case.claim");
        QTRY_VERIFY(m_view->isMine());
        trigger("case.duplicate");
        m_view->prompt().put({}, u"99-000001"_s);
        m_view->prompt().accept();
        QTRY_VERIFY(m_view->notice().text().contains(u"no case of that number"_s));
        trigger("case.duplicate");
        m_view->prompt().put({}, number);
        m_view->prompt().accept();
        QTRY_COMPARE(m_view->subject().status, u"duplicate"_s);
        QVERIFY(isEnabled("case.reopen") && !isEnabled("case.claim"));
        trigger("case.reopen");
        m_view->prompt().put(u"nhầm"_s);
        m_view->prompt().accept();
        QTRY_COMPARE(m_view->subject().status, u"reopened"_s);
    }

    void notesAreForColleagues()
    {
        const CaseId id = m_citizen->writes(u"Hỏi đường"_s);
        desk();
        open(id);
        trigger("case.note");
        m_view->notes().add(u"Đã gọi điện, không nghe máy"_s);
        QTRY_COMPARE(m_scratch->ask(u"SELECT text FROM core.note"_s), u"Đã gọi điện, không nghe máy"_s);
    }

    void aUnitSeesNeitherCitizenNorReply()
    {
        const CaseId id = m_citizen->writes(u"Gây rối"_s);
        DeskBench officer(*m_scratch, u"officer1"_s);
        classify(officer, id);
        const QString forwarded = officer.call(u"SELECT desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), "
            "(SELECT jsonb_build_array(jsonb_build_object('unit', id, 'lead', true)) FROM desk.units WHERE code = 'PC06'), 'Kiểm tra', gen_random_uuid()) AS answer"_s.arg(id.value));
        QVERIFY2(!forwarded.startsWith(u"refused"), qPrintable(forwarded));
        desk(u"unit1"_s);
        open(id);
        QVERIFY(rowOf(u"Gây rối"_s).isValid());
        QCOMPARE(m_view->tabs(), QStringList{u"history"_s});
        QVERIFY(!m_officer->bench.actions.action(u"case.claim") && !m_view->strip().isVisible());
    }

    void theLeaseIsRenewedForEveryCaseInHand()
    {
        const CaseId id = m_citizen->writes(u"Giữ"_s);
        desk();
        open(id);
        trigger("case.claim");
        QTRY_VERIFY(m_view->isMine());
        m_scratch->ask(u"UPDATE core.case SET lease_until = now() + interval '10 seconds'"_s);
        const auto renewed = answerOf(CaseDesk(m_officer->bench.database).renewAll(m_officer->bench.me.id));
        QVERIFY(renewed && renewed->contains(id));
        QVERIFY(m_scratch->ask(u"SELECT lease_until > now() + interval '4 minutes' FROM core.case"_s) == u"t"_s);
    }

    /// Pictures to look at: TRUCBAN_PICTURES=folder
    void picturesToLookAt()
    {
        const QString folder = qEnvironmentVariable("TRUCBAN_PICTURES", QStringLiteral(TRUCBAN_BINARY_DIR "/case-pictures"));
        QDir().mkpath(folder);
        QTranslator vietnamese;
        QVERIFY2(vietnamese.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")), "the catalogue is not built");
        const CaseId id = m_citizen->writes(u"Alo trực ban ơi, có khoảng 20 thanh niên cầm tuýp sắt với phóng lợn đuổi đánh nhau ở đầu ngõ 999 Trương Định, đoạn gần chợ. Có người nằm ra đường rồi, các anh xuống nhanh với ạ!!!"_s, 60 * 20);
        m_citizen->writes(u"Chúng nó bỏ chạy về hướng cầu Mai Động rồi"_s, 60 * 19);
        m_citizen->writes({}, 60 * 18, u"psid-1"_s, {QJsonObject{{u"kind"_s, u"video"_s}}, QJsonObject{{u"kind"_s, u"image"_s}}, QJsonObject{{u"kind"_s, u"audio"_s}}, QJsonObject{{u"kind"_s, u"image"_s}}});
        m_citizen->stores(id, 0, m_samples.byFfmpeg(u"v.mp4"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=640x360:d=4"_s, u"-pix_fmt"_s, u"yuv420p"_s}), u"video/mp4"_s, u"video"_s);
        m_citizen->stores(id, 1, m_samples.byMagick(u"i.jpg"_s, {u"-size"_s, u"1200x800"_s, u"plasma:fractal"_s}), u"image/jpeg"_s, u"image"_s);
        m_citizen->stores(id, 2, m_samples.byFfmpeg(u"a.mp3"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"aevalsrc=sin(440*2*PI*t)*abs(sin(t*3)):d=9"_s}), u"audio/mpeg"_s, u"audio"_s);
        m_scratch->ask(u"SELECT intake.attachment_failed(id, 'link_dead', NULL) FROM core.attachment WHERE state = 'waiting'"_s);
        media::DerivationWork work(m_citizen->gateway(), m_citizen->store);
        QVERIFY(work.doSome());
        for (const QString &language : {u"en"_s, u"vi"_s}) {
            if (language == "vi"_L1)
                qApp->installTranslator(&vietnamese);
            QLocale::setDefault(QLocale(language));
            delete m_view;
            desk();
            m_view->resize(640, 700);
            open(id);
            if (!m_view->isMine())
                claimAndClassify();
            if (language == "en"_L1) {
                field()->setPlainText(u"Chúng tôi đã nhận tin và báo lực lượng gần nhất."_s);
                QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
                QTRY_VERIFY(rowOf(u"lực lượng gần nhất"_s).isValid());
            }
            field()->setPlainText(u"Kính gửi anh/chị, "_s);
            for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
                Theme::setScheme(scheme);
                for (const QString &tab : {u"reply"_s, u"citizen"_s, u"notes"_s, u"history"_s}) {
                    m_view->showTab(tab);
                    QTRY_VERIFY(m_view->isSettled());
                    QTest::qWait(150);
                    const QImage seen = m_view->grab().toImage();
                    QVERIFY(seen.save(folder + u"/case-%1-%2-%3.png"_s.arg(tab, language, scheme == Scheme::Light ? u"light"_s : u"dark"_s)));
                }
            }
            Theme::setScheme(Scheme::Light);
            if (language == "vi"_L1)
                QVERIFY2(m_view->strip().button(u"case.claim"_s)->text().contains(u"Nhận tin"_s), "the catalogue misses the first button");
        }
        qApp->removeTranslator(&vietnamese);
        QLocale::setDefault(QLocale::c());
    }

    void hundredsOfMessagesOpenAtOnce()
    {
        CaseId id;
        for (int i = 0; i < 400; ++i)
            id = m_citizen->writes(u"Tin thứ %1: một câu kể chuyện dài vừa phải, có dấu và có xuống dòng khi hết chỗ trên màn hình hẹp."_s.arg(i), 500 - i);
        const CaseId small = m_citizen->writes(u"Ngắn"_s, 0, u"other"_s);
        desk();
        open(small);
        QElapsedTimer timer;
        timer.start();
        open(id);
        m_view->grab();
        QVERIFY2(timer.elapsed() < 500, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
        QCOMPARE(m_view->model().messageCount(), CaseDesk::pageSize);
    }
};

QTEST_MAIN(CaseViewTest)
#include "test_case_view.moc"
