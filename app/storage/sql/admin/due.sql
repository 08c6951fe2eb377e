-- app/storage/sql/admin/due.sql: when a term is over under a calendar, and which days it passed over
SELECT desk.term(CAST(:from AS timestamptz), :amount, :unit, :calendar) AS answer
