// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of a stored medium as the body of an upload: one chunk in memory at a time.
#pragma once

#include "media/media_store.h"

#include <QIODevice>

namespace trucban::gateway {

class StoreDevice : public QIODevice
{
public:
    StoreDevice(media::MediaStore &store, MediaId id, qint64 offset, qint64 length) : m_store(store), m_id(id), m_position(offset), m_end(offset + length)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    media::MediaStore &m_store;
    MediaId m_id;
    qint64 m_position;
    qint64 m_end;
    int m_index = -1;
    QByteArray m_chunk;
};

} // namespace trucban::gateway
