-- app/storage/sql/media/person_put.sql: one chunk of a medium that is not complete yet
SELECT desk.media_put(:media, :index, :data)
