-- the first (and only) megabyte of a thumbnail; media_id is a derivative
SELECT desk.media_chunk(:media, 0) AS data
