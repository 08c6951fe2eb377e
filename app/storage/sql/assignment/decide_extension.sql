-- a supervisor grants or refuses more time
SELECT desk.decide_extension(:extension, :approve, :until::timestamptz, :reason, :request::uuid) AS answer
