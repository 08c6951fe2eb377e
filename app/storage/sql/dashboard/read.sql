-- the whole dashboard as one JSON object; see 0007_dashboard.sql
SELECT desk.dashboard(:hours) AS dashboard
