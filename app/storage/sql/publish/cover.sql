-- says which picture was covered: it leaves the desk no more
SELECT desk.cover_media(:source, :copy, :places, :request::uuid) AS answer
