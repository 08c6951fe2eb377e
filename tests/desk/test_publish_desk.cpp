// SPDX-License-Identifier: GPL-3.0-or-later
// A post goes from the first word to the permalink, and every short cut is refused by the database.
#include "desk/publish/publish_desk.h"
#include "support/scratch_database.h"

#include <QTest>

using namespace trucban;

class PublishDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aPostGoesOutWithTwoPairsOfEyes();
    void theAuthorCannotApprove();
    void whatTheGateBlocksIsNotSubmitted();
    void aSourceIsNeeded();
    void changingWordsTakesTheApprovalBack();
    void aSlowerDeskIsToldWhatChanged();
    void theSameRequestIsDoneOnce();
    void aReturnedPostSaysWhy();
    void aWithdrawnPostDoesNotLeave();
    void pagesByKey();
    void aUnitSeesNoPosts();

private:
    BulletinWords newsWords() const;
    BulletinStand saved(const BulletinWords &words);

    std::unique_ptr<ScratchDatabase> scratch;
    std::unique_ptr<Database> officerBase, supervisorBase, unitBase;
    std::unique_ptr<PublishDesk> officer, supervisor, unit;
};

void PublishDeskTest::init()
{
    scratch = std::make_unique<ScratchDatabase>();
    scratch->ask(u"INSERT INTO core.source (code, name, url_prefix, kind) VALUES ('KET_QUA', 'Công an thành phố Hà Nội', '', 'result'), "
                 "('ANTD', 'An ninh Thủ đô', 'https://www.anninhthudo.vn/', 'newspaper') ON CONFLICT (code) DO UPDATE SET name = excluded.name, url_prefix = excluded.url_prefix, kind = excluded.kind RETURNING 1"_s);
    officerBase = std::make_unique<Database>(scratch->connectAs(u"officer1"_s));
    supervisorBase = std::make_unique<Database>(scratch->connectAs(u"supervisor1"_s));
    unitBase = std::make_unique<Database>(scratch->connectAs(u"unit1"_s));
    officer = std::make_unique<PublishDesk>(*officerBase);
    supervisor = std::make_unique<PublishDesk>(*supervisorBase);
    unit = std::make_unique<PublishDesk>(*unitBase);
}

void PublishDeskTest::cleanup()
{
    officer.reset();
    supervisor.reset();
    unit.reset();
    officerBase.reset();
    supervisorBase.reset();
    unitBase.reset();
    scratch.reset();
}

BulletinWords PublishDeskTest::newsWords() const
{
    return {.sourceText = u"# Tin mới\n\nNội dung"_s, .postText = u"TIN MỚI\n\nNội dung\n\nNguồn: An ninh Thủ đô"_s, .source = u"ANTD"_s,
            .sourceUrl = u"https://www.anninhthudo.vn/bai-1"_s};
}

BulletinStand PublishDeskTest::saved(const BulletinWords &words)
{
    const auto stand = answerOf(officer->save(words, newPublishRequest()));
    if (!stand)
        qFatal("not saved: %s", qPrintable(stand.error().code));
    return *stand;
}

void PublishDeskTest::aPostGoesOutWithTwoPairsOfEyes()
{
    auto stand = saved(newsWords());
    QCOMPARE(stand.state, BulletinState::Draft);
    stand = answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).value();
    QCOMPARE(stand.state, BulletinState::Submitted);
    stand = answerOf(supervisor->approve(stand.id, stand.revision, newPublishRequest())).value();
    QCOMPARE(stand.state, BulletinState::Approved);
    const QString outbox = newPublishRequest();
    stand = answerOf(officer->publish(stand.id, stand.revision, {}, outbox)).value();
    QCOMPARE(scratch->ask(u"SELECT kind || ' ' || text FROM core.outbox WHERE id = '%1'"_s.arg(outbox)), u"post "_s + newsWords().postText);
    QVERIFY(answerOf(officer->bulletin(stand.id)).value().isLeaving());

    scratch->ask(u"SELECT core.outbox_sent('%1', '{\"platform_id\": \"1_2\", \"permalink\": \"https://facebook.example/1/posts/2\"}')"_s.arg(outbox));
    const Bulletin out = answerOf(officer->bulletin(stand.id)).value();
    QCOMPARE(out.state, BulletinState::Published);
    QCOMPARE(out.permalink, u"https://facebook.example/1/posts/2"_s);
    QStringList verbs;
    for (const BulletinStep &step : out.steps)
        verbs.append(step.verb);
    QCOMPARE(verbs, (QStringList{u"save_bulletin"_s, u"submit_bulletin"_s, u"approve_bulletin"_s, u"publish_bulletin"_s, u"published"_s}));
}

