-- adds or changes one unit; refused when the row has moved on since :seen
SELECT desk.save_unit(:row::jsonb, :seen, :request::uuid) AS answer
