// SPDX-License-Identifier: GPL-3.0-or-later
// QrCode: an address as a square of modules, drawn sharp at any size, written as PNG and SVG.
#pragma once

#include "base/result.h"

#include <QImage>

class QPainter;

namespace trucban {

class QrCode
{
public:
    explicit QrCode(const QString &address);
    bool isValid() const { return !m_modules.isNull(); }
    const QString &address() const { return m_address; }
    int modules() const { return m_modules.width(); }
    /// With the quiet zone of four modules the standard wants.
    void paint(QPainter &painter, const QRectF &box) const;
    QImage image(int side) const;
    Result<> savePng(const QString &path, int side = 1200) const;
    Result<> saveSvg(const QString &path) const;

private:
    QString m_address;
    QImage m_modules; // one pixel a module
};

} // namespace trucban
