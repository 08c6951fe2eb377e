-- app/storage/sql/gateway/outbox_later.sql: not now; uncertain: Facebook must be read first; false: another has it now, nothing is changed
SELECT intake.outbox_later(:id::uuid, :taker, core.now() + make_interval(secs => :milliseconds / 1000.0), :state, :word) AS ours
