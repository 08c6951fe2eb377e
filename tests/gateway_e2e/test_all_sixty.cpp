// SPDX-License-Identifier: GPL-3.0-or-later
// All messages of a sample file, their attachments real media, from the stand-in's citizens to rows: none lost, none doubled,
// every byte the one that was sent. The product's own sample always; the shared sixty as well where they lie beside the checkout.
#include "gateway/stage.h"

#include <QFileInfo>

using namespace trucban;

namespace {

struct Expected {
    QString sample; // id in the file
    QString platformId;
    QString text;           // as the file has it
    QJsonArray attachments; // with kind, mime, bytes, sha256 as the stand-in serves them
};

QHash<QString, QString> textsOf(const QString &path)
{
    QHash<QString, QString> texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    while (!file.atEnd()) {
        const QJsonObject one = QJsonDocument::fromJson(file.readLine()).object();
        if (!one.isEmpty())
            texts.insert(one.value(u"id"_s).toString(), one.value(u"text"_s).toString());
    }
    return texts;
}

QString literal(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
}

} // namespace

class AllSixtyTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;

    bool lookedForGaps(int times)
    {
        return QTest::qWaitFor([&] { return m_stage->state()[u"calls"_s][u"GET feed"_s].toInt() >= times; }, 20'000);
    }
    QList<Expected> play(const QString &file);
    void nothingLostNothingDoubled(const QList<Expected> &expected);
    void attachmentsAreTheOnesSent(const QList<Expected> &expected);
    void textsAreFoundInBothForms(const QList<Expected> &expected);

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        QVERIFY(m_stage->open());
        QVERIFY(lookedForGaps(1)); // the walk at the start is over: what comes now comes by webhook
    }
    void cleanup()
    {
        if (m_stage)
            QVERIFY(m_stage->gateway.stop());
        m_stage.reset();
    }
    void everyMessageArrives_data();
    void everyMessageArrives();
    void whatNoWebhookToldIsReadBack();
};

static QString ownSample()
{
    return QStringLiteral(TRUCBAN_SOURCE_DIR "/resources/sample/citizens.jsonl");
}

void AllSixtyTest::everyMessageArrives_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QJsonObject>("faults");
    const QString own = ownSample();
    const QString shared = QStringLiteral(TRUCBAN_SOURCE_DIR "/../shared/data/citizen_messages.jsonl");
    const QList<std::pair<QByteArray, QString>> files {{"own sample", own}, {"shared sixty", shared}};
    for (const auto &[name, path] : files) {
        if (path != own && !QFileInfo::exists(path))
            continue;
        QTest::addRow("%s, one by one", name.constData()) << path << QJsonObject();
        QTest::addRow("%s, every event twice and in reverse", name.constData())
            << path << QJsonObject {{u"double_webhooks"_s, true}, {u"out_of_order"_s, true}};
    }
}

