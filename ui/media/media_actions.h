// SPDX-License-Identifier: GPL-3.0-or-later
// MediaActions: what one does with a clip, a recording or a picture, as actions with a name: in the menu, in the palette, on keys
// that can be changed. The keys work where the medium has the focus, never in a field one types into.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QAction;
class QKeySequence;
class QWidget;

namespace trucban {

class ActionRegistry;
class MediaViewer;
class PlayerView;

class MediaActions : public QObject
{
    Q_OBJECT
public:
    explicit MediaActions(ActionRegistry &registry);
    ~MediaActions() override;
    /// those of this desk: made once, for every place that shows media
    static MediaActions &of(ActionRegistry &registry);

    /// a list the media lie in: the keys work there as well
    void serve(QWidget *home);
    void serve(PlayerView *player);
    void serve(MediaViewer *viewer);
    QAction *action(const QString &name) const; // without "media."
    /// what can be done has changed
    void refresh();

Q_SIGNALS:
    /// nothing plays yet: what is chosen in the list is meant
    void playWanted();
    void viewWanted();

private:
    using Keys = QList<QKeySequence>;

    void add(const QString &name, const QString &text, const QString &hint, const QString &icon, const Keys &keys, std::function<bool()> rule, std::function<void()> run);
    void addPlaying();
    void addLooking();
    void join(QWidget *widget);
    bool isHome() const;
    PlayerView *player() const;
    MediaViewer *viewer() const;
    bool hasFrames() const;
    bool looks() const;
    void move(int direction);
    void play();
    void view();

    ActionRegistry &m_registry;
    std::unique_ptr<QWidget> m_scope; // the keys belong to no widget before one is served
    QList<QPointer<QWidget>> m_homes;
    QPointer<PlayerView> m_player; // in the list
    QPointer<MediaViewer> m_viewer;
    QList<QAction *> m_actions;
};

} // namespace trucban
