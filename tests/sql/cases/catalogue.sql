-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the catalogue must say of every function, table and role, also of those a later migration brings.
CREATE VIEW t.function AS
    SELECT p.oid, n.nspname AS schema, p.proname AS name, format('%s.%s(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS spelled,
        p.prosecdef AS definer, p.proconfig AS config, pg_get_userbyid(p.proowner) AS owner, p.prosrc AS body, p.proacl AS acl, p.proretset AS many, p.proargtypes AS types
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('core', 'who', 'desk', 'intake', 'search', 'metric');
CREATE VIEW t.relation AS
    SELECT c.oid, n.nspname AS schema, c.relname AS name, c.relkind AS kind, c.relrowsecurity AS guarded, c.relispartition AS part, c.reloptions AS options,
        pg_get_userbyid(c.relowner) AS owner, c.relacl AS acl
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('core', 'who', 'desk', 'intake', 'search', 'metric') AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f');

-- ── functions ──
SELECT is_empty($$SELECT spelled FROM t.function WHERE owner <> 'trucban_owner'$$, 'every function is the owner''s');
-- what a metric reads is a query the planner looks into: such a function has no settings, spells every schema, and is called by nobody but functions that have theirs
CREATE VIEW t.reading AS SELECT * FROM t.function WHERE schema = 'metric' AND many AND NOT definer AND config IS NULL;
SELECT is_empty($$SELECT spelled FROM t.function WHERE (config IS NULL OR ARRAY(SELECT c FROM unnest(config) c WHERE c NOT LIKE ALL ('{jit=%,work_mem=%}'::text[])) <> ARRAY['search_path=pg_catalog, pg_temp']) AND oid NOT IN (SELECT oid FROM t.reading)$$, 'every function has its search_path fixed, nothing else but how fast it reads');
SELECT is_empty($$SELECT r.spelled, l FROM t.reading r, unnest('{officer1,unit1,supervisor1,admin1,gateway,nobody1}'::text[]) l WHERE has_function_privilege(l, r.oid, 'EXECUTE')$$, 'save the queries of metrics, which nobody may call');
SELECT is_empty($$SELECT spelled FROM t.reading WHERE body ~* '(from|join) +(case|case_event|charge|message|assignment|unit|shift|unit_head|bulletin|escalation|first_response)[ )]'$$, 'and which spell the schema of every table');
SELECT is_empty($$SELECT l FROM unnest('{officer1,unit1,supervisor1,admin1,gateway,nobody1}'::text[]) l WHERE has_schema_privilege(l, 'metric', 'USAGE')$$, 'nor even name');
SELECT is_empty($$SELECT spelled FROM t.function WHERE schema IN ('desk', 'intake') AND NOT definer$$, 'what people and the gateway call acts as the owner');
SELECT is_empty($$SELECT spelled FROM t.function f WHERE acl IS NULL OR EXISTS (SELECT FROM aclexplode(f.acl) WHERE grantee = 0)$$, 'no function is executable by PUBLIC');
SELECT set_eq($$SELECT DISTINCT g.rolname::text, f.schema::text FROM t.function f, aclexplode(f.acl) a JOIN pg_roles g ON g.oid = a.grantee WHERE g.rolname <> 'trucban_owner'$$,
    $$VALUES ('trucban_person', 'desk'), ('trucban_person', 'who'), ('trucban_person', 'core'), ('trucban_person', 'search'),
        ('trucban_gateway', 'intake'), ('trucban_gateway', 'core'), ('trucban_gateway', 'search')$$, 'people call desk and who, the gateway calls intake');
SELECT set_eq($$SELECT f.name::text FROM t.function f WHERE schema IN ('core', 'search') AND has_function_privilege('officer1', oid, 'EXECUTE')$$,
    $$VALUES ('now'), ('due'), ('is_working_day'), ('plain'), ('query')$$, 'of core and search people call five harmless ones');
SELECT set_eq($$SELECT f.name::text FROM t.function f WHERE schema IN ('core', 'search') AND has_function_privilege('gateway', oid, 'EXECUTE')$$,
    $$VALUES ('now'), ('make_partitions')$$, 'and the gateway two');
SELECT is_empty($$SELECT spelled FROM t.function WHERE schema = 'intake' AND name IN ('citizen', 'thread', 'open_case', 'amend', 'park', 'own_echo', 'add_message', 'watermark', 'page_post', 'place_comment', 'own_comment')
    AND has_function_privilege('gateway', oid, 'EXECUTE')$$, 'steps of intake.apply are not to be taken alone');
SELECT is_empty($$SELECT spelled FROM t.function WHERE regexp_replace(body, 'E''[^'']*''', '', 'g') ~ '[\\]'$$,
    'no body holds a backslash: standard_conforming_strings = off would change what it means');
SELECT is_empty($$SELECT spelled FROM t.function WHERE body ~* 'pg_advisory_(xact_)?lock' AND name NOT IN ('begin_verb', 'citizen', 'one_event_at_a_time')$$,
    'no lock that a person can take guards what others need');
SELECT isnt_empty($$SELECT FROM pg_default_acl d WHERE d.defaclrole = 'trucban_owner'::regrole AND d.defaclobjtype = 'f' AND NOT EXISTS (SELECT FROM aclexplode(d.defaclacl) WHERE grantee = 0)$$,
    'a function of a later migration is executable by nobody until it is granted');

-- each function of desk is a verb, or stands here with the verb it asks for, or here as a way to read
CREATE TABLE t.spelling (name text PRIMARY KEY, verb text);
INSERT INTO t.spelling VALUES ('media_begin', 'upload_media'), ('media_put', 'upload_media'), ('media_end', 'upload_media'),
    ('journal_counts', 'inspect_server'), ('journal_list', 'inspect_server'), ('journal_show', 'inspect_journal'), ('server_status', 'inspect_server'),
    ('messages', NULL), ('message_versions', NULL), ('citizen_file', NULL), ('media_info', NULL), ('media_chunk', NULL), ('inbox_counts', NULL), ('dashboard', NULL), ('search', NULL), ('metric', NULL), ('metric_set', NULL), ('cases_behind', NULL), ('wall', NULL),
    ('schema_version', NULL), ('clocks', NULL), ('term', NULL);
INSERT INTO t.spelling VALUES ('slip_paper', NULL);
SELECT is_empty($$SELECT f.name FROM t.function f WHERE schema = 'desk' AND name NOT IN (SELECT name FROM core.verb) AND name NOT IN (SELECT name FROM t.spelling)$$,
    'every function of desk is a verb or a known way to read');
SELECT is_empty($$SELECT name FROM core.verb WHERE name NOT IN (SELECT name FROM t.function WHERE schema = 'desk') AND name NOT IN (SELECT verb FROM t.spelling WHERE verb IS NOT NULL)$$,
    'every verb has its function');
SELECT is_empty($$SELECT name FROM core.verb WHERE roles = '{}' OR NOT roles <@ '{officer,unit,supervisor,admin}' OR sentence !~ '[.]$'$$, 'every verb has roles that exist and a sentence');

-- ── relations ──
SELECT is_empty($$SELECT schema, name FROM t.relation WHERE owner <> 'trucban_owner'$$, 'every relation is the owner''s');
SELECT is_empty($$SELECT schema, name FROM t.relation WHERE kind IN ('r', 'p') AND NOT guarded AND NOT part$$, 'every table has row-level security');
SELECT is_empty($$SELECT r.schema, r.name FROM t.relation r WHERE part AND EXISTS (SELECT FROM aclexplode(r.acl) a WHERE a.grantee <> 'trucban_owner'::regrole)$$, 'no right on a partition by itself');
SELECT is_empty($$SELECT r.schema, r.name, a.privilege_type, a.grantee::regrole FROM t.relation r, aclexplode(r.acl) a WHERE a.grantee <> 'trucban_owner'::regrole AND a.privilege_type <> 'SELECT'$$,
    'nobody but the owner writes any relation');
SELECT is_empty($$SELECT r.schema, r.name, c.attname, a.privilege_type FROM t.relation r JOIN pg_attribute c ON c.attrelid = r.oid, aclexplode(c.attacl) a
    WHERE a.grantee <> 'trucban_owner'::regrole AND a.privilege_type <> 'SELECT'$$, 'nor any column');
SELECT set_eq($$SELECT r.name::text FROM t.relation r, aclexplode(r.acl) a WHERE a.grantee = 0$$, $$VALUES ('migration')$$, 'PUBLIC reads which schema this is, no more');
SELECT is_empty($$SELECT r.name FROM t.relation r WHERE has_any_column_privilege('gateway', r.oid, 'SELECT') AND kind <> 'S' AND r.name <> 'migration'$$, 'the gateway reads no relation');
SELECT is_empty($$SELECT r.name FROM t.relation r WHERE kind = 'S' AND (has_sequence_privilege('officer1', r.oid, 'USAGE, SELECT, UPDATE') OR has_sequence_privilege('gateway', r.oid, 'USAGE, SELECT, UPDATE'))$$,
    'no sequence is anybody''s');
SELECT is_empty($$SELECT r.name FROM t.relation r WHERE kind = 'v' AND NOT coalesce('security_invoker=true' = ANY (options), false)$$, 'every view reads with the rights of its reader');
SELECT is_empty($$SELECT r.name FROM t.relation r WHERE schema = 'desk' AND kind <> 'v'$$, 'desk holds views and functions only');
SELECT is_empty($$SELECT p.polname FROM pg_policy p JOIN t.relation r ON r.oid = p.polrelid WHERE p.polcmd <> 'r'$$, 'every policy is for reading');
SELECT is_empty($$SELECT n.nspname, l FROM pg_namespace n, unnest('{officer1,unit1,supervisor1,admin1,gateway,nobody1}'::text[]) l
    WHERE n.nspname !~ '^pg_(toast|temp)' AND has_schema_privilege(l, n.oid, 'CREATE')$$, 'nobody creates anything in any schema');
SELECT is_empty($$SELECT l FROM unnest('{officer1,unit1,supervisor1,admin1,gateway,nobody1}'::text[]) l WHERE has_database_privilege(l, 'trucban_template', 'CREATE, TEMPORARY')$$,
    'nor in the database, not even for a while: the migrator took it from PUBLIC');
SELECT is_empty($$SELECT l, s FROM unnest('{officer1,unit1,supervisor1,admin1}'::text[]) l, unnest('{intake}'::text[]) s WHERE has_schema_privilege(l, s, 'USAGE')
    UNION ALL SELECT l, s FROM unnest('{gateway,nobody1}'::text[]) l, unnest('{desk,who}'::text[]) s WHERE has_schema_privilege(l, s, 'USAGE')$$, 'people stay out of intake, the gateway out of desk');

-- ── roles ──
SELECT is_empty($$SELECT rolname FROM pg_roles WHERE rolname LIKE 'trucban%' AND (rolcanlogin OR rolsuper OR rolbypassrls OR rolcreatedb OR rolreplication)$$, 'no group signs in or is mighty');
SELECT is_empty($$SELECT r.rolname FROM pg_roles r JOIN core.person p ON p.login = r.rolname WHERE r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication$$, 'no person is mighty');
SELECT is_empty($$SELECT m.rolname, g.rolname FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles g ON g.oid = a.roleid
    WHERE m.rolname IN (SELECT login FROM core.person) AND (a.admin_option OR g.rolname NOT IN ('trucban_officer', 'trucban_unit', 'trucban_supervisor', 'trucban_admin'))$$,
    'a person is in groups of persons only and may add nobody to them');

-- ── each verb refuses each role that it does not name, and each login that is no person; nothing but the catalogue says which ──
CREATE FUNCTION t.call_with_nulls(p_oid oid) RETURNS text LANGUAGE sql AS $$
    SELECT format('SELECT (x)::text FROM desk.%I(%s) x', f.name, (SELECT string_agg('NULL::' || y::regtype, ', ' ORDER BY n) FROM unnest(f.types) WITH ORDINALITY a(y, n)))
    FROM t.function f WHERE f.oid = p_oid
$$;
SELECT is(t.run(p.login, t.call_with_nulls(f.oid)), 'TB403 role_may_not', format('%s may not %s', p.login, f.name))
FROM t.function f JOIN core.verb v ON v.name = coalesce((SELECT s.verb FROM t.spelling s WHERE s.name = f.name), f.name)
CROSS JOIN (VALUES ('officer1', 'officer'), ('unit1', 'unit'), ('supervisor1', 'supervisor'), ('admin1', 'admin'), ('leaver1', ''), ('stranger1', '')) p(login, role)
WHERE f.schema = 'desk' AND NOT p.role = ANY (v.roles) ORDER BY f.name, p.login;
SELECT isnt(t.run(p.login, t.call_with_nulls(f.oid)), 'TB403 role_may_not', format('%s may %s', p.login, f.name))
FROM t.function f JOIN core.verb v ON v.name = coalesce((SELECT s.verb FROM t.spelling s WHERE s.name = f.name), f.name)
CROSS JOIN (VALUES ('officer1', 'officer'), ('unit1', 'unit'), ('supervisor1', 'supervisor'), ('admin1', 'admin')) p(login, role)
WHERE f.schema = 'desk' AND p.role = ANY (v.roles) ORDER BY f.name, p.login;
SELECT is(t.run(l, t.call_with_nulls(f.oid)), '42501 permission denied for schema desk', format('%s may not even try %s', l, f.name))
FROM t.function f, unnest('{gateway,nobody1}'::text[]) l WHERE f.schema = 'desk' AND f.name <> 'schema_version' ORDER BY f.name, l;
SELECT is(t.run(l, replace(t.call_with_nulls(f.oid), 'desk.', 'intake.')), '42501 permission denied for schema intake', format('%s may not do the gateway''s %s', l, f.name))
FROM t.function f, unnest('{officer1,unit1,admin1,stranger1}'::text[]) l WHERE f.schema = 'intake' ORDER BY f.name, l;
SELECT * FROM finish();
