// SPDX-License-Identifier: GPL-3.0-or-later
// The centre and a unit's work: questions are relayed, time is granted, units reminded, answers reviewed word by word; rules propose first.
#include "assignment_bench.h"

#include "support/widget_words.h"
#include "ui/assignment/answer_review.h"
#include "ui/assignment/assignment_panel.h"
#include "ui/assignment/assignment_words.h"
#include "ui/assignment/forward_form.h"
#include "ui/assignment/matter_lines.h"
#include "ui/assignment/proposals_list.h"
#include "ui/assignment/reason_line.h"
#include "ui/frame/place.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/word_changes.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTranslator>

using namespace trucban;

namespace {

/// Stands for the case place: writes down what it is asked to open.
class HeardPlace : public Place
{
public:
    QString id() const override { return u"heard"_s; }
    QString title() const override { return id(); }
    QString iconName() const override { return {}; }
    QWidget *widget() override { return &m_widget; }
    bool opens(const Target &target) const override { return target.kind == u"reply_text" || target.kind == u"classify"; }
    void open(const Target &target) override { heard.append(target); }
    QList<Target> heard;

private:
    QWidget m_widget;
};

} // namespace

class AssignmentReviewTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScratchDatabase> m_scratch;
    std::unique_ptr<DeskBench> m_officer;
    std::unique_ptr<DeskBench> m_unit;
    std::unique_ptr<AssignmentPanel> m_panel;
    HeardPlace *m_heard = nullptr;
    CaseId m_case;

    void must(DeskBench &who, const QString &sql)
    {
        const QString answer = who.call(u"SELECT (%1) AS answer"_s.arg(sql));
        QVERIFY2(!answer.startsWith(u"refused"), qPrintable(sql + u": "_s + answer));
    }
    void forward()
    {
        must(*m_officer, u"desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), jsonb_build_array(jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = 'PC06'), 'lead', true)), '', gen_random_uuid())"_s
                             .arg(m_case.value));
    }
    void answer(const QString &words) { must(*m_unit, u"desk.answer((SELECT max(id) FROM desk.assignments), '%1', NULL, gen_random_uuid())"_s.arg(words)); }
    std::unique_ptr<AssignmentPanel> panelFor(DeskBench &who)
    {
        auto panel = std::make_unique<AssignmentPanel>(who.bench);
        panel->resize(1200, 800);
        panel->show();
        panel->showCase(m_case);
        return panel;
    }
    AnswerReview *review() { return m_panel->findChild<AnswerReview *>(); }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void init()
    {
        if (QLatin1StringView(QTest::currentTestFunction()) == "everyRefusalOfTheseStepsHasItsSentences"_L1)
            return; // words need no desk
        m_scratch = std::make_unique<ScratchDatabase>();
        m_officer = std::make_unique<DeskBench>(*m_scratch, u"officer1"_s);
        m_unit = std::make_unique<DeskBench>(*m_scratch, u"unit1"_s);
        auto heard = std::make_unique<HeardPlace>();
        m_heard = heard.get();
        m_officer->bench.places.add(std::move(heard));
        m_case = arrive(*m_scratch, u"Có đua xe ở phường"_s);
        classify(*m_officer, m_case);
    }
    void cleanup()
    {
        m_panel.reset();
        m_unit.reset();
        m_officer.reset();
        m_scratch.reset();
    }

    void theUnitsQuestionIsSentInOurWords()
    {
        forward();
        must(*m_unit, u"desk.ask_citizen((SELECT id FROM desk.assignments), 'Đ/c hỏi giúp số nhà', gen_random_uuid())"_s);
        m_panel = panelFor(*m_officer);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"Đ/c hỏi giúp số nhà"_s), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(button(m_panel.get(), u"Send to the citizen…"_s), 15000);
        button(m_panel.get(), u"Send to the citizen…"_s)->click();
        auto *line = m_panel->findChild<WordsLine *>();
        QVERIFY(line);
        QCOMPARE(line->words(), u"Đ/c hỏi giúp số nhà"_s);
        line->setWords(u"Xin cho biết số nhà."_s);
        button(line, u"Send to the citizen"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT text FROM core.outbox"_s), u"Xin cho biết số nhà."_s, 15000);
        QCOMPARE(m_scratch->ask(u"SELECT state FROM core.question"_s), u"sent"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!button(m_panel.get(), u"Send to the citizen…"_s), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_officer->bench.actions.action(u"assignment.relay_question")->isEnabled(), 15000);
    }

    void aQuestionThatIsNotSentNeedsAReason()
    {
        forward();
        must(*m_unit, u"desk.ask_citizen((SELECT id FROM desk.assignments), 'Số tài khoản?', gen_random_uuid())"_s);
        m_panel = panelFor(*m_officer);
        QTRY_VERIFY_WITH_TIMEOUT(m_officer->bench.actions.action(u"assignment.refuse_question")->isEnabled(), 15000);
        QVERIFY(m_officer->bench.actions.trigger(u"assignment.refuse_question"));
        auto *line = m_panel->findChild<ReasonLine *>();
        QVERIFY(line && !button(line, u"Do not send"_s)->isEnabled());
        QTest::keyClicks(line->findChild<QLineEdit *>(), u"Khong hoi dieu nay"_s);
        button(line, u"Do not send"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT state || ' ' || reason FROM core.question"_s), u"refused Khong hoi dieu nay"_s, 15000);
    }

    void onlyASupervisorGrantsTime()
    {
        forward();
        must(*m_unit, u"desk.ask_extension((SELECT id FROM desk.assignments), now() + interval '20 days', 'Nhân chứng đi vắng', gen_random_uuid())"_s);
        m_panel = panelFor(*m_officer);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"Nhân chứng đi vắng"_s), 15000);
        QVERIFY(!button(m_panel.get(), u"Grant…"_s)); // an officer reads it
        DeskBench supervisor(*m_scratch, u"supervisor1"_s);
        const auto theirs = panelFor(supervisor);
        QTRY_VERIFY_WITH_TIMEOUT(button(theirs.get(), u"Grant…"_s), 15000);
        button(theirs.get(), u"Grant…"_s)->click();
        auto *line = theirs->findChild<MomentLine *>();
        const QDateTime until = line->moment().addDays(-2);
        line->setMoment(until);
        button(line, u"Grant"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT state FROM core.extension"_s), u"approved"_s, 15000);
        QCOMPARE(m_scratch->ask(u"SELECT abs(extract(epoch FROM due_at - to_timestamp(%1))) < 60 FROM core.assignment"_s.arg(until.toSecsSinceEpoch())), u"t"_s);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"granted it until"_s), 15000); // and the officer sees it, live
    }

    void aUnitIsRemindedWithOrWithoutWords()
    {
        forward();
        m_panel = panelFor(*m_officer);
        QTRY_VERIFY_WITH_TIMEOUT(button(m_panel.get(), u"Remind…"_s), 15000);
        button(m_panel.get(), u"Remind…"_s)->click();
        auto *line = m_panel->findChild<ReasonLine *>();
        QVERIFY(button(line, u"Remind"_s)->isEnabled());
        button(line, u"Remind"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT reminders FROM core.assignment"_s), u"1"_s, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"Reminded once"_s), 15000);
        QCOMPARE(m_scratch->ask(u"SELECT count(*) FROM core.notice WHERE kind = 'reminder'"_s), u"1"_s);
    }

    void theAnswerIsReadWordByWordApprovedAndTakenToTheReply()
    {
        forward();
        answer(u"Đã bắt tên trộm ở chợ."_s);
        must(*m_officer, u"desk.return_answer((SELECT max(id) FROM desk.unit_answers), (SELECT revision FROM desk.cases), 'Chưa kết luận, viết lại', gen_random_uuid())"_s);
        answer(u"Đã bắt đối tượng ở chợ."_s);
        m_panel = panelFor(*m_officer);
        QTRY_VERIFY_WITH_TIMEOUT(m_officer->bench.actions.action(u"assignment.review_answer")->isEnabled(), 15000);
        QVERIFY(m_officer->bench.actions.trigger(u"assignment.review_answer"));
        QVERIFY(review());
        QTRY_VERIFY_WITH_TIMEOUT(review()->isVisible(), 15000);
        const auto *since = review()->findChild<WordChanges *>(u"sinceReturned"_s);
        QCOMPARE(since->toPlainText(), u"Đã bắt tên trộmđối tượng ở chợ."_s); // both stand there, struck out and underlined
        QCOMPARE(since->summary(), u"Words taken out: 2. Words put in: 2."_s);
        QVERIFY(allWords(review()).contains(u"Returned because: Chưa kết luận, viết lại"_s));
        const auto *against = review()->findChild<WordChanges *>(u"againstAnswer"_s);
        QCOMPARE(against->summary(), u"The words are the same."_s);
        review()->setWords(u"Công an đã bắt đối tượng ở chợ."_s);
        QCOMPARE(against->summary(), u"Words taken out: 1. Words put in: 3."_s);
        button(review(), u"Approve and go to the reply"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT state || ' ' || approved_text FROM core.unit_answer ORDER BY id DESC LIMIT 1"_s), u"approved Công an đã bắt đối tượng ở chợ."_s, 15000);
        QTRY_COMPARE_WITH_TIMEOUT(m_heard->heard.size(), 1, 15000);
        QCOMPARE(m_heard->heard.first().kind, u"reply_text"_s);
        QCOMPARE(m_heard->heard.first().text, u"Công an đã bắt đối tượng ở chợ."_s);
        QTRY_VERIFY_WITH_TIMEOUT(!review() || !review()->isVisible(), 15000);
        QTRY_VERIFY_WITH_TIMEOUT(allWords(m_panel.get()).contains(u"Words approved by"_s), 15000);
    }

    void anApprovalThatIsRefusedLosesNoWord()
    {
        forward();
        answer(u"Đã xong."_s);
        m_panel = panelFor(*m_officer);
        QTRY_VERIFY_WITH_TIMEOUT(m_officer->bench.actions.trigger(u"assignment.review_answer"), 15000);
        review()->setWords(u"Đã giải quyết xong."_s);
        DeskBench other(*m_scratch, u"officer2"_s);
        must(other, u"desk.take_over(%1, (SELECT revision FROM desk.cases), 'đổi ca', gen_random_uuid())"_s.arg(m_case.value));
        button(review(), u"Approve"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(review()->notice().isVisible(), 15000);
        QVERIFY(review()->isVisible());
        QCOMPARE(review()->words(), u"Đã giải quyết xong."_s);
        QCOMPARE(m_scratch->ask(u"SELECT state FROM core.unit_answer"_s), u"submitted"_s);
    }

    void aReturnOutOfTheReviewNeedsAReason()
    {
        forward();
        answer(u"Đã xong."_s);
        m_panel = panelFor(*m_officer);
        QTRY_VERIFY_WITH_TIMEOUT(m_officer->bench.actions.trigger(u"assignment.review_answer"), 15000);
        button(review(), u"Return to the unit…"_s)->click();
        auto *line = review()->findChild<ReasonLine *>();
        QTest::keyClicks(line->findChild<QLineEdit *>(), u"Ket qua the nao"_s);
        button(line, u"Return to the unit"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_scratch->ask(u"SELECT state || ' ' || reason FROM core.unit_answer"_s), u"returned Ket qua the nao"_s, 15000);
    }

    void everyRefusalOfTheseStepsHasItsSentences_data()
    {
        QTest::addColumn<QString>("code");
        for (const char *code : {"about_unit_missing", "already_forwarded", "answer_is_partial", "assignment_not_found", "claim_expired", "conflict_of_interest", "empty_variable", "extension_not_found",
                                 "extension_open", "not_holder", "question_not_found", "question_open", "reason_missing", "reason_unknown", "second_person_needed", "stale_revision", "text_missing",
                                 "text_too_long", "time_not_possible", "unit_is_external", "unit_not_valid", "window_closed", "wrong_state"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void everyRefusalOfTheseStepsHasItsSentences()
    {
        QFETCH(QString, code);
        const Failure failure{Failure::Conflict, code, {}, {{u"name"_s, u"PC06"_s}}};
        const FailureWords english = assignmentWords::refusal(failure);
        QVERIFY2(english.happened != wordsFor(failure).happened, "only the bare kind is said");
        QTranslator vietnamese;
        QVERIFY2(vietnamese.load(QStringLiteral(TRUCBAN_BINARY_DIR "/translations/trucban_vi.qm")), "the catalogue is not built");
        QCoreApplication::installTranslator(&vietnamese);
        const FailureWords translated = assignmentWords::refusal(failure);
        QCoreApplication::removeTranslator(&vietnamese);
        const std::pair<QString, QString> all[] = {{english.happened, translated.happened}, {english.safe, translated.safe}, {english.next, translated.next}};
        for (const auto &[source, said] : all) {
            QVERIFY2(source.endsWith(u'.') && said.endsWith(u'.'), qPrintable(source + u" / "_s + said));
            QVERIFY2(source != said, qPrintable(source));
        }
    }

    void aRuleProposesFirstAndSaysWhy()
    {
        DeskBench supervisor(*m_scratch, u"supervisor1"_s);
        const QString rule = u"jsonb_build_object('name', 'Đua xe', 'conditions', '{\"any_words\": [\"đua xe\"]}'::jsonb, 'proposal', jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = 'PC08'), 'urgency', 'emergency', 'amount', 4, 'unit_of_time', 'hours'))"_s;
        must(supervisor, u"desk.save_rule(%1, NULL, gen_random_uuid())"_s.arg(rule));
        must(supervisor, u"desk.dry_run_rule((SELECT id FROM desk.rules), now() - interval '1 day', now() + interval '1 day')"_s);
        must(supervisor, u"desk.save_rule(%1 || jsonb_build_object('id', (SELECT id FROM desk.rules), 'enabled', true), 1, gen_random_uuid())"_s.arg(rule));
        m_panel = panelFor(*m_officer);
        QTRY_VERIFY_WITH_TIMEOUT(button(m_panel.get(), u"Take over"_s), 15000);
        const QString words = allWords(m_panel.get());
        QVERIFY2(words.contains(u"The rule “Đua xe” proposes: "_s) && words.contains(u"urgency emergency"_s), qPrintable(words));
        QVERIFY2(words.contains(u"because: the citizen writes “đua xe”"_s), qPrintable(words));
        button(m_panel.get(), u"Take over"_s)->click();
        const auto &picks = m_panel->findChild<ForwardForm *>()->units().picks();
        QCOMPARE(picks.size(), 1);
        QCOMPARE(picks.first().code, u"PC08"_s);
        QVERIFY(picks.first().lead);
        QVERIFY(m_panel->findChild<ForwardForm *>()->dueAt().isValid());
        QCOMPARE(m_heard->heard.size(), 1); // the classification is put before the officer, never done for them
        QCOMPARE(m_heard->heard.first().kind, u"classify"_s);
        QCOMPARE(m_heard->heard.first().facts[u"urgency"].toString(), u"emergency"_s);
        QCOMPARE(m_scratch->ask(u"SELECT urgency FROM core.case"_s), u"high"_s);
    }
};

QTEST_MAIN(AssignmentReviewTest)
#include "test_assignment_review.moc"
