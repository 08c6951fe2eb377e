-- app/storage/sql/media/person_info.sql: what a medium is and which derivatives it has
SELECT desk.media_info(:media) AS answer
