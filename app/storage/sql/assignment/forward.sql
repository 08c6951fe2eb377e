-- forwards a case to several units at once
SELECT desk.forward(:case, :revision, :units::jsonb, :instruction, :request::uuid) AS answer
