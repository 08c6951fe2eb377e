-- app/storage/sql/cases/claim.sql: takes a free case in hand
SELECT desk.claim(:case, :request) AS answer
