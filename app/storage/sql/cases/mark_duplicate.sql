-- app/storage/sql/cases/mark_duplicate.sql: ends a case that repeats another
SELECT desk.mark_duplicate(:case, :seen, :of, :reason, :request) AS answer
