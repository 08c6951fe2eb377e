-- app/storage/sql/media/gateway_chunk.sql: one chunk; null behind the last
SELECT intake.media_chunk(:media, :index) AS data
