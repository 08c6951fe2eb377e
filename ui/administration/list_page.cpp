// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/list_page.h"

#include "base/when_done.h"
#include "ui/administration/administration_words.h"
#include "ui/administration/import_panel.h"
#include "ui/administration/record_form.h"
#include "ui/administration/table_model.h"
#include "ui/administration/tree_fold.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/memory_splitter.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/search_field.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>

namespace trucban {

namespace {

// children stand to the right of their parents, branches have an arrow
class IndentDelegate : public QStyledItemDelegate
{
public:
    IndentDelegate(TreeFold *fold, QObject *parent) : QStyledItemDelegate(parent), m_fold(fold) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem moved = option;
        moved.rect.adjust(indent(index), 0, 0, 0);
        QStyledItemDelegate::paint(painter, moved, index);
        if (!m_fold || !m_fold->hasChildren(index.row()) || !static_cast<const AdminTableModel *>(index.model())->filter().isEmpty())
            return;
        const int side = Theme::space(3);
        const QRect arrow(option.rect.left() + indent(index) - side - 2, option.rect.center().y() - side / 2, side, side);
        Theme::icon(m_fold->isFolded(index.row()) ? u"go-next"_s : u"go-down"_s, Meaning::Quiet).paint(painter, arrow);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + indent(index), size.height()};
    }

private:
    int indent(const QModelIndex &index) const { return TreeFold::indentOf(index.data(AdminTableModel::DepthRole).toInt()) + (m_fold ? Theme::space(4) : 0); }

    TreeFold *m_fold;
};

// templates are the supervisors' words too, and who heads a unit they know first; all else is the administrator's
bool mayChangeList(const QString &role, AdminList list)
{
    return role == u"admin" || (role == u"supervisor" && (list == AdminList::Templates || list == AdminList::Heads));
}

} // namespace

ListPage::ListPage(Workbench &bench, const AdminListSpec &spec, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_desk(bench.database), m_spec(spec), m_mayChange(mayChangeList(bench.me.role, spec.list)),
      m_model(new AdminTableModel(bench.database, spec, this)), m_notice(new NoticeBar(this)), m_search(new SearchField(tr("Search in this list"), this)),
      m_table(new QTableView(this)), m_rows(new QStackedWidget(this)), m_empty(new EmptyState(this)),
      m_panes(new MemorySplitter(u"administration/"_s + spec.id, bench.settings, Qt::Horizontal, this)), m_side(new QStackedWidget(this)),
      m_form(new RecordForm(bench.database, spec, m_mayChange, this)), m_top(new QWidget(this))
{
    setObjectName(u"administration."_s + spec.id);
    if (bench.me.role == u"admin" && sheetOf(spec.list))
        m_import = new ImportPanel(bench.database, spec, this);
    makeTop();
    makeTable();
    if (m_fold) {
        connect(m_fold, &TreeFold::changed, this, [this] {
            findChild<QPushButton *>(u"foldAll"_s)->setText(m_fold->anyFolded() ? tr("Unfold all") : tr("Fold all"));
        });
    }
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_empty);
    m_side->addWidget(m_form);
    if (m_import)
        m_side->addWidget(m_import);
    m_side->hide();
    m_panes->addWidget(m_rows);
    m_panes->addWidget(m_side);
    m_panes->setChildrenCollapsible(false);
    m_panes->restore({3, 2});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_top);
    column->addWidget(m_panes, 1);
    m_again.setSingleShot(true);
    m_again.setInterval(60);
    connect(&m_again, &QTimer::timeout, m_model, &AdminTableModel::reload);
    connect(m_search, &SearchField::queryChanged, m_model, &AdminTableModel::setFilter);
    connect(m_search, &SearchField::leftDown, this, [this] {
        m_table->selectRow(0);
        m_table->setFocus();
    });
    connect(m_model, &AdminTableModel::reloaded, this, &ListPage::modelReloaded);
    connect(m_model, &AdminTableModel::refused, this, [this](const Failure &failure) { m_notice->tell(failure); });
    connect(m_form, &RecordForm::closed, m_side, &QWidget::hide);
    connect(m_form, &RecordForm::saved, this, [this](const QString &words) {
        m_side->hide();
        m_notice->confirm(words);
        m_again.start();
    });
    if (m_import) {
        connect(m_import, &ImportPanel::closed, m_side, &QWidget::hide);
        connect(m_import, &ImportPanel::imported, this, [this](int lines, const DueMoves &moves) {
            m_side->setVisible(m_import->showsPasswords());
            const QString words = lines == 1 ? tr("1 line imported.") : tr("%1 lines imported.").arg(lines);
            m_notice->confirm(moves.moved == 0 ? words : words + u' ' + administrationWords::dueMoves(moves));
            m_again.start();
        });
    }
    readCodes();
    m_model->reload();
}

void ListPage::makeTop()
{
    auto *row = new QHBoxLayout(m_top);
    row->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    row->addWidget(m_search, 1);
    const auto button = [&](const QString &icon, const QString &words, auto run) {
        auto *made = new QPushButton(Theme::icon(icon), words, m_top);
        connect(made, &QPushButton::clicked, this, run);
        row->addWidget(made);
    };
    if (m_spec.isTree()) {
        auto *fold = new QPushButton(tr("Fold all"), m_top);
        fold->setObjectName(u"foldAll"_s);
        connect(fold, &QPushButton::clicked, this, [this] { m_fold->anyFolded() ? m_fold->unfoldAll() : m_fold->foldAll(); });
        row->addWidget(fold);
    }
    if (m_mayChange && !m_spec.addVerb.isEmpty())
        button(u"list-add"_s, m_spec.addVerb, [this] { addNew(); });
    if (m_import)
        button(u"document-import"_s, tr("Import CSV…"), [this] { chooseFile(); });
    button(u"document-export"_s, tr("Export CSV…"), [this] { exportFile(); });
}

