-- words prepared for replies, instructions and posts; one page by key, or one row by its id
WITH rows AS (
    SELECT t.stage || '/' || t.code AS sort, t.id, t.revision, 0 AS depth, concat_ws(' ', t.code, t.name, t.body, c.code) AS hay,
        jsonb_build_object('code', t.code, 'category', coalesce(c.code, ''), 'stage', t.stage, 'name', t.name, 'body', t.body, 'retired', t.retired) AS fields
    FROM desk.templates t LEFT JOIN desk.categories c ON c.id = t.category_id)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
