-- app/storage/sql/paper/receive_slip.sql: says when a slip was received and by whom
SELECT desk.receive_slip(:slip, :by, :request) AS answer
