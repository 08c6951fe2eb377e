-- takes a post back before it leaves
SELECT desk.withdraw_bulletin(:id, :revision, :reason, :request::uuid) AS answer
