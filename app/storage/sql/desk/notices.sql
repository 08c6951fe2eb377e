-- what waits for this person's acknowledgement, the most severe first
SELECT n.id, n.kind, n.severity, n.repeat_seconds, n.case_id, n.number, n.first_words, n.urgency, n.unit, n.unit_name, n.at, n.facts
FROM desk.notices n ORDER BY array_position(ARRAY['alarm', 'urgent', 'warning', 'info'], n.severity), n.id DESC LIMIT :limit
