-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a report of a day, a week or a month is made once, by the gateway's clock or when somebody asks, and then stays as it was
-- oldest-desk: 33
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

CREATE TABLE core.report (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('daily', 'weekly', 'monthly')),
    from_at timestamptz NOT NULL,
    to_at timestamptz NOT NULL CHECK (to_at > from_at),
    data jsonb NOT NULL,
    sha256 text NOT NULL,                        -- of data; in the audit chain too
    scheduled boolean NOT NULL,
    made_by bigint REFERENCES core.person,       -- null: the gateway
    made_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX report_once ON core.report (kind, from_at) WHERE scheduled;
CREATE INDEX report_newest ON core.report (made_at DESC, id DESC);
CREATE TABLE core.report_schedule (
    kind text PRIMARY KEY CHECK (kind IN ('daily', 'weekly', 'monthly')),
    enabled boolean NOT NULL DEFAULT true,
    at_time time NOT NULL DEFAULT '07:00',       -- in Hanoi, on the first day after the period
    since timestamptz NOT NULL DEFAULT now(),    -- periods that were over before are nobody's to make up for
    revision int NOT NULL DEFAULT 1
);
INSERT INTO core.report_schedule (kind, at_time) VALUES ('daily', '06:30'), ('weekly', '07:00'), ('monthly', '07:30');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.report FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
ALTER TABLE core.report ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.report_schedule ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff ON core.report FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.report_schedule FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
GRANT SELECT ON core.report, core.report_schedule TO trucban_person;
CREATE VIEW desk.reports WITH (security_invoker) AS
    SELECT r.id, r.kind, r.from_at, r.to_at, r.data, r.sha256, r.scheduled, r.made_by, p.name AS made_by_name, r.made_at FROM core.report r LEFT JOIN core.person p ON p.id = r.made_by;
CREATE VIEW desk.report_schedules WITH (security_invoker) AS SELECT kind, enabled, at_time, since, revision FROM core.report_schedule;
GRANT SELECT ON desk.reports, desk.report_schedules TO trucban_person;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('make_report', '{officer,supervisor,admin}', 'Makes a report of a day, week or month and keeps it.'),
    ('read_report', '{officer,supervisor,admin}', 'Reads the report of a period, made just now where none is kept.'),
    ('set_report_schedule', '{supervisor,admin}', 'Says when reports are made by themselves.');

-- the period a day lies in, and the one before it, in Hanoi
CREATE FUNCTION core.report_period(p_kind text, p_day date) RETURNS tstzrange[] LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT ARRAY[tstzrange(b.begins AT TIME ZONE 'Asia/Ho_Chi_Minh', (b.begins + b.step) AT TIME ZONE 'Asia/Ho_Chi_Minh'),
                 tstzrange((b.begins - b.step) AT TIME ZONE 'Asia/Ho_Chi_Minh', b.begins AT TIME ZONE 'Asia/Ho_Chi_Minh')]
    FROM (SELECT date_trunc(CASE p_kind WHEN 'weekly' THEN 'week' WHEN 'monthly' THEN 'month' ELSE 'day' END, p_day::timestamp) AS begins,
                 CASE p_kind WHEN 'weekly' THEN interval '7 days' WHEN 'monthly' THEN interval '1 month' ELSE interval '1 day' END AS step) b
$$;
-- as desk.metric answers, for whoever may make a report
CREATE FUNCTION core.report_metric(p_name text, p_period tstzrange, p_by text) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('metric', m.name, 'label', m.label, 'label_en', m.label_en, 'definition', m.definition_en, 'definition_vi', m.definition, 'kind', m.kind, 'live', m.live,
        'by', coalesce(p_by, m.by_default), 'rows', metric.rows(m, lower(p_period), upper(p_period), p_by))
    FROM core.metric m WHERE m.name = p_name
$$;
-- {kind, from, to, before_from, before_to, made_at, head, sections: [{metric, by, summary, detail, now, before}], channels: [{channel, n, before}]}
CREATE FUNCTION core.report_data(p_kind text, p_day date) RETURNS jsonb LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
            'now', core.report_metric(v_section.name, v_periods[1], v_section.split), 'before', CASE WHEN NOT v_live THEN core.report_metric(v_section.name, v_periods[2], v_section.split) END);
    END LOOP;
    RETURN jsonb_build_object('kind', p_kind, 'from', lower(v_periods[1]), 'to', upper(v_periods[1]), 'before_from', lower(v_periods[2]), 'before_to', upper(v_periods[2]), 'made_at', core.now(), 'head', core.paper_head(),
        'sections', v_sections,
        'channels', (SELECT coalesce(jsonb_agg(jsonb_build_object('channel', x.channel, 'n', x.n, 'before', x.before) ORDER BY x.n DESC, x.channel), '[]') FROM (
            SELECT c.channel, count(*) FILTER (WHERE c.opened_at >= lower(v_periods[1])) AS n, count(*) FILTER (WHERE c.opened_at < lower(v_periods[1])) AS before
            FROM core.case c WHERE c.opened_at >= lower(v_periods[2]) AND c.opened_at < upper(v_periods[1]) GROUP BY c.channel) x));
