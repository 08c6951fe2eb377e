-- app/storage/sql/admin/import.sql: many rows at once, or a dry run
SELECT desk.import_rows(:kind, :rows, :dry_run, :request) AS answer;
