-- app/storage/sql/paper/set_report_schedule.sql: says when reports are made by themselves
SELECT desk.set_report_schedule(:kind, :seen, :fields, :request) AS answer
