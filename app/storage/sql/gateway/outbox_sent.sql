-- app/storage/sql/gateway/outbox_sent.sql: Facebook has all of it
SELECT intake.outbox_sent(:id::uuid, :facts)
