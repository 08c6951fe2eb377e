-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: the wall of a second monitor in one reading, the boundaries its map is drawn with, and the dashboard's units in both languages
-- oldest-desk: 21
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

-- ── where areas end, for looking at only; a file is replaced by the next, its attribution is shown with it ──
CREATE TABLE core.area_boundary (
    area_id bigint PRIMARY KEY REFERENCES core.area,
    rings jsonb NOT NULL,                -- [[[lon, lat], …], …]: outer rings and holes alike, filled by odd and even
    attribution text NOT NULL,
    imported_at timestamptz NOT NULL,
    imported_by bigint REFERENCES core.person
);
ALTER TABLE core.area_boundary ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.area_boundary FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
GRANT SELECT ON core.area_boundary TO trucban_person;
CREATE VIEW desk.area_boundaries WITH (security_invoker) AS
    SELECT b.area_id, a.code, a.name, b.rings, b.attribution, b.imported_at FROM core.area_boundary b JOIN core.area a ON a.id = b.area_id;
GRANT SELECT ON desk.area_boundaries TO trucban_person;
INSERT INTO core.verb (name, roles, sentence) VALUES ('import_boundaries', '{admin}', 'Replaces the boundaries that maps are drawn with.');
-- null, or what is wrong with a feature {code, rings}
CREATE FUNCTION core.boundary_fault(p_feature jsonb) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN NOT EXISTS (SELECT FROM core.area WHERE code = p_feature ->> 'code' AND valid_to IS NULL) THEN 'area_unknown'
        WHEN jsonb_typeof(p_feature -> 'rings') IS DISTINCT FROM 'array' OR jsonb_array_length(p_feature -> 'rings') = 0 THEN 'boundary_invalid'
        WHEN EXISTS (SELECT FROM jsonb_array_elements(p_feature -> 'rings') r WHERE jsonb_typeof(r) <> 'array' OR jsonb_array_length(r) < 4) THEN 'boundary_invalid'
        WHEN EXISTS (SELECT FROM jsonb_path_query(p_feature -> 'rings', 'strict $[*][*]') p
                     WHERE NOT (jsonb_typeof(p) = 'array' AND jsonb_array_length(p) >= 2 AND jsonb_typeof(p -> 0) = 'number' AND jsonb_typeof(p -> 1) = 'number')
                        OR NOT ((p ->> 0)::float8 BETWEEN -180 AND 180 AND (p ->> 1)::float8 BETWEEN -90 AND 90)) THEN 'boundary_invalid'
    END
