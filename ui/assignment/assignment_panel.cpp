// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/assignment_panel.h"

#include "base/when_done.h"
#include "desk/assignment_suggest.h"
#include "storage/change_listener.h"
#include "ui/assignment/assignment_words.h"
#include "ui/assignment/forward_form.h"
#include "ui/assignment/forwards_list.h"
#include "ui/assignment/proposals_list.h"
#include "ui/assignment/unit_delegate.h"
#include "ui/assignment/unit_tree_model.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTreeView>
#include <QVBoxLayout>

namespace trucban {

AssignmentPanel::AssignmentPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_desk(bench.database), m_notice(new NoticeBar(this)), m_headline(new QLabel(this)),
      m_search(new SearchField(tr("Unit, code, or ward by its new or old name"), this)), m_model(new UnitTreeModel(this)), m_tree(new QTreeView(this)),
      m_form(new ForwardForm(bench.me.name, this)), m_forwards(new ForwardsList(this)), m_proposals(new ProposalsList(this)), m_forwardsTitle(new QLabel(tr("Who has the case"), this))
{
    setObjectName(u"assignmentPanel"_s);
    makeLayout();
    makeActions();
    makeMatterActions();
    m_search->setDelay(60); // a list in memory: no need to wait for the typist
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new UnitDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(Theme::space(3));
    m_tree->setMouseTracking(true);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setAccessibleName(tr("Units"));
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) { pick(index, true); });
    connect(m_search, &SearchField::queryChanged, this, &AssignmentPanel::search);
    connect(m_search, &SearchField::leftDown, this, [this] {
        m_tree->setCurrentIndex(m_model->firstUnit());
        m_tree->setFocus();
    });
    connect(m_form, &ForwardForm::forwardWanted, this, &AssignmentPanel::forward);
    connect(m_form, &ForwardForm::edited, this, &AssignmentPanel::keepDraft);
    connectMatters();
    connect(m_forwards, &ForwardsList::replyFileWanted, this, [this](const AnswerFile &file) {
        m_bench.places.open({u"reply_file"_s, file.id.value, file.name, {}});
    });
    connect(m_forwards, &ForwardsList::fileWanted, this, &AssignmentPanel::openFile);
    m_again.setSingleShot(true);
    m_again.setInterval(40); // one step of a case sends several notices
    connect(&m_again, &QTimer::timeout, this, &AssignmentPanel::load);
    connect(&m_bench.changes, &ChangeListener::changed, this, [this](const Change &change) {
        if (change.kind == u"admin")
            m_haveDirectory = false;
        if (change.kind == u"admin" || ((change.kind == u"case" || change.kind == u"assignment") && change.id == m_case.value))
            m_again.start();
    });
    connect(&m_bench.changes, &ChangeListener::mayHaveMissedSome, this, [this] {
        m_haveDirectory = false;
        m_again.start();
    });
}

void AssignmentPanel::makeLayout()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget(scroll);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(3));
    column->setSpacing(Theme::space(2));
    m_headline->setWordWrap(true);
    m_headline->setTextFormat(Qt::PlainText);
    m_forwardsTitle->setFont(Theme::bold());
    m_left = new QWidget(inside);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(Theme::space(1));
    left->addWidget(m_search);
    left->addWidget(m_tree, 1);
    m_tree->setMinimumHeight(Theme::lineHeight(font()) * 9);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(Theme::space(4));
    m_columns->addWidget(m_left, 11);
    m_columns->addWidget(m_form, 10);
    m_left->setVisible(m_bench.me.role != u"admin"); // who reads only sees who has the case
    m_form->setVisible(m_bench.me.role != u"admin");
    column->addWidget(m_headline);
    column->addWidget(m_proposals);
    auto *titleRow = new QHBoxLayout;
    m_slips = new QPushButton(tr("Transfer slips…"), inside);
    m_slips->setObjectName(u"caseSlips"_s);
    m_slips->hide();
    connect(m_slips, &QPushButton::clicked, this, &AssignmentPanel::openSlips);
    titleRow->addWidget(m_forwardsTitle, 1);
    titleRow->addWidget(m_slips);
    column->addLayout(titleRow);
    column->addWidget(m_forwards);
    column->addLayout(m_columns, 1);
    scroll->setWidget(inside);
    outer->addWidget(m_notice);
    outer->addWidget(scroll, 1);
}

