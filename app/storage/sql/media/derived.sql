-- app/storage/sql/media/derived.sql: all derivatives are stored: what the worker found out
SELECT intake.media_derived(:media, :width, :height, :duration_ms, :phash)
