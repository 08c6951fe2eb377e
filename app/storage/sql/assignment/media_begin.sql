-- announces a file by its hash; answers where to go on
SELECT desk.media_begin(:sha256, :bytes, :mime, :kind) AS answer
