-- every forward of a case this person may see, the newest last
SELECT a.id, a.case_id, a.unit_id, a.unit, a.unit_name, u.name_en AS unit_name_en, a.lead, a.state, a.instruction, a.due_at, a.sent_by_name, a.sent_at,
    a.confirmed_by_name, a.confirmed_at, a.answered_at, a.ended_at, a.reason, a.revision
FROM desk.assignments a LEFT JOIN desk.units u ON u.id = a.unit_id WHERE a.case_id = :case ORDER BY a.lead DESC, a.id
