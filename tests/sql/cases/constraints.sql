-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the tables themselves refuse, whoever writes: the last wall behind the verbs.
SELECT t.answered('an', 'officer1', 'W1', 'unit1') AS c \gset
SELECT t.comments('binh', 'x') AS k \gset
CREATE FUNCTION t.refused(p_sql text, p_state text, p_why text) RETURNS text LANGUAGE sql AS $$
    SELECT throws_ok(replace(replace(p_sql, '$c', (SELECT min(id)::text FROM core.case)), '$k', (SELECT max(id)::text FROM core.case)), p_state::char(5), NULL::text, p_why)
$$;
SELECT t.refused(s, '23514', s) FROM unnest(ARRAY['UPDATE core.case SET status = ''lost'' WHERE id = $c', 'UPDATE core.case SET urgency = ''soon'' WHERE id = $c', 'UPDATE core.case SET number = ''1'' WHERE id = $c',
    'UPDATE core.case SET status = ''duplicate'' WHERE id = $c', 'UPDATE core.message SET direction = ''sideways'' WHERE case_id = $c', 'UPDATE core.message SET kind = ''telegram'' WHERE case_id = $c',
    'UPDATE core.assignment SET state = ''lost'' WHERE case_id = $c', 'UPDATE core.unit_answer SET state = ''lost'' WHERE case_id = $c', 'INSERT INTO core.note (case_id, person_id, text, at) VALUES ($c, 1, '''', now())',
    'INSERT INTO core.person (login, name, role) VALUES (''x1'', ''x'', ''king'')', 'INSERT INTO core.person (login, name, role) VALUES (''X 1'', ''x'', ''officer'')', 'INSERT INTO core.person (login, name, role) VALUES (''x1'', ''x'', ''unit'')',
    'INSERT INTO core.category (code, name) VALUES (''a'', ''x'')', 'INSERT INTO core.category (code, name) VALUES (''.A'', ''x'')', 'INSERT INTO core.deadline (stage, amount, unit) VALUES (''answer'', 1, ''moons'')',
    'INSERT INTO core.deadline (stage, amount, unit) VALUES (''dream'', 1, ''days'')', 'INSERT INTO core.holiday VALUES (''2030-01-01'', ''party'', '''')', 'INSERT INTO core.unit (code, name, valid_from, valid_to) VALUES (''X'', ''x'', ''2026-01-02'', ''2026-01-01'')',
    'INSERT INTO core.media (sha256, bytes, mime, kind) VALUES (''short'', 1, ''x'', ''file'')', 'INSERT INTO core.outbox (id, kind, queued_at, send_after) VALUES (gen_random_uuid(), ''reply'', now(), now())',
    'INSERT INTO core.outbox (id, kind, queued_at, send_after) VALUES (gen_random_uuid(), ''post'', now(), now())', 'INSERT INTO core.reading (at, person_id, case_id, what) VALUES (now(), 1, $c, ''gossip'')',
    'INSERT INTO core.health (key, state) VALUES (''x'', ''so-so'')', 'INSERT INTO core.journal (body, state) VALUES ('''', ''lost'')', 'INSERT INTO core.journal (body, origin) VALUES ('''', ''rumour'')',
    'INSERT INTO core.audit_head (one, id, hash) VALUES (false, 1, '''')', 'INSERT INTO core.case_counter VALUES (2030, 1); UPDATE core.case SET queue = 9 WHERE id = $c']) s;
SELECT t.refused(s, '23505', s) FROM unnest(ARRAY['UPDATE core.case SET number = (SELECT number FROM core.case WHERE id = $c) WHERE id = $k',
    'INSERT INTO core.assignment (case_id, unit_id, lead, sent_by, sent_at) SELECT case_id, unit_id, false, 1, now() FROM core.assignment WHERE case_id = $c',
    'INSERT INTO core.assignment (case_id, unit_id, lead, sent_by, sent_at) SELECT case_id, 1, true, 1, now() FROM core.assignment WHERE case_id = $c',
    'INSERT INTO core.thread (citizen_id, channel, page_id, key) SELECT citizen_id, channel, page_id, key FROM core.thread LIMIT 1', 'INSERT INTO core.citizen_identity (citizen_id, page_id, platform_user_id) SELECT citizen_id, page_id, platform_user_id FROM core.citizen_identity LIMIT 1',
    'INSERT INTO core.message (case_id, thread_id, direction, kind, platform_id, sent_at) SELECT case_id, thread_id, direction, kind, platform_id, sent_at FROM core.message WHERE platform_id IS NOT NULL LIMIT 1',
    'INSERT INTO core.person (login, name, role) VALUES (''officer1'', ''x'', ''officer'')', 'INSERT INTO core.unit (code, name) VALUES (''W1'', ''x'')', 'INSERT INTO core.deadline (stage, amount, unit) VALUES (''answer'', 1, ''days'')',
    'INSERT INTO core.audit_head (id, hash) VALUES (1, '''')', 'INSERT INTO core.request (id, person_id, verb, answer) SELECT id, person_id, verb, answer FROM core.request LIMIT 1',
    'INSERT INTO core.outbox (id, kind, case_id, thread_id, queued_at, send_after) SELECT gen_random_uuid(), ''private_reply'', id, thread_id, now(), now() FROM core.case, generate_series(1, 2) WHERE id = $k',
    'WITH b AS (INSERT INTO core.bulletin (author_id, changed_by, created_at, changed_at) VALUES (1, 1, now(), now()) RETURNING id) INSERT INTO core.outbox (id, kind, bulletin_id, queued_at, send_after) SELECT gen_random_uuid(), ''post'', id, now(), now() FROM b, generate_series(1, 2)']) s;
SELECT t.refused(s, '23503', s) FROM unnest(ARRAY['DELETE FROM core.case WHERE id = $c', 'DELETE FROM core.person WHERE login = ''officer1''', 'DELETE FROM core.unit WHERE code = ''W1''', 'DELETE FROM core.citizen', 'DELETE FROM core.thread',
    'UPDATE core.case SET category_id = 99999 WHERE id = $c', 'UPDATE core.case SET holder_id = 99999 WHERE id = $c', 'INSERT INTO core.media_chunk VALUES (99999, 0, '''')']) s;
-- what follows from the status follows whoever sets it
SELECT lives_ok(format('UPDATE core.case SET status = ''closed'' WHERE id = %s', :c), 'a status set by hand');
SELECT is((SELECT concat_ws(' ', queue, stage, holder_id, burns_at, awaiting_reply) FROM core.case WHERE id = :c), '6  infinity f', 'its clocks follow');
SELECT is((SELECT open_case_id FROM core.thread t JOIN core.case c ON c.thread_id = t.id WHERE c.id = :c), NULL, 'and its thread is free');
-- every foreign key to a table that is never emptied is quick to check: an index, or a table of reference
SELECT is_empty($$SELECT c.conrelid::regclass, c.conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE c.contype = 'f' AND n.nspname = 'core'
    AND c.confrelid IN ('core.case'::regclass, 'core.message'::regclass, 'core.media'::regclass, 'core.bulletin'::regclass, 'core.assignment'::regclass)
    AND c.conrelid NOT IN ('core.draft'::regclass, 'core.attachment'::regclass, 'core.unit_answer'::regclass, 'core.thread'::regclass, 'core.case'::regclass, 'core.media_derivative'::regclass)
    AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])$$, 'foreign keys have their indexes');
SELECT * FROM finish();
