-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every verb on a case refuses: a revision that has moved on, a person who does not hold it, a status it does not fit, a request made before.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null

-- ── a stale step is refused with what changed ──
SELECT t.classified('an', 'officer1') AS c \gset
SELECT revision AS seen FROM core.case WHERE id = :c \gset
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "One moment"}'')'), 'ok', 'somebody does a step meanwhile');
SELECT is(t.verb('officer1', :c, format(call, :seen)), 'TB409 stale_revision', 'stale: ' || split_part(call, '(', 1))
FROM unnest(ARRAY['classify($c, %s, ''{"category": "ANTT", "urgency": "low"}'', $r)', 'reject($c, %s, ''x'', $r)', 'mark_duplicate($c, %s, 1, ''x'', $r)',
    'forward($c, %s, ''[{"unit": 1, "lead": true}]'', '''', $r)', 'reply($c, %s, $r, ''{"text": "x"}'')', 'hide_comment($c, %s, 1, true, $r)', 'close($c, %s, '''', $r)',
    'take_over($c, %s, ''x'', $r)', 'reopen($c, %s, ''x'', $r)']) call;
SELECT is((t.facts() - 'due_at') @> jsonb_build_object('status', 'classified', 'holder', 'officer1', 'holder_name', 'Officer One', 'seen', :seen), true, 'it says how the case stands now');
SELECT is(t.facts() #>> '{changes,0,verb}', 'reply', 'and what was done');
SELECT is(t.facts() #>> '{changes,0,who}', 'Officer One', 'by whom');
SELECT is(t.verb('officer1', :c, 'reject($c, NULL, ''x'', $r)'), 'TB409 stale_revision', 'no revision is a stale one');
SELECT is(t.verb('officer1', 999999, 'reject($c, 1, ''x'', $r)'), 'TB404 case_not_found', 'no case');

-- ── only the holder works, and only while the claim lives ──
CREATE TABLE t.holder_only AS SELECT c AS call FROM unnest(ARRAY['classify($c, $v, ''{"category": "ANTT", "urgency": "low"}'', $r)', 'reject($c, $v, ''x'', $r)',
    'mark_duplicate($c, $v, 1, ''x'', $r)', 'forward($c, $v, ''[{"unit": 1, "lead": true}]'', '''', $r)', 'reply($c, $v, $r, ''{"text": "x"}'')',
    'hide_comment($c, $v, 1, true, $r)', 'close($c, $v, '''', $r)']) c;
SELECT is(t.verb('officer2', :c, call), 'TB409 not_holder', 'not the holder: ' || split_part(call, '(', 1)) FROM t.holder_only;
SELECT is(t.verb('supervisor1', :c, call), 'TB409 not_holder', 'nor a supervisor: ' || split_part(call, '(', 1)) FROM t.holder_only;
SELECT t.later('301 seconds') \g /dev/null
SELECT is(t.verb('officer1', :c, call), 'TB409 claim_expired', 'the claim has run out: ' || split_part(call, '(', 1)) FROM t.holder_only;
SELECT is(t.verb('officer1', :c, 'renew_claim($c)'), 'TB409 claim_expired', 'and is not renewed');
SELECT is(t.verb('officer2', :c, 'renew_claim($c)'), 'TB409 claim_expired', 'by nobody');

-- ── a status that does not fit ──
SELECT t.writes('binh', 'hello') AS c \gset
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'claimed, not classified');
SELECT is(t.verb('officer1', :c, call), 'TB409 wrong_status', 'wrong status: ' || split_part(call, '(', 1))
FROM unnest(ARRAY['forward($c, $v, ''[{"unit": 1, "lead": true}]'', '''', $r)', 'close($c, $v, '''', $r)', 'reopen($c, $v, ''x'', $r)']) call;
SELECT is(t.facts() ->> 'status', 'claimed', 'it says which');
SELECT is(t.verb('officer1', :c, 'reject($c, $v, ''spam'', $r)'), 'ok', 'rejected');
SELECT is(t.verb('officer1', :c, 'reject($c, $v, ''spam'', $r)'), 'TB409 not_holder', 'a finished case has no holder');
SELECT is(t.verb('officer1', :c, 'release_claim($c, $r)'), 'TB409 not_holder', 'so there is nothing to let go');

-- ── fields ──
SELECT t.classified('cuong', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c, format('classify($c, $v, %L, $r)', f)), e, e) FROM (VALUES
    ('{"category": "NONE", "urgency": "low"}', 'TB422 category_unknown'), ('{"urgency": "low"}', 'TB422 category_unknown'), ('{"category": "ANTT", "urgency": "soon"}', 'TB422 urgency_unknown'),
    ('{"category": "ANTT"}', 'TB422 urgency_unknown'), ('{"category": "ANTT", "urgency": "low", "area": 99999}', 'TB422 area_unknown'),
    ('{"category": "ANTT", "urgency": "low", "about_unit": 99999}', 'TB422 unit_unknown')) v(f, e);
