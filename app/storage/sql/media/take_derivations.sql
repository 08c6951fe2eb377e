-- app/storage/sql/media/take_derivations.sql: media whose derivatives are due, taken for five minutes
SELECT id, mime, bytes, attempts FROM intake.take_derivations(:limit)
