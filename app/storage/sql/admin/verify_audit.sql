-- app/storage/sql/admin/verify_audit.sql: the chain of the audit log
SELECT desk.verify_audit() AS answer;
