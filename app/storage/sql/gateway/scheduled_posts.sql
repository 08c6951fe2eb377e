-- app/storage/sql/gateway/scheduled_posts.sql: posts whose time has come and of whom no webhook told that they went out
SELECT platform_id FROM intake.scheduled_posts() WHERE scheduled_for < core.now() - interval '20 seconds'
