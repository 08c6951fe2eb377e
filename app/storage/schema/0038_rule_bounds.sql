-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a trial of common words that looked at the newest messages only, and found few cases among them, did not say so
-- oldest-desk: 27
SET LOCAL ROLE trucban_owner;

-- the cases a rule fits, newest first; with a 0 at the end when a month held more messages than are looked at
CREATE OR REPLACE FUNCTION core.rule_cases(p_conditions jsonb, p_from timestamptz, p_to timestamptz) RETURNS bigint[] LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_query tsquery := core.rule_query(p_conditions);
    v_categories bigint[] := core.categories_below(p_conditions ->> 'category');
    v_found bigint[] := ARRAY[]::bigint[];
    v_more bigint[];
    v_part record;
    v_hits int;
    v_bounded boolean := false;
BEGIN
    IF v_query IS NULL THEN
        RETURN ARRAY(SELECT c.id FROM (SELECT x AS c FROM core.case x WHERE x.opened_at >= p_from AND x.opened_at < p_to ORDER BY x.opened_at DESC LIMIT 20000) n, LATERAL (SELECT (n.c).id) c
            WHERE core.rule_fits(n.c, p_conditions, v_categories) ORDER BY c.id DESC LIMIT 5000);
    END IF;
    FOR v_part IN SELECT name, from_at FROM search.partition WHERE to_at > p_from AND from_at < p_to + interval '7 days' UNION ALL SELECT 'message_text_rest', '-infinity' ORDER BY 2 DESC LOOP
        EXECUTE format('WITH h AS MATERIALIZED (SELECT t.message_id, t.case_id FROM search.%I t WHERE t.lexemes @@ $1 AND t.sent_at >= $2 ORDER BY t.sent_at + interval ''0'' DESC LIMIT 20000)
            SELECT (SELECT count(*)::int FROM h), (SELECT array_agg(DISTINCT h.case_id) FROM h
                JOIN core.message m ON m.id = h.message_id AND m.direction = ''in'' AND m.deleted_at IS NULL
                JOIN core.case c ON c.id = h.case_id AND c.opened_at >= $2 AND c.opened_at < $3 WHERE core.rule_fits(c, $4, $5))', v_part.name)
        INTO v_hits, v_more USING v_query, p_from, p_to, p_conditions, v_categories;
        v_found := ARRAY(SELECT DISTINCT x FROM unnest(v_found || coalesce(v_more, '{}')) x);
        v_bounded := v_bounded OR v_hits >= 20000;
        EXIT WHEN cardinality(v_found) >= 5000;
    END LOOP;
    RETURN ARRAY(SELECT x FROM unnest(v_found) x ORDER BY x DESC LIMIT 5000) || CASE WHEN v_bounded THEN ARRAY[0::bigint] ELSE ARRAY[]::bigint[] END;
END $$;

CREATE OR REPLACE FUNCTION desk.dry_run_rule(p_rule bigint, p_from timestamptz, p_to timestamptz) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_rule core.rule;
    v_unit bigint;
    v_cases bigint[];
    v_counts jsonb;
    v_sample jsonb;
    v_looked_at bigint;
BEGIN
    PERFORM core.require_verb('dry_run_rule');
    SELECT * INTO v_rule FROM core.rule WHERE id = p_rule;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'rule_not_found', jsonb_build_object('rule', p_rule));
    END IF;
    IF p_from IS NULL OR p_to IS NULL OR p_from >= p_to OR p_to - p_from > interval '367 days' OR NOT isfinite(p_from) OR NOT isfinite(p_to) THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('from', p_from, 'to', p_to, 'most_days', 366));
    END IF;
    v_unit := (v_rule.proposal ->> 'unit')::bigint;
    v_cases := core.rule_cases(v_rule.conditions, p_from, p_to);
    SELECT count(*) INTO v_looked_at FROM core.case WHERE opened_at >= p_from AND opened_at < p_to;
    WITH RECURSIVE above AS (   -- the proposed unit and those above it: what is about any of these goes elsewhere
        SELECT v_unit AS id UNION SELECT u.parent_id FROM core.unit u JOIN above ON u.id = above.id WHERE u.parent_id IS NOT NULL),
    did AS MATERIALIZED (
        SELECT c.id, c.number, c.first_words, c.urgency, g.code AS category, c.legal_track AS track,
            coalesce(c.lead_unit_id, (SELECT a.unit_id FROM core.assignment a WHERE a.case_id = c.id AND a.lead ORDER BY a.id DESC LIMIT 1)) AS unit,
            c.about_unit_id IS NOT NULL AND c.about_unit_id IN (SELECT id FROM above) AS walled
        FROM core.case c LEFT JOIN core.category g ON g.id = c.category_id WHERE c.id = ANY (v_cases)),
    judged AS (
        SELECT d.*, NOT d.walled AND d.unit = v_unit AS same_unit, NOT d.walled AND d.unit <> v_unit AS other_unit,
            d.urgency = v_rule.proposal ->> 'urgency' AS same_urgency, d.category = v_rule.proposal ->> 'category' AS same_category, d.track = v_rule.proposal ->> 'track' AS same_track FROM did d)
    SELECT jsonb_build_object('matched', count(*), 'walled', count(*) FILTER (WHERE walled), 'same_unit', count(*) FILTER (WHERE same_unit), 'other_unit', count(*) FILTER (WHERE other_unit),
            'not_forwarded', count(*) FILTER (WHERE v_unit IS NOT NULL AND NOT walled AND unit IS NULL),
            'same_urgency', count(*) FILTER (WHERE same_urgency), 'other_urgency', count(*) FILTER (WHERE NOT same_urgency),
            'same_category', count(*) FILTER (WHERE same_category), 'other_category', count(*) FILTER (WHERE v_rule.proposal ? 'category' AND same_category IS NOT true),
            'same_track', count(*) FILTER (WHERE same_track), 'other_track', count(*) FILTER (WHERE NOT same_track)),
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'first_words', s.first_words,
             'did', jsonb_build_object('unit_id', s.unit, 'unit', (SELECT name FROM core.unit WHERE id = s.unit), 'urgency', s.urgency, 'category', s.category, 'track', s.track),
             'would', (v_rule.proposal - '{unit,amount,unit_of_time}'::text[])
                 || CASE WHEN v_unit IS NULL OR s.walled THEN '{}' ELSE jsonb_build_object('unit_id', v_unit, 'unit', (SELECT name FROM core.unit WHERE id = v_unit)) END, 'walled', s.walled)
             ORDER BY s.differs DESC, s.id DESC), '[]')
         FROM (SELECT j.*, coalesce(j.other_unit, false) OR j.same_urgency IS false OR (v_rule.proposal ? 'category' AND j.same_category IS NOT true) OR j.same_track IS false AS differs
               FROM judged j ORDER BY 13 DESC, j.id DESC LIMIT 50) s)
    INTO v_counts, v_sample FROM judged;
    v_counts := v_counts || jsonb_build_object('looked_at', v_looked_at, 'bounded', cardinality(v_cases) >= 5000 OR 0 = ANY (v_cases) OR (core.rule_query(v_rule.conditions) IS NULL AND v_looked_at > 20000));
    INSERT INTO core.rule_run (rule_id, revision, person_id, at, from_at, to_at, counts) VALUES (p_rule, v_rule.revision, who.person_id(), core.now(), p_from, p_to, v_counts);
    PERFORM core.write_audit('dry_run_rule', 'rule:' || p_rule, v_counts || jsonb_build_object('revision', v_rule.revision, 'from', p_from, 'to', p_to));
    RETURN v_counts || jsonb_build_object('revision', v_rule.revision, 'sample', v_sample);
END $$;
