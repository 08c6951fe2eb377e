-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a month's report at a million cases took half a minute: held time reads its index alone, and a shift that a case was held right through is counted, not written out
-- oldest-desk: 33
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

DROP INDEX core.charge_ended, core.charge_judged;
CREATE INDEX charge_ended ON core.charge (to_at) INCLUDE (from_at, case_id, holder, unit_id) WHERE to_at IS NOT NULL;
CREATE INDEX charge_open_held ON core.charge (from_at) INCLUDE (case_id, holder, unit_id) WHERE to_at IS NULL;
CREATE INDEX charge_judged ON core.charge (least(to_at, due_at)) INCLUDE (case_id, stage, holder, unit_id, to_at, due_at) WHERE due_at IS NOT NULL;

-- as in 0022; the case is looked at only when it is asked for (an outer join that nobody needs is left out)
CREATE OR REPLACE FUNCTION metric.on_time(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT g.case_id, least(g.to_at, g.due_at), g.stage, c.category_id, g.unit_id, c.area_id, NULL::bigint, NULL::float8, g.to_at IS NOT NULL AND g.to_at <= g.due_at
    FROM (SELECT core.now() AS now OFFSET 0) n, core.charge g LEFT JOIN core.case c ON c.id = g.case_id
    WHERE g.due_at IS NOT NULL AND g.holder IN ('desk', 'unit') AND least(g.to_at, g.due_at) >= p_from AND least(g.to_at, g.due_at) < p_to AND (g.to_at IS NOT NULL OR g.due_at < n.now)
$$;
CREATE OR REPLACE FUNCTION metric.charged_time(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT g.case_id, greatest(g.from_at, p_from), g.holder, c.category_id, g.unit_id, c.area_id, NULL::bigint,
        (floor(extract(epoch FROM least(coalesce(g.to_at, n.now), p_to))) - floor(extract(epoch FROM greatest(g.from_at, p_from))))::float8, NULL::boolean
    FROM (SELECT core.now() AS now OFFSET 0) n
        CROSS JOIN (SELECT x.case_id, x.holder, x.unit_id, x.from_at, x.to_at FROM core.charge x WHERE x.to_at IS NOT NULL AND x.to_at > p_from AND x.from_at < p_to
         UNION ALL SELECT x.case_id, x.holder, x.unit_id, x.from_at, NULL::timestamptz FROM core.charge x WHERE x.to_at IS NULL AND x.from_at < p_to) g
        LEFT JOIN core.case c ON c.id = g.case_id
    WHERE least(coalesce(g.to_at, n.now), p_to) > greatest(g.from_at, p_from)
$$;

CREATE OR REPLACE FUNCTION metric.misrouted(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT a.case_id, a.sent_at, ''::text, c.category_id, a.unit_id, c.area_id, a.sent_by, NULL::float8,
        NOT (a.state = 'handed_on' OR (a.state = 'handed_back' AND coalesce(r.misrouted, false)))
    FROM core.assignment a LEFT JOIN core.case c ON c.id = a.case_id LEFT JOIN core.reason r ON r.code = a.reason_code
    WHERE a.sent_at >= p_from AND a.sent_at < p_to AND a.handed_on_from IS NULL
$$;
CREATE OR REPLACE FUNCTION metric.released(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT e.case_id, e.at, ''::text, c.category_id, c.lead_unit_id, c.area_id, e.person_id, NULL::float8, NULL::boolean
    FROM core.case_event e LEFT JOIN core.case c ON c.id = e.case_id
    WHERE e.at >= p_from AND e.at < p_to AND e.to_status = 'released' AND e.to_status IN ('released', 'published', 'closed', 'rejected', 'duplicate') AND e.from_status IS DISTINCT FROM 'released'
      AND coalesce((SELECT n.verb NOT IN ('send_failed', 'cancel_send') FROM core.case_event n WHERE n.case_id = e.case_id AND n.id > e.id AND n.from_status = 'released' AND n.to_status <> 'released' ORDER BY n.id LIMIT 1), true)
$$;
CREATE OR REPLACE FUNCTION metric.escalations(p_from timestamptz, p_to timestamptz) RETURNS SETOF metric.fact LANGUAGE sql STABLE AS $$
    SELECT e.case_id, e.at, e.rung, c.category_id, g.unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.escalation e LEFT JOIN core.charge g ON g.id = e.charge_id LEFT JOIN core.case c ON c.id = e.case_id WHERE e.at >= p_from AND e.at < p_to AND NOT e.superseded
$$;

-- Held time by shift, a row {key, part, seconds, n} for each: what began or ended within a shift is written out; a shift that a case was held right through is only
-- counted, by how many begin before it and end after it. Such a case has nothing else in that shift, so that the two add up. A key that stands for several stretches
-- of time (nobody on duty) is written out.
CREATE FUNCTION metric.held_by_shift(p_name text, p_from timestamptz, p_to timestamptz) RETURNS TABLE (key text, part text, seconds float8, n bigint) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY EXECUTE format($q$
        WITH span AS MATERIALIZED (SELECT (row_number() OVER (ORDER BY w.from_at))::int AS i, w.from_at, w.to_at, w.key, count(*) OVER (PARTITION BY w.key) AS same,
                floor(extract(epoch FROM w.to_at))::float8 - floor(extract(epoch FROM w.from_at))::float8 AS seconds FROM metric.shift_spans($1, $2) w),
        s AS MATERIALIZED (SELECT array_agg(w.from_at ORDER BY w.i) AS starts FROM span w),
        f AS MATERIALIZED (SELECT x.case_id, x.at, x.part, x.seconds, to_timestamp(floor(extract(epoch FROM x.at)) + x.seconds) AS until FROM metric.%1$I($1, $2) x),
        d AS MATERIALIZED (SELECT f.case_id, f.at, f.until, width_bucket(f.at, s.starts) AS lo, greatest(width_bucket(f.at, s.starts), width_bucket(f.until - interval '1 microsecond', s.starts)) AS hi
                           FROM f, s WHERE f.part = 'desk'),
        pieces AS (
            SELECT w.key, d.case_id, floor(extract(epoch FROM least(d.until, w.to_at)))::float8 - floor(extract(epoch FROM greatest(d.at, w.from_at)))::float8 AS seconds
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

-- as in 0022; held time counts its cases by hashing them once instead of sorting them for every row
CREATE OR REPLACE FUNCTION metric.rows(p_metric core.metric, p_from timestamptz, p_to timestamptz, p_by text) RETURNS jsonb LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_by text := coalesce(p_by, p_metric.by_default);
    v_parts boolean := p_metric.parts <> '{}' OR p_metric.name = 'intake_by_hour_weekday';
    v_values text := CASE p_metric.kind
        WHEN 'count' THEN $q$jsonb_build_object('n', count(*)) || CASE WHEN bool_or(f.good IS NOT NULL) THEN jsonb_build_object('late', count(*) FILTER (WHERE NOT f.good)) ELSE '{}' END$q$
        WHEN 'cases' THEN $q$jsonb_build_object('n', count(DISTINCT f.case_id))$q$
        WHEN 'share' THEN $q$jsonb_build_object('n', count(*), 'good', count(*) FILTER (WHERE f.good), 'late', count(*) FILTER (WHERE NOT f.good), 'share', round(count(*) FILTER (WHERE f.good)::numeric / count(*), 4))$q$
        ELSE $q$jsonb_build_object('n', count(*), 'p50', round((percentile_disc(0.5) WITHIN GROUP (ORDER BY f.seconds))::numeric, 3), 'p90', round((percentile_disc(0.9) WITHIN GROUP (ORDER BY f.seconds))::numeric, 3))$q$ END;
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
