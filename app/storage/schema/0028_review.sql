-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: the centre sends a unit's question down the road of its replies, approves an answer before it is released, and forwards by the legal track
-- oldest-desk: 27
SET LOCAL ROLE trucban_owner;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('relay_question', '{officer,supervisor}', 'Sends a unit''s question to the citizen.'),
    ('approve_answer', '{officer,supervisor}', 'Approves a unit''s answer in the words the citizen will read.');

-- ── words to the citizen, whoever found them: one road with all its checks ──
-- p_verb: the name of the step in the history when it is not the final one; null: the kind of the reply
CREATE FUNCTION core.send_words(p_case bigint, p_revision int, p_outbox uuid, p_reply jsonb, p_verb text, p_facts jsonb) RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.case;
    v_thread core.thread;
    v_kind text := coalesce(p_reply ->> 'kind', 'reply');
    v_final boolean := coalesce((p_reply ->> 'final')::boolean, false);
    v_media bigint[] := ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(coalesce(p_reply -> 'media', '[]')));
    v_names text[] := ARRAY(SELECT left(value, 255) FROM jsonb_array_elements_text(coalesce(p_reply -> 'names', '[]')));
    v_text text;
    v_target core.message;
    v_message bigint;
    v_decision text := nullif(btrim(coalesce(p_reply ->> 'own_decision', '')), '');
BEGIN
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
    PERFORM core.require_sendable(p_case, v_kind, v_media);
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
    INSERT INTO core.outbox (id, kind, case_id, thread_id, message_id, person_id, final, text, media_ids, facts, queued_at, send_after)
    VALUES (p_outbox, v_kind, p_case, v_thread.id, v_target.id, who.person_id(), v_final, v_text, v_media,
        CASE WHEN cardinality(v_names) > 0 THEN jsonb_build_object('names', v_names) ELSE '{}' END, core.now(), core.now());
    INSERT INTO core.message (case_id, thread_id, direction, kind, raw_text, text, sent_at, received_at, outbox_id, person_id, extra, reply_to)
    VALUES (p_case, v_thread.id, 'out', CASE WHEN v_kind = 'comment_reply' THEN 'comment' ELSE 'text' END, v_text, v_text, core.now(), core.now(), p_outbox, who.person_id(),
        jsonb_build_object('kind', v_kind), v_target.platform_id) RETURNING id INTO v_message;
    INSERT INTO core.attachment (message_id, case_id, ordinal, kind, name, state, media_id)
    SELECT v_message, p_case, m.n::int, CASE WHEN f.kind IN ('image', 'video', 'audio') THEN f.kind ELSE 'file' END, coalesce(v_names[m.n], ''), 'stored', m.id FROM unnest(v_media) WITH ORDINALITY m(id, n) JOIN core.media f ON f.id = m.id;
    INSERT INTO search.message_text (message_id, case_id, sent_at, lexemes) SELECT v_message, p_case, sent_at, search.lexemes(v_text) FROM core.message WHERE id = v_message;
    UPDATE core.case SET messages = messages + 1 WHERE id = p_case;
    PERFORM core.step(v_case, CASE WHEN v_final THEN 'release' ELSE coalesce(p_verb, v_kind) END, CASE WHEN v_final THEN 'released' END, coalesce(v_decision, ''),
        p_facts || jsonb_build_object('outbox', p_outbox, 'kind', v_kind));
    PERFORM core.tell('outbox', 0), core.tell('message', v_message);
    RETURN v_message;
