-- app/storage/sql/cases/take_over.sql: takes a case out of another's hands
SELECT desk.take_over(:case, :seen, :reason, :request) AS answer
