-- app/storage/sql/gateway/outbox_failed.sql: Facebook refused it; false: another has it now, nothing is changed
SELECT intake.outbox_failed(:id::uuid, :taker, :code, :subcode, :word, :detail) AS ours
