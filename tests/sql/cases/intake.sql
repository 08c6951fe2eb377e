-- SPDX-License-Identifier: GPL-3.0-or-later
-- What Facebook says, in any order and as often as it likes: nothing twice, nothing lost.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
CREATE FUNCTION t.text_of(p_mid text) RETURNS text LANGUAGE sql AS $$ SELECT text FROM core.message WHERE platform_id = p_mid $$;
-- ── the journal: received = processed + rejected + pending ──
SELECT is(t.run('gateway', 'SELECT count(*) FROM intake.journal(ARRAY[''a'', ''b'', ''c'']::bytea[])'), '3', 'three bodies in one commit');
SELECT is(t.run('gateway', 'SELECT string_agg(encode(body, ''escape''), '','') FROM intake.take_journal(2, 60)'), 'a,b', 'taken in order');
SELECT is(t.run('gateway', 'SELECT string_agg(encode(body, ''escape''), '','') FROM intake.take_journal(9, 60)'), 'c', 'what is taken is not taken twice');
UPDATE core.journal SET taken_until = now() - interval '1 second' WHERE body = 'a';
SELECT is(t.run('gateway', 'SELECT string_agg(concat(encode(body, ''escape''), attempts), '','') FROM intake.take_journal(9, 60)'), 'a2', 'what a dead gateway held comes back');
SELECT t.run('gateway', format('SELECT intake.finish_journal(%s, %L, ''why'')', id, CASE body WHEN 'a' THEN 'processed' ELSE 'rejected' END)) FROM core.journal WHERE body IN ('a', 'b') \g /dev/null
SELECT is(t.run('gateway', 'SELECT concat_ws('','', received, processed, rejected, pending) FROM intake.journal_counts()'), '3,1,1,1', 'nothing is unaccounted for');
SELECT is(t.run('gateway', 'SELECT intake.reprocess_journal()'), '1', 'rejected ones again');
SELECT is(t.run('gateway', 'SELECT concat_ws('','', received, processed, rejected, pending) FROM intake.journal_counts()'), '3,1,0,2', 'pending again');
SELECT is(left(t.run('gateway', format('SELECT intake.finish_journal(%s, ''forgotten'')', (SELECT id FROM core.journal WHERE body = 'c'))), 5), '23514', 'no other end');

-- ── doubled ──
SELECT t.writes('an', 'Hello', '{"platform_id": "d1", "attachments": [{"kind": "image", "url": "u"}]}') AS c \gset
SELECT is(t.event('{"type": "message", "channel": "messenger", "direction": "in", "kind": "text", "person_id": "an", "thread_key": "an", "platform_id": "d1", "text": "Hello", "sent_at": "2026-11-24T01:00:00Z"}'), '{"duplicate": true}', 'the same again');
SELECT is((SELECT concat_ws(' ', messages, unread, images) FROM core.case WHERE id = :c), '1 1 1', 'counted once');
SELECT is(t.writes('an', 'second'), :c::bigint, 'the open case takes the next one');
-- two gateways with the same event in the same instant
SELECT t.run('gateway', 'SELECT 1', 'g1'), t.run('gateway', 'SELECT 1', 'g2') \g /dev/null
CREATE TABLE t.both (answer text);
DO $$
DECLARE
    v_answer text;
    v_gateway text;
BEGIN
    FOR i IN 1 .. 25 LOOP
        PERFORM tap.dblink_send_query(g, format('SELECT intake.apply(NULL, ''page1'', %L)', jsonb_build_object('type', 'message', 'channel', 'messenger', 'direction', 'in', 'kind', 'text',
            'person_id', 'pair' || i, 'thread_key', 'pair' || i, 'platform_id', 'pair' || i, 'text', 'x', 'sent_at', core.now()))) FROM unnest('{g1,g2}'::text[]) g;
        FOREACH v_gateway IN ARRAY '{g1,g2}'::text[] LOOP
            SELECT x INTO v_answer FROM tap.dblink_get_result(v_gateway) AS r(x text);
            PERFORM tap.dblink_get_result(v_gateway);
            INSERT INTO t.both VALUES (v_answer);
        END LOOP;
    END LOOP;
END $$;
SELECT is((SELECT count(*) FROM t.both WHERE answer::jsonb ? 'message'), 25::bigint, 'one of them takes it in');
SELECT is((SELECT count(*) FROM t.both WHERE answer = '{"duplicate": true}'), 25::bigint, 'the other one is told, without an error');
SELECT is((SELECT count(*) FROM core.case c JOIN core.thread t ON t.id = c.thread_id WHERE t.key LIKE 'pair%'), 25::bigint, 'one case each');

