-- keeps a filter; its id
SELECT desk.save_filter(:id::bigint, :name, :filter::jsonb, :position, :shared) AS id
