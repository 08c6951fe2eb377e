-- app/storage/sql/cases/categories.sql: categories as a tree, those in use
SELECT id, code, name, name_en, parent_id, needs_wall FROM desk.categories WHERE NOT retired ORDER BY code
