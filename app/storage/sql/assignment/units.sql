-- every unit there is or was; valid: today in Hanoi
SELECT u.id, u.code, u.name, u.name_en, u.level, u.parent_id, u.valid_from, u.valid_to, u.external,
    u.valid_from <= t.today AND (u.valid_to IS NULL OR u.valid_to >= t.today) AS valid
FROM desk.units u, (SELECT (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today) t
ORDER BY u.external, u.code, u.valid_from
