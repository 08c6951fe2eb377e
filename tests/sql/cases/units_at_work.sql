-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a unit does beside answering, what the centre does about it, and every way in which somebody else tries.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
CREATE FUNCTION t.forwarded_to(p_who text, p_unit text, p_due text DEFAULT '2026-11-27 17:00+07') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_case bigint := t.classified(p_who, 'officer1');
BEGIN
    PERFORM t.must(t.verb('officer1', v_case, format('forward($c, $v, ''[{"unit": %s, "lead": true, "due_at": "%s"}]'', ''Please look'', $r)', t.unit(p_unit), p_due)));
    RETURN v_case;
END $$;
CREATE FUNCTION t.events(p_case bigint) RETURNS text LANGUAGE sql AS $$ SELECT string_agg(verb, ' ' ORDER BY id) FROM core.case_event WHERE case_id = p_case $$;
CREATE FUNCTION t.charged(p_case bigint) RETURNS text LANGUAGE sql AS $$ SELECT concat_ws(' ', stage, charged_to, (SELECT code FROM core.unit WHERE id = charged_unit_id)) FROM core.case WHERE id = p_case $$;
CREATE FUNCTION t.noticed(p_login text, p_kind text) RETURNS bigint LANGUAGE sql AS $$
    SELECT count(*) FROM core.notice_person n JOIN core.notice x ON x.id = n.notice_id WHERE n.person_id = t.person(p_login) AND x.kind = p_kind
$$;

