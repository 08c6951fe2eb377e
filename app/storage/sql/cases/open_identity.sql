-- app/storage/sql/cases/open_identity.sql: opens who the citizen is, for a reason that is logged; asked again in a later transaction it shows the names
SELECT desk.open_identity(:case, :reason, :request) AS answer
