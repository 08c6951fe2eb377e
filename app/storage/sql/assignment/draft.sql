-- what this person had begun to write
SELECT text, saved_at FROM desk.drafts WHERE place = :place
