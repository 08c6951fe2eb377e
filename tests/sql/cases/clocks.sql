-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a stage is due, when Facebook's windows shut, which clock burns first.
-- ── terms (Civil Code art. 147–148; days in Hanoi) ──
INSERT INTO core.holiday VALUES ('2026-11-24', 'holiday', 'a day of culture'), ('2026-11-30', 'swap_off', 'swapped'), ('2026-12-05', 'swap_work', 'made up for it'), ('2026-12-09', 'to_confirm', 'perhaps');
SELECT is(core.due(f::timestamptz, n, u, c) AT TIME ZONE 'Asia/Ho_Chi_Minh', e::timestamp, format('%s %s (%s) from %s', n, u, c, f)) FROM (VALUES
    ('2026-11-20 08:00+07', 90, 'minutes', 'duty', '2026-11-20 09:30'), ('2026-11-24 23:00+07', 4, 'hours', 'duty', '2026-11-25 03:00'),
    ('2026-11-20 08:00+07', 3, 'days', 'duty', '2026-11-24 00:00'),         -- Friday + 3 = Monday, ends at 24:00
    ('2026-11-20 08:00+07', 1, 'days', 'duty', '2026-11-24 00:00'),         -- its last day, a Saturday, moves to Monday
    ('2026-11-20 08:00+07', 1, 'days', 'criminal', '2026-11-22 00:00'),     -- but not in criminal procedure
    ('2026-11-21 08:00+07', 3, 'days', 'duty', '2026-11-26 00:00'),         -- Tuesday is a holiday: Wednesday
    ('2026-11-20 08:00+07', 1, 'working_days', 'office', '2026-11-24 00:00'),
    ('2026-11-20 08:00+07', 2, 'working_days', 'office', '2026-11-26 00:00'), -- over the holiday
    ('2026-11-26 08:00+07', 2, 'working_days', 'office', '2026-12-02 00:00'), -- Friday, then not the swapped Monday but Tuesday
    ('2026-12-03 08:00+07', 2, 'working_days', 'office', '2026-12-06 00:00'), -- the made-up Saturday counts
    ('2026-12-08 08:00+07', 1, 'working_days', 'office', '2026-12-10 00:00'), -- what is only announced stops nothing
    ('2026-01-31 08:00+07', 1, 'months', 'office', '2026-03-03 00:00'),     -- 28 February is a Saturday: Monday 2 March
    ('2026-03-31 08:00+07', 1, 'months', 'office', '2026-05-01 00:00'),     -- the last day of April
    ('2028-01-31 08:00+07', 1, 'months', 'criminal', '2028-03-01 00:00'),   -- 29 February
    ('2026-11-20 23:30+07', 1, 'working_days', 'office', '2026-11-24 00:00'), -- the day is Hanoi's, not UTC's
    ('2026-11-20 00:30+07', 1, 'working_days', 'office', '2026-11-24 00:00')) x(f, n, u, c, e);
SELECT is(core.is_working_day(d::date), w, d) FROM (VALUES ('2026-11-23', true), ('2026-11-24', false), ('2026-11-28', false), ('2026-11-29', false), ('2026-11-30', false), ('2026-12-05', true), ('2026-12-09', true)) x(d, w);

-- ── which deadline: the nearest category above, then the urgency, then any ──
INSERT INTO core.category (code, name, parent_id) SELECT 'ANTT.A', 'A', id FROM core.category WHERE code = 'ANTT';
INSERT INTO core.category (code, name, parent_id) SELECT 'ANTT.A.B', 'B', id FROM core.category WHERE code = 'ANTT.A';
DELETE FROM core.deadline WHERE stage = 'answer';
INSERT INTO core.deadline (category_id, urgency, stage, amount, unit) SELECT (SELECT id FROM core.category WHERE code = c), u, 'answer', n, 'hours'
FROM (VALUES (NULL, NULL, 1), (NULL, 'high', 2), ('ANTT', NULL, 3), ('ANTT', 'high', 4), ('ANTT.A', 'low', 5)) x(c, u, n);
SELECT is(extract(epoch FROM core.stage_due((SELECT id FROM core.category WHERE code = c), u, 'answer', 'epoch'))::int / 3600, n, format('%s, %s', c, u)) FROM (VALUES
    ('GIAI_DAP', 'low', 1), ('GIAI_DAP', 'high', 2), (NULL, 'high', 2), (NULL, 'low', 1), ('ANTT', 'low', 3), ('ANTT', 'high', 4), ('ANTT.A', 'low', 5), ('ANTT.A', 'high', 4), ('ANTT.A.B', 'low', 5),
    ('ANTT.A.B', 'medium', 3)) x(c, u, n);
SELECT is(core.stage_due(NULL, 'low', 'nothing', now()), NULL, 'a stage without a deadline does not burn');

