-- what the units answered, with their files
SELECT n.id, n.assignment_id, n.person_name, n.person_rank, n.text, n.answered_at, n.state, n.reason, n.partial, n.approved_by_name, n.approved_at, n.approved_text,
    (SELECT coalesce(jsonb_agg(desk.media_info(m.id) || jsonb_build_object('name', coalesce(n.media_names[m.n], '')) ORDER BY m.n), '[]') FROM unnest(n.media_ids) WITH ORDINALITY m(id, n)) AS files
FROM desk.unit_answers n WHERE n.case_id = :case ORDER BY n.id
