-- app/storage/sql/gateway/take_duty.sql: the duty is ours, with what is remembered of it; no row when another gateway has it
SELECT facts FROM intake.take_duty(:key, :taker, :seconds) facts WHERE facts IS NOT NULL