-- ── out of order: what overtakes its message waits, and is applied in its own order ──
SELECT is(t.event(e), '{"parked": true}', 'overtakes: ' || (e ->> 'type')) FROM (VALUES ('{"type": "edit", "platform_id": "o1", "text": "third", "edits": 2, "sent_at": "2026-11-24T01:03:00Z"}'::jsonb),
    ('{"type": "edit", "platform_id": "o1", "text": "second", "edits": 1, "sent_at": "2026-11-24T01:02:00Z"}'), ('{"type": "reaction", "platform_id": "o1", "person_id": "an", "action": "react", "emoji": "x"}'),
    ('{"type": "reaction", "platform_id": "o1", "person_id": "an", "action": "unreact"}')) x(e);
SELECT is(t.event('{"type": "edit", "platform_id": "o1", "text": "third", "edits": 2, "sent_at": "2026-11-24T01:03:00Z"}'), '{"parked": true}', 'doubled');
SELECT t.writes('an', 'first', '{"platform_id": "o1"}') \g /dev/null
SELECT is(t.text_of('o1'), 'third', 'the newest words stand');
SELECT is((SELECT concat_ws(' ', edits, reactions) FROM core.message WHERE platform_id = 'o1'), '2 {}', 'and the reaction taken back is gone');
SELECT is((SELECT count(*) FROM core.parked), 0::bigint, 'nothing waits any more');
SELECT is(t.event('{"type": "edit", "platform_id": "o1", "text": "second", "edits": 1}'), '{}', 'an older edit that comes again');
SELECT is(t.text_of('o1'), 'third', 'changes nothing');
SELECT is(t.event('{"type": "edit", "platform_id": "o1", "text": "fourth", "edits": 3}'), '{}', 'a newer one');
SELECT is((SELECT string_agg(v.version || ' ' || v.text, ', ' ORDER BY v.version) FROM core.message_version v JOIN core.message m ON m.id = v.message_id WHERE platform_id = 'o1'), '0 first, 2 third', 'keeps what stood there');
SELECT is(t.run('officer1', format('SELECT string_agg(text, '','' ORDER BY version) FROM desk.message_versions(%s)', (SELECT id FROM core.message WHERE platform_id = 'o1'))), 'first,third', 'to be read at the desk');
SELECT is(t.run('officer1', 'SELECT count(*) FROM desk.search(''fourth'')'), '1', 'the new words are found');
SELECT is(t.run('officer1', 'SELECT count(*) FROM desk.search(''first'')'), '0', 'the old ones are not');
SELECT is(t.event('{"type": "unsend", "platform_id": "o1", "sent_at": "2026-11-24T01:05:00Z"}'), '{}', 'unsent');
SELECT is((SELECT concat(text, ' ', deleted_at IS NOT NULL) FROM core.message WHERE platform_id = 'o1'), 'fourth t', 'marked, the words stay');
SELECT is(t.event('{"type": "unsend", "platform_id": "never"}'), '{"parked": true}', 'an unsend of what never came waits');

-- ── what comes late undoes nothing that came later ──
SELECT is(t.event(e), '{"parked": true}', 'before its comment: ' || (e ->> 'type')) FROM (VALUES ('{"type": "edit", "platform_id": "late", "text": "third", "sent_at": "2026-11-24T01:03:00Z"}'::jsonb),
    ('{"type": "edit", "platform_id": "late", "text": "second", "sent_at": "2026-11-24T01:02:00Z"}'), ('{"type": "hide", "platform_id": "late", "hidden": false, "sent_at": "2026-11-24T01:05:00Z"}'),
    ('{"type": "hide", "platform_id": "late", "hidden": true, "sent_at": "2026-11-24T01:04:00Z"}')) x(e);
SELECT t.comments('lan', 'first', '{"platform_id": "late"}') \g /dev/null
SELECT is((SELECT concat_ws(' ', text, edits, hidden) FROM core.message WHERE platform_id = 'late'), 'third 1 f', 'a comment counts no edits: the time decides');
SELECT is((SELECT count(*) FROM core.parked WHERE platform_id = 'late'), 0::bigint, 'nothing waits any more');
SELECT is(t.event(e), '{}', 'late: ' || (e ->> 'type')) FROM (VALUES ('{"type": "edit", "platform_id": "late", "text": "second", "sent_at": "2026-11-24T01:02:00Z"}'::jsonb),
    ('{"type": "hide", "platform_id": "late", "hidden": true, "sent_at": "2026-11-24T01:04:00Z"}'),
    ('{"type": "reaction", "platform_id": "late", "person_id": "an", "action": "unreact", "sent_at": "2026-11-24T01:07:00Z"}'),
    ('{"type": "reaction", "platform_id": "late", "person_id": "an", "action": "react", "emoji": "x", "sent_at": "2026-11-24T01:06:00Z"}')) x(e);
