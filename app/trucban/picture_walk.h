// SPDX-License-Identifier: GPL-3.0-or-later
// PictureWalk: brings up every place and named sub-state in both languages and both schemes, and keeps a picture of each.
#pragma once

#include "base/ids.h"

#include <QObject>
#include <QSize>
#include <QStringList>

#include <functional>

namespace trucban {

class DeskSession;
class Place;
struct DesktopOptions;

class PictureWalk : public QObject
{
    Q_OBJECT
public:
    explicit PictureWalk(const DesktopOptions &options);
    void start();
    /// The window in this language is there: walk it in both schemes.
    void go(DeskSession &session, const QString &language);

Q_SIGNALS:
    void languageWanted(const QString &code);
    void finished(bool good);

private:
    struct Step {
        QString name;
        std::function<void()> show;
        std::function<bool()> settled;
        std::function<void()> shoot;
    };
    void plan(DeskSession &session, const QString &language, bool dark);
    void planPlace(DeskSession &session, Place *place, const QString &suffix);
    void bringUp(DeskSession &session, Place *place, const QString &state);
    void next();
    void await(int patience);
    void shootWindow(QWidget *widget, const QString &name);
    QString file(const QString &name) const;

    QString m_folder;
    QString m_prefix;
    QStringList m_places;
    QSize m_size;
    CaseId m_case; // the one shown beside the inbox; none: the first of the list
    QList<Step> m_steps;
    QStringList m_languages{QStringLiteral("vi"), QStringLiteral("en")};
    int m_taken = 0;
    bool m_good = true;
};

} // namespace trucban
