-- app/storage/sql/media/gateway_begin.sql: a medium by its hash: its id, whether all of it is there, and the next chunk that is missing
SELECT intake.media_begin(:sha256, :bytes, :mime, :kind) AS answer
