// SPDX-License-Identifier: GPL-3.0-or-later
// The gate: what must not reach the page is found and pointed at, and proper communiqués pass.
#include "domain/post_gate.h"
#include "unit/shared_data.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace trucban;
using post::Finding;

class PostGateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blocksWhatMayNotBePublished_data();
    void blocksWhatMayNotBePublished();
    void letsProperWordsPass_data();
    void letsProperWordsPass();
    void pointsAtTheWordsInTheSource();
    void sourceMustBeOnTheList();
    void unfilledVariableBlocks();
    void tooLongBlocks();
    void unredactedMediaBlocks();
    void samplePostsPass_data();
    void samplePostsPass();
    void unsafeDraftsAreBlockedForTheirReasons_data();
    void unsafeDraftsAreBlockedForTheirReasons();
};

static QStringList words(const QList<Finding> &findings, bool blocking)
{
    QStringList found;
    for (const Finding &finding : findings) {
        if (finding.blocks == blocking)
            found.append(finding.rule == post::Rule::PersonalData ? finding.detail : post::toWord(finding.rule));
    }
    found.removeDuplicates();
    return found;
}

static QList<Finding> inspected(const QString &source, post::GateFacts facts = {{{}, u"Công an thành phố Hà Nội"_s}, {}, {}, 0})
{
    return post::inspect(post::read(source, facts.filling), facts);
}

void PostGateTest::blocksWhatMayNotBePublished_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("reason");
    const auto row = [](const QString &source, const QString &reason) { QTest::addRow("%s", qPrintable(source.simplified())) << source << reason; };
    row(u"Tên trộm bị bắt quả tang"_s, u"presumption_of_innocence"_s);
    row(u"# bắt tên cướp giật"_s, u"presumption_of_innocence"_s);
    row(u"một con nghiện đã bị giữ"_s, u"presumption_of_innocence"_s);
    row(u"truy bắt hung thủ"_s, u"presumption_of_innocence"_s);
    row(u"kẻ gian phá khóa"_s, u"presumption_of_innocence"_s);
    row(u"Nguyễn Văn Tèo (SN 2004) khai nhận"_s, u"full_name"_s);
    row(u"# BẮT GIỮ NGUYỄN VĂN TÈO"_s, u"full_name"_s);
    row(u"Người bị hại là chị Lan Hương"_s, u"full_name"_s);
    row(u"Phạm Bích Ngọc, SN 1999, khai nhận"_s, u"full_name"_s);
    row(u"trú tại số 12 ngõ 34 phố Huế"_s, u"address"_s);
    row(u"ở phòng 1203 tòa B"_s, u"address"_s);
    row(u"gọi **0912** 345 678"_s, u"phone"_s);
    row(u"căn cước 001204000000"_s, u"national_id"_s);
    row(u"đi xe 29-H1 000.00"_s, u"plate"_s);
    row(u"stk 0000123456789"_s, u"bank_account"_s);
    row(u"thư tới ban.doc@example.com"_s, u"email"_s);
    row(u"(Mật) nội dung"_s, u"classification_mark"_s);
    row(u"MẬT\nnội dung"_s, u"classification_mark"_s);
    row(u"văn bản tuyệt mật"_s, u"classification_mark"_s);
    row(u"theo Kế hoạch số 000/KH-CAHN"_s, u"operational_plan"_s);
    row(u"bố trí 12 tổ hóa trang"_s, u"operational_plan"_s);
    row(u"lộ trình đoàn đi qua"_s, u"operational_plan"_s);
    row(u"bé gái 5 tuổi"_s, u"minor_identity"_s);
    row(u"Cháu Bống được đưa về"_s, u"minor_identity"_s);
    row(u"con anh Phạm Văn Bê"_s, u"family_member_name"_s);
    row(u"học sinh 12 tuổi trường tiểu học gần đó"_s, u"school"_s);
    row(u"cháu bé 7 tuổi đang tại bệnh viện"_s, u"health"_s);
    row(u"vụ {{case:abc}}"_s, u"bad_case_reference"_s);
    row(u"  \n"_s, u"empty"_s);
}

void PostGateTest::blocksWhatMayNotBePublished()
{
    QFETCH(QString, source);
    QFETCH(QString, reason);
    const QStringList found = words(inspected(source), true);
    QVERIFY2(found.contains(reason), qPrintable(found.join(u", ")));
}

