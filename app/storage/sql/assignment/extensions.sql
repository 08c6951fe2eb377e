-- more time that units asked for, and what was decided
SELECT x.id, x.assignment_id, x.was_due_at, x.wanted_until, x.reason, x.asked_by, x.asked_by_name, x.asked_at, x.state, x.decided_by_name, x.decided_at, x.granted_until, x.decision
FROM desk.extensions x WHERE x.case_id = :case ORDER BY x.id
