// SPDX-License-Identifier: GPL-3.0-or-later
// Deriver: what a desk may look at instead of a citizen's original, made in the sandbox.
#pragma once

#include "media/sandbox.h"
#include "media/sniff.h"

namespace trucban::media {

struct Derivation {
    MediaKind kind = MediaKind::File;
    int width = 0; // upright, as a person sees it
    int height = 0;
    qint64 durationMs = 0;
    bool hasAudio = false;
    bool damaged = false;      // cut off or partly unreadable: what could be read is shown
    bool playableAsIs = false; // already H.264/AAC MP4, fast to start, small enough: no clip or audio was made
    std::optional<quint64> perceptualHash; // dHash, 64 bits; alike pictures differ in few

    QByteArray thumbnail; // JPEG, at most 400 pixels
    QByteArray screen;    // JPEG, at most 2048 pixels, upright, without metadata
    QByteArray poster;    // JPEG, a frame of the clip
    QByteArray clip;      // MP4, H.264/AAC, at most 1280 pixels
    QByteArray audio;     // M4A, AAC
    QByteArray waveform;  // see waveform.h

    /// set when the worker stopped halfway: what it made before is kept, and this says why there is no more
    std::optional<Failure> unfinished;
};

class Deriver
{
public:
    explicit Deriver(SandboxSettings settings = {}) : m_settings(settings), m_sandbox(settings) {}

    /// Blocks; call it on a worker's thread. Failures: refused_too_large, refused_broken, refused_type, worker_crashed,
    /// worker_timeout, sandbox_unavailable. A file of kind `file` has no derivatives and is never opened.
    Result<Derivation> derive(QByteArrayView bytes, const Sniffed &found) const;

private:
    SandboxSettings m_settings;
    Sandbox m_sandbox;
};

/// how many bits differ: up to about 10 the same picture, resized or recompressed
inline int hashDistance(quint64 a, quint64 b)
{
    return std::popcount(a ^ b);
}

} // namespace trucban::media