-- ── the same reasons for everybody ──
SELECT is(t.run('unit1', 'SELECT count(*) FROM desk.reasons'), '7', 'a unit reads the list');
SELECT t.forwarded_to('an', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT is(t.verb('unit1', :c, format('hand_back(%s, %L, %L, $r)', :a, code, words)), e, coalesce(code, 'none') || ': ' || e) FROM (VALUES
    (NULL, 'why', 'TB422 reason_missing'), ('', 'why', 'TB422 reason_missing'), ('lazy', 'why', 'TB422 reason_unknown'), ('too_little', ' ', 'TB422 reason_missing'), ('other', NULL, 'TB422 reason_missing')) v(code, words, e);
SELECT is((SELECT state FROM core.assignment WHERE id = :a), 'sent', 'nothing of it changed anything');
SELECT is(t.verb(l, :c, format('hand_back(%s, ''wrong_area'', '''', $r)', :a)), e, l || ': ' || e) FROM (VALUES ('unit2', 'TB404 assignment_not_found'), ('inspector1', 'TB404 assignment_not_found'),
    ('officer1', 'TB403 role_may_not'), ('supervisor1', 'TB403 role_may_not'), ('admin1', 'TB403 role_may_not')) v(l, e);
SELECT is(t.verb('unit1', :c, format('hand_back(%s, ''wrong_area'', '' Ward 2 '', $r)', :a)), 'ok', 'a reason of the list, and words beside it');
SELECT is((SELECT concat_ws('|', state, reason_code, reason) FROM core.assignment WHERE id = :a), 'handed_back|wrong_area|Ward 2', 'both are kept');
SELECT is(t.charged(:c), 'forward desk', 'the desk is charged again');
SELECT is((SELECT misrouted FROM core.reason r JOIN core.assignment s ON s.reason_code = r.code WHERE s.id = :a), true, 'and it counts as misrouted');

-- ── handing on ──
SELECT t.forwarded_to('binh', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT is(t.charged(:c), 'confirm unit W1', 'the unit is charged');
SELECT t.later('1 hour') \g /dev/null
SELECT is(t.verb(l, :c, format('hand_on(%s, %s, ''wrong_area'', '''', $r)', :a, t.unit('W2'))), e, l || ' hands on: ' || e) FROM (VALUES ('unit2', 'TB404 assignment_not_found'),
    ('inspector1', 'TB404 assignment_not_found'), ('officer1', 'TB403 role_may_not'), ('supervisor1', 'TB403 role_may_not'), ('leaver1', 'TB403 role_may_not')) v(l, e);
UPDATE core.unit SET external = true WHERE code = 'OUT';
UPDATE core.unit SET valid_to = '2026-11-23' WHERE code = 'D2';
SELECT is(t.verb('unit1', :c, format('hand_on(%s, %s, ''wrong_area'', '''', $r)', :a, coalesce(u::text, 'NULL'))), e, e) FROM (VALUES (99999::bigint, 'TB422 unit_not_valid'), (NULL, 'TB422 unit_not_valid'), (t.unit('D2'), 'TB422 unit_not_valid'),
    (t.unit('W1'), 'TB409 already_forwarded'), (t.unit('OUT'), 'TB422 unit_is_external')) v(u, e);
UPDATE core.unit SET valid_to = NULL WHERE code = 'D2';
SELECT is(t.verb('unit1', :c, format('hand_on(%s, %s, ''nonsense'', '''', $r)', :a, t.unit('W2'))), 'TB422 reason_unknown', 'not without a reason of the list');
SELECT is(t.verb('unit1', :c, format('hand_on(%s, %s, ''wrong_area'', ''theirs'', $r)', :a, t.unit('W2'))), 'ok', 'to the neighbour');
SELECT is((SELECT concat_ws('|', state, reason_code, reason, lead) FROM core.assignment WHERE id = :a), 'handed_on|wrong_area|theirs|t', 'the old one ends');
SELECT is((SELECT concat_ws('|', state, lead, instruction, due_at = '2026-11-27 17:00+07', handed_on_from = :a, due_by_hand, confirm_due_at > core.now()) FROM core.assignment WHERE id = t.assignment(:c, 'W2')),
    'sent|t|Please look|t|t|t|t', 'the new one begins with what the old one had, and its own time to confirm');
SELECT is(t.charged(:c), 'confirm unit W2', 'and is charged');
SELECT is((SELECT count(*) FROM core.charge WHERE case_id = :c AND to_at IS NULL), 1::bigint, 'one holder at a time');
SELECT is((SELECT lead_unit_id FROM core.case WHERE id = :c), t.unit('W2'), 'the case names the new lead');
SELECT is(t.status(:c), 'forwarded', 'still forwarded');
-- a unit that handed on has let go in every way
SELECT is(t.run('unit1', format(sql, :c, :a, t.unit('X5'))), answer, 'after handing on: ' || sql) FROM (VALUES ('SELECT count(*) FROM desk.cases WHERE id = %s', '0'), ('SELECT count(*) FROM core.case WHERE id = %s', '0'),
    ('SELECT count(*) FROM desk.assignments WHERE case_id = %s', '0'), ('SELECT count(*) FROM core.assignment WHERE case_id = %s', '0'), ('SELECT count(*) FROM desk.events WHERE case_id = %s', '0'),
    ('SELECT count(*) FROM desk.messages(%s)', 'TB404 case_not_found'), ('SELECT desk.open_case(%s)', 'TB404 case_not_found'), ('SELECT count(*) FROM desk.search(''words of binh'')', '0'),
    ('SELECT who.may_read(%s)', 'f'), ('SELECT desk.confirm(%2$s, gen_random_uuid())', 'TB404 assignment_not_found'), ('SELECT desk.answer(%2$s, ''x'', NULL, gen_random_uuid())', 'TB404 assignment_not_found'),
    ('SELECT desk.hand_back(%2$s, ''wrong_area'', '''', gen_random_uuid())', 'TB404 assignment_not_found'), ('SELECT desk.hand_on(%2$s, %3$s, ''wrong_area'', '''', gen_random_uuid())', 'TB404 assignment_not_found'),
    ('SELECT desk.ask_citizen(%2$s, ''x'', gen_random_uuid())', 'TB404 assignment_not_found'), ('SELECT desk.ask_extension(%2$s, now() + interval ''9 days'', ''x'', gen_random_uuid())', 'TB404 assignment_not_found')) x(sql, answer);
SELECT is(t.run('unit2', format('SELECT count(*) FROM desk.messages(%s)', :c)), '1', 'the other reads it');
SELECT is(t.verb('officer1', :c, format('withdraw_assignment(%s, ''x'', $r)', :a)), 'TB409 wrong_state', 'an assignment that was handed on is over');
SELECT is(t.verb('unit2', :c, format('hand_on(%s, %s, ''wrong_area'', ''no, yours'', $r)', t.assignment(:c, 'W2'), t.unit('W1'))), 'ok', 'it may come back');
SELECT is((SELECT string_agg(state, ' ' ORDER BY id) FROM core.assignment WHERE case_id = :c), 'handed_on handed_on sent', 'as a row of its own');
-- never over the wall
SELECT t.classified('cuong', 'officer1', jsonb_build_object('category', 'TAC_PHONG', 'about_unit', t.unit('W2'))) AS c \gset
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('X5'))), 'ok', 'a complaint at the inspectorate');
SELECT is(t.verb('inspector1', :c, format('hand_on(%s, %s, ''not_competent'', '''', $r)', t.assignment(:c, 'X5'), t.unit('W2'))), 'TB403 conflict_of_interest', 'is not handed on to whom it is about');
SELECT is(t.verb('inspector1', :c, format('hand_on(%s, %s, ''not_competent'', '''', $r)', t.assignment(:c, 'X5'), t.unit('D1'))), 'ok', 'to the one above it, it may be');
SELECT t.classified('dung', 'officer1', '{"category": "TAC_PHONG"}') AS c \gset
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('X5'))), 'ok', 'a complaint about nobody yet');
SELECT is(t.verb('inspector1', :c, format('hand_on(%s, %s, ''not_competent'', '''', $r)', t.assignment(:c, 'X5'), t.unit('D1'))), 'TB422 about_unit_missing', 'stays at the inspectorate');

-- ── a question to the citizen ──
SELECT t.forwarded_to('giang', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT is(t.verb(l, :c, format('ask_citizen(%s, ''Where?'', $r)', :a)), e, l || ' asks: ' || e) FROM (VALUES ('unit2', 'TB404 assignment_not_found'), ('officer1', 'TB403 role_may_not'), ('supervisor1', 'TB403 role_may_not')) v(l, e);
SELECT is(t.verb('unit1', :c, format('ask_citizen(%s, '' '', $r)', :a)), 'TB422 text_missing', 'a question has words');
SELECT is(t.verb('unit1', :c, format('ask_citizen(%s, repeat(''x'', 2001), $r)', :a)), 'TB422 text_too_long', 'but not a book');
SELECT is(t.verb('unit1', :c, format('ask_citizen(%s, ''Which house?'', $r)', :a)), 'ok', 'the unit asks');
SELECT (t.answer() ->> 'question')::bigint AS q \gset
SELECT is((SELECT state FROM core.assignment WHERE id = :a), 'confirmed', 'so it has the case');
SELECT is(t.charged(:c), 'reply desk', 'the desk is charged until it is asked');
SELECT is(t.noticed('officer1', 'question'), 1::bigint, 'and told');
SELECT is(t.verb('unit1', :c, format('ask_citizen(%s, ''And when?'', $r)', :a)), 'TB409 question_open', 'one question at a time');
SELECT is(t.run('unit1', format('SELECT text || state FROM desk.questions WHERE case_id = %s', :c)), 'Which house?asked', 'the unit sees its question');
SELECT is(t.run('unit2', 'SELECT count(*) FROM desk.questions'), '0', 'another does not');
SELECT is(t.verb(l, :c, format('relay_question(%s, $v, $r, ''Which house is it?'')', :q)), e, l || ' relays: ' || e) FROM (VALUES ('unit1', 'TB403 role_may_not'), ('admin1', 'TB403 role_may_not'), ('officer2', 'TB409 not_holder')) v(l, e);
SELECT is((SELECT state FROM core.question WHERE id = :q), 'asked', 'nothing of it is kept');
SELECT t.verb('officer1', :c, 'renew_claim($c)') \g /dev/null
SELECT is(t.verb('officer1', :c, format('relay_question(%s, 1, $r, ''Which house is it?'')', :q)), 'TB409 stale_revision', 'nor by one who has not looked');
SELECT is(t.verb('officer1', :c, format('relay_question(%s, $v, $r, ''Dear {{name}}'')', :q)), 'TB422 empty_variable', 'the checks of a reply hold');
SELECT is(t.verb('officer1', 999, 'relay_question(99999, 1, $r, ''x'')'), 'TB404 question_not_found', 'no such question');
SELECT t.later('30 minutes') \g /dev/null
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'half an hour later it is claimed again');
SELECT gen_random_uuid() AS box \gset
SELECT is(t.verb('officer1', :c, format('relay_question(%s, $v, %L, ''Which house is it?'')', :q, :'box')), 'ok', 'the officer asks in kinder words');
SELECT is(t.charged(:c), 'answer citizen', 'now the citizen has it');
SELECT is((SELECT concat_ws('|', kind, final, text, state) FROM core.outbox WHERE id = :'box'), 'reply|f|Which house is it?|queued', 'on the road of every reply');
SELECT is(t.verb('officer1', :c, format('relay_question(%s, $v, %L, ''Which house is it?'')', :q, :'box')), 'ok', 'the same request');
SELECT is((SELECT count(*) FROM core.outbox WHERE case_id = :c), 1::bigint, 'sends once');
SELECT is(t.verb('officer1', :c, format('relay_question(%s, $v, $r, ''Once more'')', :q)), 'TB409 wrong_state', 'another one finds it sent');
SELECT is(t.verb('officer1', :c, format('refuse_question(%s, ''no'', $r)', :q)), 'TB409 wrong_state', 'and it is not refused any more');
SELECT t.writes('giang', 'written before, arrived late', jsonb_build_object('sent_at', core.now() - interval '10 minutes')) \g /dev/null
SELECT is((SELECT state FROM core.question WHERE id = :q), 'sent', 'words from before the question do not answer it');
SELECT t.later('90 minutes') \g /dev/null
SELECT is(t.writes('giang', 'Number 7'), :c::bigint, 'the citizen answers');
SELECT is((SELECT concat_ws('|', q.state, m.text) FROM core.question q JOIN core.message m ON m.id = q.message_id WHERE q.id = :q), 'answered|Number 7', 'the answer is tied to the question');
SELECT is((SELECT due_at FROM core.assignment WHERE id = :a), '2026-11-27 19:00+07'::timestamptz, 'the two hours it was away are given back');
SELECT is((SELECT concat_ws('|', stage, was_at = '2026-11-27 17:00+07', now_at = '2026-11-27 19:00+07', cause, person_id) FROM core.due_move WHERE case_id = :c), 'answer|t|t|question', 'and written down');
SELECT is(t.charged(:c), 'answer unit W1', 'the unit is charged again');
SELECT is(t.noticed('unit1', 'question'), 1::bigint, 'and told');
SELECT is((SELECT sum(extract(epoch FROM to_at - from_at)) FROM core.charge WHERE case_id = :c AND to_at IS NOT NULL), 7200::numeric, 'no second is lost between the holders');
SELECT t.writes('giang', 'Hello?') \g /dev/null
SELECT is((SELECT count(*) FROM core.due_move WHERE case_id = :c), 1::bigint, 'more words move nothing more');
-- refused, withdrawn, not sent
SELECT is(t.verb('unit1', :c, format('ask_citizen(%s, ''Your bank PIN?'', $r)', :a)), 'ok', 'a bad question');
SELECT (t.answer() ->> 'question')::bigint AS q \gset
SELECT is(t.verb('unit1', :c, format('refuse_question(%s, ''no'', $r)', :q)), 'TB403 role_may_not', 'a unit does not refuse');
SELECT is(t.verb('officer1', :c, format('refuse_question(%s, '' '', $r)', :q)), 'TB422 reason_missing', 'not without a reason');
SELECT is(t.verb('officer1', :c, format('refuse_question(%s, ''we never ask that'', $r)', :q)), 'ok', 'refused');
SELECT is(t.run('unit1', format('SELECT state || '' '' || reason FROM desk.questions WHERE id = %s', :q)), 'refused we never ask that', 'the unit reads why');
SELECT is(t.charged(:c), 'answer unit W1', 'and has it again');
SELECT is(t.verb('unit1', :c, format('ask_citizen(%s, ''Which colour?'', $r)', :a)), 'ok', 'another');
SELECT (t.answer() ->> 'question')::bigint AS q \gset
SELECT is(t.verb('unit2', :c, format('withdraw_question(%s, $r)', :q)), 'TB404 question_not_found', 'a stranger does not withdraw it');
SELECT is(t.verb('officer1', :c, format('withdraw_question(%s, $r)', :q)), 'TB403 role_may_not', 'nor the centre');
SELECT is(t.verb('unit1', :c, format('withdraw_question(%s, $r)', :q)), 'ok', 'the unit does');
SELECT is(t.verb('unit1', :c, format('withdraw_question(%s, $r)', :q)), 'TB409 wrong_state', 'once');
SELECT is(t.verb('unit1', :c, format('ask_citizen(%s, ''Which colour now?'', $r)', :a)), 'ok', 'and asks anew');
SELECT (t.answer() ->> 'question')::bigint AS q, gen_random_uuid() AS box \gset
SELECT t.verb('officer1', :c, 'claim($c, $r)') \g /dev/null
SELECT is(t.verb('officer1', :c, format('relay_question(%s, $v, %L, NULL)', :q, :'box')), 'ok', 'in the unit''s own words');
SELECT is((SELECT text FROM core.outbox WHERE id = :'box'), 'Which colour now?', 'as they stand');
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(99, 60, ''g1'')') \g /dev/null
SELECT t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g1'')', id)) FROM core.outbox WHERE case_id = :c AND state = 'sending' \g /dev/null
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(99, 60, ''g1'')') \g /dev/null
SELECT is(t.run('gateway', format('SELECT intake.outbox_failed(%L, ''g1'', 10, 2018278, ''window'', ''outside'')', :'box')), 't', 'Facebook refuses');
SELECT is((SELECT state FROM core.question WHERE id = :q), 'asked', 'so nobody was asked');
SELECT is(t.charged(:c), 'reply desk', 'and the desk has it');
SELECT is(t.verb('officer1', :c, format('retry_send(%L, $r)', :'box')), 'ok', 'tried again');
SELECT is((SELECT state FROM core.question WHERE id = :q), 'sent', 'asked after all');
SELECT is(t.charged(:c), 'answer citizen', 'the citizen has it');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''We found out ourselves'', NULL, $r)', :a)), 'ok', 'the unit answers meanwhile');
SELECT is((SELECT state FROM core.question WHERE id = :q), 'withdrawn', 'the question is over');
SELECT t.writes('giang', 'Blue') \g /dev/null
SELECT is(t.status(:c), 'answered', 'late words disturb nothing');
-- under a comment: privately while that may be done
SELECT t.comments('hanh', 'Noise every night') AS c \gset
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'a comment');
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "ANTT", "urgency": "low"}'', $r)'), 'ok', 'classified');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}, {"unit": %s}]'', '''', $r)', t.unit('W1'), t.unit('W2'))), 'ok', 'forwarded to two');
SELECT is(t.verb('unit2', :c, format('ask_citizen(%s, ''Which street?'', $r)', t.assignment(:c, 'W2'))), 'ok', 'the helping unit asks');
SELECT is(t.charged(:c), 'confirm unit W1', 'the lead stays charged');
SELECT is(t.verb('officer1', :c, format('relay_question(%s, $v, $r, NULL)', (t.answer() ->> 'question'))), 'ok', 'relayed');
SELECT is((SELECT kind FROM core.outbox WHERE case_id = :c), 'private_reply', 'privately');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.questions WHERE case_id = %s', :c)), '0', 'the lead does not read the other''s question');

