-- records a head of a unit; days in Hanoi, the last one included
WITH given AS (SELECT :row::jsonb AS row)
SELECT desk.save_unit_head(g.row || jsonb_build_object('from', (g.row ->> 'from')::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh',
    'to', (nullif(g.row ->> 'to', '')::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'), :seen, :request::uuid) AS answer
FROM given g
