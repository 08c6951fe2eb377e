-- app/storage/sql/paper/reports.sql: the reports that are kept, newest first, without their data
SELECT r.id, r.kind, r.from_at, r.to_at, r.scheduled, r.made_by_name, r.made_at FROM desk.reports r ORDER BY r.made_at DESC, r.id DESC LIMIT 300