void PublishDeskTest::theAuthorCannotApprove()
{
    auto stand = answerOf(supervisor->save(newsWords(), newPublishRequest())).value();
    stand = answerOf(supervisor->submit(stand.id, stand.revision, newPublishRequest())).value();
    const auto approval = answerOf(supervisor->approve(stand.id, stand.revision, newPublishRequest()));
    QCOMPARE(approval.error().kind, Failure::NotAllowed);
    QCOMPARE(approval.error().code, u"second_person_needed"_s);
    QCOMPARE(answerOf(officer->approve(stand.id, stand.revision, newPublishRequest())).error().kind, Failure::NotAllowed);
    QCOMPARE(answerOf(officer->publish(stand.id, stand.revision, {}, newPublishRequest())).error().kind, Failure::Conflict);
}

void PublishDeskTest::whatTheGateBlocksIsNotSubmitted()
{
    BulletinWords words = newsWords();
    words.findings = QJsonArray{QJsonObject{{u"rule"_s, u"full_name"_s}, {u"blocks"_s, true}}};
    auto stand = saved(words);
    QCOMPARE(answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).error().code, u"findings_block"_s);
    // and a client that hides its findings does not get a phone number through
    words = newsWords();
    words.id = stand.id;
    words.revision = stand.revision;
    words.postText = u"gọi 0912 345 678"_s;
    stand = saved(words);
    QCOMPARE(answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).error().code, u"personal_data"_s);
}

void PublishDeskTest::aSourceIsNeeded()
{
    BulletinWords words = newsWords();
    words.source.clear();
    auto stand = saved(words);
    QCOMPARE(answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).error().code, u"source_missing"_s);
    words = newsWords();
    words.sourceUrl = u"https://example.com/gia"_s;
    stand = saved(words);
    QCOMPARE(answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).error().code, u"source_url_not_allowed"_s);
    words.source = u"KET_QUA"_s;
    stand = saved(words);
    QCOMPARE(answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).error().code, u"source_needs_case"_s);
}

void PublishDeskTest::changingWordsTakesTheApprovalBack()
{
    auto stand = saved(newsWords());
    stand = answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).value();
    stand = answerOf(supervisor->approve(stand.id, stand.revision, newPublishRequest())).value();
    BulletinWords words = newsWords();
    words.id = stand.id;
    words.revision = stand.revision;
    words.postText += u" thêm"_s;
    stand = saved(words);
    QCOMPARE(stand.state, BulletinState::Draft);
    QCOMPARE(answerOf(officer->publish(stand.id, stand.revision, {}, newPublishRequest())).error().code, u"wrong_state"_s);
}

void PublishDeskTest::aSlowerDeskIsToldWhatChanged()
{
    const auto first = saved(newsWords());
    BulletinWords words = newsWords();
    words.id = first.id;
    words.revision = first.revision;
    words.sourceText = u"# Người khác đã sửa"_s;
    QVERIFY(answerOf(supervisor->save(words, newPublishRequest())));
    words.sourceText = u"# Tôi cũng sửa"_s;
    const auto late = answerOf(officer->save(words, newPublishRequest()));
    QCOMPARE(late.error().kind, Failure::Conflict);
    QCOMPARE(late.error().code, u"stale_revision"_s);
    QCOMPARE(late.error().facts.value(u"source_text"_s).toString(), u"# Người khác đã sửa"_s);
}

