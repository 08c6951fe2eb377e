-- one MiB of a medium
SELECT desk.media_chunk(:media, :index) AS data
