-- app/storage/sql/gateway/sweep.sql: expired claims fall free, windows roll on
SELECT intake.sweep(200) AS done
