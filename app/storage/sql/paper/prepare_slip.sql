-- app/storage/sql/paper/prepare_slip.sql: prepares the slip of a forward
SELECT desk.prepare_slip(:assignment, :with_identity, :request) AS answer
