-- SPDX-License-Identifier: GPL-3.0-or-later
-- Golden terms over the official table of days: Tết 2027, 2 September, swap Saturdays, half days, month ends; and what a change of the table moves.
INSERT INTO core.holiday (day, kind, name, works_until) VALUES
    ('2026-08-22', 'swap_work', 'Làm bù cho 31/8', NULL), ('2026-08-31', 'swap_off', 'Hoán đổi', NULL), ('2026-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', NULL), ('2026-09-02', 'holiday', 'Quốc khánh', NULL),
    ('2026-11-24', 'to_confirm', 'Ngày Văn hóa Việt Nam', NULL), ('2026-12-31', 'half_day', 'Tổng kết năm', NULL), ('2027-01-01', 'holiday', 'Tết Dương lịch', NULL), ('2027-03-04', 'half_day', 'Họp', '10:30')
ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, works_until = excluded.works_until;
CREATE FUNCTION t.golden(p_what text, p_terms text) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT is(to_char(core.due((x[1] || '+07')::timestamptz, x[2]::int, x[3], x[4]) AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI'), x[5], format('%s: %s %s (%s) from %s', p_what, x[2], x[3], x[4], x[1]))
    FROM (SELECT string_to_array(btrim(line), ' | ') AS x FROM regexp_split_to_table(btrim(p_terms, E'\n '), E'\n') line) y
$$;

SELECT t.golden('2 September 2026', $$
2026-08-28 09:00 | 1 | working_days | office | 2026-09-04 00:00
2026-08-28 09:00 | 2 | working_days | office | 2026-09-05 00:00
2026-08-28 09:00 | 4 | days | duty | 2026-09-04 00:00
2026-08-28 09:00 | 4 | days | criminal | 2026-09-02 00:00
2026-08-28 16:30 | 2 | hours | office | 2026-09-03 09:00
2026-08-28 16:30 | 120 | hours | duty | 2026-09-02 16:30
2026-08-28 16:30 | 24 | hours | criminal | 2026-08-29 16:30
2026-08-02 09:00 | 1 | months | office | 2026-09-04 00:00
2026-08-02 09:00 | 1 | months | criminal | 2026-09-04 00:00$$);
SELECT t.golden('the swap Saturday of 22 August', $$
2026-08-21 09:00 | 1 | working_days | office | 2026-08-23 00:00
2026-08-21 16:30 | 2 | hours | office | 2026-08-22 09:00
2026-08-21 09:00 | 1 | days | duty | 2026-08-23 00:00
2026-08-20 09:00 | 3 | working_days | office | 2026-08-25 00:00$$);
SELECT t.golden('month ends', $$
2026-08-31 09:00 | 6 | months | office | 2027-03-02 00:00
2027-01-31 09:00 | 1 | months | office | 2027-03-02 00:00
2028-01-31 09:00 | 1 | months | office | 2028-03-01 00:00
2027-03-31 09:00 | 1 | months | criminal | 2027-05-01 00:00
2026-12-31 23:59 | 2 | months | criminal | 2027-03-02 00:00$$);
SELECT t.golden('several periods a day, nights, ends of weeks', $$
2026-10-07 11:30 | 1 | hours | office | 2026-10-07 14:00
2026-10-07 12:00 | 30 | minutes | office | 2026-10-07 14:00
2026-10-07 08:00 | 4 | hours | office | 2026-10-07 12:00
2026-10-07 08:00 | 241 | minutes | office | 2026-10-07 13:31
2026-10-07 17:30 | 1 | hours | office | 2026-10-08 09:00
2026-10-09 17:29 | 2 | minutes | office | 2026-10-12 08:01
2026-10-11 10:00 | 1 | hours | office | 2026-10-12 09:00
2026-10-07 03:00 | 40 | hours | office | 2026-10-13 17:30
2026-10-07 22:00 | 8 | hours | duty | 2026-10-08 06:00$$);
SELECT t.golden('half days', $$
2026-12-31 10:00 | 3 | hours | office | 2027-01-04 09:00
2026-12-31 12:01 | 1 | hours | office | 2027-01-04 09:00
2026-12-30 09:00 | 1 | working_days | office | 2027-01-01 00:00
2027-03-04 08:00 | 3 | hours | office | 2027-03-05 08:30$$);
SELECT t.golden('what is only announced stops nothing', $$
2026-11-23 09:00 | 1 | working_days | office | 2026-11-25 00:00
2027-02-04 15:30 | 1 | working_days | office | 2027-02-06 00:00$$);

-- ── Tết 2027 is decided: an administrator enters it, and what was due meanwhile moves ──
UPDATE core.setting SET value = '86400' WHERE key = 'lease_seconds';
INSERT INTO core.deadline (category_id, urgency, stage, amount, unit, calendar) SELECT id, 'low', 'answer', 3, 'working_days', 'office' FROM core.category WHERE code = 'ANTT';
INSERT INTO core.deadline (category_id, urgency, stage, amount, unit, calendar) SELECT id, 'high', 'answer', 72, 'hours', 'duty' FROM core.category WHERE code = 'ANTT';
SELECT t.at('2027-02-04 15:30+07') \g /dev/null
SELECT t.forwarded('an', 'officer1', 'W1', '{"urgency": "low"}') AS slow, t.forwarded('binh', 'officer1', 'W2', '{"urgency": "high"}') AS fast, t.classified('cuong', 'officer1', '{"urgency": "low"}') AS chosen \gset
SELECT is(t.verb('officer1', :chosen, format('forward($c, $v, ''[{"unit": %s, "lead": true, "due_at": "2027-02-09T10:00:00+07:00"}]'', ''By hand'', $r)', t.unit('W1'))), 'ok', 'one due date was chosen by hand');
UPDATE core.assignment SET due_by_hand = true WHERE case_id = :chosen;
SELECT is(t.verb('unit1', :slow, format('confirm(%s, $r)', t.assignment(:slow, 'W1'))), 'ok', 'confirmed');
SELECT is(t.verb('unit2', :fast, format('confirm(%s, $r)', t.assignment(:fast, 'W2'))), 'ok', 'confirmed');
SELECT is(t.verb('unit1', :chosen, format('confirm(%s, $r)', t.assignment(:chosen, 'W1'))), 'ok', 'confirmed');
CREATE FUNCTION t.due(p_case bigint) RETURNS text LANGUAGE sql AS $$ SELECT to_char(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') FROM core.case WHERE id = p_case $$;
SELECT is(t.due(:slow), '2027-02-10 00:00', 'three working days, while Tết is only announced');
CREATE FUNCTION t.day(p_login text, p_row jsonb) RETURNS text LANGUAGE sql AS $$ SELECT t.verb(p_login, NULL, format('save_holiday(%L, NULL, $r)', p_row)) $$;
SELECT is(t.day('admin1', jsonb_build_object('date', d, 'kind', k, 'name', 'Tết Nguyên đán Đinh Mùi')), 'ok', d || ' is off') FROM (VALUES ('2027-02-05', 'holiday'), ('2027-02-06', 'holiday'), ('2027-02-07', 'holiday'),
    ('2027-02-08', 'holiday'), ('2027-02-09', 'holiday'), ('2027-02-10', 'holiday'), ('2027-02-11', 'holiday')) x(d, k);
SELECT is((t.answer() ->> 'moved')::int, 1, 'the last day entered moved one case');
SELECT is(t.answer() #>> '{cases,0,number}', (SELECT number FROM core.case WHERE id = :slow), 'and says which');
SELECT is(t.due(:slow), '2027-02-17 00:00', 'Friday 12, Monday 15, Tuesday 16');
SELECT is(t.due(:fast), '2027-02-07 15:30', 'hours run through Tết');
SELECT is(t.due(:chosen), '2027-02-09 10:00', 'what an officer chose by hand stays');
SELECT is((SELECT g.due_at FROM core.charge g WHERE g.case_id = :slow AND g.to_at IS NULL), (SELECT due_at FROM core.case WHERE id = :slow), 'the ledger follows');
SELECT cmp_ok((SELECT count(*) FROM core.due_move WHERE case_id = :slow), '>=', 3::bigint, 'each move is written down');
SELECT is((SELECT string_agg(DISTINCT p.login, ',') FROM core.due_move m JOIN core.person p ON p.id = m.person_id WHERE case_id = :slow), 'admin1', 'with who caused it');
SELECT t.golden('Tết 2027', $$
2027-02-04 15:30 | 1 | working_days | office | 2027-02-13 00:00
2027-02-04 15:30 | 4 | hours | office | 2027-02-12 10:00
2027-02-04 15:30 | 5 | days | duty | 2027-02-13 00:00
2027-02-04 15:30 | 5 | days | criminal | 2027-02-10 00:00
2027-01-05 15:30 | 1 | months | criminal | 2027-02-13 00:00
2027-02-05 22:00 | 24 | hours | duty | 2027-02-06 22:00$$);
SELECT is((t.run('officer1', 'SELECT desk.term(''2027-02-04 15:30+07'', 1, ''working_days'', ''office'')')::jsonb -> 'skipped'), (SELECT jsonb_agg(jsonb_build_object('date', d::date, 'why', 'holiday: Tết Nguyên đán Đinh Mùi') ORDER BY d)
    FROM generate_series('2027-02-05'::timestamp, '2027-02-11', '1 day') d), 'the days passed over are named, with why');
SELECT is(t.verb('admin1', NULL, 'forget_holiday(''2027-02-11'', $r)'), 'ok', 'a day entered by mistake is taken out');
SELECT is(t.due(:slow), '2027-02-16 00:00', 'and the due date comes back');
-- the hours of units change: shorter afternoons
SELECT t.forwarded('dung', 'officer1', 'W1', '{"urgency": "medium"}') AS hours \gset
INSERT INTO core.deadline (category_id, urgency, stage, amount, unit, calendar) SELECT id, 'medium', 'answer', 4, 'hours', 'office' FROM core.category WHERE code = 'ANTT';
SELECT is(t.verb('unit1', :hours, format('confirm(%s, $r)', t.assignment(:hours, 'W1'))), 'ok', 'confirmed');
SELECT is(t.verb('admin1', NULL, $$save_calendar('{"code": "office", "name": "Giờ hành chính", "kind": "office", "periods": [{"weekday": 4, "from": "08:00", "to": "12:00"}, {"weekday": 4, "from": "13:00", "to": "16:00"}, {"weekday": 5, "from": "08:00", "to": "09:00"}, {"weekday": 1, "from": "08:00", "to": "12:00"}]}', 1, $r)$$), 'ok', 'new hours');
SELECT is(t.due(:hours), '2027-02-11 11:30', 'half an hour on this Thursday, the rest on the next');
SELECT is((t.answer() ->> 'moved')::int, 1, 'the administrator is told');

SELECT is(t.run(l, 'SELECT core.due(''2026-10-07 08:00+07'', 4, ''hours'', ''office'')'), '2026-10-08 12:00:00+07', l || ' may ask when a term ends') FROM unnest('{officer1,unit1}'::text[]) l;

-- ── refusals ──
SELECT is(t.verb('admin1', NULL, $$save_calendar('{"code": "office", "name": "x", "kind": "office", "periods": [{"weekday": 1, "from": "08:00", "to": "12:00"}]}', 1, $r)$$), 'TB409 stale_revision', 'somebody else was faster');
SELECT is(t.verb('admin1', NULL, $$save_calendar('{"code": "office", "name": "x", "kind": "office", "periods": []}', 2, $r)$$), 'TB422 calendar_invalid', 'office hours without hours');
SELECT is(t.verb('admin1', NULL, $$save_calendar('{"code": "office", "name": "x", "kind": "office", "periods": [{"weekday": 1, "from": "08:00", "to": "12:00"}, {"weekday": 1, "from": "11:00", "to": "13:00"}]}', 2, $r)$$), 'TB422 periods_overlap', 'periods that overlap');
SELECT is(t.verb('admin1', NULL, $$save_calendar('{"code": "office", "name": "x", "kind": "office", "periods": [{"weekday": 1, "from": "12:00", "to": "08:00"}]}', 2, $r)$$), 'TB422 calendar_invalid', 'a period that ends before it begins');
SELECT is(t.verb('admin1', NULL, 'forget_holiday(''2031-01-01'', $r)'), 'TB404 day_not_found', 'no such day');
SELECT is(t.run('officer1', 'SELECT desk.term(now(), 0, ''hours'', ''duty'')'), 'TB422 term_invalid', 'no term');
SELECT is(t.run('officer1', 'SELECT desk.term(now(), 5, ''weeks'', ''duty'')'), 'TB422 term_invalid', 'no unit');
SELECT is(t.run('officer1', 'SELECT desk.term(now(), 5, ''hours'', ''lunar'')'), 'TB422 calendar_unknown', 'no calendar');
SELECT is(t.verb(l, NULL, c), 'TB403 role_may_not', format('%s may not %s', l, c)) FROM unnest('{officer1,unit1,supervisor1}'::text[]) l,
    unnest(ARRAY['save_calendar(''{}'', NULL, $r)', 'save_holiday(''{"date": "2027-05-05", "kind": "holiday"}'', NULL, $r)', 'forget_holiday(''2027-02-05'', $r)', 'save_rung(''{"code": "50"}'', 1, $r)',
        'save_legal_track(''{"code": "x", "name": "x"}'', $r)']) c;
SELECT is(t.verb(l, NULL, 'save_unit_head(''{"unit": "W1", "name": "Me"}'', NULL, $r)'), 'TB403 role_may_not', l || ' names no head') FROM unnest('{officer1,unit1,boss1}'::text[]) l;
SELECT * FROM finish();
