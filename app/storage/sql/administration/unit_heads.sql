-- heads of units, the newest of each unit first; one page by key, or one row by its id
WITH rows AS (
    SELECT h.unit || '/' || lpad((9999999999 - extract(epoch FROM h.from_at))::bigint::text, 12, '0') AS sort, h.id, h.revision, 0 AS depth, concat_ws(' ', h.unit, h.unit_name, h.name, h.post, h.login) AS hay,
        jsonb_build_object('unit', h.unit, 'name', h.name, 'rank', h.rank, 'post', h.post, 'login', coalesce(h.login, ''), 'from', (h.from_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
            'to', coalesce(((h.to_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 1)::text, '')) AS fields
    FROM desk.unit_heads h)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