SELECT is(t.verb('officer1', :c, format('remind(%s, ''for W2 only'', $r)', t.assignment(:c, 'W2'))), 'ok', 'the helping unit is reminded');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.events WHERE case_id = %s AND verb IN (''remind'', ''ask_citizen'')', :c)), '0', 'the lead reads nothing of that, either');
SELECT is(t.run('unit2', format('SELECT string_agg(verb, '' '' ORDER BY id) FROM desk.events WHERE case_id = %s AND verb IN (''remind'', ''ask_citizen'')', :c)), 'ask_citizen remind', 'the unit itself does');
SELECT is(t.run('officer1', format('SELECT count(*) FROM desk.events WHERE case_id = %s AND verb IN (''remind'', ''ask_citizen'')', :c)), '2', 'and the centre');

-- ── answers in parts ──
SELECT t.forwarded_to('khoa', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT is(t.verb('unit1', :c, format('answer(%s, ''The first half'', NULL, $r, ''{}'', true)', :a)), 'ok', 'a first part');
SELECT is((SELECT concat_ws(' ', c.status, a.state, n.state, n.partial) FROM core.case c JOIN core.assignment a ON a.case_id = c.id JOIN core.unit_answer n ON n.case_id = c.id WHERE c.id = :c),
    'forwarded confirmed submitted t', 'the case stays with the unit');
SELECT is(t.charged(:c), 'answer unit W1', 'which stays charged');
SELECT is(t.run('officer1', format('SELECT text FROM desk.unit_answers WHERE case_id = %s AND partial', :c)), 'The first half', 'the centre reads it');
SELECT (SELECT max(id) FROM core.unit_answer WHERE case_id = :c) AS n \gset
SELECT is(t.verb('officer1', :c, format('approve_answer(%s, $v, ''x'', $r)', :n)), 'TB422 answer_is_partial', 'a part is not approved');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "done", "final": true}'')'), 'TB403 answer_or_decision_needed', 'nor released');
SELECT is(t.verb('officer1', :c, format('return_answer(%s, $v, ''wrong street'', $r)', :n)), 'ok', 'but returned');
SELECT is((SELECT state FROM core.assignment WHERE id = :a), 'confirmed', 'the unit works on');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''Both halves'', NULL, $r)', :a)), 'ok', 'the whole');
SELECT is(t.status(:c), 'answered', 'is an answer');

