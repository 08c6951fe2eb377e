// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/media_spool.h"

namespace trucban::media {

Result<> MediaSpool::append(QByteArrayView bytes)
{
    if (m_size + bytes.size() > m_limits.bytes)
        return failed(Failure::Invalid, u"refused_too_large"_s, u"more than %1 bytes"_s.arg(m_limits.bytes), {{u"limit"_s, m_limits.bytes}});
    if (!m_file.isOpen() && !m_file.open())
        return failed(Failure::Offline, u"disk_full"_s, m_file.errorString());
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return failed(Failure::Offline, u"disk_full"_s, m_file.errorString());
    m_hash.addData(bytes);
    m_size += bytes.size();
    return {};
}

Result<> MediaSpool::finish()
{
    if (m_size == 0)
        return {};
    if (!m_file.flush() || !(m_mapped = m_file.map(0, m_size)))
        return failed(Failure::Offline, u"disk_full"_s, m_file.errorString());
    return {};
}

Result<std::shared_ptr<const MediaSpool>> MediaSpool::of(QByteArrayView bytes, const MediaLimits &limits)
{
    auto spool = std::make_shared<MediaSpool>(limits);
    if (const auto taken = spool->append(bytes).and_then([&] { return spool->finish(); }); !taken)
        return failed(taken.error());
    return spool;
}

} // namespace trucban::media
