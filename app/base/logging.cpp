// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

Q_LOGGING_CATEGORY(lcStorage, "trucban.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGateway, "trucban.gateway", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMedia, "trucban.media", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDesk, "trucban.desk", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "trucban.ui", QtInfoMsg)
