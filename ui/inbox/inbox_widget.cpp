// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_widget.h"

#include "base/when_done.h"
#include "storage/change_listener.h"
#include "ui/frame/action_registry.h"
#include "ui/frame/place_registry.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/inbox_delegate.h"
#include "ui/inbox/inbox_list.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/keep_filter_dialog.h"
#include "ui/inbox/thumbnails.h"
#include "ui/inbox/views_pane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace trucban {

InboxWidget::InboxWidget(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_feed(bench.database, bench.me), m_thumbnails(new Thumbnails(m_feed, this)),
      m_model(new InboxModel(m_feed, &bench.changes, this)), m_delegate(new InboxDelegate(bench.me, bench.clock, *m_thumbnails, this)),
      m_views(new ViewsPane(bench.me, this)), m_bar(new FilterBar(this)), m_notice(new NoticeBar(this)), m_stack(new QStackedWidget(this)),
      m_list(new InboxList(*m_model, this)), m_empty(new EmptyState(this))
{
    m_list->setItemDelegate(m_delegate);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_bar);
    right->addWidget(m_notice);
    right->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_views);
    row->addLayout(right, 1);
    if (bench.me.isUnit())
        m_bar->hideUnits();

    connect(m_views, &ViewsPane::viewChosen, this, &InboxWidget::showView);
    connect(m_views, &ViewsPane::savedChosen, this, [this](const SavedFilter &saved) { showFilter(saved.filter); });
    connect(m_views, &ViewsPane::forgetWanted, this, &InboxWidget::forgetFilter);
    connect(m_bar, &FilterBar::changed, this, &InboxWidget::apply);
    connect(m_bar, &FilterBar::saveWanted, this, &InboxWidget::keepFilter);
    connect(m_bar, &FilterBar::leftDown, this, &InboxWidget::focusList);
    connect(m_list, &InboxList::chosen, this, &InboxWidget::open);
    connect(m_list, &InboxList::entered, this, &InboxWidget::open);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, &m_bench.actions, &ActionRegistry::refresh);
    connect(m_model, &InboxModel::loaded, this, &InboxWidget::showLoaded);
    connect(m_model, &InboxModel::moved, this, &InboxWidget::showLoaded);
    connect(m_model, &InboxModel::failed, this, [this](const Failure &failure) {
        m_notice->tell(failure);
        m_notice->offer(tr("Try again"), [this] { m_model->setFilter(m_filter); });
    });
    connect(m_thumbnails, &Thumbnails::arrived, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_bar->hasFilters())
            m_bar->clear();
        else
            showView(u"all"_s);
    });
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(700);
    connect(&m_countSoon, &QTimer::timeout, this, &InboxWidget::readCounts);
    const auto countSoon = [this] {
        if (!m_countSoon.isActive())
            m_countSoon.start();
    };
    connect(&bench.changes, &ChangeListener::changed, this, [this, countSoon](const Change &change) {
        countSoon();
        if (change.kind == u"admin") // a supervisor may have given everybody a filter
            readSaved();
    });
    connect(&bench.changes, &ChangeListener::mayHaveMissedSome, this, [this, countSoon] { // connected again
        m_notice->clear();
        if (!m_choicesKnown)
            readChoices();
        readSaved();
        countSoon();
    });
    makeActions();
    readChoices();
    readCounts();
    readSaved();
    showView(m_bench.settings.value(u"inbox/view"_s, ViewsPane::viewsFor(bench.me).first()).toString());
}

