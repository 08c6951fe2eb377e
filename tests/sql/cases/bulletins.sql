-- SPDX-License-Identifier: GPL-3.0-or-later
-- A post: written by one, approved by another, published once; nobody approves their own in any way.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
CREATE FUNCTION t.post(p_login text, p_call text, p_post bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v_answer text := t.run(p_login, 'SELECT desk.' || replace(replace(replace(p_call, '$b', coalesce(p_post::text, 'NULL')), '$v', coalesce((SELECT revision::text FROM core.bulletin WHERE id = p_post), 'NULL')),
        '$r', quote_literal(gen_random_uuid())));
BEGIN
    IF v_answer ~ '^[0-9A-Z]{5} ' THEN
        RETURN v_answer;
    END IF;
    PERFORM set_config('t.answer', v_answer, false);
    RETURN v_answer::jsonb ->> 'state';
END $$;
CREATE FUNCTION t.written(p_login text, p_fields jsonb DEFAULT '{}') RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    PERFORM t.post(p_login, format('save_bulletin($b, $v, %L, $r)', '{"source_text": "A warning", "post_text": "A warning", "source": "PORTAL", "source_url": "https://portal.example/1"}'::jsonb || p_fields), NULL);
    RETURN t.answer() ->> 'id';
END $$;

-- ── the straight road ──
SELECT t.answered('an', 'officer1', 'W1', 'unit1') AS c \gset
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "done", "final": true}'')'), 'ok', 'a case is released');
SELECT t.written('officer1', jsonb_build_object('source', 'RESULT', 'case', :c)) AS b \gset
SELECT is(t.post('officer1', 'submit_bulletin($b, $v, $r)', :b), 'submitted', 'submitted');
SELECT is(t.post('supervisor1', 'approve_bulletin($b, $v, $r)', :b), 'approved', 'approved by another');
SELECT is(t.post('officer1', 'publish_bulletin($b, $v, ''10000000-0000-7000-8000-000000000001'')', :b), 'approved', 'to be published now');
SELECT is(t.post('officer1', 'publish_bulletin($b, $v, ''10000000-0000-7000-8000-000000000002'')', :b), 'TB409 already_leaving', 'not twice');
SELECT is(t.post('officer1', 'save_bulletin($b, $v, ''{}'', $r)', :b), 'TB409 already_leaving', 'nor changed on its way');
SELECT is(t.run('gateway', 'SELECT string_agg(concat_ws('' '', j ->> ''kind'', j #>> ''{bulletin,text}''), '''') FROM intake.take_outbox(9, 60, ''g'') j WHERE j ->> ''kind'' = ''post'''), 'post A warning', 'the gateway takes it');
SELECT is((SELECT state FROM core.bulletin WHERE id = :b), 'publishing', 'publishing');
SELECT is(t.post('officer1', 'withdraw_bulletin($b, $v, ''oh no'', $r)', :b), 'TB409 wrong_state', 'too late to withdraw');
SELECT is(t.run('gateway', 'SELECT intake.outbox_sent(''10000000-0000-7000-8000-000000000001'', ''g'', ''{"platform_id": "1_2", "permalink": "https://facebook.example/1_2"}'')'), 't', 'it is out');
SELECT is((SELECT concat_ws(' ', state, permalink, platform_id) FROM core.bulletin WHERE id = :b), 'published https://facebook.example/1_2 1_2', 'with its address');
SELECT is((SELECT concat_ws(' ', status, published_at IS NOT NULL) FROM core.case WHERE id = :c), 'published t', 'and its case is published');
SELECT is((SELECT string_agg(verb, ' ' ORDER BY id) FROM core.bulletin_event WHERE bulletin_id = :b), 'save_bulletin submit_bulletin approve_bulletin publish_bulletin published', 'every step is kept');

