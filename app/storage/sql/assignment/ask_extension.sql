-- the unit asks for more time
SELECT desk.ask_extension(:assignment, :until, :reason, :request::uuid) AS answer
