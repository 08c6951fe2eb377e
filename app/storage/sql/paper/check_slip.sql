-- app/storage/sql/paper/check_slip.sql: whether case number and check code of a paper belong together
SELECT desk.check_slip(:number, :code) AS answer
