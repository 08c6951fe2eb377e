-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who the citizen is, and the bytes they sent: sealed, opened for a reason, logged.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
-- a gateway that stores bytes
CREATE FUNCTION t.stored(p_bytes bytea, p_kind text DEFAULT 'image') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_id bigint := t.run('gateway', format('SELECT intake.media_begin(%L, %s, ''image/jpeg'', %L) ->> ''id''', sha256(p_bytes), octet_length(p_bytes), p_kind));
BEGIN
    FOR i IN 0 .. (octet_length(p_bytes) - 1) / 1048576 LOOP
        PERFORM t.run('gateway', format('SELECT intake.media_put(%s, %s, %L)', v_id, i, substr(p_bytes, i * 1048576 + 1, 1048576)));
    END LOOP;
    PERFORM t.run('gateway', format('SELECT intake.media_end(%s)', v_id));
    RETURN v_id;
END $$;
SELECT t.writes('an', 'photo', '{"kind": "image", "attachments": [{"kind": "image", "url": "https://cdn.example/secret-link"}]}') AS c \gset
SELECT t.writes('binh', 'another photo', '{"kind": "image", "attachments": [{"kind": "image", "url": "https://cdn.example/2"}]}') AS other \gset
SELECT t.stored(decode(repeat('ab', 1048576) || 'cd', 'hex')) AS photo, t.stored('small') AS thumb \gset
SELECT t.run('gateway', format('SELECT intake.attachment_stored(%s, %s)', (SELECT id FROM core.attachment WHERE case_id = :c), :photo)), t.run('gateway', format('SELECT intake.add_derivative(%s, ''thumbnail'', %s)', :photo, :thumb)) \g /dev/null

-- ── nothing that people read names the citizen ──
SELECT t.event('{"type": "message", "channel": "messenger", "direction": "in", "kind": "unsupported", "person_id": "an", "thread_key": "an", "platform_id": "odd1", "text": "", "sent_at": "2026-11-24T01:00:00Z",
    "extra": {"raw": {"sender": {"id": "psid-of-an"}, "from": {"name": "Real Name"}}, "payload": "GET_STARTED"}}') \g /dev/null
SELECT t.event('{"type": "reaction", "platform_id": "odd1", "person_id": "an", "action": "react", "emoji": "❤"}') \g /dev/null
SELECT is(t.run('officer1', format('SELECT string_agg(to_jsonb(m)::text, '''') FROM desk.messages(%s) m', :c)) ~ 'psid-of-an|Real Name|Name of an|secret-link|odd1|"an"', false, 'no name, no platform id, no link in messages');
SELECT matches(t.run('officer1', format('SELECT string_agg(to_jsonb(m)::text, '''') FROM desk.messages(%s) m', :c)), 'GET_STARTED', 'but what they did');
SELECT is(t.run('officer1', format('SELECT desk.citizen_file(%s)::text', :c)) ~ 'Name of|psid', false, 'nor in the file');
SELECT is(t.run(l, 'SELECT coalesce(string_agg(row_to_json(x)::text, ''''), '''') FROM ' || v || ' x') ~ 'Name of an', false, format('%s finds no name in %s', l, v))
FROM unnest('{officer1,supervisor1,admin1,unit1}'::text[]) l, unnest('{desk.cases,desk.events,desk.outbox,desk.readings,desk.audit,core.citizen,core.case}'::text[]) v;

