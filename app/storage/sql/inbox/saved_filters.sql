-- the filters this person keeps, and the shared ones
SELECT id, name, filter, position, shared FROM desk.saved_filters ORDER BY position, id
