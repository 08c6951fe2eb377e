-- app/storage/sql/cases/citizen_file.sql: the citizen's file beside a case: never who it is
SELECT desk.citizen_file(:case) AS file
