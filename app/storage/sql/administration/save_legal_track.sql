-- changes the words of a legal track; it has no revision to be refused by
SELECT desk.save_legal_track(:row::jsonb, :request::uuid) || jsonb_build_object('seen', :seen::int) AS answer
