// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/slips_page.h"

#include "base/when_done.h"
#include "desk/request.h"
#include "paper/slip.h"
#include "ui/duty/duty_layout.h"
#include "ui/duty/duty_tables.h"
#include "ui/duty/duty_words.h"
#include "ui/duty/export_bar.h"
#include "ui/duty/page_view.h"
#include "ui/frame/place_registry.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/trade_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QPushButton>

namespace trucban {

SlipsPage::SlipsPage(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_desk(bench.database), m_notice(new NoticeBar(this))
{
    m_title = dutyTables::heading({});
    m_all = new QPushButton(tr("Show all"));
    m_days = new QComboBox;
    m_days->setAccessibleName(tr("How far back"));
    for (const int days : {1, 7, 31, 366})
        m_days->addItem(days == 1 ? tr("Today and yesterday") : tr("The last %1 days").arg(days), days);
    m_days->setCurrentIndex(1);
    m_table = dutyTables::made(u"slips"_s, tr("Transfer slips"), {tr("Case"), tr("Unit"), tr("Number"), tr("State"), tr("Forwarded")}, 1);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_withName = new QCheckBox(tr("With the citizen's name (opened in the case before)"));
    m_prepare = new QPushButton(tr("Prepare"));
    m_prepare->setObjectName(u"prepareSlip"_s);
    m_sign = new QPushButton(Theme::icon(u"document-sign"_s), tr("Sign"));
    m_sign->setObjectName(u"signSlip"_s);
    m_receive = new QPushButton(tr("Received…"));
    m_receive->setObjectName(u"receiveSlip"_s);
    m_void = new QPushButton(tr("Make void…"));
    m_void->setObjectName(u"voidSlip"_s);
    m_pages = new PageView;
    m_export = new ExportBar(m_desk, *m_notice);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(3), Theme::space(3));
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_days);
    top->addWidget(m_all);
    auto *acts = new QHBoxLayout;
    for (QPushButton *button : {m_prepare, m_sign, m_receive, m_void})
        acts->addWidget(button);
    acts->addStretch(1);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_withName);
    column->addLayout(acts);
    dutyLayout::fill(this, m_notice, left, {6, 640}, dutyLayout::paperSide(m_pages, m_export), {5, 500});
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &SlipsPage::choose);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &SlipsPage::openCase);
    connect(m_all, &QPushButton::clicked, this, [this] { showCase({}); });
    connect(m_days, &QComboBox::activated, this, &SlipsPage::read);
    connect(m_prepare, &QPushButton::clicked, this, &SlipsPage::prepare);
    connect(m_sign, &QPushButton::clicked, this, &SlipsPage::sign);
    connect(m_receive, &QPushButton::clicked, this, &SlipsPage::receive);
    connect(m_void, &QPushButton::clicked, this, &SlipsPage::makeVoid);
    connect(m_pages, &PageView::refused, this, [this](const Failure &failure) { dutyWords::tell(*m_notice, failure); });
    const bool unit = bench.me.isUnit();
    for (QWidget *part : {static_cast<QWidget *>(m_withName), static_cast<QWidget *>(m_prepare), static_cast<QWidget *>(m_sign)})
        part->setVisible(!unit && bench.me.role != u"admin");
    m_void->setVisible(bench.me.role == u"supervisor");
    m_receive->setVisible(bench.me.role != u"admin");
    m_receive->setText(unit ? tr("Received") : tr("Received…"));
    choose();
}

bool SlipsPage::isSettled() const
{
    return m_read && m_waiting == 0 && m_pages->isSettled() && m_export->isSettled();
}

void SlipsPage::showCase(CaseId id)
{
    m_case = id;
    m_table->clearSelection();
    read();
}

void SlipsPage::read()
{
    ++m_waiting;
    const int asked = ++m_asked;
    whenDone(m_desk.slips(m_case, m_bench.clock.now().addDays(-m_days->currentData().toInt())), this, [this, asked](const Result<QList<SlipRow>> &rows) {
        --m_waiting;
        m_read = true;
        if (asked != m_asked)
            return;
        if (!rows)
            return dutyWords::tell(*m_notice, rows.error());
        show(*rows);
    });
}

