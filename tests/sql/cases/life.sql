-- SPDX-License-Identifier: GPL-3.0-or-later
-- The whole life of a case, by the verbs alone.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null

-- the straight road
SELECT t.writes('an', 'Mất xe máy ở phường 1') AS c \gset
SELECT is(t.status(:c), 'new', 'a message opens a case');
SELECT matches((SELECT number FROM core.case WHERE id = :c), '^26-[0-9]{6}$', 'with a number people can say on the phone');
SELECT is(t.verb('officer1', :c::bigint, 'claim($c, $r)'), 'ok', 'an officer claims it');
SELECT is(t.answer() ->> 'status', 'claimed', 'claimed');
SELECT is(t.answer() ->> 'holder', 'officer1', 'by them');
SELECT is(t.verb('officer1', :c, $$classify($c, $v, '{"category": "TOI_PHAM", "urgency": "high", "area": 1}', $r)$$), 'ok', 'classifies it');
SELECT is(t.status(:c), 'classified', 'classified');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}, {"unit": %s}]'', ''Please look'', $r)', t.unit('W1'), t.unit('D2'))), 'ok',
    'forwards it to a lead unit and one that helps');
SELECT is(t.status(:c), 'forwarded', 'forwarded');
SELECT is((SELECT u.code FROM core.case c JOIN core.unit u ON u.id = c.lead_unit_id WHERE c.id = :c), 'W1', 'the lead unit stands at the case');
SELECT is(t.run('unit1', 'SELECT first_words FROM desk.cases'), 'Mất xe máy ở phường 1', 'the unit sees it');
SELECT is(t.verb('unit1', :c, format('confirm(%s, $r)', t.assignment(:c, 'W1'))), 'ok', 'and confirms');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''  We found it.  '', NULL, $r)', t.assignment(:c, 'W1'))), 'ok', 'and answers');
SELECT is(t.status(:c), 'answered', 'answered');
SELECT is((SELECT text FROM core.unit_answer WHERE case_id = :c), 'We found it.', 'without the blanks around it');
SELECT gen_random_uuid() AS release \gset
SELECT is(t.verb('officer1', :c, format('reply($c, $v, %L, ''{"text": "Your motorbike was found.", "final": true}'')', :'release')), 'ok', 'the officer releases the answer');
SELECT is(t.status(:c), 'released', 'released');
SELECT is((SELECT string_agg(state, ' ' ORDER BY id) FROM core.assignment WHERE case_id = :c), 'accepted withdrawn', 'the answer is accepted, the other unit let go');
SELECT is((SELECT state FROM core.unit_answer WHERE case_id = :c), 'accepted', 'accepted');
SELECT is(t.verb('officer1', :c::bigint, 'close($c, $v, '''', $r)'), 'TB409 still_sending', 'not closed before the words have left');
SELECT is((SELECT count(*) FROM dblink('host=' || current_setting('t.host') || ' dbname=' || current_database() || ' user=gateway password=gateway',
    'SELECT intake.take_outbox(10, 60, ''g1'')') AS x(item jsonb) WHERE item ->> 'id' = :'release'), 1::bigint, 'the gateway takes it');
SELECT is(t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g1'')', :'release')), 't', 'and sends it');
SELECT is((SELECT awaiting_reply FROM core.case WHERE id = :c), false, 'nobody waits for an answer');
SELECT is(t.verb('officer1', :c::bigint, 'close($c, $v, ''done'', $r)'), 'ok', 'closed');
SELECT is((SELECT concat_ws(' ', status, queue, holder_id, stage, burns_at, awaiting_reply) FROM core.case WHERE id = :c), 'closed 6  infinity f', 'nothing burns, nobody holds it');
SELECT is((SELECT string_agg(verb, ' ' ORDER BY id) FROM core.case_event WHERE case_id = :c),
    'arrived claim classify forward confirm answer release close', 'every step is in its history');
SELECT is((SELECT count(*) FROM core.case_event WHERE case_id = :c AND verb <> 'arrived' AND (person_id IS NULL OR seen IS NULL OR at IS NULL)), 0::bigint,
    'with who, when and the revision seen');
SELECT is((SELECT count(*) FROM core.audit WHERE object = 'case:' || :c), 7::bigint, 'and in the audit chain');

-- after its end a new message opens a new case in the same file; the old one can be opened again
SELECT t.writes('an', 'They stole it again') AS again \gset
SELECT isnt(:again::bigint, :c::bigint, 'a new message after the end opens a new case');
SELECT is((SELECT citizen_id FROM core.case WHERE id = :again), (SELECT citizen_id FROM core.case WHERE id = :c), 'of the same citizen');
SELECT is(t.writes('an', 'Please hurry'), :again::bigint, 'which takes the next message');
SELECT is(t.verb('officer2', :c::bigint, 'reopen($c, $v, ''  '', $r)'), 'TB422 reason_missing', 'opening again needs a reason');
SELECT is(t.verb('officer2', :c::bigint, 'reopen($c, $v, ''wrong motorbike'', $r)'), 'ok', 'opened again');
SELECT is((SELECT concat_ws(' ', status, queue, holder_id, lead_unit_id, decision, closed_at) FROM core.case WHERE id = :c), 'reopened 1 ', 'it starts anew, free for anybody');
SELECT is(t.verb('officer2', :c::bigint, 'claim($c, $r)'), 'ok', 'claimed again');
SELECT is(t.verb('officer2', :c, $$classify($c, $v, '{"category": "TOI_PHAM", "urgency": "high"}', $r)$$), 'ok', 'classified again');
SELECT is(t.verb('officer2', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', ''Once more'', $r)', t.unit('W1'))), 'ok', 'forwarded to the same unit again');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''Now it is the right one'', NULL, $r)', t.assignment(:c, 'W1'))), 'ok', 'which answers again');
SELECT is(t.status(:c), 'answered', 'answered again');

-- handed back, forwarded to another
SELECT t.forwarded('binh', 'officer1', 'W1') AS c \gset
SELECT t.assignment(:c, 'W1') AS a \gset
SELECT is(t.verb('unit1', :c, format('hand_back(%s, '''', ''not ours'', $r)', :a)), 'TB422 reason_missing', 'handing back needs a reason');
SELECT is(t.verb('unit1', :c, format('hand_back(%s, ''wrong_area'', ''not our ward'', $r)', :a)), 'ok', 'handed back');
SELECT is((SELECT concat_ws(' ', status, queue, lead_unit_id) FROM core.case WHERE id = :c), 'handed_back 1', 'it lies with the centre again');
SELECT is(t.run('unit1', format('SELECT count(*) FROM desk.cases WHERE id = %s', :c)), '0', 'the unit sees it no more');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''too late'', NULL, $r)', :a)), 'TB404 assignment_not_found', 'and cannot answer');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W1'))), 'ok', 'the same unit may get it again');
SELECT is(t.verb('officer1', :c, format('withdraw_assignment(%s, ''wrong ward'', $r)', t.assignment(:c, 'W1'))), 'ok', 'the centre takes it back');
SELECT is(t.status(:c), 'handed_back', 'so it is to be forwarded again');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W2'))), 'ok', 'forwarded to another');

