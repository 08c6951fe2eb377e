-- app/storage/sql/cases/classify.sql: sets category, urgency, area and the unit complained of
SELECT desk.classify(:case, :seen, :fields, :request) AS answer
