-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each metric against a slow, obvious reckoning over a random history that the real verbs made; every number opens exactly its cases; and who may ask.
SELECT t.at('2026-11-02 07:00+07') \g /dev/null
UPDATE core.setting SET value = '86400' WHERE key = 'lease_seconds';
INSERT INTO core.area (code, name) VALUES ('00002', 'Ward 2'), ('00003', 'Ward 3');
INSERT INTO core.unit_head (unit_id, name, rank, from_at, to_at) VALUES (t.unit('W1'), 'Trần Văn A', 'Thượng tá', '2026-01-01 00:00+07', '2026-11-09 09:10+07'),
    (t.unit('W1'), 'Lê Thị B', 'Trung tá', '2026-11-09 09:10+07', NULL), (t.unit('W2'), 'Hà Văn C', '', '2026-11-05 00:00+07', '2026-11-20 00:00+07');
-- shifts of twelve hours with two gaps, an overlap, and one that was only planned
INSERT INTO core.shift (name, leader_id, starts_at, ends_at, ended_at, state)
    SELECT 'Ca ' || n, t.person('supervisor1'), '2026-11-02 08:00+07'::timestamptz + n * interval '12 hours', '2026-11-02 20:00+07'::timestamptz + n * interval '12 hours',
        '2026-11-02 20:00+07'::timestamptz + n * interval '12 hours' + CASE WHEN n % 5 = 0 THEN interval '37 minutes' ELSE '0' END, CASE WHEN n = 9 THEN 'planned' ELSE 'handed_over' END
    FROM generate_series(0, 60) n WHERE n NOT IN (4, 11);
CREATE PROCEDURE t.random_step(p_who text, INOUT p_case bigint) LANGUAGE plpgsql AS $$
DECLARE
    v_officer text := (ARRAY['officer1', 'officer2', 'supervisor1'])[1 + floor(random() * 3)::int];
    v_unit text := (ARRAY['W1', 'W2'])[1 + floor(random() * 2)::int];
    v_login text := CASE v_unit WHEN 'W1' THEN 'unit1' ELSE 'unit2' END;
    v_dice int := floor(random() * 24)::int;
    v_box record;
BEGIN
    PERFORM t.later(make_interval(secs => CASE WHEN random() < 0.6 THEN floor(random() * 900) ELSE floor(random() * 40000) END + round(random()::numeric, 3)::float8));
    COMMIT;
    PERFORM t.run('gateway', 'SELECT intake.sweep()'), t.run('gateway', 'SELECT intake.escalate()');
    IF v_dice IN (0, 1, 2) THEN PERFORM t.verb(v_officer, p_case, 'claim($c, $r)');
    ELSIF v_dice = 3 THEN PERFORM t.verb(v_officer, p_case, 'release_claim($c, $r)'); END IF;
    IF v_dice BETWEEN 4 AND 7 OR v_dice BETWEEN 15 AND 20 THEN PERFORM t.verb(v_officer, p_case, 'take_over($c, $v, ''mine'', $r)'); END IF;
    IF v_dice IN (1, 2, 4, 5, 6, 7) THEN
        PERFORM t.verb(v_officer, p_case, format('classify($c, $v, ''{"category": "%s", "urgency": "%s", "area": "%s"}'', $r)', (ARRAY['ANTT', 'TOI_PHAM', 'GIAI_DAP'])[1 + floor(random() * 3)::int],
            (ARRAY['high', 'low', 'emergency'])[1 + floor(random() * 3)::int], (ARRAY['00001', '00002', '00003'])[1 + floor(random() * 3)::int]));
        PERFORM t.later('7 seconds');
        COMMIT;
        PERFORM t.verb(v_officer, p_case, format('forward($c, $v, ''[{"unit": %s, "lead": true}, {"unit": %s}]'', '''', $r)', t.unit(v_unit), t.unit('D2')));
        IF random() < 0.7 THEN PERFORM t.verb(v_officer, p_case, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit(v_unit))); END IF;
    ELSIF v_dice IN (9, 10) THEN PERFORM t.verb(v_login, p_case, format('confirm(%s, $r)', t.assignment(p_case, v_unit)));
    ELSIF v_dice = 11 THEN PERFORM t.hand_back(v_login, p_case, v_unit);
    ELSIF v_dice = 8 THEN PERFORM t.verb(v_login, p_case, format('hand_on(%s, %s, ''wrong_area'', ''theirs'', $r)', t.assignment(p_case, v_unit), t.unit(CASE v_unit WHEN 'W1' THEN 'W2' ELSE 'W1' END)));
    ELSIF v_dice IN (12, 13, 14) THEN PERFORM t.verb(v_login, p_case, format('answer(%s, ''We looked'', NULL, $r)', t.assignment(p_case, v_unit)));
    ELSIF v_dice IN (15, 16, 17) THEN
        PERFORM t.verb(v_officer, p_case, format('reply($c, $v, $r, ''{"text": "Done", "final": %s, "own_decision": "known"}'')', CASE WHEN random() < 0.8 THEN 'true' ELSE 'false' END));
        PERFORM t.later('3.5 seconds');
        COMMIT;
        PERFORM t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(50, 60, ''g'')');
        FOR v_box IN SELECT id FROM core.outbox WHERE case_id = p_case AND state = 'sending' LOOP
            PERFORM t.run('gateway', format(CASE WHEN random() < 0.7 THEN 'SELECT intake.outbox_sent(%L, ''g'')' ELSE 'SELECT intake.outbox_failed(%L, ''g'', 100, 1, ''refused'', '''')' END, v_box.id));
        END LOOP;
    ELSIF v_dice = 18 THEN PERFORM t.verb(v_officer, p_case, 'close($c, $v, ''done'', $r)');
    ELSIF v_dice = 19 AND random() < 0.4 THEN PERFORM t.verb(v_officer, p_case, 'reject($c, $v, ''not for us'', $r)');
    ELSIF v_dice = 20 AND random() < 0.3 THEN PERFORM t.verb(v_officer, p_case, format('mark_duplicate($c, $v, %s, ''the same'', $r)', (SELECT min(id) FROM core.case)));
    ELSIF v_dice = 21 THEN PERFORM t.verb(v_officer, p_case, 'reopen($c, $v, ''again'', $r)');
    ELSIF v_dice = 22 THEN
        PERFORM t.writes(p_who, 'And a picture', jsonb_build_object('kind', 'image', 'attachments', jsonb_build_array(jsonb_build_object('kind', (ARRAY['image', 'video', 'audio', 'file', 'sticker'])[1 + floor(random() * 5)::int], 'url', 'https://x.example/1'))));
    ELSIF v_dice = 23 THEN PERFORM t.writes(p_who, 'From the page itself', '{"direction": "echo"}');
    END IF;
