-- app/storage/sql/paper/plan_shift.sql: plans, changes or drops a shift
SELECT desk.plan_shift(:shift, :seen, :fields, :request) AS answer
