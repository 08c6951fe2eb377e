-- app/storage/sql/media/gateway_info.sql: what a medium is and which derivatives it has
SELECT intake.media_info(:media) AS answer
