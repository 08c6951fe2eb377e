-- app/storage/sql/gateway/outbox_later.sql: not now; uncertain: Facebook must be read first
SELECT intake.outbox_later(:id::uuid, core.now() + make_interval(secs => :milliseconds / 1000.0), :state, :word)
