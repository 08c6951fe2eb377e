-- rungs of the ladder, the lowest first; one page by key, or one row by its id
WITH rows AS (
    SELECT CASE WHEN r.percent IS NOT NULL THEN '0' || lpad(r.percent::text, 8, '0') ELSE '1' || lpad(r.after_minutes::text, 8, '0') END AS sort, hashtext(r.code)::bigint + 4294967296 AS id, r.revision, 0 AS depth,
        concat_ws(' ', r.code, r.severity, array_to_string(r.recipients, ' ')) AS hay,
        jsonb_build_object('code', r.code, 'percent', coalesce(r.percent::text, ''), 'after_minutes', coalesce(r.after_minutes::text, ''), 'severity', r.severity,
            'recipients', array_to_string(r.recipients, '; '), 'repeat_seconds', r.repeat_seconds::text, 'enabled', r.enabled) AS fields
    FROM desk.rungs r)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
