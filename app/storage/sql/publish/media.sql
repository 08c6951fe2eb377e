-- what is known of some media, in the order asked for
SELECT m.n, desk.media_info(m.id) AS info FROM unnest(:ids::bigint[]) WITH ORDINALITY m(id, n) ORDER BY m.n
