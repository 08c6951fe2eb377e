-- app/storage/sql/storage/record_migration.sql: one migration has landed in this database
INSERT INTO core.migration (number, name, sha256, oldest_desk) VALUES (:number, :name, :sha256, :oldest_desk);
