-- app/storage/sql/cases/areas.sql: wards of today
SELECT id, code, name, name_alt, type FROM desk.areas WHERE valid_to IS NULL OR valid_to >= current_date ORDER BY name
