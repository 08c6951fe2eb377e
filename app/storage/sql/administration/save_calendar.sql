-- changes a calendar; day1 … day7 hold its hours as "08:00–12:00, 13:30–17:30"
WITH given AS (SELECT :row::jsonb AS row)
SELECT desk.save_calendar(g.row || jsonb_build_object('periods', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('weekday', d, 'from', btrim(split_part(p, '-', 1)), 'to', btrim(split_part(p, '-', 2)))), '[]')
    FROM generate_series(1, 7) d, regexp_split_to_table(translate(coalesce(g.row ->> ('day' || d), ''), '–—', '--'), '[,;]') p WHERE btrim(p) <> '')), :seen, :request::uuid) AS answer
FROM given g
