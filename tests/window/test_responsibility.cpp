// SPDX-License-Identifier: GPL-3.0-or-later
// An overdue case rings at the desk until somebody says so, and the window tells why it is red.
#include "window_desk.h"

#include "ui/clocks/clock_row.h"
#include "ui/clocks/clocks_panel.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/notices/alarm_strip.h"
#include "ui/notices/notice_panel.h"
#include "ui/notices/notices_place.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace trucban;

class ResponsibilityTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    QString file() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s); }

    static DeskNotice notice(qint64 id, DeskNotice::Severity severity, int repeatSeconds)
    {
        DeskNotice made;
        made.id = id;
        made.severity = severity;
        made.repeatSeconds = repeatSeconds;
        return made;
    }
    /// A case that came in so long ago and lies there; the ladder has been climbed for it.
    static CaseId givenOverdue(const ScratchDatabase &scratch, const QString &who, const QString &urgency = u"medium"_s, int minutesAgo = 100)
    {
        scratch.ask(u"INSERT INTO core.setting VALUES ('test_now', to_jsonb(now() - make_interval(mins => %1)))"_s.arg(minutesAgo));
        const CaseId id = given(scratch, {who, u"Mất xe máy ở ngõ 5"_s, urgency, QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo), {}});
        scratch.ask(u"DELETE FROM core.setting WHERE key = 'test_now'"_s);
        scratch.ask(u"SELECT intake.escalate()"_s);
        return id;
    }
    static NoticesPlace *notices(WindowDesk &desk) { return dynamic_cast<NoticesPlace *>(desk.session->places().byId(u"notices")); }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void itRingsOnceThenAgainAfterItsTimeAndForTheWorst()
    {
        QDateTime now = QDateTime::fromString(u"2026-11-24T03:00:00Z"_s, Qt::ISODate);
        Ringer ringer(Clock([&now] { return now; }));
        QCOMPARE(ringer.listen({}), std::nullopt);
        const QList<DeskNotice> once{notice(1, DeskNotice::Info, 0)};
        QCOMPARE(ringer.listen(once), std::optional(DeskNotice::Info));
        QCOMPARE(ringer.listen(once), std::nullopt);
        now = now.addDays(1);
        QCOMPARE(ringer.listen(once), std::nullopt); // it never repeats
        const QList<DeskNotice> three{notice(3, DeskNotice::Urgent, 300), notice(2, DeskNotice::Warning, 600), notice(1, DeskNotice::Info, 0)};
        QCOMPARE(ringer.listen(three), std::optional(DeskNotice::Urgent)); // two are new, the worst speaks
        now = now.addSecs(299);
        QCOMPARE(ringer.listen(three), std::nullopt);
        now = now.addSecs(1);
        QCOMPARE(ringer.listen(three), std::optional(DeskNotice::Urgent));
        const QList<DeskNotice> seen{notice(2, DeskNotice::Warning, 600)}; // the urgent one was acknowledged
        now = now.addSecs(299);
        QCOMPARE(ringer.listen(seen), std::nullopt);
        now = now.addSecs(1);
        QCOMPARE(ringer.listen(seen), std::optional(DeskNotice::Warning));
        QVERIFY(ringer.repeats(seen) && !ringer.repeats(once));
    }

    void eachSeverityHasASoundOfItsOwn()
    {
        QSet<QByteArray> sounds;
        qsizetype last = 0;
        for (const auto severity : {DeskNotice::Info, DeskNotice::Warning, DeskNotice::Urgent, DeskNotice::Alarm}) {
            const QByteArray samples = AlertSound::samples(severity);
            QVERIFY(samples.size() > last); // the worse, the longer
            last = samples.size();
            sounds.insert(samples);
            const auto *values = reinterpret_cast<const qint16 *>(samples.constData());
            const auto [low, high] = std::minmax_element(values, values + samples.size() / 2);
            QVERIFY(*high > 5000 && *high < 20'000 && *low > -20'000); // loud enough, never clipped
        }
        QCOMPARE(sounds.size(), 4);
    }

    void anOverdueCaseRingsUntilItIsAcknowledgedAndSaysWhy()
    {
        const ScratchDatabase scratch;
        const CaseId late = givenOverdue(scratch, u"psid-1"_s);
        WindowDesk desk(scratch, u"officer1"_s, file());
        NoticesPlace &place = *notices(desk);
        auto *bell = desk.window().findChild<QToolButton *>(u"noticeBell"_s);
        auto *strip = desk.window().findChild<AlarmStrip *>();
        QTRY_COMPARE_WITH_TIMEOUT(bell->text(), u"1"_s, 15'000);
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(u"Take in: overdue"_s) && strip->text().contains(scratch.ask(u"SELECT number FROM core.case"_s)), qPrintable(strip->text()));

        // a second one while somebody looks: it sounds
        QSignalSpy sounded(&place, &NoticesPlace::sounded);
        givenOverdue(scratch, u"psid-2"_s, u"high"_s, 30);
        scratch.ask(u"NOTIFY trucban, 'notice:0'"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bell->text(), u"2"_s, 15'000);
        QTRY_COMPARE(sounded.size(), 1);
        QCOMPARE(sounded.first().first().value<DeskNotice::Severity>(), DeskNotice::Urgent);

        // why is it red? the tab of the case tells minutes and holders
        QVERIFY(desk.session->actions().trigger(u"notices.show"));
        QVERIFY(place.panel()->isVisible());
        auto &list = place.panel()->list();
        QCOMPARE(list.model()->rowCount(), 2);
        list.setCurrentIndex(list.model()->index(1, 0)); // the newest stands first
        for (auto *button : place.panel()->findChildren<QPushButton *>()) {
            if (button->text() == u"Why is it red?")
                button->click();
        }
        QVERIFY(!place.panel()->isVisible());
        auto *panel = desk.window().findChild<ClocksPanel *>();
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible() && panel->summary().contains(u"Now: Take in – Command centre, overdue by 1 h 10 min"_s), 15'000);
        QVERIFY(panel->summary().contains(u"Open for 1 h 40 min altogether."_s));
        QCOMPARE(panel->findChildren<ClockRow *>().size(), 1);

        // acknowledged: silent here, still ringing at the other officer's desk
        QVERIFY(desk.session->actions().trigger(u"notices.acknowledge"));
        QTRY_COMPARE_WITH_TIMEOUT(bell->text(), u"1"_s, 15'000);
        // the matter goes on: its notice leaves by itself
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.notice_person p JOIN core.notice n ON n.id = p.notice_id WHERE acknowledged_at IS NOT NULL AND n.case_id <> %1"_s.arg(late.value)), u"1"_s);
        scratch.ask(u"UPDATE core.case SET status = 'claimed' WHERE id = %1"_s.arg(late.value));
        scratch.ask(u"NOTIFY trucban, 'case:%1'"_s.arg(late.value));
        QTRY_COMPARE_WITH_TIMEOUT(bell->text(), QString(), 15'000);
        QVERIFY(!strip->isVisible());
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.notice_person p JOIN core.person x ON x.id = p.person_id WHERE x.login = 'officer2' AND acknowledged_at IS NULL"_s), u"2"_s);
    }

    void theUnitSeesItsOwnMinutesAndNobodyElses()
    {
        const ScratchDatabase scratch;
        const CaseId id = given(scratch, {u"psid-1"_s, u"Ồn ào"_s, u"medium"_s, QDateTime::currentDateTimeUtc(), {}});
        scratch.ask(u"INSERT INTO core.assignment (case_id, unit_id, lead, sent_by, sent_at, due_at) SELECT %1, p.unit_id, true, o.id, now() - interval '3 hours', now() - interval '1 hour' "
                    "FROM core.person p, core.person o WHERE p.login = 'unit1' AND o.login = 'officer1'"_s.arg(id.value));
        scratch.ask(u"UPDATE core.case SET status = 'forwarded', category_id = (SELECT id FROM core.category WHERE code = 'ANTT') WHERE id = %1"_s.arg(id.value));
        WindowDesk desk(scratch, u"unit1"_s, file());
        desk.session->places().open(id);
        desk.session->places().open({u"clocks"_s, id.value, {}, {}});
        auto *panel = desk.window().findChild<ClocksPanel *>();
        QVERIFY(panel);
        QTRY_VERIFY_WITH_TIMEOUT(panel->findChildren<ClockRow *>().size() == 1, 15'000);
        QVERIFY2(!panel->summary().contains(u"altogether"_s), qPrintable(panel->summary()));
        QVERIFY(panel->summary().contains(u"overdue by"_s));
    }
};

QTEST_MAIN(ResponsibilityTest)
#include "test_responsibility.moc"
