-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a hand-over is made from the journal and signed by two people
-- oldest-desk: 21
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

-- one line of a case in a list of the hand-over
CREATE FUNCTION core.handover_case(c core.case) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'stage', c.stage, 'urgency', c.urgency, 'category', (SELECT name FROM core.category WHERE id = c.category_id),
        'unit', (SELECT name FROM core.unit WHERE id = c.lead_unit_id), 'holder', (SELECT name FROM core.person WHERE id = c.holder_id), 'due_at', c.due_at, 'late', c.due_at < core.now(),
        'opened_at', c.opened_at, 'unread', c.unread, 'words', left(c.first_words, 160))
$$;
-- what is open, promised, burning, failed, and how the machines are; the lists hold up to 500 lines each, the counts hold all
CREATE FUNCTION core.handover_content(p_from core.shift, p_to core.shift) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('at', core.now(),
        'from', core.shift_answer(p_from.id) || jsonb_build_object('leader_name', (SELECT name FROM core.person WHERE id = p_from.leader_id), 'leader_rank', (SELECT rank FROM core.person WHERE id = p_from.leader_id)),
        'to', core.shift_answer(p_to.id) || jsonb_build_object('leader_name', (SELECT name FROM core.person WHERE id = p_to.leader_id), 'leader_rank', (SELECT rank FROM core.person WHERE id = p_to.leader_id)),
        'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'rank', p.rank, 'seat', z.seat, 'from', z.from_at, 'to', z.to_at) ORDER BY z.from_at, p.name), '[]')
            FROM core.shift_seat z JOIN core.person p ON p.id = z.person_id WHERE z.shift_id = p_from.id),
        'counts', (SELECT jsonb_build_object('to_take_in', count(*) FILTER (WHERE queue = 1), 'in_hand', count(*) FILTER (WHERE queue = 2), 'with_units', count(*) FILTER (WHERE queue = 3),
                'answered', count(*) FILTER (WHERE queue = 4), 'open', count(*), 'late', count(*) FILTER (WHERE due_at < core.now()), 'emergency', count(*) FILTER (WHERE urgency = 'emergency'))
            FROM core.case WHERE queue <= 4)
            || (SELECT jsonb_build_object('received', count(*)) FROM core.case WHERE received_at >= p_from.starts_at)
            || (SELECT jsonb_build_object('forwarded', count(*) FILTER (WHERE verb = 'forward'), 'released', count(*) FILTER (WHERE verb = 'release'), 'closed', count(*) FILTER (WHERE to_status = 'closed' AND from_status <> 'closed'),
                'handed_back', count(*) FILTER (WHERE verb = 'hand_back')) FROM core.case_event WHERE at >= p_from.starts_at),
        'burning', (SELECT coalesce(jsonb_agg(core.handover_case(c)), '[]') FROM (SELECT x.* FROM core.case x WHERE x.queue <= 4 AND (x.due_at < core.now() OR x.urgency = 'emergency')
            ORDER BY x.urgency <> 'emergency', x.due_at, x.id LIMIT 500) c),
        'open', (SELECT coalesce(jsonb_agg(core.handover_case(c)), '[]') FROM (SELECT x.* FROM core.case x WHERE x.queue <= 4 AND NOT (coalesce(x.due_at < core.now(), false) OR x.urgency = 'emergency')
            ORDER BY x.burns_at, x.id LIMIT 500) c),
        'promised', (SELECT coalesce(jsonb_agg(w.row ORDER BY w.at), '[]') FROM (
            -- words to citizens whose case goes on
            (SELECT o.queued_at AS at, jsonb_build_object('kind', 'word', 'number', c.number, 'case', c.id, 'text', left(o.text, 300), 'at', o.queued_at, 'who', p.name, 'until', c.due_at) AS row
             FROM core.outbox o JOIN core.case c ON c.id = o.case_id LEFT JOIN core.person p ON p.id = o.person_id
             WHERE o.queued_at >= p_from.starts_at AND o.human AND NOT o.final AND o.kind IN ('reply', 'comment_reply', 'private_reply') AND o.state NOT IN ('failed', 'cancelled') AND c.queue <= 4 ORDER BY o.queued_at LIMIT 500)
            UNION ALL (SELECT e.asked_at, jsonb_build_object('kind', 'extension_' || e.state, 'number', c.number, 'case', c.id, 'text', e.reason, 'at', e.asked_at, 'who', u.name, 'until', coalesce(e.granted_until, e.wanted_until))
             FROM core.extension e JOIN core.case c ON c.id = e.case_id JOIN core.assignment a ON a.id = e.assignment_id JOIN core.unit u ON u.id = a.unit_id
             WHERE c.queue <= 4 AND e.state IN ('asked', 'approved') AND coalesce(e.granted_until, e.wanted_until) > core.now() ORDER BY e.asked_at LIMIT 500)
            UNION ALL (SELECT q.asked_at, jsonb_build_object('kind', 'question_' || q.state, 'number', c.number, 'case', c.id, 'text', left(q.text, 300), 'at', q.asked_at, 'who', u.name, 'until', NULL)
             FROM core.question q JOIN core.case c ON c.id = q.case_id JOIN core.assignment a ON a.id = q.assignment_id JOIN core.unit u ON u.id = a.unit_id WHERE q.state IN ('asked', 'sent') ORDER BY q.asked_at LIMIT 500)) w),
        'failed', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'number', c.number, 'case', o.case_id, 'state', o.state, 'at', o.queued_at, 'why', o.error_word, 'text', left(o.text, 160)) ORDER BY o.queued_at), '[]')
            FROM (SELECT * FROM core.outbox x WHERE (x.state = 'failed' AND x.queued_at >= p_from.starts_at) OR x.state = 'uncertain' OR (x.state IN ('queued', 'sending') AND x.send_after < core.now() - interval '10 minutes')
                ORDER BY x.queued_at LIMIT 500) o LEFT JOIN core.case c ON c.id = o.case_id),
        'health', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', h.key, 'state', h.state, 'code', h.code, 'since', h.since) ORDER BY h.state = 'good', h.key), '[]') FROM core.health h),
        'machines', jsonb_build_object('journal_pending', (SELECT count(*) FROM core.journal WHERE state = 'pending'), 'journal_rejected', (SELECT count(*) FROM core.journal WHERE state = 'rejected' AND received_at >= p_from.starts_at),
            'outbox', (SELECT count(*) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain')), 'media', (SELECT count(*) FROM core.attachment WHERE state IN ('waiting', 'fetching'))),
        'slips', jsonb_build_object('signed', (SELECT count(*) FROM core.slip WHERE signed_at >= p_from.starts_at), 'unsigned', (SELECT count(*) FROM core.slip WHERE state = 'prepared'),
            'not_received', (SELECT count(*) FROM core.slip WHERE state = 'signed' AND received_at IS NULL AND signed_at >= p_from.starts_at)),
        'entries', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'kind', e.kind, 'text', e.text, 'told', e.told, 'who', p.name) ORDER BY e.id), '[]')
            FROM core.shift_entry e JOIN core.person p ON p.id = e.person_id WHERE e.shift_id = p_from.id))
