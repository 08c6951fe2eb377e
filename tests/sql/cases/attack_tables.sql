-- SPDX-License-Identifier: GPL-3.0-or-later
-- Plain SQL against every table by every kind of login: what they must not read, and that they write nothing at all.
SELECT t.forwarded('an', 'officer1', 'W1') AS mine, t.forwarded('binh', 'officer1', 'W2') AS theirs, t.classified('cuong', 'officer1') AS nobodys \gset
SELECT is(t.verb('officer1', :mine, 'add_note($c, ''between us'', $r)'), 'ok', 'a note');
SELECT is(t.verb('officer1', :theirs, 'reply($c, $v, $r, ''{"text": "dear citizen"}'')'), 'ok', 'a reply');
SELECT is(t.verb('unit2', :theirs, format('answer(%s, ''secret of W2'', NULL, $r)', t.assignment(:theirs, 'W2'))), 'ok', 'an answer');
SELECT is(t.verb('officer1', :theirs, 'open_identity($c, ''to call them back'', $r)'), 'ok', 'an identity opened');
SELECT is(t.run('officer1', 'SELECT desk.save_bulletin(NULL, NULL, ''{"source_text": "draft", "post_text": "draft"}'', gen_random_uuid())::jsonb ->> ''state'''), 'draft', 'a post');
SELECT is(t.run('officer1', 'SELECT desk.save_draft(''reply:1'', ''half'')'), '', 'a draft');

CREATE VIEW t.table AS SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('core', 'search') AND c.relkind IN ('r', 'p');
CREATE VIEW t.login AS SELECT unnest('{officer1,unit1,supervisor1,admin1,leaver1,stranger1,gateway,nobody1}'::text[]) AS login;

-- ── writing: nobody, nothing, in no way ──
SELECT is(count(*) FILTER (WHERE answer IS DISTINCT FROM '42501'), 0::bigint, format('%s is refused every write of every table: %s', login, string_agg(said, '; ') FILTER (WHERE answer IS DISTINCT FROM '42501')))
FROM (SELECT login, left(t.run(login, sql), 5) AS answer, sql AS said FROM t.login, t.table, LATERAL unnest(ARRAY[
    format('INSERT INTO %s DEFAULT VALUES', name), format('DELETE FROM %s', name), format('TRUNCATE %s', name), format('DO ''BEGIN LOCK TABLE %s IN ACCESS EXCLUSIVE MODE; END''', name),
    format('DROP TABLE %s', name), format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', name), format('CREATE INDEX ON %s ((1))', name),
    format('CREATE TRIGGER x BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION core.refuse_change()', name), format('ALTER TABLE %s DISABLE TRIGGER ALL', name),
    format('CREATE RULE x AS ON SELECT TO %s DO INSTEAD NOTHING', name), format('COMMENT ON TABLE %s IS ''x''', name)]) sql) tried GROUP BY login;
SELECT is(left(t.run(l, sql), 5), '42501', l || ': ' || sql) FROM unnest('{officer1,unit1,admin1}'::text[]) l, unnest(ARRAY[
    'UPDATE core.case SET status = ''closed''', 'UPDATE core.person SET role = ''admin''', 'UPDATE core.setting SET value = ''1''',
    'INSERT INTO core.setting VALUES (''test_now'', ''"2020-01-01"'')', 'UPDATE core.verb SET roles = ''{officer,unit,admin}''', 'COPY core.case TO ''/tmp/x''', 'COPY core.message TO ''/tmp/x''',
    'COPY core.note FROM ''/etc/passwd''', 'COPY core.journal FROM PROGRAM ''id''', 'SELECT pg_read_file(''/etc/passwd'')', 'SELECT pg_ls_dir(''/'')', 'SELECT lo_import(''/etc/passwd'')', 'SELECT lo_create(0)', 'SELECT lo_creat(-1)', 'SELECT lo_from_bytea(0, ''x'')',
    'SELECT nextval(''core.case_id_seq'')', 'SELECT setval(''core.audit_id_seq'', 1)', 'SELECT last_value FROM core.case_id_seq',
    'CREATE TABLE core.x ()', 'CREATE TABLE desk.x ()', 'CREATE TABLE public.x ()', 'CREATE SCHEMA x', 'CREATE FUNCTION desk.x() RETURNS int LANGUAGE sql RETURN 1', 'CREATE VIEW public.x AS SELECT 1',
    'CREATE EXTENSION file_fdw SCHEMA public', 'CREATE FOREIGN DATA WRAPPER w', 'CREATE PUBLICATION p FOR ALL TABLES', 'CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION core.refuse_change()',
    'CREATE ROLE x SUPERUSER', 'ALTER ROLE ' || l || ' SUPERUSER', 'ALTER ROLE trucban_owner LOGIN', 'GRANT trucban_owner TO ' || l, 'GRANT trucban_admin TO ' || l, 'ALTER ROLE officer2 PASSWORD ''x''',
    'ALTER SYSTEM SET fsync = off', 'SELECT pg_reload_conf()', 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ''postgres'' LIMIT 1',
    'SELECT rolpassword FROM pg_authid', 'SELECT passwd FROM pg_shadow', 'SELECT * FROM pg_hba_file_rules', 'SELECT stavalues1::text FROM pg_statistic', 'SET SESSION AUTHORIZATION postgres', 'SET ROLE trucban_owner',
    'SET session_replication_role = replica', 'SET log_min_messages = panic', 'ALTER DATABASE ' || current_database() || ' SET search_path = x',
    'ALTER DEFAULT PRIVILEGES FOR ROLE trucban_owner GRANT ALL ON TABLES TO PUBLIC']) sql;

