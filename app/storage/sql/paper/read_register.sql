-- app/storage/sql/paper/read_register.sql: one page of a register from the first day until before the last moment
SELECT desk.read_register(:kind, :from, :to, :after, :limit) AS answer
