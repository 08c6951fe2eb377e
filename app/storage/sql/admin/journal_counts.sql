-- app/storage/sql/admin/journal_counts.sql: received, processed, rejected, pending
SELECT desk.journal_counts() AS answer;
