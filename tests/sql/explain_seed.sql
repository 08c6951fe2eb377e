-- SPDX-License-Identifier: GPL-3.0-or-later
-- A desk of three years: :cases cases, a fifth of them open, five messages each, one case of 500 messages. Read by explain.sh.
\set ON_ERROR_STOP 1
SET session_replication_role = replica;    -- no triggers, no foreign keys: everything below is consistent by itself
SELECT setseed(0.26);
SELECT search.make_partitions((current_date - 1095), (current_date - 62)) \g /dev/null
INSERT INTO core.unit (code, name) VALUES ('CITY', 'City');
INSERT INTO core.unit (code, name, parent_id) SELECT 'D' || n, 'Department ' || n, 1 FROM generate_series(1, 24) n;
INSERT INTO core.unit (code, name, parent_id) SELECT 'W' || n, 'Ward ' || n, 2 + n % 24 FROM generate_series(1, 126) n;
INSERT INTO core.area (code, name, unit_id) SELECT lpad(n::text, 5, '0'), 'Ward ' || n, 25 + n FROM generate_series(1, 126) n;
INSERT INTO core.category (code, name, parent_id) SELECT p.code || '.C' || n, p.name || ' ' || n, p.id FROM core.category p, generate_series(1, 9) n WHERE p.parent_id IS NULL;
INSERT INTO core.person (login, name, role, unit_id) VALUES ('officer1', 'Officer', 'officer', NULL), ('ward1', 'Ward officer', 'unit', (SELECT id FROM core.unit WHERE code = 'W1')),
    ('dept1', 'Department officer', 'unit', (SELECT id FROM core.unit WHERE code = 'D1'));
INSERT INTO core.citizen (id, first_seen_at) OVERRIDING SYSTEM VALUE SELECT n, now() FROM generate_series(1, :cases / 2) n;
INSERT INTO core.thread (id, citizen_id, channel, page_id, key) OVERRIDING SYSTEM VALUE SELECT n, n, 'messenger', 'page', 'p' || n FROM generate_series(1, :cases / 2) n;
CREATE TEMP TABLE word AS SELECT n, w FROM unnest(string_to_array('công an phường xin chào em bị mất xe máy ở đường hôm qua lúc tối có hai thanh niên đánh nhau gây rối tiếng ồn karaoke nhà hàng xóm giúp đỡ cảm ơn anh chị cán bộ tiếp dân thủ tục căn cước hộ chiếu đăng ký tạm trú lừa đảo chuyển khoản ngân hàng số tài khoản tin nhắn lạ ma túy cờ bạc đua xe nẹt pô vỉa hè lấn chiếm đỗ xe sai quy định', ' ')) WITH ORDINALITY x(w, n);
CREATE FUNCTION pg_temp.words(p_seed bigint, p_count int) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(w, ' ' ORDER BY i) FROM generate_series(1, p_count) i JOIN word ON word.n = 1 + abs(hashint8(p_seed * 31 + i)) % 80
$$;
INSERT INTO core.case (id, number, status, queue, channel, citizen_id, thread_id, category_id, urgency, area_id, lead_unit_id, opened_at, received_at, last_message_at, stage, due_at, burns_at, burns_clock,
    holder_id, lease_until, first_words, last_words, messages)
OVERRIDING SYSTEM VALUE
SELECT n, to_char(23 + n * 3 / :cases, 'FM00') || '-' || lpad(n::text, 6, '0'),
    CASE q WHEN 1 THEN 'new' WHEN 2 THEN 'classified' WHEN 3 THEN 'forwarded' WHEN 4 THEN 'answered' WHEN 5 THEN 'released' ELSE 'closed' END, q, 'messenger', 1 + n % (:cases / 2), 1 + n % (:cases / 2),
    CASE WHEN q > 1 THEN 1 + floor(power(random(), 2) * 50)::int END, (ARRAY['emergency', 'high', 'medium', 'medium', 'medium', 'low'])[1 + n % 6],
    CASE WHEN q > 1 THEN 1 + floor(power(random(), 2) * 126)::int END, CASE WHEN q > 2 THEN 2 + floor(power(random(), 2) * 150)::int END,
    at, at, at + interval '1 hour', CASE WHEN q < 6 THEN 'answer' ELSE '' END, CASE WHEN q < 6 THEN at + random() * interval '20 days' END,
    CASE WHEN q < 6 THEN at + random() * interval '20 days' ELSE 'infinity' END, CASE WHEN q < 6 THEN 'answer' ELSE '' END,
    CASE WHEN q = 2 THEN 1 + n % 3 END, CASE WHEN q = 2 THEN now() + interval '5 minutes' END, pg_temp.words(n, 12), pg_temp.words(n + 1, 12), 5
FROM (SELECT n, CASE WHEN n % 5 > 0 THEN CASE WHEN n % 50 = 1 THEN 5 ELSE 6 END ELSE 1 + (n / 5) % 4 END::smallint AS q,
        now() - interval '1095 days' + n * interval '1095 days' / :cases AS at FROM generate_series(1, :cases) n) x;
INSERT INTO core.assignment (case_id, unit_id, lead, state, due_at, sent_by, sent_at)
SELECT id, lead_unit_id, true, CASE queue WHEN 3 THEN (ARRAY['sent', 'confirmed', 'returned'])[1 + id % 3] WHEN 4 THEN 'answered' ELSE 'accepted' END, due_at, 1, opened_at FROM core.case WHERE lead_unit_id IS NOT NULL;
INSERT INTO core.assignment (case_id, unit_id, lead, state, due_at, sent_by, sent_at)
SELECT id, 2 + (lead_unit_id + 7) % 150, false, CASE WHEN queue = 3 THEN 'sent' ELSE 'withdrawn' END, due_at, 1, opened_at FROM core.case WHERE lead_unit_id IS NOT NULL AND id % 4 = 0;
INSERT INTO core.message (case_id, thread_id, direction, kind, platform_id, text, sent_at)
SELECT c.id, c.thread_id, CASE WHEN k = 4 THEN 'out' ELSE 'in' END, 'text', 'm' || c.id || '_' || k,
    CASE WHEN k = 1 THEN c.first_words ELSE pg_temp.words(c.id * 7 + k, 15) END || CASE WHEN c.id % 5000 = 7 AND k = 2 THEN ' kỳ lân phượng hoàng' WHEN c.id % 97 = 3 AND k = 3 THEN ' 09' || lpad((c.id % 100000000)::text, 8, '0') WHEN c.id % 40 = 1 AND k = 2 THEN ' Nguyễn Văn Hùng' ELSE '' END,
    c.opened_at + k * interval '7 minutes' FROM core.case c, generate_series(1, 5) k;
INSERT INTO core.message (case_id, thread_id, direction, kind, platform_id, text, sent_at)
SELECT c.id, c.thread_id, 'in', 'text', 'long' || k, pg_temp.words(k, 15), c.opened_at + k * interval '1 minute' FROM core.case c, generate_series(1, 495) k WHERE c.id = :cases;
INSERT INTO search.message_text SELECT id, case_id, sent_at, search.lexemes(text) FROM core.message;
INSERT INTO core.reading (at, person_id, case_id, what) SELECT now() - n * interval '1 minute', 1, 1 + n % :cases, 'case' FROM generate_series(1, 20000) n;
ALTER TABLE core.person ALTER id RESTART WITH 100;
RESET session_replication_role;
ANALYZE;
