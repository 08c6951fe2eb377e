-- app/storage/sql/gateway/take_journal.sql: pending entries, ours for some seconds
SELECT id, body, received_at FROM intake.take_journal(:limit, :seconds) ORDER BY id
