// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/case_view.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "storage/database.h"
#include "ui/cases/action_strip.h"
#include "ui/cases/case_header.h"
#include "ui/cases/case_words.h"
#include "ui/cases/citizen_panel.h"
#include "ui/cases/conversation_view.h"
#include "ui/cases/reason_prompt.h"
#include "ui/cases/reply_composer.h"
#include "ui/cases/reply_files.h"
#include "ui/cases/side_lists.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/memory_splitter.h"
#include "ui/widgets/notice_bar.h"

#include <QItemSelectionModel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace trucban {

CaseView::CaseView(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_desk(bench.database), m_bareStore(bench.database, media::PgMediaStore::Person),
      m_store(m_bareStore, media::CachedMediaStore::folderFor(bench.database.options().host, bench.me.login)), m_pictures(m_store)
{
    makeLayout();
    makePanels();
    connectParts();
    listen();
    say(u"mail-message"_s, tr("No case is open"), tr("Choose one in the inbox, or type its number in the palette (Ctrl+K)."));
    whenDone(m_desk.reference(), this, [this](const Result<CaseReference> &reference) {
        if (!reference)
            return;
        m_reference = *reference;
        m_composer->setTemplates(m_reference.templates);
    });
}

CaseView::~CaseView()
{
    m_composer->flush();
}

void CaseView::makeLayout()
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(this);
    m_page = new QWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    whole->addWidget(m_stack);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space());
    m_header = new CaseHeader(m_bench.me.id, m_page);
    m_strip = new ActionStrip(m_bench.actions, m_page);
    m_strip->setVisible(isStaff());
    m_notice = new NoticeBar(m_page);
    m_prompt = new ReasonPrompt(m_page);
    m_splitter = new MemorySplitter(u"case"_s, m_bench.settings, Qt::Vertical, m_page);
    m_conversation = new ConversationView(m_model, m_pictures, m_bench.actions, m_splitter);
    m_tabs = new QTabWidget(m_splitter);
    m_tabs->setDocumentMode(true);
    m_splitter->addWidget(m_conversation);
    m_splitter->addWidget(m_tabs);
    m_splitter->setChildrenCollapsible(false);
    for (QWidget *piece : std::initializer_list<QWidget *>{m_header, m_strip, m_notice, m_prompt})
        column->addWidget(piece);
    column->addWidget(m_splitter, 1);
    m_splitter->restore({5, 3});
}

void CaseView::makePanels()
{
    m_composer = new ReplyComposer(m_bench.database, m_pictures, DraftJournal::folderFor(m_bench.me.login), m_tabs);
    m_citizen = new CitizenPanel(isStaff() && m_bench.me.role != "admin"_L1, m_tabs);
    m_notes = new NotesPanel(m_tabs);
    m_history = new HistoryPanel(m_tabs);
    const auto add = [this](const QString &id, QWidget *widget, const QString &title) {
        m_tabs->addTab(widget, title);
        m_tabOf.insert(id, widget);
    };
    if (isStaff())
        add(u"reply"_s, m_composer, tr("Reply"));
    for (Place *panel : m_bench.places.all(Place::CasePanel)) {
        if (panel->isFor(m_bench.me))
            add(panel->id(), panel->widget(), panel->title());
    }
    if (isStaff()) {
        add(u"citizen"_s, m_citizen, tr("Citizen"));
        add(u"notes"_s, m_notes, tr("Notes"));
    }
    add(u"history"_s, m_history, tr("History"));
    if (!isStaff()) {
        for (QWidget *unused : std::initializer_list<QWidget *>{m_composer, m_citizen, m_notes})
            unused->hide();
    }
}

void CaseView::connectParts()
{
    connect(m_conversation, &ConversationView::olderWanted, this, &CaseView::loadOlder);
    connect(m_conversation, &ConversationView::retryMediaWanted, this, [this](AttachmentId attachment) {
        act([=, this](const QString &request) { return m_desk.retryMedia(attachment, request); }, tr("It is asked for again."));
    });
    connect(m_conversation, &ConversationView::retrySendWanted, this, [this](const QString &outbox) {
        act([=, this](const QString &request) { return m_desk.retrySend(outbox, request); }, tr("It is sent again."));
    });
    connect(m_conversation, &ConversationView::versionsWanted, this, &CaseView::showVersionsOf);
    connect(m_conversation->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_bench.actions.refresh(); });
    connect(m_conversation, &ConversationView::menuWanted, this, &CaseView::showMessageMenu);
    connect(m_composer, &ReplyComposer::sendWanted, this, &CaseView::send);
    connect(m_composer, &ReplyComposer::draftChanged, this, [this](CaseId id, const ReplyDraft &draft) {
        whenDone(m_desk.saveDraft(id, draft), this, [](const Result<> &) {}); // the local copy stands whatever becomes of this one
    });
    m_composer->setCaseMedia([this] { return m_model.media(); });
    connect(m_composer, &ReplyComposer::fileWanted, this, &CaseView::openMedium);
    connect(m_citizen, &CitizenPanel::identityWanted, this, &CaseView::openIdentity);
    connect(m_citizen, &CitizenPanel::caseWanted, this, [this](CaseId id) { m_bench.places.open(id); });
    connect(m_notes, &NotesPanel::noteWanted, this, [this](const QString &text) {
        act([=, this, id = m_id](const QString &request) { return m_desk.addNote(id, text, request); }, {}, [this] { m_notes->kept(); });
    });
    connect(&m_tick, &QTimer::timeout, this, &CaseView::tick);
    m_tick.start(1000);
    connect(&m_renew, &QTimer::timeout, this, &CaseView::renewLeases);
    if (isStaff())
        m_renew.start(60'000);
}

