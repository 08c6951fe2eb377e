-- app/storage/sql/cases/add_note.sql: adds a note for colleagues
SELECT desk.add_note(:case, :text, :request) AS answer