void AssignmentPanel::makeActions()
{
    m_bench.actions.add(u"assignment.send"_s).text(tr("Send to the chosen units")).hint(tr("Forwards the case with deadline and instruction."))
        .icon(u"document-send"_s).menu(u"case"_s).place(u"cases"_s).keys(QList<QKeySequence>{QKeySequence(u"Ctrl+Return"_s), QKeySequence(u"Ctrl+Enter"_s)})
        .in(this).enabledWhen([this] { return mayForward(); }).run(this, &AssignmentPanel::forward);
    m_bench.actions.add(u"assignment.find_unit"_s).text(tr("Find a unit")).menu(u"case"_s).place(u"cases"_s).keys(QKeySequence(u"Ctrl+F"_s)).in(this)
        .enabledWhen([this] { return bool(m_case); }).run(this, &AssignmentPanel::beginSearch);
    m_bench.actions.add(u"assignment.slips"_s).text(tr("Transfer slips of this case")).icon(u"document-print"_s).menu(u"case"_s).place(u"cases"_s)
        .enabledWhen([this] { return bool(m_case) && !m_room.assignments.isEmpty(); }).run(this, &AssignmentPanel::openSlips);
}

/// The papers that go with the forwards: prepared, signed and printed at their place
void AssignmentPanel::openSlips()
{
    m_bench.places.open({u"slips"_s, m_case.value, {}, {}});
}

QString AssignmentPanel::draftKey() const
{
    return u"draft/forward/%1"_s.arg(m_case.value);
}

void AssignmentPanel::showCase(CaseId id)
{
    if (id == m_case)
        return;
    m_case = id;
    m_room = {};
    m_request.clear();
    m_notice->clear();
    m_restoring = true;
    m_form->clear();
    m_restoring = false;
    m_search->ask({});
    if (m_case)
        load();
}

void AssignmentPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_asleep)
        load();
}

void AssignmentPanel::load()
{
    m_asleep = m_case && !isVisible(); // a tab nobody looks at reads nothing
    if (!m_case || m_asleep)
        return;
    if (m_haveDirectory)
        readRoom();
    else
        readDirectory();
}

void AssignmentPanel::readDirectory()
{
    ++m_waiting;
    whenDone(m_desk.directory(), this, [this](const Result<UnitDirectory> &directory) {
        --m_waiting;
        if (!directory)
            return tell(directory.error());
        m_directory = *directory;
        m_haveDirectory = true;
        m_model->setDirectory(m_directory);
        m_form->setDirectory(m_directory);
        readRoom();
    });
}

void AssignmentPanel::readRoom()
{
    ++m_waiting;
    whenDone(m_desk.room(m_case, m_directory, true), this, [this, asked = m_case](const Result<AssignmentRoom> &room) {
        --m_waiting;
        if (asked != m_case)
            return;
        if (!room)
            return tell(room.error());
        showRoom(*room);
    });
}