QList<Expected> AllSixtyTest::play(const QString &file)
{
    QProcess citizens;
    citizens.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    citizens.start(QStringLiteral(TRUCBAN_BINARY_DIR "/bin/sample-citizens"),
                   {u"--standin"_s, m_stage->facebook.url(), u"--citizens"_s, file, u"--cache"_s,
                    QStringLiteral(TRUCBAN_BINARY_DIR "/../sample-media")});
    const bool ended = QTest::qWaitFor([&] { return citizens.state() == QProcess::NotRunning; }, 240'000);
    if (!ended || citizens.exitCode() != 0)
        return {};
    const QHash<QString, QString> texts = textsOf(file);
    QList<Expected> expected;
    for (const QByteArray &line : citizens.readAllStandardOutput().split('\n')) {
        const QJsonObject sent = QJsonDocument::fromJson(line).object();
        if (sent.isEmpty())
            continue;
        const QString id = sent.value(u"id"_s).toString();
        expected.append({id, sent.value(u"platform_id"_s).toString(), texts.value(id), sent.value(u"attachments"_s).toArray()});
    }
    return expected.size() == texts.size() ? expected : QList<Expected>();
}

void AllSixtyTest::nothingLostNothingDoubled(const QList<Expected> &expected)
{
    const QString inbound = u"SELECT count(*) FROM core.message WHERE direction = 'in'"_s;
    QVERIFY(m_stage->becomes(inbound, QString::number(expected.size()), 60'000));
    QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.journal WHERE state = 'pending'"_s, u"0"_s, 30'000));
    QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.parked"_s, u"0"_s));
    QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.journal WHERE state = 'rejected'"_s), 0);
    QCOMPARE(m_stage->number(inbound), expected.size());
    for (const Expected &one : expected) {
        const QString where = u" FROM core.message WHERE platform_id = "_s + literal(one.platformId);
        QCOMPARE(m_stage->number(u"SELECT count(*)"_s + where), 1);
        const QString received = m_stage->database.ask(u"SELECT encode(convert_to(coalesce(raw_text, ''), 'UTF8'), 'hex')"_s + where);
        QVERIFY2(received.toLatin1() == one.text.toUtf8().toHex(), qPrintable(one.sample));
    }
    // a thread of the sample is one open case: as many cases as conversations and comments of different people
    QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.case"_s), m_stage->number(u"SELECT count(*) FROM core.thread"_s));
}

void AllSixtyTest::attachmentsAreTheOnesSent(const QList<Expected> &expected)
{
    QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.attachment WHERE state IN ('waiting', 'fetching')"_s, u"0"_s, 90'000));
    qsizetype files = 0;
    for (const Expected &one : expected) {
        const QString mine =
            u" FROM core.attachment a JOIN core.message m ON m.id = a.message_id LEFT JOIN core.media s ON s.id = a.media_id WHERE m.platform_id = "_s
            + literal(one.platformId);
        QCOMPARE(m_stage->number(u"SELECT count(*)"_s + mine), one.attachments.size());
        for (qsizetype i = 0; i < one.attachments.size(); ++i) {
            const QJsonObject sent = one.attachments.at(i).toObject();
            const QString row = mine + u" ORDER BY a.ordinal OFFSET %1 LIMIT 1"_s.arg(i);
            QCOMPARE(m_stage->database.ask(u"SELECT a.kind"_s + row), sent.value(u"kind"_s).toString());
            if (!sent.contains(u"sha256"_s))
                continue;
            ++files;
            QCOMPARE(m_stage->database.ask(u"SELECT a.state || ' ' || a.failure"_s + row).trimmed(), u"stored"_s);
            QCOMPARE(m_stage->database.ask(u"SELECT encode(s.sha256, 'hex')"_s + row), sent.value(u"sha256"_s).toString());
            QCOMPARE(m_stage->database.ask(u"SELECT s.kind || ' ' || s.bytes"_s + row),
                     u"%1 %2"_s.arg(sent.value(u"kind"_s).toString()).arg(sent.value(u"bytes"_s).toInteger()));
            QCOMPARE(m_stage->database.ask(
                         u"SELECT encode(sha256(string_agg(c.data, ''::bytea ORDER BY c.index)), 'hex') FROM core.media_chunk c "
                         "JOIN core.media s ON s.id = c.media_id WHERE s.sha256 = decode('%1', 'hex')"_s.arg(
                             sent.value(u"sha256"_s).toString())),
                     sent.value(u"sha256"_s).toString());
        }
    }
    QVERIFY(files > 0);
}

// Composed or decomposed, one search finds it, written in either form
void AllSixtyTest::textsAreFoundInBothForms(const QList<Expected> &expected)
{
    QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.message WHERE text IS NOT NFC NORMALIZED"_s), 0);
    int decomposed = 0;
    for (const Expected &one : expected) {
        const QString composed = one.text.normalized(QString::NormalizationForm_C);
        if (composed == one.text)
            continue;
        ++decomposed;
        const QString words = composed.section(u' ', 0, 4);
        for (const QString &asked : {words, words.normalized(QString::NormalizationForm_D)}) {
            const QString found = m_stage->database.ask(
                u"SELECT count(*) FROM search.message_text t JOIN core.message m ON m.id = t.message_id WHERE m.platform_id = "_s
                + literal(one.platformId) + u" AND t.lexemes @@ search.query("_s + literal(asked) + u')');
            QVERIFY2(found == u"1", qPrintable(one.sample + u": "_s + asked));
        }
    }
    QVERIFY(decomposed > 0);
}

void AllSixtyTest::everyMessageArrives()
{
    QFETCH(const QString, file);
    QFETCH(const QJsonObject, faults);
    m_stage->control(u"faults"_s, faults);
    const QList<Expected> expected = play(file);
    QVERIFY(!expected.isEmpty());
    QCOMPARE(m_stage->facebook.look(u"idle?timeout_ms=60000"_s).value(u"queued"_s).toInt(-1), 0);
    nothingLostNothingDoubled(expected);
    if (!QTest::currentTestFailed())
        attachmentsAreTheOnesSent(expected);
    if (!QTest::currentTestFailed())
        textsAreFoundInBothForms(expected);
}

// An outage in which Facebook gave every webhook up: the conversations and the wall are read instead, and nothing is asked for twice
void AllSixtyTest::whatNoWebhookToldIsReadBack()
{
    m_stage->control(u"faults"_s, {{u"lose_webhooks"_s, 1'000'000}});
    const QList<Expected> expected = play(ownSample());
    QVERIFY(!expected.isEmpty());
    QVERIFY(m_stage->gateway.stop());
    QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.message"_s), 0);
    m_stage->control(u"faults"_s, {{u"lose_webhooks"_s, 0}});
    QVERIFY(m_stage->gateway.start(m_stage->database.urlFor(u"gateway"_s), m_stage->facebook.url()));
    QVERIFY(m_stage->connectTo(m_stage->gateway));
    nothingLostNothingDoubled(expected);
    if (!QTest::currentTestFailed())
        textsAreFoundInBothForms(expected);
    QVERIFY(m_stage->becomes(u"SELECT count(*) FROM core.attachment WHERE state IN ('waiting', 'fetching')"_s, u"0"_s, 90'000));
    for (const Expected &one : expected) {
        for (const QJsonValue &sent : one.attachments) {
            if (!sent[u"sha256"_s].isUndefined())
                QCOMPARE(m_stage->number(u"SELECT count(*) FROM core.media WHERE complete AND encode(sha256, 'hex') = "_s
                                         + literal(sent[u"sha256"_s].toString())),
                         1);
        }
    }
}

QTEST_GUILESS_MAIN(AllSixtyTest)
#include "test_all_sixty.moc"
