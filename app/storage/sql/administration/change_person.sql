-- changes what differs of a person
SELECT desk.change_person(:person, :seen, :changes::jsonb, :request::uuid) AS answer
