-- app/storage/sql/media/person_end.sql: all chunks are there: checked against size and hash, then sealed
SELECT desk.media_end(:media)
