-- app/storage/sql/gateway/outbox_note.sql: remembered for the one who goes on with it
SELECT intake.outbox_note(:id::uuid, :facts)
