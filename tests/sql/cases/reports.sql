-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reports: what they hold, made once by the clock whoever asks, kept as they were.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
UPDATE core.report_schedule SET since = '2026-11-24 00:00+07';
SELECT t.forwarded('an', 'officer1', 'W1') AS a, t.answered('binh', 'officer1', 'W2', 'unit2') AS b, t.comments('cuong', 'Hỏi') AS c \gset
SELECT t.verb('officer1', :b, 'reply($c, $v, $r, ''{"text": "xong", "final": true}'')') \g /dev/null
CREATE FUNCTION t.section(p_data jsonb, p_metric text, p_by text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT s FROM jsonb_array_elements(p_data -> 'sections') s WHERE s ->> 'metric' = p_metric AND s ->> 'by' IS NOT DISTINCT FROM p_by
$$;

-- ── on demand ──
SELECT is(t.run('officer1', 'SELECT desk.make_report(''daily'', ''2026-11-24'', gen_random_uuid()) ->> ''id'''), '1', 'made on demand');
SELECT data AS data FROM core.report WHERE id = 1 \gset
SELECT is(t.section(:'data', 'intake', NULL) #>> '{now,rows,0,n}', '3', 'it counts what came in');
SELECT is((SELECT string_agg(c ->> 'channel' || ' ' || (c ->> 'n'), ', ') FROM jsonb_array_elements(:'data'::jsonb -> 'channels') c), 'messenger 2, comment 1', 'by channel');
SELECT is((SELECT sum((r ->> 'n')::int) FROM jsonb_array_elements(t.section(:'data', 'intake', 'category') #> '{now,rows}') r), 3::bigint, 'by category the same number');
SELECT is(t.section(:'data', 'intake', NULL) -> 'before' -> 'rows', '[]'::jsonb, 'the day before has its place');
SELECT is((t.section(:'data', 'intake', 'category') -> 'now') - 'by', (t.run('officer1', 'SELECT desk.metric(''intake'', ''2026-11-24 00:00+07'', ''2026-11-25 00:00+07'', ''category'')')::jsonb) - '{by,unit,from,to}'::text[], 'the numbers are those of the metric');
SELECT ok(jsonb_array_length(:'data'::jsonb -> 'sections') >= 20 AND NOT EXISTS (SELECT FROM jsonb_array_elements(:'data'::jsonb -> 'sections') s WHERE s #>> '{now,definition_vi}' IS NULL), 'every section says what it counts');
SELECT is((SELECT sha256 = encode(sha256(convert_to(data::text, 'UTF8')), 'hex') FROM core.report WHERE id = 1), true, 'under a hash');
SELECT throws_ok('UPDATE core.report SET data = ''{}''', 'TB403'::char(5), 'append_only'::text, 'and stays');
SELECT is(t.run('officer1', format('SELECT desk.make_report(%L, %L, gen_random_uuid())', k, d)), e, e || ' ' || concat_ws(' ', k, d)) FROM (VALUES
    ('yearly', '2026-11-24', 'TB422 kind_unknown'), (NULL, '2026-11-24', 'TB422 kind_unknown'), ('daily', '2026-11-25', 'TB422 period_invalid'), ('daily', NULL, 'TB422 period_invalid'), ('weekly', '2026-11-30', 'TB422 period_invalid')) v(k, d, e);
SELECT is(t.run('unit1', sql), e, 'a unit: ' || sql) FROM (VALUES ('SELECT desk.make_report(''daily'', ''2026-11-24'', gen_random_uuid())', 'TB403 role_may_not'), ('SELECT desk.read_report(''daily'', ''2026-11-24'')', 'TB403 role_may_not'),
    ('SELECT count(*) FROM desk.reports', '0'), ('SELECT count(*) FROM core.report', '0'), ('SELECT count(*) FROM desk.report_schedules', '0')) v(sql, e);
SELECT is(t.run('officer1', 'SELECT concat_ws('' '', x ->> ''id'', x ->> ''kind'') FROM desk.read_report(''weekly'', ''2026-11-26'') x'), 'weekly', 'the week that is not over is read without being kept');
SELECT is((SELECT (data ->> 'from') || ' ' || (data ->> 'before_from') FROM (SELECT core.report_data('monthly', '2026-03-31') AS data) x), '2026-03-01T00:00:00+07:00 2026-02-01T00:00:00+07:00', 'a month is compared with the month before');

-- ── by the clock ──
SELECT is(t.run('gateway', 'SELECT intake.make_reports()'), '0', 'not before its hour');
SELECT t.at('2026-11-25 06:29+07') \g /dev/null
SELECT is(t.run('gateway', 'SELECT intake.make_reports()'), '0', 'not a minute before');
SELECT t.at('2026-11-25 06:30+07') \g /dev/null
SELECT is(t.run('gateway', 'SELECT intake.make_reports()'), '1', 'at half past six the day');
SELECT is(t.run('gateway', 'SELECT intake.make_reports()'), '0', 'once');
SELECT is((SELECT string_agg(p.login, ' ' ORDER BY p.login) FROM core.notice n JOIN core.notice_person x ON x.notice_id = n.id JOIN core.person p ON p.id = x.person_id WHERE n.kind = 'report'), 'supervisor1 supervisor2', 'supervisors are told');
SELECT is(t.run('officer1', 'SELECT (desk.read_report(''daily'', ''2026-11-24'') ->> ''id'')'), (SELECT id::text FROM core.report WHERE scheduled), 'from then on it is the report of that day');
SELECT t.at('2026-12-03 09:00+07') \g /dev/null
SELECT is(t.run('gateway', 'SELECT intake.make_reports()'), '10', 'after a week off line all that were missed: eight days, a week, a month');
SELECT is((SELECT string_agg(kind || ' ' || n, ', ' ORDER BY kind) FROM (SELECT kind, count(*) AS n FROM core.report WHERE scheduled GROUP BY kind) x), 'daily 9, monthly 1, weekly 1', 'each once');
SELECT throws_ok('INSERT INTO core.report (kind, from_at, to_at, data, sha256, scheduled, made_at) SELECT kind, from_at, to_at, data, sha256, true, now() FROM core.report WHERE scheduled LIMIT 1', '23505'::char(5), NULL::text, 'the table itself takes no twin');

-- two gateways in the same moment: one does it, the other goes on with its work
SELECT t.at('2026-12-04 07:00+07') \g /dev/null
SELECT t.run('gateway', 'BEGIN', 'g1'), t.run('gateway', 'SELECT intake.make_reports()', 'g1') AS one, t.run('gateway', 'SELECT intake.make_reports()', 'g2') AS other, t.run('gateway', 'COMMIT', 'g1') \gset x_
SELECT is(:'x_one' || ' ' || :'x_other', '1 0', 'one report, by one of them');

-- ── when ──
SELECT is(t.verb('officer1', NULL, 'set_report_schedule(''daily'', 1, ''{"enabled": false}'', $r)'), 'TB403 role_may_not', 'officers do not say when');
SELECT is(t.verb('supervisor1', NULL, 'set_report_schedule(''daily'', 1, ''{"at_time": "25:00"}'', $r)'), 'TB422 time_not_possible', 'an hour of the day');
SELECT is(t.verb('supervisor1', NULL, 'set_report_schedule(''daily'', 7, ''{"at_time": "05:00"}'', $r)'), 'TB409 stale_revision', 'as it was seen');
SELECT is(t.verb('supervisor1', NULL, 'set_report_schedule(''daily'', 1, ''{"enabled": false}'', $r)'), 'ok', 'off');
SELECT t.later('1 day') \g /dev/null
SELECT is(t.run('gateway', 'SELECT intake.make_reports()'), '0', 'nothing is made');
SELECT is(t.verb('supervisor1', NULL, 'set_report_schedule(''daily'', 2, ''{"enabled": true, "at_time": "05:00"}'', $r)'), 'ok', 'on again');
SELECT is(t.run('gateway', 'SELECT intake.make_reports()'), '0', 'it does not make up for what it slept through');
SELECT t.later('1 day') \g /dev/null
SELECT is(t.run('gateway', 'SELECT intake.make_reports()'), '1', 'but goes on');
SELECT is((SELECT first_fault FROM core.verify_audit()), NULL, 'the chain holds');
SELECT * FROM finish();
