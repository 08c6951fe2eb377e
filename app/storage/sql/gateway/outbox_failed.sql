-- app/storage/sql/gateway/outbox_failed.sql: Facebook refused it
SELECT intake.outbox_failed(:id::uuid, :code, :subcode, :word, :detail)
