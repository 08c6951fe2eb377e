// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/derive.h"

#include "media/waveform.h"

#include <QJsonDocument>

#include <bit>

namespace trucban::media {

namespace {

/// Facts come from a process that read a stranger's file: every number is brought into bounds.
qint64 bounded(const QJsonObject &facts, QStringView name, qint64 most)
{
    return qBound<qint64>(0, qint64(facts.value(name).toDouble()), most);
}

void takeFacts(Derivation &made, const QJsonObject &facts)
{
    constexpr qint64 longest = 24LL * 3600 * 1000;
    made.width = int(bounded(facts, u"width", 65'535));
    made.height = int(bounded(facts, u"height", 65'535));
    made.durationMs = bounded(facts, u"duration_ms", longest);
    made.hasAudio = facts.value(u"has_audio").toBool();
    made.damaged = facts.value(u"damaged").toBool();
    made.playableAsIs = facts.value(u"playable_as_is").toBool();
    if (const auto kind = kindFromWord(facts.value(u"kind").toString()))
        made.kind = *kind;
    bool hex = false;
    if (const quint64 hash = facts.value(u"dhash").toString().toULongLong(&hex, 16); hex)
        made.perceptualHash = hash;
}

/// An output counts only when its own bytes are what its name says.
void takeOutput(Derivation &made, const Frame &frame)
{
    const auto keep = [&](QByteArray &place, const QString &mime, qint64 side) {
        const Sniffed found = sniff(frame.content);
        if (found.mime == mime && found.width <= side && found.height <= side)
            place = frame.content;
    };
    if (frame.name == "thumbnail.jpg")
        keep(made.thumbnail, u"image/jpeg"_s, 400);
    else if (frame.name == "screen.jpg")
        keep(made.screen, u"image/jpeg"_s, 2048);
    else if (frame.name == "poster.jpg")
        keep(made.poster, u"image/jpeg"_s, 1280);
    else if (frame.name == "clip.mp4")
        keep(made.clip, u"video/mp4"_s, 1280);
    else if (frame.name == "audio.m4a")
        keep(made.audio, u"audio/mp4"_s, 0);
    else if (frame.name == "waveform" && Waveform::decoded(frame.content))
        made.waveform = frame.content;
}

Failure refusal(const QJsonObject &facts)
{
    static const QStringList known{u"refused_too_large"_s, u"refused_broken"_s, u"refused_type"_s};
    const QString code = facts.value(u"refused").toString();
    return {Failure::Invalid, known.contains(code) ? code : u"worker_crashed"_s, facts.value(u"why").toString().left(400), {}};
}

} // namespace

Result<Derivation> Deriver::derive(QByteArrayView bytes, const Sniffed &found) const
{
    Derivation made;
    made.kind = found.kind;
    if (found.kind == MediaKind::File)
        return made;
    if (const auto small = checkPixels(found, m_settings.mediaLimits); !small)
        return failed(small.error());
    const auto outcome = m_sandbox.run(bytes, {word(found.kind), found.mime, QString::number(m_settings.mediaLimits.pixels)});
    if (!outcome)
        return failed(outcome.error());

    QJsonObject facts;
    for (const Frame &frame : outcome->frames) {
        if (frame.name == "facts.json")
            facts = QJsonDocument::fromJson(frame.content).object();
        else
            takeOutput(made, frame);
    }
    if (facts.contains(u"refused"_s))
        return failed(refusal(facts));
    if (facts.isEmpty())
        return failed(outcome->ended.value_or(Failure{Failure::Invalid, u"worker_crashed"_s, u"the worker said nothing"_s, {}}));
    takeFacts(made, facts);
    made.unfinished = outcome->ended;
    return made;
}

} // namespace trucban::media
