-- app/storage/sql/gateway/outbox_note.sql: remembered for the one who goes on with it; false: another has it now, nothing is changed
SELECT intake.outbox_note(:id::uuid, :taker, :facts) AS ours
