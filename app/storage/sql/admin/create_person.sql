-- app/storage/sql/admin/create_person.sql: the first administrator, before any verb can be called
SELECT core.create_person(:person, :verifier);
