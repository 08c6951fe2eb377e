-- SPDX-License-Identifier: GPL-3.0-or-later
-- Read before every file of cases/: pgTAP, people with real logins, and words to act as them over connections of their own.
-- The session that runs the tests is the superuser's and only looks; everything under test happens in t.run's connections.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
CREATE SCHEMA tap;
CREATE EXTENSION pgtap SCHEMA tap;
CREATE EXTENSION dblink SCHEMA tap;
CREATE SCHEMA t;
SET search_path = t, tap;
SELECT set_config('t.host', :'host', false) \g /dev/null

-- one connection a login, as that login; answers the first column of all rows, or "SQLSTATE message"
CREATE FUNCTION t.run(p_login text, p_sql text, p_connection text DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v_connection text := coalesce(p_connection, p_login);
    v_answer text;
    v_state text;
    v_message text;
    v_detail text;
BEGIN
    IF v_connection <> ALL (coalesce(dblink_get_connections(), '{}')) THEN
        PERFORM dblink_connect(v_connection, format('host=%s dbname=%s user=%s password=%s application_name=%s',
            current_setting('t.host'), current_database(), p_login, p_login, v_connection));
    END IF;
    PERFORM set_config('t.detail', '', false);
    SELECT string_agg(x, E'\n') INTO v_answer FROM dblink(v_connection, p_sql) AS r(x text);
    RETURN v_answer;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS v_state = RETURNED_SQLSTATE, v_message = MESSAGE_TEXT, v_detail = PG_EXCEPTION_DETAIL;
    PERFORM set_config('t.detail', v_detail, false);
    RETURN v_state || ' ' || v_message;
END $$;
-- the facts of the last refusal
CREATE FUNCTION t.facts() RETURNS jsonb LANGUAGE sql AS $$ SELECT nullif(current_setting('t.detail'), '')::jsonb $$;
-- a verb on a case: $c the case, $v its revision now, $r a new request id. "ok", or "SQLSTATE code"
CREATE FUNCTION t.verb(p_login text, p_case bigint, p_call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v_answer text := t.run(p_login, 'SELECT desk.' || replace(replace(replace(p_call, '$c', coalesce(p_case::text, 'NULL')),
        '$v', coalesce((SELECT revision::text FROM core.case WHERE id = p_case), 'NULL')), '$r', quote_literal(gen_random_uuid())));
BEGIN
    IF v_answer ~ '^[0-9A-Z]{5} ' THEN
        RETURN v_answer;
    END IF;
    PERFORM set_config('t.answer', coalesce(v_answer, ''), false);
    RETURN 'ok';
END $$;
CREATE FUNCTION t.answer() RETURNS jsonb LANGUAGE sql AS $$ SELECT nullif(current_setting('t.answer', true), '')::jsonb $$;

-- ── the clock ──
CREATE FUNCTION t.at(p_at timestamptz) RETURNS void LANGUAGE sql AS $$
    INSERT INTO core.setting VALUES ('test_now', to_jsonb(p_at)) ON CONFLICT (key) DO UPDATE SET value = excluded.value
$$;
CREATE FUNCTION t.later(p_time interval) RETURNS void LANGUAGE sql AS $$ SELECT t.at(core.now() + p_time) $$;

-- ── Facebook ──
CREATE SEQUENCE t.mid;
CREATE FUNCTION t.event(p_event jsonb) RETURNS text LANGUAGE sql AS $$
    SELECT t.run('gateway', format('SELECT intake.apply(NULL, ''page1'', %L)', p_event))
$$;
-- a citizen writes to the page; answers the case
CREATE FUNCTION t.writes(p_who text, p_text text, p_more jsonb DEFAULT '{}') RETURNS bigint LANGUAGE sql AS $$
    SELECT (t.event(jsonb_build_object('type', 'message', 'channel', 'messenger', 'direction', 'in', 'kind', 'text', 'person_id', p_who, 'thread_key', p_who,
        'name', 'Name of ' || p_who, 'platform_id', 'm' || nextval('t.mid'), 'text', p_text, 'sent_at', core.now()) || p_more)::jsonb ->> 'case')::bigint
$$;
CREATE FUNCTION t.comments(p_who text, p_text text, p_more jsonb DEFAULT '{}') RETURNS bigint LANGUAGE sql AS $$
    SELECT t.writes(p_who, p_text, jsonb_build_object('channel', 'comment', 'kind', 'comment', 'thread_key', 'c1:' || p_who, 'root_id', 'c1', 'post_id', 'post1') || p_more)
$$;
CREATE FUNCTION t.status(p_case bigint) RETURNS text LANGUAGE sql AS $$ SELECT status FROM core.case WHERE id = p_case $$;
CREATE FUNCTION t.unit(p_code text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM core.unit WHERE code = p_code $$;
CREATE FUNCTION t.person(p_login text) RETURNS bigint LANGUAGE sql AS $$ SELECT id FROM core.person WHERE login = p_login $$;
-- the newest assignment of a case at a unit
CREATE FUNCTION t.assignment(p_case bigint, p_unit text) RETURNS bigint LANGUAGE sql AS $$
    SELECT max(id) FROM core.assignment WHERE case_id = p_case AND unit_id = t.unit(p_unit)
$$;
-- a case in the hands of a person, classified; forwarded; answered
CREATE FUNCTION t.classified(p_who text, p_by text, p_more jsonb DEFAULT '{}') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_case bigint := t.writes(p_who, 'Words of ' || p_who);
BEGIN
    PERFORM t.must(t.verb(p_by, v_case, 'claim($c, $r)'));
    PERFORM t.must(t.verb(p_by, v_case, format('classify($c, $v, %L, $r)', '{"category": "ANTT", "urgency": "high"}'::jsonb || p_more)));
    RETURN v_case;
END $$;
CREATE FUNCTION t.forwarded(p_who text, p_by text, p_unit text, p_more jsonb DEFAULT '{}') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_case bigint := t.classified(p_who, p_by, p_more);
BEGIN
    PERFORM t.must(t.verb(p_by, v_case, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', ''Please look'', $r)', t.unit(p_unit))));
    RETURN v_case;
END $$;
CREATE FUNCTION t.answered(p_who text, p_by text, p_unit text, p_officer text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_case bigint := t.forwarded(p_who, p_by, p_unit);
BEGIN
    PERFORM t.must(t.verb(p_officer, v_case, format('answer(%s, ''We looked'', NULL, $r)', t.assignment(v_case, p_unit))));
    RETURN v_case;
END $$;
CREATE FUNCTION t.must(p_outcome text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF p_outcome <> 'ok' THEN
        RAISE EXCEPTION 'the story broke: % %', p_outcome, current_setting('t.detail', true);
    END IF;
END $$;

-- ── the people: officer1, officer2, supervisor1, admin1, unit1, unit2 and gateway are logins of every scratch database ──
INSERT INTO core.unit (code, name) VALUES ('CITY', 'City police'), ('OUT', 'Another city');
INSERT INTO core.unit (code, name, parent_id) SELECT c, 'Unit ' || c, t.unit('CITY') FROM unnest('{D1,D2,X5}'::text[]) c;
INSERT INTO core.unit (code, name, parent_id) SELECT c, 'Unit ' || c, t.unit('D1') FROM unnest('{W1,W2}'::text[]) c;
UPDATE core.category SET default_unit_id = t.unit('X5') WHERE code = 'TAC_PHONG';
INSERT INTO core.area (code, name, unit_id) VALUES ('00001', 'Ward 1', t.unit('W1'));
INSERT INTO core.source (code, name, url_prefix, kind) VALUES ('RESULT', 'Result of a case', '', 'result'), ('PORTAL', 'Portal', 'https://portal.example/', 'portal');
INSERT INTO core.person (login, name, role, unit_id) VALUES
    ('officer1', 'Officer One', 'officer', NULL), ('officer2', 'Officer Two', 'officer', NULL), ('supervisor1', 'Supervisor One', 'supervisor', NULL),
    ('admin1', 'Admin One', 'admin', NULL), ('unit1', 'Unit Officer One', 'unit', t.unit('W1')), ('unit2', 'Unit Officer Two', 'unit', t.unit('W2'))
ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role, unit_id = excluded.unit_id;
CREATE FUNCTION t.hire(p_login text, p_role text, p_unit text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM core.create_person(jsonb_build_object('login', p_login, 'name', initcap(p_login), 'role', p_role, 'unit', p_unit), 'SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy');
    EXECUTE format('ALTER ROLE %I PASSWORD %L', p_login, p_login);
END $$;
SELECT t.hire('supervisor2', 'supervisor'), t.hire('boss1', 'unit', 'D1'), t.hire('inspector1', 'unit', 'X5'), t.hire('leaver1', 'officer') \g /dev/null
UPDATE core.person SET active = false WHERE login = 'leaver1';
-- a login of the group that is no person, and a login that is in no group
CREATE ROLE stranger1 LOGIN PASSWORD 'stranger1' IN ROLE trucban_officer;
CREATE ROLE nobody1 LOGIN PASSWORD 'nobody1';
SELECT * FROM no_plan();
