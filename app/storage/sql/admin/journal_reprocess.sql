-- app/storage/sql/admin/journal_reprocess.sql: events go back to the gateway
SELECT desk.reprocess_journal(:id, :request) AS answer;
