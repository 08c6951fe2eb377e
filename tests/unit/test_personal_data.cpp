// SPDX-License-Identifier: GPL-3.0-or-later
// What identifies a person is found however it is typed, and what only looks like it is left alone.
#include "domain/personal_data.h"
#include "unit/shared_data.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;

class PersonalDataTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsThere_data();
    void findsWhatIsThere();
    void leavesTheRestAlone_data();
    void leavesTheRestAlone();
    void logsAreRedacted();
    void agreesWithTheReferenceMessages();
};

static QStringList finds(const QString &text)
{
    QStringList found;
    for (const PersonalDatum &datum : findPersonalData(text))
        found.append(toWord(datum.kind) + u':' + text.mid(datum.range.start, datum.range.length));
    return found;
}

void PersonalDataTest::findsWhatIsThere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QString &text, const QStringList &expected) { QTest::newRow(name) << text << expected; };
    row("mobile", u"Sđt em 0912 345 678."_s, {u"phone:0912 345 678"_s});
    row("mobile with dots", u"ĐT 0912.345.678"_s, {u"phone:0912.345.678"_s});
    row("international", u"số +84 98 765 43 21. Nhờ"_s, {u"phone:+84 98 765 43 21"_s});
    row("bare country code", u"liên hệ 84987654321 nhé"_s, {u"phone:84987654321"_s});
    row("eleven digits of old", u"mẹ bạn số 0168 765 4321 (số cũ)"_s, {u"phone:0168 765 4321"_s});
    row("zalo", u"hoặc zalo 0123 456 7890"_s, {u"phone:0123 456 7890"_s});
    row("landline", u"gọi 024 3825 1234"_s, {u"landline:024 3825 1234"_s});
    row("id before phone", u"căn cước 001204000000, số 0900000000"_s, {u"national_id:001204000000"_s, u"phone:0900000000"_s});
    row("id in groups", u"CCCD 001 204 000 000"_s, {u"national_id:001 204 000 000"_s});
    row("old id", u"CMND số: 012345678"_s, {u"old_national_id:012345678"_s});
    row("motorbike", u"Wave đen BKS 29-H1 000.00 ở"_s, {u"plate:29-H1 000.00"_s});
    row("car", u"Ô tô trắng 30K-000.00 đâm"_s, {u"plate:30K-000.00"_s});
    row("new motorbike", u"xe 29AA-123.45"_s, {u"plate:29AA-123.45"_s});
    row("unseparated after its word", u"biển số 30A12345"_s, {u"plate:30A12345"_s});
    row("account", u"chuyển vào stk 0000123456789 tên TRAN VAN A"_s, {u"bank_account:0000123456789"_s});
    row("phone after an account word", u"mất tiền trong tài khoản. Số gọi đến 0987.654.321"_s, {u"phone:0987.654.321"_s});
    row("account by bank", u"1903 4567 8910 - Techcombank"_s, {u"bank_account:1903 4567 8910"_s});
    row("e-mail", u"My email is traveler@example.com."_s, {u"email:traveler@example.com"_s});
    row("badge", u"cán bộ số hiệu 000-000 gợi ý"_s, {u"badge:000-000"_s});
}

void PersonalDataTest::findsWhatIsThere()
{
    QFETCH(QString, text);
    QTEST(finds(text), "expected");
}

void PersonalDataTest::leavesTheRestAlone_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"Khoảng 22h40 ngày 14/11/2026 gọi 113 hoặc 114"_s, u"lúc 9h30 sáng, 86 triệu, 1.500.000đ, 3.140 tin nhắn"_s,
                                u"Luật số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP"_s, u"mã hồ sơ H29.000.00.00-261110-0000"_s,
                                u"vụ việc 26-004217, xe 30A12345"_s,  u"rút tiền trong tài khoản. Ngày 16/11/2026 lúc 20 giờ"_s,
                                u"số nhà 12B/34/56, tổ 15, phòng 1203"_s, u"@[Công an] và #114 và a@b"_s})
        QTest::addRow("%s", qPrintable(text)) << text;
}

void PersonalDataTest::leavesTheRestAlone()
{
    QFETCH(QString, text);
    QCOMPARE(finds(text), QStringList());
}

void PersonalDataTest::logsAreRedacted()
{
    QCOMPARE(redacted(u"gọi 0912 345 678, CMND số 012345678 của tôi"_s.normalized(QString::NormalizationForm_D)),
             u"gọi [phone], CMND số [old_national_id] của tôi"_s);
}

void PersonalDataTest::agreesWithTheReferenceMessages()
{
    const QHash<QString, QString> words{{u"phone"_s, u"phone"_s}, {u"cccd"_s, u"national_id"_s}, {u"plate"_s, u"plate"_s},
                                        {u"bank_account"_s, u"bank_account"_s}, {u"email"_s, u"email"_s}, {u"badge"_s, u"badge"_s}};
    for (const QJsonObject &message : test::jsonLines(test::referenceFile("citizen_messages.jsonl"))) {
        QSet<QString> found;
        const QString text = text::display(message.value(u"text"_s).toString());
        if (text.isEmpty())
            continue;
        for (const PersonalDatum &datum : findPersonalData(text))
            found.insert(toWord(datum.kind));
        const QJsonArray types = message.value(u"expected"_s).toObject().value(u"pii_types"_s).toArray();
        for (const QJsonValue &type : types) {
            const QString word = words.value(type.toString());
            // an account number may be in the picture only
            const bool inPicture = word == u"bank_account" && !message.value(u"attachments"_s).toArray().isEmpty();
            QVERIFY2(word.isEmpty() || inPicture || found.contains(word), qPrintable(message.value(u"id"_s).toString() + u' ' + word));
        }
        for (const QString &word : std::as_const(found))
            QVERIFY2(types.contains(words.key(word)), qPrintable(message.value(u"id"_s).toString() + u" unexpected "_s + word));
    }
}

QTEST_APPLESS_MAIN(PersonalDataTest)
#include "test_personal_data.moc"
