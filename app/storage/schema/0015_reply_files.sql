-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: files go with a reply: which ones a person may send is the database's word; a unit's files keep their names;
--      looking at what a message said before it was edited is a reading and is logged as one
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- May these files go to the citizen of this case? Only whole ones; never bytes a citizen sent; and only what belongs here:
-- uploaded by this person, of an answer to this very case, a safe copy of what was sent in it, or sent in it before.
CREATE FUNCTION core.belongs_to_case(p_media bigint, p_case bigint) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH family AS (SELECT p_media AS id UNION SELECT original_id FROM core.media_derivative WHERE media_id = p_media AND kind <> 'waveform')
    SELECT EXISTS (SELECT FROM family f JOIN core.media m ON m.id = f.id WHERE m.uploaded_by = who.person_id())
        OR EXISTS (SELECT FROM family f JOIN core.attachment a ON a.media_id = f.id WHERE a.case_id = p_case)
        OR EXISTS (SELECT FROM family f JOIN core.unit_answer n ON n.media_ids @> ARRAY[f.id] WHERE n.case_id = p_case)
        OR EXISTS (SELECT FROM core.outbox o WHERE o.case_id = p_case AND o.media_ids @> ARRAY[p_media])
$$;
CREATE FUNCTION core.require_sendable(p_case bigint, p_kind text, p_media bigint[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id bigint;
    v_media core.media;
BEGIN
    IF cardinality(p_media) > 10 THEN
        PERFORM core.fail('TB422', 'too_many_files', jsonb_build_object('most', 10, 'is', cardinality(p_media)));
    END IF;
    IF cardinality(p_media) > 0 AND p_kind = 'private_reply' THEN
        PERFORM core.fail('TB422', 'private_reply_takes_no_files');
    END IF;
    FOREACH v_id IN ARRAY p_media LOOP
        SELECT * INTO v_media FROM core.media WHERE id = v_id AND complete;
        IF NOT FOUND OR NOT core.may_read_media(v_id) OR NOT core.belongs_to_case(v_id, p_case) THEN
            PERFORM core.fail('TB422', 'media_not_of_case', jsonb_build_object('media', v_id));
        END IF;
        IF core.is_original(v_id) THEN
            PERFORM core.fail('TB422', 'original_media', jsonb_build_object('media', v_id));
        END IF;
        IF v_media.bytes > 26214400 THEN
            PERFORM core.fail('TB422', 'file_too_large', jsonb_build_object('most', 26214400, 'is', v_media.bytes));
        END IF;
        IF p_kind = 'comment_reply' AND v_media.kind <> 'image' THEN
            PERFORM core.fail('TB422', 'comment_takes_pictures_only', jsonb_build_object('media', v_id));
        END IF;
    END LOOP;
END $$;
-- p_reply: {kind: reply|comment_reply|private_reply, text, media: [id…], names: [file name of each…], final: bool, message: id of what is answered, own_decision: why there is no unit's answer}
CREATE OR REPLACE FUNCTION desk.reply(p_case bigint, p_revision int, p_outbox uuid, p_reply jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('reply', p_outbox);
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
    PERFORM core.step(v_case, CASE WHEN v_final THEN 'release' ELSE v_kind END, CASE WHEN v_final THEN 'released' END, coalesce(v_decision, ''), jsonb_build_object('outbox', p_outbox, 'kind', v_kind));
    PERFORM core.tell('outbox', 0), core.tell('message', v_message);
    RETURN core.end_verb('reply', p_outbox, 'case:' || p_case, jsonb_build_object('kind', v_kind, 'final', v_final),
        core.case_answer(p_case) || jsonb_build_object('outbox', p_outbox, 'message', v_message));
END $$;

-- ── a unit's files by name ──
ALTER TABLE core.unit_answer ADD COLUMN media_names text[] NOT NULL DEFAULT '{}';
CREATE OR REPLACE VIEW desk.unit_answers WITH (security_invoker) AS
    SELECT n.id, n.assignment_id, n.case_id, n.person_id, n.text, n.media_ids, n.answered_at, n.state, n.reason, p.name AS person_name, p.rank AS person_rank, n.media_names
    FROM core.unit_answer n JOIN core.person p ON p.id = n.person_id;
DROP FUNCTION desk.answer(bigint, text, bigint[], uuid);
-- p_media: files the unit uploaded itself; p_names: what each is called
CREATE FUNCTION desk.answer(p_assignment bigint, p_text text, p_media bigint[], p_request uuid, p_names text[] DEFAULT '{}') RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    IF EXISTS (SELECT FROM unnest(coalesce(p_media, '{}')) m WHERE NOT core.may_read_media(m) OR NOT EXISTS (SELECT FROM core.media WHERE id = m AND complete)) THEN
        PERFORM core.fail('TB422', 'media_not_found');
    END IF;
    INSERT INTO core.unit_answer (assignment_id, case_id, person_id, text, media_ids, media_names, answered_at)
    VALUES (p_assignment, v_row.case_id, who.person_id(), v_text, coalesce(p_media, '{}'), ARRAY(SELECT left(name, 255) FROM unnest(coalesce(p_names, '{}')) WITH ORDINALITY u(name, n) ORDER BY n), core.now());
    UPDATE core.assignment SET state = 'answered', answered_at = core.now(), confirmed_at = coalesce(confirmed_at, core.now()), confirmed_by = coalesce(confirmed_by, who.person_id()),
        revision = revision + 1 WHERE id = p_assignment;
    PERFORM core.step(v_case, 'answer', CASE WHEN v_row.lead AND v_case.status = 'forwarded' THEN 'answered' END, '', jsonb_build_object('unit', v_row.unit_id));
    PERFORM core.tell('assignment', v_row.case_id);
    RETURN core.end_verb('answer', p_request, 'case:' || v_row.case_id, jsonb_build_object('assignment', p_assignment), core.case_answer(v_row.case_id));
END $$;
REVOKE EXECUTE ON FUNCTION desk.answer(bigint, text, bigint[], uuid, text[]), core.belongs_to_case(bigint, bigint), core.require_sendable(bigint, text, bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk.answer(bigint, text, bigint[], uuid, text[]) TO trucban_person;

-- ── what a message said before ──
CREATE OR REPLACE FUNCTION desk.message_versions(p_message bigint) RETURNS TABLE (version int, text text, replaced_at timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case bigint := (SELECT case_id FROM core.message WHERE id = p_message);
BEGIN
    PERFORM core.require_readable(v_case);
    PERFORM core.log_reading(v_case, 'case');
    RETURN QUERY SELECT v.version, v.text, v.replaced_at FROM core.message_version v WHERE v.message_id = p_message ORDER BY v.version;
END $$;

-- ── what we sent, shown as what came ──
-- the copies made beside a copy that may be seen may be seen too: the poster of a clip, the waveform of a recording
CREATE OR REPLACE FUNCTION core.media_cases(p_media bigint) RETURNS SETOF bigint LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH originals AS (SELECT p_media AS id UNION SELECT original_id FROM core.media_derivative WHERE media_id = p_media
        UNION SELECT s.media_id FROM core.media_derivative d JOIN core.media_derivative s ON s.original_id = d.original_id WHERE d.media_id = p_media)
    SELECT a.case_id FROM core.attachment a JOIN originals o ON o.id = a.media_id
    -- a unit reads its own answers, not those of the others
    UNION SELECT n.case_id FROM originals o JOIN core.unit_answer n ON n.media_ids @> ARRAY[o.id] JOIN core.assignment s ON s.id = n.assignment_id
        WHERE who.is_staff() OR (s.unit_id = ANY (who.unit_ids()) AND s.state NOT IN ('handed_back', 'withdrawn'))
    UNION SELECT b.case_id FROM originals o JOIN core.outbox b ON b.media_ids @> ARRAY[o.id] WHERE b.case_id IS NOT NULL
$$;
CREATE OR REPLACE FUNCTION desk.messages(p_case bigint, p_before_at timestamptz DEFAULT NULL, p_before_id bigint DEFAULT NULL, p_limit int DEFAULT 100, p_after_id bigint DEFAULT NULL)
RETURNS TABLE (id bigint, direction text, kind text, text text, converted_text text, sent_at timestamptz, received_at timestamptz, edited_at timestamptz, edits int,
    deleted_at timestamptz, hidden boolean, reactions jsonb, extra jsonb, reply_to bigint, person_name text, attachments jsonb,
    outbox_id uuid, outbox_state text, outbox_error text, outbox_tag text, delivered_at timestamptz, seen_at timestamptz, outbox_kind text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_readable(p_case);
    PERFORM core.log_reading(p_case, 'case');
    RETURN QUERY
    SELECT m.id, m.direction, m.kind, m.text, m.converted_text, m.sent_at, m.received_at, m.edited_at, m.edits, m.deleted_at, m.hidden,
        (SELECT coalesce(jsonb_agg(value), '[]') FROM jsonb_each(m.reactions)), m.extra - 'raw',   -- the raw slice names the citizen
        (SELECT r.id FROM core.message r WHERE r.platform_id = m.reply_to), p.name,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'name', a.name, 'lat', a.lat, 'lon', a.lon, 'state', a.state, 'failure', a.failure,
             'media', a.media_id, 'mime', f.mime, 'bytes', f.bytes, 'width', coalesce(f.width, s.width), 'height', coalesce(f.height, s.height), 'duration_ms', coalesce(f.duration_ms, s.duration_ms),
             'sha256', encode(f.sha256, 'hex'), 'derive_state', coalesce(s.derive_state, f.derive_state), 'derive_error', coalesce(s.derive_error, f.derive_error),
             'derivatives', (SELECT coalesce(jsonb_object_agg(d.kind, jsonb_build_object('media', d.media_id, 'bytes', x.bytes, 'mime', x.mime)), '{}')
                             FROM core.media_derivative d JOIN core.media x ON x.id = d.media_id WHERE d.original_id = coalesce(s.id, a.media_id))) ORDER BY a.ordinal), '[]')
         FROM core.attachment a LEFT JOIN core.media f ON f.id = a.media_id
         -- what we sent is often a safe copy: it is shown with the copies made beside it
         LEFT JOIN core.media s ON m.direction <> 'in' AND s.id = (SELECT d.original_id FROM core.media_derivative d WHERE d.media_id = a.media_id LIMIT 1)
         WHERE a.message_id = m.id),
        m.outbox_id, o.state, o.error_word, o.tag, o.delivered_at, o.seen_at, o.kind
    FROM core.message m LEFT JOIN core.person p ON p.id = m.person_id LEFT JOIN core.outbox o ON o.id = m.outbox_id
    WHERE m.case_id = p_case AND (p_before_at IS NULL OR (m.sent_at, m.id) < (p_before_at, p_before_id)) AND (p_after_id IS NULL OR m.id > p_after_id)
    ORDER BY m.sent_at DESC, m.id DESC LIMIT least(p_limit, 500);
END $$;
