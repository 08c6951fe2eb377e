-- app/storage/sql/cases/steps.sql: every step of a case, oldest first
SELECT id, at, person_name, person_rank, verb, from_status, to_status, revision, reason, facts FROM desk.events WHERE case_id = :case ORDER BY id
