-- app/storage/sql/gateway/take_attachments.sql: files that wait to be fetched, ours for some seconds
SELECT id, kind, url, ordinal, platform_id, attempts, sent_at FROM intake.take_attachments(:limit, :seconds)
