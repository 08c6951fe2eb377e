-- app/storage/sql/admin/verify_media.sql: the next sealed media against their SHA-256
SELECT desk.verify_media(:after, :limit) AS answer;