SELECT is(left(t.run(l, 'UPDATE desk.cases SET status = ''closed'''), 5), '55000', l || ' writes no view') FROM unnest('{officer1,unit1,admin1}'::text[]) l;

-- ── reading: what is nobody's ──
SELECT is(count(*) FILTER (WHERE answer IS DISTINCT FROM '42501'), 0::bigint, format('%s reads nothing of what is nobody''s: %s', login, string_agg(said, '; ') FILTER (WHERE answer IS DISTINCT FROM '42501')))
FROM (SELECT login, left(t.run(login, sql), 5) AS answer, sql AS said FROM t.login, unnest('{message,message_version,attachment,media,media_chunk,media_derivative,citizen_identity,thread,journal,parked,request,
    case_counter,gap,audit_head,media_cover,secret,slip_counter}'::text[]) name, LATERAL unnest(ARRAY[format('SELECT count(*) FROM core.%s', name), format('SELECT 1 FROM core.%s LIMIT 1', name)]) sql
    UNION ALL SELECT login, left(t.run(login, 'SELECT count(*) FROM ' || name), 5), name FROM t.login, t.table WHERE name LIKE 'search.%') tried GROUP BY login;
SELECT is(left(t.run(l, sql), 5), '42501', l || ': ' || sql) FROM unnest('{officer1,unit1,admin1}'::text[]) l, unnest(ARRAY['SELECT thread_id FROM core.outbox', 'SELECT platform_ids FROM core.outbox',
    'SELECT facts FROM core.outbox', 'SELECT * FROM core.outbox', 'SELECT lexemes FROM search.message_text_rest']) sql;

-- ── reading: a unit sees its own cases, people who are none see nothing ──
SELECT is(t.run('officer1', 'SELECT count(*) FROM ' || v), n, 'officers read ' || v) FROM (VALUES ('desk.cases', '3'), ('core.case', '3'), ('desk.notes', '1'), ('desk.outbox', '1'), ('desk.unit_answers', '1'),
    ('desk.assignments', '2'), ('desk.bulletins', '1'), ('desk.readings', '0'), ('desk.audit', '0'), ('core.audit', '0'), ('core.reading', '0')) x(v, n);
SELECT is(t.run('supervisor1', 'SELECT count(*) > 0 FROM ' || v), 't', 'supervisors read ' || v) FROM unnest('{desk.readings,desk.audit,desk.cases}'::text[]) v;
SELECT is(t.run('supervisor1', 'SELECT count(*) FROM desk.drafts'), '0', 'but not the drafts of others');
SELECT is(t.run('unit1', sql), answer, 'a unit: ' || sql) FROM (VALUES ('SELECT string_agg(id::text, '','') FROM desk.cases', :'mine'), ('SELECT string_agg(id::text, '','') FROM core.case', :'mine'),
    ('SELECT string_agg(DISTINCT case_id::text, '','') FROM desk.assignments', :'mine'), ('SELECT count(*) FROM core.assignment', '1'), ('SELECT count(*) FROM desk.unit_answers', '0'), ('SELECT count(*) FROM core.unit_answer', '0'),
    ('SELECT string_agg(DISTINCT case_id::text, '','') FROM desk.events', :'mine'), ('SELECT count(*) FROM core.note', '0'), ('SELECT count(*) FROM desk.outbox', '0'), ('SELECT count(*) FROM core.citizen', '0'),
    ('SELECT count(*) FROM desk.bulletins', '0'), ('SELECT count(*) FROM desk.bulletin_events', '0'), ('SELECT count(*) FROM desk.audit', '0'), ('SELECT count(*) FROM desk.readings', '0'),
    ('SELECT count(*) FROM desk.drafts', '0'), ('SELECT (desk.inbox_counts() ->> ''my_unit'')', '1'), ('SELECT count(*) FROM desk.search(''words'')', '1'), ('SELECT count(*) FROM desk.search(''binh'')', '0'),
    ('SELECT count(*) FROM desk.search(''Words of binh'')', '0'), ('SELECT (who.may_read(' || :theirs || '))::text', 'false'), ('SELECT count(*) FROM desk.events WHERE verb = ''open_identity''', '0')) x(sql, answer);
