-- the centre does not send a unit's question
SELECT desk.refuse_question(:question, :reason, :request::uuid) AS answer
