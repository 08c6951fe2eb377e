-- several metrics in one reading: [{metric, from, to, by, as}] → {as: …}
SELECT desk.metric_set(:wanted) AS metrics
