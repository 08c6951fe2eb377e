-- SPDX-License-Identifier: GPL-3.0-or-later
-- Transfer slips: prepared, signed, numbered without gaps, void, received, checked; what a unit may see of one; who may do what.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
UPDATE core.person SET rank = 'Đại tá' WHERE login = 'supervisor1';
SELECT t.forwarded('an', 'officer1', 'W1') AS c, t.forwarded('binh', 'officer1', 'W2') AS d, t.classified('cuong', 'officer1') AS alone \gset
SELECT t.assignment(:c, 'W1') AS a, t.assignment(:d, 'W2') AS b \gset
CREATE FUNCTION t.slip(p_assignment bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT max(id) FROM core.slip WHERE assignment_id = p_assignment $$;
CREATE FUNCTION t.slip_verb(p_login text, p_slip bigint, p_call text) RETURNS text LANGUAGE sql AS $$
    SELECT t.verb(p_login, NULL, replace(replace(p_call, '$s', coalesce(p_slip::text, 'NULL')), '$v', coalesce((SELECT revision::text FROM core.slip WHERE id = p_slip), 'NULL')))
$$;

-- ── the straight road ──
SELECT is(t.verb('officer1', :c, format('prepare_slip(%s, false, $r)', :a)), 'ok', 'an officer prepares it');
SELECT is((SELECT concat_ws(' ', state, number, signed_at, with_identity, identity) FROM core.slip WHERE id = t.slip(:a)), 'prepared f', 'without number, signature or name');
SELECT is((SELECT concat_ws('|', content ->> 'case', content ->> 'unit', content ->> 'citizen', content #>> '{messages,0,text}', content ->> 'instruction', content #>> '{head,place}') FROM core.slip WHERE id = t.slip(:a)),
    (SELECT concat_ws('|', number, 'W1', 'Người dân #' || citizen_id, 'Words of an', 'Please look', 'Hà Nội') FROM core.case WHERE id = :c), 'it says what the forward says');
SELECT ok((SELECT content::text NOT LIKE '%Name of%' FROM core.slip WHERE id = t.slip(:a)), 'and not who the citizen is');
SELECT matches((SELECT code FROM core.slip WHERE id = t.slip(:a)), '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$', 'with a check code');
SELECT is(t.verb('officer1', :c, format('prepare_slip(%s, false, $r)', :a)), 'ok', 'prepared again before it is signed');
SELECT is((SELECT count(*) || ' ' || max(revision) FROM core.slip WHERE assignment_id = :a), '1 2', 'it is the same slip');
SELECT is(t.slip_verb('supervisor1', t.slip(:a), 'sign_slip($s, 1, $r)'), 'TB409 stale_revision', 'what has changed since it was looked at is not signed');
SELECT is(t.slip_verb('officer1', t.slip(:a), 'sign_slip($s, $v, $r)'), 'TB403 not_a_signer', 'an officer who leads no shift does not sign');
SELECT is(t.slip_verb('unit1', t.slip(:a), 'receive_slip($s, NULL, $r)'), 'TB404 slip_not_found', 'a unit does not see it before it is signed');
SELECT is(t.run('unit1', 'SELECT count(*) FROM desk.slips'), '0', 'not in its list either');
SELECT is(t.slip_verb('supervisor1', t.slip(:a), 'sign_slip($s, $v, $r)'), 'ok', 'a supervisor signs');
SELECT is(t.answer() ->> 'number', '01/PC-CAHN-PV01', 'then it has its number');
SELECT is((SELECT concat_ws('|', content ->> 'signer', content ->> 'signer_rank', length(content_sha256)) FROM core.slip WHERE id = t.slip(:a)), 'Supervisor One|Đại tá|64', 'with who signed, sealed');
SELECT is((SELECT facts ->> 'sha256' FROM core.audit WHERE verb = 'sign_slip'), (SELECT content_sha256 FROM core.slip WHERE id = t.slip(:a)), 'and the seal lies in the audit chain');
SELECT is(t.slip_verb('supervisor1', t.slip(:a), 'sign_slip($s, $v, $r)'), 'TB409 slip_signed', 'not twice');
SELECT is(t.verb('officer1', :c, format('prepare_slip(%s, false, $r)', :a)), 'TB409 slip_signed', 'nor prepared over the signature');
SELECT is((SELECT string_agg(verb, ' ') FROM core.case_event WHERE case_id = :c AND verb LIKE '%slip%'), 'sign_slip', 'the case tells of it');

-- ── received ──
SELECT is(t.slip_verb('unit2', t.slip(:a), 'receive_slip($s, NULL, $r)'), 'TB404 slip_not_found', 'another unit does not receive it');
SELECT is(t.slip_verb('officer1', t.slip(:a), 'receive_slip($s, '' '', $r)'), 'TB422 text_missing', 'the desk says who took the paper');
SELECT is(t.slip_verb('unit1', t.slip(:a), 'receive_slip($s, NULL, $r)'), 'ok', 'the unit receives it');
SELECT is((SELECT received_by || ' ' || (received_at = core.now()) FROM core.slip WHERE id = t.slip(:a)), 'Unit Officer One true', 'in the name of who signed in');
SELECT is(t.slip_verb('unit1', t.slip(:a), 'receive_slip($s, NULL, $r)'), 'TB409 slip_received', 'once');

-- ── void: the number stays and the next one follows ──
SELECT is(t.slip_verb('officer1', t.slip(:a), 'void_slip($s, $v, ''x'', $r)'), 'TB403 role_may_not', 'an officer voids nothing');
SELECT is(t.slip_verb('supervisor1', t.slip(:a), 'void_slip($s, $v, '''', $r)'), 'TB422 reason_missing', 'for a reason');
SELECT is(t.slip_verb('supervisor1', t.slip(:a), 'void_slip($s, $v, ''wrong ward'', $r)'), 'ok', 'void');
SELECT is((SELECT concat_ws(' ', state, number, void_reason) FROM core.slip WHERE id = t.slip(:a)), 'voided 01/PC-CAHN-PV01 wrong ward', 'it keeps its number');
SELECT is(t.verb('officer1', :c, format('prepare_slip(%s, false, $r)', :a)), 'ok', 'a new one may be prepared');
SELECT is(t.slip_verb('supervisor1', t.slip(:a), 'sign_slip($s, $v, $r)'), 'ok', 'and signed');
SELECT is(t.answer() ->> 'number', '02/PC-CAHN-PV01', 'with the next number');
SELECT throws_ok('UPDATE core.slip SET ' || x, 'TB403'::char(5), 'append_only'::text, 'what is signed is not changed: ' || x)
FROM unnest('{"number = ''9''","content = ''{}''","ordinal = 77","signed_by = 1","code = ''x''"}'::text[]) x;
SELECT throws_ok(x || ' core.slip' || y, 'TB403'::char(5), 'append_only'::text, x || ' is refused') FROM (VALUES ('DELETE FROM', ''), ('TRUNCATE', ' CASCADE')) v(x, y);

-- ── the pattern of the number is a setting of the administrator ──
SELECT is(t.verb('officer1', NULL, 'save_setting(''paper_number'', ''"{number}/PC-PV01"'', $r)'), 'TB403 role_may_not', 'not an officer''s');
SELECT is(t.verb('admin1', NULL, format('save_setting(''paper_number'', %L, $r)', v)), 'TB422 setting_invalid', 'with its number in it once: ' || v) FROM unnest('{"\"PC-PV01\"","\"{number}/{number}\"","7"}'::text[]) v;
SELECT is(t.verb('admin1', NULL, 'save_setting(''paper_post'', ''""'', $r)'), 'TB422 setting_invalid', 'a post has a name');
SELECT is(t.verb('admin1', NULL, 'save_setting(''paper_number'', ''"{number}/PC-CAHN-PV01"'', $r)'), 'ok', 'but as it is');

-- ── the year turns at midnight in Hanoi ──
SELECT is(t.verb('officer1', :d, format('prepare_slip(%s, false, $r)', :b)), 'ok', 'another');
SELECT t.at('2027-01-01 00:00+07') \g /dev/null
SELECT is(t.slip_verb('supervisor1', t.slip(:b), 'sign_slip($s, $v, $r)'), 'ok', 'signed as the year begins');
SELECT is((SELECT year || ' ' || number FROM core.slip WHERE id = t.slip(:b)), '2027 01/PC-CAHN-PV01', 'begins at 01');
SELECT t.at('2026-11-24 09:00+07') \g /dev/null

-- ── rolled back: no number is taken ──
SELECT t.forwarded('dung', 'officer1', 'W1') AS e \gset
SELECT t.assignment(:e, 'W1') AS ea \gset
SELECT is(t.verb('officer1', :e, format('prepare_slip(%s, false, $r)', :ea)), 'ok', 'one more');
SELECT is(left(t.run('supervisor1', format('DO $d$ BEGIN PERFORM desk.sign_slip(%s, 1, gen_random_uuid()); RAISE EXCEPTION ''power cut''; END $d$', t.slip(:ea))), 5), 'P0001', 'a signature that is not committed');
SELECT is((SELECT last FROM core.slip_counter WHERE year = 2026), 2, 'takes no number');
SELECT is(t.slip_verb('supervisor1', t.slip(:ea), 'sign_slip($s, $v, $r)'), 'ok', 'signed now');
SELECT is((SELECT string_agg(ordinal::text, ',' ORDER BY ordinal) FROM core.slip WHERE year = 2026), '1,2,3', 'no gap, no twin');
SELECT is(t.run('supervisor1', format('SELECT desk.sign_slip(%s, 1, %L) ->> ''number''', t.slip(:ea), id)), '03/PC-CAHN-PV01', 'the same request answers as it did the first time')
FROM core.request WHERE verb = 'sign_slip' ORDER BY at DESC LIMIT 1;

-- ── the name of the citizen ──
SELECT t.forwarded('giang', 'officer1', 'W1') AS g \gset
SELECT t.assignment(:g, 'W1') AS ga \gset
SELECT is(t.verb('officer1', :g, format('prepare_slip(%s, true, $r)', :ga)), 'TB403 identity_not_opened', 'not on the paper before somebody opened it for a reason');
SELECT is(t.verb('officer1', :g, 'open_identity($c, ''the unit must call back'', $r)'), 'ok', 'opened');
SELECT is(t.verb('officer2', :g, format('prepare_slip(%s, true, $r)', :ga)), 'TB403 identity_not_opened', 'by the one who prepares it');
SELECT is(t.verb('officer1', :g, format('prepare_slip(%s, true, $r)', :ga)), 'ok', 'prepared with the name');
SELECT is(t.slip_verb('supervisor1', t.slip(:ga), 'sign_slip($s, $v, $r)'), 'ok', 'signed');
SELECT is(t.run('officer1', format('SELECT desk.slip_paper(%s) #>> ''{identity,0,name}''', t.slip(:ga))), 'Name of giang', 'the centre prints it');
SELECT is((SELECT count(*) FROM core.reading WHERE case_id = :g AND what = 'identity' AND reason LIKE 'slip %'), 1::bigint, 'and that is a reading of its own');
SELECT is(t.run('unit1', format('SELECT concat_ws('' '', p ->> ''with_identity'', p -> ''identity'', position(''Name of'' IN p::text)) FROM desk.slip_paper(%s) p', t.slip(:ga))), 'false null 0', 'a unit sees it without');
SELECT is(t.run('admin1', format('SELECT concat_ws('' '', p ->> ''number'', p -> ''identity'', position(''Name of'' IN p::text)) FROM desk.inspect_slip((SELECT number FROM desk.cases WHERE id = %s)) p', :g)), '04/PC-CAHN-PV01 null 0', 'so does the command line');

-- ── the check code ──
SELECT code, case_id, (SELECT number FROM core.case WHERE id = case_id) AS case_number FROM core.slip WHERE id = t.slip(:ga) \gset
SELECT is(t.run('officer1', format('SELECT concat_ws('' '', x ->> ''valid'', x #>> ''{slips,0,number}'', x #>> ''{slips,0,state}'') FROM desk.check_slip(%L, %L) x', :'case_number', lower(replace(:'code', '-', '')))), 'true 04/PC-CAHN-PV01 signed', 'a true paper is known');
SELECT is(t.run('officer1', format('SELECT desk.check_slip(%L, %L) ->> ''valid''', n, k)), 'false', 'a false one is not: ' || n || ' ' || k)
FROM (VALUES (:'case_number', 'AAAA-AAAA-AAAA'), ('26-999999', :'code'), (:'case_number', ''), (:'case_number', NULL)) v(n, k);
SELECT is(t.run('unit1', format('SELECT desk.check_slip(%L, %L) ->> ''valid''', :'case_number', :'code')), 'true', 'a unit checks its own');
SELECT is(t.run('unit2', format('SELECT desk.check_slip(%L, %L) ->> ''valid''', :'case_number', :'code')), 'false', 'and not another''s');
SELECT is((SELECT count(DISTINCT core.slip_code(id)) FROM core.assignment), (SELECT count(*) FROM core.assignment), 'every forward has its own code');
UPDATE core.secret SET inner_key = sha256('other');
SELECT isnt((SELECT core.slip_code(:ga)), :'code', 'which hangs on a key nobody reads');

-- ── what is nobody's, what a unit sees ──
SELECT is(left(t.run(l, sql), 5), '42501', l || ': ' || sql) FROM unnest('{officer1,unit1,supervisor1,admin1}'::text[]) l,
    unnest('{SELECT * FROM core.secret,SELECT * FROM core.slip_counter,SELECT content FROM core.slip,SELECT identity FROM core.slip,SELECT core.check_code(''x''),SELECT core.slip_content(1)}'::text[]) sql;
SELECT is(t.run('unit1', 'SELECT string_agg(number, '' '' ORDER BY id) FROM desk.slips'), '01/PC-CAHN-PV01 02/PC-CAHN-PV01 03/PC-CAHN-PV01 04/PC-CAHN-PV01', 'a unit lists its own signed ones');
SELECT is(t.run('unit2', 'SELECT string_agg(number, '' '') FROM desk.slips'), '01/PC-CAHN-PV01', 'each its own');
SELECT is(t.run('unit2', format('SELECT desk.slip_paper(%s)', t.slip(:ga))), 'TB404 slip_not_found', 'and prints no other');
SELECT is(t.verb('officer1', :e, format('withdraw_assignment(%s, ''wrong unit'', $r)', :ea)), 'ok', 'a forward is taken back');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.slips WHERE case_id = %s', :e)), '0', 'with it its slip');
SELECT is(t.run('unit1', format('SELECT desk.slip_paper(%s)', t.slip(:ea))), 'TB404 slip_not_found', 'also as a page');
SELECT is(t.run(l, 'SELECT count(*) FROM desk.slips'), '0', l || ' sees none') FROM unnest('{leaver1,stranger1}'::text[]) l;

-- ── the draft of the command line ──
SELECT t.forwarded('hai', 'officer1', 'W1') AS h \gset
SELECT is(t.run('admin1', format('SELECT concat_ws('' '', p ->> ''draft'', p ->> ''state'', p #>> ''{content,unit}'', p ->> ''code'') FROM desk.inspect_slip(%L) p', (SELECT number FROM core.case WHERE id = :h))),
    (SELECT 'true draft W1 ' || core.slip_code(max(id)) FROM core.assignment), 'a forward without a slip is shown as a draft');
SELECT is(t.run('admin1', format('SELECT desk.inspect_slip(%L)', (SELECT number FROM core.case WHERE id = :alone))), 'TB409 not_forwarded', 'a case without a forward is refused');
SELECT is(t.run('admin1', 'SELECT desk.inspect_slip(''26-999999'')'), 'TB404 case_not_found', 'so is one that is not there');

-- ── exports ──
SELECT is(t.verb('officer1', NULL, 'log_export(''register'', ''{"kind": "intake", "rows": 3}'', $r)'), 'ok', 'an export is written down');
SELECT is((SELECT login || ' ' || object || ' ' || (facts ->> 'rows') FROM core.audit WHERE verb = 'log_export'), 'officer1 export:register 3', 'with who and what');
SELECT is(t.verb('officer1', NULL, 'log_export(''secrets'', ''{}'', $r)'), 'TB422 kind_unknown', 'only what there is to export');
SELECT is((SELECT first_fault FROM core.verify_audit()), NULL, 'the chain holds');

-- ── afterwards somebody compares ──
SELECT is(t.run('officer1', 'SELECT desk.verify_papers()'), 'TB403 role_may_not', 'administrators and supervisors do');
SELECT is(t.run('admin1', 'SELECT concat_ws('' '', x ->> ''checked'', x -> ''first_fault'') FROM desk.verify_papers() x'), (SELECT count(*) || ' null' FROM core.slip WHERE signed_at IS NOT NULL), 'all is as it was signed');
ALTER TABLE core.slip DISABLE TRIGGER signed_stays;
UPDATE core.slip SET content = content || '{"instruction": "Something else"}' WHERE id = t.slip(:ga);
SELECT is(t.run('admin1', 'SELECT x -> ''first_fault'' ->> ''why'' FROM desk.verify_papers() x'), 'changed', 'a changed paper is found');
UPDATE core.slip SET content = content || '{"instruction": "Please look"}' WHERE id = t.slip(:ga);
UPDATE core.slip_counter SET last = last + 1 WHERE year = 2026;
SELECT is(t.run('admin1', 'SELECT concat_ws('' '', x #>> ''{first_fault,object}'', x #>> ''{first_fault,why}'') FROM desk.verify_papers() x'), 'PC 2026 number_missing', 'so is a number that nobody has');
SELECT * FROM finish();
