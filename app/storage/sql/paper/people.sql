-- app/storage/sql/paper/people.sql: who may sit at the desk
SELECT p.id, p.name, p.rank, p.role FROM desk.people p WHERE p.active AND p.role IN ('officer', 'supervisor') ORDER BY p.name
