-- app/storage/sql/cases/notes.sql: notes for colleagues, oldest first
SELECT id, person_name, text, at FROM desk.notes WHERE case_id = :case ORDER BY id
