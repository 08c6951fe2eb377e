// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/media_actions.h"

#include "ui/frame/action_registry.h"
#include "ui/media/media_viewer.h"

#include <QApplication>

namespace trucban {

MediaActions::MediaActions(ActionRegistry &registry) : QObject(&registry), m_registry(registry), m_scope(std::make_unique<QWidget>())
{
    addPlaying();
    addLooking();
}

MediaActions::~MediaActions() = default;

MediaActions &MediaActions::of(ActionRegistry &registry)
{
    auto *made = registry.findChild<MediaActions *>(Qt::FindDirectChildrenOnly);
    return made ? *made : *new MediaActions(registry);
}

void MediaActions::serve(QWidget *home)
{
    m_homes.append(home);
    connect(home, &QObject::destroyed, this, &MediaActions::refresh, Qt::QueuedConnection);
    join(home);
}

bool MediaActions::isHome() const
{
    return !QApplication::activeModalWidget() && std::ranges::any_of(m_homes, [](const QPointer<QWidget> &home) { return !home.isNull(); });
}

void MediaActions::add(const QString &name, const QString &text, const QString &hint, const QString &icon, const Keys &keys, std::function<bool()> rule, std::function<void()> run)
{
    m_actions.append(m_registry.add(u"media."_s + name).text(text).hint(hint).icon(icon).menu(u"media"_s).place(u"cases"_s).keys(keys).in(m_scope.get()).alone()
                         .enabledWhen(std::move(rule)).run(this, std::move(run)));
}

void MediaActions::addPlaying()
{
    const auto plays = [this] { return player() != nullptr; };
    const auto core = [this](auto act) { return [this, act] { act(player()->core()); }; };
    add(u"play"_s, tr("Play or pause"), tr("Plays the clip or the recording, or holds it."), u"media-playback-start"_s, {QKeySequence(Qt::Key_Space)},
        [this] { return player() || isHome(); }, [this] { play(); });
    add(u"back"_s, tr("Five seconds back"), tr("In the full view of pictures: the picture before."), u"media-seek-backward"_s, {QKeySequence(Qt::Key_Left)},
        [=, this] { return plays() || looks(); }, [this] { move(-1); });
    add(u"forward"_s, tr("Five seconds on"), tr("In the full view of pictures: the next picture."), u"media-seek-forward"_s, {QKeySequence(Qt::Key_Right)},
        [=, this] { return plays() || looks(); }, [this] { move(1); });
    add(u"frame_back"_s, tr("One frame back"), tr("Shows the frame before and stands still."), u"media-skip-backward"_s, {QKeySequence(Qt::Key_Comma)},
        [this] { return hasFrames(); }, core([](PlayerCore &it) { it.stepFrames(-1); }));
    add(u"frame_forward"_s, tr("One frame on"), tr("Shows the next frame and stands still."), u"media-skip-forward"_s, {QKeySequence(Qt::Key_Period)},
        [this] { return hasFrames(); }, core([](PlayerCore &it) { it.stepFrames(1); }));
    add(u"slower"_s, tr("Slower"), tr("Down to a quarter of the speed."), u"go-down"_s, {QKeySequence(Qt::Key_BracketLeft)}, plays, core([](PlayerCore &it) { it.faster(-1); }));
    add(u"faster"_s, tr("Faster"), tr("Up to twice the speed."), u"go-up"_s, {QKeySequence(Qt::Key_BracketRight)}, plays, core([](PlayerCore &it) { it.faster(1); }));
    add(u"loop"_s, tr("Play again at the end"), tr("Begins anew at the end, until it is switched off."), u"media-playlist-repeat"_s, {QKeySequence(Qt::Key_L)}, plays,
        core([](PlayerCore &it) { it.setLooping(!it.isLooping()); }));
    add(u"mute"_s, tr("Sound on or off"), tr("Mutes the clip or the recording."), u"audio-volume-muted"_s, {QKeySequence(Qt::Key_M)}, plays,
        core([](PlayerCore &it) { it.setMuted(!it.isMuted()); }));
    add(u"start"_s, tr("Back to the beginning"), tr("Goes to the start of the clip or the recording."), u"go-first"_s, {QKeySequence(Qt::Key_Home)}, plays,
        core([](PlayerCore &it) { it.seek(0); }));
}

void MediaActions::addLooking()
{
    const auto shown = [this] { return viewer() != nullptr; };
    const auto picture = [this] { return looks(); };
    const auto image = [this](auto act) { return [this, act] { act(viewer()->image()); }; };
    add(u"full_view"_s, tr("Full view, or back from it"), tr("Shows the picture or the clip in a window of its own."), u"view-preview"_s,
        {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}, [this] { return viewer() || player() || isHome(); }, [this] { view(); });
    add(u"previous"_s, tr("Previous picture or clip"), tr("The one before in this case."), u"go-previous"_s, {QKeySequence(Qt::Key_PageUp)},
        [this] { return viewer() && viewer()->index() > 0; }, [this] { viewer()->go(-1); });
    add(u"next"_s, tr("Next picture or clip"), tr("The next one in this case."), u"go-next"_s, {QKeySequence(Qt::Key_PageDown)},
        [this] { return viewer() && viewer()->index() + 1 < viewer()->count(); }, [this] { viewer()->go(1); });
    add(u"zoom_in"_s, tr("Larger"), tr("Shows the picture larger."), u"zoom-in"_s, {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)}, picture, image([](ImageView &it) { it.zoomIn(); }));
    add(u"zoom_out"_s, tr("Smaller"), tr("Shows the picture smaller."), u"zoom-out"_s, {QKeySequence(Qt::Key_Minus)}, picture, image([](ImageView &it) { it.zoomOut(); }));
    add(u"zoom_fit"_s, tr("Fit the window"), tr("Shows the whole picture."), u"zoom-fit-best"_s, {QKeySequence(Qt::Key_0)}, picture, image([](ImageView &it) { it.fit(); }));
    add(u"zoom_original"_s, tr("Actual size"), tr("Shows each pixel of the picture as one of the screen."), u"zoom-original"_s, {QKeySequence(Qt::Key_1)}, picture,
        image([](ImageView &it) { it.actualSize(); }));
    add(u"rotate_left"_s, tr("Turn left"), tr("Turns the picture on the screen; the file stays as it is."), u"object-rotate-left"_s, {QKeySequence(u"Shift+R"_s)}, picture,
        image([](ImageView &it) { it.rotate(-1); }));
    add(u"rotate_right"_s, tr("Turn right"), tr("Turns the picture on the screen; the file stays as it is."), u"object-rotate-right"_s, {QKeySequence(Qt::Key_R)}, picture,
        image([](ImageView &it) { it.rotate(1); }));
    add(u"whole_screen"_s, tr("Full view on the whole screen"), tr("Fills the screen with the full view, or gives it back."), u"view-fullscreen"_s, {QKeySequence(Qt::Key_F)}, shown,
        [this] { viewer()->setWindowState(viewer()->windowState() ^ Qt::WindowFullScreen); });
}

