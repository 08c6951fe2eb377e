-- app/storage/sql/storage/schema_version.sql: the schema the database has and the oldest desk it still serves
SELECT coalesce(max(number), 0) AS number, coalesce(max(oldest_desk), 0) AS oldest_desk FROM core.migration;
