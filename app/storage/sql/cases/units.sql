-- app/storage/sql/cases/units.sql: units of today
SELECT id, code, name, name_en FROM desk.units WHERE NOT external AND (valid_to IS NULL OR valid_to >= current_date) ORDER BY name
