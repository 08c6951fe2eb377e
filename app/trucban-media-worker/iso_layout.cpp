// SPDX-License-Identifier: GPL-3.0-or-later
#include "iso_layout.h"

#include "media/byte_reader.h"

#include <QByteArray>

#include <unistd.h>

namespace trucban::worker {

IsoLayout isoLayoutOf(int fd)
{
    const qint64 size = lseek(fd, 0, SEEK_END);
    IsoLayout layout;
    layout.bytes = size;
    bool index = false;
    int boxes = 0;
    for (qint64 at = 0; at < size && ++boxes < 10'000;) {
        QByteArray head(16, '\0');
        if (pread(fd, head.data(), 16, at) < 8)
            break;
        media::IsoBox box = media::isoBoxAt(head, 0);
        const bool toTheEnd = media::be32(head, 0) == 0;
        if (box.type.isEmpty() && !toTheEnd)
            return layout.isIso ? (layout.cutOff = true, layout) : IsoLayout{.bytes = size};
        layout.isIso |= box.type == "ftyp" || box.type == "moov";
        if (box.type == "moov")
            index = true;
        if (box.type == "mdat" && index)
            layout.fastStart = true;
        at = toTheEnd ? size : at + box.end;
        layout.cutOff = at > size;
    }
    return layout;
}

} // namespace trucban::worker
