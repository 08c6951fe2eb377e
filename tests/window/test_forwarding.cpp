// SPDX-License-Identifier: GPL-3.0-or-later
// A case between the centre and a unit, each at the real window: a question goes to the citizen and back, the answer is reviewed word by word, approved and released.
#include "window_desk.h"

#include "support/widget_words.h"
#include "ui/assignment/answer_review.h"
#include "ui/assignment/assignment_panel.h"
#include "ui/assignment/matter_lines.h"
#include "ui/assignment/reason_line.h"
#include "ui/assignment/unit_panel.h"
#include "ui/cases/case_view.h"
#include "ui/cases/classify_popup.h"
#include "ui/cases/reply_composer.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace trucban;

#define SOON(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 20'000)

class ForwardingTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<ScratchDatabase> m_scratch;
    std::unique_ptr<WindowDesk> m_officer;
    std::unique_ptr<WindowDesk> m_unit;
    CaseId m_case;

    QString ask(const QString &sql) const { return m_scratch->ask(sql); }
    static CaseView &view(WindowDesk &desk) { return *qobject_cast<CaseView *>(desk.session->places().byId(u"cases")->widget()); }
    static bool act(WindowDesk &desk, const char16_t *id) { return desk.session->actions().trigger(id); }
    AssignmentPanel *centre() { return m_officer->window().findChild<AssignmentPanel *>(); }
    UnitPanel *unit() { return m_unit->window().findChild<UnitPanel *>(); }
    void open(WindowDesk &desk)
    {
        QVERIFY(desk.session->places().open(m_case));
        SOON(view(desk).subject().id == m_case && view(desk).isSettled());
    }
    /// The officer's window shows the case as it now is.
    bool hasSeenAll() { return QString::number(view(*m_officer).subject().revision.value) == ask(u"SELECT revision FROM core.case"_s); }
    /// What the other desk sees live, too: taken in hand, classified, forwarded
    void forward()
    {
        const auto done = answerOf(m_officer->database.write([id = m_case](Session &session) -> Result<int> {
            for (const QString &step : {u"SELECT desk.claim(%1, gen_random_uuid())"_s,
                                        u"SELECT desk.classify(%1, (SELECT revision FROM desk.cases WHERE id = %1), '{\"category\": \"ANTT\", \"urgency\": \"high\"}', gen_random_uuid())"_s,
                                        u"SELECT desk.forward(%1, (SELECT revision FROM desk.cases WHERE id = %1), jsonb_build_array(jsonb_build_object('unit', (SELECT id FROM desk.units WHERE code = 'PC06'), 'lead', true)), '', gen_random_uuid())"_s}) {
                if (const auto outcome = session.sql(step.arg(id.value)).run(); !outcome)
                    return failed(outcome.error());
            }
            return 0;
        }));
        QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error().code + done.error().detail));
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void init()
    {
        const QString name = QString::fromLatin1(QTest::currentTestFunction());
        m_scratch = std::make_unique<ScratchDatabase>();
        m_case = given(*m_scratch, {u"an"_s, u"Có người phá cột điện ở ngõ"_s, u"high"_s});
        m_officer = std::make_unique<WindowDesk>(*m_scratch, u"officer1"_s, m_folder.filePath(name + u"-officer.ini"_s));
        m_unit = std::make_unique<WindowDesk>(*m_scratch, u"unit1"_s, m_folder.filePath(name + u"-unit.ini"_s));
    }
    void cleanup()
    {
        m_unit.reset();
        m_officer.reset();
        m_scratch.reset();
    }

    void aQuestionGoesToTheCitizenAndTheAnswerComesBack()
    {
        forward();
        open(*m_unit);
        SOON(m_unit->session->actions().action(u"unit.ask_citizen")->isEnabled());
        QVERIFY(act(*m_unit, u"unit.ask_citizen"));
        unit()->findChild<QPlainTextEdit *>(u"questionToCitizen"_s)->setPlainText(u"Cột điện số mấy?"_s);
        SOON(button(unit(), u"Ask the citizen"_s));
        button(unit(), u"Ask the citizen"_s)->click();
        SOON(ask(u"SELECT state FROM core.question"_s) == u"asked");
        open(*m_officer);
        view(*m_officer).showTab(u"assignment"_s);
        SOON(m_officer->session->actions().action(u"assignment.relay_question")->isEnabled());
        view(*m_officer).showTab(u"history"_s); // the action brings its panel up by itself
        QVERIFY(act(*m_officer, u"assignment.relay_question"));
        SOON(centre()->findChild<WordsLine *>() && centre()->findChild<WordsLine *>()->isVisible());
        centre()->findChild<WordsLine *>()->setWords(u"Xin anh/chị cho biết số cột điện."_s);
        button(centre(), u"Send to the citizen"_s)->click();
        SOON(ask(u"SELECT state FROM core.question"_s) == u"sent");
        QCOMPARE(ask(u"SELECT charged_to FROM core.case"_s), u"citizen"_s);
        given(*m_scratch, {u"an"_s, u"Cột 12"_s, u"high"_s, QDateTime::currentDateTimeUtc().addSecs(5)});
        SOON(allWords(unit()).contains(u"Question to the citizen"_s));
        SOON(m_unit->session->actions().action(u"unit.ask_citizen")->isEnabled()); // answered: another may be asked
        QCOMPARE(ask(u"SELECT charged_to FROM core.case"_s), u"unit"_s);
    }

    void theAnswerIsReviewedApprovedAndReleasedInOurWords()
    {
        forward();
        open(*m_unit);
        SOON(unit()->findChild<QPlainTextEdit *>(u"answerText"_s)->isVisible());
        unit()->findChild<QPlainTextEdit *>(u"answerText"_s)->setPlainText(u"Đã bắt kẻ phá hoại."_s);
        SOON(m_unit->session->actions().action(u"unit.answer")->isEnabled());
        QVERIFY(act(*m_unit, u"unit.answer"));
        SOON(ask(u"SELECT status FROM core.case"_s) == u"answered");
        open(*m_officer);
        view(*m_officer).showTab(u"assignment"_s);
        SOON(m_officer->session->actions().action(u"assignment.review_answer")->isEnabled());
        QVERIFY(act(*m_officer, u"assignment.review_answer"));
        auto *review = m_officer->window().findChild<AnswerReview *>();
        QVERIFY(review);
        review->setWords(u"Công an đã làm rõ đối tượng nghi phá hoại."_s);
        button(review, u"Approve and go to the reply"_s)->click();
        SOON(ask(u"SELECT approved_text FROM core.unit_answer"_s) == u"Công an đã làm rõ đối tượng nghi phá hoại.");
        ReplyComposer &composer = view(*m_officer).composer();
        SOON(composer.text() == u"Công an đã làm rõ đối tượng nghi phá hoại.");
        SOON(composer.isVisible());
        SOON(hasSeenAll()); // also the approval
        SOON(button(&composer, u"Release"_s) && button(&composer, u"Release"_s)->isEnabled());
        button(&composer, u"Release"_s)->click();
        SOON(ask(u"SELECT status FROM core.case"_s) == u"released");
        QCOMPARE(ask(u"SELECT state FROM core.unit_answer"_s), u"accepted"_s);
        QCOMPARE(ask(u"SELECT text FROM core.outbox"_s), u"Công an đã làm rõ đối tượng nghi phá hoại."_s);
    }

    void theLegalTrackIsChosenWhereTheCaseIsClassified()
    {
        open(*m_officer);
        SOON(act(*m_officer, u"case.claim"));
        SOON(m_officer->session->actions().action(u"case.classify")->isEnabled() && hasSeenAll());
        QVERIFY(m_officer->session->places().open({u"classify"_s, m_case.value, {}, QJsonObject{{u"category"_s, u"ANTT"_s}, {u"track"_s, u"tin_bao_toi_pham"_s}}}));
        auto *popup = m_officer->window().findChild<ClassifyPopup *>();
        QVERIFY(popup);
        QCOMPARE(popup->chosen().track, u"tin_bao_toi_pham"_s);
        QCOMPARE(popup->chosen().urgency, u"high"_s); // what nobody proposed stays
        button(popup, u"Classify"_s)->click();
        SOON(ask(u"SELECT legal_track || ' ' || status FROM core.case"_s) == u"tin_bao_toi_pham classified");
    }
};

QTEST_MAIN(ForwardingTest)
#include "test_forwarding.moc"
