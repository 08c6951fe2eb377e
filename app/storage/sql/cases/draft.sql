-- app/storage/sql/cases/draft.sql: the draft this person keeps on the server
SELECT text, saved_at FROM desk.drafts WHERE place = :place
