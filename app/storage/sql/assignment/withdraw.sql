-- takes one forward back
SELECT desk.withdraw_assignment(:assignment, :reason, :request::uuid) AS answer
