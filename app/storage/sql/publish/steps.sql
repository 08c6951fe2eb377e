-- who did what to a post; saves of one person in a row are one step
SELECT at, person_id, person_name, verb, reason, revision FROM (
    SELECT e.*, lead(verb) OVER w AS next_verb, lead(person_id) OVER w AS next_person FROM desk.bulletin_events e WHERE bulletin_id = :id WINDOW w AS (ORDER BY id)) s
WHERE NOT (verb = 'save_bulletin' AND next_verb IS NOT DISTINCT FROM 'save_bulletin' AND next_person IS NOT DISTINCT FROM person_id)
ORDER BY id
