-- app/storage/sql/cases/retry_media.sql: asks for a failed attachment again
SELECT desk.retry_media(:attachment, :request) AS answer
