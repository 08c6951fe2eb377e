-- app/storage/sql/cases/versions.sql: what a message said before it was edited
SELECT version, text, replaced_at FROM desk.message_versions(:message)
