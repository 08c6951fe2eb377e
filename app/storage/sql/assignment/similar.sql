-- where cases like this one went in the last thirty days; at most 2,000 rows of one index are looked at
SELECT s.lead_unit_id AS unit_id, count(*) AS cases, s.same_area
FROM (SELECT c.lead_unit_id, :area::bigint IS NOT NULL AND c.area_id IS NOT DISTINCT FROM :area::bigint AS same_area FROM desk.cases c
      WHERE c.category_id = :category AND c.last_message_at > core.now() - interval '30 days' AND c.id <> :case
      ORDER BY c.last_message_at DESC, c.id DESC LIMIT 2000) s
WHERE s.lead_unit_id IS NOT NULL
GROUP BY s.lead_unit_id, s.same_area ORDER BY s.same_area DESC, count(*) DESC LIMIT 20
