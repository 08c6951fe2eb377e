-- app/storage/sql/admin/clocks.sql: who held a case, for how long, and what was due when
SELECT desk.clocks((SELECT id FROM desk.cases WHERE number = :number)) AS answer
