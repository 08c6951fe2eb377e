// SPDX-License-Identifier: GPL-3.0-or-later
// CaseStage: an officer before a case: the real place, the real database, real media.
#pragma once

#include "ui/assignment_bench.h"

#include "desk/citizen_play.h"
#include "media/derivation_work.h"
#include "media/sample_media.h"
#include "ui/cases/action_strip.h"
#include "ui/cases/case_header.h"
#include "ui/cases/case_view.h"
#include "ui/cases/citizen_panel.h"
#include "ui/cases/classify_popup.h"
#include "ui/cases/conversation_view.h"
#include "ui/cases/place.h"
#include "ui/cases/reason_prompt.h"
#include "ui/cases/reply_composer.h"
#include "ui/cases/side_lists.h"
#include "ui/cases/versions_popup.h"
#include "ui/media/media_viewer.h"
#include "ui/media/video_player.h"
#include "ui/theme/theme.h"
#include "ui/widgets/notice_bar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTranslator>

namespace trucban::tests {

class CaseStage : public QObject
{
    Q_OBJECT
protected:
    std::unique_ptr<ScratchDatabase> m_scratch;
    std::unique_ptr<CitizenPlay> m_citizen;
    std::unique_ptr<DeskBench> m_officer;
    QPointer<CaseView> m_view;
    SampleMedia m_samples;

    void desk(const QString &login = u"officer1"_s)
    {
        m_officer = std::make_unique<DeskBench>(*m_scratch, login);
        m_officer->bench.places.add(places::cases(m_officer->bench));
        m_view = qobject_cast<CaseView *>(m_officer->bench.places.byId(u"cases")->widget());
        m_officer->bench.actions.setWindow(m_view);
        m_view->resize(760, 900);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view));
    }
    void open(CaseId id)
    {
        QVERIFY(m_officer->bench.places.open(id));
        QTRY_COMPARE(m_view->subject().id, id);
        QTRY_VERIFY(m_view->isSettled());
    }
    void trigger(const char *id)
    {
        m_officer->bench.actions.refresh();
        QVERIFY2(m_officer->bench.actions.trigger(QString::fromLatin1(id)), id);
    }
    bool isEnabled(const char *id)
    {
        m_officer->bench.actions.refresh();
        return m_officer->bench.actions.action(QString::fromLatin1(id))->isEnabled();
    }
    void claimAndClassify()
    {
        trigger("case.claim");
        QTRY_VERIFY(m_view->isMine());
        trigger("case.classify");
        ClassifyPopup *popup = nullptr;
        QTRY_VERIFY((popup = m_view->findChild<ClassifyPopup *>()));
        popup->choose(u"ANTT"_s, u"high"_s);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(m_view->subject().status, u"classified"_s);
    }
    QPlainTextEdit *field() { return m_view->composer().findChild<QPlainTextEdit *>(); }
    QModelIndex rowOf(const QString &text)
    {
        for (int row = 0; row < m_view->model().rowCount(); ++row) {
            if (m_view->model().index(row).data().toString().contains(text))
                return m_view->model().index(row);
        }
        return {};
    }
    QString spokenRows()
    {
        QStringList all;
        for (int row = 0; row < m_view->model().rowCount(); ++row)
            all.append(m_view->model().index(row).data(Qt::AccessibleTextRole).toString());
        return all.join(u'\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        Theme::install(*qApp, Scheme::Light);
    }
    void init()
    {
        m_scratch = std::make_unique<ScratchDatabase>();
        m_citizen = std::make_unique<CitizenPlay>(*m_scratch);
        QDir(DraftJournal::folderFor(u"officer1"_s)).removeRecursively();
    }
    void cleanup()
    {
        delete m_view;
        m_officer.reset();
        m_citizen.reset();
        m_scratch.reset();
    }
};

} // namespace trucban::tests
