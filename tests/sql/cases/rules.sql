-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rules propose and say why; they are tried before they are switched on; they never propose a unit behind the wall.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
CREATE FUNCTION t.rule(p_login text, p_row jsonb, p_seen int DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v_answer text := t.run(p_login, format('SELECT desk.save_rule(%L, %L, gen_random_uuid())', p_row, p_seen));
BEGIN
    IF v_answer ~ '^[0-9A-Z]{5} ' THEN RETURN v_answer; END IF;
    PERFORM set_config('t.answer', v_answer, false);
    RETURN 'ok';
END $$;
CREATE FUNCTION t.racing(p_more jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('name', 'Racing', 'conditions', '{"any_words": ["đua xe", "nẹt pô"]}'::jsonb,
        'proposal', jsonb_build_object('unit', t.unit('W1'), 'urgency', 'high', 'amount', 4, 'unit_of_time', 'hours')) || p_more
$$;

-- ── who writes rules, and what they may say ──
SELECT is(t.rule(l, t.racing()), 'TB403 role_may_not', l || ' writes no rule') FROM unnest('{officer1,unit1,leaver1}'::text[]) l;
SELECT is(t.rule('supervisor1', t.racing(m)), e, e || coalesce(' ' || (t.facts() ->> 'field'), '')) FROM (VALUES
    ('{"name": " "}'::jsonb, 'TB422 name_missing'), ('{"conditions": {}}', 'TB422 rule_without_condition'), ('{"conditions": null}', 'TB422 rule_without_condition'), ('{"proposal": {}}', 'TB422 rule_proposes_nothing'),
    ('{"conditions": {"any_words": []}}', 'TB422 rule_invalid'), ('{"conditions": {"any_words": ["!!"]}}', 'TB422 rule_invalid'), ('{"conditions": {"any_words": "x"}}', 'TB422 rule_invalid'),
    ('{"conditions": {"all_words": [1]}}', 'TB422 rule_invalid'), ('{"conditions": {"sql": "true"}}', 'TB422 rule_invalid'), ('{"conditions": {"category": "NONE"}}', 'TB422 rule_invalid'),
    ('{"conditions": {"area": "x"}}', 'TB422 rule_invalid'), ('{"conditions": {"channel": "telegram"}}', 'TB422 rule_invalid'), ('{"conditions": {"media": "smell"}}', 'TB422 rule_invalid'),
    ('{"conditions": {"track": "none"}}', 'TB422 rule_invalid'), ('{"proposal": {"unit": 99999}}', 'TB422 rule_invalid'), ('{"proposal": {"urgency": "now"}}', 'TB422 rule_invalid'),
    ('{"proposal": {"category": "NONE"}}', 'TB422 rule_invalid'), ('{"proposal": {"track": "none"}}', 'TB422 rule_invalid'), ('{"proposal": {"amount": 3}}', 'TB422 rule_invalid'),
    ('{"proposal": {"amount": 0, "unit_of_time": "hours"}}', 'TB422 rule_invalid'), ('{"proposal": {"amount": 1.5, "unit_of_time": "hours"}}', 'TB422 rule_invalid'),
    ('{"proposal": {"amount": 1, "unit_of_time": "moons"}}', 'TB422 rule_invalid'), ('{"proposal": {"person": 1}}', 'TB422 rule_invalid'), ('{"enabled": true}', 'TB409 dry_run_first')) v(m, e);
SELECT is((SELECT count(*) FROM core.rule), 0::bigint, 'nothing of it is kept');
SELECT is(t.rule('supervisor1', t.racing()), 'ok', 'a rule');
SELECT (t.answer() ->> 'id')::bigint AS r \gset
SELECT is(t.run('unit1', 'SELECT count(*) FROM ' || v), '0', 'a unit reads nothing of ' || v) FROM unnest('{desk.rules,core.rule,desk.rule_runs,core.rule_run}'::text[]) v;
SELECT is(t.run('officer1', 'SELECT name FROM desk.rules'), 'Racing', 'an officer does');

-- ── past traffic ──
SELECT t.writes('an', 'Có đua xe ở phường 1') AS a \gset
SELECT t.writes('binh', 'dua xe lai roi') AS b \gset
SELECT t.writes('cuong', 'Mất xe máy') AS c \gset
SELECT t.writes('dung', 'Nẹt pô suốt đêm') AS d \gset
SELECT t.must(t.verb('officer1', x, 'claim($c, $r)')), t.must(t.verb('officer1', x, 'classify($c, $v, ''{"category": "ANTT", "urgency": "medium"}'', $r)')) FROM unnest(ARRAY[:a, :b, :c]) x \g /dev/null
SELECT t.must(t.verb('officer1', :a, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W1')))), t.must(t.verb('officer1', :b, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W2')))) \g /dev/null
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "Không phải đua xe"}'')'), 'ok', 'our own words');