QAction *MediaActions::action(const QString &name) const
{
    return m_registry.action(u"media."_s + name);
}

void MediaActions::refresh()
{
    m_registry.refresh();
}

void MediaActions::join(QWidget *widget)
{
    widget->addActions(m_actions);
    refresh();
}

void MediaActions::serve(PlayerView *player)
{
    const bool inViewer = m_viewer && m_viewer->isAncestorOf(player);
    if (!inViewer)
        m_player = player;
    connect(player, &PlayerView::ending, this, [this, player] {
        if (m_player == player)
            m_player.clear();
    });
    connect(player, &QObject::destroyed, this, &MediaActions::refresh, Qt::QueuedConnection); // when it has gone, not while it goes
    player->sayKeys([this](const QString &name) { return action(name)->toolTip(); });
    join(player);
}

void MediaActions::serve(MediaViewer *viewer)
{
    m_viewer = viewer;
    connect(viewer, &MediaViewer::ending, this, [this, viewer] {
        if (m_viewer == viewer)
            m_viewer.clear();
    });
    connect(viewer, &QObject::destroyed, this, &MediaActions::refresh, Qt::QueuedConnection);
    join(viewer);
}

MediaViewer *MediaActions::viewer() const
{
    return m_viewer && m_viewer->isVisible() ? m_viewer.data() : nullptr;
}

/// Both may stand open: the one in use is meant, and after the menu or the palette the one in the list.
PlayerView *MediaActions::player() const
{
    const bool inViewer = viewer() && (!m_player || m_viewer->isAncestorOf(QApplication::focusWidget()) || m_viewer == QApplication::focusWidget());
    return inViewer ? m_viewer->player() : m_player.data();
}

bool MediaActions::hasFrames() const
{
    return player() && player()->hasFrames();
}

bool MediaActions::looks() const
{
    return viewer() && !viewer()->player();
}

void MediaActions::move(int direction)
{
    if (player())
        player()->core().skip(direction * 5000);
    else if (viewer())
        viewer()->go(direction);
}

void MediaActions::play()
{
    if (player())
        player()->core().toggle();
    else
        Q_EMIT playWanted();
}

void MediaActions::view()
{
    if (viewer())
        viewer()->close();
    else if (m_player)
        Q_EMIT m_player->fullViewWanted();
    else
        Q_EMIT viewWanted();
}

} // namespace trucban
