-- one post with everything the editor shows
SELECT b.*, ch.name AS changed_by_name, o.state AS outbox_state, o.error_word AS outbox_error, o.send_after
FROM desk.bulletins b LEFT JOIN desk.people ch ON ch.id = b.changed_by
LEFT JOIN LATERAL (SELECT state, error_word, send_after FROM desk.outbox WHERE bulletin_id = b.id AND state <> 'cancelled' ORDER BY queued_at DESC LIMIT 1) o ON true
WHERE b.id = :id
