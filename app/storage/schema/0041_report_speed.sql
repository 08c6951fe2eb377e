-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a month's report at a million cases took five seconds: both percentiles of a row reckoned and sorted every duration for themselves, and held time was
-- reckoned in decimals (date_part gives a double, exact to the microsecond for centuries)
-- oldest-desk: 33
SET LOCAL ROLE trucban_owner;

-- as in 0037, but for the percentiles: written alike they are one aggregate, so that each duration is reckoned and sorted once
CREATE OR REPLACE FUNCTION metric.rows(p_metric core.metric, p_from timestamptz, p_to timestamptz, p_by text) RETURNS jsonb LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_by text := coalesce(p_by, p_metric.by_default);
    v_parts boolean := p_metric.parts <> '{}' OR p_metric.name = 'intake_by_hour_weekday';
    v_values text := CASE p_metric.kind
        WHEN 'count' THEN $q$jsonb_build_object('n', count(*)) || CASE WHEN bool_or(f.good IS NOT NULL) THEN jsonb_build_object('late', count(*) FILTER (WHERE NOT f.good)) ELSE '{}' END$q$
        WHEN 'cases' THEN $q$jsonb_build_object('n', count(DISTINCT f.case_id))$q$
        WHEN 'share' THEN $q$jsonb_build_object('n', count(*), 'good', count(*) FILTER (WHERE f.good), 'late', count(*) FILTER (WHERE NOT f.good), 'share', round(count(*) FILTER (WHERE f.good)::numeric / count(*), 4))$q$
        ELSE $q$jsonb_build_object('n', count(*), 'p50', round((percentile_disc('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY f.seconds))[1]::numeric, 3), 'p90', round((percentile_disc('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY f.seconds))[2]::numeric, 3))$q$ END;
    v_order text := CASE WHEN v_by = 'hour' OR v_by IS NULL THEN 'r.key, r.part NULLS FIRST' WHEN p_metric.kind = 'time' THEN '(r.v ->> ''seconds'')::bigint DESC, r.key, r.part NULLS FIRST'
        ELSE '(r.v ->> ''n'')::bigint DESC, r.key, r.part NULLS FIRST' END;
    v_rows text;
    v_answer jsonb;
BEGIN
    v_rows := CASE WHEN p_metric.kind = 'time' AND v_by = 'shift' THEN
        format($q$SELECT x.key, x.part, x.v FROM (WITH h AS MATERIALIZED (SELECT w.key, w.part, jsonb_build_object('seconds', w.seconds::bigint, 'n', w.n) AS v FROM metric.held_by_shift(%L, $1, $2) w WHERE w.seconds IS NOT NULL)
            SELECT h.key, h.part, h.v FROM h UNION ALL SELECT h.key, NULL, h.v FROM h WHERE h.key <> '' AND h.part = 'desk') x$q$, p_metric.name)
    WHEN p_metric.kind = 'time' THEN
        format($q$SELECT u.key, u.part, jsonb_build_object('seconds', u.seconds::bigint, 'n', u.n) AS v FROM (
            WITH held AS MATERIALIZED (SELECT f.key, f.part, f.case_id, sum(f.seconds) AS seconds FROM (%s) f GROUP BY f.key, f.part, f.case_id)
            SELECT h.key, h.part, sum(h.seconds) AS seconds, count(*) AS n FROM held h GROUP BY h.key, h.part
            UNION ALL SELECT w.key, NULL, sum(w.seconds), count(*) FROM (SELECT h.key, h.case_id, sum(h.seconds) AS seconds FROM held h GROUP BY h.key, h.case_id) w GROUP BY w.key) u$q$, metric.source(p_metric, p_by))
    ELSE format('SELECT f.key, %s AS part, %s AS v FROM (%s) f GROUP BY %s', CASE WHEN v_parts THEN 'CASE WHEN grouping(f.part) = 0 THEN f.part END' ELSE 'NULL::text' END, v_values,
        metric.source(p_metric, p_by), CASE WHEN v_parts THEN 'GROUPING SETS ((f.key), (f.key, f.part))' ELSE 'f.key' END) END;
    EXECUTE format($q$
        WITH r AS MATERIALIZED (%s),
        names AS (SELECT k.* FROM metric.key_names($4, (SELECT array_agg(DISTINCT r.key) FROM r)) k)
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', r.key, 'name', coalesce(n.name, ''), 'name_en', coalesce(nullif(n.name_en, ''), n.name, ''), 'part', r.part,
            'part_name', $3 -> r.part ->> 0, 'part_name_en', $3 -> r.part ->> 1)) || r.v
            || jsonb_build_object('filter', jsonb_build_object('metric', $5::text, 'from', $1, 'to', $2, 'by', $4, 'key', r.key, 'part', r.part)) ORDER BY %s), '[]')
        FROM r LEFT JOIN names n ON n.key = r.key$q$, v_rows, v_order)
    INTO v_answer USING p_from, p_to, p_metric.parts, v_by, p_metric.name;
    RETURN v_answer;
