-- app/storage/sql/gateway/outbox_keep.sql: whether it is still ours
SELECT intake.outbox_keep(:id::uuid, :taker, :seconds) AS kept
