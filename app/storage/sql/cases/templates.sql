-- app/storage/sql/cases/templates.sql: words prepared for a reply
SELECT t.code, t.stage, t.name, t.body, g.code AS category FROM desk.templates t LEFT JOIN desk.categories g ON g.id = t.category_id
WHERE NOT t.retired AND t.stage <> 'instruction' ORDER BY t.stage, t.name
