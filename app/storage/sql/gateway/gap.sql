-- app/storage/sql/gateway/gap.sql: a message whose content Facebook no longer gives
SELECT intake.gap(:platform_id, :why)
