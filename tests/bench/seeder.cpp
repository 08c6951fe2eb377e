// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeder.h"

#include "storage/migrator.h"
#include "support/scratch_people.h"
#include "text_maker.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QTimeZone>

#include <libpq-fe.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <thread>

namespace trucban::bench {

namespace {

constexpr qint64 day = 86'400'000'000LL; // microseconds
constexpr int months = 36;

class Copy // one COPY … FROM STDIN in text form
{
public:
    Copy(const Cluster &cluster, const char *sql)
    {
        m_connection = PQconnectdb(qPrintable(u"host=%1 port=%2 user=postgres dbname=trucban"_s.arg(cluster.socketFolder()).arg(cluster.port())));
        check(PQexec(m_connection, "SET session_replication_role = replica; SET synchronous_commit = off; SET timezone = 'UTC'"), PGRES_COMMAND_OK);
        check(PQexec(m_connection, sql), PGRES_COPY_IN);
    }
    ~Copy()
    {
        flush();
        if (PQputCopyEnd(m_connection, nullptr) != 1)
            die();
        check(PQgetResult(m_connection), PGRES_COMMAND_OK);
        PQfinish(m_connection);
    }
    Copy &operator<<(const std::string &value) { return field(value); }
    Copy &operator<<(qint64 value) { return field(std::to_string(value)); }
    Copy &null() { return field("\\N"); }
    Copy &time(qint64 micros)
    {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(micros / 1000, QTimeZone::UTC);
        return field(at.toString(u"yyyy-MM-dd HH:mm:ss.zzz+00"_s).toStdString());
    }
    void end()
    {
        m_buffer += '\n';
        m_first = true;
        if (m_buffer.size() > 1 << 20)
            flush();
    }

private:
    Copy &field(const std::string &value)
    {
        if (!m_first)
            m_buffer += '\t';
        m_first = false;
        for (const char c : value) {
            if (c == '\n' || c == '\t' || c == '\r')
                m_buffer += ' ';
            else if (c == '\\' && value != "\\N")
                m_buffer += "\\\\";
            else
                m_buffer += c;
        }
        return *this;
    }
    void flush()
    {
        if (!m_buffer.empty() && PQputCopyData(m_connection, m_buffer.data(), static_cast<int>(m_buffer.size())) != 1)
            die();
        m_buffer.clear();
    }
    void check(PGresult *result, ExecStatusType wanted)
    {
        if (PQresultStatus(result) != wanted)
            die();
        PQclear(result);
    }
    [[noreturn]] void die()
    {
        std::fprintf(stderr, "bench: seeding failed: %s\n", PQerrorMessage(m_connection));
        std::exit(1);
    }

