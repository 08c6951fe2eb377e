-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ladder: who is told at which rung, once each; what rings at a desk; and nobody of the unit a complaint is about.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
UPDATE core.setting SET value = '86400' WHERE key = 'lease_seconds';
INSERT INTO core.unit (code, name, parent_id) VALUES ('BGD', 'Ban Giám đốc', t.unit('CITY'));
SELECT t.hire('head1', 'unit', 'W1'), t.hire('head2', 'unit', 'W2'), t.hire('board1', 'unit', 'BGD') \g /dev/null
INSERT INTO core.unit_head (unit_id, person_id, name, rank, post, from_at) VALUES (t.unit('W1'), t.person('head1'), 'Head One', 'Trung tá', 'Trưởng Công an phường', '2026-01-01'),
    (t.unit('D1'), NULL, 'Old Head', 'Đại tá', 'Trưởng phòng', '2026-01-01');
CREATE FUNCTION t.rings(p_login text) RETURNS text LANGUAGE sql AS $$
    SELECT t.run(p_login, 'SELECT string_agg(concat_ws('' '', kind, severity, facts ->> ''rung'', facts ->> ''stage'', repeat_seconds), '', '' ORDER BY id) FROM desk.notices')
$$;
CREATE FUNCTION t.climb() RETURNS text LANGUAGE sql AS $$ SELECT t.run('gateway', 'SELECT intake.escalate()') $$;

-- ── nobody has taken it: everybody on duty is told; the one who holds it, alone ──
SELECT t.writes('an', 'Help', '{"urgency": "medium"}') AS c \gset
SELECT t.later('14 minutes 59 seconds') \g /dev/null
SELECT is(t.climb(), '0', 'half of thirty minutes is not over');
SELECT t.later('1 second') \g /dev/null
SELECT is(t.climb(), '1', '50 %');
SELECT is(t.rings('officer1'), 'escalation info 50 take_in 0', 'an officer hears of it');
SELECT is(t.rings('supervisor1'), NULL, 'a supervisor not yet');
SELECT is(t.climb(), '0', 'once');
SELECT is(t.verb('officer1', NULL, format('acknowledge(ARRAY[%s]::bigint[], $r)', (SELECT max(id) FROM core.notice))), 'ok', 'acknowledged');
SELECT is(t.rings('officer1'), NULL, 'and silent here');
SELECT is(t.rings('officer2'), 'escalation info 50 take_in 0', 'but not there');
SELECT is(t.verb('officer2', :c::bigint, 'claim($c, $r)'), 'ok', 'taken in');
SELECT is(t.rings('officer2'), NULL, 'the matter went on: nothing rings any more');
SELECT t.later('24 minutes') \g /dev/null
SELECT is(t.climb(), '1', '50 and 80 % of the next stage in one look');
SELECT is(t.rings('officer2'), 'escalation warning 80 classify 600', 'the higher speaks for both');
SELECT is(t.rings('officer1'), NULL, 'and only to who holds it');
SELECT is((SELECT string_agg(rung || CASE WHEN superseded THEN ' superseded' ELSE '' END, ', ' ORDER BY e.id) FROM core.escalation e JOIN core.charge g ON g.id = charge_id WHERE e.case_id = :c AND g.stage = 'classify'),
    '50 superseded, 80', 'both are written down');

