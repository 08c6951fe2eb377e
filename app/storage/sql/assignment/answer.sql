-- the unit answers
SELECT desk.answer(:assignment, :text, :media::bigint[], :request::uuid, :names::text[]) AS answer
