-- adds or changes one deadline; refused when the row has moved on since :seen
SELECT desk.save_deadline(:row::jsonb, :seen, :request::uuid) AS answer