-- ── at a unit: its people, its head, the supervisors, the board ──
SELECT is(t.verb('officer2', :c, $$classify($c, $v, '{"category": "ANTT", "urgency": "high"}', $r)$$), 'ok', 'classified');
SELECT is(t.verb('officer2', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W1'))), 'ok', 'forwarded');
SELECT t.later('1 hour 36 minutes') \g /dev/null
SELECT is(t.climb(), '1', '80 % of two hours to confirm');
SELECT is(t.rings('unit1'), 'escalation warning 80 confirm 600', 'the unit');
SELECT is(t.rings('head1'), 'escalation warning 80 confirm 600', 'its head');
SELECT is(t.rings('unit2'), NULL, 'no other unit');
SELECT is(t.rings('officer2'), NULL, 'the desk does not hold it');
SELECT t.later('24 minutes') \g /dev/null
SELECT is(t.climb(), '1', '100 %');
SELECT is(t.rings('supervisor1'), 'escalation urgent 100 confirm 300', 'now the supervisor');
SELECT is(t.rings('unit1'), 'escalation urgent 100 confirm 300', 'the unit hears the higher rung instead of the lower');
SELECT t.later('24 hours') \g /dev/null
SELECT is(t.climb(), '1', '+24 hours');
SELECT is(t.rings('board1'), NULL, 'the board hears of it, but reads no case that is not with it');
SELECT is((SELECT string_agg(x ->> 'name', ', ' ORDER BY x ->> 'name') FROM core.escalation e, jsonb_array_elements(e.told) x WHERE e.case_id = :c AND rung = 'after_24h' AND NOT superseded),
    'Board1, Boss1, Head1, Old Head, Supervisor One, Supervisor2, Unit Officer One', 'named people, those without a login too');
SELECT is(t.rings('boss1'), 'escalation alarm after_24h confirm 120', 'who is above the unit reads what it reads');
SELECT is((t.run('officer1', format('SELECT desk.clocks(%s)', :c))::jsonb #>> '{ladder,0,rung}'), '50', 'why it is red: the ladder stands beside the minutes');
SELECT is((t.run('unit1', format('SELECT desk.clocks(%s)', :c))::jsonb ->> 'ladder'), '[]', 'whom the centre told is the centre''s own');

-- ── a complaint: nobody of the unit it is about, nor below, though the word means them ──
SELECT t.classified('binh', 'officer1', jsonb_build_object('category', 'TAC_PHONG', 'about_unit', t.unit('D1'))) AS c \gset
UPDATE core.rung SET recipients = '{holder,unit,unit_head,unit_above,supervisors,W1,D1}' WHERE code = '100';
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('X5'))), 'ok', 'to the inspectorate');
SELECT t.later('3 hours') \g /dev/null
SELECT t.climb() \g /dev/null
SELECT is(t.rings('inspector1'), 'escalation urgent 100 confirm 300', 'the inspectorate is told');
SELECT is(t.run(l, 'SELECT count(*) FROM desk.notices WHERE case_id = ' || :c), '0', l || ' hears nothing') FROM unnest('{unit1,head1,boss1}'::text[]) l;
SELECT is_empty(format('SELECT x FROM core.escalation e, jsonb_array_elements(told) x WHERE case_id = %s AND x ->> ''name'' IN (''Head One'', ''Head1'', ''Boss1'', ''Old Head'', ''Unit Officer One'')', :c), 'and is not named among those told');
SELECT is_empty(format('SELECT FROM core.notice_person p JOIN core.notice n ON n.id = notice_id WHERE n.case_id = %s AND p.person_id IN (SELECT id FROM core.person WHERE unit_id IN (t.unit(''D1''), t.unit(''W1''), t.unit(''W2'')))', :c), 'not even in the table');
-- a case that turns out to be about the unit: its old notices are gone from its desks
SELECT t.forwarded('cuong', 'officer1', 'X5') AS c \gset
SELECT t.later('3 hours') \g /dev/null
SELECT t.climb() \g /dev/null
SELECT is(t.run('inspector1', 'SELECT count(*) FROM desk.notices WHERE case_id = ' || :c), '1', 'it rings at the inspectorate');
SELECT is(t.verb('officer1', :c, format('withdraw_assignment(%s, ''about you'', $r)', t.assignment(:c, 'X5'))), 'ok', 'taken back');
SELECT is(t.run('inspector1', 'SELECT count(*) FROM desk.notices WHERE case_id = ' || :c), '0', 'and rings no more');
SELECT is(t.run('inspector1', 'SELECT count(*) FROM core.notice WHERE case_id = ' || :c), '0', 'nor can it be read');

-- ── nobody acknowledges for another; nobody climbs but the gateway; nothing is taken off ──
SELECT is(t.verb('officer1', NULL, format('acknowledge(ARRAY[%s]::bigint[], $r)', (SELECT id FROM core.notice WHERE settled_at IS NULL AND id NOT IN (SELECT notice_id FROM core.notice_person WHERE person_id = t.person('officer1')) LIMIT 1))), 'ok', 'a notice of others');
SELECT is(t.answer() ->> 'acknowledged', '0', 'is not acknowledged');
SELECT matches(t.run(l, 'SELECT intake.escalate()'), '^42501', l || ' does not climb') FROM unnest('{officer1,unit1,supervisor1,admin1}'::text[]) l;
SELECT matches(t.run(l, 'DELETE FROM core.escalation'), '^42501', l || ' takes no rung off') FROM unnest('{officer1,supervisor1,admin1,gateway}'::text[]) l;
SELECT matches(t.run(l, 'UPDATE core.charge SET from_at = now()'), '^42501', l || ' moves no charge') FROM unnest('{officer1,supervisor1,admin1,gateway}'::text[]) l;
SELECT is(t.run('unit1', 'SELECT count(*) FROM desk.escalations'), '0', 'a unit reads no ladder');
SELECT is(t.run('unit1', 'SELECT count(*) FROM desk.charges'), '0', 'and no ledger');
SELECT is(t.verb('admin1', NULL, $$save_rung('{"code": "50", "percent": "40", "severity": "info", "recipients": ["holder"]}', 1, $r)$$), 'ok', 'the ladder is data');
SELECT is(t.verb('admin1', NULL, $$save_rung('{"code": "50", "percent": "40", "severity": "info", "recipients": ["holder"]}', 1, $r)$$), 'TB409 stale_revision', 'seen by its revision');
SELECT is(t.verb('admin1', NULL, $$save_rung('{"code": "60", "percent": "60", "after_minutes": "5", "severity": "info", "recipients": ["holder"]}', NULL, $r)$$), 'TB422 rung_invalid', 'one way to count');
SELECT is(t.verb('admin1', NULL, $$save_rung('{"code": "60", "percent": "60", "severity": "info", "recipients": ["the king"]}', NULL, $r)$$), 'TB422 recipient_unknown', 'to somebody there is');
SELECT is(t.verb('admin1', NULL, $$save_unit_head('{"unit": "W1", "name": "New Head", "from": "2026-11-30T00:00:00+07:00"}', NULL, $r)$$), 'ok', 'a new head');
SELECT is((SELECT to_at FROM core.unit_head WHERE person_id = t.person('head1')), '2026-11-30 00:00+07'::timestamptz, 'the one before ends there');
SELECT is(t.verb('admin1', NULL, $$save_unit_head('{"unit": "W1", "name": "Twice", "from": "2026-10-30T00:00:00+07:00", "to": "2026-11-10T00:00:00+07:00"}', NULL, $r)$$), 'TB422 heads_overlap', 'two heads at once answer for nothing');
SELECT * FROM finish();
