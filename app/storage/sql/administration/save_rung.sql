-- changes a rung of the ladder; its recipients as words with semicolons between them
WITH given AS (SELECT :row::jsonb AS row)
SELECT desk.save_rung(g.row || jsonb_build_object('recipients', (
    SELECT coalesce(jsonb_agg(btrim(r)), '[]') FROM regexp_split_to_table(coalesce(g.row ->> 'recipients', ''), '[;,]') r WHERE btrim(r) <> '')), :seen, :request::uuid) AS answer
FROM given g
