// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/player_view.h"

#include "ui/theme/theme.h"
#include "ui/widgets/clock_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

namespace trucban {

PlayerView::PlayerView(media::MediaStore &store, const MediaItem &item, QWidget *parent)
    : QWidget(parent), m_item(item), m_core(new PlayerCore(store, item.info.playable(), item.info.durationMs, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(mediaWords::spoken(item));
    makeControls();
    makeTrouble();
    connect(m_core, &PlayerCore::changed, this, &PlayerView::refresh);
    connect(m_core, &PlayerCore::positionChanged, this, &PlayerView::showPosition);
    connect(m_core, &PlayerCore::loadedChanged, this, [this] { m_seek->setLoaded(m_core->loadedShare()); });
    connect(m_seek, &SeekBar::seekWanted, this, [this](qint64 ms) {
        setFocus();
        m_core->seek(ms);
    });
    refresh();
}

QToolButton *PlayerView::button(const QString &icon, const QString &name)
{
    auto *made = new QToolButton(m_controls);
    made->setIcon(Theme::icon(icon));
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

void PlayerView::makeControls()
{
    m_controls = new QWidget(this);
    auto *row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space());
    m_play = button(u"media-playback-start"_s, tr("Play"));
    m_seek = new SeekBar(m_controls);
    m_time = new QLabel(m_controls);
    m_time->setFont(Theme::tabular(TextSize::Small));
    m_mute = button(u"audio-volume-high"_s, tr("Mute"));
    m_volume = new QSlider(Qt::Horizontal, m_controls);
    m_volume->setRange(0, 100);
    m_volume->setValue(int(m_core->volume() * 100));
    m_volume->setFixedWidth(Theme::space(12));
    m_volume->setAccessibleName(tr("Volume"));
    m_volume->setFocusPolicy(Qt::TabFocus);
    m_speed = button({}, tr("Speed"));
    m_speed->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_speed->setFont(Theme::tabular(TextSize::Small));
    m_speed->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_speed);
    for (const double rate : PlayerCore::rates())
        menu->addAction(tr("%1×").arg(locale().toString(rate)), this, [this, rate] { m_core->setRate(rate); });
    m_speed->setMenu(menu);
    m_loop = button(u"media-playlist-repeat"_s, tr("Repeat"));
    m_loop->setCheckable(true);
    m_full = button(u"view-fullscreen"_s, tr("Full view"));
    for (QWidget *piece : std::initializer_list<QWidget *>{m_play, m_seek, m_time, m_mute, m_volume, m_speed, m_loop, m_full})
        row->addWidget(piece, piece == m_seek ? 1 : 0);
    connect(m_play, &QToolButton::clicked, this, [this] { setFocus(); m_core->toggle(); });
    connect(m_mute, &QToolButton::clicked, this, [this] { m_core->setMuted(!m_core->isMuted()); });
    connect(m_loop, &QToolButton::clicked, this, [this](bool on) { m_core->setLooping(on); });
    connect(m_volume, &QSlider::valueChanged, this, [this](int value) { m_core->setVolume(value / 100.0); });
    connect(m_full, &QToolButton::clicked, this, &PlayerView::fullViewWanted);
}

void PlayerView::makeTrouble()
{
    m_trouble = new QWidget(this);
    auto *row = new QHBoxLayout(m_trouble);
    row->setContentsMargins(Theme::space(), Theme::space(), Theme::space(), Theme::space());
    m_why = new QLabel(m_trouble);
    m_why->setWordWrap(true);
    m_retry = new QPushButton(tr("Try again"), m_trouble);
    row->addWidget(m_why, 1);
    row->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, m_core, &PlayerCore::retry);
}

void PlayerView::refresh()
{
    const bool playing = m_core->isPlaying();
    m_play->setIcon(Theme::icon(playing ? u"media-playback-pause"_s : u"media-playback-start"_s));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_mute->setIcon(Theme::icon(m_core->isMuted() ? u"audio-volume-muted"_s : u"audio-volume-high"_s));
    m_loop->setChecked(m_core->isLooping());
    m_speed->setText(tr("%1×").arg(locale().toString(m_core->rate())));
    m_seek->setDuration(m_core->duration());
    const auto failure = m_core->failure();
    m_trouble->setVisible(failure.has_value());
    if (failure)
        m_why->setText(mediaWords::whyNot(*failure));
    showPosition(m_core->position());
}

void PlayerView::showPosition(qint64 ms)
{
    m_seek->setPosition(ms);
    m_time->setText(tr("%1 / %2").arg(clockText::duration(ms), clockText::duration(m_core->duration())));
}

void PlayerView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveWanted();
    else
        QWidget::keyPressEvent(event);
}

void PlayerView::sayKeys(const std::function<QString(const QString &)> &wordsOf)
{
    m_play->setToolTip(wordsOf(u"play"_s));
    m_mute->setToolTip(wordsOf(u"mute"_s));
    //: two actions with their keys
    m_speed->setToolTip(tr("%1, %2").arg(wordsOf(u"slower"_s), wordsOf(u"faster"_s)));
    m_loop->setToolTip(wordsOf(u"loop"_s));
    m_full->setToolTip(wordsOf(u"full_view"_s));
}

void PlayerView::mousePressEvent(QMouseEvent *event)
{
    setFocus();
    QWidget::mousePressEvent(event);
}

} // namespace trucban
