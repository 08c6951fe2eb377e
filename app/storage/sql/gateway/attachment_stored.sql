-- app/storage/sql/gateway/attachment_stored.sql: the file is in the store
SELECT intake.attachment_stored(:id, :media, :name, :kind)
