-- a case as a post begins from it: number, where, who answered what
SELECT c.id, c.number, c.category_name, c.area, c.unit_name, c.received_at, (SELECT n.text FROM desk.unit_answers n WHERE n.case_id = c.id ORDER BY n.id DESC LIMIT 1) AS answer
FROM desk.cases c WHERE (:id::bigint IS NOT NULL AND c.id = :id::bigint) OR (:id::bigint IS NULL AND c.number = :number)