-- ── tried first ──
SELECT is(t.rule('supervisor1', t.racing(jsonb_build_object('id', :r, 'enabled', true)), 1), 'TB409 dry_run_first', 'not switched on untried');
SELECT is(t.run('unit1', format('SELECT desk.dry_run_rule(%s, now() - interval ''1 day'', now())', :r)), 'TB403 role_may_not', 'a unit tries nothing');
SELECT is(t.run('officer1', format('SELECT desk.dry_run_rule(%s, %L, %L)', :r, f, u)), 'TB422 time_not_possible', format('%s to %s', f, u)) FROM (VALUES
    (NULL, '2026-11-25'), ('2026-11-20', NULL), ('2026-11-25', '2026-11-20'), ('2020-01-01', '2026-11-25'), ('-infinity', '2026-11-25')) v(f, u);
SELECT is(t.run('officer1', 'SELECT desk.dry_run_rule(99999, ''2026-11-20'', ''2026-11-25'')'), 'TB404 rule_not_found', 'no such rule');
SELECT t.run('officer1', format('SELECT desk.dry_run_rule(%s, ''2026-11-20'', ''2026-11-25'')', :r)) AS run \gset
SELECT is((:'run')::jsonb - 'sample', '{"looked_at": 4, "matched": 3, "bounded": false, "walled": 0, "same_unit": 1, "other_unit": 1, "not_forwarded": 1, "same_urgency": 0, "other_urgency": 3,
    "same_category": 0, "other_category": 0, "same_track": 0, "other_track": 0, "revision": 1}', 'what it would have proposed, against what was done; our own words count for nothing');
