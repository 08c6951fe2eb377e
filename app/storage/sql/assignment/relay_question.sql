-- the centre sends a unit's question to the citizen
SELECT desk.relay_question(:question, :revision, :outbox::uuid, :text) AS answer
