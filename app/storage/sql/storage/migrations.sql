-- app/storage/sql/storage/migrations.sql: what has been applied, in order
SELECT number, name, sha256, oldest_desk, applied_at FROM core.migration ORDER BY number;
