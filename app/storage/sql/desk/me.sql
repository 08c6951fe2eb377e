-- who this login is; no row when the login belongs to no person
SELECT id, login, name, rank, role, unit_id, unit_code, unit_name FROM desk.me
