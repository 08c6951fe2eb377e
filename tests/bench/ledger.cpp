// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of charges and what hangs on it, for a seeded database that has none: about six charges a case, some late, some handed back,
// heads that follow one another, two shifts a day, first answers, settlements, escalations. All by sets, the same for the same case every time.
#include "seeder.h"

#include "base/result.h"

namespace trucban::bench {

namespace {

constexpr auto people = R"sql(
INSERT INTO core.unit_head (unit_id, name, rank, post, from_at, to_at)
SELECT u.id, 'Chỉ huy ' || u.id || '-' || n, 'Trung tá', 'Trưởng Công an phường', now() - make_interval(months => 40 - 10 * n), CASE WHEN n < 3 THEN now() - make_interval(months => 30 - 10 * n) END
FROM core.unit u CROSS JOIN generate_series(0, 3) n WHERE NOT EXISTS (SELECT FROM core.unit_head);
INSERT INTO core.shift (name, leader_id, starts_at, ends_at, ended_at, state)
SELECT 'Ca ' || to_char(at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI DD/MM/YYYY'), (SELECT id FROM core.person WHERE login = 'supervisor1'), at, at + interval '12 hours',
    CASE WHEN at + interval '12 hours' < now() THEN at + interval '12 hours' END, CASE WHEN at + interval '12 hours' < now() THEN 'handed_over' ELSE 'on_duty' END
FROM generate_series(date_trunc('day', now() - interval '1110 days') + interval '1 hour', now(), interval '12 hours') at WHERE NOT EXISTS (SELECT FROM core.shift);
)sql";

// steps: n, stage, holder, the shortest minutes, how many more, how seldom (the power), the limit
constexpr auto charges = R"sql(
CREATE TABLE core.bench_index AS SELECT format('%I.%I', schemaname, indexname) AS name, indexdef AS def FROM pg_indexes
    WHERE schemaname = 'core' AND tablename = 'charge' AND indexname <> 'charge_pkey';
DO $$ DECLARE r record; BEGIN FOR r IN SELECT name FROM core.bench_index LOOP EXECUTE 'DROP INDEX ' || r.name; END LOOP; END $$;
TRUNCATE core.charge, core.escalation, core.notice, core.notice_person RESTART IDENTITY;
-- what was told to the citizen long ago is closed by now
UPDATE core.case SET status = 'closed', queue = 6, closed_at = opened_at + interval '15 days' WHERE queue = 5 AND opened_at < now() - interval '45 days';
UPDATE core.thread t SET open_case_id = NULL FROM core.case c WHERE c.id = t.open_case_id AND c.queue = 6;
CREATE FUNCTION pg_temp.r(p_id bigint, k int) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$ SELECT (hashint8(p_id * 64 + k) & 1048575) / 1048576.0::float8 $$;
CREATE TEMP TABLE step AS SELECT * FROM (VALUES (1, 'take_in', 'desk', 1, 60, 4, 30), (2, 'classify', 'desk', 2, 60, 4, 30), (3, 'forward', 'desk', 5, 240, 4, 120), (4, 'confirm', 'unit', 10, 480, 4, 240),
    (5, 'answer', 'unit', 120, 20000, 3, 12960), (6, 'forward', 'desk', 5, 240, 4, 120), (7, 'confirm', 'unit', 10, 480, 4, 240), (8, 'answer', 'unit', 120, 20000, 3, 12960),
    (9, 'review', 'desk', 5, 400, 4, 240), (10, 'reply', 'desk', 2, 300, 3, 240), (11, 'publish', 'desk', 60, 5000, 1, 4320)) x(n, stage, holder, base, spread, power, lim);
CREATE TEMP TABLE history AS
SELECT c.id, s.n, s.stage, s.holder, CASE WHEN s.holder = 'unit' THEN CASE WHEN s.n < 6 AND c.back THEN 1 + (c.unit + 7) % 150 ELSE c.unit END END AS unit_id, least(s.from_at, c.cap + make_interval(mins => s.n)) AS from_at,
    CASE WHEN c.queue <= 5 AND s.n = c.last THEN NULL ELSE least(s.to_at, c.cap + make_interval(mins => s.n + 1)) END AS to_at,
    CASE WHEN c.queue <= 4 AND s.n = c.last THEN c.due_at WHEN c.status = 'published' AND s.n = c.last THEN NULL ELSE least(s.from_at, c.cap + make_interval(mins => s.n)) + make_interval(mins => s.lim) END AS due_at,
    c.back, c.status, c.queue, c.last, c.opened_at
FROM (SELECT c.id, c.status, c.queue, c.opened_at, c.due_at, coalesce(c.lead_unit_id, 1 + (c.id * 7919) % 150) AS unit, now() - interval '2 hours' AS cap,
        pg_temp.r(c.id, 40) < 0.1 AND c.status NOT IN ('new', 'claimed', 'classified', 'forwarded', 'rejected') AS back,
        CASE c.status WHEN 'new' THEN 1 WHEN 'claimed' THEN 2 WHEN 'rejected' THEN 2 WHEN 'classified' THEN 3 WHEN 'forwarded' THEN 4 + (pg_temp.r(c.id, 41) < 0.5)::int WHEN 'answered' THEN 9 ELSE 11 END AS last
      FROM core.case c) c
CROSS JOIN LATERAL (
    SELECT w.*, c.opened_at + make_interval(secs => w.until - w.dur) AS from_at, c.opened_at + make_interval(secs => w.until) AS to_at FROM (
        SELECT d.*, sum(d.dur) OVER (ORDER BY d.n) AS until FROM (
            SELECT t.*, round((60 * (t.base + t.spread * pg_temp.r(c.id, t.n) ^ t.power) * CASE WHEN t.n = 5 AND c.back THEN 0.1 ELSE 1 END)::numeric, 1)::float8 AS dur
            FROM step t WHERE t.n <= c.last AND (c.back OR t.n NOT IN (6, 7, 8))) d) w) s;
INSERT INTO core.charge (case_id, stage, holder, unit_id, from_at, to_at, due_at) SELECT id, stage, holder, unit_id, from_at, to_at, due_at FROM history;
SET maintenance_work_mem = '1GB';
DO $$ DECLARE r record; BEGIN FOR r IN SELECT def FROM core.bench_index LOOP EXECUTE r.def; END LOOP; END $$;
DROP TABLE core.bench_index;
UPDATE core.case c SET charge_id = g.id, charged_to = g.holder, charged_unit_id = g.unit_id, stage = g.stage, escalate_at = CASE WHEN g.due_at > now() THEN g.due_at END
FROM core.charge g WHERE g.case_id = c.id AND g.to_at IS NULL;
)sql";

constexpr auto happenings = R"sql(
INSERT INTO core.first_response (case_id, at, person_id)
SELECT h.id, h.from_at + make_interval(secs => 30 + 3000 * pg_temp.r(h.id, 42) ^ 2), (SELECT min(id) FROM core.person WHERE role = 'officer') + h.id % 2
FROM history h WHERE h.n = 2 AND h.from_at > h.opened_at ON CONFLICT DO NOTHING;
INSERT INTO core.case_event (case_id, at, person_id, verb, from_status, to_status, revision)
SELECT h.id, h.to_at, (SELECT min(id) FROM core.person WHERE role = 'officer') + h.id % 2, CASE h.status WHEN 'rejected' THEN 'reject' ELSE 'release' END,
    CASE h.status WHEN 'rejected' THEN 'claimed' ELSE 'answered' END, CASE h.status WHEN 'rejected' THEN 'rejected' ELSE 'released' END, 4
FROM history h WHERE h.to_at IS NOT NULL AND ((h.status = 'rejected' AND h.n = 2) OR (h.queue >= 5 AND h.n = 10));
INSERT INTO core.case_event (case_id, at, person_id, verb, from_status, to_status, revision)
SELECT h.id, h.to_at, (SELECT min(id) FROM core.person WHERE role = 'officer'), 'close', 'released', 'closed', 5 FROM history h WHERE h.status = 'closed' AND h.n = 11;
INSERT INTO core.assignment (case_id, unit_id, lead, state, sent_by, sent_at, due_at, confirmed_at, ended_at, reason_code)
SELECT h.id, h.unit_id, true, CASE WHEN h.n = 4 AND h.back THEN 'handed_back' ELSE 'accepted' END, (SELECT min(id) FROM core.person WHERE role = 'officer') + h.id % 2, h.from_at, h.from_at + interval '9 days', h.to_at, h.to_at + interval '1 day',
    CASE WHEN h.n = 4 AND h.back THEN (ARRAY['wrong_area', 'not_competent', 'too_little', 'handled_before'])[1 + (h.id % 4)::int] END
FROM history h WHERE h.status = 'closed' AND h.n IN (4, 7);
INSERT INTO core.escalation (case_id, charge_id, rung, severity, rung_at, at, told)
SELECT g.case_id, g.id, r.code, r.severity, x.at, x.at, jsonb_build_array(jsonb_build_object('name', 'Chỉ huy ' || coalesce(g.unit_id, 0), 'as', 'unit_head'))
FROM core.charge g JOIN core.rung r ON r.code IN ('80', '100') CROSS JOIN LATERAL (SELECT g.from_at + (g.due_at - g.from_at) * r.percent / 100.0 AS at) x
WHERE g.due_at < now() AND g.from_at > now() - interval '60 days' AND coalesce(g.to_at, now()) > g.due_at AND g.due_at > g.from_at;
INSERT INTO core.bulletin (case_id, state, source_text, post_text, source_id, author_id, changed_by, submitted_by, approved_by, created_at, changed_at, published_at)
SELECT h.id, 'published', 'x', 'x', (SELECT min(id) FROM core.source), o.id, o.id, o.id, (SELECT id FROM core.person WHERE login = 'supervisor1'), h.from_at, h.from_at, h.from_at
FROM history h, (SELECT min(id) AS id FROM core.person WHERE role = 'officer') o WHERE h.n = 11 AND (h.status = 'published' OR (h.status = 'closed' AND pg_temp.r(h.id, 43) < 0.06));
SELECT setval(pg_get_serial_sequence('core.case_event', 'id'), (SELECT max(id) FROM core.case_event));
VACUUM ANALYZE core.charge; VACUUM ANALYZE core.first_response; VACUUM ANALYZE core.case_event; VACUUM ANALYZE core.assignment; VACUUM ANALYZE core.escalation; VACUUM ANALYZE core.case; ANALYZE core.shift; ANALYZE core.unit_head; VACUUM ANALYZE core.bulletin;
)sql";

} // namespace

bool lacksLedger(const Cluster &cluster)
{
    return cluster.ask(u"SELECT NOT EXISTS (SELECT FROM core.shift)"_s, u"trucban"_s) == u"t";
}

void seedLedger(const Cluster &cluster)
{
    cluster.ask(u"SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'; INSERT INTO core.source (code, name, kind) VALUES ('BENCH', 'Bench', 'result') ON CONFLICT DO NOTHING;\n"_s
                    + QString::fromUtf8(people) + QString::fromUtf8(charges) + QString::fromUtf8(happenings),
                u"trucban"_s);
}

} // namespace trucban::bench
