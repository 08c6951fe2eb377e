-- app/storage/sql/gateway/nameless.sql: people whose name nobody asked for
SELECT person FROM intake.nameless(:page, :limit) person
