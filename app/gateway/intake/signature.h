// SPDX-License-Identifier: GPL-3.0-or-later
// Whether Facebook signed exactly these bytes: HMAC-SHA256, compared in constant time.
#pragma once

#include <QByteArray>

#include <string_view>

namespace trucban::gateway {

QByteArray hmacSha256(std::string_view key, std::string_view message);
/// Takes the same time wherever the first difference is.
bool sameBytes(std::string_view left, std::string_view right);

/// Lower-case hex HMAC of the token used in this very call.
QByteArray appSecretProof(const QByteArray &appSecret, const QByteArray &token);

class SignatureCheck
{
public:
    enum class Verdict { Genuine, GenuineByPreviousSecret, Missing, Malformed, Wrong };
    /// `previous` is empty except while a secret is being exchanged.
    SignatureCheck(QByteArray current, QByteArray previous = {}) : m_current(std::move(current)), m_previous(std::move(previous)) {}
    /// `header` is the value of X-Hub-Signature-256, `body` the bytes off the socket.
    Verdict check(std::string_view header, std::string_view body) const;

private:
    QByteArray m_current;
    QByteArray m_previous;
};

} // namespace trucban::gateway
