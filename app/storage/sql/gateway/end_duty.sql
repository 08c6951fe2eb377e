-- app/storage/sql/gateway/end_duty.sql: the duty is done for now
SELECT intake.end_duty(:key, :taker, :facts)
