-- SPDX-License-Identifier: GPL-3.0-or-later
-- A person with psql bends the session: roles, search_path, settings, own operators, old snapshots, locks, rollbacks.
SELECT t.forwarded('an', 'officer1', 'W1') AS mine, t.forwarded('binh', 'officer1', 'W2') AS theirs \gset

-- ── being somebody else ──
SELECT is(t.run('unit1', 'SET ROLE trucban_person'), 'SET', 'a group of one''s own may be put on');
SELECT is(t.run('unit1', 'SELECT count(*) FROM desk.cases'), '0', 'it shows nothing');
SELECT is(t.run('unit1', 'RESET ROLE'), 'RESET', 'and off');
SELECT is(left(t.run('unit1', 'SET ROLE ' || r), 5), '42501', 'unit1 is not ' || r) FROM unnest('{trucban_officer,trucban_supervisor,trucban_admin,trucban_gateway,trucban_owner,officer1,gateway,postgres}'::text[]) r;
SELECT is(left(t.run('unit1', 'SET SESSION AUTHORIZATION officer1'), 5), '42501', 'nor officer1');
SELECT is(t.run('unit1', 'SELECT set_config(''session_authorization'', ''officer1'', false)'), '42501 permission denied to set session authorization "officer1"', 'by no other door');
-- settings of their own that somebody might have trusted
SELECT is(t.run('unit1', format('SELECT set_config(%L, ''officer1'', false)', s)), 'officer1', s || ' is set') FROM unnest('{trucban.login,trucban.person,app.user,core.test_now,t.host}'::text[]) s;
SELECT is(t.run('unit1', 'SELECT who.role()'), 'unit', 'and believed by nobody');

-- ── another search_path, objects of one's own ──
SELECT is(t.run('unit1', 'SET search_path = pg_temp, desk, core, pg_catalog'), 'SET', 'another search_path');
SELECT is(t.run('unit1', 'SELECT string_agg(id::text, '','') FROM cases'), :'mine', 'the same rows');
-- in a database that forgot to take TEMPORARY from PUBLIC: functions, operators and tables in pg_temp shadow nothing in a verb
GRANT TEMPORARY ON DATABASE :"DBNAME" TO PUBLIC;
SELECT is(t.run('unit2', sql), 'CREATE ' || what, 'unit2 makes ' || what) FROM (VALUES
    ('CREATE FUNCTION pg_temp.is_staff() RETURNS boolean LANGUAGE sql AS ''SELECT true''', 'FUNCTION'),
    ('CREATE FUNCTION pg_temp.yes(bigint, bigint) RETURNS boolean LANGUAGE sql AS ''SELECT true''', 'FUNCTION'),
    ('CREATE OPERATOR pg_temp.= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = pg_temp.yes)', 'OPERATOR'),
    ('CREATE TABLE pg_temp.person AS SELECT 1::bigint AS id, ''unit2''::text AS login, ''admin''::text AS role, true AS active', ''),
    ('CREATE FUNCTION pg_temp.now() RETURNS timestamptz LANGUAGE sql AS ''SELECT timestamptz ''''2000-01-01''''''', 'FUNCTION')) x(sql, what) WHERE what <> '';
SELECT is(t.run('unit2', 'SET search_path = pg_temp, pg_catalog, desk'), 'SET', 'puts them first');
SELECT is(t.run('unit2', 'SELECT string_agg(id::text, '','') FROM desk.cases'), :'theirs', 'and sees its own case only');
SELECT is(t.run('unit2', format('SELECT count(*) FROM desk.messages(%s)', :mine)), 'TB404 case_not_found', 'in functions, too');
SELECT is(t.run('unit2', 'SELECT who.is_staff()'), 'f', 'and is what it was');
-- a function that leaks what it is shown, in a WHERE: row-level security shows it only rows that may be read
SELECT is(t.run('unit1', 'CREATE FUNCTION pg_temp.leak(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS ''BEGIN PERFORM set_config(''''t.seen'''', concat(current_setting(''''t.seen'''', true), $1, '''';''''), false); RETURN true; END'''), 'CREATE FUNCTION', 'a cheap leak');
SELECT is(t.run('unit1', 'SELECT count(*) FROM desk.cases WHERE pg_temp.leak(first_words)'), '1', 'looks through the view');
SELECT is(t.run('unit1', 'SELECT current_setting(''t.seen'')'), 'Words of an;', 'and sees what its owner may see');
SELECT is(t.run('unit1', 'SELECT count(*) FROM core.case WHERE pg_temp.leak(first_words) AND 1 / (id - ' || :theirs || ') < 2'), '1', 'nor does an error tell: the other row is never looked at');
SELECT is(t.run('unit1', 'SELECT count(*) FROM core.case WHERE first_words::int > 0') ~ 'Words of binh', false, 'nor the text of an error');
SELECT is(t.run('unit1', 'SET plan_cache_mode = force_generic_plan'), 'SET', 'nor another plan');
SELECT is(t.run('unit1', 'SELECT count(*) FROM desk.cases WHERE pg_temp.leak(number || first_words)'), '1', 'sees more');
SELECT is(position('binh' IN t.run('unit1', 'SELECT current_setting(''t.seen'')')), 0, 'nothing of the others');
SELECT is(position('Words of binh' IN coalesce(t.run('unit1', 'EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM core.case'), '')), 0, 'EXPLAIN shows a plan, no rows');
REVOKE TEMPORARY ON DATABASE :"DBNAME" FROM PUBLIC;

