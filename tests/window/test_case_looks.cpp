// SPDX-License-Identifier: GPL-3.0-or-later
// The hardest conversation there is, in the real window, in both languages, schemes and sizes: nothing of it is lost or grey.
// The pictures stay in build/case-looks for the eye.
#include "desk/citizen_play.h"
#include "media/derivation_work.h"
#include "media/sample_media.h"
#include "ui/assignment_bench.h"

#include "app/trucban/desk_session.h"
#include "desk/pulse.h"
#include "ui/cases/case_view.h"
#include "ui/cases/conversation_view.h"
#include "ui/cases/draft_journal.h"
#include "ui/cases/reply_composer.h"
#include "ui/cases/reply_files.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTranslator>

using namespace trucban;
using tests::CitizenPlay;

class CaseLooksTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<ScratchDatabase> m_scratch;
    std::unique_ptr<CitizenPlay> m_citizen;
    tests::SampleMedia m_samples;
    CaseId m_case;
    QString m_pictures = QStringLiteral(TRUCBAN_BINARY_DIR "/case-looks");

    struct Desk {
        Desk(const ScratchDatabase &scratch, const QString &login, const QString &settingsFile)
            : settings(settingsFile, QSettings::IniFormat), database(scratch.connectAs(login)), changes(scratch.connectAs(login))
        {
            session = std::make_unique<DeskSession>(database, changes, settings, answerOf(readMe(database)).value());
        }
        CaseView &view() { return *qobject_cast<CaseView *>(session->places().byId(u"cases")->widget()); }
        QSettings settings;
        Database database;
        ChangeListener changes;
        std::unique_ptr<DeskSession> session;
    };

    QString lastPlatformId() { return m_scratch->ask(u"SELECT platform_id FROM core.message ORDER BY id DESC LIMIT 1"_s); }
    void event(const QString &type, QJsonObject more)
    {
        more.insert(u"type"_s, type);
        if (!more.contains(u"sent_at"_s))
            more.insert(u"sent_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
        m_citizen->apply(more);
    }
    void message(const QString &kind, const QString &direction, const QString &text, const QString &id, QJsonObject more = {})
    {
        for (const auto &[key, value] : std::initializer_list<std::pair<QString, QJsonValue>>{{u"channel"_s, u"messenger"_s}, {u"direction"_s, direction}, {u"kind"_s, kind}, {u"person_id"_s, u"psid-1"_s},
                                                                                               {u"thread_key"_s, u"psid-1"_s}, {u"platform_id"_s, id}, {u"text"_s, text}})
            more.insert(key, value);
        event(u"message"_s, more);
    }
    QByteArray picture(const QString &name, const QString &what) { return m_samples.byMagick(name, {u"-size"_s, u"1200x800"_s, what}); }

    void hardConversation()
    {
        m_case = m_citizen->writes(u"Alo trực ban ơi, có khoảng 20 thanh niên cầm hung khí đuổi nhau ở ngõ 337 phố Cầu Giấy, người dân rất hoang mang. Ẩu Ữ Ộ Ẫ."_s, 60 * 30);
        m_citizen->writes(u"Kính gửi Công an thành phố. "_s + u"Gia đình tôi ở tổ dân phố số 7 nhiều năm nay phải chịu cảnh hàng quán lấn chiếm vỉa hè, đỗ xe bừa bãi, hát loa kẹo kéo tới quá nửa đêm. "_s.repeated(12), 60 * 29);
        m_citizen->writes(u"ảnh \u202Egpj.exe\u202C và =cmd|' /C calc'!A0"_s, 60 * 28);
        QJsonArray ten;
        for (const QString &kind : {u"image"_s, u"image"_s, u"video"_s, u"audio"_s, u"file"_s, u"image"_s, u"image"_s, u"image"_s, u"image"_s, u"image"_s})
            ten.append(QJsonObject{{u"kind"_s, kind}, {u"url"_s, u"https://cdn.example/x"_s}, {u"name"_s, kind == "file"_L1 ? u"đơn trình báo về việc gây rối trật tự công cộng ngày 14-11.pdf"_s : QString()}});
        m_citizen->writes(u"Mười tệp"_s, 60 * 20, u"psid-1"_s, ten);
        m_citizen->stores(m_case, 0, picture(u"0.jpg"_s, u"xc:#c03020"_s), u"image/jpeg"_s, u"image"_s);
        m_citizen->stores(m_case, 1, m_samples.byMagick(u"1.jpg"_s, {u"-size"_s, u"500x1400"_s, u"gradient:green-yellow"_s}), u"image/jpeg"_s, u"image"_s);
        m_citizen->stores(m_case, 2, m_samples.byFfmpeg(u"v.mp4"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=s=640x360:d=4"_s, u"-pix_fmt"_s, u"yuv420p"_s}), u"video/mp4"_s, u"video"_s);
        m_citizen->stores(m_case, 3, m_samples.byFfmpeg(u"a.mp3"_s, {u"-f"_s, u"lavfi"_s, u"-i"_s, u"aevalsrc=sin(440*2*PI*t)*abs(sin(t*3)):d=9"_s}), u"audio/mpeg"_s, u"audio"_s);
        m_citizen->stores(m_case, 4, "%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n", u"application/pdf"_s, u"file"_s);
        for (int i = 5; i < 9; ++i)
            m_citizen->stores(m_case, i, picture(u"%1.jpg"_s.arg(i), u"plasma:fractal"_s), u"image/jpeg"_s, u"image"_s);
        m_scratch->ask(u"UPDATE core.attachment SET state = 'failed', failure = 'link_dead' WHERE state = 'waiting' RETURNING 1"_s);
        m_citizen->writes(u"Nó ở số 12"_s, 50);
        event(u"edit"_s, {{u"platform_id"_s, lastPlatformId()}, {u"text"_s, u"Nó ở số 21 ngõ 12 phố Cầu Giấy"_s}, {u"edits"_s, 2}});
        m_citizen->writes(u"Tin này tôi gửi nhầm"_s, 45);
        event(u"reaction"_s, {{u"platform_id"_s, lastPlatformId()}, {u"person_id"_s, u"psid-1"_s}, {u"action"_s, u"react"_s}, {u"emoji"_s, u"❤"_s}});
        event(u"unsend"_s, {{u"platform_id"_s, lastPlatformId()}});
        message(u"text"_s, u"echo"_s, u"Chào anh, chúng tôi đã nhận được tin (trả lời từ Business Suite)."_s, u"e1"_s);
        message(u"unsupported"_s, u"in"_s, {}, u"u1"_s, {{u"extra"_s, QJsonObject{{u"raw"_s, QJsonObject{{u"poll"_s, 1}}}}}});
        message(u"location"_s, u"in"_s, {}, u"l1"_s, {{u"attachments"_s, QJsonArray{QJsonObject{{u"kind"_s, u"location"_s}, {u"title"_s, u"Ngõ 337 Cầu Giấy, Hà Nội"_s}, {u"lat"_s, 21.03}, {u"lon"_s, 105.79}}}}});
    }
    void sandboxWorks()
    {
        media::DerivationWork work(m_citizen->gateway(), m_citizen->store);
        while (work.doSome().value_or(0) > 0) { }
    }
    void unitAnswers()
    {
        DeskBench officer(*m_scratch, u"officer1"_s), unit(*m_scratch, u"unit1"_s);
        classify(officer, m_case);
        officer.call(u"SELECT desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), jsonb_build_array(jsonb_build_object('unit', u.id, 'lead', true)), 'Xin kiểm tra và báo lại trước 17 giờ.', gen_random_uuid()) AS answer "
                     "FROM desk.units u WHERE u.id = (SELECT unit_id FROM core.person WHERE login = 'unit1')"_s.arg(m_case.value));
        const QByteArray report = "bien ban";
        const QString media = unit.call(u"SELECT desk.media_begin('\\x%1', %2, 'application/pdf', 'file') ->> 'id' AS answer"_s
                                            .arg(QString::fromLatin1(QCryptographicHash::hash(report, QCryptographicHash::Sha256).toHex())).arg(report.size()));
        unit.call(u"SELECT desk.media_put(%1, 0, '\\x%2')::text AS answer"_s.arg(media, QString::fromLatin1(report.toHex())));
        unit.call(u"SELECT desk.media_end(%1)::text AS answer"_s.arg(media));
        const QString answer = unit.call(u"SELECT desk.answer((SELECT id FROM desk.assignments WHERE case_id = %1), 'Đơn vị đã xác minh, lập biên bản và xử lý theo quy định.', ARRAY[%2]::bigint[], gen_random_uuid(), ARRAY['biên bản xác minh hiện trường.pdf']) AS answer"_s.arg(m_case.value).arg(media));
        QVERIFY2(!answer.startsWith(u"refused"), qPrintable(answer));
    }
    void shoot(Desk &desk, const QString &name, const QString &suffix)
    {
        QTRY_VERIFY_WITH_TIMEOUT(desk.view().isSettled(), 15'000);
        QCoreApplication::processEvents();
        QVERIFY(desk.session->window().grab().toImage().save(m_pictures + u"/%1-%2.png"_s.arg(name, suffix)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::install(*qApp, Scheme::Light);
        QDir(m_pictures).removeRecursively();
        QVERIFY(QDir().mkpath(m_pictures));
        QDir(DraftJournal::folderFor(u"officer1"_s)).removeRecursively();
        m_scratch = std::make_unique<ScratchDatabase>();
        m_citizen = std::make_unique<CitizenPlay>(*m_scratch);
        hardConversation();
        sandboxWorks();
        unitAnswers();
    }
    void cleanupTestCase()
    {
        m_citizen.reset();
        m_scratch.reset();
    }

    void everyPieceIsShown_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("language");
        for (const QString &login : {u"officer1"_s, u"unit1"_s}) {
            for (const QString &language : {u"en"_s, u"vi"_s})
                QTest::addRow("%s %s", qPrintable(login), qPrintable(language)) << login << language;
        }
    }
    void everyPieceIsShown()
    {
        QFETCH(QString, login);
        QFETCH(QString, language);
        QTranslator catalogue;
        if (language == "vi"_L1) {
            QVERIFY(catalogue.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")));
            QCoreApplication::installTranslator(&catalogue);
        }
        QLocale::setDefault(QLocale(language));
        Desk desk(*m_scratch, login, m_folder.filePath(login + language + u".ini"_s));
        MainWindow &window = desk.session->window();
        window.show();
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            window.resize(size);
            desk.session->places().open(m_case);
            CaseView &view = desk.view();
            QTRY_COMPARE_WITH_TIMEOUT(view.subject().id, m_case, 15'000);
            QTRY_VERIFY_WITH_TIMEOUT(view.isSettled() && view.model().messageCount() > 8, 15'000);
            view.showTab(u"reply"_s);
            if (login == "officer1"_L1 && view.composer().files().isEmpty()) {
                view.composer().setText(u"Kính gửi anh/chị, đơn vị đã xác minh. Xin gửi kèm biên bản và ảnh hiện trường."_s);
                view.attachAnswer();
                const QList<QAction *> offered = view.composer().attachMenu().actions();
                for (QAction *action : offered.sliced(1)) { // the first one asks for a file of this computer
                    if (action->isEnabled() && !action->isSeparator() && view.composer().files().count() < 4)
                        action->trigger();
                }
                QTRY_COMPARE_WITH_TIMEOUT(view.composer().files().sent().size(), 4, 15'000);
            }
            for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
                Theme::setScheme(scheme);
                const QString suffix = u"%1-%2-%3-%4"_s.arg(login, language, scheme == Scheme::Light ? u"light"_s : u"dark"_s).arg(size.width());
                auto *bar = view.conversation().verticalScrollBar();
                view.conversation().goToEnd();
                shoot(desk, u"end"_s, suffix);
                bar->setValue(bar->minimum());
                shoot(desk, u"begin"_s, suffix);
                for (int row = 0; row < view.model().rowCount(); ++row) {
                    if (view.model().index(row).data().toString() == u"Mười tệp"_s)
                        view.conversation().scrollTo(view.model().index(row), QAbstractItemView::PositionAtTop);
                }
                if (login == "officer1"_L1)
                    QTRY_VERIFY_WITH_TIMEOUT(showsRed(view.conversation()), 15'000); // a picture is its own colours, not the grey of its place
                shoot(desk, u"files"_s, suffix);
                if (login == "officer1"_L1) {
                    view.showTab(u"assignment"_s);
                    QTRY_VERIFY_WITH_TIMEOUT(desk.session->places().byId(u"assignment")->isSettled(), 15'000);
                    shoot(desk, u"assignment"_s, suffix);
                    view.showTab(u"reply"_s);
                }
            }
        }
        Theme::setScheme(Scheme::Light);
        QLocale::setDefault(QLocale::c());
    }

private:
    static bool showsRed(QWidget &conversation)
    {
        const QImage seen = conversation.grab().toImage();
        int red = 0;
        for (int y = 0; y < seen.height(); y += 4) {
            for (int x = 0; x < seen.width(); x += 4) {
                const QColor at = seen.pixelColor(x, y);
                red += qAbs(at.red() - 0xc0) < 16 && qAbs(at.green() - 0x30) < 16 && qAbs(at.blue() - 0x20) < 16;
            }
        }
        return red > 400;
    }
};

QTEST_MAIN(CaseLooksTest)
#include "test_case_looks.moc"
