-- adds or changes a rule, switches it on or off, takes it away
SELECT desk.save_rule(:row::jsonb, :seen, :request::uuid) AS answer
