-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files that go with a reply: what belongs to the case may go, nothing else; a unit's files keep their names; old words are read in the open.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
CREATE FUNCTION t.upload(p_login text, p_bytes bytea, p_kind text DEFAULT 'image', p_end boolean DEFAULT true) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_schema text := CASE WHEN p_login = 'gateway' THEN 'intake' ELSE 'desk' END;
    v_id bigint := t.run(p_login, format('SELECT %I.media_begin(%L, %s, ''a/b'', %L) ->> ''id''', v_schema, sha256(p_bytes), octet_length(p_bytes), p_kind));
BEGIN
    FOR i IN 0 .. (octet_length(p_bytes) - 1) / 1048576 LOOP
        PERFORM t.run(p_login, format('SELECT %I.media_put(%s, %s, %L)', v_schema, v_id, i, substr(p_bytes, i * 1048576 + 1, 1048576)));
    END LOOP;
    IF p_end THEN
        PERFORM t.run(p_login, format('SELECT %I.media_end(%s)', v_schema, v_id));
    END IF;
    RETURN v_id;
END $$;
CREATE FUNCTION t.copy_of(p_original bigint, p_kind text, p_bytes bytea, p_as text DEFAULT 'image') RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_id bigint := t.upload('gateway', p_bytes, p_as);
BEGIN
    PERFORM t.run('gateway', format('SELECT intake.add_derivative(%s, %L, %s)', p_original, p_kind, v_id));
    RETURN v_id;
