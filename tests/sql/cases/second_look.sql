-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a second look at the steps of responsibility found: by the real clock, at the wall, in the ledger, and when two people act in one moment.
CREATE FUNCTION t.charged(p_case bigint) RETURNS text LANGUAGE sql AS $$ SELECT concat_ws(' ', stage, charged_to, (SELECT code FROM core.unit WHERE id = charged_unit_id)) FROM core.case WHERE id = p_case $$;

-- ── by the clock on the wall, which goes on between two statements: what a release ended is as it was before, when the citizen was not told after all ──
SELECT t.answered('an', 'officer1', 'W1', 'unit1') AS c, gen_random_uuid() AS box \gset
SELECT is(t.verb('officer1', :c, format('approve_answer(%s, $v, ''We looked, kindly'', $r)', (SELECT max(id) FROM core.unit_answer WHERE case_id = :c))), 'ok', 'approved');
SELECT is(t.verb('officer1', :c, format('reply($c, $v, %L, ''{"text": "We looked, kindly", "final": true}'')', :'box')), 'ok', 'released');
SELECT is(t.verb('officer1', :c, format('cancel_send(%L, $r)', :'box')), 'ok', 'and called back before it left');
SELECT is((SELECT concat_ws(' ', a.state, n.state) FROM core.assignment a JOIN core.unit_answer n ON n.assignment_id = a.id WHERE a.case_id = :c), 'answered approved', 'the unit''s answer is as approved as before');
SELECT is(t.charged(:c), 'reply desk', 'and still to be told');

-- ── a case whose release failed is forwarded anew: the unit has it, not the desk ──
SELECT t.forwarded('binh', 'officer1', 'W1') AS c, gen_random_uuid() AS box \gset
SELECT is(t.verb('officer1', :c, format('reply($c, $v, %L, ''{"text": "Call 113", "final": true, "own_decision": "urgent"}'')', :'box')), 'ok', 'answered by own decision');
SELECT is(t.verb('officer1', :c, format('cancel_send(%L, $r)', :'box')), 'ok', 'called back');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('X5'))), 'ok', 'and forwarded to another unit after all');
SELECT is(t.status(:c) || ', ' || t.charged(:c), 'forwarded, confirm unit X5', 'which is charged with it');
SELECT is(t.verb('inspector1', :c, format('answer(%s, ''Looked'', NULL, $r)', t.assignment(:c, 'X5'))), 'ok', 'it answers');
SELECT is(t.status(:c) || ', ' || t.charged(:c), 'answered, review desk', 'and the desk reviews');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s}]'', '''', $r)', t.unit('W2'))), 'ok', 'another unit is to help with what is answered');
SELECT is(t.status(:c), 'answered', 'the answer stands');

-- ── a case becomes a complaint about nobody yet while a unit has it that may be the one ──
SELECT t.forwarded('cuong', 'officer1', 'W1') AS c \gset
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high"}'', $r)'), 'TB422 about_unit_missing', 'while W1 has it, it cannot become a complaint about nobody');
SELECT is(t.verb('officer1', :c, format('classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high", "about_unit": %s}'', $r)', t.unit('D2'))), 'ok', 'about another unit it can');
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high", "about_unit": null}'', $r)'), 'TB422 about_unit_missing', 'but that is not taken back');
SELECT t.forwarded('dung', 'officer1', 'X5') AS c \gset
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high"}'', $r)'), 'ok', 'at the inspectorate it may become one');
-- one that was done and is opened again as a complaint about nobody yet
SELECT t.answered('giang', 'officer1', 'W1', 'unit1') AS c \gset
SELECT t.must(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "done", "final": true}'')')), t.must(t.verb('officer1', :c, 'reopen($c, $v, ''your officer was rude'', $r)')), t.must(t.verb('officer1', :c, 'claim($c, $r)')) \g /dev/null
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.events WHERE case_id = %s AND verb IN (''reopen'', ''take_over'')', :c)), '0', 'why it was opened again is the centre''s own');
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high"}'', $r)'), 'ok', 'opened again as a complaint');
SELECT is(t.run('unit1', format(q, :c)), e, 'the unit that answered reads it no more: ' || q) FROM (VALUES ('SELECT count(*) FROM desk.cases WHERE id = %s', '0'), ('SELECT count(*) FROM desk.messages(%s)', 'TB404 case_not_found'),
    ('SELECT count(*) FROM desk.events WHERE case_id = %s', '0'), ('SELECT count(*) FROM desk.search(''words of giang'') WHERE case_id = %s', '0')) v(q, e);

-- ── what the centre writes to one unit, the others of the case do not read; nor that a case was once thought to be about them ──
SELECT t.classified('hanh', 'officer1', jsonb_build_object('category', 'TAC_PHONG', 'about_unit', t.unit('W1'))) AS c \gset
SELECT is(t.verb('officer1', :c, format('classify($c, $v, ''{"category": "ANTT", "urgency": "high"}'', $r)')), 'ok', 'not about W1 after all');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}, {"unit": %s}]'', ''for both'', $r)', t.unit('W1'), t.unit('W2'))), 'ok', 'forwarded');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s}]'', ''watch how W1 does it'', $r)', t.unit('X5'))), 'ok', 'and to a third, with words of its own');
SELECT is(t.run('unit1', format('SELECT string_agg(reason, ''|'' ORDER BY id) FROM desk.events WHERE case_id = %s AND verb = ''forward''', :c)), 'for both', 'W1 reads what was written to it');
SELECT is(t.run('inspector1', format('SELECT string_agg(reason, ''|'' ORDER BY id) FROM desk.events WHERE case_id = %s AND verb = ''forward''', :c)), 'watch how W1 does it', 'the third what was written to it');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.events WHERE case_id = %s AND facts::text LIKE ''%%about_unit": %s%%''', :c, t.unit('W1'))), '0', 'and not that the case was once about itself');
SELECT is(t.verb('unit2', :c, format('answer(%s, ''ours'', NULL, $r)', t.assignment(:c, 'W2'))), 'ok', 'one answers');
SELECT is(t.verb('officer1', :c, format('return_answer(%s, $v, ''not what your chief said'', $r)', (SELECT max(id) FROM core.unit_answer))), 'ok', 'it is returned');
SELECT is(t.verb('unit2', :c, format('hand_back(%s, ''other'', ''a relative of ours'', $r)', t.assignment(:c, 'W2'))), 'ok', 'and handed back');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.events WHERE case_id = %s AND verb IN (''return_answer'', ''hand_back'')', :c)), '0', 'the lead reads neither');
SELECT is(t.run('boss1', format('SELECT count(*) FROM desk.events WHERE case_id = %s AND verb IN (''return_answer'')', :c)), '0', 'an answer of a unit that let go is not read');
SELECT is(t.verb('inspector1', :c, format('answer(%s, ''ours'', NULL, $r)', t.assignment(:c, 'X5'))), 'ok', 'another answers');
SELECT is(t.verb('officer1', :c, format('return_answer(%s, $v, ''look again'', $r)', (SELECT max(id) FROM core.unit_answer))), 'ok', 'and has it returned');
SELECT is(t.run('inspector1', format('SELECT reason FROM desk.events WHERE case_id = %s AND verb = ''return_answer''', :c)), 'look again', 'it reads why');
SELECT is(t.run('officer1', format('SELECT count(*) FROM desk.events WHERE case_id = %s AND verb IN (''return_answer'', ''hand_back'', ''forward'')', :c)), '5', 'the centre reads it all');

