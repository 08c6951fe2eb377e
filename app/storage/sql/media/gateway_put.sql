-- app/storage/sql/media/gateway_put.sql: one chunk of a medium that is not complete yet
SELECT intake.media_put(:media, :index, :data)
