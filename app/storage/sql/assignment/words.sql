-- what the citizen wrote, for the names of wards in it (the reading is logged like any other)
SELECT coalesce(string_agg(m.text, E'\n' ORDER BY m.sent_at, m.id), '') AS words
FROM desk.messages(:case, NULL, NULL, 40) m WHERE m.direction = 'in' AND m.deleted_at IS NULL
