-- app/storage/sql/gateway/health.sql: what every desk should know of the gateway
SELECT intake.health(:key, :state, :code, :facts)
