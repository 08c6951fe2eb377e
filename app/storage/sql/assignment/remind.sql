-- reminds a unit of a case it has
SELECT desk.remind(:assignment, :text, :request::uuid) AS answer
