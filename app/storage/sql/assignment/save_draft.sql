-- keeps unfinished words on the server; none deletes them
SELECT desk.save_draft(:place, :text)