END $$;
CREATE FUNCTION core.require_report(p_kind text, p_day date) RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(p_kind, '') NOT IN ('daily', 'weekly', 'monthly') THEN
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', p_kind));
    END IF;
    IF p_day IS NULL OR p_day < '2000-01-01' OR lower((core.report_period(p_kind, p_day))[1]) > core.now() THEN
        PERFORM core.fail('TB422', 'period_invalid', jsonb_build_object('day', p_day));
    END IF;
END $$;
CREATE FUNCTION core.keep_report(p_kind text, p_day date, p_scheduled boolean) RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_data jsonb := core.report_data(p_kind, p_day);
    v_id bigint;
BEGIN
    INSERT INTO core.report (kind, from_at, to_at, data, sha256, scheduled, made_by, made_at)
    VALUES (p_kind, (v_data ->> 'from')::timestamptz, (v_data ->> 'to')::timestamptz, v_data, encode(sha256(convert_to(v_data::text, 'UTF8')), 'hex'), p_scheduled, who.person_id(), core.now())
    ON CONFLICT (kind, from_at) WHERE scheduled DO NOTHING RETURNING id INTO v_id;
    IF v_id IS NOT NULL THEN
        PERFORM core.tell('admin', 0);
    END IF;
    RETURN v_id;
END $$;
CREATE FUNCTION desk.make_report(p_kind text, p_day date, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('make_report', p_request);
    v_id bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM core.require_report(p_kind, p_day);
    v_id := core.keep_report(p_kind, p_day, false);
    RETURN core.end_verb('make_report', p_request, 'report:' || v_id, (SELECT jsonb_build_object('kind', kind, 'from', from_at, 'sha256', sha256) FROM core.report WHERE id = v_id), jsonb_build_object('id', v_id));
END $$;
-- the one that is kept and was made after its period was over, else one made just now
CREATE FUNCTION desk.read_report(p_kind text, p_day date) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('read_report');
    PERFORM core.require_report(p_kind, p_day);
    RETURN coalesce((SELECT r.data || jsonb_build_object('id', r.id, 'sha256', r.sha256) FROM core.report r
        WHERE r.kind = p_kind AND r.from_at = lower((core.report_period(p_kind, p_day))[1]) AND r.made_at >= r.to_at ORDER BY r.id DESC LIMIT 1), core.report_data(p_kind, p_day));
END $$;
-- p_fields: any of {enabled, at_time: "06:30"}
CREATE FUNCTION desk.set_report_schedule(p_kind text, p_seen int, p_fields jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('set_report_schedule', p_request);
    v_row core.report_schedule;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT * INTO v_row FROM core.report_schedule WHERE kind = p_kind FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', p_kind));
    END IF;
    IF p_seen IS DISTINCT FROM v_row.revision THEN
        PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('kind', p_kind, 'revision', v_row.revision));
    END IF;
    IF jsonb_exists(p_fields, 'at_time') AND coalesce(p_fields ->> 'at_time', '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('at_time', p_fields ->> 'at_time'));
    END IF;
    -- switched on again it does not make up for what it slept through
    UPDATE core.report_schedule SET enabled = coalesce((p_fields ->> 'enabled')::boolean, enabled), at_time = coalesce((p_fields ->> 'at_time')::time, at_time),
        since = CASE WHEN NOT v_row.enabled AND (p_fields ->> 'enabled')::boolean THEN core.now() ELSE since END, revision = revision + 1 WHERE kind = p_kind;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('set_report_schedule', p_request, 'report_schedule:' || p_kind, p_fields, jsonb_build_object('kind', p_kind, 'revision', v_row.revision + 1));
END $$;

-- The reports whose hour has come, each once whoever asks, also after days off line (the newest forty of a kind). Answers how many it made.
CREATE FUNCTION intake.make_reports() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_schedule core.report_schedule;
    v_today date := (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_period tstzrange;
    v_day date;
    v_id bigint;
    v_made int := 0;
BEGIN
    -- another gateway that is at it does it all
    FOR v_schedule IN SELECT * FROM core.report_schedule WHERE enabled ORDER BY kind FOR UPDATE SKIP LOCKED LOOP
        v_day := v_today;
        FOR i IN 1 .. 40 LOOP
            v_period := (core.report_period(v_schedule.kind, v_day))[2];
            v_day := (lower(v_period) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
            EXIT WHEN upper(v_period) <= v_schedule.since;
            CONTINUE WHEN core.now() < ((upper(v_period) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + v_schedule.at_time) AT TIME ZONE 'Asia/Ho_Chi_Minh'
                OR EXISTS (SELECT FROM core.report WHERE kind = v_schedule.kind AND from_at = lower(v_period) AND scheduled);
            v_id := core.keep_report(v_schedule.kind, v_day, true);
            CONTINUE WHEN v_id IS NULL;
            v_made := v_made + 1;
            PERFORM core.write_audit('make_report', 'report:' || v_id, (SELECT jsonb_build_object('kind', kind, 'from', from_at, 'sha256', sha256) FROM core.report WHERE id = v_id));
            PERFORM core.notify_people('report', 'info', 0, NULL, NULL, '{supervisors}', jsonb_build_object('report', v_id, 'kind', v_schedule.kind, 'from', lower(v_period), 'to', upper(v_period)));
        END LOOP;
    END LOOP;
    RETURN v_made;
END $$;
REVOKE EXECUTE ON FUNCTION intake.make_reports() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.make_reports() TO trucban_gateway;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
