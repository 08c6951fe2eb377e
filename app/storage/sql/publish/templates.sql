-- beginnings of posts
SELECT code, name, body FROM desk.templates WHERE stage = 'post' AND NOT retired ORDER BY name
