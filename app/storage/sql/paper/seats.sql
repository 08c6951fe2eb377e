-- app/storage/sql/paper/seats.sql: who sits where now
SELECT z.person_id, z.person_name, z.person_rank, z.seat, z.from_at, z.shift_id FROM desk.shift_seats z WHERE z.to_at IS NULL ORDER BY z.from_at, z.person_name
