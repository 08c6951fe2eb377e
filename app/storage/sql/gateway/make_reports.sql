-- app/storage/sql/gateway/make_reports.sql: makes the reports whose hour has come; how many there were
SELECT intake.make_reports() AS done
