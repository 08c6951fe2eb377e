-- wards and communes with their police and the names they had; one page by key, or one row by its id
WITH rows AS (
    SELECT a.code || ' ' || a.valid_from AS sort, a.id, a.revision, 0 AS depth, concat_ws(' ', a.code, a.name, a.name_alt, array_to_string(a.former_names, ' '), u.code) AS hay,
        jsonb_build_object('code', a.code, 'type', a.type, 'name', a.name, 'name_alt', a.name_alt, 'former_names', array_to_string(a.former_names, ';'),
            'label_lon', coalesce(a.label_lon::text, ''), 'label_lat', coalesce(a.label_lat::text, ''), 'unit_code', coalesce(u.code, ''),
            'valid_from', a.valid_from, 'valid_to', coalesce(a.valid_to::text, '')) AS fields
    FROM desk.areas a LEFT JOIN desk.units u ON u.id = a.unit_id)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
