-- app/storage/sql/cases/reject.sql: ends a case that is not for the police
SELECT desk.reject(:case, :seen, :reason, :request) AS answer
