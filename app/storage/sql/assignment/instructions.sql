-- templates of what a unit is asked to do
SELECT code, name, body FROM desk.templates WHERE stage = 'instruction' AND NOT retired ORDER BY name
