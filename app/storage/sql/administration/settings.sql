-- settings of the centre that people may change; one page by key, or one row by its id
WITH rows AS (
    SELECT s.key AS sort, hashtext(s.key)::bigint + 2147483648 AS id, 0 AS revision, 0 AS depth, s.key AS hay,
        jsonb_build_object('key', s.key, 'value', s.value #>> '{}', 'type', jsonb_typeof(s.value)) AS fields
    FROM desk.settings s WHERE s.key IN ('lease_seconds', 'page_name', 'page_url', 'human_agent'))
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
