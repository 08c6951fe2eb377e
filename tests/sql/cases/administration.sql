-- SPDX-License-Identifier: GPL-3.0-or-later
-- Units, categories, deadlines, people and imports; what an administrator may not do either.
CREATE FUNCTION t.admin(p_call text) RETURNS text LANGUAGE sql AS $$ SELECT t.run('admin1', 'SELECT desk.' || replace(p_call, '$r', quote_literal(gen_random_uuid()))) $$;
-- ── rows by key and by id ──
SELECT is(left(t.admin('save_unit(''{"code": "N1", "name": "New", "parent_code": "D1"}'', NULL, $r)'), 6), '{"id":', 'a new unit');
SELECT id AS n, revision AS rev FROM core.unit WHERE code = 'N1' \gset
SELECT is(left(t.admin(format('save_unit(''{"id": %s, "code": "N1", "name": "Renamed", "parent_code": "D2"}'', %s, $r)', :n, :rev)), 6), '{"id":', 'changed by its id');
SELECT is((SELECT concat_ws(' ', name, revision, parent_id = t.unit('D2')) FROM core.unit WHERE id = :n), 'Renamed 2 t', 'changed');
SELECT is(t.admin(format('save_unit(''{"id": %s, "code": "N1", "name": "Too late"}'', %s, $r)', :n, :rev)), 'TB409 stale_revision', 'from an old look');
SELECT is(left(t.admin(format('save_unit(''{"id": %s, "code": "N2", "name": "Other code", "valid_from": "2026-01-01"}'', 2, $r)', :n)), 6), '{"id":', 'even its code and its first day');
SELECT is((SELECT string_agg(concat_ws(' ', id = :n, code, valid_from), ',') FROM core.unit WHERE code IN ('N1', 'N2')), 't N2 2026-01-01', 'the same row');
SELECT is(t.admin(format('save_unit(''{"id": %s, "code": "D1", "name": "x", "valid_from": "1900-01-01"}'', 3, $r)', :n)), 'TB409 code_taken', 'not a code that is taken');
SELECT is(t.admin('save_unit(''{"code": "D1", "name": "x", "parent_code": "W1"}'', NULL, $r)'), 'TB422 unit_under_itself', 'no unit under itself');
SELECT is(t.admin('save_unit(''{"code": "", "name": "x"}'', NULL, $r)'), 'TB422 code_missing', 'no code');
SELECT is(t.admin('save_unit(''{"code": "Z", "name": "x", "parent_code": "NONE"}'', NULL, $r)'), 'TB422 unit_unknown', 'no parent of that code');
SELECT is(left(t.admin('save_unit(''{"code": "D1", "name": "D1 of 2027", "valid_from": "2027-01-01"}'', NULL, $r)'), 6), '{"id":', 'a code is used again');
SELECT is((SELECT count(*) FROM core.unit WHERE code = 'D1'), 2::bigint, 'by another unit');
SELECT is(left(t.admin('save_category(''{"code": "ANTT.X", "name": "X", "parent_code": "ANTT"}'', NULL, $r)'), 6), '{"id":', 'a category below another');
SELECT is(t.admin('save_category(''{"code": "ANTT", "name": "x", "parent_code": "ANTT.X"}'', NULL, $r)'), 'TB422 parent_unknown', 'no circle');
SELECT is(left(t.admin('save_deadline(''{"category": "ANTT.X", "urgency": "low", "stage": "answer", "amount": "3", "unit": "days"}'', NULL, $r)'), 6), '{"id":', 'a deadline');
SELECT is(left(t.admin('save_deadline(''{"stage": "answer", "amount": "0", "unit": "days"}'', NULL, $r)'), 5), '23514', 'that is one');
SELECT is(left(t.admin('save_holiday(''{"date": "2027-02-06", "kind": "holiday", "name": "Tết"}'', NULL, $r)'), 6), '{"id":', 'a holiday');
SELECT is(left(t.admin('save_source(''{"code": "S", "name": "S", "kind": "portal", "url_prefix": "https://s.example/"}'', NULL, $r)'), 6), '{"id":', 'a source');
SELECT is(left(t.run('supervisor1', format('SELECT desk.save_template(''{"code": "T", "name": "T", "body": "Dear {{name}}"}'', NULL, %L)', gen_random_uuid())), 6), '{"id":', 'a template by a supervisor');
-- ── settings ──
SELECT is(t.admin(format('save_setting(%L, %L, $r)', k, v)), e, k || ' ' || v || ': ' || e) FROM (VALUES ('lease_seconds', '600', '{}'), ('lease_seconds', '"soon"', 'TB422 setting_invalid'), ('lease_seconds', '5', 'TB422 setting_invalid'),
    ('human_agent', '"yes"', 'TB422 setting_invalid'), ('page_name', '"Page"', '{}'), ('test_now', '"2020-01-01"', 'TB422 setting_unknown')) x(k, v, e);
