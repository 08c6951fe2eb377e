-- app/storage/sql/cases/open_identity.sql: shows who the citizen is, for a reason that is logged
SELECT desk.open_identity(:case, :reason, :request) AS answer
