-- app/storage/sql/paper/void_slip.sql: makes a slip void, its number stays
SELECT desk.void_slip(:slip, :seen, :reason, :request) AS answer
