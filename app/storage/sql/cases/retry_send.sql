-- app/storage/sql/cases/retry_send.sql: sends again what Facebook refused
SELECT desk.retry_send(:outbox, :request) AS answer
