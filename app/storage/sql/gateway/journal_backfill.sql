-- app/storage/sql/gateway/journal_backfill.sql: what Facebook was asked for goes through the same door as webhooks
SELECT count(*) AS journalled FROM intake.journal(ARRAY[:body::bytea], 'backfill')
