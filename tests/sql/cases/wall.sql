-- SPDX-License-Identifier: GPL-3.0-or-later
-- A complaint about a unit is not routed to it or to one below it, and not read there in any way.
SELECT t.hire('inspector2', 'unit', 'X5') \g /dev/null
-- of D1 (boss1), with W1 (unit1) and W2 (unit2) below
CREATE FUNCTION t.complaint(p_who text, p_about text) RETURNS bigint LANGUAGE sql AS $$
    SELECT t.classified(p_who, 'officer1', jsonb_build_object('category', 'TAC_PHONG', 'about_unit', t.unit(p_about)))
$$;
CREATE FUNCTION t.send(p_case bigint, p_unit text) RETURNS text LANGUAGE sql AS $$
    SELECT t.verb('officer1', p_case, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit(p_unit)))
$$;

-- ── routing ──
SELECT t.complaint('an', 'D1') AS c \gset
SELECT is(t.send(:c, u), 'TB403 conflict_of_interest', 'about D1: not to ' || u) FROM unnest('{D1,W1,W2}'::text[]) u;
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}, {"unit": %s}]'', '''', $r)', t.unit('X5'), t.unit('W1'))), 'TB403 conflict_of_interest', 'nor as the one that helps');
SELECT is((SELECT count(*) FROM core.assignment WHERE case_id = :c), 0::bigint, 'nothing of it stays');
SELECT is(t.send(:c, 'X5'), 'ok', 'to the inspectorate');
SELECT is(t.run('inspector1', format('SELECT count(*) FROM desk.messages(%s)', :c)), '1', 'which reads it');
SELECT is(t.run(l, format('SELECT (SELECT count(*) FROM desk.cases WHERE id = %1$s) + (SELECT count(*) FROM desk.assignments WHERE case_id = %1$s) + (SELECT count(*) FROM desk.events WHERE case_id = %1$s)', :c)), '0', l || ' sees nothing of it')
FROM unnest('{boss1,unit1,unit2}'::text[]) l;

-- a complaint about a unit may go to the one above it, whose officers answer for it, too
SELECT t.complaint('binh', 'W1') AS c \gset
SELECT is(t.send(:c, 'W1'), 'TB403 conflict_of_interest', 'about W1: not to W1');
SELECT is(t.send(:c, 'D1'), 'ok', 'but to D1 above it');
SELECT is(t.run('boss1', format('SELECT count(*) FROM desk.messages(%s)', :c)), '1', 'whose officer reads it');
SELECT is(t.run('boss1', 'SELECT count(*) FROM desk.search(''words of binh'')'), '1', 'finds it');
SELECT is(t.run('boss1', 'SELECT desk.inbox_counts() ->> ''my_unit'''), '1', 'counts it');
SELECT is(t.verb('boss1', :c, format('confirm(%s, $r)', t.assignment(:c, 'D1'))), 'ok', 'and confirms');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.cases WHERE id = %s', :c)), '0', 'W1 does not see it');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''we are innocent'', NULL, $r)', t.assignment(:c, 'D1'))), 'TB404 assignment_not_found', 'nor answers it');

-- of whom it is not said: only where its category goes
SELECT t.classified('cuong', 'officer1', '{"category": "TAC_PHONG"}') AS c \gset
SELECT is(t.send(:c, u), 'TB422 about_unit_missing', 'about nobody: not to ' || u) FROM unnest('{W1,D1,D2}'::text[]) u;
SELECT is(t.send(:c, 'X5'), 'ok', 'but to the inspectorate');

