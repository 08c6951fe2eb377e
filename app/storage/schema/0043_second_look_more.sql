-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a case that repeats a complaint about a unit was read on by that unit when it had been done with it before; a unit that got a case while a question was open lost the time the
-- case had been away; and a trial of a rule counted units that are never proposed for a complaint about nobody yet
-- oldest-desk: 27
SET LOCAL ROLE trucban_owner;

CREATE OR REPLACE FUNCTION desk.mark_duplicate(p_case bigint, p_revision int, p_of bigint, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('mark_duplicate', p_request);
    v_case core.case;
    v_of bigint;
    v_first core.case;
    v_category core.category;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_holder(v_case);
    PERFORM core.require_status(v_case, 'claimed', 'classified', 'handed_back');
    SELECT coalesce(duplicate_of, id) INTO v_of FROM core.case WHERE id = p_of;
    IF v_of IS NULL OR v_of = p_case OR NOT who.may_read(v_of) THEN
        PERFORM core.fail('TB422', 'duplicate_of_unknown', jsonb_build_object('of', p_of));
    END IF;
    UPDATE core.case SET duplicate_of = v_of, decision = coalesce(p_reason, '') WHERE id = p_case;
    PERFORM core.end_assignments(p_case, p_reason);
    -- what repeats a complaint is about whom that is about, and behind the same wall
    v_first := core.case_row(v_of);
    SELECT * INTO v_category FROM core.category WHERE id = v_first.category_id;
    IF v_first.about_unit_id IS NOT NULL THEN
        UPDATE core.case SET about_unit_id = v_first.about_unit_id, lead_unit_id = NULL WHERE id = p_case;
    ELSIF v_category.needs_wall THEN
        UPDATE core.assignment SET state = 'withdrawn', reason = 'conflict', revision = revision + 1 WHERE case_id = p_case AND state = 'accepted' AND unit_id IS DISTINCT FROM v_category.default_unit_id;
    END IF;
    PERFORM core.step(v_case, 'mark_duplicate', 'duplicate', p_reason, jsonb_build_object('of', v_of));
    RETURN core.end_verb('mark_duplicate', p_request, 'case:' || p_case, jsonb_build_object('of', v_of), core.case_answer(p_case));
END $$;
-- the other unit gets what this one had: lead or not, instruction and due date; it confirms within its own limit
CREATE OR REPLACE FUNCTION desk.hand_on(p_assignment bigint, p_unit bigint, p_code text, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('hand_on', p_request);
    v_row core.assignment;
    v_reason core.reason;
    v_unit core.unit;
    v_text text := core.reason_text(p_reason);
    v_new core.assignment;
    v_due timestamptz;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    v_reason := core.unit_reason(p_code, p_reason);
    v_unit := core.require_sendable_to(core.case_row(v_row.case_id), p_unit);
    IF v_unit.external THEN
        PERFORM core.fail('TB422', 'unit_is_external', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
    END IF;
    -- an open question ends with the old row: the time the case was away from it is the new one's
    v_due := v_row.due_at + coalesce((SELECT core.now() - q.asked_at FROM core.question q WHERE q.assignment_id = p_assignment AND q.state IN ('asked', 'sent')), interval '0');
    UPDATE core.assignment SET state = 'handed_on', ended_at = core.now(), reason_code = v_reason.code, reason = v_text, revision = revision + 1 WHERE id = p_assignment;
    INSERT INTO core.assignment (case_id, unit_id, lead, instruction, due_at, due_by_hand, sent_by, sent_at, handed_on_from)
    VALUES (v_row.case_id, v_unit.id, v_row.lead, v_row.instruction, v_due, true, who.person_id(), core.now(), p_assignment) RETURNING * INTO v_new;
    IF v_due IS DISTINCT FROM v_row.due_at THEN
        INSERT INTO core.due_move (case_id, stage, was_at, now_at, cause, person_id, at) VALUES (v_row.case_id, 'answer', v_row.due_at, v_due, 'question', who.person_id(), core.now());
    END IF;
    IF v_row.lead THEN
        UPDATE core.case SET lead_unit_id = v_unit.id WHERE id = v_row.case_id;
    END IF;
    PERFORM core.step(core.case_row(v_row.case_id), 'hand_on', NULL, v_text, jsonb_build_object('unit', v_row.unit_id, 'to', v_unit.id, 'code', v_reason.code));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('hand_on', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment, 'to', v_unit.id, 'code', v_reason.code, 'reason', v_text),
        jsonb_build_object('assignment', p_assignment, 'state', 'handed_on', 'new', v_new.id));
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
            (c.about_unit_id IS NOT NULL AND c.about_unit_id IN (SELECT id FROM above))
                OR (v_unit IS NOT NULL AND c.about_unit_id IS NULL AND coalesce(g.needs_wall, false) AND v_unit IS DISTINCT FROM g.default_unit_id) AS walled
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