void InboxWidget::makeActions()
{
    ActionRegistry &actions = m_bench.actions;
    const QString inbox = u"inbox"_s;
    actions.add(u"inbox.search"_s).text(tr("Search")).icon(u"search"_s).menu(inbox).place(inbox).keys(Qt::Key_F3).run(this, [this] {
        m_bench.places.go(u"inbox");
        m_bar->search().setFocus();
        m_bar->search().selectAll();
    });
    actions.add(u"inbox.next_burning"_s).text(tr("Next burning case")).icon(u"appointment-reminder"_s).menu(inbox).keys(Qt::Key_F6).run(
        this, &InboxWidget::nextBurning);
    actions.add(u"inbox.claim"_s).text(tr("Claim the selected case")).icon(u"dialog-ok-apply"_s).menu(inbox).place(inbox).keys(Qt::Key_N).in(m_list)
        .enabledWhen([this] { return m_bench.me.isStaff() && m_list->currentCase(); }).run(this, &InboxWidget::claimCurrent);
    // Ctrl+K is the palette everywhere, so rows go by letters where nothing is typed, and by Ctrl+J and Ctrl+Shift+J
    actions.add(u"inbox.row_down"_s).text(tr("Next case")).icon(u"go-down"_s).menu(inbox).place(inbox).keys({QKeySequence(Qt::Key_J), QKeySequence(u"Ctrl+J"_s)}).in(m_list).run(this, [this] { moveRow(m_list, 1); });
    actions.add(u"inbox.row_up"_s).text(tr("Case before")).icon(u"go-up"_s).menu(inbox).place(inbox).keys({QKeySequence(Qt::Key_K), QKeySequence(u"Ctrl+Shift+J"_s)}).in(m_list).run(this, [this] { moveRow(m_list, -1); });
    actions.add(u"inbox.top"_s).text(tr("To the top of the list")).icon(u"go-top"_s).menu(inbox).place(inbox).keys(QKeySequence(u"Ctrl+Home"_s)).in(m_list).run(
        m_list, &InboxList::toTop);
    actions.add(u"inbox.refresh"_s).text(tr("Read the list anew")).icon(u"view-refresh"_s).menu(inbox).place(inbox).keys(QKeySequence(u"Ctrl+Shift+R"_s)).run(
        m_model, &InboxModel::reload);
    actions.add(u"inbox.keep_filter"_s).text(tr("Keep this filter…")).icon(u"bookmark-new"_s).menu(inbox).place(inbox).keys(QKeySequence(u"Ctrl+D"_s)).run(
        this, &InboxWidget::keepFilter);
    actions.add(u"inbox.clear"_s).text(tr("Clear search and filters")).icon(u"edit-clear-all"_s).menu(inbox).place(inbox).keys(Qt::Key_Escape).in(m_list).run(
        m_bar, &FilterBar::clear);
    for (const QString &view : ViewsPane::viewsFor(m_bench.me)) {
        actions.add(u"inbox.view."_s + view).text(tr("Inbox: %1").arg(m_views->nameOf(view))).menu(inbox).place(inbox).run(this, [this, view] {
            m_bench.places.go(u"inbox");
            showView(view);
        });
    }
    for (int position = 1; position <= 9; ++position) {
        actions.add(u"inbox.saved.%1"_s.arg(position)).text(tr("Saved filter %1").arg(position)).menu(u"inbox"_s).place(inbox).keys(QKeySequence(u"Ctrl+%1"_s.arg(position)))
            .enabledWhen([this, position] { return m_views->saved().size() >= position; }).run(this, [this, position] { useSaved(position); });
    }
}

void InboxWidget::showView(const QString &view)
{
    InboxFilter wanted = m_bar->read(m_filter);
    wanted.view = view;
    m_bench.settings.setValue(u"inbox/view"_s, view);
    if (view == u"all" || view == u"told" || view == u"done")
        wanted.sort = InboxSort::Newest; // nothing burns there
    else if (m_filter.view == u"all" || m_filter.view == u"told" || m_filter.view == u"done")
        wanted.sort = InboxSort::BurnsFirst;
    showFilter(wanted);
}

void InboxWidget::showFilter(const InboxFilter &filter)
{
    m_bar->show(filter);
    m_views->mark(filter.view);
    m_filter = filter;
    apply();
}

void InboxWidget::apply()
{
    m_filter = m_bar->read(m_filter);
    if (m_filter.view == u"all" && m_filter.sort == InboxSort::BurnsFirst && !m_bench.me.isUnit()) { // the done ones have no clock
        m_filter.sort = InboxSort::Newest;
        m_bar->show(m_filter);
    }
    m_delegate->setQuery(m_filter.text);
    m_notice->clear();
    m_model->setFilter(m_filter);
}

void InboxWidget::openTarget(const QString &view, const QJsonObject &facts)
{
    if (!m_choicesKnown) {
        m_pending = facts;
        m_pending.insert(u"view"_s, view);
        return;
    }
    InboxFilter wanted = InboxFilter::fromJson(facts);
    wanted.view = view.isEmpty() ? u"all"_s : view;
    if (wanted.view == u"all" && facts.value(u"open").toBool())
        wanted.view = u"open"_s;
    if (wanted.view == u"all")
        wanted.sort = InboxSort::Newest;
    const auto byCode = [&](const QString &name, const QList<InboxChoice> &choices) -> qint64 {
        const QString code = facts.value(name).toString();
        const auto found = std::ranges::find(choices, code, &InboxChoice::code);
        return code.isEmpty() || found == choices.end() ? facts.value(name).toInteger() : found->id;
    };
    wanted.category = CategoryId{byCode(u"category"_s, m_bar->choices().categories)};
    if (facts.contains(u"category") && facts.value(u"category").toString().isEmpty() && !wanted.category)
        wanted.category = InboxFilter::unclassified;
    wanted.unit = UnitId{byCode(u"unit"_s, m_bar->choices().units)};
    wanted.area = AreaId{byCode(u"area"_s, m_bar->choices().areas)};
    showFilter(wanted);
}

void InboxWidget::readChoices()
{
    whenDone(m_feed.choices(), this, [this](const Result<InboxChoices> &choices) {
        if (!choices) {
            m_notice->tell(choices.error());
            return;
        }
        m_bar->setChoices(*choices);
        m_choicesKnown = true;
        m_bar->show(m_filter);
        if (const QJsonObject pending = std::exchange(m_pending, {}); !pending.isEmpty())
            openTarget(pending.value(u"view").toString(), pending);
    });
}

void InboxWidget::readCounts()
{
    whenDone(m_feed.counts(), this, [this](const Result<QJsonObject> &counts) {
        if (!counts)
            return; // the window already says that the connection is lost
        m_views->showCounts(*counts);
        Q_EMIT badgeChanged();
    });
}

