-- app/storage/sql/gateway/outbox_part_sent.sql: Facebook has this part of it
SELECT intake.outbox_part_sent(:id::uuid, :platform_id)