END $$;
CREATE FUNCTION t.reply(p_login text, p_case bigint, p_media bigint[], p_more jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
    SELECT t.verb(p_login, p_case, format('reply($c, $v, $r, %L)', jsonb_build_object('text', 'x', 'media', p_media) || p_more))
$$;
SELECT t.answered('an', 'officer1', 'W1', 'unit1') AS c, t.classified('binh', 'officer2') AS other, t.comments('chi', 'Comment') AS comment \gset
SELECT t.verb('officer1', :comment, 'claim($c, $r)') \g /dev/null
-- another citizen's picture, with its safe copy, in another's case
SELECT t.event('{"type": "message", "channel": "messenger", "direction": "in", "kind": "image", "person_id": "binh", "thread_key": "binh", "platform_id": "bp", "text": "", "sent_at": "2026-11-24T01:00:00Z", "attachments": [{"kind": "image", "url": "https://cdn.example/1"}]}') \g /dev/null
SELECT t.upload('gateway', 'photo of binh') AS photo \gset
SELECT t.run('gateway', format('SELECT intake.attachment_stored(%s, %s)', (SELECT id FROM core.attachment WHERE case_id = :other), :photo)) \g /dev/null
SELECT t.copy_of(:photo, 'screen', 'safe photo of binh') AS safe, t.copy_of(:photo, 'waveform', 'wave of binh') AS wave \gset

-- ── what may go ──
SELECT t.upload('officer1', 'my picture') AS mine, t.upload('officer1', 'my paper', 'file') AS paper, t.upload('officer1', 'half', 'image', false) AS half, t.upload('officer2', 'of a colleague') AS theirs \gset
SELECT t.copy_of(:mine, 'screen', 'safe picture') AS copy \gset
SELECT is(t.reply('officer1', :c, ARRAY[:mine, :paper]), 'ok', 'what the officer uploaded');
SELECT is(t.reply('officer1', :c, ARRAY[:copy], format('{"names": ["%s"]}', 'cong-van.png')::jsonb), 'ok', 'and the safe copy of it');
SELECT is((SELECT string_agg(a.name || ' ' || a.media_id, ',') FROM core.attachment a JOIN core.message m ON m.id = a.message_id WHERE a.case_id = :c AND a.name <> ''), 'cong-van.png ' || :copy, 'under its name');
SELECT is((SELECT facts #>> '{names,0}' FROM core.outbox WHERE case_id = :c AND media_ids = ARRAY[:copy]::bigint[]), 'cong-van.png', 'which travels with it');
SELECT is(t.reply('officer2', :other, ARRAY[:safe]), 'ok', 'the safe copy of what was sent in this case');
-- ── what may not ──
SELECT is(t.reply('officer1', :c, ARRAY[m]), e, w) FROM (VALUES
    (:photo::bigint, 'TB422 media_not_of_case', 'another citizen''s picture'), (:safe, 'TB422 media_not_of_case', 'nor its safe copy'), (:wave, 'TB422 media_not_of_case', 'nor its waveform'),
    (:theirs, 'TB422 media_not_of_case', 'a colleague''s upload that belongs to nothing'), (:half, 'TB422 media_not_of_case', 'half a file'), (999999, 'TB422 media_not_of_case', 'nothing at all'),
    (NULL, 'TB422 media_not_of_case', 'null')) x(m, e, w);
SELECT is(t.reply('officer2', :other, ARRAY[:photo]), 'TB422 original_media', 'the citizen''s own bytes stay sealed in their own case too');
SELECT is(t.reply('officer2', :other, ARRAY[:wave]), 'TB422 media_not_of_case', 'a waveform is no file');
SELECT is(t.reply('officer1', :c, array_fill(:mine::bigint, ARRAY[11])), 'TB422 too_many_files', 'ten at most');
SELECT is(t.facts(), '{"most": 10, "is": 11}', 'which says how many');
SELECT is((SELECT count(*) FROM core.outbox WHERE case_id = :c), 2::bigint, 'nothing of this was queued');
UPDATE core.media SET bytes = 26214401 WHERE id = :paper;
SELECT is(t.reply('officer1', :c, ARRAY[:paper]), 'TB422 file_too_large', 'more than Facebook takes');
UPDATE core.media SET bytes = 8 WHERE id = :paper;
SELECT is(t.reply('officer1', :comment, ARRAY[:paper], '{"kind": "comment_reply"}'), 'TB422 comment_takes_pictures_only', 'no paper under a comment');
SELECT is(t.reply('officer1', :comment, ARRAY[:copy], '{"kind": "private_reply"}'), 'TB422 private_reply_takes_no_files', 'a private reply is words');
SELECT is(t.reply('officer1', :comment, ARRAY[:copy], '{"kind": "comment_reply"}'), 'ok', 'a picture under a comment');
SELECT is(t.run(l, format('SELECT core.require_sendable(%s, ''reply'', ''{}'')', :c)) ~ '^42501', true, l || ' cannot ask the rule itself') FROM unnest('{officer1,unit1,gateway}'::text[]) l;

-- ── the unit's files ──
SELECT t.upload('unit1', 'report', 'file') AS report, t.upload('unit1', 'half a report', 'file', false) AS part, t.upload('unit2', 'of W2', 'file') AS foreign \gset
SELECT t.verb('officer1', :c, format('return_answer(%s, $v, ''the record is missing'', $r)', (SELECT max(id) FROM core.unit_answer WHERE case_id = :c))) \g /dev/null
SELECT is(t.verb('unit1', :c, format('answer(%s, ''with the record'', ARRAY[%s]::bigint[], $r)', t.assignment(:c, 'W1'), m)), 'TB422 media_not_found', w)
FROM (VALUES (:part::bigint, 'half a file is no answer'), (:foreign, 'nor is another unit''s')) x(m, w);
SELECT is(t.reply('officer1', :c, ARRAY[:report]), 'TB422 media_not_of_case', 'before it is answered the unit''s file is not the case''s');
SELECT is(t.verb('unit1', :c, format('answer(%s, ''with the record'', ARRAY[%s], $r, ARRAY[''biên bản.pdf''])', t.assignment(:c, 'W1'), :report)), 'ok', 'a whole one with its name');
SELECT is(t.run('officer1', format('SELECT media_names[1] FROM desk.unit_answers WHERE case_id = %s ORDER BY id DESC LIMIT 1', :c)), 'biên bản.pdf', 'which the officer reads');
SELECT is(t.run('unit2', format('SELECT count(*) FROM desk.unit_answers WHERE case_id = %s', :c)), '0', 'and another unit does not');
SELECT is(t.reply('officer1', :c, ARRAY[:report]), 'ok', 'then it goes to the citizen');
SELECT is(t.reply('officer2', :other, ARRAY[:report]), 'TB422 media_not_of_case', 'but not to another one');
SELECT is(t.verb('unit1', :c, format('reply($c, $v, $r, ''{"text": "x", "media": [%s]}'')', :report)), 'TB403 role_may_not', 'a unit sends nothing itself');

-- ── what we sent is shown with the copies beside it ──
SELECT t.copy_of(:mine, 'thumbnail', 'small picture') AS small \gset
SELECT is(t.run('officer2', format('SELECT string_agg(a #>> ''{derivatives,thumbnail,media}'', '','') FROM desk.messages(%s) m, jsonb_array_elements(m.attachments) a WHERE a ->> ''media'' = ''%s''', :c, :copy)), :'small', 'a sent copy has its thumbnail');
SELECT is(t.run('officer2', format('SELECT length(desk.media_chunk(%s, 0))', :small)), '13', 'which a colleague sees');
SELECT is(t.run('unit2', format('SELECT length(desk.media_chunk(%s, 0))', m)), 'TB404 media_not_found', 'and no unit without the case') FROM unnest(ARRAY[:small, :copy, :mine]) m;

-- ── what a message said before ──
SELECT t.event('{"type": "message", "channel": "messenger", "direction": "in", "kind": "text", "person_id": "an", "thread_key": "an", "platform_id": "ed", "text": "first words", "sent_at": "2026-11-24T01:00:00Z"}') \g /dev/null
SELECT t.event('{"type": "edit", "platform_id": "ed", "text": "second words", "edits": 1, "sent_at": "2026-11-24T01:01:00Z"}') \g /dev/null
SELECT id AS m FROM core.message WHERE platform_id = 'ed' \gset
SELECT is(t.run('officer2', format('SELECT string_agg(text, ''|'') FROM desk.message_versions(%s)', :m)), 'first words', 'the earlier words');
SELECT is((SELECT count(*) FROM core.reading WHERE case_id = :c AND person_id = t.person('officer2') AND what = 'case'), 1::bigint, 'read in the open');
SELECT is(t.run('supervisor1', format('SELECT count(*) FROM desk.message_versions(%s)', :m)), '1', 'another reader');
SELECT is((SELECT count(*) FROM core.reading WHERE case_id = :c AND person_id = t.person('supervisor1')), 1::bigint, 'is another line');
SELECT is(t.run('unit2', format('SELECT count(*) FROM desk.message_versions(%s)', :m)), 'TB404 case_not_found', 'a unit without the case reads none');
SELECT is(t.run('unit2', 'SELECT count(*) FROM core.message_version'), '42501 permission denied for table message_version', 'nor from the table');
SELECT * FROM finish();
