-- the unit answers, wholly or in part
SELECT desk.answer(:assignment, :text, :media::bigint[], :request::uuid, :names::text[], :partial) AS answer