void InboxWidget::readSaved()
{
    whenDone(m_feed.savedFilters(), this, [this](const Result<QList<SavedFilter>> &saved) {
        if (saved)
            m_views->showSaved(*saved);
        m_bench.actions.refresh();
    });
}

void InboxWidget::showLoaded()
{
    m_everLoaded = true;
    const bool empty = m_model->rowCount() == 0 && !m_model->isLoading();
    if (empty)
        sayWhyEmpty();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_list);
}

void InboxWidget::sayWhyEmpty()
{
    const QString view = m_views->nameOf(m_filter.view);
    if (m_bar->hasFilters())
        m_empty->say(u"edit-find"_s, tr("Nothing fits the search and filters in “%1”").arg(view),
                     tr("Fewer words or another view find more. Words without marks find every spelling."), tr("Clear search and filters"));
    else if (m_filter.view == u"mine")
        m_empty->say(u"user-identity"_s, tr("You hold no case"), tr("Claim a case and it lies here until it is done, forwarded or released."), tr("Show all"));
    else if (m_filter.view == u"overdue")
        m_empty->say(u"dialog-ok-apply"_s, tr("Nothing is overdue"), tr("Cases whose clock has run out appear here first."), tr("Show all"));
    else if (m_filter.view == u"new")
        m_empty->say(u"mail-read"_s, tr("Nothing is waiting to be taken in"), tr("A citizen's message appears here by itself the moment it arrives."), tr("Show all"));
    else if (m_bench.me.isUnit())
        m_empty->say(u"mail-read"_s, tr("No case lies with your unit in “%1”").arg(view), tr("The command centre forwards cases to your unit; they appear here by themselves."));
    else
        m_empty->say(u"mail-read"_s, tr("No case is in “%1”").arg(view), tr("Cases come here by themselves when they reach this step."), tr("Show all"));
}

void InboxWidget::open(CaseId id)
{
    m_bench.actions.refresh();
    m_bench.places.open(id);
}

void InboxWidget::claimCurrent()
{
    const CaseId id = m_list->currentCase();
    if (!id)
        return;
    whenDone(m_feed.claim(id), this, [this](const Result<QJsonObject> &answer) {
        if (answer)
            m_notice->confirm(tr("Case %1 is yours.").arg(answer->value(u"number").toString()));
        else if (answer.error().code == u"held_by_other")
            m_notice->tell(Meaning::Soon, {tr("%1 already holds this case.").arg(answer.error().facts.value(u"holder_name").toString()),
                                           tr("Nothing was changed."), tr("Take another one, or ask the colleague to release it.")});
        else
            m_notice->tell(answer.error());
    });
}

void InboxWidget::nextBurning()
{
    m_bench.places.go(u"inbox");
    if (m_filter.sort != InboxSort::BurnsFirst || m_filter.isSearch() || m_filter.view == u"all") {
        InboxFilter burning;
        burning.view = u"overdue"_s;
        showFilter(burning);
        focusList();
        return;
    }
    const int next = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + 1 : 0;
    const bool burns = next < m_model->rowCount() && m_model->row(next).burnsAt.isValid();
    m_list->setCurrentIndex(m_model->index(burns ? next : 0));
    focusList();
}

void InboxWidget::keepFilter()
{
    auto *dialog = new KeepFilterDialog(m_filter.text, m_bench.me.role == u"supervisor", window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeepFilterDialog::wanted, this, &InboxWidget::keep);
    dialog->open();
}

void InboxWidget::keep(const QString &name, bool shared)
{
    const SavedFilter saved{0, name, m_filter, int(m_views->saved().size()), shared};
    whenDone(m_feed.saveFilter(saved), this, [this, name, shared](const Result<qint64> &id) {
        if (!id) {
            m_notice->tell(id.error());
            return;
        }
        m_notice->confirm(shared ? tr("Everybody now has the filter “%1”.").arg(name) : tr("The filter “%1” is kept.").arg(name));
        readSaved();
    });
}

void InboxWidget::forgetFilter(qint64 id)
{
    whenDone(m_feed.forgetFilter(id), this, [this](const Result<> &done) {
        if (!done)
            m_notice->tell(done.error());
        readSaved();
    });
}

void InboxWidget::useSaved(int position)
{
    m_bench.places.go(u"inbox");
    showFilter(m_views->saved().at(position - 1).filter);
}

void InboxWidget::focusList()
{
    m_list->setFocus();
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

bool InboxWidget::isSettled() const
{
    return m_everLoaded && m_choicesKnown && !m_model->isLoading() && !m_thumbnails->isLoading();
}

qint64 InboxWidget::badge() const
{
    return m_views->countOf(m_bench.me.isUnit() ? u"unconfirmed"_s : u"new"_s);
}

/// The views give way first: what the inbox needs at least is what it needs with them folded.
QSize InboxWidget::minimumSizeHint() const
{
    return QWidget::minimumSizeHint() - QSize(m_views->width() - std::min(m_views->width(), ViewsPane::foldedWidth()), 0);
}

void InboxWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_views->setFolded(width() < Theme::space(190));
}

} // namespace trucban
