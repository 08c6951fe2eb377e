-- derivatives of what the citizen sent, and pictures the unit answered with: what a post may show of a case
SELECT (d.value ->> 'media')::bigint AS media, d.key AS what, d.value ->> 'mime' AS mime, (d.value ->> 'bytes')::bigint AS bytes,
    (a -> 'derivatives' -> 'thumbnail' ->> 'media')::bigint AS thumbnail, (a -> 'derivatives' -> 'thumbnail' ->> 'bytes')::bigint AS thumbnail_bytes,
    coalesce(a ->> 'name', '') AS name, m.sent_at AS at, true AS from_citizen
FROM desk.messages(:case, NULL, NULL, 500, NULL) m, jsonb_array_elements(m.attachments) a, jsonb_each(a -> 'derivatives') d
WHERE m.direction = 'in' AND d.key IN ('screen', 'clip')
UNION ALL
SELECT (i.info ->> 'id')::bigint, i.info ->> 'kind', i.info ->> 'mime', (i.info ->> 'bytes')::bigint, (i.info -> 'derivatives' -> 'thumbnail' ->> 'media')::bigint,
    (i.info -> 'derivatives' -> 'thumbnail' ->> 'bytes')::bigint, n.person_name, n.answered_at, false
FROM desk.unit_answers n, LATERAL (SELECT desk.media_info(x) AS info FROM unnest(n.media_ids) x) i
WHERE n.case_id = :case AND i.info ->> 'kind' IN ('image', 'video')
ORDER BY at
