// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: places in the middle, one beside them, state above and below. Knows names of places, not their subjects.
#pragma once

#include "base/result.h"
#include "desk/pulse_reading.h"
#include "ui/frame/workbench.h"

#include <QMainWindow>

class QActionGroup;
class QLabel;
class QStackedWidget;

namespace trucban {

class CommandPalette;
class MemorySplitter;
class NoticeBar;
class Place;
class TopBar;
struct ConnectionState;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Places are in the registry by then.
    explicit MainWindow(Workbench &bench, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showConnection(const ConnectionState &state);
    void showPulse(const PulseReading &reading);
    NoticeBar &banner() { return *m_banner; }
    Place *sidePlace() const { return m_side; }
    bool isTornOff() const { return m_tornOff; }

    /// Asked for by tests and the walker; people use Ctrl+K and F1.
    void openPalette();
    void openKeyPage();

Q_SIGNALS:
    void languageWanted(const QString &code);
    void signOutWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeFrame();
    void makeStatusBar();
    void makeActions();
    void makeViewActions();
    void makeMenus();
    void bring(Place *place);
    void showSide(Place *place);
    void tearOff(bool off);
    void chooseScheme(int scheme);
    void chooseDensity(bool dense);
    void openShortcutPage();
    void keepGeometry();

    Workbench &m_bench;
    TopBar *m_top = nullptr;
    NoticeBar *m_banner = nullptr;
    MemorySplitter *m_panes = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_sideHolder = nullptr;
    QStackedWidget *m_sideStack = nullptr;
    CommandPalette *m_palette = nullptr;
    QLabel *m_sending = nullptr;
    QLabel *m_journal = nullptr;
    QLabel *m_latency = nullptr;
    Place *m_side = nullptr;
    bool m_tornOff = false;
    QString m_bannerCode;
};

} // namespace trucban