-- ── approved, returned, released ──
SELECT (SELECT max(id) FROM core.unit_answer WHERE case_id = :c) AS n \gset
SELECT is(t.charged(:c), 'review desk', 'the centre reviews');
SELECT is(t.verb(l, :c, format('approve_answer(%s, $v, ''x'', $r)', :n)), e, l || ' approves: ' || e) FROM (VALUES ('unit1', 'TB403 role_may_not'), ('admin1', 'TB403 role_may_not'), ('officer2', 'TB409 not_holder'), ('supervisor1', 'TB409 not_holder')) v(l, e);
SELECT is(t.verb('officer1', :c, format('approve_answer(%s, 1, ''x'', $r)', :n)), 'TB409 stale_revision', 'not unseen');
SELECT is(t.verb('officer1', :c, format('approve_answer(%s, $v, '' '', $r)', :n)), 'TB422 text_missing', 'not without words');
SELECT is(t.verb('officer1', 1, 'approve_answer(99999, 1, ''x'', $r)'), 'TB404 case_not_found', 'no such answer');
SELECT is(t.verb('officer1', :c, format('approve_answer(%s, $v, ''Both halves, kindly.'', $r)', :n)), 'ok', 'approved');
SELECT is((SELECT concat_ws('|', state, approved_text, text, approved_by = t.person('officer1')) FROM core.unit_answer WHERE id = :n), 'approved|Both halves, kindly.|Both halves|t', 'in the centre''s words, the unit''s kept');
SELECT is(t.charged(:c), 'reply desk', 'now it is to be told');
SELECT is(t.verb('officer1', :c, format('approve_answer(%s, $v, ''Both halves, kinder.'', $r)', :n)), 'ok', 'words may change until they leave');
SELECT is(t.verb('officer1', :c, format('return_answer(%s, $v, ''after all, no'', $r)', :n)), 'ok', 'it may still be returned');
SELECT is(t.charged(:c), 'answer unit W1', 'to the unit');
SELECT is(t.verb('officer1', :c, format('approve_answer(%s, $v, ''x'', $r)', :n)), 'TB409 wrong_state', 'what was returned is not approved');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''All of it'', NULL, $r)', :a)), 'ok', 'answered again');
SELECT (SELECT max(id) FROM core.unit_answer WHERE case_id = :c) AS n, gen_random_uuid() AS box \gset
SELECT is(t.verb('officer1', :c, format('approve_answer(%s, $v, ''All of it.'', $r)', :n)), 'ok', 'approved');
SELECT is(t.verb('officer1', :c, format('reply($c, $v, %L, ''{"text": "All of it.", "final": true}'')', :'box')), 'ok', 'and released');
SELECT is((SELECT state FROM core.unit_answer WHERE id = :n), 'accepted', 'settled');
SELECT is(t.verb('officer1', :c, format('return_answer(%s, $v, ''too late'', $r)', :n)), 'TB409 wrong_state', 'what was released is not returned');
SELECT is(t.verb('officer1', :c, format('cancel_send(%L, $r)', :'box')), 'ok', 'called back before it left');
SELECT is((SELECT state FROM core.unit_answer WHERE id = :n), 'approved', 'as approved as before');
SELECT is(t.charged(:c), 'reply desk', 'and to be told');