-- ── opening it ──
SELECT is(t.run('officer1', format('SELECT desk.open_identity(%s, %L, gen_random_uuid())', :c, r)), e, e) FROM (VALUES (NULL, 'TB422 reason_missing'), ('', 'TB422 reason_missing'), ('because', 'TB422 reason_too_short'), ('   abc          ', 'TB422 reason_too_short')) x(r, e);
SELECT is((SELECT count(*) FROM core.reading WHERE what = 'identity'), 0::bigint, 'nothing was opened yet');
SELECT gen_random_uuid() AS r \gset
SELECT is(t.run('officer1', format('SELECT desk.open_identity(%s, ''to call back about the photo'', %L)', :c, :'r'))::jsonb, jsonb_build_object('opened', true, 'case', :c), 'opened for a reason, and not shown yet');
SELECT is((SELECT count(*) FROM core.reading WHERE what = 'identity' AND case_id = :c AND reason = 'to call back about the photo'), 1::bigint, 'logged with it');
SELECT is((SELECT count(*) FROM core.audit WHERE verb = 'open_identity'), 1::bigint, 'audited');
SELECT is((SELECT verb || ' ' || reason FROM core.case_event WHERE case_id = :c ORDER BY id DESC LIMIT 1), 'open_identity to call back about the photo', 'in the history of the case');
SELECT is(t.run('officer1', format('SELECT desk.open_identity(%s, '''', %L)', :other, :'r')), 'TB422 request_id_used', 'the same request id opens no other case');
SELECT is(t.run('officer1', format('SELECT desk.open_identity(%s, '''', %L) #>> ''{identities,0,name}''', :c, :'r')), 'Name of an', 'asked again it is shown');
SELECT is((SELECT count(*) FROM core.reading WHERE what = 'identity'), 1::bigint, 'one reading');
SELECT t.later('2 minutes') \g /dev/null
SELECT is(t.run('officer1', format('SELECT desk.open_identity(%s, '''', %L) #>> ''{identities,0,name}''', :c, :'r')), 'Name of an', 'later again');
SELECT is((SELECT count(*) FROM core.reading WHERE what = 'identity'), 2::bigint, 'is a reading of its own');
SELECT is(t.run('officer2', format('SELECT desk.open_identity(%s, '''', %L)', :c, :'r')), 'TB422 reason_missing', 'another''s request id opens nothing');
SELECT is((SELECT count(*) FROM core.request WHERE answer::text ~ 'Name of'), 0::bigint, 'the kept answer holds no name');
SELECT is(t.run('supervisor1', 'SELECT count(*) FROM desk.readings WHERE what = ''identity'''), '2', 'supervisors see who looked');

-- ── reading is logged, once in ten minutes ──
SELECT t.run('officer2', format('SELECT count(*) FROM desk.messages(%s)', :c)), t.run('officer2', format('SELECT count(*) FROM desk.messages(%s)', :c)), t.run('officer2', format('SELECT desk.open_case(%s)', :c)) \g /dev/null
SELECT is((SELECT count(*) FROM core.reading WHERE case_id = :c AND person_id = t.person('officer2')), 1::bigint, 'three looks, one line');
SELECT t.later('601 seconds') \g /dev/null
SELECT t.run('officer2', format('SELECT count(*) FROM desk.messages(%s)', :c)) \g /dev/null
SELECT is((SELECT count(*) FROM core.reading WHERE case_id = :c AND person_id = t.person('officer2')), 2::bigint, 'later, another');
SELECT is(t.run('officer2', 'BEGIN READ ONLY'), 'BEGIN', 'a transaction that writes no log');
SELECT is(left(t.run('officer2', format('SELECT count(*) FROM desk.messages(%s)', :other)), 5), '25006', 'reads no case');
SELECT is(t.run('officer2', 'ROLLBACK'), 'ROLLBACK', 'over');

-- ── the bytes ──
SELECT is(t.run('officer1', format('SELECT length(desk.media_chunk(%s, 1))', :photo)), '1', 'the second piece of an original alone');
SELECT is((SELECT count(*) FROM core.reading WHERE what = 'original' AND case_id = :c AND person_id = t.person('officer1')), 1::bigint, 'is logged as well');
SELECT is(t.run('officer2', format('SELECT length(desk.media_chunk(%s, 0))', :photo)), '1048576', 'the first piece');
SELECT is((SELECT count(*) FROM core.reading WHERE what = 'original' AND person_id = t.person('officer2')), 1::bigint, 'is logged');
SELECT is(t.run('officer2', format('SELECT length(desk.media_chunk(%s, 0))', :thumb)), '5', 'a derivative');
SELECT is((SELECT count(*) FROM core.reading WHERE what = 'original' AND person_id = t.person('officer2')), 1::bigint, 'is none');
SELECT is(t.run('unit1', format(sql, id)), 'TB404 media_not_found', 'a unit without the case: ' || sql) FROM unnest(ARRAY[:photo, :thumb, 999999]) id, unnest(ARRAY['SELECT desk.media_info(%s)', 'SELECT desk.media_chunk(%s, 0)']) sql;
-- guessing by hash: the same answer whether a citizen sent it or nobody did
SELECT is(t.run('unit1', format('SELECT desk.media_begin(%L, 5, ''image/jpeg'', ''image'')::jsonb - ''id''', sha256('small'))), t.run('unit1', format('SELECT desk.media_begin(%L, 5, ''image/jpeg'', ''image'')::jsonb - ''id''', sha256('never sent'))), 'knowing a hash tells nothing');
SELECT (t.run('unit1', format('SELECT desk.media_begin(%L, 5, ''image/jpeg'', ''image'')', sha256('small')))::jsonb ->> 'id')::bigint AS upload \gset
SELECT isnt(:upload::bigint, :thumb::bigint, 'their own upload is another row');
SELECT is(t.run('unit1', format('SELECT desk.media_chunk(%s, 0)', :upload)), NULL, 'without the bytes of the other');
SELECT is(t.run('unit2', format('SELECT desk.media_put(%s, 0, ''small'')', :upload)), 'TB404 media_not_found', 'nobody writes into another''s upload');
SELECT is(t.run('unit2', format('SELECT desk.media_end(%s)', :upload)), 'TB404 media_not_found', 'nor seals it');
SELECT is(t.run('unit1', format('SELECT desk.media_put(%s, 0, ''small'')', :thumb)), 'TB404 media_not_found', 'nor into the gateway''s');
-- sealing
SELECT is(t.run('unit1', format('SELECT desk.media_put(%s, %s, %L)', :upload, i, d)), 'TB422 media_damaged', 'a piece of the wrong size: ' || octet_length(d) || ' at ' || i) FROM (VALUES (0, '123456'::bytea), (0, '1234'::bytea), (1, 'x'::bytea), (-1, 'small'::bytea), (0, ''::bytea)) x(i, d);
SELECT is(t.run('unit1', format('SELECT desk.media_end(%s)', :upload)), 'TB422 media_damaged', 'not sealed before it is whole');
SELECT is(t.run('unit1', format('SELECT desk.media_put(%s, 0, ''wrong'')', :upload)), '', 'other bytes of that size');
SELECT is(t.run('unit1', format('SELECT desk.media_put(%s, 0, ''small'')', :upload)), '', 'are not written over');
SELECT is(t.run('unit1', format('SELECT desk.media_end(%s)', :upload)), 'TB422 media_damaged', 'and not sealed');
SELECT is(t.run('unit1', format('SELECT desk.media_begin(%L, 5, ''image/jpeg'', ''image'') ->> ''next''', sha256('small'))), '0', 'begun again, it starts anew');
SELECT is(t.run('unit1', format('SELECT desk.media_put(%s, 0, ''small'')', :upload)), '', 'the right bytes');
SELECT is(t.run('unit1', format('SELECT desk.media_begin(%L, 5, ''image/jpeg'', ''image'') ->> ''next''', sha256('small'))), '1', 'a lost connection goes on where it stopped');
SELECT is(t.run('unit1', format('SELECT desk.media_end(%s)', :upload)), '', 'sealed');
SELECT is(t.run('unit1', format('SELECT desk.media_put(%s, 0, ''small'')', :upload)), 'TB409 media_sealed', 'nothing is added');
SELECT throws_ok(format('DELETE FROM core.media_chunk WHERE media_id = %s', :upload), 'TB403'::char(5), 'append_only'::text, 'nor taken out');
SELECT throws_ok(format('UPDATE core.media_chunk SET data = '''' WHERE media_id = %s', :upload), 'TB403'::char(5), 'append_only'::text, 'nor changed');
SELECT is(t.run('unit1', 'SELECT desk.media_begin(sha256(''x''), 104857601, ''a/b'', ''file'')'), 'TB422 file_too_large', 'a hundred MiB are enough');
SELECT is(t.run('admin1', 'SELECT desk.media_begin(sha256(''x''), 1, ''a/b'', ''file'')'), 'TB403 role_may_not', 'an administrator stores nothing');
-- what a citizen sent does not leave again, whoever uploads it; a derivative does
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'held');
SELECT is(t.verb('officer1', :c, format('reply($c, $v, $r, ''{"text": "x", "media": [%s]}'')', :photo)), 'TB422 original_media', 'an original is not sent back');
SELECT t.run('officer1', format('SELECT desk.media_begin(%L, 1048577, ''image/jpeg'', ''image'') ->> ''id''', (SELECT sha256 FROM core.media WHERE id = :photo))) AS copy \gset
SELECT t.run('officer1', format('SELECT desk.media_put(%s, %s, %L)', :copy, index, data)) FROM core.media_chunk WHERE media_id = :photo \g /dev/null
SELECT t.run('officer1', format('SELECT desk.media_end(%s)', :copy)) \g /dev/null
SELECT is(t.verb('officer1', :c, format('reply($c, $v, $r, ''{"text": "x", "media": [%s]}'')', :copy)), 'TB422 original_media', 'nor a copy of it from a disk');
SELECT is(t.run('officer1', format('SELECT desk.save_bulletin(NULL, NULL, ''{"media": [%s]}'', gen_random_uuid())', m)), 'TB422 original_media', 'nor published') FROM unnest(ARRAY[:photo, :copy]) m;
SELECT is(t.verb('officer1', :c, format('reply($c, $v, $r, ''{"media": [%s]}'')', :thumb)), 'ok', 'a derivative is');
SELECT is(t.verb('officer1', :c, format('reply($c, $v, $r, ''{"text": "once more", "media": [%s]}'')', :thumb)), 'ok', 'and once more');
SELECT is(t.verb('officer1', :c, format('reply($c, $v, $r, ''{"text": "x", "media": [%s]}'')', :upload)), 'TB422 media_not_of_case', 'another''s upload is not sent: nobody showed it');
-- an attachment that failed is asked for again by who may read the case
SELECT t.run('gateway', format('SELECT intake.attachment_failed(%s, ''gone'', NULL)', (SELECT id FROM core.attachment WHERE case_id = :other))) \g /dev/null
SELECT is(t.run('officer1', format('SELECT desk.retry_media(%s, gen_random_uuid()) ->> ''state''', (SELECT id FROM core.attachment WHERE case_id = :other))), 'waiting', 'asked again');
SELECT is(t.run('officer1', format('SELECT desk.retry_media(%s, gen_random_uuid()) ->> ''state''', (SELECT id FROM core.attachment WHERE case_id = :other))), 'TB409 not_failed', 'not while it is on its way');
SELECT is(t.run('officer1', 'SELECT desk.retry_media(99999, gen_random_uuid())'), 'TB404 case_not_found', 'no such one');
-- ── a covered face: its copy goes out, what it was made from never again ──
CREATE FUNCTION t.uploads(p_login text, p_bytes bytea, p_kind text DEFAULT 'image') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_id bigint := t.run(p_login, format('SELECT desk.media_begin(%L, %s, ''image/jpeg'', %L) ->> ''id''', sha256(p_bytes), octet_length(p_bytes), p_kind));
BEGIN
    PERFORM t.run(p_login, format('SELECT desk.media_put(%s, 0, %L)', v_id, p_bytes)), t.run(p_login, format('SELECT desk.media_end(%s)', v_id));
    RETURN v_id;
END $$;
CREATE FUNCTION t.posted(p_media bigint) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    v_saved text := t.run('officer1', format('SELECT desk.save_bulletin(NULL, NULL, %L, gen_random_uuid())', jsonb_build_object('source_text', 'x', 'post_text', 'x', 'source', 'PORTAL',
        'source_url', 'https://portal.example/1', 'media', jsonb_build_array(p_media))));
BEGIN
    IF v_saved ~ '^TB' THEN
        RETURN v_saved;
    END IF;
    RETURN t.run('officer1', format('SELECT desk.submit_bulletin(%s, %s, gen_random_uuid()) ->> ''state''', v_saved::jsonb ->> 'id', v_saved::jsonb ->> 'revision'));
END $$;
SELECT t.uploads('officer1', 'a face') AS face, t.uploads('officer1', 'covered') AS covered, t.uploads('officer1', 'a clip', 'video') AS film, t.uploads('supervisor1', 'theirs') AS theirs,
    t.stored('screen of the photo') AS screen \gset
SELECT t.run('gateway', format('SELECT intake.add_derivative(%s, ''screen'', %s)', :photo, :screen)) \g /dev/null
SELECT is(t.posted(:screen), 'submitted', 'a derivative may be posted');
SELECT is(t.posted(:face), 'submitted', 'and a picture from the disk');
SELECT is(t.posted(:film), 'TB422 original_media', 'a clip as it came from the disk may not: only its copy');
CREATE FUNCTION t.covers(p_login text, p_source bigint, p_copy bigint, p_places int DEFAULT 2) RETURNS text LANGUAGE sql AS $$
    SELECT t.run(p_login, format('SELECT desk.cover_media(%s, %s, %s, gen_random_uuid()) ->> ''id''', p_source, p_copy, p_places))
$$;
SELECT is(t.covers('officer1', :face, :theirs), 'TB404 media_not_found', 'the copy is one''s own upload');
SELECT t.uploads('officer1', 'not shown to anybody') AS mine \gset
SELECT is(t.covers('supervisor1', :mine, :theirs), 'TB404 media_not_found', 'of a picture that one may see');
SELECT is(t.covers('officer1', :face, :covered, 0), 'TB422 not_covered', 'with something covered');
SELECT is(t.covers('officer1', :face, :face), 'TB422 not_covered', 'and not the same');
SELECT is(t.covers('unit1', :face, :covered), 'TB403 role_may_not', 'a unit publishes nothing and covers nothing');
SELECT is(t.covers('officer1', :screen, :covered), :'covered', 'a face in the citizen''s picture is covered');
SELECT is(t.posted(:covered), 'submitted', 'the copy goes out');
SELECT is(t.posted(:screen), 'TB422 covered_copy_exists', 'what it was made from no more');
SELECT is(t.posted(:thumb), 'TB422 covered_copy_exists', 'nor anything else made of the same picture');
SELECT is(t.verb('officer1', :c, format('reply($c, $v, $r, ''{"text": "x", "media": [%s]}'')', :screen)), 'TB422 covered_copy_exists', 'nor to a single person');
SELECT t.uploads('supervisor1', 'screen of the photo') AS again \gset
SELECT is(t.run('supervisor1', format('SELECT desk.media_info(%s) ->> ''uncovered''', :again)), 'true', 'the same bytes from another''s disk are known again');
SELECT is(t.run('officer1', format('SELECT concat_ws('' '', i ->> ''covered'', i ->> ''uncovered'') FROM desk.media_info(%s) i', :covered)), 'true false', 'the copy says that it is one');
SELECT is(t.covers('officer1', :screen, :covered), :'covered', 'told twice');
SELECT is((SELECT count(*) FROM core.media_cover), 1::bigint, 'it is kept once');
SELECT is(t.covers('officer1', :face, :covered), :'covered', 'of another picture as well');
SELECT is(t.posted(:face), 'TB422 covered_copy_exists', 'both stay here');
SELECT throws_ok('UPDATE core.media_cover SET places = 1', 'TB403'::char(5), 'append_only'::text, 'and stays');
SELECT is((SELECT octet_length(data) FROM core.media_chunk WHERE media_id = :screen), 19, 'the picture itself is as it was');
SELECT is((SELECT concat_ws(' ', login, object, facts ->> 'places') FROM core.audit WHERE verb = 'cover_media' ORDER BY id LIMIT 1), format('officer1 media:%s 2', :covered), 'who covered what is in the book');
SELECT * FROM finish();
