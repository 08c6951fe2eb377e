-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: units refuse by a fixed list, hand on, ask the citizen through the desk, answer in parts and ask for more time; the centre decides and reminds. A unit that handed a case on has let go of it like one that handed it back
-- oldest-desk: 27
SET LOCAL ROLE trucban_owner;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('hand_on', '{unit}', 'A unit hands its assignment on to another unit, for a reason of the list.'),
    ('ask_citizen', '{unit}', 'A unit asks the citizen a question through the command centre.'),
    ('withdraw_question', '{unit}', 'A unit takes its question back.'),
    ('refuse_question', '{officer,supervisor}', 'Does not send a unit''s question, for a reason.'),
    ('ask_extension', '{unit}', 'A unit asks for more time, for a reason.'),
    ('decide_extension', '{supervisor}', 'Grants or refuses more time; never the one who asked.'),
    ('remind', '{officer,supervisor}', 'Reminds a unit of a case it has.');
UPDATE core.verb SET sentence = 'A unit hands a case back, for a reason of the list.' WHERE name = 'hand_back';
UPDATE core.verb SET sentence = 'A unit answers, wholly or in part.' WHERE name = 'answer';

-- a desk counts terms with it, and what it is made of is nobody's to call
ALTER FUNCTION core.due(timestamptz, int, text, text) SECURITY DEFINER;

-- ── what a unit that handed on still reads: nothing ──
CREATE OR REPLACE FUNCTION who.unit_may_read(p_case bigint, p_about bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.assignment a WHERE a.case_id = p_case AND a.unit_id = ANY (who.unit_ids())
                       AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn'))
       AND (p_about IS NULL OR p_about <> ALL (who.unit_line()))
$$;
DROP POLICY unit ON core.assignment;
CREATE POLICY unit ON core.assignment FOR SELECT TO trucban_unit USING (unit_id = ANY ((SELECT who.unit_ids())::bigint[]) AND state NOT IN ('handed_back', 'handed_on', 'withdrawn')
    AND (about_unit_id IS NULL OR about_unit_id <> ALL ((SELECT who.unit_line())::bigint[])));
CREATE OR REPLACE FUNCTION core.media_cases(p_media bigint) RETURNS SETOF bigint LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH originals AS (SELECT p_media AS id UNION SELECT original_id FROM core.media_derivative WHERE media_id = p_media
        UNION SELECT s.media_id FROM core.media_derivative d JOIN core.media_derivative s ON s.original_id = d.original_id WHERE d.media_id = p_media)
    SELECT a.case_id FROM core.attachment a JOIN originals o ON o.id = a.media_id
    -- a unit reads its own answers, not those of the others
    UNION SELECT n.case_id FROM originals o JOIN core.unit_answer n ON n.media_ids @> ARRAY[o.id] JOIN core.assignment s ON s.id = n.assignment_id
        WHERE who.is_staff() OR (s.unit_id = ANY (who.unit_ids()) AND s.state NOT IN ('handed_back', 'handed_on', 'withdrawn'))
    UNION SELECT b.case_id FROM originals o JOIN core.outbox b ON b.media_ids @> ARRAY[o.id] WHERE b.case_id IS NOT NULL
$$;
CREATE OR REPLACE FUNCTION core.lock_assignment(p_assignment bigint, VARIADIC p_states text[]) RETURNS core.assignment LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_row core.assignment;
BEGIN
    SELECT * INTO v_row FROM core.assignment WHERE id = p_assignment;
    PERFORM 1 FROM core.case WHERE id = v_row.case_id FOR UPDATE;
    SELECT * INTO v_row FROM core.assignment WHERE id = p_assignment FOR UPDATE;
    IF NOT FOUND OR NOT (who.is_staff() OR (v_row.unit_id = ANY (who.unit_ids()) AND v_row.state NOT IN ('handed_back', 'handed_on', 'withdrawn') AND who.may_read(v_row.case_id))) THEN
        PERFORM core.fail('TB404', 'assignment_not_found', jsonb_build_object('assignment', p_assignment));
    END IF;
    IF v_row.state <> ALL (p_states) THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('assignment', p_assignment, 'state', v_row.state));
    END IF;
    RETURN v_row;
