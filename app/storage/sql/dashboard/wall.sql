-- the whole wall as one JSON object; see 0031_wall.sql
SELECT desk.wall(:days) AS wall
