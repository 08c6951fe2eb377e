-- asks a second person to look
SELECT desk.submit_bulletin(:id, :revision, :request::uuid) AS answer