    PGconn *m_connection = nullptr;
    std::string m_buffer;
    bool m_first = true;
};

struct Plan { // what case number i is like, the same in every thread
    qint64 cases, firstAt, lastAt;
    qint64 openedAt(qint64 i) const { return firstAt + static_cast<qint64>(static_cast<double>(lastAt - firstAt) * static_cast<double>(i) / static_cast<double>(cases)); }
    static int messages(qint64 i)
    {
        if (i % 10'000 == 77)
            return 500;
        const auto x = mixed(static_cast<std::uint64_t>(i) + 11);
        return x % 100 < 60 ? 3 + static_cast<int>(x / 100 % 6) : x % 100 < 95 ? 9 + static_cast<int>(x / 100 % 11) : 20 + static_cast<int>(x / 100 % 11);
    }
    qint64 messageAt(qint64 i, int k) const { return openedAt(i) + k * 90'000'000LL; }
    bool open(qint64 i) const { return i > cases - cases / 50; }
};

struct CaseShape {
    const char *status;
    int queue;
};

CaseShape shapeOf(const Plan &plan, qint64 i)
{
    const auto x = mixed(static_cast<std::uint64_t>(i) * 3 + 1) % 100;
    if (plan.open(i))
        return x < 30 ? CaseShape{"new", 1} : x < 35 ? CaseShape{"claimed", 2} : x < 45 ? CaseShape{"classified", 2} : x < 85 ? CaseShape{"forwarded", 3} : CaseShape{"answered", 4};
    return x < 15 ? CaseShape{"rejected", 6} : x < 20 ? CaseShape{"released", 5} : x < 25 ? CaseShape{"published", 5} : CaseShape{"closed", 6};
}

void putCases(const Cluster &cluster, const Plan &plan, const TextMaker &maker)
{
    static constexpr const char *urgencies[] = {"emergency", "high", "medium", "medium", "medium", "medium", "low", "low"};
    Copy citizens(cluster, "COPY core.citizen (id, first_seen_at, last_seen_at) FROM STDIN");
    Copy identities(cluster, "COPY core.citizen_identity (id, citizen_id, page_id, platform_user_id, name) FROM STDIN");
    Copy threads(cluster, "COPY core.thread (id, citizen_id, channel, page_id, key, open_case_id, last_inbound_at) FROM STDIN");
    Copy rows(cluster, "COPY core.case (id, number, status, queue, revision, channel, citizen_id, thread_id, category_id, urgency, area_id, lead_unit_id, holder_id, lease_until, opened_at, received_at, "
                       "last_message_at, stage, stage_since, due_at, burns_at, burns_clock, awaiting_reply, first_words, last_words, messages, unread, images, videos, audios) FROM STDIN");
    Copy events(cluster, "COPY core.case_event (id, case_id, at, verb, to_status, revision) FROM STDIN");
    Copy assignments(cluster, "COPY core.assignment (id, case_id, unit_id, lead, state, sent_by, sent_at, due_at) FROM STDIN");
    qint64 message = 1, assignment = 0;
    std::string text;
    std::map<int, int> serial;
    const qint64 citizensThere = std::max<qint64>(1, plan.cases * 2 / 5);
    for (qint64 c = 1; c <= citizensThere; ++c) {
        const qint64 at = plan.openedAt(c);
        (citizens << c).time(at).time(at).end();
        (identities << c << c << "bench-page" << "psid-" + std::to_string(c) << maker.people()[static_cast<int>(c % maker.people().size())].toStdString()).end();
    }
    for (qint64 i = 1; i <= plan.cases; ++i) {
        const auto x = mixed(static_cast<std::uint64_t>(i) * 13 + 7);
        const auto [status, queue] = shapeOf(plan, i);
        const qint64 opened = plan.openedAt(i), citizen = 1 + static_cast<qint64>(x % static_cast<std::uint64_t>(citizensThere));
        const int count = Plan::messages(i);
        const qint64 last = plan.messageAt(i, count - 1);
        const bool live = queue <= 4, classified = queue > 2 || std::string_view(status) == "classified";
        const qint64 due = plan.lastAt + (static_cast<qint64>(x >> 20) % 120 - 48) * (day / 24);
        const int year = QDateTime::fromMSecsSinceEpoch(opened / 1000).date().year() % 100;
        char number[32];
        std::snprintf(number, sizeof number, "%02d-%06d", year, ++serial[year]);
        (threads << i << citizen << "messenger" << "bench-page" << "t" + std::to_string(i));
        (queue < 6 ? threads << i : threads.null()).time(last).end();
        rows << i << number << status << qint64(queue) << qint64(5) << "messenger" << citizen << i;
        classified ? rows << qint64(1 + x % 5) : rows.null();
        rows << urgencies[x % 8];
        classified && x % 5 ? rows << qint64(1 + x / 8 % 126) : rows.null();
        const bool forwarded = queue >= 3 && queue <= 5;
        const qint64 unit = 1 + static_cast<qint64>(x / 1024 % 150);
        forwarded ? rows << unit : rows.null();
        if (queue == 2)
            (rows << qint64(1)).time(plan.lastAt + 30 * day);
        else
            rows.null().null();
        rows.time(opened).time(opened).time(last);
        rows << (live ? "answer" : "");
        rows.time(opened);
        live ? rows.time(due).time(due) : rows.null() << "infinity";
        rows << (live ? "answer" : "") << (live ? "t" : "f");
        maker.make(message, text, nullptr);
        rows << text.substr(0, text.find(' ', 100)) << text.substr(0, text.find(' ', 100)) << qint64(count) << qint64(live ? x % 3 : 0) << qint64(x % 4 == 0) << qint64(x % 9 == 0) << qint64(x % 11 == 0);
        rows.end();
        (events << i * 2 << i).time(opened) << "arrived" << "new" << qint64(1);
        events.end();
        if (forwarded) {
            (assignments << ++assignment << i << unit << "t" << (queue == 3 ? (x % 2 ? "sent" : "confirmed") : queue == 4 ? "answered" : "accepted") << qint64(1)).time(opened).time(due).end();
        }
        message += count;
    }
}

void putMessages(const Cluster &cluster, const Plan &plan, const TextMaker &maker)
{
    Copy rows(cluster, "COPY core.message (id, case_id, thread_id, direction, kind, platform_id, text, sent_at, received_at) FROM STDIN");
    std::string text;
    qint64 message = 0;
    for (qint64 i = 1; i <= plan.cases; ++i) {
        for (int k = 0, count = Plan::messages(i); k < count; ++k) {
            maker.make(++message, text, nullptr);
            const qint64 at = plan.messageAt(i, k);
            (rows << message << i << i << (k % 3 == 2 ? "out" : "in") << "text" << "m_" + std::to_string(message) << text).time(at).time(at).end();
        }
    }
}

void putSearchTexts(const Cluster &cluster, const Plan &plan, const TextMaker &maker)
{
    Copy rows(cluster, "COPY search.message_text (message_id, case_id, sent_at, lexemes) FROM STDIN");
    std::string text, lexemes;
    qint64 message = 0;
    for (qint64 i = 1; i <= plan.cases; ++i) {
        for (int k = 0, count = Plan::messages(i); k < count; ++k) {
            maker.make(++message, text, &lexemes);
            (rows << message << i).time(plan.messageAt(i, k)) << lexemes;
            rows.end();
        }
    }
}

constexpr auto dropIndexes = R"(
CREATE TABLE core.bench_index AS
    SELECT format('%I.%I', schemaname, indexname) AS name, indexdef AS def FROM pg_indexes
    WHERE schemaname = 'core' AND tablename IN ('case', 'message', 'thread', 'citizen_identity', 'case_event', 'assignment')
      AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = format('%I.%I', schemaname, indexname)::regclass);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT name FROM core.bench_index LOOP EXECUTE 'DROP INDEX ' || r.name; END LOOP; END $$;
ALTER TABLE core.message DROP CONSTRAINT message_platform_id_key;
CREATE TABLE core.bench_search AS SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS def FROM pg_index WHERE indrelid = 'search.message_text'::regclass;
DO $$ DECLARE r record; BEGIN FOR r IN SELECT name FROM core.bench_search LOOP EXECUTE 'DROP INDEX ' || r.name; END LOOP; END $$;
)";

} // namespace

