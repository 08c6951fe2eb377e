-- takes a case for the length of a lease
SELECT desk.claim(:case_id, :request::uuid) AS answer
