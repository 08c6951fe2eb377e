-- app/storage/sql/cases/reopen.sql: opens a finished case again
SELECT desk.reopen(:case, :seen, :reason, :request) AS answer
