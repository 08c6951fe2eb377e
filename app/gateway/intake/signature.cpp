// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/intake/signature.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>

namespace trucban::gateway {

namespace {
std::string_view view(const QByteArray &bytes) { return {bytes.constData(), static_cast<size_t>(bytes.size())}; }
}

QByteArray hmacSha256(std::string_view key, std::string_view message)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char *>(message.data()), message.size(),
         reinterpret_cast<unsigned char *>(digest.data()), &length);
    digest.truncate(length);
    return digest;
}

bool sameBytes(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

QByteArray appSecretProof(const QByteArray &appSecret, const QByteArray &token)
{
    return hmacSha256(view(appSecret), view(token)).toHex();
}

SignatureCheck::Verdict SignatureCheck::check(std::string_view header, std::string_view body) const
{
    constexpr std::string_view prefix = "sha256=";
    if (header.empty())
        return Verdict::Missing;
    if (header.size() != prefix.size() + 64 || !header.starts_with(prefix))
        return Verdict::Malformed;
    const std::string_view given = header.substr(prefix.size());
    if (!m_current.isEmpty() && sameBytes(given, view(hmacSha256(view(m_current), body).toHex())))
        return Verdict::Genuine;
    if (!m_previous.isEmpty() && sameBytes(given, view(hmacSha256(view(m_previous), body).toHex())))
        return Verdict::GenuineByPreviousSecret;
    return Verdict::Wrong;
}

} // namespace trucban::gateway
