-- what a filter may name: areas valid today
SELECT id, code, name, '' AS name_en FROM desk.areas WHERE current_date BETWEEN valid_from AND coalesce(valid_to, 'infinity') ORDER BY name
