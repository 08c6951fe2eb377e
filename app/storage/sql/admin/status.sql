-- app/storage/sql/admin/status.sql: sizes, queues and lag
SELECT desk.server_status() AS answer;
