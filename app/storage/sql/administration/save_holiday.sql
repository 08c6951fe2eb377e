-- adds or changes one holiday; refused when the row has moved on since :seen
SELECT desk.save_holiday(:row::jsonb, :seen, :request::uuid) AS answer
