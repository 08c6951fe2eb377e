-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a second look found that a release that failed gave no answer back to its unit by a running clock; that a unit could keep a complaint about nobody yet, and read what the
-- centre wrote to other units; that a case forwarded anew after a failed release stayed charged to the desk; steps that locked in another order than the rest;
-- and that a new day off took longer than a desk waits when 20,000 cases are open
-- oldest-desk: 27
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

-- ── one moment of release: by a running clock an assignment ended before its case was released, and was not found again ──
CREATE OR REPLACE FUNCTION core.settle_release(p_case bigint, p_decision text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_now timestamptz := core.now();
BEGIN
    UPDATE core.unit_answer SET state = 'accepted' WHERE case_id = p_case AND state IN ('submitted', 'approved');
    UPDATE core.assignment SET state = 'accepted', ended_at = v_now, revision = revision + 1 WHERE case_id = p_case AND state = 'answered';
    UPDATE core.assignment SET state = 'withdrawn', ended_at = v_now, reason = coalesce(p_decision, 'released'), revision = revision + 1
    WHERE case_id = p_case AND state IN ('sent', 'confirmed', 'returned');
    UPDATE core.case SET released_at = v_now, decision = coalesce(p_decision, decision) WHERE id = p_case;
    PERFORM core.tell('assignment', p_case);
END $$;
-- what is on its way while this comes was ended some moments before it was released
UPDATE core.assignment a SET ended_at = c.released_at FROM core.case c
WHERE c.id = a.case_id AND a.state = 'accepted' AND c.status = 'released' AND a.ended_at < c.released_at AND a.ended_at > c.released_at - interval '1 minute';

-- ── an answered case whose unit is no longer there is forwarded to another one that has it from then on ──
-- p_units: [{unit: id, lead: bool, due_at: ISO|null}], exactly one lead unless the case has one already
CREATE OR REPLACE FUNCTION desk.forward(p_case bigint, p_revision int, p_units jsonb, p_instruction text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('forward', p_request);
    v_case core.case;
    v_row jsonb;
    v_unit core.unit;
    v_leads int;
    v_new_lead boolean;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_holder(v_case);
    PERFORM core.require_status(v_case, 'classified', 'forwarded', 'handed_back', 'answered');
    IF v_case.category_id IS NULL THEN
        PERFORM core.fail('TB422', 'not_classified');
    END IF;
    IF coalesce(jsonb_typeof(p_units), '') <> 'array' OR p_units = '[]' THEN
        PERFORM core.fail('TB422', 'unit_missing');
    END IF;
    SELECT count(*) FILTER (WHERE (value ->> 'lead')::boolean) INTO v_leads FROM jsonb_array_elements(p_units);
    v_new_lead := v_leads > 0;
    v_leads := v_leads + (SELECT count(*) FROM core.assignment WHERE case_id = p_case AND lead AND state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted'));
    IF v_leads <> 1 THEN
        PERFORM core.fail('TB422', CASE WHEN v_leads = 0 THEN 'lead_unit_missing' ELSE 'more_than_one_lead' END);
    END IF;
    FOR v_row IN SELECT value FROM jsonb_array_elements(p_units) LOOP
        v_unit := core.require_sendable_to(v_case, (v_row ->> 'unit')::bigint);
        INSERT INTO core.assignment (case_id, unit_id, lead, instruction, due_at, due_by_hand, sent_by, sent_at)
        VALUES (p_case, v_unit.id, coalesce((v_row ->> 'lead')::boolean, false), coalesce(p_instruction, ''),
                coalesce((v_row ->> 'due_at')::timestamptz, core.stage_due(v_case.category_id, v_case.legal_track, v_case.urgency, 'answer', core.now())),
                v_row ->> 'due_at' IS NOT NULL, who.person_id(), core.now());
        IF coalesce((v_row ->> 'lead')::boolean, false) THEN
            UPDATE core.case SET lead_unit_id = v_unit.id WHERE id = p_case;
        END IF;
    END LOOP;
    PERFORM core.step(v_case, 'forward', CASE WHEN v_case.status <> 'answered' OR v_new_lead THEN 'forwarded' END, coalesce(p_instruction, ''), jsonb_build_object('units', p_units));
    PERFORM core.tell('assignment', p_case);
    RETURN core.end_verb('forward', p_request, 'case:' || p_case, jsonb_build_object('units', p_units), core.case_answer(p_case));
END $$;

-- ── a complaint of which nobody has said whom it is about is not with a unit that may be the one ──
-- p_fields: {category: code, urgency, area: id|null, about_unit: id|null, legal_track: code, '' for none; left as it is when not named}
CREATE OR REPLACE FUNCTION desk.classify(p_case bigint, p_revision int, p_fields jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('classify', p_request);
    v_case core.case;
    v_category core.category;
    v_unit core.unit;
    v_about bigint := (p_fields ->> 'about_unit')::bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_holder(v_case);
    PERFORM core.require_status(v_case, 'claimed', 'classified', 'forwarded', 'handed_back', 'answered');
    SELECT * INTO v_category FROM core.category WHERE code = p_fields ->> 'category' AND NOT retired;
    IF NOT FOUND THEN
        PERFORM core.fail('TB422', 'category_unknown', jsonb_build_object('category', p_fields ->> 'category'));
    END IF;
    IF coalesce(p_fields ->> 'urgency', '') NOT IN ('emergency', 'high', 'medium', 'low') THEN
        PERFORM core.fail('TB422', 'urgency_unknown', jsonb_build_object('urgency', p_fields ->> 'urgency'));
    END IF;
    IF p_fields ->> 'area' IS NOT NULL AND NOT EXISTS (SELECT FROM core.area WHERE id = (p_fields ->> 'area')::bigint) THEN
        PERFORM core.fail('TB422', 'area_unknown', jsonb_build_object('area', p_fields ->> 'area'));
    END IF;
    IF v_about IS NOT NULL AND NOT EXISTS (SELECT FROM core.unit WHERE id = v_about) THEN
        PERFORM core.fail('TB422', 'unit_unknown', jsonb_build_object('unit', v_about));
    END IF;
    IF v_about IS NOT NULL AND EXISTS (SELECT FROM core.assignment a WHERE a.case_id = p_case AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted') AND core.walled(v_about, ARRAY[a.unit_id])) THEN
        PERFORM core.fail('TB409', 'conflict_of_interest', jsonb_build_object('unit', v_about));
    END IF;
    IF v_about IS NULL AND v_category.needs_wall THEN
        SELECT * INTO v_unit FROM core.unit WHERE id = (SELECT a.unit_id FROM core.assignment a WHERE a.case_id = p_case AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted')
            AND a.unit_id IS DISTINCT FROM v_category.default_unit_id ORDER BY a.lead DESC, a.id LIMIT 1);
        IF FOUND THEN
            PERFORM core.fail('TB422', 'about_unit_missing', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
        END IF;
    END IF;
    IF coalesce(p_fields ->> 'legal_track', '') <> '' AND NOT EXISTS (SELECT FROM core.legal_track WHERE code = p_fields ->> 'legal_track') THEN
        PERFORM core.fail('TB422', 'track_unknown', jsonb_build_object('track', p_fields ->> 'legal_track'));
    END IF;
    UPDATE core.case SET category_id = v_category.id, urgency = p_fields ->> 'urgency', area_id = (p_fields ->> 'area')::bigint, about_unit_id = v_about,
        legal_track = coalesce(p_fields ->> 'legal_track', legal_track) WHERE id = p_case;
    -- nor does one that was done with the case before it was opened again read it on
    IF v_about IS NULL AND v_category.needs_wall THEN
        UPDATE core.assignment SET state = 'withdrawn', reason = 'conflict', revision = revision + 1 WHERE case_id = p_case AND state = 'accepted' AND unit_id IS DISTINCT FROM v_category.default_unit_id;
        IF FOUND THEN
            PERFORM core.tell('assignment', p_case);
        END IF;
    END IF;
    PERFORM core.step(v_case, 'classify', CASE WHEN v_case.status = 'claimed' THEN 'classified' END, '', p_fields);
    RETURN core.end_verb('classify', p_request, 'case:' || p_case, p_fields, core.case_answer(p_case));
END $$;

-- ── the history as a unit reads it: its own steps and what was written to it; not why the centre opened an identity or a case again or took it over, nor that the case was once
-- thought to be about the unit ──
DROP POLICY unit ON core.case_event;
CREATE POLICY unit ON core.case_event FOR SELECT TO trucban_unit USING (verb NOT IN ('open_identity', 'reopen', 'take_over', 'mark_duplicate') AND EXISTS (SELECT FROM core.case c WHERE c.id = case_id)
    AND CASE
        WHEN verb IN ('ask_citizen', 'refuse_question', 'withdraw_question', 'question_answered', 'ask_extension', 'grant_extension', 'refuse_extension', 'remind', 'partial_answer', 'hand_back',
                      'withdraw_assignment', 'sign_slip') THEN (facts ->> 'unit')::bigint = ANY ((SELECT who.unit_ids())::bigint[])
        WHEN verb = 'hand_on' THEN (facts ->> 'unit')::bigint = ANY ((SELECT who.unit_ids())::bigint[]) OR (facts ->> 'to')::bigint = ANY ((SELECT who.unit_ids())::bigint[])
        WHEN verb = 'forward' THEN EXISTS (SELECT FROM jsonb_array_elements(facts -> 'units') u WHERE (u ->> 'unit')::bigint = ANY ((SELECT who.unit_ids())::bigint[]))
        WHEN verb IN ('return_answer', 'approve_answer') THEN EXISTS (SELECT FROM core.unit_answer n WHERE n.id = (facts ->> 'answer')::bigint)
        WHEN verb = 'classify' THEN coalesce((facts ->> 'about_unit')::bigint <> ALL ((SELECT who.unit_line())::bigint[]), true)
        ELSE true END);

-- ── locks in one order: the case, then what hangs on it, then the end of the audit log ──
CREATE OR REPLACE FUNCTION core.save_verb(p_kind text, p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_' || p_kind, p_request);
    v_now int;
    v_id bigint;
    v_moved jsonb := jsonb_build_object();
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF p_kind <> 'holiday' AND p_row ->> 'id' IS NOT NULL THEN
        EXECUTE format('SELECT revision FROM core.%I WHERE id = $1 FOR UPDATE', p_kind) INTO v_now USING (p_row ->> 'id')::bigint;
        IF v_now IS DISTINCT FROM p_seen THEN
            PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('id', p_row ->> 'id', 'revision', v_now));
        END IF;
    END IF;
    v_id := core.save_row(p_kind, core.aim_at_row(p_kind, p_row));
    -- due dates before the audit log: whoever works on a case waits for the log, too
    IF p_kind IN ('deadline', 'holiday') THEN
        v_moved := core.recompute_due(CASE p_kind WHEN 'holiday' THEN 'holiday:' || (p_row ->> 'date') ELSE p_kind END);
    END IF;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_' || p_kind, p_request, p_kind || ':' || v_id, p_row, jsonb_build_object('id', v_id) || v_moved);
END $$;
CREATE OR REPLACE FUNCTION desk.save_deadline(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.save_verb('deadline', p_row, p_seen, p_request)
$$;
CREATE OR REPLACE FUNCTION desk.save_holiday(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.save_verb('holiday', p_row, p_seen, p_request)
$$;
DROP FUNCTION core.with_moved(jsonb, text);
-- p_with_identity: the name goes on the paper too, if this person has opened the identity of the case (for a reason that is on record)
CREATE OR REPLACE FUNCTION desk.prepare_slip(p_assignment bigint, p_with_identity boolean, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('prepare_slip', p_request);
    v_assignment core.assignment;
    v_slip core.slip;
    v_content jsonb;
    v_identity jsonb;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM 1 FROM core.case WHERE id = (SELECT case_id FROM core.assignment WHERE id = p_assignment) FOR UPDATE;
    SELECT * INTO v_assignment FROM core.assignment WHERE id = p_assignment FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'assignment_not_found', jsonb_build_object('assignment', p_assignment));
    END IF;
    SELECT * INTO v_slip FROM core.slip WHERE assignment_id = p_assignment AND state <> 'voided' FOR UPDATE;
    IF v_slip.state = 'signed' THEN
        PERFORM core.fail('TB409', 'slip_signed', core.slip_answer(v_slip.id));
    END IF;
    IF v_assignment.state IN ('handed_back', 'handed_on', 'withdrawn') THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('assignment', p_assignment, 'state', v_assignment.state));
    END IF;
    v_content := core.slip_content(p_assignment);
    IF coalesce(p_with_identity, false) THEN
        IF NOT EXISTS (SELECT FROM core.reading WHERE case_id = v_assignment.case_id AND person_id = who.person_id() AND what = 'identity') THEN
            PERFORM core.fail('TB403', 'identity_not_opened', jsonb_build_object('case', v_assignment.case_id));
        END IF;
        SELECT jsonb_agg(jsonb_build_object('name', i.name, 'id', i.platform_user_id) ORDER BY i.id) INTO v_identity
        FROM core.citizen_identity i JOIN core.case c ON c.citizen_id = i.citizen_id WHERE c.id = v_assignment.case_id AND i.name IS NOT NULL;
    END IF;
    IF v_slip.id IS NULL THEN
        INSERT INTO core.slip (case_id, assignment_id, unit_id, code, content, with_identity, identity, prepared_by, prepared_at)
        VALUES (v_assignment.case_id, p_assignment, v_assignment.unit_id, core.slip_code(p_assignment), v_content,
            coalesce(p_with_identity, false), v_identity, who.person_id(), core.now()) RETURNING * INTO v_slip;
    ELSE
        UPDATE core.slip SET content = v_content, with_identity = coalesce(p_with_identity, false), identity = v_identity, prepared_by = who.person_id(), prepared_at = core.now(), revision = revision + 1
        WHERE id = v_slip.id;
    END IF;
    PERFORM core.tell('assignment', v_assignment.case_id);
    RETURN core.end_verb('prepare_slip', p_request, 'slip:' || v_slip.id, jsonb_build_object('case', v_assignment.case_id, 'assignment', p_assignment, 'with_identity', coalesce(p_with_identity, false)), core.slip_answer(v_slip.id));
END $$;
-- the slip locked for a step, after its case; a unit finds only its own signed ones
CREATE OR REPLACE FUNCTION core.lock_slip(p_slip bigint) RETURNS core.slip LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_row core.slip;
BEGIN
    PERFORM 1 FROM core.case WHERE id = (SELECT case_id FROM core.slip WHERE id = p_slip) FOR UPDATE;
    SELECT * INTO v_row FROM core.slip WHERE id = p_slip FOR UPDATE;
    IF NOT FOUND OR NOT (who.is_staff() OR (v_row.signed_at IS NOT NULL AND v_row.unit_id = ANY (who.unit_ids()) AND who.may_read(v_row.case_id)
            AND EXISTS (SELECT FROM core.assignment a WHERE a.id = v_row.assignment_id AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn')))) THEN
        PERFORM core.fail('TB404', 'slip_not_found', jsonb_build_object('slip', p_slip));
    END IF;
    RETURN v_row;
END $$;
-- what could not be sent was not asked; what is sent after all, was
CREATE OR REPLACE FUNCTION core.outbox_tells_question() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM core.question WHERE outbox_id = NEW.id) THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM core.case WHERE id = NEW.case_id FOR UPDATE;
    IF NEW.state IN ('failed', 'cancelled') THEN
        UPDATE core.question SET state = 'asked', sent_at = NULL WHERE outbox_id = NEW.id AND state = 'sent';
    ELSE
        UPDATE core.question SET state = 'sent', sent_at = core.now() WHERE outbox_id = NEW.id AND state = 'asked';
    END IF;
    IF FOUND THEN
        PERFORM core.tell('assignment', NEW.case_id);
    END IF;
    RETURN NULL;
END $$;
-- p_words: remarks of who goes, opinion of who comes. First the outgoing leader, who freezes it; then the incoming one, who takes the desk.
CREATE OR REPLACE FUNCTION desk.sign_handover(p_handover bigint, p_seen int, p_words text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('sign_handover', p_request);
    v_row core.handover;
    v_from core.shift;
    v_to core.shift;
    v_me bigint := who.person_id();
    v_now timestamptz := core.now();
    v_notice bigint;
    v_released jsonb;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT * INTO v_row FROM core.handover WHERE id = p_handover;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'handover_not_found', jsonb_build_object('handover', p_handover));
    END IF;
    -- the shift that goes first, as when a hand-over is prepared
    SELECT * INTO v_from FROM core.shift WHERE id = v_row.from_shift_id FOR UPDATE;
    SELECT * INTO v_row FROM core.handover WHERE id = p_handover FOR UPDATE;
    SELECT * INTO v_to FROM core.shift WHERE id = v_row.to_shift_id FOR UPDATE;
    IF v_row.state = 'signed' THEN
        PERFORM core.fail('TB409', 'handover_signed', core.handover_answer(p_handover));
    END IF;
    IF p_seen IS DISTINCT FROM v_row.revision THEN
        PERFORM core.fail('TB409', 'stale_revision', core.handover_answer(p_handover));
    END IF;
    IF v_row.state = 'prepared' THEN
        IF v_me <> v_from.leader_id THEN
            PERFORM core.fail(CASE WHEN v_me = v_to.leader_id THEN 'TB409' ELSE 'TB403' END, CASE WHEN v_me = v_to.leader_id THEN 'outgoing_signs_first' ELSE 'not_the_leader' END, core.handover_answer(p_handover));
        END IF;
        v_row.remarks := coalesce(nullif(btrim(p_words), ''), v_row.remarks);
        v_row.sha256 := encode(sha256(convert_to(v_row.content::text || v_row.remarks, 'UTF8')), 'hex');
        UPDATE core.handover SET state = 'signed_out', remarks = v_row.remarks, sha256 = v_row.sha256, outgoing_id = v_me, outgoing_signed_at = v_now, revision = revision + 1 WHERE id = p_handover;
        INSERT INTO core.notice (kind, severity, at, facts) VALUES ('handover', 'info', v_now, jsonb_build_object('handover', p_handover, 'from', v_from.name, 'to', v_to.name)) RETURNING id INTO v_notice;
        INSERT INTO core.notice_person (person_id, notice_id) VALUES (v_to.leader_id, v_notice);
        PERFORM core.tell('notice', v_notice), core.tell('admin', 0);
        RETURN core.end_verb('sign_handover', p_request, 'handover:' || p_handover, jsonb_build_object('side', 'outgoing', 'sha256', v_row.sha256, 'remarks', v_row.remarks), core.handover_answer(p_handover));
    END IF;
    IF v_me <> v_to.leader_id OR v_me = v_row.outgoing_id THEN
        PERFORM core.fail('TB403', CASE WHEN v_me = v_row.outgoing_id THEN 'two_people_needed' ELSE 'not_the_leader' END, core.handover_answer(p_handover));
    END IF;
    v_released := core.release_shift_claims(v_row);
    UPDATE core.shift_seat SET to_at = greatest(v_now, from_at) WHERE shift_id = v_from.id AND to_at IS NULL;
    UPDATE core.shift SET state = 'handed_over', ended_at = v_now, revision = revision + 1 WHERE id = v_from.id;
    PERFORM core.put_on_duty(v_to.id);
    UPDATE core.handover SET state = 'signed', opinion = coalesce(btrim(p_words), ''), incoming_id = v_me, incoming_signed_at = v_now, released = v_released, revision = revision + 1 WHERE id = p_handover;
    UPDATE core.notice SET settled_at = v_now WHERE kind = 'handover' AND settled_at IS NULL AND facts ->> 'handover' = p_handover::text;
    RETURN core.end_verb('sign_handover', p_request, 'handover:' || p_handover, jsonb_build_object('side', 'incoming', 'sha256', v_row.sha256, 'opinion', coalesce(btrim(p_words), ''), 'released', v_released),
        core.handover_answer(p_handover));
END $$;

-- The reports whose hour has come, each once whoever asks, also after days off line (the newest forty of a kind). Answers how many it made.
CREATE OR REPLACE FUNCTION intake.make_reports() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_schedule core.report_schedule;
    v_today date := (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_period tstzrange;
    v_day date;
    v_id bigint;
    v_made bigint[] := ARRAY[]::bigint[];
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
            v_made := v_made || v_id;
            PERFORM core.notify_people('report', 'info', 0, NULL, NULL, '{supervisors}', jsonb_build_object('report', v_id, 'kind', v_schedule.kind, 'from', lower(v_period), 'to', upper(v_period)));
        END LOOP;
    END LOOP;
    -- all of them at the end: everybody's steps wait while the end of the log is held
    PERFORM core.write_audit('make_report', 'report:' || r.id, jsonb_build_object('kind', r.kind, 'from', r.from_at, 'sha256', r.sha256)) FROM core.report r WHERE r.id = ANY (v_made);
    RETURN cardinality(v_made);
END $$;

-- ── due dates of many cases at once: a target is looked up once for all that share it, the end of a term in days once for all that began on one day ──
CREATE TYPE core.due_key AS (category_id bigint, track text, urgency text, stage text, from_at timestamptz);
-- as core.stage_due answers each of them; n: which one; what has no target is left out
CREATE FUNCTION core.stage_dues(p_keys core.due_key[]) RETURNS TABLE (n bigint, due_at timestamptz) LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH k AS MATERIALIZED (SELECT u.n, coalesce(u.category_id, 0) AS category_id, coalesce(u.track, '') AS track, u.urgency, u.stage, u.from_at, (u.from_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day
        FROM unnest(p_keys) WITH ORDINALITY u(category_id, track, urgency, stage, from_at, n)),
    goal AS MATERIALIZED (SELECT x.category_id, x.track, x.urgency, x.stage, t.amount, t.unit, t.calendar, t.unit IN ('days', 'working_days', 'months') AS in_days
        FROM (SELECT DISTINCT category_id, track, urgency, stage FROM k) x CROSS JOIN LATERAL core.target(nullif(x.category_id, 0), x.track, x.urgency, x.stage) t WHERE t.id IS NOT NULL),
    w AS MATERIALIZED (SELECT k.n, k.from_at, k.day, g.amount, g.unit, g.calendar, g.in_days FROM k JOIN goal g USING (category_id, track, urgency, stage)),
    ends AS MATERIALIZED (SELECT x.day, x.amount, x.unit, x.calendar, core.due(x.day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', x.amount, x.unit, x.calendar) AS due_at
        FROM (SELECT DISTINCT day, amount, unit, calendar FROM w WHERE in_days) x)
    SELECT w.n, e.due_at FROM w JOIN ends e USING (day, amount, unit, calendar) WHERE w.in_days
    UNION ALL SELECT w.n, core.due(w.from_at, w.amount, w.unit, w.calendar) FROM w WHERE NOT w.in_days
$$;
-- after the calendar or a target changed: due dates that follow from it are worked out anew; answers what moved. Times officers chose by hand stay.
CREATE OR REPLACE FUNCTION core.recompute_due(p_cause text) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_before bigint;
BEGIN
    PERFORM 1 FROM core.case WHERE queue <= 5 ORDER BY id FOR UPDATE;
    -- only now: what others moved while this waited for them is theirs
    v_before := coalesce((SELECT max(id) FROM core.due_move), 0);
    WITH o AS MATERIALIZED (SELECT a.id, a.due_at, a.due_by_hand, row_number() OVER (ORDER BY a.id) AS n,
            ROW(c.category_id, c.legal_track, c.urgency, 'answer', a.sent_at)::core.due_key AS answer, ROW(c.category_id, c.legal_track, c.urgency, 'confirm', a.sent_at)::core.due_key AS confirm
        FROM core.assignment a JOIN core.case c ON c.id = a.case_id WHERE c.queue <= 5 AND a.state IN ('sent', 'confirmed', 'returned')),
    x AS MATERIALIZED (SELECT d.n, d.due_at FROM core.stage_dues((SELECT array_agg(o.answer ORDER BY o.n) FROM o)) d),
    y AS MATERIALIZED (SELECT d.n, d.due_at FROM core.stage_dues((SELECT array_agg(o.confirm ORDER BY o.n) FROM o)) d)
    UPDATE core.assignment a SET due_at = w.due_at, confirm_due_at = w.confirm_due_at
    FROM (SELECT o.id, CASE WHEN o.due_by_hand THEN o.due_at ELSE x.due_at END AS due_at, y.due_at AS confirm_due_at FROM o LEFT JOIN x USING (n) LEFT JOIN y USING (n)) w
    WHERE a.id = w.id AND (a.due_at IS DISTINCT FROM w.due_at OR a.confirm_due_at IS DISTINCT FROM w.confirm_due_at);
    WITH o AS MATERIALIZED (SELECT c.id, c.stage, c.due_at, h.due_at AS chosen, h.timed, row_number() OVER (ORDER BY c.id) AS n, ROW(c.category_id, c.legal_track, c.urgency, h.stage, c.stage_since)::core.due_key AS key
        FROM core.case c CROSS JOIN LATERAL core.charge_wanted(c) h WHERE c.queue <= 5),
    e AS MATERIALIZED (SELECT d.n, d.due_at FROM core.stage_dues((SELECT array_agg(o.key ORDER BY o.n) FROM o)) d)
    INSERT INTO core.due_move (case_id, stage, was_at, now_at, cause, person_id, at)
    SELECT o.id, o.stage, o.due_at, w.due_at, p_cause, who.person_id(), core.now()
    FROM o LEFT JOIN e USING (n) CROSS JOIN LATERAL (SELECT coalesce(o.chosen, CASE WHEN o.timed THEN e.due_at END) AS due_at) w WHERE w.due_at IS DISTINCT FROM o.due_at ORDER BY o.id;
    UPDATE core.case SET stage_since = stage_since WHERE id IN (SELECT case_id FROM core.due_move WHERE id > v_before);
    PERFORM core.tell('case', case_id) FROM (SELECT case_id FROM core.due_move WHERE id > v_before ORDER BY id LIMIT 200) x;
    RETURN (SELECT jsonb_build_object('moved', count(*), 'cases', coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'stage', m.stage, 'was', m.was_at, 'now', m.now_at) ORDER BY m.id)
        FILTER (WHERE m.id <= v_before + 100), '[]')) FROM core.due_move m JOIN core.case c ON c.id = m.case_id WHERE m.id > v_before);
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