-- ── imports: tried, refused line by line, done ──
SELECT is(t.admin('import_rows(''unit'', ''[{"line": 2, "code": "I1", "name": "One"}, {"line": 3, "code": "", "name": "x"}, {"line": 4, "code": "I2", "name": "x", "parent_code": "NONE"}, {"line": 5, "code": "I3", "name": "x", "valid_from": "soon"}]'', false, $r)')::jsonb
    #>> '{bad}', '[{"code": "code_missing", "line": 3, "facts": {}}, {"code": "unit_unknown", "line": 4, "facts": {"unit": "NONE"}}, {"code": "field_invalid", "line": 5, "facts": {"message": "invalid input syntax for type date: \"soon\""}}]', 'every bad line by its number');
SELECT is((SELECT count(*) FROM core.unit WHERE code LIKE 'I_'), 0::bigint, 'nothing is changed');
SELECT is(t.admin('import_rows(''unit'', ''[{"line": 2, "code": "I1", "name": "One"}]'', true, $r)')::jsonb ->> 'would_save', '1', 'tried');
SELECT is((SELECT count(*) FROM core.unit WHERE code LIKE 'I_'), 0::bigint, 'and not done');
SELECT is(t.admin('import_rows(''unit'', ''[{"line": 2, "code": "I1", "name": "One"}]'', false, $r)')::jsonb ->> 'saved', '1', 'done');
SELECT is((SELECT name FROM core.unit WHERE code = 'I1'), 'One', 'there');
SELECT is(t.admin('import_rows(''person'', ''[]'', false, $r)'), 'TB422 kind_unknown', 'people are not imported this way');
-- ── people ──
\set verifier 'SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy'
SELECT is(t.admin(format('add_person(%L, %L, $r)', p, v)), e, e || ' ' || p) FROM (VALUES
    ('{"login": "new1", "name": "New", "role": "officer"}', 'plain', 'TB422 password_not_scram'), ('{"login": "new1", "name": "New", "role": "officer"}', NULL, 'TB422 password_not_scram'),
    ('{"login": "new1", "name": "New", "role": "gateway"}', :'verifier', 'TB422 role_unknown'), ('{"login": "new1", "name": "New", "role": "owner"}', :'verifier', 'TB422 role_unknown'),
    ('{"login": "new1", "name": "New", "role": "unit"}', :'verifier', 'TB422 unit_missing'), ('{"login": "officer1", "name": "New", "role": "officer"}', :'verifier', 'TB409 login_taken'),
    ('{"login": "postgres", "name": "New", "role": "officer"}', :'verifier', 'TB409 login_taken'), ('{"login": "trucban_x", "name": "New", "role": "officer"}', :'verifier', 'TB422 login_invalid'),
    ('{"login": "pg_monitor", "name": "New", "role": "officer"}', :'verifier', 'TB422 login_invalid'), ('{"login": "a; DROP", "name": "New", "role": "officer"}', :'verifier', 'TB422 login_invalid'),
    ('{"login": "public", "name": "New", "role": "officer"}', :'verifier', 'TB422 login_invalid'), ('{"name": "New", "role": "officer"}', :'verifier', 'TB422 login_invalid')) x(p, v, e);
SELECT is(left(t.admin(format('add_person(''{"login": "new1", "name": "New", "role": "officer"}'', %L, $r)', :'verifier')), 6), '{"id":', 'a new officer');
ALTER ROLE new1 PASSWORD 'new1';
SELECT is(t.run('new1', 'SELECT concat_ws('' '', login, role) FROM desk.me'), 'new1 officer', 'signs in');
SELECT is((SELECT count(*) FROM core.audit WHERE facts::text ~ 'SCRAM'), 0::bigint, 'no verifier in the audit');
SELECT is(t.run('new1', format('SELECT desk.change_own_password(%L, gen_random_uuid())', :'verifier')), '{}', 'changes their own password');
ALTER ROLE new1 PASSWORD 'new1';
SELECT is(t.run('new1', 'SELECT desk.change_own_password(''secret'', gen_random_uuid())'), 'TB422 password_not_scram', 'never in plain');
CREATE FUNCTION t.change(p_login text, p_changes text) RETURNS text LANGUAGE sql AS $$ SELECT t.admin(format('change_person(%s, %s, %L, $r)', id, revision, p_changes)) FROM core.person WHERE login = p_login $$;
SELECT is(left(t.change('new1', '{"role": "unit", "unit": "W1"}'), 6), '{"id":', 'becomes a unit''s');
SELECT is(t.run('new1', 'SELECT concat_ws('' '', role, unit_code) FROM desk.me'), 'unit W1', 'at once, in the same session');
SELECT is((SELECT string_agg(r.rolname, ',') FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid WHERE m.member = 'new1'::regrole), 'trucban_unit', 'and in one group');
SELECT is(t.change('officer2', '{"role": "unit"}'), 'TB422 unit_missing', 'no unit, no unit officer');
SELECT is(t.change('new1', '{"unit": ""}'), 'TB422 unit_missing', 'nor taken away');
SELECT is(t.change('new1', '{"role": "gateway"}'), 'TB422 role_unknown', 'nobody becomes the gateway');
SELECT is(t.change('admin1', '{"active": false}'), 'TB403 not_yourself', 'nobody locks themselves out');
SELECT is(t.change('admin1', '{"role": "supervisor"}'), 'TB403 not_yourself', 'nor changes their own role');
SELECT is(left(t.change('new1', '{"role": "officer"}'), 6), '{"id":', 'an officer again');
SELECT t.classified('an', 'new1') AS c \gset
SELECT is(left(t.change('new1', '{"active": false}'), 6), '{"id":', 'leaves');
SELECT is(t.run('new1', 'SELECT count(*) FROM desk.cases'), '0', 'the session that was open sees nothing');
SELECT is(t.verb('new1', :c, 'add_note($c, ''still here'', $r)'), 'TB403 role_may_not', 'and does nothing');
SELECT is(left(t.run('new1', 'SELECT 1', 'new1_again'), 5), '08001', 'and no new one is opened');
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'what they held is free');
SELECT is(left(t.change('new1', '{"active": true}'), 6), '{"id":', 'comes back');
SELECT is(t.run('new1', 'SELECT count(*) > 0 FROM desk.cases', 'new1_again'), 't', 'and signs in');
SELECT is(t.admin(format('change_person(%s, 0, ''{}'', $r)', t.person('officer1'))), 'TB409 stale_revision', 'from an old look');
SELECT is(t.admin(format('set_password(99999, %L, $r)', :'verifier')), 'TB404 person_not_found', 'nobody of that number');
SELECT * FROM finish();
