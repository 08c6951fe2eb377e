-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every second of a case is charged to exactly one holder: a straight case by hand, then random histories against a slow, obvious reckoning.
SELECT t.at('2026-11-20 08:00+07') \g /dev/null
UPDATE core.setting SET value = '86400' WHERE key = 'lease_seconds';
INSERT INTO core.unit_head (unit_id, name, rank, post, from_at, to_at) VALUES (t.unit('W1'), 'Trần Văn A', 'Thượng tá', 'Trưởng Công an phường', '2026-01-01 00:00+07', '2026-11-20 09:10+07'),
    (t.unit('W1'), 'Lê Thị B', 'Trung tá', 'Phó trưởng, trực chỉ huy', '2026-11-20 09:10+07', NULL);
INSERT INTO core.shift (name, leader_id, starts_at, ends_at, ended_at, state) SELECT n, p.id, f, e, e, 'handed_over' FROM core.person p,
    (VALUES ('Ca đêm', '2026-11-19 20:00+07'::timestamptz, '2026-11-20 08:10+07'::timestamptz), ('Ca ngày', '2026-11-20 08:10+07', '2026-11-20 20:00+07')) s(n, f, e) WHERE p.login = 'supervisor1';
CREATE FUNCTION t.lines(p_login text, p_case bigint) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(concat_ws(' ', s ->> 'stage', s ->> 'holder', coalesce(s ->> 'unit', s ->> 'shift'), s ->> 'head', (s ->> 'seconds')::int / 60 || 'm', s ->> 'state'), E'\n' ORDER BY n)
    FROM jsonb_array_elements((t.run(p_login, format('SELECT desk.clocks(%s)', p_case))::jsonb) -> 'stages') WITH ORDINALITY x(s, n)
$$;

-- ── a case by hand: what took long to reach us is charged to the way ──
SELECT t.writes('an', 'Mất xe máy', '{"sent_at": "2026-11-20T00:30:00Z"}') AS c \gset
SELECT t.later('6 minutes') \g /dev/null
SELECT is(t.verb('officer1', :c::bigint, 'claim($c, $r)'), 'ok', 'claimed after six minutes');
SELECT t.later('10 minutes') \g /dev/null
SELECT is(t.verb('officer1', :c, $$classify($c, $v, '{"category": "TOI_PHAM", "urgency": "high", "legal_track": "tin_bao_toi_pham"}', $r)$$), 'ok', 'classified');
SELECT t.later('4 minutes') \g /dev/null
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}, {"unit": %s}]'', ''Please look'', $r)', t.unit('W1'), t.unit('D2'))), 'ok', 'forwarded');
SELECT t.later('40 minutes') \g /dev/null
SELECT is(t.verb('unit1', :c, format('confirm(%s, $r)', t.assignment(:c, 'W1'))), 'ok', 'confirmed while one head left and another came');
SELECT t.later('30 minutes') \g /dev/null
SELECT is(t.lines('officer1', :c), E'take_in channel  30m no_limit\ntake_in desk Ca đêm Supervisor One 6m met\nclassify desk Ca đêm Supervisor One 4m met\nclassify desk Ca ngày Supervisor One 6m met\nforward desk Ca ngày Supervisor One 4m met\nconfirm unit W1 Trần Văn A 40m met\nanswer unit W1 Trần Văn A 10m met\nanswer unit W1 Lê Thị B 20m running',
    'every minute has its holder, its shift, its head');
SELECT is(t.lines('unit1', :c), E'confirm unit W1 Trần Văn A 40m met\nanswer unit W1 Trần Văn A 10m met\nanswer unit W1 Lê Thị B 20m running', 'the unit sees its own minutes and no others');
SELECT is(t.run('unit2', format('SELECT desk.clocks(%s)', :c)), 'TB404 case_not_found', 'another unit sees none');
SELECT is(t.run('officer1', format('SELECT (desk.clocks(%s) ->> ''age_s'')::int / 60', :c)), '120', 'and they add up to its age');

-- ── random histories ──
CREATE FUNCTION t.hand_back(p_login text, p_case bigint, p_unit text) RETURNS text LANGUAGE sql AS $$
    SELECT t.verb(p_login, p_case, format('hand_back(%s, ''not ours'', $r)', t.assignment(p_case, p_unit)))
$$;
CREATE PROCEDURE t.random_step(p_case bigint) LANGUAGE plpgsql AS $$
DECLARE
    v_officer text := (ARRAY['officer1', 'officer2', 'supervisor1'])[1 + floor(random() * 3)::int];
    v_unit text := (ARRAY['W1', 'W2'])[1 + floor(random() * 2)::int];
    v_login text := CASE v_unit WHEN 'W1' THEN 'unit1' ELSE 'unit2' END;
    v_dice int := floor(random() * 22)::int;
    v_citizen text := 'random' || p_case;
    v_box record;
