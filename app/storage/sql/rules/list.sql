-- every rule that was not taken away, in the order they speak; tried: what it says now was run on past traffic
SELECT r.id, r.name, r.position, r.enabled, r.conditions, r.proposal, r.revision, r.unit_name, r.unit_name_en, r.changed_by_name, r.changed_at, r.tried_at, r.tried_by_name, r.tried_counts
FROM desk.rules r WHERE NOT r.retired ORDER BY r.position, r.id
