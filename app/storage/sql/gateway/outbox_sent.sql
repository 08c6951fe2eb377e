-- app/storage/sql/gateway/outbox_sent.sql: Facebook has all of it; false: another has it now, nothing is changed
SELECT intake.outbox_sent(:id::uuid, :taker, :facts) AS ours
