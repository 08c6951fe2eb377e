// SPDX-License-Identifier: GPL-3.0-or-later
// trucban, the desktop: talks to PostgreSQL only, never to Facebook.
#include "desktop.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("trucban"));
    QApplication::setApplicationName(QStringLiteral("trucban"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QApplication::setDesktopFileName(QStringLiteral("trucban"));
    trucban::Theme::install(application);
    trucban::Desktop desktop(trucban::DesktopOptions::ofCommandLine(QApplication::arguments()));
    desktop.start();
    return QApplication::exec();
}
