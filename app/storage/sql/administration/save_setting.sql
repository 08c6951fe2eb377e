-- changes one setting of the centre
SELECT desk.save_setting(:key, :value::jsonb, :request::uuid) AS answer
