-- how many posts stand in each state
SELECT state, count(*) AS n FROM desk.bulletins GROUP BY state
