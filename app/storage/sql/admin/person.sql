-- app/storage/sql/admin/person.sql: one person by login
SELECT id, login, name, rank, role, unit, active, revision FROM desk.people WHERE login = :login AND role <> 'gateway';