void ListPage::makeTable()
{
    m_table->setObjectName(u"adminTable"_s);
    m_table->setModel(m_model);
    if (m_spec.isTree())
        m_fold = new TreeFold(m_table, m_model);
    m_table->setItemDelegateForColumn(0, new IndentDelegate(m_fold, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(Theme::lineHeight(font()) + Theme::space(2));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setAccessibleName(m_spec.title);
    addListKeys(m_table);
    connect(m_table, &QTableView::clicked, this, &ListPage::showRow);
    connect(m_table, &QTableView::activated, this, &ListPage::showRow);
}

void ListPage::begin()
{
    m_search->setFocus();
}

bool ListPage::isSettled() const
{
    return m_waiting == 0 && m_model->isSettled() && m_form->isSettled() && (!m_import || m_import->isSettled());
}

void ListPage::readCodes()
{
    for (const auto [list, kind] : {std::pair(AdminList::Units, AdminField::UnitCode), std::pair(AdminList::Categories, AdminField::CategoryCode),
                                   std::pair(AdminList::Tracks, AdminField::TrackCode), std::pair(AdminList::Calendars, AdminField::CalendarCode)}) {
        if (!std::ranges::contains(m_spec.fields, kind, &AdminField::kind))
            continue;
        ++m_waiting;
        whenDone(m_desk.page(list, {}, {}, 5000), this, [this, kind](const Result<AdminPage> &page) {
            --m_waiting;
            if (!page)
                return;
            QList<AdminField::Word> codes;
            for (const AdminRecord &record : page->records) {
                const QString code = record.fields[u"code"].toString();
                if (record.fields[u"valid_to"].toString().isEmpty() && !record.fields[u"retired"].toBool())
                    codes.append({code, u"%1 – %2"_s.arg(code, record.fields[u"name"].toString())});
            }
            m_form->setCodes(kind, codes);
        });
    }
}

void ListPage::refreshAll()
{
    m_again.start();
    if (!m_form->isDirty())
        readCodes();
}

void ListPage::modelReloaded()
{
    const bool nothing = m_model->rowCount() == 0;
    if (nothing && m_model->filter().isEmpty())
        m_empty->say(m_spec.icon, m_spec.empty.isEmpty() ? tr("Nothing here yet.") : m_spec.empty, {});
    else if (nothing)
        m_empty->say(u"search"_s, tr("No row of this list fits “%1”.").arg(m_model->filter()), tr("Try fewer letters; marks are not needed."));
    m_rows->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_table);
    if (m_spec.list == AdminList::People && m_mayChange && m_model->filter().isEmpty() && m_model->rowCount() == 1) {
        m_notice->tell(Meaning::Information, {tr("Only you are known here yet."), {}, tr("Add the officers, the supervisors and the units' people: each signs in with a login of their own.")});
        m_notice->offer(tr("Add a person"), [this] { addNew(); });
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column + 1 < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + Theme::space(2), Theme::space(90)));
    if (m_wantedRow >= 0)
        openRow(std::exchange(m_wantedRow, -1));
    if (m_side->isVisible() && m_form->recordId() > 0) { // keep the row that is open marked
        if (const QModelIndex index = m_model->indexOf(m_form->recordId()); index.isValid()) {
            m_table->setCurrentIndex(index);
            if (const AdminRecord *now = m_model->record(index); !m_form->isDirty() && now)
                m_form->edit(*now);
        }
    }
}

void ListPage::showRow(const QModelIndex &index)
{
    const AdminRecord *record = m_model->record(index);
    if (!record || (m_side->isVisible() && m_form->recordId() == record->id))
        return;
    if (m_side->isVisible() && m_side->currentWidget() == m_form && m_form->isDirty()) {
        m_notice->tell(Meaning::Soon, {tr("The row beside is not saved yet."), tr("What you typed is kept."), tr("Save or close it first.")});
        return;
    }
    showSide(m_form);
    m_form->edit(*record);
}

void ListPage::showSide(QWidget *widget)
{
    m_side->setCurrentWidget(widget);
    m_side->show();
}

void ListPage::openRow(int row)
{
    if (!m_model->isSettled()) { // when it is there
        m_wantedRow = row;
        return;
    }
    m_table->selectRow(row);
    showRow(m_model->index(row, 0));
}

void ListPage::search(const QString &words)
{
    m_search->ask(words);
}

void ListPage::addNew()
{
    if (!m_mayChange || m_spec.addVerb.isEmpty())
        return;
    m_table->clearSelection();
    showSide(m_form);
    m_form->beginNew();
}

void ListPage::chooseFile()
{
    if (const QString path = QFileDialog::getOpenFileName(this, tr("CSV file to import"), {}, tr("CSV files (*.csv)")); !path.isEmpty())
        tryFile(path);
}

void ListPage::tryFile(const QString &path)
{
    if (!m_import)
        return;
    showSide(m_import);
    m_import->tryFile(path);
}

void ListPage::exportFile()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export this list"), m_spec.id + u".csv"_s, tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        exportTo(path);
}

void ListPage::exportTo(const QString &path)
{
    ++m_waiting;
    whenDone(m_desk.exportTo(m_spec.list, m_spec.columns(), path), this, [this](const Result<int> &written) {
        --m_waiting;
        if (written)
            m_notice->confirm(*written == 1 ? tr("1 row written.") : tr("%1 rows written.").arg(*written));
        else
            m_notice->tell(Meaning::Soon, administrationWords::refusal(written.error()));
    });
}

} // namespace trucban