-- ── second pair of eyes ──
SELECT t.written('supervisor1') AS b \gset
SELECT is(t.post('officer1', 'submit_bulletin($b, $v, $r)', :b), 'submitted', 'written by a supervisor, submitted by an officer');
SELECT is(t.post('supervisor1', 'approve_bulletin($b, $v, $r)', :b), 'TB403 second_person_needed', 'the author does not approve');
SELECT is(t.post('officer1', 'approve_bulletin($b, $v, $r)', :b), 'TB403 role_may_not', 'an officer approves nothing');
SELECT is(t.post('supervisor2', 'approve_bulletin($b, $v, $r)', :b), 'approved', 'another supervisor does');
SELECT t.written('officer1') AS b \gset
SELECT is(t.post('supervisor1', 'save_bulletin($b, $v, ''{"source_text": "Changed", "post_text": "Changed", "source": "PORTAL", "source_url": "https://portal.example/1"}'', $r)', :b), 'draft', 'changed by a supervisor');
SELECT is(t.post('officer1', 'submit_bulletin($b, $v, $r)', :b), 'submitted', 'submitted by its author');
SELECT is(t.post('supervisor1', 'approve_bulletin($b, $v, $r)', :b), 'TB403 second_person_needed', 'who changed it does not approve');
SELECT t.written('officer1') AS b \gset
SELECT is(t.post('supervisor1', 'submit_bulletin($b, $v, $r)', :b), 'submitted', 'submitted by a supervisor');
SELECT is(t.post('supervisor1', 'approve_bulletin($b, $v, $r)', :b), 'TB403 second_person_needed', 'who submitted it does not approve');
SELECT is(t.post('officer1', 'publish_bulletin($b, $v, $r)', :b), 'TB409 wrong_state', 'not approved, not published');
-- approved, then changed: the approval is gone
SELECT is(t.post('supervisor2', 'approve_bulletin($b, $v, $r)', :b), 'approved', 'approved');
SELECT is(t.post('officer1', 'save_bulletin($b, $v, ''{"source_text": "Other words", "post_text": "Other words", "source": "PORTAL", "source_url": "https://portal.example/1"}'', $r)', :b), 'draft', 'changing the words');
SELECT is((SELECT concat_ws(' ', submitted_by, approved_by) FROM core.bulletin WHERE id = :b), '', 'takes back submission and approval');
SELECT is(t.post('officer1', 'publish_bulletin($b, $v, $r)', :b), 'TB409 wrong_state', 'so it is not published');
-- the table itself refuses what a faulty verb would write
SELECT throws_ok(format('UPDATE core.bulletin SET state = ''approved'', submitted_by = author_id, approved_by = %s WHERE id = %s', x, :b), '23514'::char(5), NULL::text, 'the table refuses ' || x) FROM unnest('{author_id,changed_by,submitted_by,"NULL"}'::text[]) x;
SELECT throws_ok(format('UPDATE core.bulletin SET state = ''published'' WHERE id = %s', :b), '23514'::char(5), NULL::text, 'nothing is published that was not approved');

-- ── what is not submitted ──
SELECT is(t.post('officer1', 'submit_bulletin($b, $v, $r)', t.written('officer1', f)), e, e || ' ' || f::text) FROM (VALUES
    ('{"post_text": ""}'::jsonb, 'TB422 text_missing'), ('{"source": null}', 'TB422 source_missing'), ('{"source": "RESULT"}', 'TB422 source_needs_case'), ('{"source_url": ""}', 'TB422 source_url_not_allowed'),
    ('{"source_url": "https://portal.example.evil.com/1"}', 'TB422 source_url_not_allowed'), ('{"source_url": "https://portal.example@evil.com/"}', 'TB422 source_url_not_allowed'), ('{"source_url": "http://portal.example/1"}', 'TB422 source_url_not_allowed'),
    ('{"findings": [{"rule": "x", "blocks": true}]}', 'TB422 findings_block'), ('{"findings": [{"rule": "x", "blocks": false}]}', 'submitted'), ('{"post_text": "Dear {{name}}"}', 'TB422 empty_variable'),
    ('{"post_text": "0912345678"}', 'TB422 personal_data')) x(f, e);
SELECT is(t.post('officer1', format('save_bulletin(NULL, NULL, %L, $r)', f), NULL), e, e) FROM (VALUES ('{"source": "NOWHERE"}', 'TB422 source_unknown'), ('{"media": [99999]}', 'TB422 media_not_found'), ('{"case": 99999}', 'TB404 case_not_found')) x(f, e);
SELECT throws_ok('INSERT INTO core.source (code, name, url_prefix, kind) VALUES (''X'', ''x'', ''' || u || ''', ''portal'')', '23514'::char(5), NULL::text, 'no source without a host that ends: ' || u) FROM unnest('{"",https://portal.example,http://portal.example/,https://,https://a@b/}'::text[]) u;

-- ── stale, returned, withdrawn ──
SELECT t.written('officer1') AS b \gset
SELECT is(t.post('officer2', 'submit_bulletin($b, 1, $r)', :b), 'TB409 stale_revision', 'a stale step');
SELECT is(t.facts() ->> 'changed_by', 'Officer One', 'says who changed it');
SELECT is(t.post('officer1', 'submit_bulletin($b, $v, $r)', :b), 'submitted', 'submitted');
SELECT is(t.post('supervisor1', 'return_bulletin($b, $v, '''', $r)', :b), 'TB422 reason_missing', 'returned for a reason');
SELECT is(t.post('supervisor1', 'return_bulletin($b, $v, ''too long'', $r)', :b), 'draft', 'returned');
SELECT is((SELECT concat_ws(' ', reason, submitted_by) FROM core.bulletin WHERE id = :b), 'too long', 'with it');
SELECT is(t.post('officer1', 'withdraw_bulletin($b, $v, ''not needed'', $r)', :b), 'withdrawn', 'withdrawn');
SELECT is(t.post('officer1', 'save_bulletin($b, $v, ''{}'', $r)', :b), 'TB409 wrong_state', 'a withdrawn one is not written on');
SELECT is(t.post('unit1', 'save_bulletin(NULL, NULL, ''{}'', $r)', NULL), 'TB403 role_may_not', 'a unit writes no posts');

