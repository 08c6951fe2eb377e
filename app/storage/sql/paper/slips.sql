-- app/storage/sql/paper/slips.sql: forwards with their slips, newest first; those without one too (of one case, or of the days before)
SELECT a.id AS assignment, a.case_id, c.number AS case_number, a.unit, a.unit_name, u.name_en AS unit_name_en, a.lead, a.state AS assignment_state, a.sent_at, a.due_at, c.urgency,
    s.id AS slip, coalesce(s.state, 'none') AS state, s.revision, s.number, s.code, s.with_identity, s.prepared_by_name, s.prepared_at, s.signed_by_name, s.signed_at, s.received_by, s.received_at, s.void_reason
FROM desk.assignments a JOIN desk.cases c ON c.id = a.case_id JOIN desk.units u ON u.id = a.unit_id LEFT JOIN desk.slips s ON s.assignment_id = a.id
WHERE (:case::bigint IS NULL OR a.case_id = :case) AND (a.sent_at >= :since OR :case::bigint IS NOT NULL) AND (s.id IS NOT NULL OR a.state NOT IN ('handed_back', 'handed_on', 'withdrawn'))
ORDER BY a.sent_at DESC, a.id DESC, s.id DESC NULLS LAST LIMIT 500
