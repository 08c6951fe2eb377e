-- legal tracks, in the order of their position; one page by key, or one row by its id
WITH rows AS (
    SELECT lpad(t.position::text, 6, '0') || t.code AS sort, hashtext(t.code)::bigint + 4294967296 AS id, 0 AS revision, 0 AS depth, concat_ws(' ', t.code, t.name, t.name_en, t.basis) AS hay,
        jsonb_build_object('code', t.code, 'name', t.name, 'name_en', t.name_en, 'basis', t.basis, 'position', t.position) AS fields
    FROM desk.legal_tracks t)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