$$;
-- [{line, code, rings}]: all of them or none; an area that is not named keeps what it has
CREATE FUNCTION desk.import_boundaries(p_features jsonb, p_attribution text, p_dry_run boolean, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('import_boundaries', p_request);
    v_attribution text;
    v_bad jsonb;
    v_count int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_attribution := core.require_text(p_attribution, 'attribution_missing');
    SELECT coalesce(jsonb_agg(jsonb_build_object('line', f -> 'line', 'code', core.boundary_fault(f), 'facts', jsonb_build_object('area', f -> 'code')) ORDER BY n), '[]'), (SELECT count(*) FROM jsonb_array_elements(p_features))
    INTO v_bad, v_count FROM jsonb_array_elements(p_features) WITH ORDINALITY x(f, n) WHERE core.boundary_fault(f) IS NOT NULL;
    IF p_dry_run OR jsonb_array_length(v_bad) > 0 THEN
        RETURN jsonb_build_object('saved', 0, 'would_save', v_count - jsonb_array_length(v_bad), 'bad', v_bad, 'dry_run', p_dry_run);
    END IF;
    INSERT INTO core.area_boundary (area_id, rings, attribution, imported_at, imported_by)
    SELECT DISTINCT ON (a.id) a.id, f -> 'rings', v_attribution, core.now(), who.person_id() FROM jsonb_array_elements(p_features) f JOIN core.area a ON a.code = f ->> 'code' AND a.valid_to IS NULL
    ON CONFLICT (area_id) DO UPDATE SET rings = excluded.rings, attribution = excluded.attribution, imported_at = excluded.imported_at, imported_by = excluded.imported_by;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('import_boundaries', p_request, 'areas', jsonb_build_object('areas', v_count, 'attribution', v_attribution), jsonb_build_object('saved', v_count, 'bad', v_bad, 'dry_run', false));
END $$;

-- ── shifts are found by halving a sorted list, not by walking it: a month of a million cases took a minute ──
CREATE INDEX charge_open_unit ON core.charge (unit_id) WHERE to_at IS NULL AND unit_id IS NOT NULL;
CREATE OR REPLACE FUNCTION metric.source(p_metric core.metric, p_by text) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_point text := $q$SELECT f.case_id, f.at, f.part, f.seconds, f.good, %s AS key FROM metric.%I($1, $2) f %s$q$;
    v_shifts text := $q$(SELECT array_agg(w.from_at ORDER BY w.from_at) AS starts, array_agg(w.to_at ORDER BY w.from_at) AS ends, array_agg(w.key ORDER BY w.from_at) AS keys FROM metric.shift_spans($1, $2) w) s$q$;
    v_until text := $q$(SELECT x.*, to_timestamp(floor(extract(epoch FROM x.at)) + x.seconds) AS until FROM metric.%I($1, $2) x)$q$;
    v_whole text := '(floor(extract(epoch FROM least(f.until, %1$s))) - floor(extract(epoch FROM greatest(f.at, %2$s))))::float8';
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

-- ── the wall: everything it shows in one reading. Numbers that are metrics are read through them, brief: of each key the whole alone, units only ──
CREATE FUNCTION metric.brief(p_name text, p_from timestamptz, p_to timestamptz, p_by text) RETURNS jsonb LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_metric core.metric;
    v_answer jsonb;
BEGIN
    SELECT * INTO v_metric FROM core.metric WHERE name = p_name;
    EXECUTE format($q$
        WITH r AS MATERIALIZED (SELECT f.key, count(*) AS n, count(*) FILTER (WHERE f.good) AS good, count(*) FILTER (WHERE NOT f.good) AS late, sum(f.seconds)::bigint AS seconds FROM (%s%s) f GROUP BY f.key),
        names AS (SELECT k.* FROM metric.key_names($3, (SELECT array_agg(r.key) FROM r)) k)
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', r.key, 'name', n.name, 'name_en', nullif(n.name_en, ''), 'n', r.n, 'good', r.good, 'late', r.late, 'seconds', r.seconds)) ORDER BY r.key), '[]')
        FROM r LEFT JOIN names n ON n.key = r.key$q$, metric.source(v_metric, p_by), CASE p_by WHEN 'unit' THEN ' WHERE f.unit_id IS NOT NULL' ELSE '' END)
    INTO v_answer USING p_from, p_to, p_by;
    RETURN v_answer;
END $$;
-- open cases that are over their time: the most urgent first, of one urgency the latest first; who holds them
CREATE FUNCTION metric.red_cases(p_now timestamptz, p_limit int) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'urgency', c.urgency, 'stage', c.stage, 'clock', c.burns_clock, 'burns_at', c.burns_at,
        'category', g.code, 'category_name', g.name, 'category_name_en', nullif(g.name_en, ''), 'area', a.name, 'holder', coalesce(nullif(c.charged_to, ''), 'desk'), 'officer', p.name,
        'unit', u.code, 'unit_name', u.name, 'unit_name_en', nullif(u.name_en, ''), 'head', h.name, 'head_rank', nullif(h.rank, ''))) ORDER BY w.rank, c.burns_at, c.id), '[]')
    FROM (SELECT x.id, x.rank FROM (SELECT o.rank, r.id, r.burns_at FROM (VALUES (1, 'emergency'), (2, 'high'), (3, 'medium'), (4, 'low')) o(rank, urgency)
          CROSS JOIN LATERAL (SELECT s.id, s.burns_at FROM core.case s WHERE s.urgency = o.urgency AND s.queue <= 4 AND s.burns_at < p_now ORDER BY s.burns_at, s.id LIMIT p_limit) r) x
          ORDER BY x.rank, x.burns_at LIMIT p_limit) w
    JOIN core.case c ON c.id = w.id LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.area a ON a.id = c.area_id LEFT JOIN core.person p ON p.id = c.holder_id
    LEFT JOIN core.unit u ON u.id = c.charged_unit_id
    LEFT JOIN LATERAL (SELECT k.name, k.rank FROM core.unit_head k WHERE k.unit_id = c.charged_unit_id AND k.from_at <= p_now AND (k.to_at IS NULL OR k.to_at > p_now) ORDER BY k.from_at DESC, k.id DESC LIMIT 1) h ON true
