// SPDX-License-Identifier: GPL-3.0-or-later
// A supervisor writes a rule, tries it on past traffic, reads what differs, and only then may switch it on.
#include "assignment_bench.h"

#include "ui/administration/administration_place.h"
#include "ui/administration/rule_form.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace trucban;

class RulesPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScratchDatabase> m_scratch;
    std::unique_ptr<DeskBench> m_supervisor;
    std::unique_ptr<AdministrationPlace> m_place;
    std::unique_ptr<QWidget> m_widget;

    RulesPage *page() { return m_place->rules(); }
    QTreeWidget *list() { return page()->findChild<QTreeWidget *>(u"ruleList"_s); }
    QTreeWidget *sample() { return page()->findChild<QTreeWidget *>(u"ruleSample"_s); }
    QPushButton *button(const QString &words)
    {
        for (auto *one : page()->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == words)
                return one;
        }
        return nullptr;
    }
    bool act(const QString &name) { return m_supervisor->bench.actions.trigger(u"rules."_s + name); }
    QString rule(const QString &what) { return m_scratch->ask(u"SELECT %1 FROM core.rule"_s.arg(what)); }
    void write(const QString &name, const QString &words)
    {
        QVERIFY(act(u"add"_s));
        page()->findChild<QLineEdit *>(u"ruleName"_s)->setText(name);
        page()->findChild<QLineEdit *>(u"anyWords"_s)->setText(words);
        auto *urgency = page()->findChild<QComboBox *>(u"proposedUrgency"_s);
        urgency->setCurrentIndex(urgency->findData(u"emergency"_s));
        QVERIFY(act(u"save"_s));
        QTRY_COMPARE_WITH_TIMEOUT(rule(u"name"_s), name, 15000);
        QTRY_VERIFY_WITH_TIMEOUT(page()->isSettled(), 15000);
    }

private Q_SLOTS:
    void initTestCase() { Theme::install(*qApp, Scheme::Light); }

    void init()
    {
        m_scratch = std::make_unique<ScratchDatabase>();
        arrive(*m_scratch, u"Có đua xe ở cầu"_s);
        arrive(*m_scratch, u"dua xe am i"_s);
        arrive(*m_scratch, u"Mất ví"_s);
        m_supervisor = std::make_unique<DeskBench>(*m_scratch, u"supervisor1"_s);
        m_place = std::make_unique<AdministrationPlace>(m_supervisor->bench);
        m_widget.reset(m_place->widget());
        m_widget->resize(1200, 720);
        m_widget->show();
        m_place->showState(u"rules"_s);
        QVERIFY(page());
        QTRY_VERIFY_WITH_TIMEOUT(page()->isSettled(), 15000);
    }
    void cleanup()
    {
        m_widget.reset();
        m_place.reset();
        m_supervisor.reset();
        m_scratch.reset();
    }

    void aRuleIsTriedBeforeItIsSwitchedOn()
    {
        write(u"Đua xe"_s, u"đua xe, nẹt pô"_s);
        QCOMPARE(rule(u"conditions"_s), uR"({"any_words": ["đua xe", "nẹt pô"]})"_s);
        QCOMPARE(rule(u"proposal"_s), uR"({"urgency": "emergency"})"_s);
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        QVERIFY(act(u"switch"_s));
        QTRY_VERIFY_WITH_TIMEOUT(page()->notice().text().contains(u"has not been tried yet"_s), 15000);
        QCOMPARE(rule(u"enabled"_s), u"f"_s);
        QTRY_VERIFY(page()->isSettled());
        QVERIFY(act(u"try"_s));
        QTRY_COMPARE_WITH_TIMEOUT(sample()->topLevelItemCount(), 2, 15000);
        QCOMPARE(sample()->topLevelItem(0)->text(1), u"differs"_s);
        QTRY_VERIFY(page()->isSettled());
        QVERIFY(act(u"switch"_s));
        QTRY_COMPARE_WITH_TIMEOUT(rule(u"enabled"_s), u"t"_s, 15000);
        QTRY_COMPARE(list()->topLevelItem(0)->text(2), u"On"_s);
    }

    void otherWordsSilenceARuleUntilTheyAreTried()
    {
        write(u"Đua xe"_s, u"đua xe"_s);
        QVERIFY(act(u"try"_s));
        QTRY_COMPARE_WITH_TIMEOUT(sample()->topLevelItemCount(), 2, 15000);
        QTRY_VERIFY(page()->isSettled());
        QVERIFY(act(u"switch"_s));
        QTRY_COMPARE_WITH_TIMEOUT(rule(u"enabled"_s), u"t"_s, 15000);
        QTRY_VERIFY(page()->isSettled());
        page()->findChild<QLineEdit *>(u"anyWords"_s)->setText(u"mất ví"_s);
        QVERIFY(!button(u"Try the rule"_s)->isEnabled()); // what is tried is what is kept
        QVERIFY(act(u"save"_s));
        QTRY_COMPARE_WITH_TIMEOUT(rule(u"conditions"_s), uR"({"any_words": ["mất ví"]})"_s, 15000);
        QCOMPARE(rule(u"enabled"_s), u"f"_s);
        QTRY_VERIFY(page()->notice().text().contains(u"switched off"_s));
    }

    void whatIsRefusedStaysInTheForm()
    {
        QVERIFY(act(u"add"_s));
        page()->findChild<QLineEdit *>(u"ruleName"_s)->setText(u"Không có gì"_s);
        QVERIFY(act(u"save"_s));
        QTRY_VERIFY_WITH_TIMEOUT(page()->notice().text().contains(u"asks for nothing"_s), 15000);
        QCOMPARE(page()->form().rule().name, u"Không có gì"_s);
        QCOMPARE(rule(u"count(*)"_s), u"0"_s);
    }

    void aRuleIsTakenAway()
    {
        write(u"Đua xe"_s, u"đua xe"_s);
        QVERIFY(act(u"remove"_s));
        QTRY_COMPARE_WITH_TIMEOUT(rule(u"retired"_s), u"t"_s, 15000);
        QTRY_COMPARE(list()->topLevelItemCount(), 0);
    }
};

QTEST_MAIN(RulesPageTest)
#include "test_rules_page.moc"
