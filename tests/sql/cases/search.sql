-- SPDX-License-Identifier: GPL-3.0-or-later
-- Found with and without marks, in NFC and NFD, across months; by a unit in its own cases only.
SELECT is(search.plain(x), y, x) FROM (VALUES ('Đường Lê Đức Thọ', 'duong le duc tho'), (normalize('Nguyễn Thị Hường', NFD), 'nguyen thi huong'), ('ƯỠN ẸO', 'uon eo'), ('hoà hòa', 'hoa hoa'), (NULL, '')) v(x, y);
SELECT is(search.query(x)::text, y, coalesce(x, 'NULL')) FROM (VALUES ('mất xe', '''mat_xe'''), ('mất xe máy', '''mat_xe'' & ''xe_may'''), ('xe', '''xe'''), ('0912 345 678', '''0912345678'''), ('+84 912.345.678', '''0912345678'''),
    ('!!!', NULL), ('', NULL), (NULL, NULL), ('a''b | c & !d', '''a_b'' & ''b_c'' & ''c_d'''), ('x:*', '''x''')) v(x, y);
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
SELECT t.forwarded('an', 'officer1', 'W1') AS a \gset
SELECT t.writes('an', 'Tôi bị mất xe máy Wave, gọi 0912 345 678'), t.writes('an', normalize('Đường Lê Đức Thọ rất tắc', NFD)) \g /dev/null
SELECT t.writes('binh', 'mat xe dap o pho Hang Bac', '{"sent_at": "2026-09-01T00:00:00Z"}') AS b, t.writes('cuong', 'mất xe từ lâu', '{"sent_at": "2019-01-01T00:00:00Z"}') AS c \gset
CREATE FUNCTION t.found(p_login text, p_text text, p_rest text DEFAULT '') RETURNS text LANGUAGE sql AS $$
    SELECT t.run(p_login, format('SELECT coalesce(string_agg(concat(case_id, CASE WHEN exact THEN ''!'' END), '' '' ORDER BY sent_at DESC), '''') FROM desk.search(%L%s)', p_text, p_rest))
$$;
SELECT is(t.found('officer1', q), replace(replace(replace(e, 'a', :'a'), 'b', :'b'), 'c', :'c'), q) FROM (VALUES ('mất xe', 'a! b c!'), ('mat xe', 'a b! c'), ('MẤT XE MÁY', 'a!'), ('0912345678', 'a'), ('+84 912 345 678', 'a'),
    ('Lê Đức Thọ', 'a'), ('le duc tho', 'a'), ('hang bac', 'b!'), ('xe lửa', ''), ('wave', 'a!'), ('!', '')) v(q, e);
SELECT is(t.found('officer1', 'mất xe', ', 2'), :'a' || '! ' || :'b', 'a page of two');
SELECT is(t.found('officer1', 'mất xe', format(', 2, %L, %s', '2026-09-01T00:00:00Z', (SELECT max(id) FROM core.message WHERE case_id = :b))), :'c' || '!', 'and the next');
SELECT is(t.found('officer1', 'mất xe', ', 0'), '', 'of none');
SELECT is(t.found('unit1', 'mất xe'), :'a' || '!', 'a unit finds its own');
SELECT is(t.found('unit2', 'mất xe'), '', 'another nothing');
SELECT is(t.found('unit1', ''), '', 'and nothing finds nothing');
SELECT is(left(t.run('gateway', 'SELECT count(*) FROM desk.search(''x'')'), 5), '42501', 'the gateway searches not at all');
-- months: rows move from the rest into their own when it is made
SELECT is((SELECT count(*) FROM search.message_text_rest), 1::bigint, 'what is older than the partitions lies in the rest');
SELECT is(t.run('gateway', 'SELECT search.make_partitions(''2019-01-01'', ''2019-02-01'')'), '2', 'its month is made');
SELECT is((SELECT count(*) FROM search.message_text_rest), 0::bigint, 'and takes it');
SELECT is(t.run('gateway', 'SELECT search.make_partitions(''2019-01-01'', ''2019-02-01'')'), '0', 'once');
SELECT is(t.found('officer1', 'mất xe'), concat(:'a', '! ', :'b', ' ', :'c', '!'), 'still found, in order');
SELECT is(t.event(jsonb_build_object('type', 'edit', 'platform_id', platform_id, 'text', 'thấy xe rồi', 'edits', 1)), '{}', 'edited') FROM core.message WHERE case_id = :c;
SELECT is(t.found('officer1', 'thay xe'), :'c', 'new words are found');
SELECT is(t.found('officer1', 'mất xe'), concat(:'a', '! ', :'b'), 'the old ones are gone');
SELECT * FROM finish();
