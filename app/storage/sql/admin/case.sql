-- app/storage/sql/admin/case.sql: the whole of a case
SELECT desk.inspect_case(:number) AS answer;
