-- app/storage/sql/gateway/page_post.sql: what Facebook says of one of our posts
SELECT intake.apply(NULL, :page, :event)
