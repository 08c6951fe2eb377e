-- app/storage/sql/admin/add_person.sql: a person with a login
SELECT desk.add_person(:person, :verifier, :request) AS answer;
