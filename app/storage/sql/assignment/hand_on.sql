-- the unit hands the case on to another
SELECT desk.hand_on(:assignment, :unit, :code, :reason, :request::uuid) AS answer
