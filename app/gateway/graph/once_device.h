// SPDX-License-Identifier: GPL-3.0-or-later
// A request body that can be sent once. Qt sends a request again by itself when the connection closes before the answer;
// for a reply to a citizen that would be a second reply, so this body refuses to be rewound. It also refuses to leave after the moment
// until which the sender holds the item: a gateway that was frozen in between must not send what another has sent meanwhile.
#pragma once

#include "gateway/graph/boot_clock.h"

#include <QIODevice>

#include <memory>
#include <optional>
#include <vector>

namespace trucban::gateway {

class OnceDevice : public QIODevice
{
public:
    OnceDevice() = default;
    void append(QByteArray bytes);
    /// `source` is open for reading; `size` bytes are taken from where it stands.
    void append(std::shared_ptr<QIODevice> source, qint64 size);
    /// After this moment no byte leaves any more, so that the request is never whole.
    void setLastMoment(std::optional<BootTime> moment) { m_lastMoment = moment; }
    bool wasTooLate() const { return m_tooLate; }
    qint64 length() const { return m_length; }
    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_part == m_parts.size() && QIODevice::atEnd(); }
    qint64 bytesAvailable() const override { return m_length - m_given + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    struct Part {
        QByteArray bytes;
        std::shared_ptr<QIODevice> source;
        qint64 size = 0;
        qint64 given = 0;
    };
    std::vector<Part> m_parts;
    size_t m_part = 0;
    qint64 m_length = 0;
    qint64 m_given = 0;
    std::optional<BootTime> m_lastMoment;
    bool m_tooLate = false;
};

} // namespace trucban::gateway
