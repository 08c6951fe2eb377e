-- the page as it calls itself
SELECT coalesce((SELECT value #>> '{}' FROM desk.settings WHERE key = 'page_name'), '') AS name, coalesce((SELECT value #>> '{}' FROM desk.settings WHERE key = 'page_url'), '') AS url
