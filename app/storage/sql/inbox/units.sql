-- what a filter may name: units valid today
SELECT id, code, name, name_en FROM desk.units WHERE current_date BETWEEN valid_from AND coalesce(valid_to, 'infinity') ORDER BY code
