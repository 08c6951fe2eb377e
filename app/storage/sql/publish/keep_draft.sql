-- keeps unfinished words on the server
SELECT desk.save_draft(:place, :text)
