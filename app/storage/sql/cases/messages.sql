-- app/storage/sql/cases/messages.sql: a page of a case's messages, newest first, older than a key (the time as text keeps its microseconds)
SELECT m.*, m.sent_at::text AS sent_at_key FROM desk.messages(:case, :before_at::timestamptz, :before_id, :limit) m
