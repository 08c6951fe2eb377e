-- people with a login; one page by key, or one row by its id
WITH rows AS (
    SELECT p.login AS sort, p.id, p.revision, 0 AS depth, concat_ws(' ', p.login, p.name, p.rank, p.role, p.unit) AS hay,
        jsonb_build_object('login', p.login, 'name', p.name, 'rank', p.rank, 'role', p.role, 'unit', coalesce(p.unit, ''), 'active', p.active) AS fields
    FROM desk.people p WHERE p.role <> 'gateway')
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