SELECT is((SELECT concat_ws(' ', text, edits, hidden, reactions) FROM core.message WHERE platform_id = 'late'), 'third 1 f {}', 'and changes nothing');
SELECT is(t.event('{"type": "reaction", "platform_id": "late", "person_id": "an", "action": "react", "emoji": "y", "sent_at": "2026-11-24T01:08:00Z"}'), '{}', 'a new one');
SELECT is((SELECT reactions ->> 'an' FROM core.message WHERE platform_id = 'late'), 'y', 'counts');

-- ── comments: hidden, removed, shown ──
SELECT t.comments('binh', 'rude', '{"platform_id": "c9"}') AS c \gset
SELECT is(t.event('{"type": "hide", "platform_id": "c9", "hidden": true}'), '{}', 'hidden');
SELECT is((SELECT hidden FROM core.message WHERE platform_id = 'c9'), true, 'hidden');
SELECT is(t.event('{"type": "hide", "platform_id": "c9", "hidden": false}'), '{}', 'shown');
SELECT is((SELECT hidden FROM core.message WHERE platform_id = 'c9'), false, 'shown');
SELECT is(t.event('{"type": "remove", "platform_id": "c9"}'), '{}', 'removed');
SELECT is((SELECT deleted_at IS NOT NULL FROM core.message WHERE platform_id = 'c9'), true, 'removed');

-- ── one citizen, one file, over channels ──
SELECT t.writes('cuong', 'in Messenger') AS m, t.comments('cuong', 'in a comment') AS k \gset
SELECT isnt(:m::bigint, :k::bigint, 'two threads, two cases');
SELECT is((SELECT count(DISTINCT citizen_id) FROM core.case WHERE id IN (:m, :k)), 1::bigint, 'one file');
SELECT is(t.run('officer1', format('SELECT jsonb_array_length(desk.citizen_file(%s) -> ''cases'')', :m)), '1', 'each shows the other');

-- ── unknown kinds are visible, an unknown event is an error the journal keeps ──
SELECT is((t.event('{"type": "message", "channel": "messenger", "direction": "in", "kind": "unsupported", "person_id": "_unknown", "thread_key": "_unknown", "text": "", "sent_at": "2026-11-24T01:00:00Z", "extra": {"raw": {"x": 1}}}')::jsonb -> 'new_case'), 'true'::jsonb, 'a kind nobody knows is a case');
SELECT is(t.event('{"type": "something"}'), 'TB422 unknown_event', 'an event nobody knows is refused');
SELECT is(left(t.event('{"type": "message", "channel": "telegram", "direction": "in", "kind": "text", "person_id": "x", "thread_key": "x", "text": "x", "sent_at": "2026-11-24T01:00:00Z"}'), 5), '23514', 'a channel nobody knows, too');

-- ── our own words come back ──
SELECT t.classified('dung', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "Hello Dung"}'')'), 'ok', 'we answer');
SELECT id AS box FROM core.outbox WHERE case_id = :c \gset
SELECT is(t.event(jsonb_build_object('type', 'message', 'channel', 'messenger', 'direction', 'echo', 'kind', 'text', 'person_id', 'dung', 'thread_key', 'dung', 'platform_id', 'e1', 'text', 'Hello Dung',
    'metadata', :'box' || '#0', 'sent_at', core.now())), '{"own": true}', 'the echo comes before the answer of the call');
SELECT is((SELECT count(*) FROM core.message WHERE case_id = :c), 2::bigint, 'and is no message of its own');
SELECT is((SELECT platform_id FROM core.message WHERE outbox_id = :'box'), 'e1', 'but gives ours its id');
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(9, 60, ''g'')'), t.run('gateway', format('SELECT intake.outbox_part_sent(%L, ''g'', ''e1'')', :'box')), t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g'')', :'box')) \g /dev/null
SELECT is((SELECT concat_ws(' ', state, platform_ids, parts_sent) FROM core.outbox WHERE id = :'box'), 'sent {e1} 1', 'sent once');
SELECT is(t.event(jsonb_build_object('type', 'message', 'channel', 'messenger', 'direction', 'echo', 'kind', 'text', 'person_id', 'dung', 'thread_key', 'dung', 'platform_id', 'e1', 'text', 'Hello Dung', 'sent_at', core.now())),
    '{"duplicate": true}', 'the echo again, without metadata');
