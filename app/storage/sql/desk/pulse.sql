-- how the road is doing: what leaves, what failed today, and the gateway's own words
SELECT (SELECT count(*) FROM desk.outbox WHERE state IN ('queued', 'sending', 'uncertain')) AS sending,
       (SELECT count(*) FROM desk.outbox WHERE state = 'failed' AND queued_at > now() - interval '1 day') AS failed,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('key', key, 'state', state, 'code', code, 'facts', facts,
                                                     'age', extract(epoch FROM core.now() - updated_at)::int)
                                  ORDER BY array_position(ARRAY['bad', 'warning', 'good'], state), key), '[]') FROM desk.health) AS health