END $$;
CREATE FUNCTION t.hand_back(p_login text, p_case bigint, p_unit text) RETURNS text LANGUAGE sql AS $$
    SELECT t.verb(p_login, p_case, format('hand_back(%s, %L, ''not ours'', $r)', t.assignment(p_case, p_unit), (ARRAY['wrong_area', 'too_little', 'other'])[1 + floor(random() * 3)::int]))
$$;
SELECT setseed(0.73) \g /dev/null
DO $$
DECLARE
    v_case bigint;
BEGIN
    FOR i IN 1 .. 26 LOOP
        v_case := t.writes('first' || i, 'Something happened', jsonb_build_object('sent_at', core.now() - CASE WHEN i % 3 = 0 THEN interval '11 minutes' ELSE '0' END));
        COMMIT;
        FOR k IN 1 .. 26 LOOP CALL t.random_step('first' || i, v_case); END LOOP;
        PERFORM t.at(timestamptz '2026-11-02 07:00+07' + i * interval '17 hours');
        COMMIT;
    END LOOP;
    FOR i IN 1 .. 3 LOOP     -- done at once: nothing late
        v_case := t.writes('quick' || i, 'Buy my watches');
        COMMIT;
        PERFORM t.must(t.verb('officer1', v_case, 'claim($c, $r)')), t.must(t.verb('officer1', v_case, 'reject($c, $v, ''an advertisement'', $r)'));
        COMMIT;
    END LOOP;
END $$;
SELECT t.at('2026-11-27 09:00+07') \g /dev/null
-- posts: one of a case, one of a source, one taken down again
INSERT INTO core.bulletin (case_id, state, source_text, post_text, source_id, author_id, changed_by, submitted_by, approved_by, created_at, changed_at, published_at)
    SELECT c, s, 'x', 'x', 1, t.person('officer1'), t.person('officer1'), t.person('officer1'), t.person('supervisor1'), p, p, p
    FROM (VALUES ((SELECT min(id) FROM core.case), 'published', '2026-11-08 10:00+07'::timestamptz), (NULL, 'published', '2026-11-09 10:00+07'), ((SELECT max(id) FROM core.case), 'withdrawn', '2026-11-10 10:00+07')) x(c, s, p);
