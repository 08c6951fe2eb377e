-- app/storage/sql/paper/log_export.sql: writes down that something leaves as a file or on paper
SELECT desk.log_export(:what, :facts, :request) AS answer
