// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty slips signed by several people at once: every number once, none left out, and what is rolled back takes none.
#include "support/given_cases.h"

#include <QSet>
#include <QTest>

using namespace trucban;

namespace {

/// A case with a unit and a slip that waits for its signature
qint64 prepared(const ScratchDatabase &scratch, int number)
{
    const CaseId id = given(scratch, {.citizen = u"psid-%1"_s.arg(number), .text = u"Tin %1"_s.arg(number)});
    return scratch.ask(uR"(WITH a AS (INSERT INTO core.assignment (case_id, unit_id, lead, sent_by, sent_at)
            VALUES (%1, (SELECT id FROM core.unit WHERE code = 'PC06'), true, (SELECT id FROM core.person WHERE login = 'officer1'), now()) RETURNING id)
        INSERT INTO core.slip (case_id, assignment_id, unit_id, code, content, prepared_by, prepared_at)
        SELECT %1, a.id, (SELECT id FROM core.unit WHERE code = 'PC06'), 'X', '{}', (SELECT id FROM core.person WHERE login = 'officer1'), now() FROM a RETURNING id)"_s.arg(id.value)).toLongLong();
}

QFuture<Result<int>> sign(Database &desk, qint64 slip, bool breakOff)
{
    return desk.write([=](Session &session) -> Result<int> {
        return session.sql(u"SELECT desk.sign_slip(:slip, 1, gen_random_uuid())"_s).bind(u"slip"_s, slip).run().and_then([&](int rows) -> Result<int> {
            if (breakOff)
                return failed(Failure::Offline, u"power_cut"_s);
            return rows;
        });
    });
}

} // namespace

class SlipNumbersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiftySigningsLeaveNoGapAndNoTwin()
    {
        constexpr int many = 50, desks = 5;
        ScratchDatabase scratch;
        QList<qint64> slips;
        for (int i = 0; i < many; ++i)
            slips.append(prepared(scratch, i));
        std::vector<std::unique_ptr<Database>> databases;
        for (int i = 0; i < desks; ++i)
            databases.push_back(std::make_unique<Database>(scratch.connectAs(u"supervisor1"_s)));
        QList<QFuture<Result<int>>> answers;
        QSet<qint64> broken;
        for (int i = 0; i < many; ++i) { // every seventh breaks off after its number was taken
            const bool breaks = i % 7 == 3;
            if (breaks)
                broken.insert(slips.at(i));
            answers.append(sign(*databases.at(size_t(i % desks)), slips.at(i), breaks));
        }
        for (auto &answer : answers)
            (void)answerOf(answer);
        const int signedOnes = many - int(broken.size());
        QCOMPARE(scratch.ask(u"SELECT count(*) FROM core.slip WHERE state = 'signed'"_s).toInt(), signedOnes);
        QCOMPARE(scratch.ask(u"SELECT count(DISTINCT ordinal) || ' ' || min(ordinal) || ' ' || max(ordinal) FROM core.slip"_s), u"%1 1 %1"_s.arg(signedOnes));
        for (qint64 slip : broken) {
            QCOMPARE(scratch.ask(u"SELECT state || coalesce(number, '') FROM core.slip WHERE id = %1"_s.arg(slip)), u"prepared"_s);
            QVERIFY(answerOf(sign(*databases.front(), slip, false)));
        }
        QCOMPARE(scratch.ask(u"SELECT count(DISTINCT number) || ' ' || max(ordinal) || ' ' || (SELECT last FROM core.slip_counter) FROM core.slip"_s), u"%1 %1 %1"_s.arg(many));
        QCOMPARE(scratch.ask(u"SELECT number FROM core.slip WHERE ordinal = 7"_s), u"07/PC-CAHN-PV01"_s);
        QCOMPARE(scratch.ask(u"SELECT coalesce(first_fault, 0) FROM core.verify_audit()"_s), u"0"_s);
    }

    void twoWhoSignTheSameSlipSignItOnce()
    {
        ScratchDatabase scratch;
        const qint64 slip = prepared(scratch, 1);
        Database one(scratch.connectAs(u"supervisor1"_s)), other(scratch.connectAs(u"supervisor1"_s));
        auto first = sign(one, slip, false), second = sign(other, slip, false);
        const auto a = answerOf(first), b = answerOf(second);
        QCOMPARE(int(a.has_value()) + int(b.has_value()), 1);
        QCOMPARE((a ? b : a).error().code, u"slip_signed"_s);
        QCOMPARE(scratch.ask(u"SELECT last FROM core.slip_counter"_s), u"1"_s);
    }
};

QTEST_GUILESS_MAIN(SlipNumbersTest)
#include "test_slip_numbers.moc"
