-- app/storage/sql/cases/by_number.sql: the case people name on the phone
SELECT id FROM desk.cases WHERE number = :number
