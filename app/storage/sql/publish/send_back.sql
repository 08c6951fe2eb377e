-- the second pair of eyes does not agree
SELECT desk.return_bulletin(:id, :revision, :reason, :request::uuid) AS answer
