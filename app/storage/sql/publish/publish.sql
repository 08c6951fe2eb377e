-- sends an approved post out, now or at a time; the request is the outbox item
SELECT desk.publish_bulletin(:id, :revision, :request::uuid, :at::timestamptz) AS answer