-- ── more time ──
SELECT t.forwarded_to('lan', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT is(t.verb(l, :c, format('ask_extension(%s, ''2026-12-01 17:00+07'', ''witness away'', $r)', :a)), e, l || ' asks for time: ' || e) FROM (VALUES ('unit2', 'TB404 assignment_not_found'), ('officer1', 'TB403 role_may_not'), ('supervisor1', 'TB403 role_may_not')) v(l, e);
SELECT is(t.verb('unit1', :c, format('ask_extension(%s, %L, %L, $r)', :a, u, w)), e, coalesce(u, 'never') || ': ' || e) FROM (VALUES ('2026-12-01 17:00+07', ' ', 'TB422 reason_missing'), (NULL, 'x', 'TB422 time_not_possible'),
    ('2026-11-27 16:59+07', 'x', 'TB422 time_not_possible'), ('2026-11-01 17:00+07', 'x', 'TB422 time_not_possible'), ('2029-01-01 17:00+07', 'x', 'TB422 time_not_possible'), ('infinity', 'x', 'TB422 time_not_possible')) v(u, w, e);
SELECT is(t.verb('unit1', :c, format('ask_extension(%s, ''2026-12-01 17:00+07'', ''witness away'', $r)', :a)), 'ok', 'until Tuesday');
SELECT (t.answer() ->> 'extension')::bigint AS x \gset
SELECT is(t.noticed('supervisor1', 'extension'), 1::bigint, 'supervisors are told');
SELECT is(t.charged(:c), 'answer unit W1', 'asking moves no charge off the unit');
SELECT is(t.verb('unit1', :c, format('ask_extension(%s, ''2026-12-02 17:00+07'', ''more'', $r)', :a)), 'TB409 extension_open', 'one wish at a time');
SELECT is(t.verb(l, :c, format('decide_extension(%s, true, NULL, '''', $r)', :x)), 'TB403 role_may_not', l || ' does not decide') FROM unnest('{unit1,officer1,admin1}'::text[]) l;
SELECT is(t.verb('supervisor1', :c, format('decide_extension(%s, true, %L, '''', $r)', :x, u)), 'TB422 time_not_possible', u || ' is not possible') FROM unnest('{2026-11-20 17:00+07,2026-11-27 17:00+07,2030-01-01 00:00+07}'::text[]) u;
SELECT is(t.verb('supervisor1', :c, format('decide_extension(%s, false, NULL, '' '', $r)', :x)), 'TB422 reason_missing', 'refusing needs a reason');
SELECT is(t.verb('supervisor1', :c, 'decide_extension(99999, true, NULL, '''', $r)'), 'TB404 extension_not_found', 'no such wish');
-- the one who asked has become a supervisor
SELECT t.hire('climber1', 'unit', 'W2') \g /dev/null
SELECT t.forwarded_to('minh', 'W2') AS d \gset
SELECT is(t.verb('climber1', :d, format('ask_extension(%s, ''2026-12-01 17:00+07'', ''busy'', $r)', t.assignment(:d, 'W2'))), 'ok', 'somebody asks');
SELECT (t.answer() ->> 'extension')::bigint AS y \gset
UPDATE core.person SET role = 'supervisor', unit_id = NULL WHERE login = 'climber1';
GRANT trucban_supervisor TO climber1;
SELECT is(t.verb('climber1', :d, format('decide_extension(%s, true, NULL, '''', $r)', :y)), 'TB403 second_person_needed', 'nobody grants what they asked for');
SELECT is(t.verb('supervisor1', :d, format('decide_extension(%s, false, NULL, ''a week is enough'', $r)', :y)), 'ok', 'another supervisor refuses it');
SELECT is((SELECT concat_ws('|', x.state, x.decision, x.granted_until, a.due_at = '2026-11-27 17:00+07') FROM core.extension x JOIN core.assignment a ON a.id = x.assignment_id WHERE x.id = :y), 'refused|a week is enough|t', 'and nothing moves');
SELECT is(t.verb('supervisor1', :c, format('decide_extension(%s, true, ''2026-11-30 17:00+07'', ''one day less'', $r)', :x)), 'ok', 'granted, a day less');
SELECT is((SELECT concat_ws('|', due_at = '2026-11-30 17:00+07', due_by_hand) FROM core.assignment WHERE id = :a), 't|t', 'the due date moves, by hand');
SELECT is((SELECT due_at FROM core.case WHERE id = :c), '2026-11-30 17:00+07'::timestamptz, 'and the clock of the case');
SELECT is((SELECT due_at FROM core.charge WHERE case_id = :c AND to_at IS NULL), '2026-11-30 17:00+07'::timestamptz, 'and of the charge');
SELECT is((SELECT concat_ws('|', cause, person_id = t.person('supervisor1')) FROM core.due_move WHERE case_id = :c), 'extension|t', 'written down by whom');
SELECT is(t.verb('supervisor2', :c, format('decide_extension(%s, false, NULL, ''no'', $r)', :x)), 'TB409 wrong_state', 'decided once');
SELECT is(t.noticed('unit1', 'extension'), 1::bigint, 'the unit is told');
SELECT is(t.run('unit1', 'SELECT count(*) FROM desk.extensions'), '1', 'it reads its own');
SELECT is(t.verb('unit1', :c, format('ask_extension(%s, ''2026-12-05 17:00+07'', ''still away'', $r)', :a)), 'ok', 'it may ask again');
SELECT is(t.verb('unit1', :c, format('hand_back(%s, ''wrong_area'', '''', $r)', :a)), 'ok', 'and hand back');
SELECT is((SELECT string_agg(state, ' ' ORDER BY id) FROM core.extension WHERE case_id = :c), 'approved withdrawn', 'which withdraws what was not decided');

-- ── reminded ──
SELECT t.forwarded_to('nga', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT is(t.verb(l, :c, format('remind(%s, ''please'', $r)', :a)), 'TB403 role_may_not', l || ' reminds nobody') FROM unnest('{unit1,unit2,admin1}'::text[]) l;
SELECT is(t.verb('officer2', :c, format('remind(%s, ''please'', $r)', :a)), 'ok', 'any officer reminds');
SELECT is(t.verb('supervisor1', :c, format('remind(%s, '''', $r)', :a)), 'ok', 'a supervisor, too, without a word');
SELECT is((SELECT concat_ws('|', reminders, reminded_at = core.now(), state) FROM core.assignment WHERE id = :a), '2|t|sent', 'counted, and nothing else');
SELECT is(t.charged(:c), 'confirm unit W1', 'the charge stays where it is');
SELECT is(t.noticed('unit1', 'reminder'), 2::bigint, 'the unit is told twice');
SELECT is(t.noticed('unit2', 'reminder'), 1::bigint, 'another is not: it has but its own of before');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''done'', NULL, $r)', :a)), 'ok', 'it answers');
SELECT is(t.verb('officer1', :c, format('remind(%s, ''please'', $r)', :a)), 'TB409 wrong_state', 'and is reminded no more');

