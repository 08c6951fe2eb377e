// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway: its door, its workers and what they share, started and ended in the right order.
#pragma once

#include "gateway/config.h"

#include <memory>

namespace trucban::gateway {

class Gateway
{
public:
    explicit Gateway(Config config);
    ~Gateway();
    /// Opens the door. Without a database it opens too, and answers 503 until there is one.
    /// Fails when the address is taken, or when database and program do not fit together.
    Result<quint16> start();
    void stop();

private:
    struct Parts;
    Config m_config;
    std::unique_ptr<Parts> m_parts;
};

} // namespace trucban::gateway
