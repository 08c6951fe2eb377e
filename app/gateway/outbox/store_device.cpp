// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/outbox/store_device.h"

#include <cstring>

namespace trucban::gateway {

qint64 StoreDevice::readData(char *data, qint64 most)
{
    if (m_position >= m_end)
        return 0;
    const int index = int(m_position / media::chunkBytes);
    if (index != m_index) {
        const auto chunk = m_store.chunk(m_id, index).result();
        if (!chunk)
            return -1;
        m_chunk = *chunk;
        m_index = index;
    }
    const qint64 within = m_position % media::chunkBytes;
    const qint64 length = std::min({most, m_chunk.size() - within, m_end - m_position});
    if (length <= 0)
        return -1;
    std::memcpy(data, m_chunk.constData() + within, size_t(length));
    m_position += length;
    return length;
}

} // namespace trucban::gateway
