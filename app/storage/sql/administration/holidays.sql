-- days that stop or start the working-day clock; one page by key, or one row by its id
WITH rows AS (
    SELECT h.day::text AS sort, h.day - DATE '1970-01-01' AS id, 0 AS revision, 0 AS depth, concat_ws(' ', h.day::text, to_char(h.day, 'DD/MM/YYYY'), h.name) AS hay,
        jsonb_build_object('date', h.day, 'kind', h.kind, 'name', h.name, 'works_until', coalesce(to_char(h.works_until, 'HH24:MI'), '')) AS fields
    FROM desk.holidays h)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
