-- app/storage/sql/admin/replay.sql: webhook bodies into the journal
SELECT desk.replay(:bodies, :request) AS answer;
