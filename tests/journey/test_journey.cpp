// SPDX-License-Identifier: GPL-3.0-or-later
// One message travels the whole way: a citizen's video through the webhook to a row on a second desk's screen, played, forwarded,
// answered by the unit, released, sent, published, and the permalink read back. Four real desks, the real gateway, a faithful Facebook.
#include "journey/desk.h"

#include "ui/assignment/assignment_panel.h"
#include "ui/assignment/forward_form.h"
#include "ui/assignment/unit_panel.h"
#include "ui/cases/case_view.h"
#include "ui/cases/classify_popup.h"
#include "ui/cases/conversation_view.h"
#include "ui/cases/reply_composer.h"
#include "ui/inbox/inbox_list.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/inbox_widget.h"
#include "ui/media/video_player.h"
#include "ui/publish/bulletin_list.h"
#include "ui/publish/post_edit.h"
#include "ui/theme/theme.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTreeView>

using namespace trucban;

namespace {

/// Three seconds of green, with sound: a colour the screen must show.
QByteArray greenClip(const QString &path)
{
    QProcess ffmpeg;
    ffmpeg.start(u"ffmpeg"_s, {u"-v"_s, u"error"_s, u"-y"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=c=0x00c800:s=320x240:d=3:r=25"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
                               u"sine=frequency=440:duration=3"_s, u"-c:v"_s, u"libx264"_s, u"-pix_fmt"_s, u"yuv420p"_s, u"-c:a"_s, u"aac"_s, u"-shortest"_s, path});
    ffmpeg.waitForFinished(60'000);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class JourneyTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Desk> m_officer, m_second, m_unit, m_supervisor;
    QTemporaryDir m_folder;
    CaseId m_case;

    QString status() { return m_stage->database.ask(u"SELECT status FROM core.case WHERE id = %1"_s.arg(m_case.value)); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::install(*qApp, Scheme::Light);
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
        m_officer = std::make_unique<Desk>(m_stage->database, u"officer1"_s);
        m_second = std::make_unique<Desk>(m_stage->database, u"officer2"_s);
    }
    void cleanupTestCase()
    {
        m_supervisor.reset();
        m_unit.reset();
        m_second.reset();
        m_officer.reset();
        if (m_stage)
            QVERIFY(m_stage->gateway.stop());
        m_stage.reset();
    }

    void theMessageAppearsOnTheSecondDesk()
    {
        QVERIFY(!greenClip(m_folder.filePath(u"clip.mp4"_s)).isEmpty());
        const QString who = m_stage->citizen(u"Hà Phương"_s);
        QVERIFY(!m_stage->writes(who, u"Các anh ơi, gây rối ở phường Ba Đình, em có quay lại"_s, {{u"attachments"_s, QJsonArray{QJsonObject{{u"path"_s, m_folder.filePath(u"clip.mp4"_s)}}}}}).isEmpty());
        auto *inbox = m_second->find<InboxWidget>();
        QVERIFY(inbox);
        QTRY_COMPARE_WITH_TIMEOUT(inbox->model().rowCount(), 1, patience);
        m_case = inbox->model().row(0).id;
        QVERIFY(m_case);
        const QString spoken = inbox->model().index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"gây rối ở phường Ba Đình"_s), qPrintable(spoken));
        QVERIFY2(!spoken.contains(u"Hà Phương"_s), "the inbox must not say who the citizen is");
        // and it is really painted: the row's place on the screen is not one flat colour
        const QImage row = inbox->list().viewport()->grab(inbox->list().visualRect(inbox->model().index(0))).toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < row.height(); y += 2) {
            for (int x = 0; x < row.width(); x += 3)
                colours.insert(row.pixel(x, y));
        }
        QVERIFY(colours.size() > 3);
        QTRY_COMPARE_WITH_TIMEOUT(inbox->model().row(0).videos, 1, patience);
    }

    void theOfficerClaimsAndTheOtherDeskSeesWho()
    {
        QVERIFY(m_officer->session->places().open(m_case));
        QTRY_COMPARE_WITH_TIMEOUT(m_officer->view().subject().id, m_case, patience);
        QVERIFY(m_officer->does("case.claim"));
        QTRY_VERIFY_WITH_TIMEOUT(m_officer->view().isMine(), patience);
        auto *inbox = m_second->find<InboxWidget>();
        inbox->showView(u"all"_s);
        QTRY_VERIFY_WITH_TIMEOUT(inbox->model().rowCount() == 1 && inbox->model().row(0).holderName.contains(u"An"_s), patience);
    }

    void theVideoIsPlayedFromTheStore()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->database.ask(u"SELECT string_agg(a.state || ' ' || f.derive_state, ',') FROM core.attachment a JOIN core.media f ON f.id = a.media_id"_s),
                                  u"stored done"_s, patience);
        ConversationView &conversation = m_officer->view().conversation();
        ConversationModel &model = m_officer->view().model();
        QTRY_VERIFY_WITH_TIMEOUT(!model.media().isEmpty() && model.media().first().readiness() == MediaItem::Ready, patience);
        m_officer->front();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(ConversationModel::MessageIdRole).toLongLong())
                conversation.setCurrentIndex(model.index(row));
        }
        conversation.setFocus();
        QTest::keyClick(&conversation, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(conversation.player(), patience);
        auto *player = qobject_cast<VideoPlayer *>(conversation.player());
        QVERIFY(player);
        QTRY_VERIFY_WITH_TIMEOUT(player->surface().showsFrame(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
            const QImage seen = player->surface().grab().toImage();
            const QColor middle = seen.pixelColor(seen.rect().center());
            return middle.green() > 150 && middle.red() < 90 && middle.blue() < 90;
        })(), patience);
        QTest::keyClick(player, Qt::Key_Escape);
    }

    void itIsClassifiedAndForwarded()
    {
        CaseView &view = m_officer->view();
        QVERIFY(m_officer->does("case.classify"));
        ClassifyPopup *popup = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((popup = view.findChild<ClassifyPopup *>()), patience);
        popup->choose(u"ANTT"_s, u"high"_s);
        popup->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click(); // Enter would depend on which window is active
        QTRY_COMPARE_WITH_TIMEOUT(view.subject().status, u"classified"_s, patience);

        QVERIFY(m_officer->does("case.forward"));
        AssignmentPanel *panel = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((panel = m_officer->find<AssignmentPanel>()) && panel->isVisible() && panel->isSettled(), patience);
        panel->search(u"pc06"_s);
        auto *tree = panel->findChild<QTreeView *>();
        auto *field = panel->findChild<SearchField *>();
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(panel->findChild<ForwardForm *>()->units().picks().size(), 1, patience);
        QVERIFY(m_officer->does("assignment.send"));
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"forwarded"_s, patience);
    }

    void theUnitConfirmsAndAnswersWithoutKnowingWho()
    {
        m_unit = std::make_unique<Desk>(m_stage->database, u"unit1"_s);
        auto *inbox = m_unit->find<InboxWidget>();
        QVERIFY(inbox);
        QTRY_COMPARE_WITH_TIMEOUT(inbox->model().rowCount(), 1, patience);
        QVERIFY(m_unit->session->places().open(m_case));
        QTRY_COMPARE_WITH_TIMEOUT(m_unit->view().subject().id, m_case, patience);
        for (const auto *label : m_unit->session->window().findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"Hà Phương"_s), "a unit must not see who the citizen is");
        QVERIFY(m_unit->does("unit.confirm"));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->database.ask(u"SELECT state FROM core.assignment"_s), u"confirmed"_s, patience);
        UnitPanel *panel = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((panel = m_unit->find<UnitPanel>()) && panel->isSettled(), patience);
        QPlainTextEdit *words = nullptr;
        for (auto *edit : panel->findChildren<QPlainTextEdit *>())
            words = edit;
        QVERIFY(words);
        words->setPlainText(u"Đã đến nơi, giải tán đám đông, lập biên bản."_s);
        QVERIFY(m_unit->does("unit.answer"));
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"answered"_s, patience);
    }

    void theOfficerReleasesAndTheCitizenReads()
    {
        CaseView &view = m_officer->view();
        QTRY_COMPARE_WITH_TIMEOUT(view.subject().status, u"answered"_s, patience);
        view.showTab(u"reply"_s);
        QTRY_VERIFY_WITH_TIMEOUT(view.isMine() && view.isSettled(), patience);
        view.composer().findChild<QCheckBox *>()->setChecked(true);
        view.composer().setText(u"Công an phường đã xử lý. Cảm ơn bạn đã báo tin."_s);
        QTRY_VERIFY_WITH_TIMEOUT(view.composer().maySend(), patience);
        QTest::keyClick(view.composer().findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"released"_s, patience);
        const auto read = [this] {
            const QJsonObject citizen = m_stage->state()[u"citizens"_s].toArray().first().toObject();
            int copies = 0;
            for (const QJsonValue &message : citizen[u"messages"_s].toArray())
                copies += message[u"from"].toString() == u"page" && message[u"text"].toString().contains(u"Công an phường đã xử lý"_s);
            return copies;
        };
        QTRY_COMPARE_WITH_TIMEOUT(read(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->database.ask(u"SELECT state FROM core.outbox WHERE kind = 'reply'"_s).contains(QRegularExpression(u"^(sent|delivered|seen)$"_s)), patience);
        QCOMPARE(read(), 1);
    }

    void theResultIsWrittenApprovedAndPublished()
    {
        QVERIFY(m_officer->session->places().open(Target::newBulletin(m_case)));
        QTRY_VERIFY_WITH_TIMEOUT(m_officer->find<BulletinEditor>() && m_officer->session->places().byId(u"publish")->isSettled(), patience);
        auto *edit = m_officer->find<PostEdit>(u"postSource"_s);
        edit->selectAll();
        edit->textCursor().insertText(u"# Kết quả giải quyết tin báo\n\nCông an phường Ba Đình đã xử lý vụ gây rối do người dân báo tin.\n\n#CongAnHaNoi"_s);
        auto *source = m_officer->find<QComboBox>(u"sourceChoice"_s);
        source->setCurrentIndex(source->findText(u"Công an thành phố Hà Nội"_s));
        QVERIFY(m_officer->clicks(u"submit"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->database.ask(u"SELECT state FROM core.bulletin"_s), u"submitted"_s, patience);

        m_supervisor = std::make_unique<Desk>(m_stage->database, u"supervisor1"_s);
        const BulletinId bulletin{m_stage->number(u"SELECT id FROM core.bulletin"_s)};
        QVERIFY(m_supervisor->session->places().open(bulletin));
        QVERIFY(m_supervisor->clicks(u"approve"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->database.ask(u"SELECT state FROM core.bulletin"_s), u"approved"_s, patience);
        QVERIFY(m_officer->clicks(u"publishNow"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->database.ask(u"SELECT state FROM core.bulletin"_s), u"published"_s, patience);
    }

    void thePermalinkIsReadBackAndThePageHasOnePost()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_officer->editor().bulletin().permalink.isEmpty(), patience);
        const QJsonArray posts = m_stage->state()[u"posts"_s].toArray();
        int published = 0;
        for (const QJsonValue &post : posts)
            published += post[u"state"].toString() == u"published" && post[u"message"].toString().contains(u"Ba Đình đã xử lý vụ gây rối"_s);
        QCOMPARE(published, 1);
        QTRY_COMPARE_WITH_TIMEOUT(status(), u"published"_s, patience);
        QCOMPARE(m_stage->database.ask(u"SELECT string_agg(to_status, ' ' ORDER BY id) FROM core.case_event WHERE to_status IS DISTINCT FROM from_status"_s),
                 u"new claimed classified forwarded answered released published"_s);
        QCOMPARE(m_stage->database.ask(u"SELECT first_fault IS NULL FROM core.verify_audit()"_s), u"t"_s);
        QCOMPARE(m_stage->database.ask(u"SELECT received = processed AND pending = 0 AND rejected = 0 FROM intake.journal_counts()"_s), u"t"_s);
    }
};

QTEST_MAIN(JourneyTest)
#include "test_journey.moc"