-- ── at a time ──
CREATE FUNCTION t.approved(p_fields jsonb DEFAULT '{}') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_id bigint := t.written('officer1', p_fields);
BEGIN
    PERFORM t.post('officer1', 'submit_bulletin($b, $v, $r)', v_id), t.post('supervisor1', 'approve_bulletin($b, $v, $r)', v_id);
    RETURN v_id;
END $$;
SELECT is(t.post('officer1', format('publish_bulletin($b, $v, $r, %L)', core.now() + d::interval), t.approved()), 'TB422 time_not_possible', 'not ' || d) FROM unnest('{-1 minute,30 days}'::text[]) d;
SELECT t.approved('{"post_text": "Soon"}') AS b \gset
SELECT is(t.post('officer1', format('publish_bulletin($b, $v, ''20000000-0000-7000-8000-000000000001'', %L)', core.now() + interval '10 minutes'), :b), 'approved', 'in ten minutes the gateway waits itself');
SELECT is((SELECT concat_ws(' ', send_after = core.now() + interval '10 minutes', scheduled_for) FROM core.outbox o JOIN core.bulletin b ON b.id = o.bulletin_id WHERE b.id = :b), 't', 'Facebook is told nothing of it');
SELECT is(t.post('officer1', 'withdraw_bulletin($b, $v, ''changed our mind'', $r)', :b), 'withdrawn', 'withdrawn in time');
SELECT t.later('11 minutes') \g /dev/null
SELECT is(t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(9, 60, ''g'')'), '0', 'and never sent');
SELECT t.approved('{"post_text": "Later"}') AS b \gset
SELECT is(t.post('officer1', format('publish_bulletin($b, $v, ''30000000-0000-7000-8000-000000000001'', %L)', core.now() + interval '2 hours'), :b), 'approved', 'in two hours Facebook waits');
SELECT is(t.run('gateway', 'SELECT j #>> ''{bulletin,scheduled_for}'' IS NOT NULL FROM intake.take_outbox(9, 60, ''g'') j'), 't', 'it is told the time');
SELECT is(t.run('gateway', 'SELECT intake.outbox_sent(''30000000-0000-7000-8000-000000000001'', ''g'', ''{"platform_id": "1_3", "published": false}'')'), 't', 'it keeps it');
SELECT is((SELECT concat_ws(' ', state, published_at) FROM core.bulletin WHERE id = :b), 'scheduled', 'scheduled');
SELECT is(t.run('gateway', 'SELECT count(*) FROM intake.scheduled_posts()'), '1', 'the gateway looks after it');
SELECT is(t.event('{"type": "page_post", "platform_id": "1_3", "verb": "add", "published": true, "sent_at": "2026-11-24T04:00:00Z", "permalink": "https://facebook.example/1_3"}'), '{}', 'it went out');
SELECT is((SELECT concat_ws(' ', state, published_at AT TIME ZONE 'UTC', permalink) FROM core.bulletin WHERE id = :b), 'published 2026-11-24 04:00:00 https://facebook.example/1_3', 'published');

-- ── refused by Facebook: it may be published again, or written anew ──
SELECT t.approved('{"post_text": "Refused"}') AS b \gset
SELECT is(t.post('officer1', 'publish_bulletin($b, $v, ''40000000-0000-7000-8000-000000000001'')', :b), 'approved', 'published');
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(9, 60, ''g'')'), t.run('gateway', 'SELECT intake.outbox_failed(''40000000-0000-7000-8000-000000000001'', ''g'', 368, NULL, ''blocked'', ''x'')') \g /dev/null
SELECT is((SELECT concat_ws(' ', state, failure) FROM core.bulletin WHERE id = :b), 'failed blocked', 'refused');
SELECT is(t.post('officer1', 'publish_bulletin($b, $v, ''40000000-0000-7000-8000-000000000002'')', :b), 'approved', 'once more, as approved');
SELECT is(t.run('officer1', 'SELECT count(*) FROM desk.outbox WHERE kind = ''post'' AND state = ''queued'''), '1', 'one is on its way');
SELECT * FROM finish();
