-- app/storage/sql/gateway/finish_journal.sql: the entry is understood, or put aside with the reason
SELECT intake.finish_journal(:id, :state, :error)
