-- app/storage/sql/media/person_chunk.sql: one chunk; null behind the last
SELECT desk.media_chunk(:media, :index) AS data