END $$;

-- ── for the eyes ──
CREATE OR REPLACE VIEW desk.assignments WITH (security_invoker) AS
    SELECT a.id, a.case_id, a.unit_id, a.about_unit_id, a.lead, a.state, a.instruction, a.due_at, a.sent_by, a.sent_at, a.confirmed_by, a.confirmed_at, a.answered_at, a.ended_at, a.reason, a.revision,
        u.code AS unit, u.name AS unit_name, s.name AS sent_by_name, k.name AS confirmed_by_name,
        a.reason_code, a.handed_on_from, a.due_by_hand, a.confirm_due_at, a.reminded_at, a.reminders
    FROM core.assignment a JOIN core.unit u ON u.id = a.unit_id JOIN core.person s ON s.id = a.sent_by LEFT JOIN core.person k ON k.id = a.confirmed_by;
CREATE OR REPLACE VIEW desk.unit_answers WITH (security_invoker) AS
    SELECT n.id, n.assignment_id, n.case_id, n.person_id, n.text, n.media_ids, n.answered_at, n.state, n.reason, p.name AS person_name, p.rank AS person_rank, n.media_names,
        n.partial, n.approved_by, n.approved_at, n.approved_text, q.name AS approved_by_name
    FROM core.unit_answer n JOIN core.person p ON p.id = n.person_id LEFT JOIN core.person q ON q.id = n.approved_by;

-- ── the unit's steps ──
CREATE FUNCTION core.unit_reason(p_code text, p_text text) RETURNS core.reason LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_reason core.reason;
BEGIN
    IF coalesce(p_code, '') = '' THEN
        PERFORM core.fail('TB422', 'reason_missing');
    END IF;
    SELECT * INTO v_reason FROM core.reason WHERE code = p_code AND kind = 'hand_back';
    IF NOT FOUND THEN
        PERFORM core.fail('TB422', 'reason_unknown', jsonb_build_object('reason', p_code));
    END IF;
    IF v_reason.needs_text THEN
        PERFORM core.require_text(p_text, 'reason_missing');
    END IF;
    RETURN v_reason;