void SlipsPage::show(const QList<SlipRow> &rows)
{
    QList<std::pair<qint64, qint64>> kept;
    for (const SlipRow &row : selection())
        kept.append({row.assignment, row.slip});
    m_rows = rows;
    if (m_bench.me.isUnit())
        m_rows.removeIf([](const SlipRow &row) { return row.slip == 0; });
    QList<QStringList> cells;
    for (const SlipRow &row : std::as_const(m_rows))
        cells.append({row.caseNumber, tradeWords::inLanguage(row.unitName, row.unitNameEn), row.number, dutyWords::slipState(row.state, row.receivedAt.isValid()), dutyWords::moment(row.sentAt)});
    {
        const QSignalBlocker quiet(m_table);
        m_table->clearSelection();
        dutyTables::fill(m_table, cells);
        for (int i = 0; i < m_rows.size(); ++i) {
            const SlipRow &row = m_rows.at(i);
            m_table->item(i, 3)->setForeground(Theme::colour(dutyWords::meaningOfSlip(row.state, row.receivedAt.isValid())));
            const bool same = std::ranges::any_of(kept, [&](const auto &was) { return was.first == row.assignment && (was.second == row.slip || was.second == 0); });
            if (same)
                m_table->selectionModel()->select(m_table->model()->index(i, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    m_title->setText(m_case ? tr("Slips of case %1").arg(m_rows.isEmpty() ? QString() : m_rows.first().caseNumber) : tr("Transfer slips"));
    m_all->setVisible(bool(m_case));
    m_days->setVisible(!m_case);
    if (selection().isEmpty() && (m_case || std::exchange(m_firstWanted, false)))
        selectFirst();
    choose();
}

void SlipsPage::selectFirst()
{
    m_firstWanted = m_table->rowCount() == 0; // as soon as there is one
    if (m_firstWanted)
        return;
    const auto withSlip = std::ranges::find_if(m_rows, [](const SlipRow &row) { return row.slip && row.state != u"voided"; });
    m_table->selectRow(withSlip == m_rows.end() ? 0 : int(withSlip - m_rows.begin()));
}

QList<SlipRow> SlipsPage::selection() const
{
    QList<SlipRow> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        if (index.row() < m_rows.size())
            rows.append(m_rows.at(index.row()));
    return rows;
}

bool SlipsPage::mayPrepare() const
{
    const auto rows = selection();
    return !rows.isEmpty() && !m_bench.me.isUnit() && m_bench.me.role != u"admin" && std::ranges::all_of(rows, [](const SlipRow &row) { return row.state != u"signed"; });
}

bool SlipsPage::maySign() const
{
    const auto rows = selection();
    return !rows.isEmpty() && !m_bench.me.isUnit() && m_bench.me.role != u"admin" && std::ranges::all_of(rows, [](const SlipRow &row) { return row.state == u"prepared"; });
}

bool SlipsPage::mayVoid() const
{
    const auto rows = selection();
    return rows.size() == 1 && m_bench.me.role == u"supervisor" && rows.first().slip && rows.first().state != u"voided";
}

bool SlipsPage::mayReceive() const
{
    const auto rows = selection();
    return !rows.isEmpty() && m_bench.me.role != u"admin" && std::ranges::all_of(rows, [](const SlipRow &row) { return row.state == u"signed" && !row.receivedAt.isValid(); });
}

void SlipsPage::choose()
{
    m_prepare->setEnabled(mayPrepare());
    m_sign->setEnabled(maySign());
    m_receive->setEnabled(mayReceive());
    m_void->setEnabled(mayVoid());
    m_withName->setEnabled(mayPrepare());
    showPaper();
    Q_EMIT changed();
}

/// One slip or many, one after another: what is printed is what stands here.
void SlipsPage::showPaper()
{
    QList<qint64> ids;
    for (const SlipRow &row : selection())
        if (row.slip)
            ids.append(row.slip);
    m_export->setJob({});
    if (ids.isEmpty())
        return m_pages->clear(!hasSelection() ? tr("Choose a slip, or several to print them together.") : tr("This forward has no slip yet: prepare it, look at it here, then it is signed."));
    ++m_waiting;
    whenDone(m_desk.slipSheets(ids), this, [this, ids](const Result<QList<QJsonObject>> &sheets) {
        --m_waiting;
        QList<qint64> still;
        for (const SlipRow &row : selection())
            if (row.slip)
                still.append(row.slip);
        if (still != ids)
            return;
        if (!sheets)
            return dutyWords::tell(*m_notice, sheets.error());
        QList<paper::Slip> slips;
        QJsonArray numbers;
        for (const QJsonObject &sheet : *sheets) {
            slips.append(paper::Slip::from(sheet));
            numbers.append(slips.last().number.isEmpty() ? slips.last().caseNumber : slips.last().number);
        }
        PaperJob job;
        job.title = slips.size() == 1 ? tr("Slip of case %1").arg(slips.first().caseNumber) : tr("Transfer slips: %1").arg(slips.size());
        job.fileName = slips.size() == 1 ? paper::slipFileName(slips.first()).chopped(4) : u"phieu-chuyen"_s;
        job.pages = [slips](const paper::PageSink &sink) -> Result<> {
            for (const paper::Slip &slip : slips)
                paper::layOut(slip, sink);
            return {};
        };
        job.what = u"slip"_s;
        job.facts = {{u"slips"_s, numbers}};
        m_pages->show(job);
        m_export->setJob(job);
    });
}

void SlipsPage::acted(const Result<QJsonObject> &outcome, const QString &goodWord)
{
    if (!outcome)
        dutyWords::tell(*m_notice, outcome.error());
    else
        m_notice->confirm(goodWord);
    read();
}

/// One after another: numbers follow the order of the list, and the first refusal stops.
void SlipsPage::each(const QList<SlipRow> &rows, const std::function<QFuture<Result<QJsonObject>>(const SlipRow &)> &act, const QString &goodWord)
{
    if (rows.isEmpty())
        return;
    ++m_waiting;
    whenDone(act(rows.first()), this, [=, this](const Result<QJsonObject> &done) {
        --m_waiting;
        if (done && rows.size() > 1)
            return each(rows.sliced(1), act, goodWord);
        acted(done, goodWord);
    });
}

void SlipsPage::prepare()
{
    const bool withName = m_withName->isChecked();
    each(selection(), [this, withName](const SlipRow &row) { return m_desk.prepareSlip(row.assignment, withName, newRequest()); }, tr("Prepared. Look at it, then it is signed."));
}

void SlipsPage::sign()
{
    each(selection(), [this](const SlipRow &row) { return m_desk.signSlip(row.slip, row.revision, newRequest()); }, tr("Signed and numbered."));
}

void SlipsPage::receive()
{
    const auto rows = selection();
    const auto go = [this, rows](const QString &by) {
        each(rows, [this, by](const SlipRow &row) { return m_desk.receiveSlip(row.slip, by, newRequest()); }, tr("Received: written on the second copy."));
    };
    if (m_bench.me.isUnit())
        return go({});
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Slip received"));
    dialog->setLabelText(tr("Who took the paper (rank and name)"));
    connect(dialog, &QInputDialog::textValueSelected, this, go);
    dialog->open();
}

void SlipsPage::makeVoid()
{
    if (!mayVoid())
        return;
    const SlipRow row = selection().first();
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Make the slip void"));
    dialog->setLabelText(tr("Why? Its number stays in the register, marked as void."));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, row](const QString &reason) {
        whenDone(m_desk.voidSlip(row.slip, row.revision, reason, newRequest()), this, [this](const Result<QJsonObject> &done) { acted(done, tr("The slip is void.")); });
    });
    dialog->open();
}

void SlipsPage::openCase()
{
    if (const auto rows = selection(); !rows.isEmpty())
        m_bench.places.open(rows.first().caseId);
}

/// Whether a paper in hand is one of ours: its code as it stands beside the QR code, or as a scanner types it
void SlipsPage::check()
{
    auto *dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Check a paper"));
    dialog->setLabelText(tr("Case number and check code, as the QR code says them"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &typed) {
        const QString number = typed.simplified().section(u' ', 0, 0), code = typed.simplified().section(u' ', 1);
        whenDone(m_desk.checkSlip(number, code), this, [this, number](const Result<QJsonObject> &answer) {
            if (!answer)
                return dutyWords::tell(*m_notice, answer.error());
            if (!(*answer)[u"valid"].toBool())
                return m_notice->tell(Meaning::Burning, {tr("This is not a paper of ours: number and code do not belong together."), {}, tr("Look at the letters again; if they are right, tell the supervisor.")});
            const QJsonArray slips = (*answer)[u"slips"].toArray();
            const QJsonValue last = slips.isEmpty() ? QJsonValue() : slips.last();
            m_notice->tell(Meaning::Good, {tr("A true paper of case %1.").arg(number), {}, last.isUndefined() || last.isNull() ? tr("No slip was prepared for it: it is a draft.")
                : tr("Slip %1 to %2: %3.").arg(last[u"number"].toString(u"–"_s), last[u"unit_name"].toString(), dutyWords::slipState(last[u"state"].toString(), !last[u"received_at"].toString().isEmpty()))});
        });
    });
    dialog->open();
}

} // namespace trucban
