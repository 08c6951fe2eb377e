-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: what people may do with a case; one function a verb, each checks role, state, revision seen and request id and audits itself
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('open_case', '{officer,supervisor,admin,unit}', 'Opens a case for reading; the reading is logged.'),
    ('open_identity', '{officer,supervisor}', 'Shows who the citizen is, for a reason that is logged.'),
    ('claim', '{officer,supervisor}', 'Takes a free case in hand for the length of a lease.'),
    ('renew_claim', '{officer,supervisor}', 'Keeps the lease while the desk lives.'),
    ('release_claim', '{officer,supervisor}', 'Lets a case go.'),
    ('take_over', '{officer,supervisor}', 'Takes a case out of another''s hands, for a reason.'),
    ('classify', '{officer,supervisor}', 'Sets category, urgency, area and the unit complained of.'),
    ('reject', '{officer,supervisor}', 'Ends a case that is not for the police, for a reason.'),
    ('mark_duplicate', '{officer,supervisor}', 'Ends a case that repeats another.'),
    ('reopen', '{officer,supervisor}', 'Opens a finished case again, for a reason.'),
    ('forward', '{officer,supervisor}', 'Forwards a case to a lead unit and co-handling units.'),
    ('withdraw_assignment', '{officer,supervisor}', 'Takes a forward back, for a reason.'),
    ('confirm', '{unit}', 'A unit confirms that it has the case.'),
    ('hand_back', '{unit}', 'A unit hands a case back, for a reason.'),
    ('answer', '{unit}', 'A unit answers.'),
    ('return_answer', '{officer,supervisor}', 'Returns a unit''s answer to it, for a reason.'),
    ('reply', '{officer,supervisor}', 'Sends words to the citizen; the final ones release the answer.'),
    ('hide_comment', '{officer,supervisor}', 'Hides a comment on the page or shows it again.'),
    ('cancel_send', '{officer,supervisor}', 'Cancels what has not left yet.'),
    ('retry_send', '{officer,supervisor}', 'Sends again what Facebook refused.'),
    ('close', '{officer,supervisor}', 'Closes a case whose result was told or published.'),
    ('add_note', '{officer,supervisor}', 'Adds a note for colleagues.'),
    ('retry_media', '{officer,supervisor}', 'Asks for a failed attachment again.'),
    ('upload_media', '{officer,supervisor,unit}', 'Stores a file for an answer or a post.'),
    ('save_draft', '{officer,supervisor,unit}', 'Keeps unfinished words on the server.'),
    ('save_filter', '{officer,supervisor,unit}', 'Keeps a filter of the inbox.');

