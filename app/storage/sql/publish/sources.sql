-- where a post may come from
SELECT id, code, name, url_prefix, kind FROM desk.sources WHERE NOT retired ORDER BY kind <> 'result', name
