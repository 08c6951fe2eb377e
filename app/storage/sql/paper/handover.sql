-- app/storage/sql/paper/handover.sql: the hand-over of a shift, or the one that brought it on duty, as it is printed
SELECT to_jsonb(h) || jsonb_build_object('head', (SELECT coalesce(jsonb_object_agg(substr(key, 7), value #>> '{}'), '{}') FROM desk.settings WHERE left(key, 6) = 'paper_')) AS answer
FROM desk.handovers h WHERE h.from_shift_id = :shift OR h.id = :handover ORDER BY h.id DESC LIMIT 1
