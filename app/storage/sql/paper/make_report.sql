-- app/storage/sql/paper/make_report.sql: makes a report and keeps it
SELECT desk.make_report(:kind, :day, :request) AS answer