BEGIN
    PERFORM t.later(make_interval(secs => CASE WHEN random() < 0.5 THEN floor(random() * 900) ELSE floor(random() * 100000) END + round(random()::numeric, 3)::float8));
    COMMIT;   -- the others look at the clock over connections of their own
    PERFORM t.run('gateway', 'SELECT intake.sweep()'), t.run('gateway', 'SELECT intake.escalate()');
    IF v_dice < 5 THEN PERFORM t.verb(v_officer, p_case, 'claim($c, $r)');
    ELSIF v_dice = 5 THEN PERFORM t.verb(v_officer, p_case, 'release_claim($c, $r)');
    ELSIF v_dice IN (6, 7) THEN PERFORM t.verb(v_officer, p_case, 'take_over($c, $v, ''mine'', $r)'); END IF;
    IF v_dice IN (6, 7, 8, 9) THEN
        PERFORM t.verb(v_officer, p_case, format('classify($c, $v, ''{"category": "%s", "urgency": "%s"}'', $r)', (ARRAY['ANTT', 'TOI_PHAM'])[1 + floor(random() * 2)::int], (ARRAY['high', 'low', 'emergency'])[1 + floor(random() * 3)::int]));
        PERFORM t.later('7 seconds');
        COMMIT;
        PERFORM t.verb(v_officer, p_case, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit(v_unit)));
    ELSIF v_dice IN (10, 11) THEN PERFORM t.verb(v_login, p_case, format('confirm(%s, $r)', t.assignment(p_case, v_unit)));
    ELSIF v_dice = 12 THEN PERFORM t.hand_back(v_login, p_case, v_unit);
    ELSIF v_dice IN (13, 14) THEN PERFORM t.verb(v_login, p_case, format('answer(%s, ''We looked'', NULL, $r)', t.assignment(p_case, v_unit)));
    ELSIF v_dice = 15 THEN
        PERFORM t.verb(v_officer, p_case, 'take_over($c, $v, ''mine'', $r)');
        PERFORM t.verb(v_officer, p_case, format('return_answer(%s, $v, ''again'', $r)', coalesce((SELECT max(id)::text FROM core.unit_answer WHERE case_id = p_case), 'NULL')));
    ELSIF v_dice IN (16, 17) THEN
        PERFORM t.verb(v_officer, p_case, 'take_over($c, $v, ''mine'', $r)');
        PERFORM t.verb(v_officer, p_case, 'reply($c, $v, $r, ''{"text": "Done", "final": true, "own_decision": "known"}'')');
        PERFORM t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(50, 60, ''g'')');
        FOR v_box IN SELECT id FROM core.outbox WHERE case_id = p_case AND state = 'sending' LOOP
            PERFORM t.run('gateway', format(CASE WHEN random() < 0.7 THEN 'SELECT intake.outbox_sent(%L, ''g'')' ELSE 'SELECT intake.outbox_failed(%L, ''g'', 100, 1, ''refused'', '''')' END, v_box.id));
        END LOOP;
    ELSIF v_dice = 18 THEN
        PERFORM t.verb(v_officer, p_case, 'take_over($c, $v, ''mine'', $r)');
        PERFORM t.verb(v_officer, p_case, 'close($c, $v, ''done'', $r)');
    ELSIF v_dice = 19 THEN PERFORM t.verb(v_officer, p_case, 'reopen($c, $v, ''again'', $r)');
    ELSIF v_dice = 20 AND random() < 0.3 THEN
        PERFORM t.verb(v_officer, p_case, 'take_over($c, $v, ''mine'', $r)');
        PERFORM t.verb(v_officer, p_case, 'reject($c, $v, ''not for us'', $r)');
    ELSIF v_dice = 21 THEN PERFORM t.writes(v_citizen, 'And another thing');
    END IF;
END $$;
SELECT setseed(0.42) \g /dev/null
SELECT t.at('2027-01-04 08:00+07') \g /dev/null
CREATE TABLE t.random AS SELECT n, NULL::bigint AS case_id FROM generate_series(1, 24) n;
DO $$
DECLARE
    v_case bigint;
BEGIN
    FOR i IN 1 .. 24 LOOP
        v_case := t.writes('first' || i, 'Something happened');
        UPDATE t.random SET case_id = v_case WHERE n = i;
        COMMIT;
        FOR k IN 1 .. 40 LOOP CALL t.random_step(v_case); END LOOP;
    END LOOP;
END $$;
SELECT cmp_ok((SELECT count(DISTINCT (stage, holder)) FROM core.charge JOIN t.random USING (case_id)), '>=', 7::bigint, 'the histories went everywhere');
SELECT cmp_ok((SELECT count(*) FROM core.case_event JOIN t.random USING (case_id)), '>', 300::bigint, 'and were long');

-- the slow way: what the steps say the status was at a moment, and which lead assignment lived then
CREATE FUNCTION t.status_at(p_case bigint, p_at timestamptz) RETURNS text LANGUAGE sql AS $$
    SELECT to_status FROM core.case_event WHERE case_id = p_case AND to_status IS NOT NULL AND at <= p_at ORDER BY id DESC LIMIT 1
$$;
CREATE FUNCTION t.holder_at(p_case bigint, p_at timestamptz) RETURNS text LANGUAGE sql AS $$
    SELECT CASE t.status_at(p_case, p_at)
        WHEN 'new' THEN 'take_in desk' WHEN 'reopened' THEN 'take_in desk' WHEN 'claimed' THEN 'classify desk' WHEN 'classified' THEN 'forward desk' WHEN 'handed_back' THEN 'forward desk'
        WHEN 'forwarded' THEN (SELECT CASE WHEN a.confirmed_at IS NULL OR a.confirmed_at > p_at THEN 'confirm ' ELSE 'answer ' END || u.code FROM core.assignment a JOIN core.unit u ON u.id = a.unit_id
            WHERE a.case_id = p_case AND a.lead AND a.sent_at <= p_at AND (a.ended_at IS NULL OR a.ended_at > p_at) ORDER BY a.id DESC LIMIT 1)
        WHEN 'answered' THEN 'review desk' WHEN 'released' THEN 'publish desk' WHEN 'published' THEN 'publish desk' END
$$;
CREATE TABLE t.moment AS SELECT case_id, at, lead(at) OVER (PARTITION BY case_id ORDER BY at) AS next FROM (
    SELECT DISTINCT e.case_id, e.at FROM core.case_event e JOIN t.random USING (case_id) UNION SELECT a.case_id, a.confirmed_at FROM core.assignment a JOIN t.random USING (case_id) WHERE confirmed_at IS NOT NULL
    UNION SELECT case_id, core.now() FROM t.random) x;
-- between two moments nothing happened: the middle of each is looked at
SELECT is_empty($$SELECT m.case_id, m.at, t.holder_at(m.case_id, m.at + (m.next - m.at) / 2) AS obvious,
        (SELECT string_agg(g.stage || ' ' || coalesce(u.code, g.holder), ' + ') FROM core.charge g LEFT JOIN core.unit u ON u.id = g.unit_id
         WHERE g.case_id = m.case_id AND g.from_at <= m.at + (m.next - m.at) / 2 AND (g.to_at IS NULL OR g.to_at > m.at + (m.next - m.at) / 2)) AS ledger
    FROM t.moment m WHERE m.next > m.at
    AND t.holder_at(m.case_id, m.at + (m.next - m.at) / 2) IS DISTINCT FROM (SELECT string_agg(g.stage || ' ' || coalesce(u.code, g.holder), ' + ') FROM core.charge g LEFT JOIN core.unit u ON u.id = g.unit_id
         WHERE g.case_id = m.case_id AND g.from_at <= m.at + (m.next - m.at) / 2 AND (g.to_at IS NULL OR g.to_at > m.at + (m.next - m.at) / 2))$$,
    'at every moment exactly one holder, the one the steps tell of, and nobody while the case is closed');
SELECT is_empty($$SELECT r.case_id, (t.run('officer1', format('SELECT desk.clocks(%s) ->> ''age_s''', r.case_id)))::bigint AS told, floor(sum(extract(epoch FROM m.next - m.at))) AS obvious
    FROM t.random r JOIN t.moment m ON m.case_id = r.case_id AND t.status_at(r.case_id, m.at + (m.next - m.at) / 2) NOT IN ('closed', 'rejected', 'duplicate')
    GROUP BY r.case_id HAVING abs(floor(sum(extract(epoch FROM m.next - m.at))) - (t.run('officer1', format('SELECT desk.clocks(%s) ->> ''age_s''', r.case_id)))::bigint) > 1 + (SELECT count(*) FROM core.case_event e WHERE e.case_id = r.case_id AND e.verb = 'reopen')$$,
    'the age is the time the case was open');
