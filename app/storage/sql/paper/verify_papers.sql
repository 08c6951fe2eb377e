-- app/storage/sql/paper/verify_papers.sql: signed and kept papers against the audit log, numbers of slips against their counter
SELECT desk.verify_papers() AS answer