void AssignmentPanel::showRoom(const AssignmentRoom &room)
{
    const bool first = m_room.subject.id != room.subject.id;
    QList<qint64> proposed{room.subject.aboutUnit.value};
    for (const Suggestion &suggestion : room.suggestions)
        proposed.append(suggestion.unit.value);
    m_room = room;
    const AssignmentCase &subject = room.subject;
    if (subject.category.isEmpty())
        m_headline->setText(tr("Not classified yet. Classify the case first (F2), then it can be forwarded."));
    else
        m_headline->setText(tr("%1 · %2 · %3", "case number, category, urgency").arg(subject.number, assignmentWords::category(subject), assignmentWords::urgency(subject.urgency)));
    m_forwardsTitle->setVisible(!room.assignments.isEmpty());
    m_slips->setVisible(!room.assignments.isEmpty());
    m_forwards->setVisible(!room.assignments.isEmpty());
    const bool admin = m_bench.me.role == u"admin"; // reads only
    m_forwards->showAll(room, m_directory.calendar, {.act = !admin, .decide = m_bench.me.role == u"supervisor"});
    m_proposals->show(admin ? QList<RuleProposal>() : room.proposals, subject);
    m_restoring = true;
    m_form->setCase(subject);
    if (first)
        m_form->setDraft(QJsonDocument::fromJson(m_bench.settings.value(draftKey()).toByteArray()).object());
    m_restoring = false;
    if (std::exchange(m_proposed, proposed) != proposed || first) { // a tree that is made anew forgets where the reader was
        m_model->setSuggestions(room.suggestions, subject.aboutUnit);
        m_tree->expandToDepth(0);
        m_tree->setCurrentIndex(m_model->firstUnit());
    }
    m_bench.actions.refresh();
}

void AssignmentPanel::beginSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void AssignmentPanel::search(const QString &query)
{
    if (m_search->query() != query)
        m_search->ask(query);
    m_model->setQuery(query);
    m_tree->setRootIsDecorated(query.isEmpty());
    m_tree->expandToDepth(0);
    m_tree->setCurrentIndex(m_model->firstUnit());
    m_tree->scrollToTop();
}

void AssignmentPanel::takeFirstSuggestion()
{
    pick(m_model->firstUnit(), true);
}

void AssignmentPanel::pick(const QModelIndex &index, bool lead)
{
    const UnitEntry *unit = m_directory.unit(UnitId{index.data(UnitTreeModel::UnitIdRole).toLongLong()});
    if (!unit)
        return;
    const UnitEntry *successor = m_directory.unit(unit->successor);
    if (!unit->valid) {
        m_notice->tell(Meaning::Soon, {tr("%1 no longer exists.").arg(unit->name), {},
                                       successor ? tr("Its code now belongs to %1: choose that unit.").arg(successor->name)
                                                 : tr("Choose the unit that has its tasks today.")});
        return;
    }
    if (isBehindWall(m_directory, m_room.subject.aboutUnit, unit->id)) {
        m_notice->tell(Meaning::Information, assignmentWords::refusal({Failure::NotAllowed, u"conflict_of_interest"_s, {}, {{u"name"_s, tradeWords::inLanguage(unit->name, unit->nameEn)}}}));
        return;
    }
    const bool hasLead = std::ranges::any_of(m_room.assignments, [](const AssignmentEntry &entry) { return entry.lead && entry.isLive(); });
    if (lead && hasLead) {
        m_notice->tell(Meaning::Information, {tr("The case has a lead unit already, so %1 was added as co-handling.").arg(tradeWords::inLanguage(unit->name, unit->nameEn)), {},
                                              tr("To change the lead, withdraw the present one first.")});
        lead = false;
    } else {
        m_notice->clear();
    }
    m_form->units().pick({unit->id, unit->name, unit->code, lead, unit->nameEn});
    m_bench.actions.refresh();
}

bool AssignmentPanel::mayForward() const
{
    return m_case && !m_sending && !m_form->units().picks().isEmpty();
}

void AssignmentPanel::forward()
{
    if (!mayForward())
        return;
    if (const QString variable = m_form->openVariable(); !variable.isEmpty()) {
        m_notice->tell(Meaning::Soon, {tr("“%1” in the instruction is not filled yet.").arg(variable), tr("Nothing was sent."), tr("Write it in, or take it out.")});
        return;
    }
    if (m_request.isEmpty())
        m_request = newRequest();
    m_sent = m_form->draft();
    m_sending = true;
    m_form->setBusy(true);
    ++m_waiting;
    whenDone(m_desk.forward(m_case, m_room.subject.revision, m_form->units().toForward(), m_form->dueAt(), m_form->instruction(), m_request), this,
             [this, asked = m_case](const Result<> &outcome) {
                 --m_waiting;
                 m_sending = false;
                 m_form->setBusy(false);
                 if (asked == m_case)
                     forwarded(outcome);
                 else if (outcome)
                     m_bench.settings.remove(u"draft/forward/%1"_s.arg(asked.value));
             });
}

