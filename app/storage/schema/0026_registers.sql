-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: books kept in software must be printable with all fields of the model register (Decree 30/2020 art. 16, 22; forms 294 and 03/TCD)
-- oldest-desk: 21
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

CREATE INDEX shift_ended ON core.shift (starts_at, id) WHERE state <> 'planned';

-- what the registers say of a case, in the words of the paper
CREATE FUNCTION core.result_words(c core.case) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(nullif(c.decision, ''),
        (SELECT left(coalesce(n.approved_text, n.text), 400) FROM core.unit_answer n WHERE n.case_id = c.id AND n.state IN ('approved', 'accepted') ORDER BY n.id DESC LIMIT 1),
        CASE c.status WHEN 'rejected' THEN 'Không xử lý' WHEN 'duplicate' THEN 'Trùng ' || (SELECT number FROM core.case WHERE id = c.duplicate_of) ELSE '' END)
$$;
CREATE FUNCTION core.register_case(c core.case) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('number', c.number, 'at', c.opened_at, 'received_at', c.received_at, 'channel', c.channel, 'citizen', 'Người dân #' || c.citizen_id, 'words', left(c.first_words, 400),
        'category', g.name, 'urgency', c.urgency, 'track', t.name, 'track_code', c.legal_track, 'area', r.name, 'status', c.status,
        'taken_by', (SELECT p.name FROM core.case_event e JOIN core.person p ON p.id = e.person_id WHERE e.case_id = c.id AND e.verb IN ('claim', 'take_over') ORDER BY e.id LIMIT 1),
        'units', (SELECT string_agg(u.name, '; ' ORDER BY a.lead DESC, a.id) FROM core.assignment a JOIN core.unit u ON u.id = a.unit_id WHERE a.case_id = c.id AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn')),
        'forwarded_at', (SELECT min(a.sent_at) FROM core.assignment a WHERE a.case_id = c.id),
        'due_at', coalesce((SELECT a.due_at FROM core.assignment a WHERE a.case_id = c.id AND a.lead AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn') ORDER BY a.id DESC LIMIT 1), c.due_at),
        'slips', (SELECT string_agg(s.number || CASE s.state WHEN 'voided' THEN ' (hủy)' ELSE '' END, '; ' ORDER BY s.ordinal) FROM core.slip s WHERE s.case_id = c.id AND s.number IS NOT NULL),
        'answered_by', (SELECT u.name FROM core.unit_answer n JOIN core.assignment a ON a.id = n.assignment_id JOIN core.unit u ON u.id = a.unit_id WHERE n.case_id = c.id ORDER BY n.id DESC LIMIT 1),
        'result', core.result_words(c), 'released_at', c.released_at, 'published_at', c.published_at, 'closed_at', c.closed_at,
        'same', (SELECT count(*) FROM core.case d WHERE d.duplicate_of = c.id), 'duplicate_of', (SELECT number FROM core.case WHERE id = c.duplicate_of), 'files', c.images + c.videos + c.audios + c.files)
    FROM (SELECT 1) one LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.legal_track t ON t.code = c.legal_track LEFT JOIN core.area r ON r.id = c.area_id
$$;
CREATE FUNCTION core.register_shift(s core.shift) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('name', s.name, 'starts_at', s.starts_at, 'ended_at', coalesce(s.ended_at, CASE s.state WHEN 'handed_over' THEN s.ends_at END), 'leader', btrim(l.rank || ' ' || l.name),
        'people', (SELECT string_agg(DISTINCT btrim(p.rank || ' ' || p.name) || CASE z.seat WHEN '' THEN '' ELSE ' (' || z.seat || ')' END, '; ') FROM core.shift_seat z JOIN core.person p ON p.id = z.person_id WHERE z.shift_id = s.id),
        'taken_from', (SELECT btrim(o.rank || ' ' || o.name) FROM core.handover h JOIN core.person o ON o.id = h.outgoing_id WHERE h.to_shift_id = s.id AND h.state = 'signed'),
        'taken_at', (SELECT h.incoming_signed_at FROM core.handover h WHERE h.to_shift_id = s.id AND h.state = 'signed'),
        'given_to', (SELECT btrim(o.rank || ' ' || o.name) FROM core.handover h JOIN core.person o ON o.id = h.incoming_id WHERE h.from_shift_id = s.id AND h.state = 'signed'),
        'given_at', (SELECT h.incoming_signed_at FROM core.handover h WHERE h.from_shift_id = s.id AND h.state = 'signed'),
        'left', (SELECT h.content -> 'counts' FROM core.handover h WHERE h.from_shift_id = s.id),
        'remarks', (SELECT h.remarks FROM core.handover h WHERE h.from_shift_id = s.id), 'opinion', (SELECT h.opinion FROM core.handover h WHERE h.from_shift_id = s.id),
        'entries', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'kind', e.kind, 'text', e.text, 'told', e.told, 'who', p.name) ORDER BY e.id), '[]') FROM core.shift_entry e JOIN core.person p ON p.id = e.person_id WHERE e.shift_id = s.id),
        'received', (SELECT count(*) FROM core.case c WHERE c.opened_at >= s.starts_at AND c.opened_at < coalesce(s.ended_at, core.now())))
    FROM core.person l WHERE l.id = s.leader_id
