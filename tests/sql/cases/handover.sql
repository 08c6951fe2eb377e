-- SPDX-License-Identifier: GPL-3.0-or-later
-- The shift book: who plans, who sits, what a hand-over holds, two people who sign it, and what happens to the claims of those who go.
SELECT t.at('2026-11-24 07:55+07') \g /dev/null
SELECT t.hire('officer3', 'officer') \g /dev/null
CREATE FUNCTION t.plan(p_login text, p_name text, p_leader text, p_more jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
    SELECT t.verb(p_login, NULL, format('plan_shift(NULL, NULL, %L, $r)', jsonb_build_object('name', p_name, 'leader', t.person(p_leader), 'starts_at', core.now() + interval '5 minutes', 'ends_at', core.now() + interval '8 hours') || p_more))
$$;
CREATE FUNCTION t.shift(p_name text) RETURNS bigint LANGUAGE sql AS $$ SELECT max(id) FROM core.shift WHERE name = p_name $$;
CREATE FUNCTION t.duty() RETURNS text LANGUAGE sql AS $$ SELECT string_agg(s.name || ':' || p.login, ' ') FROM core.shift s JOIN core.person p ON p.id = s.leader_id WHERE s.state = 'on_duty' $$;

-- ── planned ──
SELECT is(t.plan('officer1', 'Day', 'officer1'), 'TB403 role_may_not', 'nobody makes themselves a leader');
SELECT is(t.plan('supervisor1', 'Day', 'unit1'), 'TB422 leader_unknown', 'a unit officer does not lead the desk');
SELECT is(t.plan('supervisor1', 'Day', 'leaver1'), 'TB422 leader_unknown', 'nor does one who has left');
SELECT is(t.plan('supervisor1', '', 'officer1'), 'TB422 name_missing', 'it has a name');
SELECT is(t.plan('supervisor1', 'Day', 'officer1', '{"ends_at": "2026-11-24T00:00:00Z"}'), 'TB422 time_not_possible', 'and an end after its beginning');
SELECT is(t.plan('supervisor1', 'Day', 'officer1', format('{"people": [{"person": %s, "seat": "Bàn 2"}]}', t.person('officer2'))::jsonb), 'ok', 'planned');
SELECT is(t.plan('supervisor1', 'Night', 'supervisor1', format('{"people": [{"person": %s, "seat": "Bàn 1"}]}', t.person('officer3'))::jsonb), 'ok', 'and the next');
SELECT is(t.plan('supervisor1', 'Mistake', 'officer2'), 'ok', 'one too many');
SELECT is(t.verb('supervisor1', NULL, format('plan_shift(%s, 7, ''{"drop": true}'', $r)', t.shift('Mistake'))), 'TB409 stale_revision', 'not dropped by who saw another');
SELECT is(t.verb('supervisor1', NULL, format('plan_shift(%s, 1, ''{"drop": true}'', $r)', t.shift('Mistake'))), 'ok', 'dropped');
SELECT is(t.run('officer1', 'SELECT string_agg(name || '' '' || (people #>> ''{0,seat}''), '', '' ORDER BY id) FROM desk.shift_book'), 'Day Bàn 2, Night Bàn 1', 'officers read the plan');
SELECT is(t.run('unit1', 'SELECT count(*) FROM ' || v), '0', 'a unit reads nothing of ' || v) FROM unnest('{desk.shift_book,desk.shift_seats,desk.handovers,desk.shift_entries,core.shift,core.shift_seat,core.shift_plan,core.handover,core.shift_entry}'::text[]) v;

-- ── begun ──
SELECT is(t.verb('officer1', NULL, 'take_seat(''Bàn 1'', $r)'), 'TB409 no_shift_on_duty', 'nobody sits while no shift is on duty');
SELECT is(t.verb('officer2', NULL, format('begin_shift(%s, $r)', t.shift('Day'))), 'TB403 not_the_leader', 'the leader begins it');
SELECT is(t.verb('officer1', NULL, format('begin_shift(%s, $r)', t.shift('Day'))), 'ok', 'begins');
SELECT is(t.duty(), 'Day:officer1', 'on duty');
SELECT is(t.verb('officer1', NULL, format('begin_shift(%s, $r)', t.shift('Day'))), 'TB409 wrong_state', 'once');
SELECT is(t.verb('supervisor1', NULL, format('begin_shift(%s, $r)', t.shift('Night'))), 'TB409 handover_needed', 'the next one takes over, it does not begin beside');
SELECT is(t.verb('officer2', NULL, 'take_seat(''Bàn 2'', $r)'), 'ok', 'an officer sits down');
SELECT t.later('1 minute') \g /dev/null
SELECT is(t.verb('officer2', NULL, 'take_seat(''Bàn 3'', $r)'), 'ok', 'changes seats');
SELECT is(t.run('officer1', 'SELECT string_agg(login || '' '' || seat, '', '' ORDER BY login) FROM desk.shift_seats WHERE to_at IS NULL'), 'officer1 Trưởng ca, officer2 Bàn 3', 'who sits where now');
SELECT is(t.verb('officer3', NULL, 'leave_seat($r)'), 'TB409 no_seat', 'who does not sit leaves nothing');
SELECT is(t.verb('unit1', NULL, 'take_seat(''x'', $r)'), 'TB403 role_may_not', 'a unit does not sit at the desk');
SELECT is(t.verb('officer3', NULL, 'write_shift_book(''event'', ''x'', '''', $r)'), 'TB403 not_on_duty', 'who is not on duty does not write');
SELECT is(t.verb('officer2', NULL, 'write_shift_book(''event'', ''Đường truyền gián đoạn'', ''PA05'', $r)'), 'ok', 'an entry');
SELECT is(t.verb('supervisor1', NULL, 'write_shift_book(''order'', ''Tăng cường trực đêm'', '''', $r)'), 'ok', 'an order from above');
SELECT throws_ok('UPDATE core.shift_entry SET text = ''x''', 'TB403'::char(5), 'append_only'::text, 'what is written stays');

-- a leader on duty signs slips too
SELECT t.forwarded('sig', 'officer2', 'W1') AS s \gset
SELECT is(t.verb('officer2', :s, format('prepare_slip(%s, false, $r)', t.assignment(:s, 'W1'))), 'ok', 'a slip');
SELECT is(t.verb('officer2', NULL, format('sign_slip(%s, 1, $r)', (SELECT max(id) FROM core.slip))), 'TB403 not_a_signer', 'signed by no other officer');
SELECT is(t.verb('officer1', NULL, format('sign_slip(%s, 1, $r)', (SELECT max(id) FROM core.slip))), 'ok', 'but by the leader of the shift');

-- ── what there is to hand over ──
SELECT t.writes('new', 'Mới gửi') AS n, t.forwarded('mine', 'officer2', 'W1') AS held, t.classified('kept', 'officer3') AS kept, t.writes('claimed', 'Vừa nhận') AS taken \gset
SELECT is(t.verb('officer1', :taken, 'claim($c, $r)'), 'ok', 'the leader has one in hand');
SELECT is(t.verb('officer2', :held, 'reply($c, $v, $r, ''{"text": "Đơn vị sẽ gọi lại trước 17 giờ"}'')'), 'ok', 'a word given');
SELECT is(t.verb('officer1', NULL, 'prepare_handover(1000, '''', $r)'), 'TB404 shift_not_found', 'to a shift that is there');
SELECT is(t.verb('officer3', NULL, format('prepare_handover(%s, '''', $r)', t.shift('Night'))), 'TB403 not_on_duty', 'by those on duty');
SELECT is(t.verb('officer2', NULL, format('prepare_handover(%s, ''Quiet'', $r)', t.shift('Night'))), 'ok', 'prepared');
SELECT max(id) AS h FROM core.handover \gset
SELECT is((SELECT concat_ws(' ', content #>> '{counts,to_take_in}', content #>> '{counts,with_units}', content #>> '{promised,0,kind}', content #>> '{promised,0,text}', content #>> '{entries,0,told}', jsonb_array_length(content -> 'entries')) FROM core.handover WHERE id = :h),
    '1 2 word Đơn vị sẽ gọi lại trước 17 giờ PA05 2', 'it holds what is open, what was promised and what was written');
SELECT t.later('3 hours') \g /dev/null
SELECT is(t.verb('officer1', NULL, format('prepare_handover(%s, ''Quiet'', $r)', t.shift('Night'))), 'ok', 'made again later');
SELECT ok((SELECT (content #>> '{counts,late}')::int > 0 AND jsonb_array_length(content -> 'burning') = (content #>> '{counts,late}')::int FROM core.handover WHERE id = :h), 'what is late burns');

-- ── two signatures ──
SELECT is(t.verb('supervisor1', NULL, format('sign_handover(%s, 2, '''', $r)', :h)), 'TB409 outgoing_signs_first', 'who comes does not sign first');
SELECT is(t.verb('officer2', NULL, format('sign_handover(%s, 2, '''', $r)', :h)), 'TB403 not_the_leader', 'nor somebody else');
SELECT is(t.verb('officer1', NULL, format('sign_handover(%s, 1, '''', $r)', :h)), 'TB409 stale_revision', 'nor a leader who saw another');
SELECT is(t.verb('officer1', NULL, format('sign_handover(%s, 2, ''Một vụ quá hạn'', $r)', :h)), 'ok', 'the outgoing leader signs');
SELECT is((SELECT concat_ws(' ', state, sha256 = encode(sha256(convert_to(content::text || remarks, 'UTF8')), 'hex')) FROM core.handover WHERE id = :h), 'signed_out t', 'that freezes it under a hash');
SELECT is((SELECT facts ->> 'sha256' FROM core.audit WHERE verb = 'sign_handover'), (SELECT sha256 FROM core.handover WHERE id = :h), 'which lies in the audit chain');
SELECT is((SELECT string_agg(p.login, ' ') FROM core.notice n JOIN core.notice_person x ON x.notice_id = n.id JOIN core.person p ON p.id = x.person_id WHERE n.kind = 'handover' AND n.settled_at IS NULL), 'supervisor1', 'the incoming leader is told');
SELECT is(t.verb('officer1', NULL, format('sign_handover(%s, 3, '''', $r)', :h)), 'TB403 two_people_needed', 'one person does not sign twice');
SELECT is(t.verb('supervisor1', NULL, format('plan_shift(%s, 1, %L, $r)', t.shift('Night'), jsonb_build_object('name', 'Night', 'leader', t.person('officer1'), 'starts_at', core.now(), 'ends_at', core.now() + interval '8 hours'))), 'TB409 wrong_state', 'nor is the other leader exchanged in between');
SELECT is(t.duty(), 'Day:officer1', 'the first shift is still in force');
SELECT is(t.verb('supervisor1', NULL, format('sign_handover(%s, 3, ''Đã nhận đủ'', $r)', :h)), 'ok', 'the incoming leader signs');
SELECT is(t.duty(), 'Night:supervisor1', 'and the next shift is in force');
SELECT is((SELECT concat_ws(' ', state, ended_at = core.now()) FROM core.shift WHERE name = 'Day'), 'handed_over t', 'the first one is over');
SELECT is(t.run('officer1', 'SELECT string_agg(login, '' '') FROM desk.shift_seats WHERE to_at IS NULL'), 'supervisor1', 'those who went have left their seats');
SELECT is((SELECT concat_ws(' ', c.status, c.holder_id) FROM core.case c WHERE id = :taken), 'new', 'a case only just claimed is new again');
SELECT is((SELECT concat_ws(' ', c.status, c.holder_id) FROM core.case c WHERE id = :held), 'forwarded', 'one that was forwarded stays forwarded, in nobody''s hands');
SELECT is((SELECT p.login FROM core.case c JOIN core.person p ON p.id = c.holder_id WHERE c.id = :kept), 'officer3', 'who stays on keeps what is in their hands');
SELECT is((SELECT concat_ws(' ', verb, reason, facts ->> 'handover', person_id = t.person('supervisor1')) FROM core.case_event WHERE case_id = :taken ORDER BY id DESC LIMIT 1), 'release_claim Bàn giao ca trực ' || :h || ' t', 'the case tells why');
SELECT is((SELECT jsonb_array_length(released) FROM core.handover WHERE id = :h), 3, 'the hand-over says which');
SELECT is(t.verb('supervisor1', NULL, format('sign_handover(%s, 4, '''', $r)', :h)), 'TB409 handover_signed', 'signed is signed');
SELECT is(t.verb('officer1', NULL, format('prepare_handover(%s, '''', $r)', t.shift('Day'))), 'TB403 not_on_duty', 'and those who went prepare nothing');
SELECT throws_ok('UPDATE core.handover SET opinion = ''x''', 'TB403'::char(5), 'append_only'::text, 'nothing is changed afterwards');
SELECT throws_ok('DELETE FROM core.handover', 'TB403'::char(5), 'append_only'::text, 'nor deleted');
SELECT throws_ok(format('INSERT INTO core.handover (from_shift_id, to_shift_id, content, prepared_by, prepared_at, outgoing_id, incoming_id) VALUES (%s, %s, ''{}'', 1, now(), 1, 1)', t.shift('Night'), t.shift('Day')), '23514'::char(5), NULL::text, 'the table itself wants two people');
SELECT throws_ok('UPDATE core.shift SET state = ''on_duty''', '23505'::char(5), NULL::text, 'and one shift on duty');
SELECT is(t.plan('supervisor1', 'Next', 'supervisor1'), 'ok', 'a leader planned to follow themselves');
SELECT is(t.verb('supervisor1', NULL, format('prepare_handover(%s, '''', $r)', t.shift('Next'))), 'TB422 two_people_needed', 'hands over to nobody');
SELECT is((SELECT first_fault FROM core.verify_audit()), NULL, 'the chain holds');
SELECT * FROM finish();
