-- the unit takes its question back
SELECT desk.withdraw_question(:question, :request::uuid) AS answer
