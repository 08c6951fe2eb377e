-- app/storage/sql/paper/head.sql: what stands at the head of our papers
SELECT coalesce(jsonb_object_agg(substr(key, 7), value #>> '{}'), '{}') AS answer FROM desk.settings WHERE left(key, 6) = 'paper_'
