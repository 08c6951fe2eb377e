-- the unfinished words this person left
SELECT text, saved_at FROM desk.drafts WHERE place = :place
