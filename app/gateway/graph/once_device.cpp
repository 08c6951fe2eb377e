// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/graph/once_device.h"

#include <cstring>

namespace trucban::gateway {

void OnceDevice::append(QByteArray bytes)
{
    const qint64 size = bytes.size();
    m_parts.push_back({.bytes = std::move(bytes), .size = size});
    m_length += size;
}

void OnceDevice::append(std::shared_ptr<QIODevice> source, qint64 size)
{
    m_parts.push_back({.source = std::move(source), .size = size});
    m_length += size;
}

qint64 OnceDevice::readData(char *data, qint64 most)
{
    if (m_lastMoment && m_part < m_parts.size() && bootTime() >= *m_lastMoment)
        m_tooLate = true;
    if (m_tooLate)
        return -1;
    qint64 total = 0;
    while (total < most && m_part < m_parts.size()) {
        Part &part = m_parts[m_part];
        const qint64 wanted = std::min(most - total, part.size - part.given);
        qint64 got = wanted;
        if (part.source)
            got = part.source->read(data + total, wanted);
        else
            std::memcpy(data + total, part.bytes.constData() + part.given, size_t(wanted));
        if (got < 0 || (got == 0 && wanted > 0))
            return -1; // the source is shorter than it said: better no request than half a file
        part.given += got;
        total += got;
        if (part.given == part.size)
            ++m_part;
    }
    m_given += total;
    return total;
}

} // namespace trucban::gateway
