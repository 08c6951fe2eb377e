-- the case as a forward is written for it, with the unit its category names and the due date the rules give an answer
SELECT c.id, c.number, c.status, c.queue, c.revision, c.channel, c.category_id, c.category, c.category_name, c.category_name_en, c.urgency,
    c.area_id, c.area, c.about_unit_id, b.name AS about_unit, c.lead_unit_id, c.holder_id, c.holder_name, c.lease_until,
    c.received_at, c.opened_at, c.first_words, c.images, c.videos, c.audios, c.files,
    coalesce(g.default_unit_id, p.default_unit_id) AS default_unit_id, coalesce(g.needs_wall, false) AS needs_wall, core.now() AS now,
    c.legal_track, k.name AS track_name, k.name_en AS track_name_en,
    d.amount AS rule_amount, d.unit AS rule_unit, core.due(core.now(), d.amount, d.unit, d.calendar) AS rule_due
FROM desk.cases c
LEFT JOIN desk.categories g ON g.id = c.category_id
LEFT JOIN desk.categories p ON p.id = g.parent_id
LEFT JOIN desk.units b ON b.id = c.about_unit_id
LEFT JOIN desk.legal_tracks k ON k.code = c.legal_track
LEFT JOIN LATERAL (
    SELECT x.amount, x.unit, x.calendar FROM desk.deadlines x
    WHERE x.stage = 'answer' AND (x.category_id IS NULL OR x.category_id = c.category_id OR x.category_id = g.parent_id)
        AND (x.urgency IS NULL OR x.urgency = c.urgency) AND (x.legal_track IS NULL OR x.legal_track = c.legal_track)
    ORDER BY (x.category_id = c.category_id) DESC NULLS LAST, x.category_id NULLS LAST, x.legal_track NULLS LAST, x.urgency NULLS LAST LIMIT 1) d ON true
WHERE c.id = :case
