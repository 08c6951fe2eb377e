-- who held a case, for how long, and who was told
SELECT desk.clocks(:case) AS clocks
