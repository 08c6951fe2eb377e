-- app/storage/sql/gateway/attachment_link.sql: Facebook gave a fresh address
SELECT intake.attachment_link(:id, :url)
