-- writes or changes a draft
SELECT desk.save_bulletin(:id, :revision, :fields::jsonb, :request::uuid) AS answer