-- ── the clocks of a case ──
SELECT t.at('2026-11-20 08:00+07') \g /dev/null
SELECT t.writes('an', 'Help', '{"urgency": "emergency"}') AS c \gset
CREATE FUNCTION t.clock(p_case bigint) RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', stage, to_char(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD HH24:MI'), 'window', to_char(window_until AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD HH24:MI'), 'burns', burns_clock,
        CASE WHEN isfinite(burns_at) THEN to_char(burns_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD HH24:MI') ELSE 'never' END) FROM core.case WHERE id = p_case
$$;
SELECT is(t.clock(:c), 'take_in 20 08:05 window 21 08:00 burns take_in 20 08:05', 'an emergency is taken in within five minutes');
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'claimed');
SELECT is(t.verb('officer1', :c, $$classify($c, $v, '{"category": "ANTT", "urgency": "high"}', $r)$$), 'ok', 'classified');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W1'))), 'ok', 'forwarded');
SELECT is(t.clock(:c), 'confirm 20 10:00 window 21 08:00 burns confirm 20 10:00', 'the unit has two hours to confirm what is urgent');
SELECT is(t.verb('unit1', :c, format('confirm(%s, $r)', t.assignment(:c, 'W1'))), 'ok', 'confirmed');
SELECT is(t.clock(:c), 'answer 20 12:00 window 21 08:00 burns answer 20 12:00', 'and four hours for ANTT and high');
UPDATE core.deadline SET amount = 100 WHERE category_id IS NOT NULL AND urgency = 'high';
SELECT is(t.verb('officer1', :c, $$classify($c, $v, '{"category": "ANTT", "urgency": "low"}', $r)$$), 'ok', 'less urgent');
SELECT is(t.clock(:c), 'answer 20 11:00 window 21 08:00 burns answer 20 11:00', 'its clock follows');
SELECT is(t.verb('officer1', :c, $$classify($c, $v, '{"category": "ANTT", "urgency": "high"}', $r)$$), 'ok', 'more urgent');
SELECT is(t.clock(:c), 'answer 24 12:00 window 21 08:00 burns window_24h 21 08:00', 'Facebook''s window burns first');
-- the window rolls from 24 hours to 7 days and shuts; each roll once
SELECT t.at('2026-11-21 07:59:59+07') \g /dev/null
SELECT t.run('gateway', 'SELECT intake.sweep()') \g /dev/null
SELECT is(t.clock(:c), 'answer 24 12:00 window 21 08:00 burns window_24h 21 08:00', 'a second before');
SELECT t.at('2026-11-21 08:00:01+07') \g /dev/null
SELECT is(t.run('gateway', 'SELECT intake.sweep()'), '1', 'a second after');
SELECT is(t.clock(:c), 'answer 24 12:00 window 27 08:00 burns answer 24 12:00', 'the window of seven days');
SELECT is(t.run('gateway', 'SELECT intake.sweep()'), '0', 'once');
SELECT t.at('2026-11-24 12:00:01+07') \g /dev/null
SELECT is(t.run('officer1', 'SELECT desk.inbox_counts() ->> ''overdue'''), '1', 'overdue is counted');
SELECT is(t.run('unit1', 'SELECT desk.inbox_counts() ->> ''overdue'''), (SELECT count(*)::text FROM core.assignment WHERE due_at < core.now()), 'at the unit, too');
SELECT t.at('2026-11-27 08:00:01+07') \g /dev/null
SELECT is(t.run('gateway', 'SELECT intake.sweep()'), '1', 'after seven days');
SELECT is(t.clock(:c), 'answer 24 12:00 window burns answer 24 12:00', 'no window is left');
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'claimed once more');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "too late"}'')'), 'TB422 window_closed', 'and nothing can be sent');
SELECT t.writes('an', 'Hello?') \g /dev/null
SELECT is(t.clock(:c), 'answer 24 12:00 window 28 08:00 burns answer 24 12:00', 'the citizen writes: it opens again, our own clock runs on');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "Here we are"}'')'), 'ok', 'an answer');
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(9, 60, ''g'')'), t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g'')', (SELECT id FROM core.outbox WHERE case_id = :c))) \g /dev/null
SELECT is(t.clock(:c), 'answer 24 12:00 window burns answer 24 12:00', 'answered: nobody waits at Facebook');
-- an older message that comes late moves no clock backwards; an answer given elsewhere stops it
SELECT t.writes('an', 'late', '{"sent_at": "2026-11-20T01:30:00Z"}') \g /dev/null
SELECT is((SELECT concat_ws(' ', last_message_at AT TIME ZONE 'Asia/Ho_Chi_Minh', awaiting_reply, last_words) FROM core.case WHERE id = :c), '2026-11-27 08:00:01 f Hello?', 'late and already answered');
SELECT t.writes('binh', 'Hi') AS c \gset
SELECT is((SELECT awaiting_reply FROM core.case WHERE id = :c), true, 'somebody waits');
SELECT t.later('1 minute') \g /dev/null
SELECT t.writes('binh', 'Hello, typed in Business Suite', '{"direction": "echo"}') \g /dev/null
SELECT is((SELECT concat_ws(' ', awaiting_reply, answered_elsewhere, window_until) FROM core.case WHERE id = :c), 'f t', 'answered from elsewhere, shown as such');
-- a comment has no window of 24 hours
SELECT t.comments('cuong', 'nice post') AS c \gset
SELECT is((SELECT window_until FROM core.case WHERE id = :c), NULL, 'comments have none');
-- numbers: a year of its own, without gaps, by Hanoi's year
SELECT t.at('2026-12-31 23:59:59+07') \g /dev/null
SELECT t.writes('y1', 'x') AS a \gset
SELECT t.at('2027-01-01 00:00:01+07') \g /dev/null
SELECT t.writes('y2', 'x') AS b, t.writes('y3', 'x') AS c \gset
SELECT is((SELECT string_agg(number, ' ' ORDER BY id) FROM core.case WHERE id IN (:a, :b, :c)), '26-' || lpad((SELECT last FROM core.case_counter WHERE year = 2026)::text, 6, '0') || ' 27-000001 27-000002', 'they begin anew with the year');
UPDATE core.case_counter SET last = 999999 WHERE year = 2027;
SELECT t.writes('y4', 'x') AS c \gset
SELECT is((SELECT number FROM core.case WHERE id = :c), '27-1000000', 'and are never cut off');
SELECT * FROM finish();
