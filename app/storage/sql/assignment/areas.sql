-- the wards and communes with the names they had before, by the unit that polices them
SELECT a.id, a.code, a.type, a.name, a.name_alt, a.former_names, a.unit_id
FROM desk.areas a, (SELECT (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today) t
WHERE a.valid_from <= t.today AND (a.valid_to IS NULL OR a.valid_to >= t.today)
ORDER BY a.code
