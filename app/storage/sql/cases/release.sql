-- app/storage/sql/cases/release.sql: lets a case go
SELECT desk.release_claim(:case, :request) AS answer