$$;
CREATE FUNCTION core.register_slip(s core.slip) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('number', s.number, 'at', s.signed_at, 'case', c.number, 'words', left(c.first_words, 200), 'signer', btrim(g.rank || ' ' || g.name), 'unit', u.name, 'state', s.state, 'void_reason', s.void_reason,
        'received_at', s.received_at, 'received_by', s.received_by, 'urgency', s.content ->> 'urgency')
    FROM core.case c, core.unit u, core.person g WHERE c.id = s.case_id AND u.id = s.unit_id AND g.id = s.signed_by
$$;

-- kinds: shift_book intake crime visits outgoing. Rows from p_from until before p_to in order of time; p_after: the `next` of the page before. Answers {rows, next}
CREATE FUNCTION desk.read_register(p_kind text, p_from timestamptz, p_to timestamptz, p_after text, p_limit int) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_at timestamptz := p_from;
    v_id bigint := -1;
    v_limit int := least(greatest(coalesce(p_limit, 200), 1), 1000);
    v_rows jsonb;
    v_ids bigint[];
    v_crime bigint[] := ARRAY(WITH RECURSIVE below AS (SELECT id FROM core.category WHERE code = 'TOI_PHAM' UNION SELECT c.id FROM core.category c JOIN below ON c.parent_id = below.id) SELECT id FROM below);
BEGIN
    PERFORM core.require_verb('read_register');
    IF coalesce(p_kind, '') NOT IN ('shift_book', 'intake', 'crime', 'visits', 'outgoing') THEN
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', p_kind));
    END IF;
    IF p_from IS NULL OR p_to IS NULL OR p_to < p_from THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('from', p_from, 'to', p_to));
    END IF;
    IF coalesce(p_after, '') <> '' THEN
        IF p_after !~ '^-?[0-9]{1,18}[.][0-9]{1,18}$' THEN
            PERFORM core.fail('TB422', 'cursor_invalid', jsonb_build_object('after', p_after));
        END IF;
        v_at := 'epoch'::timestamptz + split_part(p_after, '.', 1)::bigint * interval '1 microsecond';
        v_id := split_part(p_after, '.', 2)::bigint;
    END IF;
    IF p_kind = 'shift_book' THEN
        v_ids := ARRAY(SELECT s.id FROM core.shift s WHERE s.state <> 'planned' AND (s.starts_at, s.id) > (v_at, v_id) AND s.starts_at < p_to ORDER BY s.starts_at, s.id LIMIT v_limit);
        SELECT jsonb_agg(core.register_shift(s) ORDER BY s.starts_at, s.id) INTO v_rows FROM core.shift s WHERE s.id = ANY (v_ids);
        SELECT s.starts_at INTO v_at FROM core.shift s WHERE s.id = v_ids[cardinality(v_ids)];
    ELSIF p_kind = 'outgoing' THEN
        v_ids := ARRAY(SELECT s.id FROM core.slip s WHERE s.signed_at IS NOT NULL AND (s.signed_at, s.id) > (v_at, v_id) AND s.signed_at < p_to ORDER BY s.signed_at, s.id LIMIT v_limit);
        SELECT jsonb_agg(core.register_slip(s) ORDER BY s.signed_at, s.id) INTO v_rows FROM core.slip s WHERE s.id = ANY (v_ids);
        SELECT s.signed_at INTO v_at FROM core.slip s WHERE s.id = v_ids[cardinality(v_ids)];
    ELSE
        v_ids := ARRAY(SELECT c.id FROM core.case c WHERE (c.opened_at, c.id) > (v_at, v_id) AND c.opened_at < p_to
            AND CASE p_kind WHEN 'crime' THEN c.legal_track IN ('tin_bao_toi_pham', 'to_giac_toi_pham') OR (c.legal_track = '' AND c.category_id = ANY (v_crime))
                            WHEN 'visits' THEN c.legal_track IN ('khieu_nai', 'to_cao', 'phan_anh_kien_nghi') ELSE true END
            ORDER BY c.opened_at, c.id LIMIT v_limit);
        SELECT jsonb_agg(core.register_case(c) ORDER BY c.opened_at, c.id) INTO v_rows FROM core.case c WHERE c.id = ANY (v_ids);
        SELECT c.opened_at INTO v_at FROM core.case c WHERE c.id = v_ids[cardinality(v_ids)];
    END IF;
    RETURN jsonb_build_object('rows', coalesce(v_rows, '[]'),
        'next', CASE WHEN cardinality(v_ids) = v_limit THEN (extract(epoch FROM v_at) * 1000000)::bigint || '.' || v_ids[v_limit] END);
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
