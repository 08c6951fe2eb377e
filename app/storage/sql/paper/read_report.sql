-- app/storage/sql/paper/read_report.sql: the report of the period a day lies in
SELECT desk.read_report(:kind, :day) AS answer
