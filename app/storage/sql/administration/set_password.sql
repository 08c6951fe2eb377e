-- a new password for a person
SELECT desk.set_password(:person, :verifier, :request::uuid) AS answer
