-- app/storage/sql/admin/journal_show.sql: one event as it came
SELECT id, received_at, origin, state, attempts, error, processed_at, body, headers FROM desk.journal_show(:id);