CREATE FUNCTION core.lease() RETURNS interval LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT make_interval(secs => coalesce((SELECT (value #>> '{}')::int FROM core.setting WHERE key = 'lease_seconds'), 300))
$$;
-- for verbs that are cheap to repeat and need no request id
CREATE FUNCTION core.require_verb(p_verb text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM core.verb WHERE name = p_verb AND who.role() = ANY (roles)) THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('verb', p_verb, 'role', who.role()));
    END IF;
END $$;

CREATE FUNCTION desk.open_case(p_case bigint) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('open_case');
    PERFORM core.require_readable(p_case);
    PERFORM core.log_reading(p_case, 'case');
    UPDATE core.case SET unread = 0 WHERE id = p_case AND unread > 0 AND holder_id = who.person_id();
    IF FOUND THEN
        PERFORM core.tell('case', p_case);
    END IF;
    RETURN core.case_answer(p_case);
END $$;

CREATE FUNCTION desk.open_identity(p_case bigint, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('open_identity', p_request);
    v_reason text;
BEGIN
    IF v_done ->> 'case' <> p_case::text THEN    -- the reason was given for another case
        PERFORM core.fail('TB422', 'request_id_used', jsonb_build_object('case', v_done -> 'case'));
    END IF;
    IF v_done IS NOT NULL THEN                   -- shown again: a reading of its own
        PERFORM core.require_readable(p_case);
        PERFORM core.log_reading(p_case, 'identity', '');
    ELSE
        v_reason := core.require_text(p_reason, 'reason_missing');
        IF length(v_reason) < 10 THEN
            PERFORM core.fail('TB422', 'reason_too_short', '{"least": 10}');
        END IF;
        PERFORM core.require_readable(p_case);
        PERFORM core.log_reading(p_case, 'identity', v_reason);
        INSERT INTO core.case_event (case_id, at, person_id, verb, from_status, to_status, revision, reason)
        SELECT id, core.now(), who.person_id(), 'open_identity', status, status, revision, v_reason FROM core.case WHERE id = p_case;
        -- the answer kept for a repeated request does not hold the identity itself
        PERFORM core.end_verb('open_identity', p_request, 'case:' || p_case, jsonb_build_object('reason', v_reason), jsonb_build_object('opened', true, 'case', p_case));
        PERFORM core.tell('case', p_case);
    END IF;
    RETURN (SELECT jsonb_build_object('identities', coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'profile', i.profile, 'platform_user_id', i.platform_user_id) ORDER BY i.id), '[]'))
        FROM core.citizen_identity i JOIN core.case c ON c.citizen_id = i.citizen_id WHERE c.id = p_case AND who.may_read(c.id));
END $$;

-- one statement: of two desks that claim in the same instant one wins and the other learns who
CREATE FUNCTION desk.claim(p_case bigint, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('claim', p_request);
    v_case core.case;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM core.require_readable(p_case);
    UPDATE core.case SET holder_id = who.person_id(), lease_until = core.now() + core.lease(), unread = 0
    WHERE id = p_case AND queue < 6 AND (holder_id IS NULL OR holder_id = who.person_id() OR lease_until < core.now()) RETURNING * INTO v_case;
    IF NOT FOUND THEN
        PERFORM core.fail('TB409', CASE WHEN (SELECT queue FROM core.case WHERE id = p_case) = 6 THEN 'wrong_status' ELSE 'held_by_other' END, core.case_answer(p_case));
    END IF;
    PERFORM core.step(v_case, 'claim', CASE WHEN v_case.status IN ('new', 'reopened') THEN 'claimed' WHEN v_case.status = 'handed_back' THEN 'classified' END);
    RETURN core.end_verb('claim', p_request, 'case:' || p_case, '{}', core.case_answer(p_case));
END $$;
CREATE FUNCTION desk.renew_claim(p_case bigint) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_until timestamptz;
BEGIN
    PERFORM core.require_verb('renew_claim');
    UPDATE core.case SET lease_until = core.now() + core.lease() WHERE id = p_case AND holder_id = who.person_id() AND lease_until >= core.now() RETURNING lease_until INTO v_until;
    IF v_until IS NULL THEN
        PERFORM core.require_readable(p_case);
        PERFORM core.fail('TB409', 'claim_expired', core.case_answer(p_case));
    END IF;
    RETURN v_until;
END $$;
CREATE FUNCTION desk.release_claim(p_case bigint, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('release_claim', p_request);
    v_case core.case;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM core.require_readable(p_case);
    UPDATE core.case SET holder_id = NULL, lease_until = NULL WHERE id = p_case AND holder_id = who.person_id() RETURNING * INTO v_case;
    IF NOT FOUND THEN
        PERFORM core.fail('TB409', 'not_holder', core.case_answer(p_case));
    END IF;
    PERFORM core.step(v_case, 'release_claim', CASE WHEN v_case.status = 'claimed' THEN 'new' END);
    RETURN core.end_verb('release_claim', p_request, 'case:' || p_case, '{}', core.case_answer(p_case));
END $$;
CREATE FUNCTION desk.take_over(p_case bigint, p_revision int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('take_over', p_request);
    v_case core.case;
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    v_case := core.lock_case(p_case, p_revision);
    IF v_case.queue = 6 THEN
        PERFORM core.fail('TB409', 'wrong_status', core.case_answer(p_case));
    END IF;
    UPDATE core.case SET holder_id = who.person_id(), lease_until = core.now() + core.lease(), unread = 0 WHERE id = p_case;
    PERFORM core.step(v_case, 'take_over', CASE WHEN v_case.status IN ('new', 'reopened') THEN 'claimed' WHEN v_case.status = 'handed_back' THEN 'classified' END,
        v_reason, jsonb_build_object('from', v_case.holder_id));
    RETURN core.end_verb('take_over', p_request, 'case:' || p_case, jsonb_build_object('from', v_case.holder_id, 'reason', v_reason), core.case_answer(p_case));
END $$;

-- p_fields: {category: code, urgency, area: id|null, about_unit: id|null, legal_track}
CREATE FUNCTION desk.classify(p_case bigint, p_revision int, p_fields jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('classify', p_request);
    v_case core.case;
    v_category core.category;
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
    IF v_about IS NOT NULL AND EXISTS (SELECT FROM core.assignment a WHERE a.case_id = p_case AND a.state NOT IN ('handed_back', 'withdrawn', 'accepted') AND core.walled(v_about, ARRAY[a.unit_id])) THEN
        PERFORM core.fail('TB409', 'conflict_of_interest', jsonb_build_object('unit', v_about));
    END IF;
    UPDATE core.case SET category_id = v_category.id, urgency = p_fields ->> 'urgency', area_id = (p_fields ->> 'area')::bigint, about_unit_id = v_about,
        legal_track = coalesce(p_fields ->> 'legal_track', legal_track) WHERE id = p_case;
    PERFORM core.step(v_case, 'classify', CASE WHEN v_case.status = 'claimed' THEN 'classified' END, '', p_fields);
    RETURN core.end_verb('classify', p_request, 'case:' || p_case, p_fields, core.case_answer(p_case));
END $$;

-- a case that ends leaves nothing open at a unit
CREATE FUNCTION core.end_assignments(p_case bigint, p_reason text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.assignment SET state = 'withdrawn', ended_at = core.now(), reason = coalesce(p_reason, ''), revision = revision + 1
    WHERE case_id = p_case AND state IN ('sent', 'confirmed', 'answered', 'returned');
    IF FOUND THEN
        UPDATE core.case SET lead_unit_id = NULL WHERE id = p_case;
        PERFORM core.tell('assignment', p_case);
    END IF;
END $$;
CREATE FUNCTION desk.reject(p_case bigint, p_revision int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('reject', p_request);
    v_case core.case;
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_holder(v_case);
    PERFORM core.require_status(v_case, 'claimed', 'classified', 'handed_back');
    UPDATE core.case SET decision = v_reason WHERE id = p_case;
    PERFORM core.end_assignments(p_case, v_reason);
    PERFORM core.step(v_case, 'reject', 'rejected', v_reason);
    RETURN core.end_verb('reject', p_request, 'case:' || p_case, jsonb_build_object('reason', v_reason), core.case_answer(p_case));
END $$;
CREATE FUNCTION desk.mark_duplicate(p_case bigint, p_revision int, p_of bigint, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('mark_duplicate', p_request);
    v_case core.case;
    v_of bigint;
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
    PERFORM core.step(v_case, 'mark_duplicate', 'duplicate', p_reason, jsonb_build_object('of', v_of));
    RETURN core.end_verb('mark_duplicate', p_request, 'case:' || p_case, jsonb_build_object('of', v_of), core.case_answer(p_case));
END $$;
CREATE FUNCTION desk.reopen(p_case bigint, p_revision int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('reopen', p_request);
    v_case core.case;
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_status(v_case, 'closed', 'rejected', 'duplicate', 'released', 'published');
    PERFORM core.step(v_case, 'reopen', 'reopened', v_reason, jsonb_build_object('was_duplicate_of', v_case.duplicate_of));
    -- it starts anew: free for anybody, the old decision and the old lead are history
    UPDATE core.case SET duplicate_of = NULL, decision = '', lead_unit_id = NULL, holder_id = NULL, lease_until = NULL WHERE id = p_case;
    RETURN core.end_verb('reopen', p_request, 'case:' || p_case, jsonb_build_object('reason', v_reason), core.case_answer(p_case));
END $$;

-- p_units: [{unit: id, lead: bool, due_at: ISO|null}], exactly one lead unless the case has one already
CREATE FUNCTION desk.forward(p_case bigint, p_revision int, p_units jsonb, p_instruction text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('forward', p_request);
    v_case core.case;
    v_row jsonb;
    v_unit core.unit;
    v_leads int;
    v_category core.category;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_holder(v_case);
    PERFORM core.require_status(v_case, 'classified', 'forwarded', 'handed_back', 'answered');
    IF v_case.category_id IS NULL THEN
        PERFORM core.fail('TB422', 'not_classified');
    END IF;
    SELECT * INTO v_category FROM core.category WHERE id = v_case.category_id;
    IF coalesce(jsonb_typeof(p_units), '') <> 'array' OR p_units = '[]' THEN
        PERFORM core.fail('TB422', 'unit_missing');
    END IF;
    SELECT count(*) FILTER (WHERE (value ->> 'lead')::boolean) INTO v_leads FROM jsonb_array_elements(p_units);
    v_leads := v_leads + (SELECT count(*) FROM core.assignment WHERE case_id = p_case AND lead AND state NOT IN ('handed_back', 'withdrawn', 'accepted'));
    IF v_leads <> 1 THEN
        PERFORM core.fail('TB422', CASE WHEN v_leads = 0 THEN 'lead_unit_missing' ELSE 'more_than_one_lead' END);
    END IF;
    FOR v_row IN SELECT value FROM jsonb_array_elements(p_units) LOOP
        SELECT * INTO v_unit FROM core.unit WHERE id = (v_row ->> 'unit')::bigint
            AND valid_from <= (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AND (valid_to IS NULL OR valid_to >= (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
        IF NOT FOUND THEN
            PERFORM core.fail('TB422', 'unit_not_valid', jsonb_build_object('unit', v_row ->> 'unit'));
        END IF;
        -- a complaint of which nobody has said whom it is about goes only where its category sends it
        IF v_category.needs_wall AND v_case.about_unit_id IS NULL AND v_unit.id IS DISTINCT FROM v_category.default_unit_id THEN
            PERFORM core.fail('TB422', 'about_unit_missing', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
        END IF;
        IF core.walled(v_case.about_unit_id, ARRAY[v_unit.id]) THEN
            PERFORM core.fail('TB403', 'conflict_of_interest', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
        END IF;
        IF EXISTS (SELECT FROM core.assignment WHERE case_id = p_case AND unit_id = v_unit.id AND state NOT IN ('handed_back', 'withdrawn', 'accepted')) THEN
            PERFORM core.fail('TB409', 'already_forwarded', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
        END IF;
        INSERT INTO core.assignment (case_id, unit_id, lead, instruction, due_at, sent_by, sent_at)
        VALUES (p_case, v_unit.id, coalesce((v_row ->> 'lead')::boolean, false), coalesce(p_instruction, ''),
                coalesce((v_row ->> 'due_at')::timestamptz, core.stage_due(v_case.category_id, v_case.urgency, 'answer', core.now())), who.person_id(), core.now());
        IF coalesce((v_row ->> 'lead')::boolean, false) THEN
            UPDATE core.case SET lead_unit_id = v_unit.id WHERE id = p_case;
        END IF;
    END LOOP;
    PERFORM core.step(v_case, 'forward', CASE WHEN v_case.status = 'answered' THEN NULL ELSE 'forwarded' END, coalesce(p_instruction, ''), jsonb_build_object('units', p_units));
    PERFORM core.tell('assignment', p_case);
    RETURN core.end_verb('forward', p_request, 'case:' || p_case, jsonb_build_object('units', p_units), core.case_answer(p_case));
END $$;
-- the assignment locked together with its case; a unit sees only its own live ones
CREATE FUNCTION core.lock_assignment(p_assignment bigint, VARIADIC p_states text[]) RETURNS core.assignment LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_row core.assignment;
BEGIN
    SELECT * INTO v_row FROM core.assignment WHERE id = p_assignment;
    PERFORM 1 FROM core.case WHERE id = v_row.case_id FOR UPDATE;
    SELECT * INTO v_row FROM core.assignment WHERE id = p_assignment FOR UPDATE;
    IF NOT FOUND OR NOT (who.is_staff() OR (v_row.unit_id = ANY (who.unit_ids()) AND v_row.state NOT IN ('handed_back', 'withdrawn') AND who.may_read(v_row.case_id))) THEN
        PERFORM core.fail('TB404', 'assignment_not_found', jsonb_build_object('assignment', p_assignment));
    END IF;
    IF v_row.state <> ALL (p_states) THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('assignment', p_assignment, 'state', v_row.state));
    END IF;
    RETURN v_row;
END $$;
CREATE FUNCTION core.case_row(p_case bigint) RETURNS core.case LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT * FROM core.case WHERE id = p_case
$$;
CREATE FUNCTION desk.withdraw_assignment(p_assignment bigint, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('withdraw_assignment', p_request);
    v_row core.assignment;
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'answered', 'returned');
    UPDATE core.assignment SET state = 'withdrawn', ended_at = core.now(), reason = v_reason, revision = revision + 1 WHERE id = p_assignment;
    IF v_row.lead THEN
        UPDATE core.case SET lead_unit_id = NULL WHERE id = v_row.case_id;
    END IF;
    PERFORM core.step(core.case_row(v_row.case_id), 'withdraw_assignment', CASE WHEN v_row.lead AND (core.case_row(v_row.case_id)).queue IN (3, 4) THEN 'handed_back' END, v_reason, jsonb_build_object('unit', v_row.unit_id));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('withdraw_assignment', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment), core.case_answer(v_row.case_id));
END $$;
CREATE FUNCTION desk.confirm(p_assignment bigint, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('confirm', p_request);
    v_row core.assignment;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_assignment(p_assignment, 'sent');
    UPDATE core.assignment SET state = 'confirmed', confirmed_by = who.person_id(), confirmed_at = core.now(), revision = revision + 1 WHERE id = p_assignment;
    PERFORM core.step(core.case_row(v_row.case_id), 'confirm', NULL, '', jsonb_build_object('unit', v_row.unit_id));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('confirm', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment), core.case_answer(v_row.case_id));
END $$;
CREATE FUNCTION desk.hand_back(p_assignment bigint, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('hand_back', p_request);
    v_row core.assignment;
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    UPDATE core.assignment SET state = 'handed_back', ended_at = core.now(), reason = v_reason, revision = revision + 1 WHERE id = p_assignment;
    IF v_row.lead THEN
        UPDATE core.case SET lead_unit_id = NULL WHERE id = v_row.case_id;
    END IF;
    PERFORM core.step(core.case_row(v_row.case_id), 'hand_back', CASE WHEN v_row.lead THEN 'handed_back' END, v_reason, jsonb_build_object('unit', v_row.unit_id));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('hand_back', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment, 'reason', v_reason),
        jsonb_build_object('assignment', p_assignment, 'state', 'handed_back'));
END $$;
-- p_media: files the unit uploaded itself
CREATE FUNCTION desk.answer(p_assignment bigint, p_text text, p_media bigint[], p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('answer', p_request);
    v_row core.assignment;
    v_text text;
    v_case core.case;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_text := core.require_text(p_text, 'text_missing');
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    v_case := core.case_row(v_row.case_id);
    IF EXISTS (SELECT FROM unnest(coalesce(p_media, '{}')) m WHERE NOT core.may_read_media(m)) THEN
        PERFORM core.fail('TB422', 'media_not_found');
    END IF;
    INSERT INTO core.unit_answer (assignment_id, case_id, person_id, text, media_ids, answered_at) VALUES (p_assignment, v_row.case_id, who.person_id(), v_text, coalesce(p_media, '{}'), core.now());
    UPDATE core.assignment SET state = 'answered', answered_at = core.now(), confirmed_at = coalesce(confirmed_at, core.now()), confirmed_by = coalesce(confirmed_by, who.person_id()),
        revision = revision + 1 WHERE id = p_assignment;
    PERFORM core.step(v_case, 'answer', CASE WHEN v_row.lead AND v_case.status = 'forwarded' THEN 'answered' END, '', jsonb_build_object('unit', v_row.unit_id));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('answer', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment), core.case_answer(v_row.case_id));
END $$;
CREATE FUNCTION desk.return_answer(p_answer bigint, p_revision int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('return_answer', p_request);
    v_answer core.unit_answer;
    v_case core.case;
    v_reason text;
    v_lead boolean;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    SELECT * INTO v_answer FROM core.unit_answer WHERE id = p_answer;
    v_case := core.lock_case(v_answer.case_id, p_revision);
    PERFORM core.require_holder(v_case);
    IF v_answer.state <> 'submitted' THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('answer', p_answer, 'state', v_answer.state));
    END IF;
    UPDATE core.unit_answer SET state = 'returned', reason = v_reason WHERE id = p_answer;
    UPDATE core.assignment SET state = 'returned', reason = v_reason, revision = revision + 1 WHERE id = v_answer.assignment_id AND state = 'answered' RETURNING lead INTO v_lead;
    PERFORM core.step(v_case, 'return_answer', CASE WHEN v_lead AND v_case.status = 'answered' THEN 'forwarded' END, v_reason, jsonb_build_object('answer', p_answer));
    PERFORM core.tell('assignment', v_case.id);
    RETURN core.end_verb('return_answer', p_request, 'case:' || v_case.id, jsonb_build_object('answer', p_answer), core.case_answer(v_case.id));
END $$;

-- the citizen is told: answers are accepted, what units still had is taken back
CREATE FUNCTION core.settle_release(p_case bigint, p_decision text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.unit_answer SET state = 'accepted' WHERE case_id = p_case AND state = 'submitted';
    UPDATE core.assignment SET state = 'accepted', ended_at = core.now(), revision = revision + 1 WHERE case_id = p_case AND state = 'answered';
    UPDATE core.assignment SET state = 'withdrawn', ended_at = core.now(), reason = coalesce(p_decision, 'released'), revision = revision + 1
    WHERE case_id = p_case AND state IN ('sent', 'confirmed', 'returned');
    UPDATE core.case SET released_at = core.now(), decision = coalesce(p_decision, decision) WHERE id = p_case;
    PERFORM core.tell('assignment', p_case);
END $$;

-- ── words to the citizen. p_outbox: UUIDv7 made by the desk; it is the request id too, so a repeated call sends once ──
-- p_reply: {kind: reply|comment_reply|private_reply, text, media: [id…], final: bool, message: id of what is answered, own_decision: why there is no unit's answer}
CREATE FUNCTION desk.reply(p_case bigint, p_revision int, p_outbox uuid, p_reply jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('reply', p_outbox);
    v_case core.case;
    v_thread core.thread;
    v_kind text := coalesce(p_reply ->> 'kind', 'reply');
    v_final boolean := coalesce((p_reply ->> 'final')::boolean, false);
    v_media bigint[] := ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(coalesce(p_reply -> 'media', '[]')));
    v_text text;
    v_target core.message;
    v_message bigint;
    v_decision text := nullif(btrim(coalesce(p_reply ->> 'own_decision', '')), '');
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_holder(v_case);
    SELECT * INTO v_thread FROM core.thread WHERE id = v_case.thread_id;
    IF cardinality(v_media) > 0 AND btrim(coalesce(p_reply ->> 'text', '')) = '' THEN
        v_text := '';
    ELSE
        v_text := core.require_text(p_reply ->> 'text', 'text_missing');
    END IF;
    IF v_text ~ '[{][{].*[}][}]' THEN
        PERFORM core.fail('TB422', 'empty_variable', jsonb_build_object('variable', substring(v_text FROM '[{][{](.*?)[}][}]')));
    END IF;
    IF length(v_text) > 20000 THEN
        PERFORM core.fail('TB422', 'text_too_long', jsonb_build_object('most', 20000, 'is', length(v_text)));
    END IF;
    IF EXISTS (SELECT FROM unnest(v_media) m WHERE NOT core.may_read_media(m) OR core.is_original(m)) THEN
        PERFORM core.fail('TB422', 'original_media');
    END IF;
    IF p_reply ->> 'message' IS NOT NULL THEN
        SELECT * INTO v_target FROM core.message WHERE id = (p_reply ->> 'message')::bigint AND case_id = p_case;
        IF NOT FOUND THEN
            PERFORM core.fail('TB422', 'message_not_found', jsonb_build_object('message', p_reply ->> 'message'));
        END IF;
    ELSIF v_kind <> 'reply' THEN
        SELECT * INTO v_target FROM core.message WHERE case_id = p_case AND direction = 'in' AND platform_id IS NOT NULL AND deleted_at IS NULL ORDER BY sent_at DESC, id DESC LIMIT 1;
    END IF;
    IF v_kind = 'reply' THEN
        IF v_case.channel <> 'messenger' THEN
            PERFORM core.fail('TB422', 'kind_does_not_fit', jsonb_build_object('kind', v_kind, 'channel', v_case.channel));
        END IF;
        IF v_thread.last_inbound_at IS NULL OR v_thread.last_inbound_at + interval '7 days' < core.now() THEN
            PERFORM core.fail('TB422', 'window_closed', jsonb_build_object('last_inbound_at', v_thread.last_inbound_at));
        END IF;
    ELSIF v_kind IN ('comment_reply', 'private_reply') THEN
        IF v_case.channel = 'messenger' THEN
            PERFORM core.fail('TB422', 'kind_does_not_fit', jsonb_build_object('kind', v_kind, 'channel', v_case.channel));
        END IF;
        IF v_kind = 'private_reply' AND (v_thread.private_reply_spent OR EXISTS (SELECT FROM core.outbox WHERE thread_id = v_thread.id AND kind = 'private_reply' AND state NOT IN ('failed', 'cancelled'))) THEN
            PERFORM core.fail('TB409', 'private_reply_spent');
        END IF;
        IF v_target.platform_id IS NULL OR v_target.deleted_at IS NOT NULL OR (v_kind = 'private_reply' AND v_target.direction <> 'in') THEN
            PERFORM core.fail('TB422', 'message_not_found', jsonb_build_object('message', p_reply -> 'message'));
        END IF;
        IF v_kind = 'private_reply' AND v_target.sent_at + interval '7 days' < core.now() THEN
            PERFORM core.fail('TB422', 'window_closed', jsonb_build_object('last_inbound_at', v_target.sent_at));
        END IF;
    ELSE
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', v_kind));
    END IF;
    IF v_final THEN
        PERFORM core.require_status(v_case, 'claimed', 'classified', 'forwarded', 'handed_back', 'answered');
        IF v_case.category_id IS NULL THEN
            PERFORM core.fail('TB422', 'not_classified');
        END IF;
        IF v_case.status <> 'answered' AND v_decision IS NULL THEN
            PERFORM core.fail('TB403', 'answer_or_decision_needed', core.case_answer(p_case));
        END IF;
        PERFORM core.settle_release(p_case, v_decision);
    END IF;
    INSERT INTO core.outbox (id, kind, case_id, thread_id, message_id, person_id, final, text, media_ids, queued_at, send_after)
    VALUES (p_outbox, v_kind, p_case, v_thread.id, v_target.id, who.person_id(), v_final, v_text, v_media, core.now(), core.now());
    INSERT INTO core.message (case_id, thread_id, direction, kind, raw_text, text, sent_at, received_at, outbox_id, person_id, extra, reply_to)
    VALUES (p_case, v_thread.id, 'out', CASE WHEN v_kind = 'comment_reply' THEN 'comment' ELSE 'text' END, v_text, v_text, core.now(), core.now(), p_outbox, who.person_id(),
        jsonb_build_object('kind', v_kind), v_target.platform_id) RETURNING id INTO v_message;
    INSERT INTO core.attachment (message_id, case_id, ordinal, kind, state, media_id)
    SELECT v_message, p_case, m.n::int, CASE WHEN f.kind IN ('image', 'video', 'audio') THEN f.kind ELSE 'file' END, 'stored', m.id FROM unnest(v_media) WITH ORDINALITY m(id, n) JOIN core.media f ON f.id = m.id;
    INSERT INTO search.message_text (message_id, case_id, sent_at, lexemes) SELECT v_message, p_case, sent_at, search.lexemes(v_text) FROM core.message WHERE id = v_message;
    UPDATE core.case SET messages = messages + 1 WHERE id = p_case;
    PERFORM core.step(v_case, CASE WHEN v_final THEN 'release' ELSE v_kind END, CASE WHEN v_final THEN 'released' END, coalesce(v_decision, ''), jsonb_build_object('outbox', p_outbox, 'kind', v_kind));
    PERFORM core.tell('outbox', 0), core.tell('message', v_message);
    RETURN core.end_verb('reply', p_outbox, 'case:' || p_case, jsonb_build_object('kind', v_kind, 'final', v_final),
        core.case_answer(p_case) || jsonb_build_object('outbox', p_outbox, 'message', v_message));
END $$;
CREATE FUNCTION desk.hide_comment(p_case bigint, p_revision int, p_message bigint, p_hidden boolean, p_outbox uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('hide_comment', p_outbox);
    v_case core.case;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_holder(v_case);
    IF NOT EXISTS (SELECT FROM core.message WHERE id = p_message AND case_id = p_case AND direction = 'in' AND kind = 'comment' AND platform_id IS NOT NULL) THEN
        PERFORM core.fail('TB422', 'not_a_comment', jsonb_build_object('message', p_message));
    END IF;
    INSERT INTO core.outbox (id, kind, case_id, thread_id, message_id, person_id, facts, queued_at, send_after)
    VALUES (p_outbox, 'hide_comment', p_case, v_case.thread_id, p_message, who.person_id(), jsonb_build_object('hidden', p_hidden), core.now(), core.now());
    PERFORM core.step(v_case, 'hide_comment', NULL, '', jsonb_build_object('message', p_message, 'hidden', p_hidden));
    PERFORM core.tell('outbox', 0);
    RETURN core.end_verb('hide_comment', p_outbox, 'case:' || p_case, jsonb_build_object('message', p_message, 'hidden', p_hidden), core.case_answer(p_case));
END $$;
CREATE FUNCTION desk.cancel_send(p_outbox uuid, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('cancel_send', p_request);
    v_box core.outbox;
    v_case core.case;
    v_back boolean;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT * INTO v_box FROM core.outbox WHERE id = p_outbox FOR UPDATE;
    IF NOT FOUND OR (v_box.case_id IS NOT NULL AND NOT who.may_read(v_box.case_id)) THEN
        PERFORM core.fail('TB404', 'outbox_not_found');
    END IF;
    IF v_box.state NOT IN ('queued', 'failed') OR v_box.parts_sent > 0 THEN
        PERFORM core.fail('TB409', 'already_leaving', jsonb_build_object('state', v_box.state));
    END IF;
    UPDATE core.outbox SET state = 'cancelled' WHERE id = p_outbox;
    IF v_box.case_id IS NOT NULL THEN
        SELECT * INTO v_case FROM core.case WHERE id = v_box.case_id FOR UPDATE;
        IF v_box.person_id IS DISTINCT FROM who.person_id() THEN   -- one's own words one may always call back
            PERFORM core.require_holder(v_case);
        END IF;
        -- a failed one has put its case back already
        v_back := v_box.final AND v_box.state = 'queued' AND v_case.status = 'released';
        IF v_back THEN
            PERFORM core.take_back_release(v_case);
        END IF;
        UPDATE core.message SET deleted_at = core.now() WHERE outbox_id = p_outbox;
        PERFORM core.step(v_case, 'cancel_send', CASE WHEN v_back THEN 'answered' END, '', jsonb_build_object('outbox', p_outbox));
    ELSE
        PERFORM core.tell('bulletin', v_box.bulletin_id);
    END IF;
    PERFORM core.tell('outbox', 0);
    RETURN core.end_verb('cancel_send', p_request, 'outbox:' || p_outbox, '{}', jsonb_build_object('state', 'cancelled'));
END $$;
CREATE FUNCTION desk.retry_send(p_outbox uuid, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('retry_send', p_request);
    v_box core.outbox;
    v_case core.case;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT * INTO v_box FROM core.outbox WHERE id = p_outbox FOR UPDATE;
    IF NOT FOUND OR v_box.case_id IS NULL OR NOT who.may_read(v_box.case_id) THEN
        PERFORM core.fail('TB404', 'outbox_not_found');
    END IF;
    IF v_box.state <> 'failed' THEN
        PERFORM core.fail('TB409', 'not_failed', jsonb_build_object('state', v_box.state));
    END IF;
    SELECT * INTO v_case FROM core.case WHERE id = v_box.case_id FOR UPDATE;
    PERFORM core.require_holder(v_case);
    IF v_box.kind = 'private_reply' AND EXISTS (SELECT FROM core.outbox WHERE thread_id = v_box.thread_id AND kind = 'private_reply' AND state NOT IN ('failed', 'cancelled')) THEN
        PERFORM core.fail('TB409', 'private_reply_spent');
    END IF;
    IF v_box.final AND v_case.status <> 'answered' THEN    -- told in other words meanwhile, or opened again
        PERFORM core.fail('TB409', 'wrong_status', core.case_answer(v_case.id));
    END IF;
    UPDATE core.outbox SET state = 'queued', send_after = core.now(), error_word = '', error_detail = '', error_code = NULL, error_subcode = NULL WHERE id = p_outbox;
    IF v_box.final THEN
        PERFORM core.settle_release(v_case.id, NULL);
    END IF;
    PERFORM core.step(v_case, 'retry_send', CASE WHEN v_box.final THEN 'released' END, '', jsonb_build_object('outbox', p_outbox));
    PERFORM core.tell('outbox', 0);
    RETURN core.end_verb('retry_send', p_request, 'outbox:' || p_outbox, '{}', core.case_answer(v_case.id));
END $$;
CREATE FUNCTION desk.close(p_case bigint, p_revision int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('close', p_request);
    v_case core.case;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_case := core.lock_case(p_case, p_revision);
    PERFORM core.require_holder(v_case);
    PERFORM core.require_status(v_case, 'released', 'published');
    IF v_case.unread > 0 THEN
        PERFORM core.fail('TB409', 'unread_messages', jsonb_build_object('unread', v_case.unread));
    END IF;
    IF EXISTS (SELECT FROM core.outbox WHERE case_id = p_case AND state IN ('queued', 'sending', 'uncertain')) THEN
        PERFORM core.fail('TB409', 'still_sending');
    END IF;
    PERFORM core.step(v_case, 'close', 'closed', p_reason);
    RETURN core.end_verb('close', p_request, 'case:' || p_case, jsonb_build_object('reason', p_reason), core.case_answer(p_case));
END $$;
CREATE FUNCTION desk.add_note(p_case bigint, p_text text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('add_note', p_request);
    v_note bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM core.require_readable(p_case);
    INSERT INTO core.note (case_id, person_id, text, at) VALUES (p_case, who.person_id(), core.require_text(p_text, 'text_missing'), core.now()) RETURNING id INTO v_note;
    PERFORM core.tell('case', p_case);
    RETURN core.end_verb('add_note', p_request, 'case:' || p_case, jsonb_build_object('note', v_note), jsonb_build_object('note', v_note));
END $$;
CREATE FUNCTION desk.retry_media(p_attachment bigint, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('retry_media', p_request);
    v_row core.attachment;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT * INTO v_row FROM core.attachment WHERE id = p_attachment FOR UPDATE;
    PERFORM core.require_readable(v_row.case_id);
    IF v_row.state = 'failed' THEN
        UPDATE core.attachment SET state = 'waiting', failure = '', attempts = 0, fetch_after = clock_timestamp() WHERE id = p_attachment;
    ELSIF v_row.state = 'stored' THEN
        UPDATE core.media SET derive_state = 'waiting', derive_error = '', derive_after = clock_timestamp(), derive_attempts = 0 WHERE id = v_row.media_id AND derive_state = 'refused';
    ELSE
        PERFORM core.fail('TB409', 'not_failed', jsonb_build_object('state', v_row.state));
    END IF;
    PERFORM core.tell('case', v_row.case_id);
    RETURN core.end_verb('retry_media', p_request, 'attachment:' || p_attachment, '{}', jsonb_build_object('state', 'waiting'));
END $$;
CREATE FUNCTION desk.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_answer jsonb;
BEGIN
    PERFORM core.require_verb('upload_media');
    IF p_bytes > 104857600 THEN
        PERFORM core.fail('TB422', 'file_too_large', jsonb_build_object('most', 104857600));
    END IF;
    v_answer := core.media_begin(p_sha256, p_bytes, p_mime, p_kind, who.person_id());
    RETURN v_answer;
END $$;
CREATE FUNCTION desk.media_put(p_media bigint, p_index int, p_data bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('upload_media');
    IF NOT EXISTS (SELECT FROM core.media WHERE id = p_media AND uploaded_by = who.person_id()) THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_media));
    END IF;
    PERFORM core.media_put(p_media, p_index, p_data);
END $$;
CREATE FUNCTION desk.media_end(p_media bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('upload_media');
    IF NOT EXISTS (SELECT FROM core.media WHERE id = p_media AND uploaded_by = who.person_id()) THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_media));
    END IF;
    PERFORM core.media_end(p_media);
    PERFORM core.write_audit('upload_media', 'media:' || p_media, '{}');
END $$;
CREATE FUNCTION desk.save_draft(p_place text, p_text text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('save_draft');
    IF length(p_place) > 200 THEN
        PERFORM core.fail('TB422', 'text_too_long', '{"most": 200}');
    END IF;
    IF coalesce(p_text, '') = '' THEN
        DELETE FROM core.draft WHERE person_id = who.person_id() AND place = p_place;
    ELSE
        INSERT INTO core.draft VALUES (who.person_id(), p_place, left(p_text, 200000), core.now())
        ON CONFLICT (person_id, place) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at;
    END IF;
END $$;
-- p_id null: a new one; p_filter null: deletes
CREATE FUNCTION desk.save_filter(p_id bigint, p_name text, p_filter jsonb, p_position int DEFAULT 0, p_shared boolean DEFAULT false) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id bigint := p_id;
BEGIN
    PERFORM core.require_verb('save_filter');
    IF p_id IS NOT NULL AND NOT EXISTS (SELECT FROM core.saved_filter WHERE id = p_id AND person_id = who.person_id()) THEN
        PERFORM core.fail('TB404', 'filter_not_found');
    END IF;
    IF p_filter IS NULL THEN
        DELETE FROM core.saved_filter WHERE id = p_id;
    ELSIF p_id IS NULL THEN
        INSERT INTO core.saved_filter (person_id, name, filter, position, shared) VALUES (who.person_id(), core.require_text(p_name, 'name_missing'), p_filter, p_position, p_shared) RETURNING id INTO v_id;
    ELSE
        UPDATE core.saved_filter SET name = core.require_text(p_name, 'name_missing'), filter = p_filter, position = p_position, shared = p_shared WHERE id = p_id;
    END IF;
    RETURN v_id;
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
