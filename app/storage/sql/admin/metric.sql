-- app/storage/sql/admin/metric.sql: a metric with its definition and rows
SELECT desk.metric(:name, :from::timestamptz, :to::timestamptz, :by) AS answer;
