-- adds or changes one area; refused when the row has moved on since :seen
SELECT desk.save_area(:row::jsonb, :seen, :request::uuid) AS answer