-- ── the legal track ──
SELECT t.classified('oanh', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "ANTT", "urgency": "low", "legal_track": "hearsay"}'', $r)'), 'TB422 track_unknown', 'only tracks there are');
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "ANTT", "urgency": "low", "legal_track": "to_cao"}'', $r)'), 'ok', 'a denunciation');
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "ANTT", "urgency": "low"}'', $r)'), 'ok', 'not named');
SELECT is((SELECT legal_track FROM core.case WHERE id = :c), 'to_cao', 'it stays');
INSERT INTO core.deadline (category_id, legal_track, urgency, stage, amount, unit, calendar) VALUES (NULL, 'to_cao', NULL, 'answer', 5, 'hours', 'duty');
DELETE FROM core.deadline WHERE stage = 'answer' AND legal_track IS NULL;
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W1'))), 'ok', 'forwarded');
SELECT is((SELECT concat_ws('|', due_at = core.now() + interval '5 hours', due_by_hand) FROM core.assignment WHERE id = t.assignment(:c, 'W1')), 't|f', 'due by its track, not by hand');
SELECT is(t.verb('officer1', :c, 'classify($c, $v, ''{"category": "ANTT", "urgency": "low", "legal_track": ""}'', $r)'), 'ok', 'no track');
SELECT is((SELECT legal_track FROM core.case WHERE id = :c), '', 'taken off');