END $$;
CREATE FUNCTION core.reason_text(p_text text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT normalize(btrim(coalesce(p_text, ''), E' \t\r\n'), NFC)
$$;
-- the unit of an assignment is told; what is told of a lead is settled when the case goes on
CREATE FUNCTION core.tell_unit(p_row core.assignment, p_kind text, p_severity text, p_facts jsonb) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.case := core.case_row(p_row.case_id);
BEGIN
    PERFORM core.notify_people(p_kind, p_severity, 0, v_case.id, CASE WHEN p_row.lead THEN v_case.charge_id END, ARRAY[(SELECT code FROM core.unit WHERE id = p_row.unit_id)],
        p_facts || jsonb_build_object('number', v_case.number, 'assignment', p_row.id));
END $$;
CREATE FUNCTION core.tell_desk(p_row core.assignment, p_kind text, p_words text[], p_facts jsonb) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.case := core.case_row(p_row.case_id);
BEGIN
    PERFORM core.notify_people(p_kind, 'info', 0, v_case.id, CASE WHEN p_row.lead THEN v_case.charge_id END, p_words,
        p_facts || jsonb_build_object('number', v_case.number, 'assignment', p_row.id, 'unit', (SELECT name FROM core.unit WHERE id = p_row.unit_id)));
END $$;
-- whoever asks, answers in part or wants more time has taken the case on
CREATE FUNCTION core.unit_has_it(p_row core.assignment) RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.assignment SET state = CASE WHEN state = 'sent' THEN 'confirmed' ELSE state END, confirmed_by = coalesce(confirmed_by, who.person_id()),
        confirmed_at = coalesce(confirmed_at, core.now()), revision = revision + 1 WHERE id = p_row.id
$$;

DROP FUNCTION desk.hand_back(bigint, text, uuid);
-- p_code: of core.reason; p_reason: words of one's own, needed where the reason says so
CREATE FUNCTION desk.hand_back(p_assignment bigint, p_code text, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('hand_back', p_request);
    v_row core.assignment;
    v_reason core.reason;
    v_text text := core.reason_text(p_reason);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    v_reason := core.unit_reason(p_code, p_reason);
    UPDATE core.assignment SET state = 'handed_back', ended_at = core.now(), reason_code = v_reason.code, reason = v_text, revision = revision + 1 WHERE id = p_assignment;
    IF v_row.lead THEN
        UPDATE core.case SET lead_unit_id = NULL WHERE id = v_row.case_id;
    END IF;
    PERFORM core.step(core.case_row(v_row.case_id), 'hand_back', CASE WHEN v_row.lead THEN 'handed_back' END, v_text, jsonb_build_object('unit', v_row.unit_id, 'code', v_reason.code));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('hand_back', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment, 'code', v_reason.code, 'reason', v_text),
        jsonb_build_object('assignment', p_assignment, 'state', 'handed_back'));
END $$;

-- may this unit be sent this case? Refused in the words of forward
CREATE FUNCTION core.require_sendable_to(p_case core.case, p_unit bigint) RETURNS core.unit LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_unit core.unit;
    v_category core.category;
    v_today date := (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
BEGIN
    SELECT * INTO v_unit FROM core.unit WHERE id = p_unit AND valid_from <= v_today AND (valid_to IS NULL OR valid_to >= v_today);
    IF NOT FOUND THEN
        PERFORM core.fail('TB422', 'unit_not_valid', jsonb_build_object('unit', p_unit));
    END IF;
    SELECT * INTO v_category FROM core.category WHERE id = p_case.category_id;
    -- a complaint of which nobody has said whom it is about goes only where its category sends it
    IF v_category.needs_wall AND p_case.about_unit_id IS NULL AND v_unit.id IS DISTINCT FROM v_category.default_unit_id THEN
        PERFORM core.fail('TB422', 'about_unit_missing', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
    END IF;
    IF core.walled(p_case.about_unit_id, ARRAY[v_unit.id]) THEN
        PERFORM core.fail('TB403', 'conflict_of_interest', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
    END IF;
    IF EXISTS (SELECT FROM core.assignment WHERE case_id = p_case.id AND unit_id = v_unit.id AND state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted')) THEN
        PERFORM core.fail('TB409', 'already_forwarded', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
    END IF;
    RETURN v_unit;
END $$;

-- the other unit gets what this one had: lead or not, instruction and due date; it confirms within its own limit
CREATE FUNCTION desk.hand_on(p_assignment bigint, p_unit bigint, p_code text, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('hand_on', p_request);
    v_row core.assignment;
    v_reason core.reason;
    v_unit core.unit;
    v_text text := core.reason_text(p_reason);
    v_new core.assignment;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    v_reason := core.unit_reason(p_code, p_reason);
    v_unit := core.require_sendable_to(core.case_row(v_row.case_id), p_unit);
    IF v_unit.external THEN
        PERFORM core.fail('TB422', 'unit_is_external', jsonb_build_object('unit', v_unit.code, 'name', v_unit.name));
    END IF;
    UPDATE core.assignment SET state = 'handed_on', ended_at = core.now(), reason_code = v_reason.code, reason = v_text, revision = revision + 1 WHERE id = p_assignment;
    INSERT INTO core.assignment (case_id, unit_id, lead, instruction, due_at, due_by_hand, sent_by, sent_at, handed_on_from)
    VALUES (v_row.case_id, v_unit.id, v_row.lead, v_row.instruction, v_row.due_at, true, who.person_id(), core.now(), p_assignment) RETURNING * INTO v_new;
    IF v_row.lead THEN
        UPDATE core.case SET lead_unit_id = v_unit.id WHERE id = v_row.case_id;
    END IF;
    PERFORM core.step(core.case_row(v_row.case_id), 'hand_on', NULL, v_text, jsonb_build_object('unit', v_row.unit_id, 'to', v_unit.id, 'code', v_reason.code));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('hand_on', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment, 'to', v_unit.id, 'code', v_reason.code, 'reason', v_text),
        jsonb_build_object('assignment', p_assignment, 'state', 'handed_on', 'new', v_new.id));
END $$;

DROP FUNCTION desk.answer(bigint, text, bigint[], uuid, text[]);
-- p_media: files the unit uploaded itself; p_names: what each is called; p_partial: more follows, the case stays with the unit
CREATE FUNCTION desk.answer(p_assignment bigint, p_text text, p_media bigint[], p_request uuid, p_names text[] DEFAULT '{}', p_partial boolean DEFAULT false) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('answer', p_request);
    v_row core.assignment;
    v_text text;
    v_case core.case;
    v_partial boolean := coalesce(p_partial, false);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_text := core.require_text(p_text, 'text_missing');
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    v_case := core.case_row(v_row.case_id);
    IF EXISTS (SELECT FROM unnest(coalesce(p_media, '{}')) m WHERE NOT core.may_read_media(m) OR NOT EXISTS (SELECT FROM core.media WHERE id = m AND complete)) THEN
        PERFORM core.fail('TB422', 'media_not_found');
    END IF;
    INSERT INTO core.unit_answer (assignment_id, case_id, person_id, text, media_ids, media_names, answered_at, partial)
    VALUES (p_assignment, v_row.case_id, who.person_id(), v_text, coalesce(p_media, '{}'), ARRAY(SELECT left(name, 255) FROM unnest(coalesce(p_names, '{}')) WITH ORDINALITY u(name, n) ORDER BY n),
        core.now(), v_partial);
    PERFORM core.unit_has_it(v_row);
    IF NOT v_partial THEN
        UPDATE core.assignment SET state = 'answered', answered_at = core.now() WHERE id = p_assignment;
    END IF;
    PERFORM core.step(v_case, CASE WHEN v_partial THEN 'partial_answer' ELSE 'answer' END, CASE WHEN NOT v_partial AND v_row.lead AND v_case.status = 'forwarded' THEN 'answered' END, '',
        jsonb_build_object('unit', v_row.unit_id));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('answer', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment, 'partial', v_partial), core.case_answer(v_row.case_id));
END $$;

-- a unit that no longer works on a case waits for no word of the citizen and for no more time
CREATE FUNCTION core.assignment_lets_go() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.question SET state = 'withdrawn' WHERE assignment_id = NEW.id AND state IN ('asked', 'sent');
    UPDATE core.extension SET state = 'withdrawn' WHERE assignment_id = NEW.id AND state = 'asked';
    RETURN NULL;
END $$;
CREATE TRIGGER lets_go AFTER UPDATE OF state ON core.assignment FOR EACH ROW
    WHEN (NEW.state IN ('answered', 'handed_back', 'handed_on', 'withdrawn', 'accepted') AND NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION core.assignment_lets_go();

-- ── a question to the citizen ──
CREATE FUNCTION desk.ask_citizen(p_assignment bigint, p_text text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('ask_citizen', p_request);
    v_row core.assignment;
    v_text text;
    v_question bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    v_text := core.require_text(p_text, 'text_missing');
    IF length(v_text) > 2000 THEN
        PERFORM core.fail('TB422', 'text_too_long', jsonb_build_object('most', 2000, 'is', length(v_text)));
    END IF;
    IF EXISTS (SELECT FROM core.question WHERE assignment_id = p_assignment AND state IN ('asked', 'sent')) THEN
        PERFORM core.fail('TB409', 'question_open', jsonb_build_object('assignment', p_assignment));
    END IF;
    INSERT INTO core.question (case_id, assignment_id, person_id, text, asked_at) VALUES (v_row.case_id, p_assignment, who.person_id(), v_text, core.now()) RETURNING id INTO v_question;
    PERFORM core.unit_has_it(v_row);
    PERFORM core.step(core.case_row(v_row.case_id), 'ask_citizen', NULL, '', jsonb_build_object('unit', v_row.unit_id, 'question', v_question));
    PERFORM core.tell_desk(v_row, 'question', '{holder}', jsonb_build_object('question', v_question));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('ask_citizen', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment, 'question', v_question), jsonb_build_object('question', v_question));
END $$;
-- the question locked after its case and assignment, as every step locks them
CREATE FUNCTION core.lock_question(p_question bigint, VARIADIC p_states text[]) RETURNS core.question LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_question core.question;
BEGIN
    SELECT * INTO v_question FROM core.question WHERE id = p_question;
    PERFORM 1 FROM core.case WHERE id = v_question.case_id FOR UPDATE;
    SELECT * INTO v_question FROM core.question WHERE id = p_question FOR UPDATE;
    IF NOT FOUND OR NOT (who.is_staff() OR (who.may_read(v_question.case_id) AND EXISTS (SELECT FROM core.assignment a WHERE a.id = v_question.assignment_id
            AND a.unit_id = ANY (who.unit_ids()) AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn')))) THEN
        PERFORM core.fail('TB404', 'question_not_found', jsonb_build_object('question', p_question));
    END IF;
    IF v_question.state <> ALL (p_states) THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('question', p_question, 'state', v_question.state));
    END IF;
    RETURN v_question;
END $$;
-- the case is the unit's again: its time to answer grows by the time the case was away from it, and stays so when targets are worked out anew
CREATE FUNCTION core.question_over(p_question core.question, p_state text, p_verb text, p_reason text, p_message bigint) RETURNS core.assignment LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_row core.assignment;
    v_was timestamptz;
    v_now timestamptz := core.now();
BEGIN
    UPDATE core.question SET state = p_state, reason = coalesce(p_reason, ''), answered_at = CASE WHEN p_state = 'answered' THEN v_now END, message_id = p_message WHERE id = p_question.id;
    SELECT due_at INTO v_was FROM core.assignment WHERE id = p_question.assignment_id;
    UPDATE core.assignment SET due_at = due_at + (v_now - p_question.asked_at), due_by_hand = true, revision = revision + 1
    WHERE id = p_question.assignment_id AND state IN ('sent', 'confirmed', 'returned') RETURNING * INTO v_row;
    IF v_row.due_at IS DISTINCT FROM v_was AND v_row.id IS NOT NULL THEN
        INSERT INTO core.due_move (case_id, stage, was_at, now_at, cause, person_id, at) VALUES (v_row.case_id, 'answer', v_was, v_row.due_at, 'question', who.person_id(), v_now);
    END IF;
    PERFORM core.step(core.case_row(p_question.case_id), p_verb, NULL, p_reason, jsonb_build_object('question', p_question.id, 'unit', v_row.unit_id));
    PERFORM core.tell('assignment', p_question.case_id);
    RETURN v_row;
END $$;
CREATE FUNCTION desk.refuse_question(p_question bigint, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('refuse_question', p_request);
    v_question core.question;
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    v_question := core.lock_question(p_question, 'asked');
    PERFORM core.tell_unit(core.question_over(v_question, 'refused', 'refuse_question', v_reason, NULL), 'question', 'info', jsonb_build_object('question', p_question, 'state', 'refused'));
    RETURN core.end_verb('refuse_question', p_request, 'case:' || v_question.case_id, jsonb_build_object('question', p_question, 'reason', v_reason), core.case_answer(v_question.case_id));
END $$;
CREATE FUNCTION desk.withdraw_question(p_question bigint, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('withdraw_question', p_request);
    v_question core.question;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_question := core.lock_question(p_question, 'asked', 'sent');
    PERFORM core.question_over(v_question, 'withdrawn', 'withdraw_question', '', NULL);
    RETURN core.end_verb('withdraw_question', p_request, 'case:' || v_question.case_id, jsonb_build_object('question', p_question), core.case_answer(v_question.case_id));
END $$;
-- the citizen's next words are the answer; words written before the question left are not
CREATE FUNCTION core.message_answers() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_question core.question;
BEGIN
    IF NOT EXISTS (SELECT FROM core.question WHERE case_id = NEW.case_id AND state = 'sent' AND sent_at <= NEW.sent_at) THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM core.case WHERE id = NEW.case_id FOR UPDATE;
    FOR v_question IN SELECT * FROM core.question WHERE case_id = NEW.case_id AND state = 'sent' AND sent_at <= NEW.sent_at ORDER BY id FOR UPDATE LOOP
        PERFORM core.tell_unit(core.question_over(v_question, 'answered', 'question_answered', '', NEW.id), 'question', 'info', jsonb_build_object('question', v_question.id, 'state', 'answered'));
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER answers AFTER INSERT ON core.message FOR EACH ROW WHEN (NEW.direction = 'in') EXECUTE FUNCTION core.message_answers();
-- what could not be sent was not asked; what is sent after all, was
CREATE FUNCTION core.outbox_tells_question() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
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
CREATE INDEX question_outbox ON core.question (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE TRIGGER tells_question AFTER UPDATE OF state ON core.outbox FOR EACH ROW
    WHEN (NEW.case_id IS NOT NULL AND (NEW.state IN ('failed', 'cancelled')) IS DISTINCT FROM (OLD.state IN ('failed', 'cancelled'))) EXECUTE FUNCTION core.outbox_tells_question();

-- ── more time ──
CREATE FUNCTION desk.ask_extension(p_assignment bigint, p_until timestamptz, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('ask_extension', p_request);
    v_row core.assignment;
    v_reason text;
    v_extension bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    v_reason := core.require_text(p_reason, 'reason_missing');
    IF p_until IS NULL OR p_until <= core.now() OR p_until <= v_row.due_at OR p_until > core.now() + interval '1 year' THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('until', p_until, 'due_at', v_row.due_at));
    END IF;
    IF EXISTS (SELECT FROM core.extension WHERE assignment_id = p_assignment AND state = 'asked') THEN
        PERFORM core.fail('TB409', 'extension_open', jsonb_build_object('assignment', p_assignment));
    END IF;
    INSERT INTO core.extension (case_id, assignment_id, was_due_at, wanted_until, reason, asked_by, asked_at)
    VALUES (v_row.case_id, p_assignment, v_row.due_at, p_until, v_reason, who.person_id(), core.now()) RETURNING id INTO v_extension;
    PERFORM core.unit_has_it(v_row);
    PERFORM core.step(core.case_row(v_row.case_id), 'ask_extension', NULL, '', jsonb_build_object('unit', v_row.unit_id, 'extension', v_extension, 'until', p_until));
    PERFORM core.tell_desk(v_row, 'extension', '{supervisors}', jsonb_build_object('extension', v_extension, 'until', p_until));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('ask_extension', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment, 'until', p_until, 'reason', v_reason), jsonb_build_object('extension', v_extension));
END $$;
-- p_until null: as long as was asked for
CREATE FUNCTION desk.decide_extension(p_extension bigint, p_approve boolean, p_until timestamptz, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('decide_extension', p_request);
    v_extension core.extension;
    v_row core.assignment;
    v_until timestamptz;
    v_text text := core.reason_text(p_reason);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT * INTO v_extension FROM core.extension WHERE id = p_extension;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'extension_not_found', jsonb_build_object('extension', p_extension));
    END IF;
    PERFORM 1 FROM core.case WHERE id = v_extension.case_id FOR UPDATE;
    SELECT * INTO v_row FROM core.assignment WHERE id = v_extension.assignment_id FOR UPDATE;
    SELECT * INTO v_extension FROM core.extension WHERE id = p_extension FOR UPDATE;
    IF v_extension.state <> 'asked' THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('extension', p_extension, 'state', v_extension.state));
    END IF;
    IF v_extension.asked_by = who.person_id() THEN
        PERFORM core.fail('TB403', 'second_person_needed', jsonb_build_object('extension', p_extension));
    END IF;
    IF coalesce(p_approve, false) THEN
        v_until := coalesce(p_until, v_extension.wanted_until);
        IF v_until <= core.now() OR v_until <= v_row.due_at OR v_until > core.now() + interval '1 year' THEN
            PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('until', v_until, 'due_at', v_row.due_at));
        END IF;
        UPDATE core.assignment SET due_at = v_until, due_by_hand = true, revision = revision + 1 WHERE id = v_row.id;
        INSERT INTO core.due_move (case_id, stage, was_at, now_at, cause, person_id, at) VALUES (v_row.case_id, 'answer', v_row.due_at, v_until, 'extension', who.person_id(), core.now());
    ELSE
        v_text := core.require_text(p_reason, 'reason_missing');
    END IF;
    UPDATE core.extension SET state = CASE WHEN v_until IS NULL THEN 'refused' ELSE 'approved' END, decided_by = who.person_id(), decided_at = core.now(), granted_until = v_until, decision = v_text
    WHERE id = p_extension;
    PERFORM core.step(core.case_row(v_row.case_id), CASE WHEN v_until IS NULL THEN 'refuse_extension' ELSE 'grant_extension' END, NULL, v_text,
        jsonb_build_object('unit', v_row.unit_id, 'extension', p_extension, 'until', v_until));
    PERFORM core.tell_unit(v_row, 'extension', 'info', jsonb_build_object('extension', p_extension, 'state', CASE WHEN v_until IS NULL THEN 'refused' ELSE 'approved' END, 'until', v_until));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('decide_extension', p_request, 'case:' || v_row.case_id, jsonb_build_object('extension', p_extension, 'approve', v_until IS NOT NULL, 'until', v_until, 'reason', v_text), core.case_answer(v_row.case_id));
END $$;

CREATE FUNCTION desk.remind(p_assignment bigint, p_text text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('remind', p_request);
    v_row core.assignment;
    v_text text := core.reason_text(p_text);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_assignment(p_assignment, 'sent', 'confirmed', 'returned');
    IF length(v_text) > 2000 THEN
        PERFORM core.fail('TB422', 'text_too_long', jsonb_build_object('most', 2000, 'is', length(v_text)));
    END IF;
    UPDATE core.assignment SET reminders = reminders + 1, reminded_at = core.now(), revision = revision + 1 WHERE id = p_assignment RETURNING * INTO v_row;
    PERFORM core.step(core.case_row(v_row.case_id), 'remind', NULL, v_text, jsonb_build_object('unit', v_row.unit_id, 'times', v_row.reminders));
    PERFORM core.tell_unit(v_row, 'reminder', CASE WHEN v_row.due_at < core.now() THEN 'urgent' ELSE 'warning' END,
        jsonb_build_object('text', v_text, 'times', v_row.reminders, 'due_at', v_row.due_at, 'by', (SELECT name FROM core.person WHERE id = who.person_id())));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('remind', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment, 'text', v_text), jsonb_build_object('assignment', p_assignment, 'reminders', v_row.reminders));
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk, core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
