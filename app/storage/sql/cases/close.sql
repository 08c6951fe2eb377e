-- app/storage/sql/cases/close.sql: closes a case whose result was told or published
SELECT desk.close(:case, :seen, :reason, :request) AS answer
