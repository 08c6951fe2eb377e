-- app/storage/sql/media/add_derivative.sql: a derivative beside its original
SELECT intake.add_derivative(:original, :kind, :media)
