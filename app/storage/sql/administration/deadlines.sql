-- terms by category, urgency and stage; an empty one means any; one page by key, or one row by its id
WITH rows AS (
    SELECT coalesce(c.code, '') || '/' || coalesce(d.legal_track, '') || '/' || s.n || '/' || coalesce(array_position(ARRAY['emergency', 'high', 'medium', 'low'], d.urgency), 9) AS sort, d.id, d.revision, 0 AS depth,
        concat_ws(' ', c.code, c.name, d.legal_track, d.urgency, d.stage, d.basis) AS hay,
        jsonb_build_object('category', coalesce(c.code, ''), 'legal_track', coalesce(d.legal_track, ''), 'urgency', coalesce(d.urgency, ''), 'stage', d.stage, 'amount', d.amount, 'unit', d.unit, 'calendar', d.calendar, 'basis', d.basis) AS fields
    FROM desk.deadlines d LEFT JOIN desk.categories c ON c.id = d.category_id
    JOIN unnest(ARRAY['take_in', 'classify', 'forward', 'confirm', 'answer', 'review', 'reply', 'publish']) WITH ORDINALITY s(stage, n) ON s.stage = d.stage)
SELECT sort, id, revision, depth, fields FROM rows
WHERE (:id::bigint IS NULL OR id = :id::bigint)
    AND (:filter = '' OR position(search.plain(:filter) IN search.plain(hay)) > 0)
    AND (sort, id) > (:after, :after_id::bigint)
ORDER BY sort, id LIMIT :limit