-- ── what repeats a complaint stands behind the same wall ──
SELECT t.answered('lan', 'officer1', 'W1', 'unit1') AS c, t.classified('minh', 'officer1', jsonb_build_object('category', 'TAC_PHONG', 'about_unit', t.unit('W1'))) AS w \gset
SELECT t.must(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "done", "final": true}'')')), t.must(t.verb('officer1', :c, 'reopen($c, $v, ''more words'', $r)')), t.must(t.verb('officer1', :c, 'claim($c, $r)')) \g /dev/null
SELECT is(t.verb('officer1', :c, format('mark_duplicate($c, $v, %s, ''the same complaint about W1'', $r)', :w)), 'ok', 'it repeats a complaint about the unit that answered it');
SELECT is(t.run('unit1', format('SELECT concat_ws(''|'', decision, duplicate_of) FROM desk.cases WHERE id = %s', :c)), NULL, 'which reads nothing of it');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.messages(%s)', :c)), 'TB404 case_not_found', 'in no way');
SELECT t.answered('nga', 'officer1', 'W1', 'unit1') AS c, t.classified('oanh', 'officer1', '{"category": "TAC_PHONG"}') AS w \gset
SELECT t.must(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "done", "final": true}'')')), t.must(t.verb('officer1', :c, 'reopen($c, $v, ''more words'', $r)')), t.must(t.verb('officer1', :c, 'claim($c, $r)')) \g /dev/null
SELECT is(t.verb('officer1', :c, format('mark_duplicate($c, $v, %s, ''the same complaint'', $r)', :w)), 'ok', 'or one about nobody yet');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.cases WHERE id = %s', :c)), '0', 'that neither');
-- ── a trial of a rule proposes no unit that the desk would never be shown ──
SELECT t.run('supervisor1', format('SELECT desk.save_rule(''{"name": "r", "conditions": {"category": "TAC_PHONG"}, "proposal": {"unit": %s}}'', NULL, gen_random_uuid()) ->> ''id''', t.unit('D2'))) AS rule \gset
SELECT is((t.run('officer1', format('SELECT desk.dry_run_rule(%s, now() - interval ''1 day'', now() + interval ''1 hour'')', :rule))::jsonb -> 'walled')::text,
    (SELECT count(*)::text FROM core.case c JOIN core.category g ON g.id = c.category_id WHERE g.code = 'TAC_PHONG' AND (c.about_unit_id IS NULL OR c.about_unit_id IN (t.unit('D2'), t.unit('CITY')))), 'a complaint about nobody yet counts as walled');
