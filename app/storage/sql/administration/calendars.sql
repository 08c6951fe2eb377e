-- calendars with the hours of each weekday as people write them; one page by key, or one row by its id
WITH rows AS (
    SELECT c.code AS sort, hashtext(c.code)::bigint + 4294967296 AS id, c.revision, 0 AS depth, concat_ws(' ', c.code, c.name, c.name_en, c.basis) AS hay,
        jsonb_build_object('code', c.code, 'name', c.name, 'name_en', c.name_en, 'kind', c.kind, 'days_stay', c.days_stay, 'basis', c.basis)
        || (SELECT jsonb_object_agg('day' || d, (SELECT coalesce(string_agg(p ->> 'from' || '–' || (p ->> 'to'), ', ' ORDER BY p ->> 'from'), '') FROM jsonb_array_elements(c.periods) p
            WHERE (p ->> 'weekday')::int = d)) FROM generate_series(1, 7) d) AS fields
    FROM desk.calendars c)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
