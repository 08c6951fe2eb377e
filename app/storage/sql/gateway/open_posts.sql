-- app/storage/sql/gateway/open_posts.sql: our newest posts, under which people comment
SELECT platform_id FROM intake.open_posts(100) platform_id