SELECT is(t.run('unit1', sql), error, 'a unit: ' || sql) FROM (VALUES ('SELECT count(*) FROM desk.messages(' || :theirs || ')', 'TB404 case_not_found'), ('SELECT desk.open_case(' || :theirs || ')', 'TB404 case_not_found'),
    ('SELECT desk.citizen_file(' || :theirs || ')', 'TB404 case_not_found'), ('SELECT count(*) FROM desk.messages(999999)', 'TB404 case_not_found'), ('SELECT count(*) FROM desk.messages(NULL)', 'TB404 case_not_found'),
    ('SELECT count(*) FROM desk.message_versions((SELECT 2))', 'TB404 case_not_found'), ('SELECT desk.dashboard()', 'TB403 role_may_not'), ('SELECT desk.open_identity(' || :mine || ', ''just curious about it'', gen_random_uuid())', 'TB403 role_may_not'),
    ('SELECT desk.confirm(' || t.assignment(:theirs, 'W2') || ', gen_random_uuid())', 'TB404 assignment_not_found'), ('SELECT desk.hand_back(' || t.assignment(:theirs, 'W2') || ', ''wrong_area'', '''', gen_random_uuid())', 'TB404 assignment_not_found'),
    ('SELECT desk.answer(' || t.assignment(:theirs, 'W2') || ', ''x'', NULL, gen_random_uuid())', 'TB404 assignment_not_found')) x(sql, error);
SELECT is(t.run(l, 'SELECT count(*) FROM ' || v), '0', l || ' reads nothing of ' || v)
FROM unnest('{leaver1,stranger1}'::text[]) l, (SELECT format('desk.%I', viewname) AS v FROM pg_views WHERE schemaname = 'desk') views ORDER BY 1;
SELECT is(t.run(l, sql), answer, l || ': ' || sql) FROM unnest('{leaver1,stranger1}'::text[]) l, (VALUES ('SELECT count(*) FROM desk.search(''words'')', '0'), ('SELECT count(*) FROM desk.messages(' || :mine || ')', 'TB404 case_not_found'),
    ('SELECT desk.inbox_counts() ->> ''my_unit''', '0'), ('SELECT desk.dashboard()', 'TB403 role_may_not'), ('SELECT desk.citizen_file(' || :mine || ')', 'TB404 case_not_found'), ('SELECT desk.media_info(1)', 'TB404 media_not_found')) x(sql, answer);
SELECT is(left(t.run(l, 'SELECT count(*) FROM ' || v), 5), '42501', l || ' does not get at ' || v) FROM unnest('{gateway,nobody1}'::text[]) l, unnest('{desk.cases,core.case,core.person,core.setting,core.audit}'::text[]) v;

-- ── another's statements, another's errors ──
SELECT is(t.run('officer1', 'SELECT count(*) FROM pg_stat_activity WHERE usename <> ''officer1'' AND query NOT IN ('''', ''<insufficient privilege>'')'), '0', 'nobody sees the statements of others');
SELECT is(left(t.run('officer1', 'SELECT * FROM pg_file_settings'), 5), '42501', 'nor where the files lie');
SELECT is(t.run('officer1', 'SELECT count(*) FROM pg_stats WHERE schemaname IN (''core'', ''search'') AND tablename IN (''message'', ''citizen_identity'', ''case'', ''message_text'', ''journal'')'), '0', 'nor values in the planner''s statistics');

-- ── append-only, whoever tries: even a superuser is stopped by triggers ──
SELECT throws_ok(format('UPDATE core.%I SET at = at', x), 'TB403'::char(5), 'append_only'::text, x || ' is not changed') FROM unnest('{audit,reading,case_event}'::text[]) x;
SELECT throws_ok(format('DELETE FROM core.%I', x), 'TB403'::char(5), 'append_only'::text, x || ' is not deleted') FROM unnest('{audit,reading,case_event,message_version,journal}'::text[]) x;
SELECT throws_ok(format('TRUNCATE core.%I CASCADE', x), 'TB403'::char(5), 'append_only'::text, x || ' is not emptied') FROM unnest('{audit,reading,case_event,message_version,journal,media_chunk}'::text[]) x;
SELECT throws_ok('UPDATE core.journal SET body = ''''', 'TB403'::char(5), 'append_only'::text, 'a raw body is as received');
SELECT throws_ok('UPDATE core.message_version SET text = ''''', 'TB403'::char(5), 'append_only'::text, 'an old version is as it was');
SELECT * FROM finish();
