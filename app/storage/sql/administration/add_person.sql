-- a person with a login; the server gets the verifier, never the password
SELECT desk.add_person(:person::jsonb, :verifier, :request::uuid) AS answer