void seed(Cluster &cluster, qint64 cases)
{
    QElapsedTimer clock;
    clock.start();
    const auto said = [&clock](const char *what) {
        std::fprintf(stderr, "  %6.1f s  %s\n", static_cast<double>(clock.elapsed()) / 1000.0, what);
    };
    cluster.start(false);
    cluster.ask(u"CREATE DATABASE trucban"_s, u"postgres"_s);
    Migrator migrator(cluster.asSuperuser());
    if (auto roles = migrator.makeRoles(); !roles)
        qFatal("roles: %s", qPrintable(roles.error().detail));
    if (auto done = migrator.upgrade(); !done)
        qFatal("schema: %s", qPrintable(done.error().detail));
    if (auto people = makePeople(cluster.asSuperuser()); !people)
        qFatal("people: %s", qPrintable(people.error().detail));
    cluster.ask(u"INSERT INTO core.unit (code, name) SELECT 'B' || n, 'Công an đơn vị ' || n FROM generate_series(1, 150) n ON CONFLICT DO NOTHING;"
                "INSERT INTO core.area (code, name) SELECT 'A' || n, 'Phường số ' || n FROM generate_series(1, 126) n;"
                "SELECT search.make_partitions((now() - interval '%1 months')::date, (now() + interval '2 months')::date);"_s.arg(months + 1));
    cluster.ask(u"INSERT INTO core.person (login, name, role, unit_id) VALUES ('officer1', 'Officer', 'officer', NULL), ('officer2', 'Officer', 'officer', NULL),"
                "('unit1', 'Unit officer', 'unit', 1), ('supervisor1', 'Supervisor', 'supervisor', NULL), ('admin1', 'Administrator', 'admin', NULL) ON CONFLICT DO NOTHING;"_s);
    cluster.ask(QLatin1StringView(dropIndexes));
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1000;
    const Plan plan{cases, now - months * 30 * day, now - day};
    const TextMaker maker;
    said("schema and people; now cases, messages and search texts …");
    std::thread search([&] { putSearchTexts(cluster, plan, maker); });
    putCases(cluster, plan, maker);
    said("cases");
    putMessages(cluster, plan, maker);
    said("messages");
    search.join();
    said("search texts; now indexes …");
    std::thread searchIndexes([&] {
        cluster.ask(u"SET maintenance_work_mem = '1GB'; DO $$ DECLARE r record; BEGIN FOR r IN SELECT def FROM core.bench_search LOOP EXECUTE replace(r.def, ' ON ONLY ', ' ON '); END LOOP; END $$;"_s);
    });
    cluster.ask(u"ALTER TABLE core.message ADD CONSTRAINT message_platform_id_key UNIQUE (platform_id);"
                "DO $$ DECLARE r record; BEGIN FOR r IN SELECT def FROM core.bench_index LOOP EXECUTE r.def; END LOOP; END $$;"
                "SELECT setval(pg_get_serial_sequence('core.case', 'id'), (SELECT max(id) FROM core.case)), setval(pg_get_serial_sequence('core.message', 'id'), (SELECT max(id) FROM core.message)),"
                "setval(pg_get_serial_sequence('core.thread', 'id'), (SELECT max(id) FROM core.thread)), setval(pg_get_serial_sequence('core.citizen', 'id'), (SELECT max(id) FROM core.citizen)),"
                "setval(pg_get_serial_sequence('core.citizen_identity', 'id'), (SELECT max(id) FROM core.citizen_identity)),"
                "setval(pg_get_serial_sequence('core.case_event', 'id'), (SELECT max(id) FROM core.case_event)),"
                "setval(pg_get_serial_sequence('core.assignment', 'id'), (SELECT greatest(max(id), 1) FROM core.assignment));"
                "INSERT INTO core.case_counter VALUES (extract(year FROM now())::int, 2000000) ON CONFLICT (year) DO UPDATE SET last = excluded.last;"_s);
    said("indexes of the core");
    searchIndexes.join();
    said("indexes of the search; now statistics …");
    cluster.ask(u"DROP TABLE core.bench_index, core.bench_search;"_s);
    seedLedger(cluster);
    said("the ledger");
    cluster.ask(u"VACUUM (ANALYZE, FREEZE)"_s);
    cluster.stop();
    said("done");
}

QList<SearchClass> searchClasses(qint64 cases)
{
    const TextMaker maker;
    QStringList rare, phones;
    for (qint64 n = 1; n <= 40; ++n) {
        rare.append(TextMaker::rareWord(997 * (n * cases * 10 / 997 / 41)));
        phones.append(TextMaker::phone(40 * (n * cases * 10 / 40 / 41) + 7));
    }
    return {
        {u"common_phrase"_s, {u"các anh"_s, u"đề nghị công an"_s, u"nhờ các anh"_s, u"xe máy"_s, u"công an phường"_s, u"cho em hỏi"_s, u"ạ"_s, u"phường"_s}},
        {u"name_or_place"_s, maker.places().mid(0, 126) + maker.people().mid(0, 100)},
        {u"rare_words"_s, rare},
        {u"phone_number"_s, phones},
        {u"without_marks"_s, {u"cac anh"_s, u"mat xe may"_s, u"nguyen van nam"_s, u"truong dinh"_s, u"hoang mai"_s, u"danh nhau"_s, u"tac duong"_s}},
        {u"nothing_found"_s, {u"zzzyyy qqqwww"_s, u"khong he co cau nay dau nhe"_s}},
    };
}

} // namespace trucban::bench
