// SPDX-License-Identifier: GPL-3.0-or-later
// Papers citizens attach: a PDF with a letter on it, a Word document that opens, plain text for the rest.
#pragma once

#include <expected>
#include <QString>

namespace samples {

std::expected<void, QString> writeDocument(const QString &path, const QString &mime, const QString &title, const QString &words);

}
