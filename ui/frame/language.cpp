// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/language.h"

#include "base/logging.h"
#include "base/result.h"

#include <QCoreApplication>
#include <QLocale>

namespace trucban {

Language::Language(QObject *parent)
    : QObject(parent)
{
}

Language::~Language()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

void Language::use(const QString &code)
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    m_code = code == u"en" ? u"en"_s : u"vi"_s;
    QLocale::setDefault(m_code == u"en" ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                        : QLocale(QLocale::Vietnamese, QLocale::Vietnam));
    if (m_code == u"vi")
        load(u"trucban_vi"_s, u":/translations"_s);
}

void Language::load(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder)) {
        qCInfo(lcUi) << "no catalogue" << file << "in" << folder;
        return;
    }
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace trucban
