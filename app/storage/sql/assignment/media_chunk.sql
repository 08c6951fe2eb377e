-- one chunk of a file this person may read
SELECT desk.media_chunk(:media, :index) AS data
