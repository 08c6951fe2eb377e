-- app/storage/sql/cases/unit_answers.sql: what units answered and nobody returned, with their files
SELECT n.id, coalesce(n.approved_text, n.text) AS text, n.answered_at, n.state, n.person_name, a.unit_name, u.name_en AS unit_name_en,
    (SELECT coalesce(jsonb_agg(desk.media_info(m.id) || jsonb_build_object('name', coalesce(n.media_names[m.n], '')) ORDER BY m.n), '[]') FROM unnest(n.media_ids) WITH ORDINALITY m(id, n)) AS files
FROM desk.unit_answers n JOIN desk.assignments a ON a.id = n.assignment_id LEFT JOIN desk.units u ON u.id = a.unit_id
WHERE n.case_id = :case AND n.state <> 'returned' AND NOT n.partial ORDER BY n.id