void AssignmentPanel::forwarded(const Result<> &outcome)
{
    if (!outcome && outcome.error().kind == Failure::Offline)
        return tell(outcome.error()); // the same request goes again
    m_request.clear();
    if (!outcome)
        return tell(outcome.error());
    QStringList names;
    for (const PickedUnits::Pick &pick : m_form->units().picks())
        names.append(pick.shownName());
    m_form->clear();
    m_bench.settings.remove(draftKey());
    m_search->ask({});
    m_notice->confirm(tr("Forwarded to %1.").arg(names.join(u", "_s)));
    load();
}

void AssignmentPanel::openFile(const AnswerFile &file)
{
    if (m_bench.places.open({u"media"_s, file.id.value, file.name, {}}))
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save a copy of the unit's file"), file.name);
    if (path.isEmpty())
        return;
    ++m_waiting;
    whenDone(m_desk.saveFile(file.id, file.bytes, path), this, [this](const Result<> &outcome) {
        --m_waiting;
        if (outcome)
            m_notice->confirm(tr("The copy is saved. That it was taken is logged."));
        else
            tell(outcome.error());
    });
}

void AssignmentPanel::tell(const Failure &failure)
{
    m_notice->tell(failure.kind == Failure::NotAllowed ? Meaning::Information : Meaning::Soon, assignmentWords::refusal(failure));
    if (failure.code == u"stale_revision" || failure.code == u"wrong_state")
        m_notice->offer(tr("Look again"), [this] { load(); });
    else if ((failure.code == u"not_holder" || failure.code == u"claim_expired") && m_bench.actions.action(u"case.claim"))
        m_notice->offer(tr("Claim it"), [this] { m_bench.actions.trigger(u"case.claim"); });
    else if ((failure.code == u"not_classified" || failure.code == u"wrong_status") && m_bench.actions.action(u"case.classify"))
        m_notice->offer(tr("Classify it"), [this] { m_bench.actions.trigger(u"case.classify"); });
}

void AssignmentPanel::keepDraft()
{
    m_bench.actions.refresh();
    if (m_restoring || !m_room.subject.id)
        return;
    if (!m_sending && m_form->draft() != m_sent)
        m_request.clear(); // other words are another act
    const QJsonObject draft = m_form->draft();
    if (draft.isEmpty())
        m_bench.settings.remove(draftKey());
    else
        m_bench.settings.setValue(draftKey(), QJsonDocument(draft).toJson(QJsonDocument::Compact));
}

bool AssignmentPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tree || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool control = key->modifiers().testFlag(Qt::ControlModifier);
    const bool letter = !control && !key->text().isEmpty() && key->text().at(0).isLetterOrNumber();
    if (event->type() == QEvent::ShortcutOverride) { // in the list Ctrl+Enter adds a unit; it does not send
        if (enter || key->key() == Qt::Key_Space)
            event->accept();
        return enter;
    }
    if (enter || (key->key() == Qt::Key_Space && !control)) {
        pick(m_tree->currentIndex(), enter && !control);
        return true;
    }
    if (letter || key->key() == Qt::Key_Backspace) { // typing goes on in the search
        m_search->setFocus();
        m_search->setText(letter ? m_search->text() + key->text() : m_search->text().chopped(m_search->text().isEmpty() ? 0 : 1));
        return true;
    }
    if (key->key() == Qt::Key_Up && m_tree->currentIndex() == m_model->firstUnit()) {
        m_search->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AssignmentPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() > Theme::space(140);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_tree->doItemsLayout(); // reasons take one line or two
    m_left->setMaximumHeight(wide ? QWIDGETSIZE_MAX : Theme::lineHeight(font()) * 13);
}

} // namespace trucban
