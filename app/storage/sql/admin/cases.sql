-- app/storage/sql/admin/cases.sql: a page of cases, newest first
SELECT desk.inspect_cases(:filter, :limit, :after) AS answer;