$$;
-- {now, days, from, load: rows with parts, unclaimed on_time charged areas hours usual: brief rows, arrived: {today, last_week}, red, ladder, emergencies: cases}
CREATE FUNCTION desk.wall(p_days int DEFAULT 7) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_now timestamptz := core.now();
    v_today timestamptz := date_trunc('day', v_now AT TIME ZONE 'Asia/Ho_Chi_Minh') AT TIME ZONE 'Asia/Ho_Chi_Minh';
    v_days int := greatest(1, least(coalesce(p_days, 7), 31));
    v_from timestamptz := v_today - make_interval(days => v_days - 1);
BEGIN
    IF NOT who.is_staff() THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('role', who.role()));
    END IF;
    RETURN jsonb_build_object('now', v_now, 'days', v_days, 'from', v_from,
        'load', metric.rows((SELECT m FROM core.metric m WHERE m.name = 'load'), v_from, v_now, NULL),
        'unclaimed', metric.brief('unclaimed', v_from, v_now, NULL),
        'hours', metric.brief('intake', v_today, v_now + interval '1 second', 'hour'),
        'usual', metric.brief('intake', v_today - interval '7 days', v_today, 'hour'),
        'arrived', jsonb_build_object('today', (SELECT count(*) FROM core.case WHERE opened_at >= v_today), 'last_week', (SELECT count(*) FROM core.case WHERE opened_at >= v_today - interval '7 days' AND opened_at < v_now - interval '7 days')),
        'red', metric.red_cases(v_now, 8),
        'ladder', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.case_id, 'number', c.number, 'rung', e.rung, 'severity', e.severity, 'at', e.at, 'told', e.told, 'urgency', c.urgency) ORDER BY e.at DESC, e.id DESC), '[]')
            FROM (SELECT x.* FROM core.escalation x WHERE NOT x.superseded AND x.at > v_now - interval '24 hours' AND x.rung <> '50' ORDER BY x.at DESC, x.id DESC LIMIT 8) e JOIN core.case c ON c.id = e.case_id),
        'emergencies', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'opened_at', c.opened_at, 'area', a.name, 'category_name', g.name, 'category_name_en', g.name_en) ORDER BY c.opened_at), '[]')
            FROM (SELECT x.* FROM core.case x WHERE x.urgency = 'emergency' AND x.queue = 1 AND x.holder_id IS NULL ORDER BY x.opened_at LIMIT 20) c LEFT JOIN core.area a ON a.id = c.area_id LEFT JOIN core.category g ON g.id = c.category_id),
        'on_time', metric.brief('on_time', v_from, v_now, 'unit'),
        'charged', metric.brief('charged_time', v_from, v_now, 'unit'),
        'areas', metric.brief('by_area', v_from, v_now, 'area'));
END $$;

-- the dashboard as before (0009), with the units' English names
CREATE OR REPLACE FUNCTION desk.dashboard(p_hours int DEFAULT 24) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_now timestamptz := core.now();
    v_today timestamptz := date_trunc('day', v_now AT TIME ZONE 'Asia/Ho_Chi_Minh') AT TIME ZONE 'Asia/Ho_Chi_Minh';
    v_from timestamptz := date_trunc('hour', v_now) - make_interval(hours => greatest(1, least(p_hours, 168)) - 1);
    v_answer jsonb;
