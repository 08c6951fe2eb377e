// SPDX-License-Identifier: GPL-3.0-or-later
// Language: Vietnamese unless English is wanted. The window is made anew after a change, so every word follows.
#pragma once

#include <QObject>
#include <QTranslator>

#include <memory>
#include <vector>

namespace trucban {

class Language : public QObject
{
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;
    /// "vi" or "en"; anything else is Vietnamese.
    void use(const QString &code);
    QString code() const { return m_code; }

private:
    void load(const QString &file, const QString &folder);

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace trucban
