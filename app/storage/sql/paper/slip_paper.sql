-- app/storage/sql/paper/slip_paper.sql: a slip as it is printed; the reading is logged
SELECT desk.slip_paper(:slip) AS answer
