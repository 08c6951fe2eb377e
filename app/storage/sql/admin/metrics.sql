-- app/storage/sql/admin/metrics.sql: what is counted, in words
SELECT jsonb_build_object('metrics', coalesce(jsonb_agg(jsonb_build_object('metric', name, 'label', label, 'label_en', label_en, 'kind', kind, 'live', live, 'by', splits,
    'definition', definition_en, 'definition_vi', definition) ORDER BY position), '[]')) AS answer FROM desk.metrics;
