-- app/storage/sql/cases/row.sql: one case as every place shows it
SELECT c.*, core.now() AS now, g.name AS category_long, p.code AS category_parent, b.name AS about_unit_name, b.name_en AS about_unit_name_en, l.name_en AS unit_name_en, d.number AS duplicate_number,
    (SELECT value FROM desk.settings WHERE key = 'human_agent') = 'true'::jsonb AS human_agent
FROM desk.cases c LEFT JOIN desk.categories g ON g.id = c.category_id LEFT JOIN desk.categories p ON p.id = g.parent_id
LEFT JOIN desk.units b ON b.id = c.about_unit_id LEFT JOIN desk.units l ON l.id = c.lead_unit_id LEFT JOIN desk.cases d ON d.id = c.duplicate_of
WHERE c.id = :case