void PostGateTest::letsProperWordsPass_data()
{
    QTest::addColumn<QString>("source");
    for (const QString &source : {
             u"# THÔNG BÁO\n\nThông tin người báo được giữ bí mật, không đưa mật khẩu cho ai"_s,
             u"# Phân luồng\n\nTại đường Lê Văn Lương và ngã tư Trần Duy Hưng, quanh hồ Hoàn Kiếm"_s,
             u"# Tin\n\nThượng tá Nguyễn Văn Bình, Trưởng phòng, cho biết"_s,
             u"# Tin\n\nN.V.T. (SN 2004; trú tại xã Đại Thanh) khai nhận hành vi"_s,
             u"# Tin\n\nCụ ông 82 tuổi đi lạc, em học giỏi, trẻ em cần được bảo vệ"_s,
             u"# Tin\n\nKẻ vạch sơn đường, gọi 113 hoặc 114, thư tới trucban@hanoi.gov.vn"_s,
             u"# Tin\n\nXe buýt điều chỉnh lộ trình theo thông báo"_s,
             u"# Tin\n\nPhường Hai Bà Trưng, đường Bà Triệu, ngõ rộng hay hẹp"_s,
         })
        QTest::addRow("%s", qPrintable(source.simplified())) << source;
}

void PostGateTest::letsProperWordsPass()
{
    QFETCH(QString, source);
    QCOMPARE(words(inspected(source), true), QStringList());
    QCOMPARE(words(inspected(source), false), QStringList());
}

void PostGateTest::pointsAtTheWordsInTheSource()
{
    const QString source = u"# Tin\n\nBắt **tên trộm** xe, gọi 0912 **345** 678"_s;
    const auto findings = inspected(source);
    QCOMPARE(findings.size(), 2);
    QCOMPARE(source.mid(findings.at(0).range.start, findings.at(0).range.length), u"tên trộm"_s);
    QCOMPARE(findings.at(0).detail, u"người nghi vấn"_s);
    QCOMPARE(source.mid(findings.at(1).range.start, findings.at(1).range.length), u"0912 **345** 678"_s);
}

void PostGateTest::sourceMustBeOnTheList()
{
    const QList<post::AllowedSource> list{{u"Công an thành phố Hà Nội"_s, {}}, {u"An ninh Thủ đô"_s, u"https://www.anninhthudo.vn/"_s}};
    const auto reasons = [&](const QString &name, const QString &url) {
        return words(inspected(u"# Tin\n\nnội dung"_s, {{{}, name}, url, list, 0}), true);
    };
    QCOMPARE(reasons({}, {}), QStringList{u"missing_source"_s});
    QCOMPARE(reasons(u"Báo lạ"_s, {}), QStringList{u"source_not_allowed"_s});
    QCOMPARE(reasons(u"An ninh Thủ đô"_s, u"https://example.com/gia-mao"_s), QStringList{u"source_not_allowed"_s});
    QCOMPARE(reasons(u"An ninh Thủ đô"_s, u"https://www.anninhthudo.vn/bai-1"_s), QStringList());
    QCOMPARE(reasons(u"An ninh Thủ đô"_s, {}), QStringList{u"missing_source_link"_s});
    QCOMPARE(reasons(u"Công an thành phố Hà Nội"_s, {}), QStringList());
    post::GateFacts noCase{{{}, u"Công an thành phố Hà Nội"_s}, {}, list, 0};
    noCase.hasCase = false;
    QCOMPARE(words(inspected(u"# Tin\n\nnội dung"_s, noCase), true), QStringList{u"missing_case"_s});
}

void PostGateTest::unfilledVariableBlocks()
{
    const post::GateFacts facts{{{{u"unit"_s, u"Công an phường Láng"_s}}, u"Công an thành phố Hà Nội"_s}, {}, {}, 0};
    const auto findings = inspected(u"# Tin\n\n{{unit}} trả lời: {{answer}}"_s, facts);
    QCOMPARE(words(findings, true), QStringList{u"unresolved_variable"_s});
    QCOMPARE(findings.first().detail, u"answer"_s);
}

void PostGateTest::tooLongBlocks()
{
    const QString headline = u"# T\n\n"_s;
    const QString tail = u"\n\nNguồn: Công an thành phố Hà Nội"_s;
    const qsizetype room = post::LengthLimit - 3 - tail.size();
    QCOMPARE(words(inspected(headline + u"a"_s.repeated(room) + tail), true), QStringList());
    QCOMPARE(words(inspected(headline + u"a"_s.repeated(room + 1) + tail), true), QStringList{u"too_long"_s});
}