void CaseView::listen()
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(30);
    connect(&m_soon, &QTimer::timeout, this, &CaseView::load);
    connect(&m_bench.changes, &ChangeListener::changed, this, [this](const Change &change) {
        const bool ours = (change.kind == "case"_L1 || change.kind == "assignment"_L1) && change.id == m_id.value;
        if (m_id && ours)
            m_soon.start();
        if (change.kind == "media"_L1)
            m_composer->files().lookAgain(MediaId{change.id});
        if (change.kind == "admin"_L1) {
            whenDone(m_desk.reference(), this, [this](const Result<CaseReference> &reference) {
                if (reference)
                    m_composer->setTemplates((m_reference = *reference).templates);
            });
        }
    });
    connect(&m_bench.changes, &ChangeListener::mayHaveMissedSome, this, [this] {
        m_composer->files().lookAgain();
        if (m_id)
            m_soon.start();
    });
    connect(&m_bench.places, &PlaceRegistry::wanted, this, [this](Place *place) {
        if (place->where() == Place::CasePanel)
            showTab(place->id());
    });
}

bool CaseView::isStaff() const
{
    return m_bench.me.role != "unit"_L1;
}

QDateTime CaseView::now() const
{
    return m_bench.clock.now().addMSecs(m_clockOffset);
}

bool CaseView::isMine() const
{
    return m_room.subject.isHeldBy(m_bench.me.id, now());
}

void CaseView::say(const QString &icon, const QString &title, const QString &why)
{
    m_empty->say(icon, title, why);
    m_stack->setCurrentWidget(m_empty);
}

void CaseView::open(CaseId id)
{
    if (id == m_id && m_stack->currentWidget() == m_page)
        return;
    m_id = id;
    m_room = {};
    m_loading = m_again = m_loadingOlder = false;
    m_notice->clear();
    m_prompt->leave();
    m_citizen->begin();
    m_notes->begin();
    m_model.begin({});
    m_composer->begin(id);
    for (Place *panel : m_bench.places.all(Place::CasePanel)) {
        if (panel->isFor(m_bench.me))
            panel->open({panel->id(), id.value, {}, {}});
    }
    load();
    if (isStaff()) {
        whenDone(m_desk.draft(id), this, [this, id](const Result<ReplyDraft> &draft) {
            if (draft)
                m_composer->takeServerDraft(id, *draft);
        });
    }
}

void CaseView::openByNumber(const QString &number)
{
    whenDone(m_desk.byNumber(number), this, [this, number](const Result<CaseId> &id) {
        if (id)
            open(*id);
        else
            say(u"dialog-warning"_s, tr("Case %1 is not here").arg(number), caseWords::words(id.error()).happened);
    });
}

void CaseView::load()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    whenDone(m_desk.open(m_id), this, [this, id = m_id](const Result<CaseRoom> &room) {
        if (id != m_id)
            return; // another case was chosen meanwhile
        m_loading = false;
        if (room) {
            take(*room);
        } else if (m_stack->currentWidget() == m_page && m_room.subject.id == id) {
            m_notice->tell(Meaning::Burning, caseWords::words(room.error()));
        } else {
            const FailureWords words = caseWords::words(room.error());
            say(u"dialog-warning"_s, words.happened, words.next);
        }
        if (std::exchange(m_again, false))
            load();
        else
            Q_EMIT loaded();
    });
}

void CaseView::take(const CaseRoom &room)
{
    const bool first = m_room.subject.id != room.subject.id;
    m_room = room;
    m_clockOffset = m_bench.clock.now().msecsTo(room.subject.now);
    if (first) {
        m_model.begin(room.subject.citizen);
        m_conversation->begin();
    }
    m_model.takeNewest(room.newest, room.steps);
    m_citizen->show(room.citizen);
    m_notes->show(room.notes);
    m_history->show(room.steps);
    m_stack->setCurrentWidget(m_page);
    if (first)
        m_conversation->goToEnd();
    refreshState();
}

void CaseView::loadOlder()
{
    if (m_loadingOlder || m_loading || !m_model.oldest())
        return;
    m_loadingOlder = true;
    whenDone(m_desk.older(m_id, *m_model.oldest()), this, [this, id = m_id](const Result<MessagePage> &page) {
        m_loadingOlder = false;
        if (id != m_id)
            return;
        if (page)
            m_model.takeOlder(*page);
        else
            m_notice->tell(Meaning::Burning, caseWords::words(page.error()));
    });
}

void CaseView::refreshState()
{
    m_header->show(m_room.subject, now());
    m_composer->show(m_room, now(), isMine());
    m_strip->setNext(isStaff() ? ActionStrip::nextOf(m_room.subject, isMine()) : QString());
    m_bench.actions.refresh();
}

void CaseView::tick()
{
    if (!m_room.subject.id || !isVisible())
        return;
    m_header->refreshClock(now());
    m_composer->refreshClock(now());
}

/// All cases in this person's hand, not only the one on screen: a lease ends when the desk dies, not when one looks elsewhere.
void CaseView::renewLeases()
{
    whenDone(m_desk.renewAll(m_bench.me.id), this, [this](const Result<QHash<CaseId, QDateTime>> &renewed) {
        if (!renewed || !m_room.subject.id)
            return;
        if (const QDateTime until = renewed->value(m_id); until.isValid())
            m_room.subject.leaseUntil = until;
        else if (m_room.subject.holder == m_bench.me.id)
            load();
        refreshState();
    });
}

void CaseView::showTab(const QString &name)
{
    if (QWidget *widget = m_tabOf.value(name))
        m_tabs->setCurrentWidget(widget);
}

QStringList CaseView::tabs() const
{
    return m_tabOf.keys();
}

} // namespace trucban
