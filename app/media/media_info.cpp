// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/media_info.h"

namespace trucban::media {

MediaInfo MediaInfo::fromJson(const QJsonObject &json)
{
    const auto number = [&](QStringView name) { return json.value(name).toInteger(); };
    const auto text = [&](QStringView name) { return json.value(name).toString(); };
    MediaInfo info;
    info.original = {MediaId{json.contains(u"media"_s) ? number(u"media") : number(u"id")}, number(u"bytes"), text(u"mime")};
    info.sha256 = text(u"sha256").toLatin1();
    info.kind = text(u"kind");
    info.complete = json.value(u"complete"_s).toBool(true);
    info.width = int(number(u"width"));
    info.height = int(number(u"height"));
    info.durationMs = number(u"duration_ms");
    info.deriveState = text(u"derive_state");
    info.deriveError = text(u"derive_error");
    const QJsonObject derivatives = json.value(u"derivatives"_s).toObject();
    for (auto it = derivatives.begin(); it != derivatives.end(); ++it) {
        const QJsonObject part = it.value().toObject(); // the gateway's view gives the id alone
        const MediaId id{it.value().isObject() ? part.value(u"media"_s).toInteger() : it.value().toInteger()};
        info.derivatives.insert(it.key(), {id, part.value(u"bytes"_s).toInteger(), part.value(u"mime"_s).toString()});
    }
    return info;
}

} // namespace trucban::media