END $$;

CREATE OR REPLACE FUNCTION metric.charged_time(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT g.case_id, greatest(g.from_at, p_from), g.holder, c.category_id, g.unit_id, c.area_id, NULL::bigint,
        (floor(date_part('epoch', least(coalesce(g.to_at, n.now), p_to))) - floor(date_part('epoch', greatest(g.from_at, p_from))))::float8, NULL::boolean
    FROM (SELECT core.now() AS now OFFSET 0) n
        CROSS JOIN (SELECT x.case_id, x.holder, x.unit_id, x.from_at, x.to_at FROM core.charge x WHERE x.to_at IS NOT NULL AND x.to_at > p_from AND x.from_at < p_to
         UNION ALL SELECT x.case_id, x.holder, x.unit_id, x.from_at, NULL::timestamptz FROM core.charge x WHERE x.to_at IS NULL AND x.from_at < p_to) g
        LEFT JOIN core.case c ON c.id = g.case_id
    WHERE least(coalesce(g.to_at, n.now), p_to) > greatest(g.from_at, p_from)
$$;
CREATE OR REPLACE FUNCTION metric.held_by_shift(p_name text, p_from timestamptz, p_to timestamptz) RETURNS TABLE (key text, part text, seconds float8, n bigint) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY EXECUTE format($q$
        WITH span AS MATERIALIZED (SELECT (row_number() OVER (ORDER BY w.from_at))::int AS i, w.from_at, w.to_at, w.key, count(*) OVER (PARTITION BY w.key) AS same,
                floor(date_part('epoch', w.to_at))::float8 - floor(date_part('epoch', w.from_at))::float8 AS seconds FROM metric.shift_spans($1, $2) w),
        s AS MATERIALIZED (SELECT array_agg(w.from_at ORDER BY w.i) AS starts FROM span w),
        f AS MATERIALIZED (SELECT x.case_id, x.at, x.part, x.seconds, to_timestamp(floor(date_part('epoch', x.at)) + x.seconds) AS until FROM metric.%1$I($1, $2) x),
        d AS MATERIALIZED (SELECT f.case_id, f.at, f.until, width_bucket(f.at, s.starts) AS lo, greatest(width_bucket(f.at, s.starts), width_bucket(f.until - interval '1 microsecond', s.starts)) AS hi
                           FROM f, s WHERE f.part = 'desk'),
        pieces AS (
            SELECT w.key, d.case_id, floor(date_part('epoch', least(d.until, w.to_at)))::float8 - floor(date_part('epoch', greatest(d.at, w.from_at)))::float8 AS seconds
            FROM (SELECT case_id, at, until, lo AS i FROM d UNION ALL SELECT case_id, at, until, hi FROM d WHERE hi > lo) d JOIN span w ON w.i = d.i
            UNION ALL SELECT w.key, d.case_id, w.seconds FROM span w JOIN d ON d.lo < w.i AND d.hi > w.i WHERE w.same > 1),
        edges AS (SELECT p.key, sum(p.seconds) AS seconds, count(*) AS n FROM (SELECT key, case_id, sum(seconds) AS seconds FROM pieces GROUP BY key, case_id) p GROUP BY p.key),
        turns AS (SELECT t.i, sum(t.by) AS by FROM (SELECT lo + 1 AS i, 1 AS by FROM d WHERE hi > lo + 1 UNION ALL SELECT hi, -1 FROM d WHERE hi > lo + 1) t GROUP BY t.i),
        through AS (SELECT w.key, w.same, w.seconds, (sum(coalesce(t.by, 0)) OVER (ORDER BY w.i))::bigint AS n FROM span w LEFT JOIN turns t ON t.i = w.i)
        SELECT x.key, 'desk'::text, sum(x.seconds), sum(x.n)::bigint FROM (SELECT key, seconds, n FROM edges UNION ALL SELECT key, seconds * n, n FROM through WHERE same = 1 AND n > 0) x GROUP BY x.key
        UNION ALL SELECT '', p.part, sum(p.seconds), count(*) FROM (SELECT f.part, f.case_id, sum(f.seconds) AS seconds FROM f WHERE f.part <> 'desk' GROUP BY f.part, f.case_id) p GROUP BY p.part
        UNION ALL SELECT '', NULL, sum(p.seconds), count(*) FROM (SELECT q.case_id, sum(q.seconds) AS seconds FROM (
            SELECT p.case_id, p.seconds FROM pieces p WHERE p.key = ''
            UNION ALL SELECT d.case_id, w.seconds FROM span w JOIN d ON d.lo < w.i AND d.hi > w.i WHERE w.key = '' AND w.same = 1
            UNION ALL SELECT f.case_id, f.seconds FROM f WHERE f.part <> 'desk') q GROUP BY q.case_id) p$q$, p_name)
    USING p_from, p_to;
END $$;

CREATE OR REPLACE FUNCTION metric.source(p_metric core.metric, p_by text) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_point text := $q$SELECT f.case_id, f.at, f.part, f.seconds, f.good, %s AS key FROM metric.%I($1, $2) f %s$q$;
    v_shifts text := $q$(SELECT array_agg(w.from_at ORDER BY w.from_at) AS starts, array_agg(w.to_at ORDER BY w.from_at) AS ends, array_agg(w.key ORDER BY w.from_at) AS keys FROM metric.shift_spans($1, $2) w) s$q$;
    v_until text := $q$(SELECT x.*, to_timestamp(floor(date_part('epoch', x.at)) + x.seconds) AS until FROM metric.%I($1, $2) x)$q$;
    v_whole text := '(floor(date_part(''epoch'', least(f.until, %1$s))) - floor(date_part(''epoch'', greatest(f.at, %2$s))))::float8';
BEGIN
    IF p_metric.kind = 'time' AND p_by = 'shift' THEN     -- only the desk's time is a shift's
        RETURN format($q$SELECT f.case_id, greatest(f.at, s.starts[i]) AS at, f.part, %s AS seconds, f.good, s.keys[i] AS key
                FROM %s CROSS JOIN %s f CROSS JOIN LATERAL generate_series(width_bucket(f.at, s.starts), greatest(width_bucket(f.at, s.starts), width_bucket(f.until - interval '1 microsecond', s.starts))) i WHERE f.part = 'desk'
            UNION ALL SELECT f.case_id, f.at, f.part, f.seconds, f.good, '' FROM metric.%I($1, $2) f WHERE f.part <> 'desk'$q$,
            format(v_whole, 's.ends[i]', 's.starts[i]'), v_shifts, format(v_until, p_metric.name), p_metric.name);
    ELSIF p_metric.kind = 'time' AND p_by = 'head' THEN
        RETURN format($q$SELECT f.case_id, greatest(f.at, d.from_at) AS at, f.part, CASE WHEN d.key IS NULL THEN f.seconds ELSE %s END AS seconds, f.good, coalesce(d.key, '') AS key
            FROM %s f LEFT JOIN metric.head_spans($1, $2) d ON d.unit_id = f.unit_id AND d.from_at < f.until AND d.to_at > f.at$q$, format(v_whole, 'd.to_at', 'd.from_at'), format(v_until, p_metric.name));
    END IF;
    RETURN CASE coalesce(p_by, p_metric.by_default, '')
        WHEN 'unit' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.unit d ON d.id = f.unit_id')
        WHEN 'category' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.category d ON d.id = f.category_id')
        WHEN 'area' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.area d ON d.id = f.area_id')
        WHEN 'officer' THEN format(v_point, $q$coalesce(d.login, '')$q$, p_metric.name, 'LEFT JOIN core.person d ON d.id = f.person_id')
        WHEN 'hour' THEN format(v_point, $q$to_char(f.at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24')$q$, p_metric.name, '')
        WHEN 'shift' THEN format(v_point, 's.keys[width_bucket(f.at, s.starts)]', p_metric.name, 'CROSS JOIN ' || v_shifts)
        WHEN 'head' THEN format(v_point, $q$coalesce(d.key, '')$q$, p_metric.name, 'LEFT JOIN metric.head_spans($1, $2) d ON d.unit_id = f.unit_id AND d.from_at <= f.at AND d.to_at > f.at')
        ELSE format(v_point, $q$''::text$q$, p_metric.name, '') END;
END $$;

CREATE OR REPLACE FUNCTION metric.first_response(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, f.at, ''::text, c.category_id, c.lead_unit_id, c.area_id, f.person_id, date_part('epoch', f.at - c.opened_at)::float8, NULL::boolean
    FROM core.first_response f JOIN core.case c ON c.id = f.case_id WHERE f.at >= p_from AND f.at < p_to AND f.at > c.opened_at
$$;

CREATE OR REPLACE FUNCTION metric.resolution(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT c.id, e.at, e.to_status, c.category_id, c.lead_unit_id, c.area_id, e.person_id,
        date_part('epoch', e.at - coalesce((SELECT max(r.at) FROM core.case_event r WHERE r.case_id = e.case_id AND r.id < e.id AND r.to_status = 'reopened' AND r.from_status <> 'reopened'), c.opened_at))::float8, NULL::boolean
    FROM core.case_event e JOIN core.case c ON c.id = e.case_id
    WHERE e.at >= p_from AND e.at < p_to AND e.to_status IN ('released', 'published', 'closed', 'rejected', 'duplicate')
      AND (e.from_status IS NULL OR e.from_status NOT IN ('released', 'published', 'closed', 'rejected', 'duplicate'))
      AND coalesce((SELECT n.verb NOT IN ('send_failed', 'cancel_send') FROM core.case_event n WHERE n.case_id = e.case_id AND n.id > e.id
                    AND n.from_status IN ('released', 'published', 'closed', 'rejected', 'duplicate') AND n.to_status NOT IN ('released', 'published', 'closed', 'rejected', 'duplicate')
                    ORDER BY n.id LIMIT 1), true)
$$;

-- as in 0039; the period before is compared by unit, not by its heads once more
CREATE OR REPLACE FUNCTION core.report_data(p_kind text, p_day date) RETURNS jsonb LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET jit = off SET work_mem = '128MB' AS $$
DECLARE
    v_periods tstzrange[] := core.report_period(p_kind, p_day);
    v_section record;
    v_live boolean;
    v_sections jsonb := '[]'::jsonb;
BEGIN
    FOR v_section IN SELECT * FROM (VALUES
        ('intake', NULL, true, false), ('released', NULL, true, false), ('published', NULL, true, true), ('on_time', NULL, true, true), ('misrouted', NULL, true, false), ('first_response', NULL, true, false),
        ('resolution', NULL, true, false), ('escalations', NULL, true, true), ('load', NULL, true, true), ('intake', 'category', false, true), ('intake', 'hour', false, true), ('intake', 'area', false, true),
        ('first_response', 'category', false, true), ('resolution', 'category', false, true), ('resolution', 'unit', false, true), ('on_time', 'unit', false, true), ('on_time', 'head', false, true),
        ('charged_time', NULL, false, true), ('charged_time', 'unit', false, true), ('charged_time', 'head', false, true), ('charged_time', 'shift', false, true), ('misrouted', 'unit', false, true),
        ('media_mix', NULL, false, true), ('load', 'unit', false, true)) x(name, split, summary, detail) LOOP
        SELECT m.live INTO v_live FROM core.metric m WHERE m.name = v_section.name;
        CONTINUE WHEN NOT FOUND;
        v_sections := v_sections || jsonb_build_object('metric', v_section.name, 'by', v_section.split, 'summary', v_section.summary, 'detail', v_section.detail,
            'now', core.report_metric(v_section.name, v_periods[1], v_section.split), 'before', CASE WHEN NOT v_live AND coalesce(v_section.split, '') NOT IN ('shift', 'head') THEN core.report_metric(v_section.name, v_periods[2], v_section.split) END);
    END LOOP;
    RETURN jsonb_build_object('kind', p_kind, 'from', lower(v_periods[1]), 'to', upper(v_periods[1]), 'before_from', lower(v_periods[2]), 'before_to', upper(v_periods[2]), 'made_at', core.now(), 'head', core.paper_head(),
        'sections', v_sections,
        'channels', (SELECT coalesce(jsonb_agg(jsonb_build_object('channel', x.channel, 'n', x.n, 'before', x.before) ORDER BY x.n DESC, x.channel), '[]') FROM (
            SELECT c.channel, count(*) FILTER (WHERE c.opened_at >= lower(v_periods[1])) AS n, count(*) FILTER (WHERE c.opened_at < lower(v_periods[1])) AS before
            FROM core.case c WHERE c.opened_at >= lower(v_periods[2]) AND c.opened_at < upper(v_periods[1]) GROUP BY c.channel) x));
END $$;
