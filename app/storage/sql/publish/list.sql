-- the newest posts in some states, page by page
SELECT id, state, split_part(source_text, E'\n', 1) AS headline, left(post_text, 240) AS post_text, case_number, author_name, submitter_name, approver_name,
    changed_at, (extract(epoch FROM changed_at) * 1000000)::bigint AS changed_key, scheduled_for, published_at, failure, permalink, cardinality(media_ids) AS media,
    (SELECT count(*) FROM jsonb_array_elements(findings) f WHERE (f ->> 'blocks')::boolean) AS blocking
FROM desk.bulletins
WHERE state = ANY (:states::text[])
    AND (:before_id::bigint IS NULL OR (changed_at, id) < (to_timestamp(:before_key::bigint / 1000000.0), :before_id::bigint))
ORDER BY changed_at DESC, id DESC LIMIT :limit::int
