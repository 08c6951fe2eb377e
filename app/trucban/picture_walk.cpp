// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture_walk.h"

#include "desk_session.h"
#include "desktop_options.h"

#include "base/logging.h"
#include "ui/frame/command_palette.h"
#include "ui/frame/key_pages.h"
#include "ui/shell/main_window.h"
#include "ui/signin/password_keeper.h"
#include "ui/signin/sign_in_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QSettings>
#include <QTimer>

#include <cstdio>

namespace trucban {

namespace {

constexpr int pollMs = 30;
constexpr int patienceMs = 15'000;

QString suffixOf(const QString &language, bool dark)
{
    return u"-%1-%2"_s.arg(language, dark ? u"dark"_s : u"light"_s);
}

} // namespace

PictureWalk::PictureWalk(const DesktopOptions &options)
    : m_folder(options.screenshots), m_prefix(options.prefix), m_places(options.places), m_size(options.size), m_case(options.openCase)
{
    QDir().mkpath(m_folder);
}

void PictureWalk::start()
{
    Q_EMIT languageWanted(m_languages.takeFirst());
}

void PictureWalk::go(DeskSession &session, const QString &language)
{
    session.window().resize(m_size);
    session.window().move(0, 0);
    plan(session, language, false);
    plan(session, language, true);
    next();
}

void PictureWalk::plan(DeskSession &session, const QString &language, bool dark)
{
    const QString suffix = suffixOf(language, dark);
    m_steps.append({{}, [dark] { Theme::setScheme(dark ? Scheme::Dark : Scheme::Light); }, {}, {}});
    for (const Place::Where where : {Place::Bar, Place::Side, Place::CasePanel, Place::Hidden}) {
        for (Place *place : session.places().all(where)) {
            if (place->isFor(session.me()) && (m_places.isEmpty() || m_places.contains(place->id())))
                planPlace(session, place, suffix);
        }
    }
    if (!m_places.isEmpty())
        return;
    MainWindow *window = &session.window();
    m_steps.append({u"palette"_s, [window] { window->openPalette(); }, {}, [this, window, suffix] {
                        QPixmap whole = window->grab();
                        if (auto *palette = window->findChild<CommandPalette *>()) {
                            QPainter(&whole).drawPixmap(palette->mapToGlobal(QPoint()) - window->mapToGlobal(QPoint()), palette->grab());
                            palette->hide();
                        }
                        whole.save(file(u"palette"_s + suffix));
                        ++m_taken;
                    }});
    m_steps.append({u"keys"_s, [&session] { session.places().go(u"inbox"); }, {}, [this, &session, suffix] {
                        KeyPage page(session.actions(), session.places().current());
                        shootWindow(&page, u"keys"_s + suffix);
                        ShortcutPage change(session.actions());
                        shootWindow(&change, u"change_keys"_s + suffix);
                    }});
    m_steps.append({u"signin"_s, {}, {}, [this, suffix] {
                        QSettings settings(m_folder + u"/.signin.ini"_s, QSettings::IniFormat);
                        PasswordKeeper keeper;
                        SignInWindow window(settings, keeper);
                        window.setServer(u"trucban.cahn.local"_s);
                        window.setLogin(u"canbo1"_s);
                        shootWindow(&window, u"signin"_s + suffix);
                        window.showFailure({Failure::NotAllowed, u"wrong_password"_s, {}, {}});
                        shootWindow(&window, u"signin_refused"_s + suffix);
                    }});
}

void PictureWalk::planPlace(DeskSession &session, Place *place, const QString &suffix)
{
    for (const QString &state : place->states()) {
        const QString name = (state.isEmpty() ? place->id() : place->id() + u'_' + state) + suffix;
        m_steps.append({name,
                        [this, &session, place, state] { bringUp(session, place, state); },
                        [place] { return place->isSettled(); },
                        [this, &session, name] { shootWindow(&session.window(), name); }});
    }
}

void PictureWalk::bringUp(DeskSession &session, Place *place, const QString &state)
{
    PlaceRegistry &places = session.places();
    if (place->where() == Place::Bar || place->where() == Place::Hidden) {
        places.go(place->id());
    } else { // beside the inbox, with a case in it
        places.go(u"inbox"_s);
        places.byId(u"inbox"_s)->showState({});
        if (m_case)
            places.open(m_case);
        if (place->where() == Place::CasePanel)
            places.byId(u"cases"_s)->showState(place->id());
    }
    place->showState(state);
}

void PictureWalk::next()
{
    if (m_steps.isEmpty()) {
        if (!m_languages.isEmpty()) {
            Q_EMIT languageWanted(m_languages.takeFirst());
            return;
        }
        QFile::remove(m_folder + u"/.walk.ini"_s);
        QFile::remove(m_folder + u"/.signin.ini"_s);
        std::printf("%d pictures in %s\n", m_taken, qPrintable(m_folder));
        Q_EMIT finished(m_good && m_taken > 0);
        return;
    }
    if (m_steps.first().show)
        m_steps.first().show();
    QTimer::singleShot(pollMs, this, [this] { await(patienceMs); });
}

void PictureWalk::await(int patience)
{
    const Step &step = m_steps.first();
    if (step.settled && !step.settled() && patience > 0) {
        QTimer::singleShot(pollMs, this, [this, patience] { await(patience - pollMs); });
        return;
    }
    if (step.settled && !step.settled()) {
        qCWarning(lcUi) << "never settled:" << step.name;
        m_good = false;
    }
    QTimer::singleShot(step.settled ? 150 : 0, this, [this] {
        const Step done = m_steps.takeFirst();
        if (done.shoot)
            done.shoot();
        next();
    });
}

void PictureWalk::shootWindow(QWidget *widget, const QString &name)
{
    if (!widget->isVisible()) {
        widget->setAttribute(Qt::WA_DontShowOnScreen);
        widget->show();
    }
    QApplication::processEvents();
    if (!widget->grab().save(file(name))) {
        qCWarning(lcUi) << "cannot write" << name;
        m_good = false;
    }
    ++m_taken;
}

QString PictureWalk::file(const QString &name) const
{
    return m_folder + u'/' + m_prefix + name + u".png"_s;
}

} // namespace trucban
