-- every forward of a case this person may see, the newest last
SELECT a.id, a.case_id, a.unit_id, a.unit, a.unit_name, u.name_en AS unit_name_en, a.lead, a.state, a.instruction, a.due_at, a.due_by_hand, a.confirm_due_at, a.sent_by_name, a.sent_at,
    a.confirmed_by_name, a.confirmed_at, a.answered_at, a.ended_at, a.reason, a.reason_code, r.name AS reason_name, r.name_en AS reason_name_en, a.handed_on_from, a.reminders, a.reminded_at, a.revision,
    (SELECT e.reason FROM desk.events e WHERE a.reminders > 0 AND e.case_id = a.case_id AND e.verb = 'remind' AND e.facts ->> 'unit' = a.unit_id::text ORDER BY e.id DESC LIMIT 1) AS reminder
FROM desk.assignments a LEFT JOIN desk.units u ON u.id = a.unit_id LEFT JOIN desk.reasons r ON r.code = a.reason_code WHERE a.case_id = :case ORDER BY a.lead DESC, a.id
