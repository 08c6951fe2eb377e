-- seals a file
SELECT desk.media_end(:media)
