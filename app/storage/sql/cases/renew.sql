-- app/storage/sql/cases/renew.sql: keeps the lease while the desk lives
SELECT desk.renew_claim(:case) AS until
