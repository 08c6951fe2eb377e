-- app/storage/sql/paper/begin_shift.sql: its leader begins a shift
SELECT desk.begin_shift(:shift, :request) AS answer
