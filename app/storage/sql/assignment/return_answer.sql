-- returns a unit's answer to it
SELECT desk.return_answer(:answer, :revision, :reason, :request::uuid) AS answer