-- ── settings of PostgreSQL's that change what SQL means ──
SELECT is(t.run('officer1', 'SET row_security = off'), 'SET', 'row_security off');
SELECT is(left(t.run('officer1', 'SELECT count(*) FROM core.case'), 5), '42501', 'only refuses');
SELECT is(t.run('officer1', 'SET row_security = on'), 'SET', 'back');
SELECT is(t.run('officer2', 'SET ' || s), 'SET', s) FROM unnest(ARRAY['standard_conforming_strings = off', 'backslash_quote = on', 'transform_null_equals = on', 'escape_string_warning = off', 'array_nulls = off',
    'DateStyle = ''SQL, DMY''', 'TimeZone = ''Pacific/Apia''', 'IntervalStyle = iso_8601', 'bytea_output = escape', 'extra_float_digits = -15', 'xmloption = document']) s;
CREATE FUNCTION t.submits(p_login text, p_text text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v_id text := t.run(p_login, format('SELECT desk.save_bulletin(NULL, NULL, %L, gen_random_uuid()) ->> ''id''', jsonb_build_object('source', 'PORTAL', 'source_url', 'https://portal.example/1', 'source_text', p_text, 'post_text', p_text)));
BEGIN
    RETURN t.run(p_login, format('SELECT desk.submit_bulletin(%s, (SELECT revision FROM desk.bulletins WHERE id = %s), gen_random_uuid()) ->> ''state''', v_id, v_id));
END $$;
SELECT is(t.submits(l, text), outcome, format('%s submits "%s"', l, text)) FROM unnest('{officer1,officer2}'::text[]) l, (VALUES
    ('All is well', 'submitted'), ('Call 0912 345 678', 'TB422 personal_data'), ('Call +84912345678', 'TB422 personal_data'), ('ID 001099012345', 'TB422 personal_data'), ('Car 30A-123.45', 'TB422 personal_data'),
    ('Write to a.b@example.com', 'TB422 personal_data'), ('Call ０９１２３４５６７８', 'TB422 personal_data'), (E'Call 0912\u200b345678', 'TB422 personal_data'), ('Dear {{name}}', 'TB422 empty_variable'), ('   ', 'TB422 text_missing'),
    ('On 24/11/2026 at 08:00, 12 people, 113', 'submitted')) x(text, outcome);
SELECT is(t.run('officer2', format('SELECT desk.add_note(%s, ''with odd settings'', gen_random_uuid()) IS NOT NULL', :mine)), 't', 'a verb works with odd settings');
SELECT is((SELECT first_fault FROM core.verify_audit()), NULL, 'and the audit chain is whole');

-- ── an old snapshot cannot fork the audit chain ──
SELECT is(t.run('officer1', 'BEGIN ISOLATION LEVEL REPEATABLE READ'), 'BEGIN', 'a transaction that sees the past');
SELECT t.run('officer1', 'SELECT count(*) FROM desk.cases') \g /dev/null
SELECT is(t.verb('officer2', :mine, 'add_note($c, ''meanwhile'', $r)'), 'ok', 'another writes meanwhile');
SELECT is(left(t.verb('officer1', :mine, 'add_note($c, ''from the past'', $r)'), 5), '40001', 'and the past may not write');
SELECT is(t.run('officer1', 'ROLLBACK'), 'ROLLBACK', 'over');
SELECT is((SELECT first_fault FROM core.verify_audit()), NULL, 'the chain is whole');

-- ── locks that anybody may take hold up nobody ──
SELECT is(t.run('unit1', 'SELECT count(pg_try_advisory_lock(k)) FROM unnest(ARRAY[7230001, 7230002]::bigint[]) k'), '2', 'a unit takes the numbers it read in the source');
SELECT is(t.run('officer1', 'SET lock_timeout = ''2s'''), 'SET', 'the desk');
SELECT is(t.verb('officer1', :mine, 'add_note($c, ''not held up'', $r)'), 'ok', 'works on');
SELECT is(t.run('gateway', 'SELECT search.make_partitions(''2026-11-01'', ''2026-12-01'')'), '0', 'the gateway, too');
SELECT is(t.run('gateway', 'SELECT search.make_partitions(''1000-01-01'', ''3000-01-01'')'), 'TB422 too_many_months', 'which makes no thousand partitions');

-- ── notices say which, never what; a false one is a look at nothing ──
SELECT is(t.run('unit1', 'LISTEN trucban'), 'LISTEN', 'a unit listens');
SELECT is(t.verb('officer1', :theirs, 'add_note($c, ''very secret'', $r)'), 'ok', 'something happens in a case of others');
SELECT is((SELECT count(*) FROM dblink_get_notify('unit1') WHERE extra !~ '^[a-z_]+:[0-9]+$'), 0::bigint, 'it hears numbers only');
SELECT is(t.run('unit1', 'NOTIFY trucban, ''case:' || :mine || ''''), 'NOTIFY', 'it may cry wolf');

-- ── who rolls back was told nothing: a name is shown only by an opening that is committed ──
SELECT gen_random_uuid() AS r \gset
SELECT is(t.run('officer2', 'BEGIN'), 'BEGIN', 'begin');
SELECT is(t.run('officer2', format('SELECT desk.open_identity(%s, ''for no good reason'', %L)', :mine, :'r'))::jsonb, jsonb_build_object('opened', true, 'case', :mine), 'opened, not shown');
SELECT is(t.run('officer2', 'SAVEPOINT a'), 'SAVEPOINT', 'a savepoint');
SELECT is(t.run('officer2', format('SELECT desk.open_identity(%s, ''for no good reason'', %L)', :mine, :'r')), 'TB409 opening_not_committed', 'nor in the same transaction');
SELECT is(t.run('officer2', 'ROLLBACK'), 'ROLLBACK', 'undone');
SELECT is(t.run('officer2', format('SELECT desk.open_identity(%s, ''for no good reason'', %L)', :mine, :'r'))::jsonb, jsonb_build_object('opened', true, 'case', :mine), 'the next is a first one');
SELECT matches(t.run('officer2', format('SELECT desk.open_identity(%s, ''for no good reason'', %L)', :mine, :'r')), 'Name of an', 'and now a name');
SELECT is((SELECT count(*) FROM core.reading WHERE what = 'identity' AND case_id = :mine), 1::bigint, 'with its row');
SELECT matches(pg_read_file('log'), 'officer2 opens the identity of case ' || :mine, 'the log of the server has what was rolled back, too');
SELECT * FROM finish();
