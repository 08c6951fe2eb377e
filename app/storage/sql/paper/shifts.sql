-- app/storage/sql/paper/shifts.sql: the shift on duty, those planned and the last ones
SELECT s.id, s.name, s.leader_id, s.leader_name, s.leader_rank, s.starts_at, s.ends_at, s.ended_at, s.state, s.revision, s.people FROM desk.shift_book s
WHERE s.state <> 'handed_over' OR s.id IN (SELECT x.id FROM desk.shift_book x WHERE x.state = 'handed_over' ORDER BY x.starts_at DESC LIMIT 30)
ORDER BY array_position('{on_duty,planned,handed_over}'::text[], s.state), CASE s.state WHEN 'planned' THEN s.starts_at END, s.starts_at DESC
