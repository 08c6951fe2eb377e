-- app/storage/sql/paper/prepare_handover.sql: makes the hand-over from the journal
SELECT desk.prepare_handover(:to, :remarks, :request) AS answer