void PostGateTest::unredactedMediaBlocks()
{
    QCOMPARE(words(inspected(u"# Tin\n\nảnh"_s, {{{}, u"Công an thành phố Hà Nội"_s}, {}, {}, 1}), true), QStringList{u"unredacted_media"_s});
}

static void posts(const QStringList &files)
{
    QTest::addColumn<QJsonObject>("post");
    for (const QString &file : files) {
        for (const QJsonObject &post : test::jsonLines(file))
            QTest::addRow("%s", qPrintable(post.value(u"id"_s).toString())) << post;
    }
}

static QList<Finding> inspectedPost(const QJsonObject &post)
{
    const QString source = u"# %1\n\n%2\n\n%3"_s.arg(post.value(u"title"_s).toString(), post.value(u"body"_s).toString(),
                                                    post.value(u"hashtags"_s).toVariant().toStringList().join(u' '));
    int unredacted = 0;
    for (const QJsonValue &medium : post.value(u"media"_s).toArray())
        unredacted += !medium.toObject().value(u"redacted"_s).toBool();
    return inspected(source, {{{}, post.value(u"source_name"_s).toString()}, {}, {}, unredacted});
}

void PostGateTest::samplePostsPass_data()
{
    posts({test::sampleFile("posts.jsonl"), test::referenceFile("posts.jsonl")});
}

void PostGateTest::samplePostsPass()
{
    QFETCH(QJsonObject, post);
    QCOMPARE(words(inspectedPost(post), true), QStringList());
}

void PostGateTest::unsafeDraftsAreBlockedForTheirReasons_data()
{
    posts({test::referenceFile("posts_unsafe_drafts.jsonl")});
    const auto own = [](const char *name, const QString &title, const QString &body, bool redacted, const QString &source, const QStringList &reasons) {
        QTest::newRow(name) << QJsonObject{{u"title"_s, title}, {u"body"_s, body}, {u"hashtags"_s, QJsonArray{u"#CongAnHaNoi"_s}},
            {u"source_name"_s, source}, {u"media"_s, QJsonArray{QJsonObject{{u"redacted"_s, redacted}}}}, {u"gate_notes"_s, QJsonArray::fromStringList(reasons)}};
    };
    own("own theft", u"BẮT KẺ TRỘM CHÓ TRẦN VĂN MÍT"_s, u"Hung thủ Trần Văn Mít, SN 1997, CCCD 001097000000, ở số 998 ngõ 997 phường Láng, đi xe 30A-000.00; bị hại là anh Quang Hải, ĐT 0987 654 321."_s,
        false, u"Công an thành phố Hà Nội"_s,
        {u"full_name"_s, u"cccd"_s, u"address"_s, u"plate"_s, u"phone"_s, u"presumption_of_innocence"_s, u"unredacted_media"_s});
    own("own child", u"TÌM THẤY BÉ TRAI 6 TUỔI"_s, u"Bé Tôm, 6 tuổi, lớp 1, con chị Lê Thị Xoan, bị thương tích nhẹ."_s, false, u"Công an thành phố Hà Nội"_s,
        {u"minor_identity"_s, u"family_member_name"_s, u"school"_s, u"health"_s, u"unredacted_media"_s});
    own("own plan", u"PHƯƠNG ÁN BẢO VỆ SỰ KIỆN"_s, u"(Tối mật) Kế hoạch số 000/KH-CAHN bố trí 5 chốt, quân số 40."_s, true, QString(),
        {u"classification_mark"_s, u"operational_plan"_s, u"missing_source"_s});
}

void PostGateTest::unsafeDraftsAreBlockedForTheirReasons()
{
    QFETCH(QJsonObject, post);
    QStringList found = words(inspectedPost(post), true);
    found.replaceInStrings(u"national_id"_s, u"cccd"_s);
    for (const QJsonValue &reason : post.value(u"gate_notes"_s).toArray())
        QVERIFY2(found.contains(reason.toString()), qPrintable(reason.toString() + u" not in "_s + found.join(u", ")));
}

QTEST_APPLESS_MAIN(PostGateTest)
#include "test_post_gate.moc"
