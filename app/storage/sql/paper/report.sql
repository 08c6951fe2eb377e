-- app/storage/sql/paper/report.sql: a report that is kept
SELECT r.data || jsonb_build_object('id', r.id, 'sha256', r.sha256) AS answer FROM desk.reports r WHERE r.id = :report
