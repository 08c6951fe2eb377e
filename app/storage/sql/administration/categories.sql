-- categories as a tree; one page by key, or one row by its id
WITH RECURSIVE tree AS (
    SELECT c.id, c.code AS sort, 0 AS depth FROM desk.categories c WHERE c.parent_id IS NULL
    UNION ALL
    SELECT c.id, t.sort || '/' || c.code, t.depth + 1 FROM desk.categories c JOIN tree t ON c.parent_id = t.id WHERE t.depth < 16
), rows AS (
    SELECT t.sort, c.id, c.revision, t.depth, concat_ws(' ', c.code, c.name, c.name_en) AS hay,
        jsonb_build_object('code', c.code, 'name', c.name, 'name_en', c.name_en, 'parent_code', coalesce(p.code, ''), 'default_unit', coalesce(u.code, ''),
            'needs_wall', c.needs_wall, 'retired', c.retired) AS fields
    FROM tree t JOIN desk.categories c ON c.id = t.id LEFT JOIN desk.categories p ON p.id = c.parent_id LEFT JOIN desk.units u ON u.id = c.default_unit_id)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
