-- what units asked the citizen through the centre, and what became of it
SELECT q.id, q.assignment_id, q.text, q.state, q.asked_at, q.sent_at, q.answered_at, q.reason, q.person_name, q.unit_name, u.name_en AS unit_name_en
FROM desk.questions q JOIN desk.assignments a ON a.id = q.assignment_id LEFT JOIN desk.units u ON u.id = a.unit_id WHERE q.case_id = :case ORDER BY q.id