SELECT is_empty($$SELECT r.case_id FROM t.random r CROSS JOIN LATERAL (SELECT t.run('officer1', format('SELECT desk.clocks(%s)', r.case_id))::jsonb AS c) x
    WHERE (x.c ->> 'age_s')::bigint IS DISTINCT FROM (SELECT sum((s ->> 'seconds')::bigint) FROM jsonb_array_elements(x.c -> 'stages') s)$$, 'and the seconds of the holders add up to it exactly');
SELECT is_empty('SELECT case_id FROM core.charge WHERE to_at IS NULL GROUP BY case_id HAVING count(*) > 1', 'never two holders at once');
SELECT is_empty('SELECT id FROM core.case WHERE (queue < 6) <> (charge_id IS NOT NULL) OR (charge_id IS NOT NULL AND NOT EXISTS (SELECT FROM core.charge g WHERE g.id = charge_id AND g.to_at IS NULL AND g.case_id = "case".id AND g.due_at IS NOT DISTINCT FROM "case".due_at))',
    'the case and its open row say the same');
SELECT is_empty($$SELECT e.id FROM core.escalation e JOIN core.charge g ON g.id = e.charge_id WHERE e.at < e.rung_at OR e.rung_at > coalesce(g.to_at, 'infinity')$$, 'no rung was climbed before its time or after the stage had ended');
SELECT is_empty('SELECT charge_id, rung FROM core.escalation GROUP BY 1, 2 HAVING count(*) > 1', 'and none twice');
SELECT * FROM finish();
