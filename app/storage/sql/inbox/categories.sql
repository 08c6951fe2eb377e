-- what a filter may name: categories, parents first
SELECT id, code, name, name_en FROM desk.categories WHERE NOT retired ORDER BY coalesce(parent_id, id), parent_id IS NOT NULL, code