-- ── handed on while a question is open: the time the case was away goes with it ──
SELECT t.forwarded('phong', 'officer1', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT t.must(t.verb('unit1', :c, format('ask_citizen(%s, ''Where?'', $r)', :a))) \g /dev/null
UPDATE core.question SET asked_at = asked_at - interval '3 hours' WHERE assignment_id = :a;
SELECT is(t.verb('unit1', :c, format('hand_on(%s, %s, ''wrong_area'', '''', $r)', :a, t.unit('W2'))), 'ok', 'handed on');
SELECT ok((SELECT n.due_at - o.due_at BETWEEN interval '3 hours' AND interval '3 hours 1 minute' FROM core.assignment n JOIN core.assignment o ON o.id = n.handed_on_from WHERE o.id = :a), 'three hours later than it was due');
SELECT is((SELECT cause FROM core.due_move WHERE case_id = :c), 'question', 'and written down');

-- ── two in one moment: everything is locked in one order, so that neither throws the other out. Here somebody holds the first lock, lets another step begin, and wants the second ──
CREATE FUNCTION t.meets(p_login text, p_sql text, p_first text, p_second text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM t.run(p_login, 'SELECT 1');
    EXECUTE p_first;
    PERFORM dblink_send_query(p_login, p_sql);
    PERFORM pg_sleep(0.5);
    EXECUTE p_second;
END $$;
CREATE FUNCTION t.outcome(p_login text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v_answer text;
BEGIN
    SELECT string_agg(x, '') INTO v_answer FROM dblink_get_result(p_login) r(x text);
    PERFORM FROM dblink_get_result(p_login) r(x text);
    RETURN CASE WHEN v_answer LIKE '{%' THEN 'ok' ELSE v_answer END;
EXCEPTION WHEN OTHERS THEN
    PERFORM FROM dblink_get_result(p_login, false) r(x text);
    RETURN SQLSTATE || ' ' || SQLERRM;
END $$;
SELECT t.forwarded('khoa', 'officer1', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT t.meets('admin1', 'SELECT desk.save_holiday(''{"date": "2031-03-03", "kind": "holiday", "name": "x"}'', NULL, gen_random_uuid())', format('SELECT FROM core.case WHERE id = %s FOR UPDATE', :c), 'SELECT FROM core.audit_head FOR UPDATE') \g /dev/null
SELECT is(t.outcome('admin1'), 'ok', 'a day off, while an officer works on a case');
SELECT t.meets('admin1', 'SELECT desk.save_deadline(''{"stage": "publish", "amount": 4, "unit": "working_days"}'', NULL, gen_random_uuid())', format('SELECT FROM core.case WHERE id = %s FOR UPDATE', :c), 'SELECT FROM core.audit_head FOR UPDATE') \g /dev/null
SELECT is(t.outcome('admin1'), 'ok', 'a target, in the same way');
SELECT t.meets('officer1', format('SELECT desk.prepare_slip(%s, false, gen_random_uuid())', :a), format('SELECT FROM core.case WHERE id = %s FOR UPDATE', :c), format('SELECT FROM core.assignment WHERE id = %s FOR UPDATE', :a)) \g /dev/null
SELECT is(t.outcome('officer1'), 'ok', 'a slip, while its unit takes a step');
SELECT max(id) AS s FROM core.slip \gset
SELECT t.meets('supervisor1', format('SELECT desk.sign_slip(%s, 1, gen_random_uuid())', :s), format('SELECT FROM core.case WHERE id = %s FOR UPDATE', :c), format('SELECT FROM core.slip WHERE id = %s FOR UPDATE', :s)) \g /dev/null
SELECT is(t.outcome('supervisor1'), 'ok', 'its signature');
SELECT is(t.verb('unit1', :c, format('ask_citizen(%s, ''Where?'', $r)', :a)), 'ok', 'a question');
SELECT (t.answer() ->> 'question')::bigint AS q, gen_random_uuid() AS box \gset
SELECT is(t.verb('officer1', :c, format('relay_question(%s, $v, %L, ''Where?'')', :q, :'box')), 'ok', 'asked');
SELECT t.meets('officer1', format('SELECT desk.cancel_send(%L, gen_random_uuid())', :'box'), format('SELECT FROM core.case WHERE id = %s FOR UPDATE', :c), format('SELECT FROM core.question WHERE id = %s FOR UPDATE', :q)) \g /dev/null
SELECT is(t.outcome('officer1'), 'ok', 'called back while the unit takes its question back');
SELECT is(t.charged(:c), 'reply desk', 'the desk has it again');
SELECT is(t.verb('supervisor1', NULL, format('plan_shift(NULL, NULL, ''{"name": "day", "leader": %s, "starts_at": "%s", "ends_at": "%s"}'', $r)', t.person('officer1'), now(), now() + interval '8 hours')), 'ok', 'a shift');
SELECT t.answer() ->> 'id' AS one \gset
SELECT is(t.verb('supervisor1', NULL, format('plan_shift(NULL, NULL, ''{"name": "night", "leader": %s, "starts_at": "%s", "ends_at": "%s"}'', $r)', t.person('officer2'), now() + interval '8 hours', now() + interval '16 hours')), 'ok', 'the next');
SELECT t.answer() ->> 'id' AS two \gset
SELECT is(t.verb('officer1', NULL, format('begin_shift(%s, $r)', :one)), 'ok', 'begun');
SELECT is(t.verb('officer1', NULL, format('prepare_handover(%s, '''', $r)', :two)), 'ok', 'the hand-over');
SELECT max(id) AS h FROM core.handover \gset
SELECT t.meets('officer1', format('SELECT desk.sign_handover(%s, 1, '''', gen_random_uuid())', :h), format('SELECT FROM core.shift WHERE id = %s FOR UPDATE', :one), format('SELECT FROM core.handover WHERE id = %s FOR UPDATE', :h)) \g /dev/null
SELECT is(t.outcome('officer1'), 'ok', 'signed while somebody makes it anew');
SELECT is((SELECT state FROM core.handover WHERE id = :h), 'signed_out', 'it is signed');

-- ── a request that is sent again answers as it did the first time ──
SELECT gen_random_uuid() AS r \gset
SELECT is(t.run('admin1', format('SELECT desk.save_holiday(''{"date": "2031-03-04", "kind": "holiday", "name": "y"}'', NULL, %L)', :'r')), t.run('admin1', format('SELECT desk.save_holiday(''{"date": "2031-03-04", "kind": "holiday", "name": "y"}'', NULL, %L)', :'r')), 'also one that moves due dates');
SELECT is((SELECT answer ? 'moved' FROM core.request WHERE id = :'r'), true, 'which is kept with what moved');

-- ── many due dates at once are those of one by one: any category, track and urgency, any stage and moment, terms in every unit ──
INSERT INTO core.deadline (category_id, legal_track, urgency, stage, amount, unit, calendar) VALUES ((SELECT id FROM core.category WHERE code = 'ANTT'), NULL, NULL, 'answer', 2, 'months', 'office'),
    (NULL, 'to_cao', NULL, 'answer', 30, 'days', 'criminal'), (NULL, NULL, 'low', 'forward', 6, 'hours', 'office');
DELETE FROM core.deadline WHERE stage = 'reply';
CREATE TABLE t.keys AS SELECT row_number() OVER () AS n, k FROM (SELECT ROW(c.id, l.track, u.urgency, s.stage, '2027-02-01 00:00+07'::timestamptz + random() * interval '60 days')::core.due_key AS k
    FROM (SELECT id FROM core.category UNION ALL SELECT NULL) c, (VALUES (''), ('to_cao'), ('hoi_dap')) l(track), (VALUES ('emergency'), ('high'), ('medium'), ('low')) u(urgency),
         unnest('{take_in,classify,forward,confirm,answer,review,reply,publish}'::text[]) s(stage)) x;
SELECT is((SELECT count(*) FROM t.keys LEFT JOIN core.stage_dues((SELECT array_agg(k ORDER BY n) FROM t.keys)) d USING (n)
    WHERE d.due_at IS DISTINCT FROM core.stage_due((k).category_id, (k).track, (k).urgency, (k).stage, (k).from_at)), 0::bigint, 'none differs');
SELECT ok((SELECT count(*) FROM core.stage_dues((SELECT array_agg(k ORDER BY n) FROM t.keys))) BETWEEN 100 AND (SELECT count(*) FROM t.keys) - 1, 'most have one, some have none');
SELECT is((SELECT count(*) FROM core.stage_dues(NULL)), 0::bigint, 'none asked, none answered');
SELECT is((SELECT first_fault FROM core.verify_audit()), NULL, 'the chain holds');
SELECT * FROM finish();
