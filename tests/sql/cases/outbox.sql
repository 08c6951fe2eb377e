-- SPDX-License-Identifier: GPL-3.0-or-later
-- What goes out: once, in order, and never without knowing what Facebook has.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
CREATE FUNCTION t.taken(p_limit int DEFAULT 99) RETURNS text LANGUAGE sql AS $$
    SELECT t.run('gateway', format('SELECT string_agg(concat_ws('':'', j ->> ''text'', j ->> ''state'', j ->> ''attempts''), '','') FROM intake.take_outbox(%s, 60, ''g1'') j', p_limit))
$$;
CREATE FUNCTION t.box(p_text text) RETURNS uuid LANGUAGE sql AS $$ SELECT id FROM core.outbox WHERE text = p_text ORDER BY queued_at DESC LIMIT 1 $$;
CREATE FUNCTION t.abandon() RETURNS void LANGUAGE sql AS $$ UPDATE core.outbox SET taken_until = clock_timestamp() - interval '1 second' WHERE taken_until IS NOT NULL $$;
SELECT t.classified('an', 'officer1') AS a, t.classified('binh', 'officer1') AS b \gset
-- a later one may have a smaller id: desks' clocks differ
SELECT is(t.verb('officer1', :a, 'reply($c, $v, ''ffffffff-0000-7000-8000-000000000001'', ''{"text": "a1"}'')'), 'ok', 'first to an');
SELECT t.later('1 second') \g /dev/null
SELECT is(t.verb('officer1', :a, 'reply($c, $v, ''00000000-0000-7000-8000-000000000001'', ''{"text": "a2"}'')'), 'ok', 'second to an');
SELECT is(t.verb('officer1', :b, 'reply($c, $v, $r, ''{"text": "b1"}'')'), 'ok', 'first to binh');
SELECT is(t.taken(), 'a1:sending:1,b1:sending:1', 'of each thread the oldest only');
SELECT is(t.taken(), NULL, 'what is taken is not taken twice');
SELECT is(t.run('gateway', format('SELECT intake.outbox_later(%L, ''g1'', %L, ''queued'', ''rate'')', t.box('a1'), core.now() + interval '1 minute')), 't', 'Facebook asks to wait');
SELECT is(t.taken(), NULL, 'so the second waits as well');
SELECT t.later('61 seconds') \g /dev/null
SELECT is(t.taken(), 'a1:sending:2', 'the first again');
SELECT is(t.run('gateway', format('SELECT intake.outbox_part_sent(%L, ''g1'', ''x1'')', t.box('a1'))) || t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g1'')', t.box('a1'))), 'tt', 'sent');
SELECT is(t.taken(), 'a2:sending:1', 'then the second');
SELECT is(t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g1'')', t.box('a1'))), 't', 'sent is said twice');
SELECT is(t.run('gateway', format('SELECT intake.outbox_failed(%L, ''g1'', 1, 1, ''x'', ''x'')', t.box('a1'))), 't', 'and failed after that');
SELECT is((SELECT state FROM core.outbox WHERE id = t.box('a1')), 'sent', 'it stays sent');
-- a gateway that dies in the act leaves a doubt
SELECT t.abandon() \g /dev/null
SELECT is(t.taken(), 'a2:uncertain:2,b1:uncertain:2', 'nobody knows whether Facebook has them');
-- a gateway that was frozen wakes up: the items are another's now, and nothing it says of them counts
SELECT o::text AS before FROM core.outbox o WHERE id = t.box('a2') \gset
SELECT is(t.run('gateway', format('SELECT intake.outbox_keep(%L, ''g0'', 60)', t.box('a2'))), 'f', 'it learns so before it writes');
SELECT is(t.run('gateway', format('SELECT intake.outbox_later(%L, ''g0'', %L, ''queued'', ''x'')', t.box('a2'), core.now())), 'f', 'it puts nothing back into the queue');
SELECT is(t.run('gateway', format('SELECT intake.outbox_failed(%L, ''g0'', 1, 1, ''x'', ''x'')', t.box('a2'))), 'f', 'calls nothing failed');
SELECT is(t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g0'', ''{}'')', t.box('a2'))), 'f', 'nor sent');
SELECT is(t.run('gateway', format('SELECT intake.outbox_part_sent(%L, ''g0'', ''y1'')', t.box('a2'))), 'f', 'counts no part');
SELECT is(t.run('gateway', format('SELECT intake.outbox_note(%L, ''g0'', ''{"video_finished": true}'')', t.box('a2'))), 'f', 'notes nothing');
SELECT is(t.run('gateway', format('SELECT intake.outbox_sent(%L, '''')', t.box('a2'))), 'f', 'and who has no name has nothing');
SELECT matches(t.run('gateway', format('SELECT core.outbox_sent(%L)', t.box('a2'))), '^42501 ', 'the door without a name is shut');
SELECT is((SELECT o::text FROM core.outbox o WHERE id = t.box('a2')), :'before', 'the item is as it was');
SELECT is(t.run('gateway', format('SELECT intake.outbox_later(%L, ''g1'', %L, ''queued'', ''not there'')', t.box('a2'), core.now())), 't', 'Facebook was read: it is not there');
SELECT is(t.taken(), 'a2:sending:3', 'so it is sent');
SELECT is(t.run('gateway', format('SELECT intake.outbox_later(%L, ''g1'', %L, ''sent'', ''x'')', t.box('a2'), core.now())), 't', 'no other state by this door');
SELECT is((SELECT state FROM core.outbox WHERE id = t.box('a2')), 'sending', 'it is as it was');
SELECT is(t.verb('officer1', :a, format('cancel_send(%L, $r)', t.box('a2'))), 'TB409 already_leaving', 'what is leaving is not called back');
SELECT is(t.run('gateway', format('SELECT intake.outbox_failed(%L, ''g1'', 551, NULL, ''gone'', ''not available'')', t.box('a2'))), 't', 'refused');
SELECT is((SELECT concat_ws(' ', state, error_code, error_word) FROM core.outbox WHERE id = t.box('a2')), 'failed 551 gone', 'with why');
SELECT is((SELECT reason FROM core.case_event WHERE case_id = :a AND verb = 'send_failed'), 'gone', 'in the history of the case');
SELECT is(t.verb('officer2', :a, format('retry_send(%L, $r)', t.box('a2'))), 'TB409 not_holder', 'only the holder tries again');
SELECT is(t.verb('officer1', :a, format('retry_send(%L, $r)', t.box('a2'))), 'ok', 'the holder does');
SELECT is(t.verb('officer1', :a, format('retry_send(%L, $r)', t.box('a2'))), 'TB409 not_failed', 'once');
SELECT is(t.verb('officer2', :a, format('cancel_send(%L, $r)', t.box('a2'))), 'TB409 not_holder', 'another does not call it back');
SELECT is(t.verb('officer1', :a, format('cancel_send(%L, $r)', t.box('a2'))), 'ok', 'who wrote it does');
SELECT is((SELECT deleted_at IS NOT NULL FROM core.message WHERE outbox_id = t.box('a2')), true, 'the words are marked');
SELECT is(t.run('officer1', format('SELECT desk.cancel_send(%L, gen_random_uuid())', gen_random_uuid())), 'TB404 outbox_not_found', 'no such one');

-- ── two gateways at once ──
SELECT t.classified('q' || n, 'officer1') FROM generate_series(1, 20) n \g /dev/null
SELECT t.verb('officer1', c.id, 'reply($c, $v, $r, ''{"text": "x"}'')') FROM core.case c WHERE first_words LIKE 'Words of q%' \g /dev/null
SELECT t.run('gateway', 'SELECT 1', g) FROM unnest('{g1,g2}'::text[]) g \g /dev/null
SELECT dblink_send_query(g, 'SELECT j ->> ''id'' FROM intake.take_outbox(20, 60, ''' || g || ''') j') FROM unnest('{g1,g2}'::text[]) g \g /dev/null
CREATE TABLE t.got AS SELECT x FROM dblink_get_result('g1') AS r(x text) UNION ALL SELECT x FROM dblink_get_result('g2') AS r(x text);
SELECT is((SELECT concat_ws(' ', count(*), count(DISTINCT x)) FROM t.got), '20 20', 'each item once');

-- ── private replies: once a thread, with their own limit ──
SELECT t.comments('cuong', 'where?', '{"platform_id": "p1"}') AS c \gset
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'claimed');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "x", "kind": "reply"}'')'), 'TB422 kind_does_not_fit', 'a comment is not answered in Messenger');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "private", "kind": "private_reply"}'')'), 'ok', 'a private reply');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "again", "kind": "private_reply"}'')'), 'TB409 private_reply_spent', 'one');
SELECT t.taken() \g /dev/null
SELECT is(t.run('gateway', format('SELECT intake.outbox_failed(%L, ''g1'', 10900, NULL, ''spent'', ''x'')', t.box('private'))), 't', 'it fails');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "again", "kind": "private_reply"}'')'), 'ok', 'another may be tried');
SELECT is(t.verb('officer1', :c, format('retry_send(%L, $r)', t.box('private'))), 'TB409 private_reply_spent', 'but not both');
SELECT t.taken() \g /dev/null
SELECT is(t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g1'', ''{"recipient": "psid-cuong"}'')', t.box('again'))), 't', 'sent');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "third", "kind": "private_reply"}'')'), 'TB409 private_reply_spent', 'spent for good');
SELECT is((SELECT i.citizen_id FROM core.citizen_identity i WHERE platform_user_id = 'psid-cuong'), (SELECT citizen_id FROM core.case WHERE id = :c), 'who answers in Messenger is the same citizen');
SELECT t.writes('psid-cuong', 'thanks') AS thanks \gset
SELECT is((SELECT citizen_id FROM core.case WHERE id = :thanks), (SELECT citizen_id FROM core.case WHERE id = :c), 'and lies in the same file');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "openly", "kind": "comment_reply"}'')'), 'ok', 'a comment reply may follow');
SELECT t.comments('dung', 'old question', '{"platform_id": "p2"}') AS c \gset
SELECT t.later('7 days 1 second') \g /dev/null
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'claimed after a week');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "x", "kind": "private_reply"}'')'), 'TB422 window_closed', 'too late for a private one');
SELECT is(t.event('{"type": "remove", "platform_id": "p2"}'), '{}', 'the comment is removed');
SELECT is(t.verb('officer1', :c, 'reply($c, $v, $r, ''{"text": "x", "kind": "comment_reply"}'')'), 'TB422 message_not_found', 'then there is nothing to answer');

-- ── hiding a comment ──
SELECT t.comments('giang', 'rude', '{"platform_id": "h1"}') AS c \gset
SELECT id AS m FROM core.message WHERE platform_id = 'h1' \gset
SELECT is(t.verb('officer1', :c, 'claim($c, $r)'), 'ok', 'claimed');
SELECT is(t.verb('officer1', :c, 'hide_comment($c, $v, 1, true, $r)'), 'TB422 not_a_comment', 'what is none is not hidden');
SELECT is(t.verb('officer1', :c, format('hide_comment($c, $v, %s, true, $r)', :m)), 'ok', 'asked for');
SELECT is((SELECT hidden FROM core.message WHERE id = :m), false, 'hidden only when Facebook says so');
SELECT t.run('gateway', 'SELECT count(*) FROM intake.take_outbox(99, 60, ''g'')'), t.run('gateway', format('SELECT intake.outbox_sent(%L, ''g'')', (SELECT id FROM core.outbox WHERE kind = 'hide_comment'))) \g /dev/null
SELECT is((SELECT hidden FROM core.message WHERE id = :m), true, 'hidden');
SELECT matches(t.run('gateway', 'SELECT intake.outbox_depth()'), '"waiting"', 'the gateway counts what is left');
SELECT * FROM finish();