SELECT is((SELECT string_agg(v, ' ' ORDER BY v) FROM (SELECT DISTINCT verb AS v FROM core.case_event) x),
    'answer arrived claim claim_expired classify close confirm escalate forward hand_back hand_on mark_duplicate reject release release_claim reopen reply send_failed take_over', 'the history has every kind of step');

-- ── the slow reckoning: one case after another, one step after another ──
CREATE TABLE t.slow (metric text, case_id bigint, at timestamptz, part text, unit_id bigint, login text, seconds float8, good boolean);
CREATE FUNCTION t.first_words_at(p_case bigint) RETURNS timestamptz LANGUAGE sql AS $$ SELECT min(sent_at) FROM core.message WHERE case_id = p_case AND direction = 'in' $$;
CREATE FUNCTION t.is_done(p_status text) RETURNS boolean LANGUAGE sql AS $$ SELECT p_status IN ('released', 'published', 'closed', 'rejected', 'duplicate') $$;
CREATE PROCEDURE t.reckon_case(p_case bigint) LANGUAGE plpgsql AS $$
DECLARE
    c core.case;
    e record;
    v_status text := '';
    v_done boolean := false;
    v_since timestamptz := t.first_words_at(p_case);
    v_holder text;
    v_unit bigint;
    v_lead bigint;
    v_from timestamptz;
    v_kinds text[] := '{}';
    v_first record;
    v_late boolean := false;
