-- copies made here of what the citizen sent and of what the units answered with: what a post may show of a case
SELECT desk.media_info(p.media) AS info, p.name, p.at, p.from_citizen
FROM (
    SELECT (d.value ->> 'media')::bigint AS media, coalesce(a ->> 'name', '') AS name, m.sent_at AS at, true AS from_citizen
    FROM desk.messages(:case, NULL, NULL, 500, NULL) m, jsonb_array_elements(m.attachments) a, jsonb_each(a -> 'derivatives') d
    WHERE m.direction = 'in' AND d.key IN ('screen', 'clip')
    UNION ALL
    SELECT (d.value ->> 'media')::bigint, n.person_name, n.answered_at, false
    FROM desk.unit_answers n, LATERAL (SELECT desk.media_info(x) AS info FROM unnest(n.media_ids) x) i, jsonb_each(i.info -> 'derivatives') d
    WHERE n.case_id = :case AND d.key IN ('screen', 'clip')
) p ORDER BY p.at