SELECT is((SELECT answered_elsewhere FROM core.case WHERE id = :c), false, 'nobody else answered');
-- delivered and read up to a time
SELECT is(t.event(jsonb_build_object('type', 'delivery', 'person_id', 'dung', 'watermark', core.now())), '{}', 'delivered');
SELECT is((SELECT state FROM core.outbox WHERE id = :'box'), 'delivered', 'delivered');
SELECT is(t.event(jsonb_build_object('type', 'read', 'person_id', 'dung', 'watermark', core.now() - interval '1 hour')), '{}', 'read up to an hour ago');
SELECT is((SELECT state FROM core.outbox WHERE id = :'box'), 'delivered', 'so not this one');
SELECT is(t.event(jsonb_build_object('type', 'read', 'person_id', 'dung', 'watermark', core.now())), '{}', 'read');
SELECT is((SELECT state FROM core.outbox WHERE id = :'box'), 'seen', 'seen');
SELECT is(t.event(jsonb_build_object('type', 'delivery', 'person_id', 'dung', 'watermark', core.now() + interval '1 hour')), '{}', 'a delivery that comes late');
SELECT is((SELECT state FROM core.outbox WHERE id = :'box'), 'seen', 'takes nothing back');
SELECT is(t.event(jsonb_build_object('type', 'read', 'person_id', 'nobody', 'watermark', core.now())), '{}', 'of a thread that is not there');
-- a delivery and a reading that overtake the answer of the call
SELECT t.classified('nam', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "one"}'')'), 'ok', 'an answer');
SELECT id AS one FROM core.outbox WHERE case_id = :c \gset
SELECT t.later('1 second'), t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(9, 60, ''g'')') \g /dev/null
SELECT is(t.event(jsonb_build_object('type', 'read', 'person_id', 'nam', 'watermark', core.now())), '{}', 'read while the call is under way');
SELECT is(t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g'')', :'one')), 't', 'then the call is answered');
SELECT is((SELECT state FROM core.outbox WHERE id = :'one'), 'seen', 'and the reading is not lost');
SELECT t.later('1 second') \g /dev/null
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "two"}'')'), 'ok', 'another answer');
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(9, 60, ''g'')'), t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g'')', (SELECT id FROM core.outbox WHERE case_id = :c AND text = 'two'))) \g /dev/null
SELECT is((SELECT state FROM core.outbox WHERE case_id = :c AND text = 'two'), 'sent', 'that of the first is not the second''s');
-- our own comment, whose webhook overtakes the answer of the call (comments carry no metadata)
SELECT t.comments('giang', 'a question', '{"platform_id": "q1"}') AS c \gset
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'claimed');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"kind": "comment_reply", "text": "our answer"}'')'), 'ok', 'answered in a comment');
SELECT id AS box FROM core.outbox WHERE case_id = :c \gset
-- while it lies in the queue, the same words typed elsewhere are somebody else's …
SELECT is((t.event(jsonb_build_object('type', 'message', 'channel', 'comment', 'direction', 'echo', 'kind', 'comment', 'person_id', 'giang', 'thread_key', 'c1:giang', 'root_id', 'q1', 'post_id', 'post1', 'platform_id', 'r1',
    'text', 'our answer', 'raw_text', 'our answer', 'sent_at', core.now()))::jsonb ? 'message'), true, 'taken for words from elsewhere');
SELECT is((SELECT concat_ws(' ', messages, answered_elsewhere) FROM core.case WHERE id = :c), '3 t', 'three messages');
-- … until the call says that this id is ours
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(9, 60, ''g'')'), t.run('gateway', format('SELECT intake.outbox_part_sent(%L, ''g'', ''r1'')', :'box')), t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g'')', :'box')) \g /dev/null
SELECT is((SELECT concat_ws(' ', messages, answered_elsewhere) FROM core.case WHERE id = :c), '2 f', 'it was ours: one message, nobody else answered');
SELECT is((SELECT platform_id FROM core.message WHERE outbox_id = :'box'), 'r1', 'under its id');
SELECT is(t.run('officer1', 'SELECT count(*) FROM desk.search(''our answer'')'), '1', 'found once');

-- ── words from elsewhere after the end belong to that case; a citizen's open a new one ──
SELECT t.classified('hanh', 'officer1') AS c \gset
SELECT is(t.verb('officer1', :c, 'reject($c, $v, ''spam'', $r)'), 'ok', 'ended');
SELECT is(t.writes('hanh', 'Goodbye', '{"direction": "echo"}'), :c::bigint, 'an echo opens no case');
SELECT is(t.status(:c), 'rejected', 'and opens nothing again');
SELECT isnt(t.writes('hanh', 'But wait'), :c::bigint, 'the citizen does');
SELECT is(t.run('gateway', 'SELECT string_agg(k, '','' ORDER BY k) FROM intake.known(ARRAY[''d1'', ''e1'', ''r1'', ''nothing'']) k'), 'd1,e1,r1', 'backfill asks what is known');
SELECT * FROM finish();
