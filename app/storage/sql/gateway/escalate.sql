-- app/storage/sql/gateway/escalate.sql: climbs the ladder where a rung is due; how many cases there were
SELECT intake.escalate(200) AS done