-- ── the same request again answers as it did the first time and does nothing again ──
CREATE FUNCTION t.everything() RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', (SELECT md5(string_agg(c::text, '' ORDER BY id)) FROM core.case c), (SELECT count(*) FROM core.case_event), (SELECT md5(string_agg(a::text, '' ORDER BY id)) FROM core.assignment a),
        (SELECT count(*) FROM core.outbox), (SELECT count(*) FROM core.message), (SELECT count(*) FROM core.audit), (SELECT count(*) FROM core.notice), (SELECT md5(string_agg(q::text, '' ORDER BY id)) FROM core.question q),
        (SELECT md5(string_agg(x::text, '' ORDER BY id)) FROM core.extension x), (SELECT md5(string_agg(u::text, '' ORDER BY id)) FROM core.unit_answer u), (SELECT count(*) FROM core.request))
$$;
CREATE FUNCTION t.twice(p_login text, p_case bigint, p_call text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    v_sql text := 'SELECT desk.' || replace(replace(replace(p_call, '$c', p_case::text), '$v', (SELECT revision::text FROM core.case WHERE id = p_case)), '$r', quote_literal(gen_random_uuid()));
    v_first text := t.run(p_login, v_sql);
    v_before text := t.everything();
    v_verb text := split_part(p_call, '(', 1);
BEGIN
    RETURN NEXT matches(v_first, '^{', v_verb || ' works');
    RETURN NEXT is(t.run(p_login, v_sql), v_first, v_verb || ' answers the same');
    RETURN NEXT is(t.everything(), v_before, v_verb || ' does nothing again');
END $$;
SELECT t.forwarded_to('phong', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT t.twice('officer1', :c, format('remind(%s, ''soon'', $r)', :a));
SELECT t.twice('unit1', :c, format('answer(%s, ''half'', NULL, $r, ''{}'', true)', :a));
SELECT t.twice('unit1', :c, format('ask_extension(%s, ''2026-12-01 17:00+07'', ''busy'', $r)', :a));
SELECT t.twice('supervisor1', :c, format('decide_extension(%s, true, NULL, '''', $r)', (SELECT max(id) FROM core.extension)));
SELECT t.twice('unit1', :c, format('ask_citizen(%s, ''where?'', $r)', :a));
SELECT t.twice('officer1', :c, format('refuse_question(%s, ''no'', $r)', (SELECT max(id) FROM core.question)));
SELECT t.twice('unit1', :c, format('ask_citizen(%s, ''where?'', $r)', :a));
SELECT t.twice('unit1', :c, format('withdraw_question(%s, $r)', (SELECT max(id) FROM core.question)));
SELECT t.twice('unit1', :c, format('hand_on(%s, %s, ''wrong_area'', '''', $r)', :a, t.unit('W2')));
SELECT t.twice('unit2', :c, format('answer(%s, ''all'', NULL, $r)', t.assignment(:c, 'W2')));
SELECT t.twice('officer1', :c, format('approve_answer(%s, $v, ''all, kindly'', $r)', (SELECT max(id) FROM core.unit_answer)));
SELECT * FROM finish();
