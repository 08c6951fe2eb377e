-- app/storage/sql/paper/schedules.sql: when reports are made by themselves
SELECT s.kind, s.enabled, to_char(s.at_time, 'HH24:MI') AS at_time, s.revision FROM desk.report_schedules s ORDER BY array_position('{daily,weekly,monthly}'::text[], s.kind)
