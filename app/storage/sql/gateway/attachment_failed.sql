-- app/storage/sql/gateway/attachment_failed.sql: the file is not in the store: again later, or never
SELECT intake.attachment_failed(:id, :code, :again, :refused)
