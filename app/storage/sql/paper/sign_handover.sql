-- app/storage/sql/paper/sign_handover.sql: signs a hand-over
SELECT desk.sign_handover(:handover, :seen, :words, :request) AS answer
