-- the unit has the case
SELECT desk.confirm(:assignment, :request::uuid) AS answer
