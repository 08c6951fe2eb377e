-- adds or changes one source; refused when the row has moved on since :seen
SELECT desk.save_source(:row::jsonb, :seen, :request::uuid) AS answer
