-- adds or changes one category; refused when the row has moved on since :seen
SELECT desk.save_category(:row::jsonb, :seen, :request::uuid) AS answer
