-- app/storage/sql/paper/leave_seat.sql: leaves the seat
SELECT desk.leave_seat(:request) AS answer
