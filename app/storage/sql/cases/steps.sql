-- app/storage/sql/cases/steps.sql: every step of a case, oldest first; a reason of the fixed list stands in facts with its names
SELECT e.id, e.at, e.person_name, e.person_rank, e.verb, e.from_status, e.to_status, e.revision, e.reason,
    e.facts || CASE WHEN r.code IS NULL THEN '{}' ELSE jsonb_build_object('reason_name', r.name, 'reason_name_en', r.name_en) END AS facts
FROM desk.events e LEFT JOIN desk.reasons r ON r.code = e.facts ->> 'code' WHERE e.case_id = :case ORDER BY e.id
