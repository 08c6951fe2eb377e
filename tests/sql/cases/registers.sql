-- SPDX-License-Identifier: GPL-3.0-or-later
-- The registers: every case and slip of a period once, page by page, in order; nobody outside the centre reads them.
SELECT t.at('2026-11-24 08:00+07') \g /dev/null
CREATE FUNCTION t.book(p_kind text, p_limit int DEFAULT 100) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    v_rows jsonb := '[]'::jsonb;
    v_next text := '';
    v_page jsonb;
BEGIN
    WHILE v_next IS NOT NULL LOOP
        v_page := t.run('officer1', format('SELECT desk.read_register(%L, ''2026-11-24 00:00+07'', ''2026-11-25 00:00+07'', %L, %s)', p_kind, v_next, p_limit));
        v_rows := v_rows || (v_page -> 'rows');
        v_next := v_page ->> 'next';
    END LOOP;
    RETURN v_rows;
END $$;
SELECT t.forwarded('an', 'officer1', 'W1', '{"legal_track": "tin_bao_toi_pham"}') AS a, t.answered('binh', 'officer1', 'W2', 'unit2') AS b, t.writes('cuong', 'Đơn thư') AS c, t.writes('dung', 'Tin 4') AS d, t.classified('em', 'officer1', '{"legal_track": "khieu_nai"}') AS e \gset
SELECT t.at('2026-11-25 00:00+07') \g /dev/null
SELECT t.writes('tomorrow', 'Ngày mai') AS f \gset
SELECT t.at('2026-11-24 09:00+07') \g /dev/null
SELECT is(t.verb('officer1', :a, format('prepare_slip(%s, false, $r)', t.assignment(:a, 'W1'))), 'ok', 'a slip');
SELECT is(t.verb('supervisor1', NULL, format('sign_slip(%s, 1, $r)', (SELECT max(id) FROM core.slip))), 'ok', 'signed');

SELECT is(jsonb_array_length(t.book('intake')), 5, 'every case of the day and none of the next');
SELECT is(t.book('intake', 1), t.book('intake'), 'page by page the same rows');
SELECT is(t.book('intake', 2), t.book('intake'), 'whatever the size of a page');
SELECT is((SELECT concat_ws('|', r ->> 'words', r ->> 'category', r ->> 'units', r ->> 'slips', r ->> 'taken_by', r ->> 'citizen') FROM jsonb_array_elements(t.book('intake')) r WHERE r ->> 'number' = (SELECT number FROM core.case WHERE id = :a)),
    (SELECT 'Words of an|An ninh, trật tự|Unit W1|01/PC-CAHN-PV01|Officer One|Người dân #' || citizen_id FROM core.case WHERE id = :a), 'with the fields of the book');
SELECT ok(t.book('intake')::text NOT LIKE '%Name of%', 'and nobody''s name');
SELECT is((SELECT string_agg(r ->> 'number', ' ') FROM jsonb_array_elements(t.book('crime')) r), (SELECT number FROM core.case WHERE id = :a), 'form 294 holds what goes the way of a crime report');
SELECT is((SELECT string_agg(r ->> 'number', ' ') FROM jsonb_array_elements(t.book('visits')) r), (SELECT number FROM core.case WHERE id = :e), '03/TCD the complaints');
SELECT is((SELECT string_agg(concat_ws('|', r ->> 'number', r ->> 'signer', r ->> 'unit', r ->> 'state'), ' ') FROM jsonb_array_elements(t.book('outgoing')) r), '01/PC-CAHN-PV01|Supervisor One|Unit W1|signed', 'what went out');
SELECT is(t.verb('supervisor1', NULL, format('void_slip(%s, 2, ''mistake'', $r)', (SELECT max(id) FROM core.slip))), 'ok', 'a slip is void');
SELECT is((SELECT string_agg(concat_ws('|', r ->> 'number', r ->> 'state', r ->> 'void_reason'), ' ') FROM jsonb_array_elements(t.book('outgoing')) r), '01/PC-CAHN-PV01|voided|mistake', 'it stays in the book');
SELECT is((SELECT r ->> 'slips' FROM jsonb_array_elements(t.book('intake')) r WHERE r ->> 'slips' IS NOT NULL), '01/PC-CAHN-PV01 (hủy)', 'and is marked');
SELECT is(jsonb_array_length(t.book('shift_book')), 0, 'no shift, no line');
SELECT is(t.verb('supervisor1', NULL, format('plan_shift(NULL, NULL, %L, $r)', jsonb_build_object('name', 'Ca ngày', 'leader', t.person('officer1'), 'starts_at', core.now(), 'ends_at', core.now() + interval '8 hours'))), 'ok', 'a shift');
SELECT is(t.verb('officer1', NULL, format('begin_shift(%s, $r)', (SELECT max(id) FROM core.shift))), 'ok', 'on duty');
SELECT is(t.verb('officer1', NULL, 'write_shift_book(''event'', ''Mất điện'', ''EVN'', $r)'), 'ok', 'an entry');
SELECT is((SELECT string_agg(concat_ws('|', r ->> 'name', r ->> 'leader', r ->> 'people', r #>> '{entries,0,text}', r ->> 'ended_at'), ' ') FROM jsonb_array_elements(t.book('shift_book')) r), 'Ca ngày|Officer One|Officer One (Trưởng ca)|Mất điện', 'the shift book');

SELECT is(t.run('unit1', 'SELECT desk.read_register(''intake'', now(), now(), NULL, 10)'), 'TB403 role_may_not', 'a unit reads no register');
SELECT is(t.run('officer1', format('SELECT desk.read_register(%L, %L, %L, %L, 10)', k, f, u, a)), e, e || ' ' || concat_ws(' ', k, f, u, a)) FROM (VALUES
    ('secrets', '2026-01-01', '2026-02-01', NULL, 'TB422 kind_unknown'), (NULL, '2026-01-01', '2026-02-01', NULL, 'TB422 kind_unknown'), ('intake', NULL, '2026-02-01', NULL, 'TB422 time_not_possible'),
    ('intake', '2026-02-02', '2026-02-01', NULL, 'TB422 time_not_possible'), ('intake', '2026-01-01', '2026-02-01', '1 OR true', 'TB422 cursor_invalid')) v(k, f, u, a, e);
SELECT * FROM finish();