-- an answer returned
SELECT is(t.verb('unit2', :c, format('answer(%s, ''No idea'', NULL, $r)', t.assignment(:c, 'W2'))), 'ok', 'a poor answer');
SELECT id AS answer FROM core.unit_answer WHERE case_id = :c \gset
SELECT is(t.verb('officer1', :c, format('return_answer(%s, $v, ''say more'', $r)', :answer)), 'ok', 'is returned');
SELECT is(t.status(:c), 'forwarded', 'the case waits for the unit again');
SELECT is((SELECT concat_ws(' ', state, reason) FROM core.assignment WHERE id = t.assignment(:c, 'W2')), 'returned say more', 'with the reason');
SELECT is(t.verb('officer1', :c, format('return_answer(%s, $v, ''say more'', $r)', :answer)), 'TB409 wrong_state', 'not twice');
SELECT is(t.verb('unit2', :c, format('answer(%s, ''All of it'', NULL, $r)', t.assignment(:c, 'W2'))), 'ok', 'a better one');
SELECT is(t.status(:c), 'answered', 'answered');

-- rejected, and nothing stays open at a unit that helped
SELECT t.classified('cuong', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c::bigint, 'reject($c, $v, NULL, $r)'), 'TB422 reason_missing', 'rejecting needs a reason');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}, {"unit": %s}]'', '''', $r)', t.unit('W1'), t.unit('D2'))), 'ok', 'forwarded to two');
SELECT is(t.verb('unit1', :c, format('hand_back(%s, ''other'', ''spam'', $r)', t.assignment(:c, 'W1'))), 'ok', 'the lead hands it back');
SELECT is(t.verb('officer1', :c::bigint, 'reject($c, $v, ''advertising'', $r)'), 'ok', 'rejected');
SELECT is((SELECT concat_ws(' ', status, queue, decision) FROM core.case WHERE id = :c), 'rejected 6 advertising', 'with the decision');
SELECT is((SELECT state FROM core.assignment WHERE id = t.assignment(:c, 'D2')), 'withdrawn', 'the helping unit is let go');
SELECT is(t.verb('officer1', :c::bigint, 'claim($c, $r)'), 'TB409 wrong_status', 'a finished case is not claimed');
SELECT is(t.verb('officer1', :c::bigint, 'take_over($c, $v, ''x'', $r)'), 'TB409 wrong_status', 'nor taken over');

-- a duplicate of a duplicate is one of the first
SELECT t.classified('dung', 'officer1') AS first, t.classified('dung2', 'officer1') AS second, t.classified('dung3', 'officer1') AS third \gset
SELECT is(t.verb('officer1', :second, 'mark_duplicate($c, $v, ' || :first || ', '''', $r)'), 'ok', 'the second repeats the first');
SELECT is(t.verb('officer1', :third, 'mark_duplicate($c, $v, ' || :second || ', '''', $r)'), 'ok', 'the third repeats the second');
SELECT is((SELECT duplicate_of FROM core.case WHERE id = :third), :first::bigint, 'so it repeats the first');
SELECT is(t.verb('officer1', :first, 'mark_duplicate($c, $v, $c, '''', $r)'), 'TB422 duplicate_of_unknown', 'a case does not repeat itself');
SELECT is(t.verb('officer1', :third, 'reopen($c, $v, ''not the same after all'', $r)'), 'ok', 'opened again');
SELECT is((SELECT concat_ws(' ', status, duplicate_of) FROM core.case WHERE id = :third), 'reopened', 'it repeats nothing');

