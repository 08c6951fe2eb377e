-- app/storage/sql/admin/boundaries.sql: the boundaries of areas from one file, or a dry run
SELECT desk.import_boundaries(:features, :attribution, :dry_run, :request) AS answer;
