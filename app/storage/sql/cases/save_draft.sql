-- app/storage/sql/cases/save_draft.sql: keeps a draft on the server; empty: forgets it
SELECT desk.save_draft(:place, :text)
