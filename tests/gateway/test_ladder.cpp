// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of notices under two gateways that are killed at random points, and after a day off line: each rung once.
#include "gateway/stage.h"

#include <QRandomGenerator>

using namespace trucban;

class LadderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRungIsClimbedOnceWhoeverIsKilled()
    {
        m_dice.seed(20261124);
        QVERIFY(m_stage.open());
        QVERIFY(startOther());
        itIs(u"2026-11-24 08:00+07"_s);
        m_stage.database.ask(u"SELECT count(intake.apply(NULL, 'page', jsonb_build_object('type', 'message', 'channel', 'messenger', 'direction', 'in', 'kind', 'text', 'person_id', 'p' || n, "
                             "'thread_key', 'p' || n, 'platform_id', 'm' || n, 'text', 'Help', 'sent_at', core.now()))) FROM generate_series(1, %1) n"_s.arg(cases));
        QCOMPARE(climbed(), 0);

        // an officer has half an hour to take it in: 50 % after fifteen minutes, 80 % after twenty-four
        m_stage.database.ask(u"UPDATE core.report_schedule SET since = '2026-11-24 00:00+07'"_s);
        itIs(u"2026-11-24 08:14:59+07"_s);
        itIs(u"2026-11-24 08:15+07"_s);
        killWhileTheyClimb();
        QVERIFY(m_stage.becomes(howMany, QString::number(cases)));
        itIs(u"2026-11-24 08:24+07"_s);
        killWhileTheyClimb();
        QVERIFY(m_stage.becomes(howMany, QString::number(2 * cases)));

        // both are gone for more than a day: 100 % and +24 h are due in one moment, and the higher speaks for both
        m_stage.gateway.kill();
        m_other.kill();
        itIs(u"2026-11-25 09:00+07"_s);
        QVERIFY(m_stage.gateway.start(m_stage.database.urlFor(u"gateway"_s), m_stage.facebook.url()));
        QVERIFY(startOther());
        killWhileTheyClimb();
        QVERIFY(m_stage.becomes(howMany, QString::number(4 * cases)));
        QVERIFY(m_stage.becomes(u"SELECT count(*) FROM core.case WHERE escalate_at IS NOT NULL"_s, u"0"_s));

        QCOMPARE(m_stage.database.ask(u"SELECT string_agg(rung || ' ' || n, ', ' ORDER BY rung) FROM (SELECT rung, count(DISTINCT charge_id) AS n FROM core.escalation WHERE at >= rung_at GROUP BY rung) x"_s),
                 u"100 %1, 50 %1, 80 %1, after_24h %1"_s.arg(cases));
        QCOMPARE(m_stage.database.ask(u"SELECT string_agg(DISTINCT rung, ' ') FROM core.escalation WHERE superseded"_s), u"100"_s);
        QCOMPARE(m_stage.number(u"SELECT count(*) FROM core.notice WHERE kind = 'escalation'"_s), 3 * cases);
        QCOMPARE(m_stage.database.ask(u"SELECT count(*) || ' ' || min(severity) || ' ' || max(facts ->> 'rung') FROM core.notice WHERE settled_at IS NULL AND kind = 'escalation'"_s), u"%1 alarm after_24h"_s.arg(cases));
        // officers on duty and supervisors, each once a notice
        QCOMPARE(m_stage.number(u"SELECT count(*) FROM core.notice n WHERE settled_at IS NULL AND (SELECT count(*) FROM core.notice_person p WHERE p.notice_id = n.id) = 3"_s), cases);
        // and the report whose hour has come is made once by the two of them
        QVERIFY(m_stage.becomes(u"SELECT string_agg(kind || ' ' || to_char(from_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), ', ') FROM core.report WHERE scheduled"_s, u"daily 2026-11-24"_s));
        QVERIFY(m_other.stop());
        QVERIFY(m_stage.gateway.stop());
    }

private:
    static constexpr int cases = 450; // more than two batches
    inline static const QString howMany = u"SELECT count(*) FROM core.escalation"_s;

    bool startOther() { return m_other.start(m_stage.database.urlFor(u"gateway"_s), m_stage.facebook.url(), {}, u"two"_s); }
    int climbed() { return int(m_stage.number(howMany)); }
    void itIs(const QString &moment)
    {
        m_stage.database.ask(u"INSERT INTO core.setting VALUES ('test_now', to_jsonb('%1'::timestamptz)) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s.arg(moment));
    }
    /// Four times: whichever the dice say dies without a word, somewhere after its next commit, and comes back.
    void killWhileTheyClimb()
    {
        for (int i = 0; i < 4; ++i) {
            const int before = climbed();
            QTest::qWaitFor([&] { return climbed() > before; }, 300); // none left to climb: it dies idle
            const bool one = m_dice.bounded(2) == 0;
            GatewayProcess &victim = one ? m_stage.gateway : m_other;
            victim.kill();
            QVERIFY(victim.start(m_stage.database.urlFor(u"gateway"_s), m_stage.facebook.url(), {}, one ? u"one"_s : u"two"_s));
        }
    }

    Stage m_stage;
    GatewayProcess m_other;
    QRandomGenerator m_dice;
};

QTEST_GUILESS_MAIN(LadderTest)
#include "test_ladder.moc"
