-- lets go of a filter
SELECT desk.save_filter(:id::bigint, '', NULL)
