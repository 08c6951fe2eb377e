-- app/storage/sql/admin/set_password.sql: a new password for a person
SELECT desk.set_password(:person, :verifier, :request) AS answer;