-- ── who it is about comes out after it was forwarded ──
SELECT t.forwarded('dung', 'officer1', 'W1') AS c \gset
SELECT is(t.verb('officer1', :c, format('classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high", "about_unit": %s}'', $r)', t.unit('D1'))), 'TB409 conflict_of_interest', 'while W1 has it, it cannot become a complaint about D1');
SELECT is(t.verb('officer1', :c, format('withdraw_assignment(%s, ''about them'', $r)', t.assignment(:c, 'W1'))), 'ok', 'taken back first');
SELECT is(t.verb('officer1', :c, format('classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high", "about_unit": %s}'', $r)', t.unit('D1'))), 'ok', 'then it can');
SELECT is(t.send(:c, 'W1'), 'TB403 conflict_of_interest', 'and does not go there again');
-- even a row that should not be there is not read: the wall does not hang on the forward alone
INSERT INTO core.assignment (case_id, unit_id, lead, sent_by, sent_at) VALUES (:c, t.unit('W1'), true, 1, now());
INSERT INTO core.unit_answer (assignment_id, case_id, person_id, text, answered_at) VALUES (t.assignment(:c, 'W1'), :c, 1, 'x', now());
SELECT is(t.run('unit1', format(sql, :c, t.assignment(:c, 'W1'))), answer, 'behind the wall: ' || sql) FROM (VALUES ('SELECT count(*) FROM desk.cases WHERE id = %s', '0'), ('SELECT count(*) FROM core.case WHERE id = %s', '0'),
    ('SELECT count(*) FROM desk.assignments WHERE case_id = %s', '0'), ('SELECT count(*) FROM core.unit_answer WHERE case_id = %s', '0'), ('SELECT count(*) FROM desk.events WHERE case_id = %s', '0'),
    ('SELECT count(*) FROM desk.messages(%s)', 'TB404 case_not_found'), ('SELECT desk.open_case(%s)', 'TB404 case_not_found'), ('SELECT desk.citizen_file(%s)', 'TB404 case_not_found'),
    ('SELECT count(*) FROM desk.search(''words of dung'')', '0'), ('SELECT who.may_read(%s)', 'f'), ('SELECT desk.inbox_counts() ->> ''my_unit''', '0'),
    ('SELECT desk.confirm(%2$s, gen_random_uuid())', 'TB404 assignment_not_found'), ('SELECT desk.answer(%2$s, ''x'', NULL, gen_random_uuid())', 'TB404 assignment_not_found'), ('SELECT desk.hand_back(%2$s, ''conflict'', '''', gen_random_uuid())', 'TB404 assignment_not_found')) x(sql, answer);
-- nor do the steps of a unit at work find it, and nothing it once asked is shown
INSERT INTO core.question (case_id, assignment_id, person_id, text, asked_at) VALUES (:c, t.assignment(:c, 'W1'), t.person('unit1'), 'Who says so?', now());
INSERT INTO core.extension (case_id, assignment_id, wanted_until, reason, asked_by, asked_at) VALUES (:c, t.assignment(:c, 'W1'), now() + interval '9 days', 'busy', t.person('unit1'), now());
SELECT is(t.run('unit1', format(sql, :c, t.assignment(:c, 'W1'), (SELECT max(id) FROM core.question), t.unit('W2'))), answer, 'behind the wall: ' || sql) FROM (VALUES
    ('SELECT desk.hand_on(%2$s, %4$s, ''conflict'', '''', gen_random_uuid())', 'TB404 assignment_not_found'), ('SELECT desk.ask_citizen(%2$s, ''x'', gen_random_uuid())', 'TB404 assignment_not_found'),
    ('SELECT desk.ask_extension(%2$s, now() + interval ''9 days'', ''x'', gen_random_uuid())', 'TB404 assignment_not_found'), ('SELECT desk.answer(%2$s, ''x'', NULL, gen_random_uuid(), ''{}'', true)', 'TB404 assignment_not_found'),
    ('SELECT desk.withdraw_question(%3$s, gen_random_uuid())', 'TB404 question_not_found'), ('SELECT count(*) FROM desk.questions', '0'), ('SELECT count(*) FROM core.question', '0'),
    ('SELECT count(*) FROM desk.extensions', '0'), ('SELECT count(*) FROM core.extension', '0'), ('SELECT desk.propose(%s)', 'TB403 role_may_not')) x(sql, answer);
-- the centre may still remind that unit of it by mistake: nobody of it is told
SELECT t.verb('officer1', :c, format('remind(%s, ''a complaint about you'', $r)', t.assignment(:c, 'W1'))) \g /dev/null
SELECT is(t.run(l, 'SELECT count(*) FROM desk.notices'), '0', l || ' hears nothing of it') FROM unnest('{unit1,unit2,boss1}'::text[]) l;
SELECT is((SELECT count(*) FROM core.notice_person n JOIN core.person p ON p.id = n.person_id JOIN core.notice x ON x.id = n.notice_id WHERE x.case_id = :c AND p.role = 'unit'), 0::bigint, 'no notice of it lies at a unit');
-- the table says the same
SELECT throws_ok(format('UPDATE core.case SET lead_unit_id = about_unit_id WHERE id = %s', :c), '23514'::char(5), NULL::text, 'the unit complained of does not lead');

-- after the end of a case about nobody, its unit reads it on; once it is about the unit, no more
SELECT t.answered('giang', 'officer1', 'W1', 'unit1') AS c \gset
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "done", "final": true}'')'), 'ok', 'released');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.messages(%s)', :c)), '2', 'the unit that answered reads how it ended');
SELECT is(t.verb('officer1', :c, 'reopen($c, $v, ''a complaint about W1 after all'', $r)'), 'ok', 'opened again');
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'claimed');
SELECT is(t.verb('officer1', :c, format('classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high", "about_unit": %s}'', $r)', t.unit('W1'))), 'ok', 'as a complaint about the unit that answered it');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.messages(%s)', :c)), 'TB404 case_not_found', 'which reads it no more');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.cases WHERE id = %s', :c)), '0', 'in no way');

-- ── what a co-handling unit does not see: the other's answer and its files ──
SELECT t.classified('hanh', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}, {"unit": %s}]'', '''', $r)', t.unit('W1'), t.unit('X5'))), 'ok', 'two units');
SELECT t.run('unit1', 'SELECT desk.media_begin(sha256(''abc''), 3, ''text/plain'', ''file'') ->> ''id''') AS m \gset
SELECT t.run('unit1', format('SELECT desk.media_put(%s, 0, ''abc'')', :m)), t.run('unit1', format('SELECT desk.media_end(%s)', :m)) \g /dev/null
SELECT is(t.verb('unit1', :c, format('answer(%s, ''see file'', ARRAY[%s], $r)', t.assignment(:c, 'W1'), :m)), 'ok', 'one answers with a file');
SELECT is(t.run('inspector1', format('SELECT count(*) FROM desk.unit_answers WHERE case_id = %s', :c)), '0', 'the other does not read the answer');
SELECT is(t.run('inspector1', format('SELECT desk.media_chunk(%s, 0)', :m)), 'TB404 media_not_found', 'nor its file');
SELECT is(t.run('officer1', format('SELECT encode(desk.media_chunk(%s, 0), ''escape'')', :m)), 'abc', 'the centre does');
SELECT is(t.run('boss1', format('SELECT encode(desk.media_chunk(%s, 0), ''escape'')', :m)), 'abc', 'and so does the unit above');
SELECT * FROM finish();
