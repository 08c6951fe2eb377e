// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for: inbox_open, inbox_filter, inbox_scroll, case_open, notify, startup, and the memory of the desktop.
// Each time runs from the wish to the painted rows, in the real window, as an officer under row-level security.
#include "bench.h"
#include "desk_on_screen.h"
#include "gateway_process.h"

#include "ui/inbox/inbox_list.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/inbox_widget.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>

namespace trucban::bench {

namespace {

double msSince(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double timeToPaint(InboxWidget &inbox, const InboxFilter &filter)
{
    bool loaded = false;
    const auto told = QObject::connect(&inbox.model(), &InboxModel::loaded, &inbox, [&] { loaded = true; });
    QElapsedTimer clock;
    clock.start();
    inbox.showFilter(filter);
    waitUntil([&] { return loaded; }, "a page of the inbox");
    inbox.list().viewport()->repaint();
    const double spent = msSince(clock);
    QObject::disconnect(told);
    return spent;
}

InboxFilter viewOf(const QString &view, InboxSort sort = InboxSort::BurnsFirst)
{
    InboxFilter filter;
    filter.view = view;
    filter.sort = sort;
    return filter;
}

class PaintWatcher : public QObject
{
public:
    using QObject::QObject;
    bool painted = false;
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted |= event->type() == QEvent::Paint;
        return false;
    }
};

} // namespace

void benchInboxOpen(Ground &ground)
{
    DeskOnScreen desk(ground.cluster, u"officer1"_s);
    std::vector<double> samples;
    for (int round = 0; round < 40; ++round) {
        for (const QString &view : {u"new"_s, u"waiting"_s, u"answered"_s, u"overdue"_s, u"all"_s})
            samples.push_back(timeToPaint(desk.inbox(), viewOf(view, view == u"all" ? InboxSort::Newest : round % 2 ? InboxSort::BurnsFirst : InboxSort::Newest)));
    }
    ground.figures.add(u"inbox_open"_s, std::move(samples));
}

void benchInboxFilter(Ground &ground)
{
    DeskOnScreen desk(ground.cluster, u"officer1"_s);
    std::vector<double> samples;
    for (int round = 0; round < 200; ++round) {
        InboxFilter filter = viewOf(round % 3 == 0 ? u"new"_s : round % 3 == 1 ? u"waiting"_s : u"all"_s, round % 2 ? InboxSort::Newest : InboxSort::BurnsFirst);
        if (round % 5 < 2)
            filter.urgency = round % 2 ? u"emergency"_s : u"low"_s;
        if (round % 5 == 2 || round % 5 == 4)
            filter.category = CategoryId{1 + round % 5};
        if (round % 5 == 3)
            filter.area = AreaId{1 + round % 126};
        if (round % 7 == 0)
            filter.unit = UnitId{1 + round % 150};
        samples.push_back(timeToPaint(desk.inbox(), filter));
    }
    ground.figures.add(u"inbox_filter"_s, std::move(samples));
}

void benchInboxScroll(Ground &ground)
{
    DeskOnScreen desk(ground.cluster, u"officer1"_s);
    InboxWidget &inbox = desk.inbox();
    timeToPaint(inbox, viewOf(u"all"_s, InboxSort::Newest));
    QScrollBar *bar = inbox.list().verticalScrollBar();
    std::vector<double> frames;
    for (int step = 0; step < 3000; ++step) {
        QElapsedTimer clock;
        clock.start();
        bar->setValue(bar->value() + std::max(1, bar->pageStep() / 4));
        inbox.list().viewport()->repaint();
        QCoreApplication::processEvents();
        frames.push_back(msSince(clock));
    }
    ground.figures.add(u"inbox_scroll"_s, std::move(frames));
}

void benchCaseOpen(Ground &ground)
{
    DeskOnScreen desk(ground.cluster, u"officer1"_s);
    DeskSession &session = desk.session();
    std::vector<double> samples;
    QRandomGenerator numbers(7);
    for (int round = 0; round < 150; ++round) {
        const CaseId id{1 + static_cast<qint64>(numbers.bounded(static_cast<double>(ground.cases - 1)))};
        QElapsedTimer clock;
        clock.start();
        session.places().open(id);
        Place *place = session.places().byId(u"cases");
        waitUntil([&] { return place->isSettled(); }, "a case");
        session.window().repaint();
        QCoreApplication::processEvents();
        samples.push_back(msSince(clock));
    }
    ground.figures.add(u"case_open"_s, std::move(samples));
}

void benchNotify(Ground &ground)
{
    GatewayProcess gateway(ground.cluster);
    DeskOnScreen desk(ground.cluster, u"officer1"_s);
    InboxWidget &inbox = desk.inbox();
    timeToPaint(inbox, viewOf(u"new"_s, InboxSort::Newest));
    PaintWatcher watcher;
    inbox.list().viewport()->installEventFilter(&watcher);
    std::vector<std::unique_ptr<ChangeListener>> others;
    for (const int listeners : {1, 50}) {
        while (static_cast<int>(others.size()) < listeners - 1)
            others.push_back(std::make_unique<ChangeListener>(ground.cluster.as(u"officer2"_s)));
        std::vector<double> samples;
        for (int round = 0; round < 200; ++round) {
            const QString mark = u"bench-notify-%1-%2"_s.arg(QRandomGenerator::global()->generate(), 0, 36).arg(round);
            const std::string request = signedRequest(messageBody(mark, u"m_"_s + mark, mark));
            const auto there = [&] { // the newest row, for that is where the list shows it
                for (int row = 0; row < std::min(8, inbox.model().rowCount()); ++row) {
                    if (inbox.model().row(row).firstWords == mark)
                        return true;
                }
                return false;
            };
            QElapsedTimer clock;
            clock.start();
            if (!gateway.deliver(request))
                qFatal("the gateway refused a webhook");
            waitUntil(there, "a new row");
            watcher.painted = false;
            inbox.list().viewport()->update();
            waitUntil([&] { return watcher.painted; }, "its painting");
            samples.push_back(msSince(clock));
        }
        ground.figures.add(u"notify.%1_desks"_s.arg(listeners), std::move(samples));
    }
}

void benchStartup(Ground &ground)
{
    std::vector<double> samples, megabytes;
    for (int round = 0; round < 8; ++round) {
        QTemporaryDir home;
        QProcess desktop;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TRUCBAN_PASSWORD"_s, u"officer1"_s);
        environment.insert(u"TRUCBAN_REPORT_START"_s, u"1"_s);
        environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
        environment.insert(u"XDG_CACHE_HOME"_s, home.path());
        desktop.setProcessEnvironment(environment);
        QElapsedTimer clock;
        clock.start();
        desktop.start(QCoreApplication::applicationDirPath() + u"/trucban"_s,
                      {u"--server"_s, u"postgresql://127.0.0.1:%1/trucban"_s.arg(ground.cluster.port()), u"--user"_s, u"officer1"_s});
        QByteArray said;
        while (!said.contains("first inbox painted")) {
            if (!desktop.waitForReadyRead(20'000))
                qFatal("the desktop did not show its inbox: %s", desktop.readAllStandardError().constData());
            said += desktop.readAllStandardOutput();
        }
        if (round > 0)
            samples.push_back(msSince(clock));
        megabytes.push_back(residentMegabytes(desktop.processId()));
        desktop.terminate();
        desktop.waitForFinished(5000);
        desktop.kill();
        desktop.waitForFinished();
    }
    ground.figures.add(u"startup"_s, std::move(samples));
    ground.figures.add(u"memory.desktop"_s, std::move(megabytes), u"MB"_s);
}

} // namespace trucban::bench