BEGIN
    SELECT * INTO c FROM core.case WHERE id = p_case;
    -- the steps in their order: who holds it between one and the next, when it was settled
    v_holder := CASE WHEN (SELECT min(at) FROM core.case_event WHERE case_id = p_case) - v_since > interval '1 minute' THEN 'channel' ELSE 'desk' END;
    v_from := v_since;
    FOR e IN SELECT * FROM core.case_event WHERE case_id = p_case ORDER BY id LOOP
        IF e.verb = 'forward' THEN
            FOR i IN 0 .. jsonb_array_length(e.facts -> 'units') - 1 LOOP
                IF (e.facts #>> ARRAY['units', i::text, 'lead'])::boolean THEN v_lead := (e.facts #>> ARRAY['units', i::text, 'unit'])::bigint; END IF;
                INSERT INTO t.slow SELECT 'misrouted', p_case, e.at, '', a.unit_id, p.login, NULL, NOT (a.state = 'handed_on' OR a.state = 'handed_back' AND a.reason_code IN ('not_competent', 'wrong_area', 'conflict'))
                    FROM core.assignment a JOIN core.person p ON p.id = e.person_id WHERE a.case_id = p_case AND a.sent_at = e.at AND a.unit_id = (e.facts #>> ARRAY['units', i::text, 'unit'])::bigint;
            END LOOP;
        END IF;
        IF e.verb = 'hand_on' AND v_unit = (e.facts ->> 'unit')::bigint THEN    -- the lead went from one unit to another
            v_lead := (e.facts ->> 'to')::bigint;
            INSERT INTO t.slow SELECT 'charged_time', p_case, v_from, v_holder, v_unit, NULL, extract(epoch FROM e.at)::float8, NULL WHERE e.at > v_from;
            v_from := e.at;
            v_unit := v_lead;
        END IF;
        IF e.to_status IS NOT NULL AND e.to_status <> v_status THEN
            IF v_holder IS NOT NULL AND e.at > v_from THEN
                INSERT INTO t.slow VALUES ('charged_time', p_case, v_from, v_holder, v_unit, NULL, extract(epoch FROM e.at)::float8, NULL);   -- until
            END IF;
            v_from := e.at;
            v_holder := CASE WHEN e.to_status = 'forwarded' THEN 'unit' WHEN e.to_status IN ('closed', 'rejected', 'duplicate') THEN NULL ELSE 'desk' END;
            v_unit := CASE WHEN e.to_status = 'forwarded' THEN v_lead END;
            IF v_done AND NOT t.is_done(e.to_status) THEN
                IF e.verb IN ('send_failed', 'cancel_send') THEN
                    DELETE FROM t.slow WHERE ctid = (SELECT ctid FROM t.slow WHERE metric = 'resolution' AND case_id = p_case ORDER BY at DESC LIMIT 1);
                ELSE
                    v_since := e.at;
                END IF;
                v_done := false;
            ELSIF NOT v_done AND t.is_done(e.to_status) THEN
                INSERT INTO t.slow VALUES ('resolution', p_case, e.at, e.to_status, NULL, (SELECT login FROM core.person WHERE id = e.person_id), extract(epoch FROM e.at - v_since), NULL);
                v_done := true;
            END IF;
            IF v_status = 'released' AND e.verb IN ('send_failed', 'cancel_send') THEN
                DELETE FROM t.slow WHERE ctid = (SELECT ctid FROM t.slow WHERE metric = 'released' AND case_id = p_case ORDER BY at DESC LIMIT 1);
            ELSIF e.to_status = 'released' THEN
                INSERT INTO t.slow VALUES ('released', p_case, e.at, '', NULL, (SELECT login FROM core.person WHERE id = e.person_id), NULL, NULL);
            END IF;
            v_status := e.to_status;
        END IF;
    END LOOP;
    IF v_holder IS NOT NULL THEN
        INSERT INTO t.slow VALUES ('charged_time', p_case, v_from, v_holder, v_unit, NULL, extract(epoch FROM core.now())::float8, NULL);
    END IF;
    -- its holdings
    FOR e IN SELECT * FROM core.charge WHERE case_id = p_case ORDER BY id LOOP
        IF e.due_at IS NOT NULL AND e.holder IN ('desk', 'unit') THEN
            IF e.to_at IS NOT NULL AND e.to_at <= e.due_at THEN
                INSERT INTO t.slow VALUES ('on_time', p_case, e.to_at, e.stage, e.unit_id, NULL, NULL, true);
            ELSIF e.due_at < core.now() THEN
                INSERT INTO t.slow VALUES ('on_time', p_case, e.due_at, e.stage, e.unit_id, NULL, NULL, false);
            END IF;
        END IF;
        v_late := v_late OR (e.due_at IS NOT NULL AND coalesce(e.to_at, core.now()) > e.due_at);
    END LOOP;
    -- its messages: when it began, what came with it, who answered first
    FOR e IN SELECT a.kind FROM core.attachment a WHERE a.case_id = p_case LOOP
        v_kinds := array_append(v_kinds, CASE e.kind WHEN 'sticker' THEN 'image' ELSE e.kind END);
    END LOOP;
    IF v_kinds = '{}' THEN v_kinds := '{text}'; END IF;
    INSERT INTO t.slow SELECT 'media_mix', p_case, t.first_words_at(p_case), k, c.lead_unit_id, NULL, NULL, NULL FROM (SELECT DISTINCT unnest(v_kinds)) x(k);
    INSERT INTO t.slow VALUES ('intake', p_case, t.first_words_at(p_case), '', c.lead_unit_id, NULL, NULL, NULL), ('by_area', p_case, t.first_words_at(p_case), '', c.lead_unit_id, NULL, NULL, NOT v_late),
        ('intake_by_hour_weekday', p_case, t.first_words_at(p_case), extract(isodow FROM t.first_words_at(p_case) AT TIME ZONE 'Asia/Ho_Chi_Minh') || '-' || lpad(extract(hour FROM t.first_words_at(p_case) AT TIME ZONE 'Asia/Ho_Chi_Minh')::text, 2, '0'), c.lead_unit_id, NULL, NULL, NULL);
    FOR e IN SELECT m.direction, CASE WHEN m.direction = 'echo' THEN m.sent_at ELSE o.sent_at END AS at, p.login FROM core.message m LEFT JOIN core.outbox o ON o.id = m.outbox_id LEFT JOIN core.person p ON p.id = o.person_id
             WHERE m.case_id = p_case AND (m.direction = 'echo' OR (m.direction = 'out' AND o.state IN ('sent', 'delivered', 'seen'))) ORDER BY 2 LIMIT 1 LOOP
        INSERT INTO t.slow VALUES ('first_response', p_case, e.at, '', c.lead_unit_id, e.login, extract(epoch FROM e.at - t.first_words_at(p_case)), NULL);
    END LOOP;
    -- how it stands now
    IF NOT t.is_done(v_status) THEN
        INSERT INTO t.slow VALUES ('load', p_case, core.now(), CASE WHEN v_status IN ('new', 'reopened', 'handed_back') THEN 'new' WHEN v_status IN ('claimed', 'classified') THEN 'in_hand' WHEN v_status = 'forwarded' THEN 'waiting' ELSE 'answered' END,
            c.lead_unit_id, (SELECT login FROM core.person WHERE id = c.holder_id), NULL, NOT c.burns_at < core.now());
        IF v_status IN ('new', 'reopened', 'handed_back') AND c.holder_id IS NULL THEN
            INSERT INTO t.slow VALUES ('unclaimed', p_case, core.now(), '', NULL, NULL, NULL, NOT c.burns_at < core.now());
        END IF;
    END IF;
    UPDATE t.slow SET unit_id = c.lead_unit_id WHERE case_id = p_case AND metric IN ('resolution', 'released');
END $$;
DO $$ DECLARE r record; BEGIN FOR r IN SELECT id FROM core.case ORDER BY id LOOP CALL t.reckon_case(r.id); END LOOP; END $$;
INSERT INTO t.slow SELECT 'published', b.case_id, b.published_at, CASE WHEN b.case_id IS NULL THEN 'news' ELSE 'result' END, c.lead_unit_id, 'officer1', NULL, NULL FROM core.bulletin b LEFT JOIN core.case c ON c.id = b.case_id WHERE b.published_at IS NOT NULL;
INSERT INTO t.slow SELECT 'escalations', e.case_id, e.at, e.rung, g.unit_id, NULL, NULL, NULL FROM core.escalation e JOIN core.charge g ON g.id = e.charge_id WHERE NOT e.superseded;

CREATE FUNCTION t.shift_at(p_at timestamptz) RETURNS text LANGUAGE sql AS $$
    SELECT coalesce((SELECT id::text FROM core.shift WHERE state <> 'planned' AND starts_at <= p_at AND ended_at > p_at ORDER BY starts_at DESC LIMIT 1), '')
$$;
CREATE FUNCTION t.head_at(p_unit bigint, p_at timestamptz) RETURNS text LANGUAGE sql AS $$
    SELECT coalesce((SELECT id::text FROM core.unit_head WHERE unit_id = p_unit AND from_at <= p_at AND coalesce(to_at, 'infinity') > p_at), '')
$$;
CREATE FUNCTION t.key(s t.slow, p_by text) RETURNS text LANGUAGE sql AS $$
    SELECT coalesce(CASE p_by WHEN 'unit' THEN (SELECT code FROM core.unit WHERE id = s.unit_id) WHEN 'officer' THEN s.login
        WHEN 'category' THEN (SELECT g.code FROM core.case c JOIN core.category g ON g.id = c.category_id WHERE c.id = s.case_id)
        WHEN 'area' THEN (SELECT a.code FROM core.case c JOIN core.area a ON a.id = c.area_id WHERE c.id = s.case_id)
        WHEN 'hour' THEN lpad(extract(hour FROM s.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::text, 2, '0')
        WHEN 'shift' THEN t.shift_at(s.at) WHEN 'head' THEN t.head_at(s.unit_id, s.at) END, '')
$$;
-- held time cut at the ends of the period and at each change of shift and head; seconds holds the end until here
CREATE FUNCTION t.facts_of(p_metric text, p_from timestamptz, p_to timestamptz, p_by text) RETURNS TABLE (case_id bigint, part text, key text, seconds float8, good boolean) LANGUAGE plpgsql AS $$
DECLARE
    s t.slow;
    v_cut timestamptz;
    v_next timestamptz;
    v_end timestamptz;
BEGIN
    FOR s IN SELECT * FROM t.slow x WHERE x.metric = p_metric LOOP
        CONTINUE WHEN p_metric NOT IN ('load', 'unclaimed', 'charged_time') AND NOT (s.at >= p_from AND s.at < p_to);
        CONTINUE WHEN p_metric = 'first_response' AND s.at <= (SELECT opened_at FROM core.case c WHERE c.id = s.case_id);
        IF p_metric <> 'charged_time' THEN
            RETURN QUERY SELECT s.case_id, s.part, t.key(s, p_by), s.seconds, s.good;
            CONTINUE;
        END IF;
        v_end := least(to_timestamp(s.seconds), p_to);
        v_cut := greatest(s.at, p_from);
        WHILE v_cut < v_end LOOP
            SELECT least(v_end, min(x.b)) INTO v_next FROM (SELECT starts_at AS b FROM core.shift UNION SELECT ended_at FROM core.shift UNION SELECT from_at FROM core.unit_head UNION SELECT to_at FROM core.unit_head) x WHERE x.b > v_cut;
            s.at := v_cut;
            RETURN QUERY SELECT s.case_id, s.part, CASE p_by WHEN 'shift' THEN CASE WHEN s.part = 'desk' THEN t.shift_at(v_cut) ELSE '' END ELSE t.key(s, p_by) END,
                floor(extract(epoch FROM v_next))::float8 - floor(extract(epoch FROM v_cut))::float8, NULL::boolean;
            v_cut := v_next;
        END LOOP;
    END LOOP;
END $$;
CREATE FUNCTION t.rank(p_values float8[], p_share float8) RETURNS numeric LANGUAGE sql AS $$
    SELECT round((ARRAY(SELECT unnest(p_values) ORDER BY 1))[ceil(p_share * cardinality(p_values))::int]::numeric, 3)
$$;
-- one line a row, as it should be and as it is
CREATE FUNCTION t.should(p_metric text, p_from timestamptz, p_to timestamptz, p_by text) RETURNS text LANGUAGE sql AS $$
    WITH f AS MATERIALIZED (SELECT * FROM t.facts_of(p_metric, p_from, p_to, p_by)),
    r AS (SELECT key, '*' AS part, array_agg(seconds) AS s, count(*) AS n, count(DISTINCT case_id) AS cases, count(*) FILTER (WHERE good) AS good, count(*) FILTER (WHERE NOT good) AS late FROM f GROUP BY key
          UNION ALL SELECT key, part, array_agg(seconds), count(*), count(DISTINCT case_id), count(*) FILTER (WHERE good), count(*) FILTER (WHERE NOT good) FROM f WHERE part <> '' GROUP BY key, part)
    SELECT string_agg(concat_ws(' ', key || '/' || part, CASE m.kind WHEN 'time' THEN concat_ws(' ', (SELECT sum(x) FROM unnest(s) x), cases)
        WHEN 'duration' THEN concat_ws(' ', n, t.rank(s, 0.5), t.rank(s, 0.9)) WHEN 'share' THEN concat_ws(' ', n, good, late) WHEN 'cases' THEN cases::text ELSE concat_ws(' ', n, CASE WHEN good + late > 0 THEN late END) END), E'\n' ORDER BY key COLLATE "C", part COLLATE "C")
    FROM r, core.metric m WHERE m.name = p_metric
$$;
CREATE FUNCTION t.is_now(p_metric text, p_from timestamptz, p_to timestamptz, p_by text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(concat_ws(' ', (j ->> 'key') || '/' || coalesce(j ->> 'part', '*'), CASE m.kind WHEN 'time' THEN concat_ws(' ', j ->> 'seconds', j ->> 'n')
        WHEN 'duration' THEN concat_ws(' ', j ->> 'n', j ->> 'p50', j ->> 'p90') WHEN 'share' THEN concat_ws(' ', j ->> 'n', j ->> 'good', j ->> 'late') ELSE concat_ws(' ', j ->> 'n', j ->> 'late') END), E'\n' ORDER BY j ->> 'key' COLLATE "C", coalesce(j ->> 'part', '*') COLLATE "C")
    FROM core.metric m, jsonb_array_elements((t.run('officer1', format('SELECT desk.metric(%L, %L, %L, %L)', p_metric, p_from, p_to, p_by))::jsonb) -> 'rows') j WHERE m.name = p_metric
$$;
-- the whole time; a part of it that begins and ends exactly with a step, so that a border on the wrong side shows
CREATE TABLE t.period AS SELECT '2026-11-01 00:00+07'::timestamptz AS from_at, '2026-12-01 00:00+07'::timestamptz AS to_at, NULL::text AS metric
    UNION ALL SELECT (SELECT at FROM t.slow WHERE metric = 'resolution' ORDER BY at OFFSET 2 LIMIT 1), (SELECT at FROM t.slow WHERE metric = 'released' ORDER BY at DESC OFFSET 2 LIMIT 1), NULL
    UNION ALL SELECT (SELECT at FROM t.slow WHERE metric = 'intake' ORDER BY at OFFSET 3 LIMIT 1), (SELECT at FROM t.slow WHERE metric = 'first_response' ORDER BY at DESC OFFSET 1 LIMIT 1), NULL
    UNION ALL SELECT (SELECT at FROM t.slow WHERE metric = 'on_time' ORDER BY at OFFSET 9 LIMIT 1), (SELECT at FROM t.slow WHERE metric = 'on_time' ORDER BY at OFFSET 60 LIMIT 1), NULL;
-- and each metric from one of its own to another: the first is in it, the last is not
INSERT INTO t.period SELECT (array_agg(at ORDER BY at))[1 + count(*) / 4], max(at), metric FROM t.slow WHERE metric NOT IN ('load', 'unclaimed') GROUP BY metric HAVING (array_agg(at ORDER BY at))[1 + count(*) / 4] < max(at);
SELECT is(t.is_now(m.name, p.from_at, p.to_at, b), t.should(m.name, p.from_at, p.to_at, b), format('%s by %s from %s', m.name, coalesce(b, 'nothing'), p.from_at))
FROM core.metric m, LATERAL unnest(m.splits || CASE WHEN m.by_default IS NULL THEN ARRAY[NULL::text] END) b, t.period p WHERE coalesce(p.metric, m.name) = m.name ORDER BY m.position, b, p.from_at;
SELECT cmp_ok(count(*), '>', 2::bigint, m.name || ' had something to count') FROM core.metric m JOIN t.slow s ON s.metric = m.name GROUP BY m.name ORDER BY 1;
SELECT is((SELECT count(DISTINCT metric) FROM t.slow), (SELECT count(*) FROM core.metric), 'and no metric went without');
SELECT cmp_ok(count(*) FILTER (WHERE good), '>', 0::bigint, metric || ': some good') FROM t.slow WHERE metric IN ('on_time', 'misrouted', 'by_area') GROUP BY metric ORDER BY metric;
SELECT cmp_ok(count(*) FILTER (WHERE NOT good), '>', 0::bigint, metric || ': some not') FROM t.slow WHERE metric IN ('on_time', 'misrouted', 'by_area') GROUP BY metric ORDER BY metric;
SELECT is((SELECT sum((j ->> 'seconds')::bigint) FROM jsonb_array_elements((t.run('officer1', 'SELECT desk.metric(''charged_time'', ''2026-11-01'', ''2026-12-01'')')::jsonb) -> 'rows') j WHERE j ? 'part'),
    (SELECT sum(core.case_age(id)) FROM core.case), 'the time charged to all is the age of all cases');

-- ── every number opens its cases: page by page they are as many as it says ──
CREATE FUNCTION t.opened(p_filter jsonb, p_kind text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_after bigint;
    v_sum bigint := 0;
    v_page record;
    v_pages int := 0;
BEGIN
    LOOP
        SELECT split_part(a, ' ', 1)::bigint AS last, split_part(a, ' ', 2)::numeric::bigint AS sum INTO v_page FROM t.run('officer1', format('SELECT min(id) || '' '' || %s FROM desk.cases_behind(%L, %L, %L, %L, %L, %L, 3, %L)',
            CASE p_kind WHEN 'time' THEN 'sum(seconds)' WHEN 'cases' THEN 'count(*)' ELSE 'sum(times)' END, p_filter ->> 'metric', p_filter ->> 'from', p_filter ->> 'to', p_filter ->> 'by', p_filter ->> 'key', v_after, p_filter ->> 'part')) a;
        EXIT WHEN v_page.last IS NULL;
        v_sum := v_sum + v_page.sum;
        v_after := v_page.last;
        v_pages := v_pages + 1;
    END LOOP;
    RETURN v_sum;
END $$;
SELECT is((SELECT string_agg(format('%s opens %s', j -> 'filter', x.n), E'\n') FROM jsonb_array_elements((t.run('officer1', format('SELECT desk.metric(%L, ''2026-11-05 06:30'', ''2026-11-25'', %L)', m.name, b))::jsonb) -> 'rows') j,
        LATERAL (SELECT t.opened(j -> 'filter', m.kind) AS n) x WHERE x.n <> (j ->> CASE m.kind WHEN 'time' THEN 'seconds' ELSE 'n' END)::bigint), NULL, format('every number of %s by %s opens its cases', m.name, coalesce(b, 'nothing')))
FROM core.metric m, LATERAL unnest(ARRAY[m.splits[1], m.splits[cardinality(m.splits)]]) b WHERE m.name <> 'published' ORDER BY m.position, b;
SELECT is(t.run('officer1', 'SELECT count(*) FROM desk.cases_behind(''published'', ''2026-11-01'', ''2026-12-01'', NULL, NULL)'), '2', 'posts that are no case''s have none to open');
SELECT is(t.run('officer1', 'SELECT count(*) FROM desk.cases_behind(''on_time'', ''2026-11-01'', ''2026-12-01'', ''unit'', ''W1'', NULL, 500, NULL, true)'),
    (SELECT count(DISTINCT case_id)::text FROM t.slow WHERE metric = 'on_time' AND unit_id = t.unit('W1') AND NOT good), 'the late ones alone');

-- ── who may ask, and what is refused in words ──
SELECT is(t.run(l, sql), 'TB403 role_may_not', l || ': ' || sql) FROM unnest('{unit1,boss1,leaver1,stranger1}'::text[]) l, unnest(ARRAY['SELECT desk.metric(''load'', NULL, NULL)', 'SELECT desk.metric(''no_such'', NULL, NULL)',
    'SELECT desk.metric_set(''[{"metric": "load"}]'')', 'SELECT count(*) FROM desk.cases_behind(''load'', NULL, NULL, NULL, NULL)', 'SELECT desk.wall()']) sql;
SELECT is(t.run(l, 'SELECT count(*) FROM desk.metrics'), n, l || ' reads the definitions') FROM (VALUES ('officer1', '14'), ('admin1', '14'), ('unit1', '0'), ('stranger1', '0')) x(l, n);
SELECT is(left(t.run(l, sql), 5), '42501', l || ': ' || sql) FROM unnest('{officer1,supervisor1,admin1,unit1,gateway}'::text[]) l,
    unnest(ARRAY['SELECT count(*) FROM metric.load(NULL, NULL)', 'SELECT metric.rows(NULL, NULL, NULL, NULL)', 'SELECT count(*) FROM metric.behind(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)', 'SELECT count(*) FROM core.first_response']) sql;
SELECT is(t.run('officer1', sql), said, sql) FROM (VALUES ('SELECT desk.metric(''nothing'', now(), now())', 'TB404 metric_unknown'), ('SELECT desk.metric(NULL, now(), now())', 'TB404 metric_unknown'),
    ('SELECT desk.metric(''intake'', now(), now())', 'TB422 period_invalid'), ('SELECT desk.metric(''intake'', NULL, now())', 'TB422 period_invalid'), ('SELECT desk.metric(''intake'', ''-infinity'', ''infinity'')', 'TB422 period_invalid'),
    ('SELECT desk.metric(''intake'', ''2026-11-01'', ''2026-12-01'', ''officer'')', 'TB422 by_not_possible'), ('SELECT desk.metric(''load'', NULL, NULL, ''hour'')', 'TB422 by_not_possible'),
    ('SELECT desk.metric(''load'', NULL, NULL, ''unit''''; DROP TABLE core.case; --'')', 'TB422 by_not_possible'), ('SELECT count(*) FROM desk.cases_behind(''load'', NULL, NULL, NULL, ''x''''; SELECT 1'')', '0'),
    ('SELECT jsonb_object_keys(desk.metric_set(''[{"metric": "load", "as": "a"}, {"metric": "unclaimed"}]''))', E'a\nunclaimed')) x(sql, said);
-- ── the wall says what the metrics say ──
SELECT t.run('supervisor1', 'SELECT desk.wall(7)') AS wall \gset
SELECT is((SELECT string_agg(format('%s %s %s', j ->> 'key', j ->> 'n', j ->> 'late'), E'\n' ORDER BY j ->> 'key') FROM jsonb_array_elements(:'wall'::jsonb -> 'on_time') j),
    (SELECT string_agg(format('%s %s %s', key, n, late), E'\n' ORDER BY key) FROM (SELECT key, count(*) AS n, count(*) FILTER (WHERE NOT good) AS late FROM t.facts_of('on_time', (:'wall'::jsonb ->> 'from')::timestamptz, core.now(), 'unit') WHERE key <> '' GROUP BY key) x), 'units on time');
SELECT is((SELECT sum((j ->> 'seconds')::bigint) FROM jsonb_array_elements(:'wall'::jsonb -> 'charged') j)::float8,
    (SELECT sum(seconds) FROM t.facts_of('charged_time', (:'wall'::jsonb ->> 'from')::timestamptz, core.now(), 'unit') WHERE key <> ''), 'the time units held cases');
SELECT is((:'wall'::jsonb #>> '{load,0,n}')::bigint, (SELECT count(*) FROM t.slow WHERE metric = 'load'), 'open cases');
SELECT is((SELECT string_agg(j ->> 'number', ' ' ORDER BY n) FROM jsonb_array_elements(:'wall'::jsonb -> 'red') WITH ORDINALITY x(j, n)),
    (SELECT string_agg(number, ' ' ORDER BY rank, burns_at) FROM (SELECT number, burns_at, array_position(ARRAY['emergency', 'high', 'medium', 'low'], urgency) AS rank FROM core.case WHERE queue <= 4 AND burns_at < core.now() ORDER BY 3, 2 LIMIT 8) x), 'red cases: the most urgent, then the latest');
SELECT is(jsonb_path_query_array(:'wall'::jsonb, '$.**.first_words')::text, '[]', 'no word of a citizen is on a wall');
SELECT * FROM finish();
