// SPDX-License-Identifier: GPL-3.0-or-later
// Has thumbnails, posters and waveforms made in the sandbox, off the thread that fetches.
#pragma once

#include "gateway/worker.h"
#include "media/derivation_work.h"

namespace trucban::gateway {

class MediaDeriver : public Worker
{
public:
    MediaDeriver(Database &database, media::MediaStore &store, media::Deriver deriver) : m_work(database, store, std::move(deriver)) {}
    ~MediaDeriver() override { stop(); }

protected:
    std::chrono::milliseconds work() override
    {
        const auto handled = m_work.doSome(1);
        return std::chrono::milliseconds(handled && *handled > 0 ? 0 : 2000);
    }

private:
    media::DerivationWork m_work;
};

} // namespace trucban::gateway
