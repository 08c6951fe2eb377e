-- where a post may come from; one page by key, or one row by its id
WITH rows AS (
    SELECT s.code AS sort, s.id, s.revision, 0 AS depth, concat_ws(' ', s.code, s.name, s.url_prefix) AS hay,
        jsonb_build_object('code', s.code, 'name', s.name, 'url_prefix', s.url_prefix, 'kind', s.kind, 'retired', s.retired) AS fields
    FROM desk.sources s)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
