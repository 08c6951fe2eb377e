// SPDX-License-Identifier: GPL-3.0-or-later
// A request body that can be sent once. Qt sends a request again by itself when the connection closes before the answer;
// for a reply to a citizen that would be a second reply, so this body refuses to be rewound.
#pragma once

#include <QIODevice>

#include <memory>
#include <vector>

namespace trucban::gateway {

class OnceDevice : public QIODevice
{
public:
    OnceDevice() = default;
    void append(QByteArray bytes);
    /// `source` is open for reading; `size` bytes are taken from where it stands.
    void append(std::shared_ptr<QIODevice> source, qint64 size);
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
};

} // namespace trucban::gateway