$$;
CREATE FUNCTION core.handover_answer(p_handover bigint) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('id', h.id, 'state', h.state, 'revision', h.revision, 'from', h.from_shift_id, 'to', h.to_shift_id, 'sha256', h.sha256, 'released', h.released) FROM core.handover h WHERE h.id = p_handover
$$;

-- Made anew as often as one likes until the second signature; a first signature falls away with what it was given for.
CREATE FUNCTION desk.prepare_handover(p_to bigint, p_remarks text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('prepare_handover', p_request);
    v_from core.shift;
    v_to core.shift;
    v_id bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_from := core.require_shift_on_duty();
    PERFORM 1 FROM core.shift WHERE id = v_from.id FOR UPDATE;
    PERFORM core.require_on_duty(v_from);
    SELECT * INTO v_to FROM core.shift WHERE id = p_to FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'shift_not_found', jsonb_build_object('shift', p_to));
    END IF;
    IF v_to.state <> 'planned' THEN
        PERFORM core.fail('TB409', 'wrong_state', core.shift_answer(p_to));
    END IF;
    IF v_to.leader_id = v_from.leader_id THEN
        PERFORM core.fail('TB422', 'two_people_needed', core.shift_answer(p_to));
    END IF;
    INSERT INTO core.handover AS h (from_shift_id, to_shift_id, content, remarks, prepared_by, prepared_at)
    VALUES (v_from.id, p_to, core.handover_content(v_from, v_to), coalesce(btrim(p_remarks), ''), who.person_id(), core.now())
    ON CONFLICT (from_shift_id) DO UPDATE SET to_shift_id = excluded.to_shift_id, content = excluded.content, remarks = excluded.remarks, prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at,
        state = 'prepared', sha256 = '', outgoing_id = NULL, outgoing_signed_at = NULL, revision = h.revision + 1
    RETURNING id INTO v_id;
    UPDATE core.notice SET settled_at = core.now() WHERE kind = 'handover' AND settled_at IS NULL AND facts ->> 'handover' = v_id::text;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('prepare_handover', p_request, 'handover:' || v_id, jsonb_build_object('from', v_from.id, 'to', p_to), core.handover_answer(v_id));
END $$;

-- the claims of those who go, but not of those who stay on in the next shift; the numbers of the cases
CREATE FUNCTION core.release_shift_claims(p_handover core.handover) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.case;
    v_numbers jsonb := '[]'::jsonb;
BEGIN
    FOR v_case IN SELECT c.* FROM core.case c WHERE c.holder_id IN (
            SELECT person_id FROM core.shift_seat WHERE shift_id = p_handover.from_shift_id UNION SELECT leader_id FROM core.shift WHERE id = p_handover.from_shift_id
            EXCEPT SELECT person_id FROM core.shift_plan WHERE shift_id = p_handover.to_shift_id EXCEPT SELECT leader_id FROM core.shift WHERE id = p_handover.to_shift_id)
            ORDER BY c.id FOR UPDATE LOOP
        UPDATE core.case SET holder_id = NULL, lease_until = NULL WHERE id = v_case.id;
        PERFORM core.step(v_case, 'release_claim', CASE WHEN v_case.status = 'claimed' THEN 'new' END, 'Bàn giao ca trực', jsonb_build_object('handover', p_handover.id, 'from', v_case.holder_id));
        v_numbers := v_numbers || to_jsonb(v_case.number);
    END LOOP;
    RETURN v_numbers;
END $$;
-- p_words: remarks of who goes, opinion of who comes. First the outgoing leader, who freezes it; then the incoming one, who takes the desk.
CREATE FUNCTION desk.sign_handover(p_handover bigint, p_seen int, p_words text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    SELECT * INTO v_row FROM core.handover WHERE id = p_handover FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'handover_not_found', jsonb_build_object('handover', p_handover));
    END IF;
    SELECT * INTO v_from FROM core.shift WHERE id = v_row.from_shift_id FOR UPDATE;
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
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
