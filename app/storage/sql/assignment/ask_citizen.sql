-- the unit asks the citizen through the centre
SELECT desk.ask_citizen(:assignment, :text, :request::uuid) AS answer
