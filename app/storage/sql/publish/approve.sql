-- the second pair of eyes agrees
SELECT desk.approve_bulletin(:id, :revision, :request::uuid) AS answer
