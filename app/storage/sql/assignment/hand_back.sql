-- the unit hands the case back
SELECT desk.hand_back(:assignment, :reason, :request::uuid) AS answer
