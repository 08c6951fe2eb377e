-- app/storage/sql/cases/open.sql: opens a case for reading; the reading is logged
SELECT desk.open_case(:case)