BEGIN
    IF NOT who.is_staff() THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('role', who.role()));
    END IF;
    WITH live AS MATERIALIZED (
        SELECT status, queue, category_id, lead_unit_id, burns_at < v_now AS overdue FROM core.case WHERE queue <= 4
    )
    SELECT jsonb_build_object('now', v_now,
        'queues', (SELECT jsonb_build_object('new', count(*) FILTER (WHERE queue = 1), 'in_hand', count(*) FILTER (WHERE queue = 2), 'waiting', count(*) FILTER (WHERE queue = 3),
            'answered', count(*) FILTER (WHERE queue = 4), 'overdue', count(*) FILTER (WHERE overdue)) FROM live),
        'statuses', (SELECT coalesce(jsonb_agg(x ORDER BY x.cases DESC), '[]') FROM (SELECT status, count(*) AS cases FROM live GROUP BY status) x),
        'categories', (SELECT coalesce(jsonb_agg(x ORDER BY x.cases DESC), '[]') FROM (
            SELECT g.code, g.name, g.name_en, count(*) AS cases, count(*) FILTER (WHERE l.overdue) AS overdue FROM live l LEFT JOIN core.category g ON g.id = l.category_id GROUP BY g.id) x),
        'units', (SELECT coalesce(jsonb_agg(x ORDER BY x.overdue DESC, x.cases DESC), '[]') FROM (
            SELECT u.code, u.name, u.name_en, count(*) AS cases, count(*) FILTER (WHERE l.overdue) AS overdue FROM live l JOIN core.unit u ON u.id = l.lead_unit_id
            WHERE l.queue = 3 GROUP BY u.id ORDER BY count(*) FILTER (WHERE l.overdue) DESC, count(*) DESC LIMIT 12) x)) INTO v_answer
    FROM (SELECT 1) one;
    RETURN v_answer || jsonb_build_object(
        'oldest', (SELECT coalesce(jsonb_agg(to_jsonb(x) - 'burns_at' ORDER BY x.burns_at), '[]') FROM (
            SELECT c.id, c.number, c.status, c.stage, c.burns_clock, c.opened_at, c.burns_at, c.burns_at AS due_at, c.first_words, g.code AS category, u.name AS unit, u.name_en AS unit_en
            FROM core.case c LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.unit u ON u.id = c.lead_unit_id
            WHERE c.queue <= 4 AND c.burns_at < 'infinity' ORDER BY c.burns_at, c.id LIMIT 8) x),
        'arrivals', (SELECT jsonb_agg(jsonb_build_object('at', h.at, 'cases', coalesce(n.cases, 0)) ORDER BY h.at)
            FROM generate_series(v_from, v_now, interval '1 hour') h(at)
            LEFT JOIN (SELECT date_trunc('hour', opened_at) AS at, count(*) AS cases FROM core.case WHERE opened_at >= v_from GROUP BY 1) n ON n.at = h.at),
        'usual', (SELECT coalesce(jsonb_agg(jsonb_build_object('hour', x.hour, 'cases', x.cases)), '[]') FROM (
            SELECT extract(hour FROM opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::int AS hour, round(count(*) / 7.0, 1) AS cases FROM core.case
            WHERE opened_at >= v_today - interval '7 days' AND opened_at < v_today GROUP BY 1) x),
        'arrived_today', (SELECT count(*) FROM core.case WHERE opened_at >= v_today),
        'arrived_same_time_last_week', (SELECT count(*) FROM core.case WHERE opened_at >= v_today - interval '7 days' AND opened_at < v_now - interval '7 days'),
        'released_today', (SELECT count(*) FROM core.case WHERE released_at >= v_today),
        'published_today', (SELECT count(*) FROM core.bulletin WHERE published_at >= v_today));
END $$;
REVOKE EXECUTE ON FUNCTION desk.import_boundaries(jsonb, text, boolean, uuid), desk.wall(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk.import_boundaries(jsonb, text, boolean, uuid), desk.wall(int) TO trucban_person;
