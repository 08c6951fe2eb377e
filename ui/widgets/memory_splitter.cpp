// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/memory_splitter.h"

#include "ui/theme/theme.h"

#include <QSettings>

namespace trucban {

MemorySplitter::MemorySplitter(QString name, QSettings &settings, Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent), m_name(u"splitters/"_s + std::move(name)), m_settings(settings)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_settings.setValue(m_name, saveState()); });
}

void MemorySplitter::restore(const QList<int> &shares)
{
    for (int i = 0; i < shares.size() && i < count(); ++i)
        setStretchFactor(i, shares.at(i));
    if (!restoreState(m_settings.value(m_name).toByteArray())) {
        QList<int> sizes;
        for (const int share : shares)
            sizes.append(share * 100);
        setSizes(sizes);
    }
}

} // namespace trucban
