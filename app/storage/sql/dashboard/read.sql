-- the whole dashboard as one JSON object; see 0009_dashboard.sql; the units' English names beside their own
SELECT jsonb_set(d, '{units}', coalesce((SELECT jsonb_agg(x.unit || jsonb_build_object('name_en',
    (SELECT max(u.name_en) FROM desk.units u WHERE u.code = x.unit ->> 'code' AND u.name = x.unit ->> 'name')) ORDER BY x.n)
    FROM jsonb_array_elements(d -> 'units') WITH ORDINALITY AS x(unit, n)), '[]')) AS dashboard
FROM desk.dashboard(:hours) d
