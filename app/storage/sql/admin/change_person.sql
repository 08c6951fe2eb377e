-- app/storage/sql/admin/change_person.sql: changes of one person
SELECT desk.change_person(:person, :seen, :changes, :request) AS answer;
