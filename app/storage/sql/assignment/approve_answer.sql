-- approves a unit's answer in the words the citizen will read
SELECT desk.approve_answer(:answer, :revision, :text, :request::uuid) AS answer
