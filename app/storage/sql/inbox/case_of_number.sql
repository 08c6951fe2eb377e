-- the case people say on the phone
SELECT id FROM desk.cases WHERE number = :number
