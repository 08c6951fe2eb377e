-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: no shift of a period is one of the period before: reckoning those too made a month's report a sixth slower and said nothing
-- oldest-desk: 33
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

CREATE OR REPLACE FUNCTION core.report_data(p_kind text, p_day date) RETURNS jsonb LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
            'now', core.report_metric(v_section.name, v_periods[1], v_section.split), 'before', CASE WHEN NOT v_live AND v_section.split IS DISTINCT FROM 'shift' THEN core.report_metric(v_section.name, v_periods[2], v_section.split) END);
    END LOOP;
    RETURN jsonb_build_object('kind', p_kind, 'from', lower(v_periods[1]), 'to', upper(v_periods[1]), 'before_from', lower(v_periods[2]), 'before_to', upper(v_periods[2]), 'made_at', core.now(), 'head', core.paper_head(),
        'sections', v_sections,
        'channels', (SELECT coalesce(jsonb_agg(jsonb_build_object('channel', x.channel, 'n', x.n, 'before', x.before) ORDER BY x.n DESC, x.channel), '[]') FROM (
            SELECT c.channel, count(*) FILTER (WHERE c.opened_at >= lower(v_periods[1])) AS n, count(*) FILTER (WHERE c.opened_at < lower(v_periods[1])) AS before
            FROM core.case c WHERE c.opened_at >= lower(v_periods[2]) AND c.opened_at < upper(v_periods[1]) GROUP BY c.channel) x));
END $$;
