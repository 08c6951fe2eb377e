-- app/storage/sql/gateway/known.sql: which of these Facebook ids we have
SELECT id FROM intake.known(:ids) id
