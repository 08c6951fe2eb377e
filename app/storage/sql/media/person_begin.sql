-- app/storage/sql/media/person_begin.sql: a medium by its hash: its id, whether all of it is there, and the next chunk that is missing
SELECT desk.media_begin(:sha256, :bytes, :mime, :kind) AS answer
