-- the whole dashboard as one JSON object; see 0009_dashboard.sql
SELECT desk.dashboard(:hours) AS dashboard
