-- many rows, all or none; a dry run changes nothing and names every bad line
SELECT desk.import_rows(:kind, :rows::jsonb, :dry_run, :request::uuid) AS answer
