-- app/storage/sql/media/gateway_end.sql: all chunks are there: checked against size and hash, then sealed
SELECT intake.media_end(:media)