END $$;
-- p_reply: {kind: reply|comment_reply|private_reply, text, media: [id…], names: [file name of each…], final: bool, message: id of what is answered, own_decision: why there is no unit's answer}
CREATE OR REPLACE FUNCTION desk.reply(p_case bigint, p_revision int, p_outbox uuid, p_reply jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('reply', p_outbox);
    v_message bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_message := core.send_words(p_case, p_revision, p_outbox, p_reply, NULL, '{}');
    RETURN core.end_verb('reply', p_outbox, 'case:' || p_case, jsonb_build_object('kind', coalesce(p_reply ->> 'kind', 'reply'), 'final', coalesce((p_reply ->> 'final')::boolean, false)),
        core.case_answer(p_case) || jsonb_build_object('outbox', p_outbox, 'message', v_message));
END $$;
-- p_outbox: UUIDv7 made by the desk, the request id too; p_text: the words the citizen reads, the unit's own when null.
-- Under a comment the question goes privately while that may be done, else where everybody reads it
CREATE FUNCTION desk.relay_question(p_question bigint, p_revision int, p_outbox uuid, p_text text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('relay_question', p_outbox);
    v_question core.question;
    v_case core.case;
    v_kind text;
    v_message bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_question := core.lock_question(p_question, 'asked');
    v_case := core.case_row(v_question.case_id);
    v_kind := CASE WHEN v_case.channel = 'messenger' THEN 'reply'
        WHEN EXISTS (SELECT FROM core.thread t WHERE t.id = v_case.thread_id AND t.private_reply_spent)
          OR EXISTS (SELECT FROM core.outbox WHERE thread_id = v_case.thread_id AND kind = 'private_reply' AND state NOT IN ('failed', 'cancelled')) THEN 'comment_reply'
        ELSE 'private_reply' END;
    UPDATE core.question SET state = 'sent', sent_at = core.now() WHERE id = p_question;
    v_message := core.send_words(v_case.id, p_revision, p_outbox, jsonb_build_object('kind', v_kind, 'text', coalesce(nullif(core.reason_text(p_text), ''), v_question.text)),
        'relay_question', jsonb_build_object('question', p_question));
    UPDATE core.question SET outbox_id = p_outbox WHERE id = p_question;
    PERFORM core.tell('assignment', v_case.id);
    RETURN core.end_verb('relay_question', p_outbox, 'case:' || v_case.id, jsonb_build_object('question', p_question, 'kind', v_kind),
        core.case_answer(v_case.id) || jsonb_build_object('outbox', p_outbox, 'message', v_message));
END $$;

-- ── the centre reads an answer: approves it in its own words, or returns it; both until it is released ──
CREATE FUNCTION desk.approve_answer(p_answer bigint, p_revision int, p_text text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('approve_answer', p_request);
    v_answer core.unit_answer;
    v_case core.case;
    v_text text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_text := core.require_text(p_text, 'text_missing');
    SELECT * INTO v_answer FROM core.unit_answer WHERE id = p_answer;
    v_case := core.lock_case(v_answer.case_id, p_revision);
    PERFORM core.require_holder(v_case);
    SELECT * INTO v_answer FROM core.unit_answer WHERE id = p_answer FOR UPDATE;
    IF v_answer.state NOT IN ('submitted', 'approved') THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('answer', p_answer, 'state', v_answer.state));
    END IF;
    IF v_answer.partial THEN
        PERFORM core.fail('TB422', 'answer_is_partial', jsonb_build_object('answer', p_answer));
    END IF;
    UPDATE core.unit_answer SET state = 'approved', approved_by = who.person_id(), approved_at = core.now(), approved_text = v_text WHERE id = p_answer;
    PERFORM core.step(v_case, 'approve_answer', NULL, '', jsonb_build_object('answer', p_answer, 'changed', v_text <> v_answer.text));
    PERFORM core.tell('assignment', v_case.id);
    RETURN core.end_verb('approve_answer', p_request, 'case:' || v_case.id, jsonb_build_object('answer', p_answer, 'changed', v_text <> v_answer.text), core.case_answer(v_case.id));
END $$;
CREATE OR REPLACE FUNCTION desk.return_answer(p_answer bigint, p_revision int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    IF v_answer.state NOT IN ('submitted', 'approved') THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('answer', p_answer, 'state', v_answer.state));
    END IF;
    UPDATE core.unit_answer SET state = 'returned', reason = v_reason WHERE id = p_answer;
    UPDATE core.assignment SET state = 'returned', reason = v_reason, revision = revision + 1 WHERE id = v_answer.assignment_id AND state = 'answered' AND NOT v_answer.partial RETURNING lead INTO v_lead;
    PERFORM core.step(v_case, 'return_answer', CASE WHEN v_lead AND v_case.status = 'answered' THEN 'forwarded' END, v_reason, jsonb_build_object('answer', p_answer));
    PERFORM core.tell('assignment', v_case.id);
    RETURN core.end_verb('return_answer', p_request, 'case:' || v_case.id, jsonb_build_object('answer', p_answer), core.case_answer(v_case.id));
END $$;
-- the citizen is told: answers are accepted, what units still had is taken back
CREATE OR REPLACE FUNCTION core.settle_release(p_case bigint, p_decision text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.unit_answer SET state = 'accepted' WHERE case_id = p_case AND state IN ('submitted', 'approved');
    UPDATE core.assignment SET state = 'accepted', ended_at = core.now(), revision = revision + 1 WHERE case_id = p_case AND state = 'answered';
    UPDATE core.assignment SET state = 'withdrawn', ended_at = core.now(), reason = coalesce(p_decision, 'released'), revision = revision + 1
    WHERE case_id = p_case AND state IN ('sent', 'confirmed', 'returned');
    UPDATE core.case SET released_at = core.now(), decision = coalesce(p_decision, decision) WHERE id = p_case;
    PERFORM core.tell('assignment', p_case);
END $$;
-- the citizen was not told after all: what the release ended is as it was before it
CREATE OR REPLACE FUNCTION core.take_back_release(p_case core.case) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.assignment SET state = 'answered', ended_at = NULL, revision = revision + 1 WHERE case_id = p_case.id AND state = 'accepted' AND ended_at >= p_case.released_at;
    UPDATE core.unit_answer a SET state = CASE WHEN a.approved_at IS NULL THEN 'submitted' ELSE 'approved' END FROM core.assignment s
    WHERE a.case_id = p_case.id AND a.state = 'accepted' AND s.id = a.assignment_id AND s.state = 'answered';
    UPDATE core.case SET released_at = NULL WHERE id = p_case.id;
    PERFORM core.tell('assignment', p_case.id);
END $$;

-- ── forwarding and classifying know the legal track ──
-- p_units: [{unit: id, lead: bool, due_at: ISO|null}], exactly one lead unless the case has one already
CREATE OR REPLACE FUNCTION desk.forward(p_case bigint, p_revision int, p_units jsonb, p_instruction text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('forward', p_request);
    v_case core.case;
    v_row jsonb;
    v_unit core.unit;
    v_leads int;
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
    PERFORM core.step(v_case, 'forward', CASE WHEN v_case.status = 'answered' THEN NULL ELSE 'forwarded' END, coalesce(p_instruction, ''), jsonb_build_object('units', p_units));
    PERFORM core.tell('assignment', p_case);
    RETURN core.end_verb('forward', p_request, 'case:' || p_case, jsonb_build_object('units', p_units), core.case_answer(p_case));
END $$;
-- p_fields: {category: code, urgency, area: id|null, about_unit: id|null, legal_track: code, '' for none; left as it is when not named}
CREATE OR REPLACE FUNCTION desk.classify(p_case bigint, p_revision int, p_fields jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    IF v_about IS NOT NULL AND EXISTS (SELECT FROM core.assignment a WHERE a.case_id = p_case AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted') AND core.walled(v_about, ARRAY[a.unit_id])) THEN
        PERFORM core.fail('TB409', 'conflict_of_interest', jsonb_build_object('unit', v_about));
    END IF;
    IF coalesce(p_fields ->> 'legal_track', '') <> '' AND NOT EXISTS (SELECT FROM core.legal_track WHERE code = p_fields ->> 'legal_track') THEN
        PERFORM core.fail('TB422', 'track_unknown', jsonb_build_object('track', p_fields ->> 'legal_track'));
    END IF;
    UPDATE core.case SET category_id = v_category.id, urgency = p_fields ->> 'urgency', area_id = (p_fields ->> 'area')::bigint, about_unit_id = v_about,
        legal_track = coalesce(p_fields ->> 'legal_track', legal_track) WHERE id = p_case;
    PERFORM core.step(v_case, 'classify', CASE WHEN v_case.status = 'claimed' THEN 'classified' END, '', p_fields);
    RETURN core.end_verb('classify', p_request, 'case:' || p_case, p_fields, core.case_answer(p_case));
END $$;

-- ── the rest of those that count a unit's cases ──
CREATE OR REPLACE FUNCTION desk.search(p_text text, p_limit int DEFAULT 50, p_before_at timestamptz DEFAULT 'infinity', p_before_id bigint DEFAULT 9223372036854775807)
RETURNS TABLE (message_id bigint, case_id bigint, sent_at timestamptz, text text, exact boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_query tsquery := search.query(p_text);
    v_staff boolean := who.is_staff();
    v_units bigint[] := who.unit_ids();
    v_line bigint[] := who.unit_line();
    v_cases bigint[];      -- null: all
    v_limit int := least(coalesce(p_limit, 50), 2000);
    v_ids bigint[];
    v_found bigint[];
    v_part record;
BEGIN
    IF v_query IS NULL OR who.person_id() IS NULL THEN
        RETURN;
    END IF;
    IF v_staff THEN
        SELECT array_agg(w.message_id ORDER BY w.sent_at DESC, w.message_id DESC) FILTER (WHERE w.lexemes @@ v_query) INTO v_ids
        FROM (SELECT t.message_id, t.sent_at, t.lexemes FROM search.message_text t WHERE (t.sent_at, t.message_id) < (p_before_at, p_before_id)
              ORDER BY t.sent_at DESC, t.message_id DESC LIMIT 2000) w;
    ELSE
        v_cases := ARRAY(SELECT DISTINCT a.case_id FROM core.assignment a WHERE a.unit_id = ANY (v_units) AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn')
            AND (a.about_unit_id IS NULL OR a.about_unit_id <> ALL (v_line)));
        IF cardinality(v_cases) <= 1500 THEN
            -- fenced, so that it goes from the cases to their texts and never from the words to the cases
            SELECT array_agg(x.id ORDER BY x.sent_at DESC, x.id DESC) INTO v_ids FROM (
                WITH mine AS MATERIALIZED (SELECT m.id, m.sent_at FROM core.message m WHERE m.case_id = ANY (v_cases) AND (m.sent_at, m.id) < (p_before_at, p_before_id))
                SELECT mine.id, mine.sent_at FROM mine,
                    LATERAL (SELECT t.lexemes FROM search.message_text t WHERE t.message_id = mine.id AND t.sent_at = mine.sent_at OFFSET 0) t
                WHERE t.lexemes @@ v_query ORDER BY mine.sent_at DESC, mine.id DESC LIMIT v_limit) x;
        END IF;
    END IF;
    v_ids := coalesce(v_ids, ARRAY[]::bigint[]);
    IF cardinality(v_ids) < v_limit AND (v_staff OR cardinality(v_cases) > 1500) THEN
        v_ids := ARRAY[]::bigint[];
        FOR v_part IN SELECT name, from_at, to_at FROM search.partition WHERE from_at < p_before_at
                      UNION ALL SELECT 'message_text_rest', '-infinity', '-infinity' ORDER BY 2 DESC LOOP
            EXECUTE format('SELECT array_agg(x.message_id ORDER BY x.sent_at DESC, x.message_id DESC) FROM (
                SELECT t.message_id, t.sent_at FROM search.%I t WHERE t.lexemes @@ $1 AND (t.sent_at, t.message_id) < ($2, $3)
                AND ($5 IS NULL OR t.case_id IN (SELECT unnest($5)))
                ORDER BY t.sent_at + interval ''0'' DESC, t.message_id DESC LIMIT $4) x', v_part.name)
            INTO v_found USING v_query, p_before_at, p_before_id, v_limit - cardinality(v_ids), v_cases;
            v_ids := v_ids || coalesce(v_found, ARRAY[]::bigint[]);
            EXIT WHEN cardinality(v_ids) >= v_limit;
        END LOOP;
    END IF;
    RETURN QUERY SELECT m.id, m.case_id, m.sent_at, m.text, position(lower(normalize(p_text, NFC)) IN lower(m.text)) > 0
    FROM unnest(v_ids[1:v_limit]) i JOIN core.message m ON m.id = i ORDER BY m.sent_at DESC, m.id DESC;
END $$;
CREATE OR REPLACE FUNCTION desk.inspect_cases(p_filter jsonb, p_limit int, p_after bigint) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_status text := p_filter ->> 'status';
    v_units bigint[];
    v_categories bigint[];
    v_found bigint[];
    v_cases jsonb;
    v_last bigint;
BEGIN
    PERFORM core.require_verb('inspect_cases');
    IF p_filter ->> 'unit' IS NOT NULL THEN
        SELECT array_agg(id) INTO v_units FROM core.unit WHERE code = p_filter ->> 'unit';
        IF v_units IS NULL THEN
            PERFORM core.fail('TB422', 'unit_unknown', jsonb_build_object('unit', p_filter ->> 'unit'));
        END IF;
    END IF;
    IF p_filter ->> 'category' IS NOT NULL THEN
        WITH RECURSIVE below AS (
            SELECT id FROM core.category WHERE code = p_filter ->> 'category'
            UNION SELECT c.id FROM core.category c JOIN below ON c.parent_id = below.id
        ) SELECT array_agg(id) INTO v_categories FROM below;
        IF v_categories IS NULL THEN
            PERFORM core.fail('TB422', 'category_unknown', jsonb_build_object('category', p_filter ->> 'category'));
        END IF;
    END IF;
    IF p_filter ->> 'search' IS NOT NULL THEN
        SELECT coalesce(array_agg(DISTINCT s.case_id), '{}') INTO v_found FROM desk.search(p_filter ->> 'search', 2000) s;
    END IF;
    SELECT coalesce(jsonb_agg(to_jsonb(x) - 'id' ORDER BY x.id DESC), '[]'), CASE WHEN count(*) = p_limit THEN min(x.id) END INTO v_cases, v_last FROM (
        SELECT c.id, c.number, c.status, g.code AS category, c.urgency, u.code AS unit, 'Người dân #' || c.citizen_id AS citizen, c.channel, c.received_at, c.due_at,
            (SELECT m.text FROM core.message m WHERE m.case_id = c.id AND m.direction = 'in' ORDER BY m.sent_at DESC, m.id DESC LIMIT 1) AS last_text,
            a.name AS area, h.login AS holder, c.revision
        FROM core.case c LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.unit u ON u.id = c.lead_unit_id
        LEFT JOIN core.area a ON a.id = c.area_id LEFT JOIN core.person h ON h.id = c.holder_id
        WHERE (p_after IS NULL OR c.id < p_after) AND (v_status IS NULL OR c.status = v_status)
          AND (v_categories IS NULL OR c.category_id = ANY (v_categories)) AND (v_found IS NULL OR c.id = ANY (v_found))
          AND (v_units IS NULL OR c.lead_unit_id = ANY (v_units)
               OR EXISTS (SELECT FROM core.assignment s WHERE s.case_id = c.id AND s.unit_id = ANY (v_units) AND s.state NOT IN ('handed_back', 'handed_on', 'withdrawn')))
        ORDER BY c.id DESC LIMIT p_limit) x;
    RETURN jsonb_build_object('cases', v_cases, 'next', v_last::text);
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk, core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
