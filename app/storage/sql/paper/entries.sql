-- app/storage/sql/paper/entries.sql: the entries of a shift, newest first
SELECT e.id, e.at, e.kind, e.text, e.told, e.person_name FROM desk.shift_entries e WHERE e.shift_id = :shift ORDER BY e.id DESC LIMIT 500
