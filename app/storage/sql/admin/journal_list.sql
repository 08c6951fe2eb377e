-- app/storage/sql/admin/journal_list.sql: a page of the journal, newest first
SELECT desk.journal_list(:state, :limit, :after) AS answer;
