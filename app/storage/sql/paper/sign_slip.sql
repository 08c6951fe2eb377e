-- app/storage/sql/paper/sign_slip.sql: signs a slip, which gets its number
SELECT desk.sign_slip(:slip, :seen, :request) AS answer
