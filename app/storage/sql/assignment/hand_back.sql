-- the unit hands the case back, for a reason of the list
SELECT desk.hand_back(:assignment, :code, :reason, :request::uuid) AS answer