SELECT is((SELECT string_agg(concat_ws(' ', s ->> 'id', s #>> '{did,unit}', s #>> '{would,unit}', s #>> '{did,urgency}', s #>> '{would,urgency}'), ', ') FROM jsonb_array_elements((:'run')::jsonb -> 'sample') s WHERE s ->> 'id' = :'b'),
    :'b' || ' Unit W2 Unit W1 medium high', 'case by case');
SELECT is((SELECT concat_ws('|', n.revision, p.login, n.counts ->> 'matched') FROM core.rule_run n JOIN core.person p ON p.id = n.person_id WHERE rule_id = :r), '1|officer1|3', 'the trial is kept');
SELECT is(t.run('officer1', format('SELECT desk.dry_run_rule(%s, ''2026-11-01'', ''2026-11-20'') ->> ''matched''', :r)), '0', 'nothing before there was anything');
SELECT is(t.run('officer1', format('SELECT jsonb_array_length(desk.propose(%s))', :d)), '0', 'a rule that is off proposes nothing');
SELECT is(t.rule('supervisor1', t.racing(jsonb_build_object('id', :r, 'enabled', true)), NULL), 'TB409 stale_revision', 'not by one who has not seen it');
SELECT is(t.rule('supervisor1', t.racing(jsonb_build_object('id', 99999)), 1), 'TB404 rule_not_found', 'no such rule');
SELECT is(t.rule('supervisor1', t.racing(jsonb_build_object('id', :r, 'enabled', true)), 1), 'ok', 'switched on after the trial, also of another person');
SELECT is(t.rule('supervisor1', t.racing(jsonb_build_object('id', :r, 'enabled', true, 'proposal', jsonb_build_object('urgency', 'emergency'))), 2), 'TB409 dry_run_first', 'other words are another rule: to be tried again');
SELECT is(t.rule('supervisor1', t.racing(jsonb_build_object('id', :r, 'enabled', true, 'conditions', '{"any_words": ["xe"]}'::jsonb)), 2), 'TB409 dry_run_first', 'other conditions, too');
SELECT is(t.rule('supervisor1', t.racing(jsonb_build_object('id', :r, 'name', 'Street racing', 'position', 3, 'enabled', true)), 2), 'ok', 'another name is not');
SELECT is((SELECT concat_ws('|', name, position, enabled, revision, worded_in) FROM core.rule WHERE id = :r), 'Street racing|3|t|3|1', 'it stays on');

-- ── proposed, with why ──
SELECT is(t.run('unit1', format('SELECT desk.propose(%s)', :d)), 'TB403 role_may_not', 'a unit is proposed nothing');
SELECT is(t.run('officer1', 'SELECT desk.propose(99999)'), 'TB404 case_not_found', 'no case');
SELECT t.run('officer1', format('SELECT desk.propose(%s)', :d)) AS p \gset
SELECT is((:'p')::jsonb #>> '{0,name}', 'Street racing', 'the rule speaks');
SELECT is((:'p')::jsonb #>> '{0,proposal,unit_name}', 'Unit W1', 'for a unit');
SELECT is(((:'p')::jsonb #>> '{0,proposal,due_at}')::timestamptz, core.due(core.now(), 4, 'hours'), 'and a time');
SELECT is((:'p')::jsonb #> '{0,because}', '[{"what": "word", "word": "nẹt pô"}]', 'because of the word that is there');
SELECT is(t.run('officer1', format('SELECT jsonb_array_length(desk.propose(%s))', :c)), '0', 'our own words propose nothing');
-- every condition must hold
SELECT is(t.rule('admin1', jsonb_build_object('name', 'Narrow', 'conditions', jsonb_build_object('all_words', '["đua xe", "phường 1"]'::jsonb, 'category', 'ANTT', 'channel', 'messenger', 'media', 'none'),
    'proposal', '{"track": "phan_anh_kien_nghi", "category": "ANTT"}'::jsonb)), 'ok', 'a narrow one');
SELECT (t.answer() ->> 'id')::bigint AS n \gset
SELECT is(t.run('admin1', format('SELECT desk.dry_run_rule(%s, ''2026-11-20'', ''2026-11-25'') ->> ''matched''', :n)), '1', 'fits one');
SELECT is(t.rule('admin1', (SELECT jsonb_build_object('id', id, 'name', name, 'enabled', true, 'conditions', conditions, 'proposal', proposal) FROM core.rule WHERE id = :n), 1), 'ok', 'on');
SELECT is(t.run('officer1', format('SELECT desk.propose(%s) #>> ''{0,proposal,track_name_en}''', :a)), 'Reflection or recommendation', 'comes first, being first in order');
SELECT is(t.run('officer1', format('SELECT string_agg(b ->> ''what'', '' '' ORDER BY n) FROM jsonb_array_elements(desk.propose(%s) #> ''{0,because}'') WITH ORDINALITY x(b, n)', :a)), 'word word category channel media', 'with each reason');
SELECT is(t.run('officer1', format('SELECT jsonb_array_length(desk.propose(%s))', :b)), '1', 'and does not fit where a word is missing');
-- without words: by the rest alone
SELECT is(t.rule('admin1', '{"name": "Comments", "conditions": {"channel": "comment"}, "proposal": {"urgency": "low"}}'), 'ok', 'a rule without words');
SELECT t.comments('hanh', 'Cảm ơn các anh') AS k \gset
SELECT is(t.run('officer1', format('SELECT x ->> ''matched'' || '' of '' || (x ->> ''looked_at'') FROM (SELECT desk.dry_run_rule(%s, ''2026-11-20'', ''2026-11-25'') AS x) y', (t.answer() ->> 'id'))), '1 of 5', 'fits the comment alone');

-- a trial that could not look at everything says so, also when few cases are left of it
INSERT INTO search.message_text SELECT (SELECT min(m.id) FROM core.message m WHERE m.case_id = :c), :c, core.now(), search.lexemes('dua xe') FROM generate_series(1, 20000);
SELECT is(t.run('officer1', format('SELECT desk.dry_run_rule(%s, ''2026-11-20'', ''2026-11-25'') ->> ''bounded''', :r)), 'true', 'more messages than are looked at: it is said');
DELETE FROM search.message_text WHERE message_id = (SELECT min(m.id) FROM core.message m WHERE m.case_id = :c) AND case_id = :c;

-- ── never over the wall ──
SELECT is(t.verb('officer1', :d, 'claim($c, $r)'), 'ok', 'the racing case');
SELECT is(t.verb('officer1', :d, format('classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high", "about_unit": %s}'', $r)', t.unit('D1'))), 'ok', 'turns out to be about D1, above W1');
SELECT t.run('officer1', format('SELECT desk.propose(%s)', :d)) AS p \gset
SELECT is((:'p')::jsonb #> '{0,proposal}' ? 'unit', false, 'W1 is not proposed');
SELECT is((:'p')::jsonb #>> '{0,proposal,urgency}', 'high', 'the rest of the rule is');
SELECT is(position('W1' IN :'p'), 0, 'its name stands nowhere');
SELECT is(t.run('officer1', format('SELECT (x ->> ''walled'') || '' '' || (x ->> ''not_forwarded'') FROM (SELECT desk.dry_run_rule(%s, ''2026-11-20'', ''2026-11-25'') AS x) y', :r)), '1 0', 'the trial counts it apart');
SELECT is(t.verb('officer1', :d, 'classify($c, $v, ''{"category": "TAC_PHONG", "urgency": "high", "about_unit": null}'', $r)'), 'ok', 'about nobody yet');
SELECT is(t.run('officer1', format('SELECT desk.propose(%s) #> ''{0,proposal}'' ? ''unit''', :d)), 'f', 'a complaint about nobody goes only where its category goes');

-- ── off, away, and twice the same request ──
SELECT t.run('supervisor1', format('SELECT desk.save_rule(%L, 3, ''00000000-0000-7000-8000-000000000001'')', t.racing(jsonb_build_object('id', :r)))) AS first \gset
SELECT is(t.run('supervisor1', format('SELECT desk.save_rule(%L, 3, ''00000000-0000-7000-8000-000000000001'')', t.racing(jsonb_build_object('id', :r)))), :'first', 'the same request answers the same');
SELECT is((SELECT concat_ws('|', enabled, revision) FROM core.rule WHERE id = :r), 'f|4', 'switched off once');
SELECT is(t.run('officer1', format('SELECT jsonb_array_length(desk.propose(%s))', :d)), '0', 'it is silent');
SELECT is(t.rule('supervisor1', t.racing(jsonb_build_object('id', :r, 'retired', true, 'enabled', true)), 4), 'ok', 'taken away');
SELECT is((SELECT concat_ws('|', enabled, retired) FROM core.rule WHERE id = :r), 'f|t', 'for good');
SELECT throws_ok('DELETE FROM core.rule_run', 'TB403'::char(5), NULL::text, 'what was tried stays written');
SELECT is((SELECT count(*) FROM core.audit WHERE verb = 'dry_run_rule'), (SELECT count(*) FROM core.rule_run), 'each trial is in the book');
SELECT * FROM finish();
