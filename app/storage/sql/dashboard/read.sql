-- the whole dashboard as one JSON object; see 0009_dashboard.sql, 0031_wall.sql
SELECT desk.dashboard(:hours) AS dashboard
