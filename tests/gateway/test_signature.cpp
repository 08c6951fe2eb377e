// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include "gateway/intake/signature.h"

#include <QTest>

using namespace trucban;
using namespace trucban::gateway;
using Verdict = SignatureCheck::Verdict;

namespace {
const QByteArray secret = "truc-ban-test-secret";
const std::string escaped = R"({"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"mid":"m_1","text":"Ch\u00e0o c\u00e1c \u0111\u1ed3ng ch\u00ed"}}]}]})";
const std::string plain = R"({"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"mid":"m_1","text":"Chào các đồng chí"}}]}]})";
const std::string signatureOfEscaped = "sha256=12dbd00c6e8efa9319be97d59cb7f0239a52ebc011bca448d23e472d9c21e441";
const std::string signatureOfPlain = "sha256=33b0343e1bd2ee2fbf3d5c805d7db1ab15d0f5d17a1b6b8788b8ce67f591d659";
}

class SignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheVeryBytesCount()
    {
        const SignatureCheck check(secret);
        QCOMPARE(check.check(signatureOfEscaped, escaped), Verdict::Genuine);
        QCOMPARE(check.check(signatureOfPlain, plain), Verdict::Genuine);
        QCOMPARE(check.check(signatureOfEscaped, plain), Verdict::Wrong);
        QCOMPARE(check.check(signatureOfPlain, escaped), Verdict::Wrong);
    }

    void thePreviousSecretIsGoodWhileSecretsAreExchanged()
    {
        QCOMPARE(SignatureCheck("new-secret", secret).check(signatureOfPlain, plain), Verdict::GenuineByPreviousSecret);
        QCOMPARE(SignatureCheck("new-secret").check(signatureOfPlain, plain), Verdict::Wrong);
    }

    void anEmptySecretAcceptsNothing()
    {
        const QByteArray forged = "sha256=" + hmacSha256("", plain).toHex();
        QCOMPARE(SignatureCheck({}).check(forged.toStdString(), plain), Verdict::Wrong);
    }

    void whatIsNoSignatureIsSaid()
    {
        const SignatureCheck check(secret);
        QCOMPARE(check.check("", plain), Verdict::Missing);
        QCOMPARE(check.check("sha1=0123456789012345678901234567890123456789", plain), Verdict::Malformed);
        QCOMPARE(check.check(signatureOfPlain + "0", plain), Verdict::Malformed);
        QCOMPARE(check.check(signatureOfPlain.substr(0, 70), plain), Verdict::Malformed);
        std::string upper = signatureOfPlain;
        std::ranges::transform(upper.begin() + 7, upper.end(), upper.begin() + 7, ::toupper);
        QCOMPARE(check.check(upper, plain), Verdict::Wrong);
    }

    void theProofBelongsToItsToken()
    {
        QCOMPARE(appSecretProof("app-secret-1", "page-token-1"), QByteArray("e17cc3f0898947da335ba22917d62b78810958c2beb8fc6bc57c45bd4c76c9be"));
        QVERIFY(appSecretProof("app-secret-1", "page-token-2") != appSecretProof("app-secret-1", "page-token-1"));
    }
};

QTEST_APPLESS_MAIN(SignatureTest)
#include "test_signature.moc"
