-- one chunk of a file
SELECT desk.media_put(:media, :index, :data)
