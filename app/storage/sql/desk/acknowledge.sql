-- notices this person has seen; how many of them were waiting
SELECT (desk.acknowledge(:notices, :request::uuid) ->> 'acknowledged')::int AS acknowledged
