-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: the dashboard's numbers in one reading; each row names the filter that opens its cases
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- Over open cases only (queue 1–4), so the time it takes follows their number; arrivals are counted over the days asked for.
-- {now, queues: {new, in_hand, waiting, answered, overdue}, statuses: [{status, cases}], categories: [{code, name, name_en, cases, overdue}],
--  units: [{code, name, cases, overdue, unconfirmed}], oldest: [{id, number, status, stage, opened_at, category, first_words, unit}],
--  arrivals: [{at, cases}] by hour for p_hours, usual: [{hour, cases}] mean of the same hours on the seven days before, arrived_today, arrived_same_time_last_week, released_today, published_today}
CREATE FUNCTION desk.dashboard(p_hours int DEFAULT 24) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
            SELECT u.code, u.name, count(*) AS cases, count(*) FILTER (WHERE l.overdue) AS overdue FROM live l JOIN core.unit u ON u.id = l.lead_unit_id
            WHERE l.queue = 3 GROUP BY u.id ORDER BY count(*) FILTER (WHERE l.overdue) DESC, count(*) DESC LIMIT 12) x)) INTO v_answer
    FROM (SELECT 1) one;
    RETURN v_answer || jsonb_build_object(
        'oldest', (SELECT coalesce(jsonb_agg(to_jsonb(x) - 'burns_at' ORDER BY x.burns_at), '[]') FROM (
            SELECT c.id, c.number, c.status, c.stage, c.burns_clock, c.opened_at, c.burns_at, c.burns_at AS due_at, c.first_words, g.code AS category, u.name AS unit
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
CREATE INDEX case_released ON core.case (released_at) WHERE released_at IS NOT NULL;
CREATE INDEX bulletin_published ON core.bulletin (published_at) WHERE published_at IS NOT NULL;
REVOKE EXECUTE ON FUNCTION desk.dashboard(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk.dashboard(int) TO trucban_person;
