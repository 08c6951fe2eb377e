-- app/storage/sql/cases/cancel_send.sql: cancels what has not left yet
SELECT desk.cancel_send(:outbox, :request) AS answer
