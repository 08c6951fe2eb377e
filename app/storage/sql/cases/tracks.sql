-- app/storage/sql/cases/tracks.sql: the legal tracks a case may follow
SELECT code, name, name_en FROM desk.legal_tracks ORDER BY position, code
