-- units as a tree, each under its parent; a code may stand there twice with different days; one page by key, or one row by its id
WITH RECURSIVE tree AS (
    SELECT u.id, u.parent_id, u.external::int || u.code || ' ' || u.valid_from AS sort, 0 AS depth FROM desk.units u WHERE u.parent_id IS NULL
    UNION ALL
    SELECT u.id, u.parent_id, t.sort || '/' || u.code || ' ' || u.valid_from, t.depth + 1 FROM desk.units u JOIN tree t ON u.parent_id = t.id WHERE t.depth < 16
), rows AS (
    SELECT t.sort, u.id, u.revision, t.depth, concat_ws(' ', u.code, u.name, u.name_en, u.level) AS hay,
        jsonb_build_object('code', u.code, 'name', u.name, 'name_en', u.name_en, 'level', u.level, 'parent_code', coalesce(p.code, ''),
            'valid_from', u.valid_from, 'valid_to', coalesce(u.valid_to::text, ''), 'topics', array_to_string(u.topics, ';'), 'external', u.external) AS fields
    FROM tree t JOIN desk.units u ON u.id = t.id LEFT JOIN desk.units p ON p.id = u.parent_id)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
