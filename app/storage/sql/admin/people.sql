-- app/storage/sql/admin/people.sql: everybody, by login
SELECT id, login, name, rank, role, unit, active, revision FROM desk.people WHERE role <> 'gateway' ORDER BY login;