-- a reopened case waits while another of the thread takes the messages; then it takes them again
SELECT t.classified('giang', 'officer1') AS old \gset
SELECT is(t.verb('officer1', :old::bigint, 'reject($c, $v, ''nothing'', $r)'), 'ok', 'a case ends');
SELECT t.classified('giang', 'officer1') AS new \gset
SELECT is(t.verb('officer1', :old::bigint, 'reopen($c, $v, ''after all'', $r)'), 'ok', 'is opened again beside a newer one');
SELECT is(t.writes('giang', 'more'), :new::bigint, 'the newer one takes what is written');
SELECT is(t.verb('officer1', :new::bigint, 'reject($c, $v, ''nothing'', $r)'), 'ok', 'until it ends');
SELECT is(t.writes('giang', 'and more'), :old::bigint, 'then the reopened one does, no third one is made');

-- an answer to the citizen that fails puts the case back, one that is called back, too
SELECT t.answered('hanh', 'officer1', 'W1', 'unit1') AS c \gset
SELECT gen_random_uuid() AS box \gset
SELECT is(t.verb('officer1', :c, format('reply($c, $v, %L, ''{"text": "Done", "final": true}'')', :'box')), 'ok', 'released');
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(99, 60, ''g1'')') \g /dev/null
SELECT is(t.run('gateway', format('SELECT intake.outbox_failed(%L, ''g1'', 10, 2018278, ''window'', ''outside of the window'')', :'box')), 't', 'Facebook refuses');
SELECT is((SELECT concat_ws(' ', c.status, c.released_at, a.state, n.state) FROM core.case c JOIN core.assignment a ON a.case_id = c.id JOIN core.unit_answer n ON n.case_id = c.id
    WHERE c.id = :c), 'answered answered submitted', 'everything is as before the release');
SELECT is(t.verb('officer1', :c, format('retry_send(%L, $r)', :'box')), 'ok', 'tried again');
SELECT is((SELECT concat_ws(' ', c.status, a.state, n.state, o.state) FROM core.case c JOIN core.assignment a ON a.case_id = c.id JOIN core.unit_answer n ON n.case_id = c.id
    JOIN core.outbox o ON o.case_id = c.id WHERE c.id = :c), 'released accepted accepted queued', 'released again');
SELECT is(t.verb('officer1', :c, format('cancel_send(%L, $r)', :'box')), 'ok', 'called back before it left');
SELECT is((SELECT concat_ws(' ', c.status, a.state, o.state) FROM core.case c JOIN core.assignment a ON a.case_id = c.id JOIN core.outbox o ON o.case_id = c.id WHERE c.id = :c),
    'answered answered cancelled', 'and the case is back');
SELECT is(t.verb('officer1', :c, format('cancel_send(%L, $r)', :'box')), 'TB409 already_leaving', 'not twice');

-- release without a unit's answer needs an officer's own decision
SELECT t.classified('khoa', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c::bigint, 'reply($c, $v, $r, ''{"text": "Call 113", "final": true}'')'), 'TB403 answer_or_decision_needed', 'no answer, no decision, no release');
SELECT is(t.verb('officer1', :c::bigint, 'reply($c, $v, $r, ''{"text": "Call 113", "final": true, "own_decision": "  "}'')'), 'TB403 answer_or_decision_needed', 'blanks decide nothing');
SELECT is(t.verb('officer1', :c::bigint, 'reply($c, $v, $r, ''{"text": "We read it.", "final": false}'')'), 'ok', 'words in between need none');
SELECT is(t.status(:c), 'classified', 'and change no status');
SELECT is(t.verb('officer1', :c::bigint, 'reply($c, $v, $r, ''{"text": "Call 113", "final": true, "own_decision": "general advice"}'')'), 'ok', 'an own decision releases');
SELECT is((SELECT concat_ws(' ', status, decision) FROM core.case WHERE id = :c), 'released general advice', 'and is kept');
SELECT t.writes('lan', 'hello') AS c \gset
SELECT is(t.verb('officer1', :c::bigint, 'claim($c, $r)'), 'ok', 'a case that is only claimed');
SELECT is(t.verb('officer1', :c::bigint, 'reply($c, $v, $r, ''{"text": "x", "final": true, "own_decision": "y"}'')'), 'TB422 not_classified', 'is not released before it is classified');
SELECT * FROM finish();
