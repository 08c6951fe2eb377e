-- app/storage/sql/cases/unit_answers.sql: what units answered and nobody returned
SELECT n.id, n.text, n.answered_at, n.state, n.person_name, a.unit_name FROM desk.unit_answers n JOIN desk.assignments a ON a.id = n.assignment_id
WHERE n.case_id = :case AND n.state <> 'returned' ORDER BY n.id
