-- app/storage/sql/gateway/outbox_part_sent.sql: Facebook has this part of it; false: another has it now, nothing is changed
SELECT intake.outbox_part_sent(:id::uuid, :taker, :platform_id) AS ours
