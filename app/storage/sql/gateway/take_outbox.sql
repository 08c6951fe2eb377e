-- app/storage/sql/gateway/take_outbox.sql: the next thing that is due, ours for some seconds, and the database's time
SELECT item, core.now() AS now FROM intake.take_outbox(1, :seconds, :taker) item
