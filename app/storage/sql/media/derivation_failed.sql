-- app/storage/sql/media/derivation_failed.sql: why there are no derivatives; retried when retry_at is given
SELECT intake.derivation_failed(:media, :error, :retry_at)