void PublishDeskTest::theSameRequestIsDoneOnce()
{
    const QString request = newPublishRequest();
    const auto first = answerOf(officer->save(newsWords(), request)).value();
    const auto again = answerOf(officer->save(newsWords(), request)).value();
    QCOMPARE(again.id, first.id);
    QCOMPARE(scratch->ask(u"SELECT count(*) FROM core.bulletin"_s), u"1"_s);
    QVERIFY(newPublishRequest() != newPublishRequest());
    QCOMPARE(newPublishRequest().at(14), u'7');
}

void PublishDeskTest::aReturnedPostSaysWhy()
{
    auto stand = saved(newsWords());
    stand = answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).value();
    QCOMPARE(answerOf(supervisor->sendBack(stand.id, stand.revision, u" "_s, newPublishRequest())).error().code, u"reason_missing"_s);
    stand = answerOf(supervisor->sendBack(stand.id, stand.revision, u"Viết rõ địa bàn"_s, newPublishRequest())).value();
    const Bulletin back = answerOf(officer->bulletin(stand.id)).value();
    QCOMPARE(back.state, BulletinState::Draft);
    QCOMPARE(back.reason, u"Viết rõ địa bàn"_s);
}

void PublishDeskTest::aWithdrawnPostDoesNotLeave()
{
    auto stand = saved(newsWords());
    stand = answerOf(officer->submit(stand.id, stand.revision, newPublishRequest())).value();
    stand = answerOf(supervisor->approve(stand.id, stand.revision, newPublishRequest())).value();
    const QString outbox = newPublishRequest();
    stand = answerOf(officer->publish(stand.id, stand.revision, {}, outbox)).value();
    stand = answerOf(officer->withdraw(stand.id, stand.revision, u"Chưa phù hợp"_s, newPublishRequest())).value();
    QCOMPARE(stand.state, BulletinState::Withdrawn);
    QCOMPARE(scratch->ask(u"SELECT state FROM core.outbox WHERE id = '%1'"_s.arg(outbox)), u"cancelled"_s);
}

void PublishDeskTest::pagesByKey()
{
    for (int i = 0; i < 7; ++i) {
        BulletinWords words = newsWords();
        words.sourceText = u"# Tin %1\nthân"_s.arg(i);
        saved(words);
    }
    QStringList headlines;
    std::optional<BulletinRow> after;
    for (;;) {
        const auto page = answerOf(officer->list({BulletinState::Draft}, after, 3)).value();
        for (const BulletinRow &row : page.rows)
            headlines.append(row.headline);
        if (!page.more)
            break;
        after = page.rows.last();
    }
    QCOMPARE(headlines, (QStringList{u"Tin 6"_s, u"Tin 5"_s, u"Tin 4"_s, u"Tin 3"_s, u"Tin 2"_s, u"Tin 1"_s, u"Tin 0"_s}));
    QCOMPARE(answerOf(officer->list({BulletinState::Published})).value().rows.size(), 0);
    QCOMPARE(answerOf(officer->counts()).value().value(BulletinState::Draft), 7);
}

void PublishDeskTest::aUnitSeesNoPosts()
{
    const auto stand = saved(newsWords());
    QCOMPARE(answerOf(unit->list({BulletinState::Draft})).value().rows.size(), 0);
    QVERIFY(!answerOf(unit->bulletin(stand.id)));
    QCOMPARE(answerOf(unit->save(newsWords(), newPublishRequest())).error().kind, Failure::NotAllowed);
}

QTEST_GUILESS_MAIN(PublishDeskTest)
#include "test_publish_desk.moc"