SELECT is(t.verb('officer1', :c, format('forward($c, $v, %L, '''', $r)', replace(f, 'W1', t.unit('W1')::text))), e, coalesce(f, 'NULL') || ': ' || e) FROM (VALUES
    (NULL, 'TB422 unit_missing'), ('[]', 'TB422 unit_missing'), ('{}', 'TB422 unit_missing'), ('[{"unit": W1}]', 'TB422 lead_unit_missing'),
    ('[{"unit": W1, "lead": true}, {"unit": 1, "lead": true}]', 'TB422 more_than_one_lead'), ('[{"unit": 99999, "lead": true}]', 'TB422 unit_not_valid'),
    ('[{"unit": W1, "lead": true}, {"unit": W1}]', 'TB409 already_forwarded')) v(f, e);
SELECT is((SELECT count(*) FROM core.assignment WHERE case_id = :c), 0::bigint, 'a refused forward leaves nothing behind');
UPDATE core.unit SET valid_to = '2026-11-23' WHERE code = 'W2';
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W2'))), 'TB422 unit_not_valid', 'a unit that was dissolved yesterday');
UPDATE core.unit SET valid_to = '2026-11-24' WHERE code = 'W2';
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W2'))), 'ok', 'one that ends tonight');
UPDATE core.unit SET valid_to = NULL WHERE code = 'W2';
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W1'))), 'TB422 more_than_one_lead', 'there is a lead already');
SELECT is(t.verb('officer1', :c, format('forward($c, $v, ''[{"unit": %s}]'', ''help'', $r)', t.unit('W1'))), 'ok', 'another may help');

-- ── words ──
SELECT t.classified('dung', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c, format('reply($c, $v, $r, %L::jsonb)', f)), e, e || ' ' || left(f, 60)) FROM (VALUES
    ('{"text": ""}', 'TB422 text_missing'), ('{"text": " \n\t "}', 'TB422 text_missing'), ('{}', 'TB422 text_missing'), ('{"text": "Dear {{name}}"}', 'TB422 empty_variable'),
    ('{"text": "x", "kind": "telegram"}', 'TB422 kind_unknown'), ('{"text": "x", "kind": "comment_reply"}', 'TB422 kind_does_not_fit'),
    ('{"text": "x", "kind": "private_reply"}', 'TB422 kind_does_not_fit'), ('{"text": "x", "message": 99999}', 'TB422 message_not_found'),
    ('{"text": "x", "media": [99999]}', 'TB422 media_not_of_case'), (jsonb_build_object('text', repeat('x', 20001))::text, 'TB422 text_too_long')) v(f, e);
SELECT is((SELECT count(*) FROM core.outbox), 1::bigint, 'nothing of it is sent');

-- ── the same request again answers as it did the first time and does nothing again ──
CREATE FUNCTION t.twice(p_login text, p_case bigint, p_call text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    v_sql text := 'SELECT desk.' || replace(replace(replace(p_call, '$c', p_case::text), '$v', (SELECT revision::text FROM core.case WHERE id = p_case)), '$r', quote_literal(gen_random_uuid()));
    v_first text := t.run(p_login, v_sql);
    v_before text;
    v_verb text := split_part(p_call, '(', 1);
BEGIN
    v_before := t.everything();
    RETURN NEXT matches(v_first, '^{', v_verb || ' works');
    RETURN NEXT is(t.run(p_login, v_sql), v_first, v_verb || ' answers the same');
    RETURN NEXT is(t.everything(), v_before, v_verb || ' does nothing again');
END $$;
CREATE FUNCTION t.everything() RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', (SELECT md5(string_agg(c::text, '' ORDER BY id)) FROM core.case c), (SELECT count(*) FROM core.case_event), (SELECT md5(string_agg(a::text, '' ORDER BY id)) FROM core.assignment a),
        (SELECT md5(string_agg(o::text, '' ORDER BY id)) FROM core.outbox o), (SELECT count(*) FROM core.message), (SELECT count(*) FROM core.audit), (SELECT count(*) FROM core.note),
        (SELECT md5(string_agg(u::text, '' ORDER BY id)) FROM core.unit_answer u), (SELECT md5(string_agg(b::text, '' ORDER BY id)) FROM core.bulletin b), (SELECT count(*) FROM core.request))
$$;
SELECT t.writes('giang', 'hello') AS c \gset
SELECT t.twice('officer1', :c, 'claim($c, $r)');
SELECT t.twice('officer1', :c, 'classify($c, $v, ''{"category": "ANTT", "urgency": "low"}'', $r)');
SELECT t.twice('officer1', :c, 'add_note($c, ''look'', $r)');
SELECT t.twice('officer1', :c, format('forward($c, $v, ''[{"unit": %s, "lead": true}]'', '''', $r)', t.unit('W1')));
SELECT t.twice('unit1', :c, format('confirm(%s, $r)', t.assignment(:c, 'W1')));
SELECT t.twice('unit1', :c, format('answer(%s, ''done'', NULL, $r)', t.assignment(:c, 'W1')));
SELECT t.twice('officer1', :c, format('return_answer(%s, $v, ''more'', $r)', (SELECT max(id) FROM core.unit_answer)));
SELECT t.twice('unit1', :c, format('hand_back(%s, ''other'', ''no'', $r)', t.assignment(:c, 'W1')));
SELECT t.twice('officer1', :c, 'reply($c, $v, $r, ''{"text": "bye", "final": true, "own_decision": "enough"}'')');
SELECT t.twice('officer1', :c, format('cancel_send(%L, $r)', (SELECT id FROM core.outbox WHERE case_id = :c)));
SELECT t.twice('officer2', :c, 'take_over($c, $v, ''my turn'', $r)');
SELECT t.twice('officer2', :c, 'release_claim($c, $r)');
SELECT t.classified('hanh', 'officer1') AS c \gset
SELECT t.twice('officer1', :c, 'mark_duplicate($c, $v, 1, '''', $r)');
SELECT t.twice('officer2', :c, 'reopen($c, $v, ''oh'', $r)');
SELECT t.twice('officer1', :c, 'claim($c, $r)');
SELECT t.twice('officer1', :c, 'reject($c, $v, ''no'', $r)');

-- an id is of one verb and of one person
SELECT t.classified('khoa', 'officer1') AS c, gen_random_uuid() AS r \gset
SELECT is(t.verb('officer1', :c, format('add_note($c, ''one'', %L)', :'r')), 'ok', 'a note');
SELECT is(t.verb('officer1', :c, format('release_claim($c, %L)', :'r')), 'TB422 request_id_used', 'the same id with another verb');
SELECT is(t.verb('officer2', :c, format('add_note($c, ''two'', %L)', :'r')), 'ok', 'another person may have made the same id');
SELECT is((SELECT count(*) FROM core.note WHERE case_id = :c), 2::bigint, 'both notes are there');
SELECT is(t.verb('officer1', :c, 'add_note($c, ''three'', NULL)'), 'TB422 request_id_missing', 'no id, no step');
-- the outbox id is the request id: another person's does not answer, and does not send
SELECT is(t.verb('officer1', :c, format('reply($c, $v, %L, ''{"text": "mine"}'')', gen_random_uuid())), 'ok', 'a reply');
SELECT matches(t.verb('supervisor1', :c, 'take_over($c, $v, ''x'', $r)'), 'ok', 'a supervisor takes over');
SELECT matches(t.verb('supervisor1', :c, format('reply($c, $v, %L, ''{"text": "theirs"}'')', (SELECT max(id::text) FROM core.outbox WHERE case_id = :c))), '^23505', 'and cannot use the same outbox id');
SELECT is((SELECT string_agg(text, ' ') FROM core.outbox WHERE case_id = :c), 'mine', 'one reply goes out');

-- ── taking over, letting go, expiring ──
SELECT t.classified('lan', 'officer1') AS c \gset
SELECT is(t.verb('officer2', :c, 'claim($c, $r)'), 'TB409 held_by_other', 'held by another');
SELECT is(t.facts() ->> 'holder', 'officer1', 'it says by whom');
SELECT is(t.verb('officer2', :c, 'release_claim($c, $r)'), 'TB409 not_holder', 'nobody lets go for another');
SELECT is(t.verb('officer2', :c, 'take_over($c, $v, '' '', $r)'), 'TB422 reason_missing', 'taking over needs a reason');
SELECT is(t.verb('officer2', :c, 'take_over($c, $v, ''end of shift'', $r)'), 'ok', 'taken over');
SELECT is((SELECT concat_ws(' ', p.login, e.reason, e.facts ->> 'from' = t.person('officer1')::text) FROM core.case_event e JOIN core.person p ON p.id = e.person_id
    WHERE e.case_id = :c ORDER BY e.id DESC LIMIT 1), 'officer2 end of shift t', 'with who, why and from whom');
SELECT t.later('200 seconds') \g /dev/null
SELECT is(t.verb('officer2', :c, 'renew_claim($c)'), 'ok', 'a living desk renews');
SELECT t.later('200 seconds') \g /dev/null
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'TB409 held_by_other', 'so it is still held');
SELECT t.later('101 seconds') \g /dev/null
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'a dead one loses it even before the sweep');
SELECT is(t.status(:c), 'classified', 'its status stays');
SELECT t.run('gateway', 'SELECT intake.sweep()') \g /dev/null
SELECT t.writes('minh', 'x') AS fresh \gset
SELECT is(t.verb('officer1', :fresh, 'claim($c, $r)'), 'ok', 'a fresh case is claimed');
SELECT t.later('301 seconds') \g /dev/null
SELECT is(t.run('gateway', 'SELECT intake.sweep()'), '2', 'the sweep frees both');
SELECT is((SELECT concat_ws(' ', status, holder_id, lease_until) FROM core.case WHERE id = :fresh), 'new', 'a case that was only claimed is new again');
SELECT is((SELECT concat_ws(' ', status, holder_id, lease_until) FROM core.case WHERE id = :c), 'classified', 'one that was worked on keeps its status');
SELECT is((SELECT verb FROM core.case_event WHERE case_id = :c ORDER BY id DESC LIMIT 1), 'claim_expired', 'and its history says why it is free');
SELECT is(t.run('gateway', 'SELECT intake.sweep()'), '0', 'each once');

-- ── the small ones ──
SELECT is(t.run('officer1', format('SELECT desk.save_draft(''reply:%s'', ''half a sent'')', :c)), '', 'a draft is kept');
SELECT is(t.run('officer1', 'SELECT text FROM desk.drafts'), 'half a sent', 'for its writer');
SELECT is(t.run('officer2', 'SELECT count(*) FROM desk.drafts'), '0', 'alone');
SELECT is(t.run('officer1', format('SELECT desk.save_draft(''reply:%s'', NULL)', :c)), '', 'thrown away');
SELECT is(t.run('officer1', 'SELECT count(*) FROM desk.drafts'), '0', 'gone');
SELECT is(t.run('officer1', 'SELECT desk.save_draft(repeat(''x'', 201), ''x'')'), 'TB422 text_too_long', 'a place has a name, not a book');
SELECT t.run('officer1', 'SELECT desk.save_filter(NULL, ''Mine'', ''{"holder": "me"}'')') AS f \gset
SELECT is(t.run('officer2', format('SELECT desk.save_filter(%s, ''Yours'', ''{}'')', :f)), 'TB404 filter_not_found', 'another''s filter is not changed');
SELECT is(t.run('officer2', format('SELECT desk.save_filter(%s, ''Yours'', NULL)', :f)), 'TB404 filter_not_found', 'nor deleted');
SELECT is(t.run('officer2', 'SELECT count(*) FROM desk.saved_filters'), '0', 'nor seen');
SELECT is(t.run('officer1', 'SELECT desk.save_filter(NULL, ''For all'', ''{}'', 0, true)'), 'TB403 sharing_is_for_supervisors', 'an officer gives nobody a filter');
SELECT is(t.run('officer1', format('SELECT desk.save_filter(%s, ''For all'', ''{}'', 0, true)', :f)), 'TB403 sharing_is_for_supervisors', 'not one of their own either');
SELECT is(t.run('unit1', 'SELECT desk.save_filter(NULL, ''For all'', ''{}'', 0, true)'), 'TB403 sharing_is_for_supervisors', 'nor does a unit');
SELECT t.run('supervisor1', 'SELECT desk.save_filter(NULL, ''Racing'', ''{"text": "đua xe"}'', 0, true)') AS s \gset
SELECT is(t.run(l, 'SELECT string_agg(name, '','') FROM desk.saved_filters WHERE shared'), 'Racing', l || ' has what the supervisor shares') FROM unnest('{officer1,officer2,unit1,supervisor2}'::text[]) l;
SELECT is(t.run('officer1', format('SELECT desk.save_filter(%s, ''Mine now'', ''{}'')', :s)), 'TB404 filter_not_found', 'and does not change it');
SELECT is(t.run('officer1', format('SELECT desk.save_filter(%s, '''', NULL)', :s)), 'TB404 filter_not_found', 'nor takes it away');
SELECT is(t.run('supervisor2', format('SELECT desk.save_filter(%s, ''Street racing'', ''{}'', 0, true)', :s)), :'s', 'another supervisor changes it');
SELECT is((SELECT string_agg(login || ' ' || (facts ->> 'name'), ', ' ORDER BY id) FROM core.audit WHERE verb = 'save_filter'), 'supervisor1 Racing, supervisor2 Street racing', 'who gave it is in the book');
SELECT is(t.run('supervisor2', format('SELECT desk.save_filter(%s, '''', NULL)', :s)), :'s', 'and takes it away');
SELECT is(t.run('officer1', 'SELECT count(*) FROM desk.saved_filters'), '1', 'their own stays');
SELECT is(t.run('officer1', 'SELECT desk.open_case(999999)'), 'TB404 case_not_found', 'no such case');
SELECT t.writes('lan', 'one more word') \g /dev/null
SELECT is((SELECT unread FROM core.case WHERE id = :c) > 0, true, 'a new word is unread');
SELECT is(t.verb('officer2', :c, 'open_case($c)'), 'ok', 'somebody looks');
SELECT is((SELECT unread FROM core.case WHERE id = :c) > 0, true, 'who does not hold it: still unread');
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'the holder takes it');
SELECT is((SELECT unread FROM core.case WHERE id = :c), 0, 'read');
SELECT * FROM finish();
