-- adds or changes one template; refused when the row has moved on since :seen
SELECT desk.save_template(:row::jsonb, :seen, :request::uuid) AS answer
