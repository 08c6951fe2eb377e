-- app/storage/sql/gateway/depths.sql: how much lies in each queue, and when the last event came
SELECT intake.depths() AS depths, intake.last_event_at() AS last_event_at
