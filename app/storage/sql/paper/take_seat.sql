-- app/storage/sql/paper/take_seat.sql: sits down in the shift on duty
SELECT desk.take_seat(:seat, :request) AS answer
