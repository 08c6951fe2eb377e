-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: a forward leaves as an official paper: the transfer slip of Decree 30/2020, numbered per year without gaps after it is signed, with a code that tells a
-- true one from a copy that was changed; the registers; and a log of everything that is printed or exported
-- oldest-desk: 21
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

INSERT INTO core.setting VALUES
    ('paper_superior', '"CÔNG AN THÀNH PHỐ HÀ NỘI"'),
    ('paper_issuer', '"PHÒNG THAM MƯU"'),
    ('paper_place', '"Hà Nội"'),
    ('paper_number', '"{number}/PC-CAHN-PV01"'),
    ('paper_authority', '"TL. GIÁM ĐỐC"'),
    ('paper_post', '"TRƯỞNG PHÒNG THAM MƯU"'),
    ('paper_contact', '"Trung tâm Thông tin chỉ huy, Phòng Tham mưu (trực 24/24)"')
ON CONFLICT (key) DO NOTHING;

CREATE OR REPLACE FUNCTION desk.save_setting(p_key text, p_value jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_setting', p_request);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF p_key NOT IN ('lease_seconds', 'page_name', 'page_url', 'human_agent', 'paper_superior', 'paper_issuer', 'paper_place', 'paper_number', 'paper_authority', 'paper_post', 'paper_contact') THEN
        PERFORM core.fail('TB422', 'setting_unknown', jsonb_build_object('key', p_key));
    END IF;
    IF NOT coalesce(CASE WHEN p_key = 'lease_seconds' THEN jsonb_typeof(p_value) = 'number' AND (p_value #>> '{}')::numeric BETWEEN 30 AND 86400
                    WHEN p_key = 'human_agent' THEN jsonb_typeof(p_value) = 'boolean'
                    WHEN p_key = 'paper_number' THEN jsonb_typeof(p_value) = 'string' AND (p_value #>> '{}') ~ '^[^{}]{0,20}[{]number[}][^{}]{0,60}$'
                    WHEN left(p_key, 6) = 'paper_' THEN jsonb_typeof(p_value) = 'string' AND length(p_value #>> '{}') BETWEEN 1 AND 200
                    ELSE jsonb_typeof(p_value) = 'string' END, false) THEN
        PERFORM core.fail('TB422', 'setting_invalid', jsonb_build_object('key', p_key));
    END IF;
    INSERT INTO core.setting VALUES (p_key, p_value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_setting', p_request, 'setting:' || p_key, jsonb_build_object('value', p_value), '{}');
END $$;

-- ── keys only functions of the owner see: from two random UUIDs each, 244 bits ──
CREATE TABLE core.secret (
    name text PRIMARY KEY,
    inner_key bytea NOT NULL,
    outer_key bytea NOT NULL
);
ALTER TABLE core.secret ENABLE ROW LEVEL SECURITY;
INSERT INTO core.secret SELECT 'slip', sha256(convert_to(gen_random_uuid() || '' || gen_random_uuid(), 'UTF8')), sha256(convert_to(gen_random_uuid() || '' || gen_random_uuid(), 'UTF8'));

CREATE TABLE core.slip_counter (
    series text NOT NULL,
    year int NOT NULL,
    last int NOT NULL,
    PRIMARY KEY (series, year)
);
ALTER TABLE core.slip_counter ENABLE ROW LEVEL SECURITY;

CREATE TABLE core.slip (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    assignment_id bigint NOT NULL REFERENCES core.assignment,
    unit_id bigint NOT NULL REFERENCES core.unit,
    state text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'signed', 'voided')),
    revision int NOT NULL DEFAULT 1,
    series text NOT NULL DEFAULT 'PC',
    year int,
    ordinal int CHECK (ordinal > 0),
    number text,                               -- as printed: 05/PC-CAHN-PV01
    code text NOT NULL,                        -- the check code beside the case number in the QR code
    content jsonb NOT NULL,                    -- what the paper says; frozen when it is signed
    content_sha256 text NOT NULL DEFAULT '',   -- of content and identity as signed; in the audit chain too
    with_identity boolean NOT NULL DEFAULT false,
    identity jsonb,                            -- who the citizen is: only in desk.slip_paper, only for the centre
    prepared_by bigint NOT NULL REFERENCES core.person,
    prepared_at timestamptz NOT NULL,
    signed_by bigint REFERENCES core.person,
    signed_at timestamptz,
    received_by text NOT NULL DEFAULT '',
    received_at timestamptz,
    received_logged_by bigint REFERENCES core.person,
    voided_by bigint REFERENCES core.person,
    voided_at timestamptz,
    void_reason text NOT NULL DEFAULT '',
    -- a number is given with the signature and never taken away, also from one that is void
    CHECK ((ordinal IS NULL) = (signed_at IS NULL) AND (ordinal IS NULL) = (number IS NULL) AND (ordinal IS NULL) = (year IS NULL) AND (ordinal IS NULL) = (signed_by IS NULL)),
    CHECK (state <> 'signed' OR ordinal IS NOT NULL),
    CHECK ((state = 'voided') = (voided_at IS NOT NULL)),
    UNIQUE (series, year, ordinal)
);
CREATE UNIQUE INDEX slip_one ON core.slip (assignment_id) WHERE state <> 'voided';
CREATE INDEX slip_case ON core.slip (case_id, id);
CREATE INDEX slip_unit ON core.slip (unit_id, id DESC);
CREATE INDEX slip_signed ON core.slip (signed_at) WHERE signed_at IS NOT NULL;
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.slip FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.slip_counter FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE FUNCTION core.signed_slip_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (NEW.number, NEW.year, NEW.ordinal, NEW.series, NEW.content, NEW.identity, NEW.content_sha256, NEW.signed_by, NEW.signed_at, NEW.code, NEW.case_id, NEW.assignment_id, NEW.unit_id)
       IS DISTINCT FROM (OLD.number, OLD.year, OLD.ordinal, OLD.series, OLD.content, OLD.identity, OLD.content_sha256, OLD.signed_by, OLD.signed_at, OLD.code, OLD.case_id, OLD.assignment_id, OLD.unit_id) THEN
        PERFORM core.fail('TB403', 'append_only', jsonb_build_object('table', 'slip'));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signed_stays BEFORE UPDATE ON core.slip FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION core.signed_slip_stays();

ALTER TABLE core.slip ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff ON core.slip FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING ((SELECT who.is_staff()));
-- a unit: its own, signed, and only while it may still read the case
CREATE POLICY unit ON core.slip FOR SELECT TO trucban_unit USING (signed_at IS NOT NULL AND unit_id = ANY ((SELECT who.unit_ids())::bigint[])
    AND EXISTS (SELECT FROM core.assignment a WHERE a.id = assignment_id));
GRANT SELECT (id, case_id, assignment_id, unit_id, state, revision, series, year, ordinal, number, code, with_identity, prepared_by, prepared_at, signed_by, signed_at,
    received_by, received_at, voided_by, voided_at, void_reason) ON core.slip TO trucban_person;
CREATE VIEW desk.slips WITH (security_invoker) AS
    SELECT s.id, s.case_id, c.number AS case_number, s.assignment_id, s.unit_id, u.code AS unit, u.name AS unit_name, u.name_en AS unit_name_en, s.state, s.revision, s.series, s.year, s.ordinal,
        s.number, s.code, s.with_identity, s.prepared_by, p.name AS prepared_by_name, s.prepared_at, s.signed_by, g.name AS signed_by_name, g.rank AS signed_by_rank, s.signed_at,
        s.received_by, s.received_at, s.voided_at, v.name AS voided_by_name, s.void_reason, a.lead, a.due_at, c.urgency, c.category_id
    FROM core.slip s JOIN core.case c ON c.id = s.case_id JOIN core.unit u ON u.id = s.unit_id JOIN core.assignment a ON a.id = s.assignment_id
    JOIN core.person p ON p.id = s.prepared_by LEFT JOIN core.person g ON g.id = s.signed_by LEFT JOIN core.person v ON v.id = s.voided_by;
GRANT SELECT ON desk.slips TO trucban_person;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('prepare_slip', '{officer,supervisor}', 'Prepares the transfer slip of a forward, or prepares it anew before it is signed.'),
    ('sign_slip', '{officer,supervisor}', 'Signs a slip: its number is given now. Supervisors, and the leader of the shift on duty.'),
    ('void_slip', '{supervisor}', 'Makes a slip void, for a reason; its number stays.'),
    ('receive_slip', '{unit,officer,supervisor}', 'Says when a unit received a slip, and who took it.'),
    ('check_slip', '{officer,supervisor,admin,unit}', 'Tells whether case number and check code of a paper belong together.'),
    ('log_export', '{officer,supervisor,admin,unit}', 'Writes down that something was printed or exported.'),
    ('inspect_slip', '{admin,supervisor}', 'Reads the newest slip of a case for printing; a draft where none is signed.'),
    ('read_register', '{officer,supervisor,admin}', 'Reads a register.');

-- a keyed hash in an envelope of two keys, so that nothing can be appended; sixty bits in letters that are not mistaken for each other
CREATE FUNCTION core.check_code(p_text text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(m.mac, n) % 32) + 1, 1) || CASE WHEN n IN (3, 7) THEN '-' ELSE '' END, '' ORDER BY n)
    FROM (SELECT sha256(k.outer_key || sha256(k.inner_key || convert_to(p_text, 'UTF8'))) AS mac FROM core.secret k WHERE k.name = 'slip') m, generate_series(0, 11) n
$$;
-- one code a forward, the same on the draft and on the signed paper
CREATE FUNCTION core.slip_code(p_assignment bigint) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.check_code(concat_ws('|', 'slip', c.number, a.id)) FROM core.assignment a JOIN core.case c ON c.id = a.case_id WHERE a.id = p_assignment
$$;
CREATE FUNCTION core.paper_setting(p_key text) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT value #>> '{}' FROM core.setting WHERE key = 'paper_' || p_key
$$;
CREATE FUNCTION core.paper_head() RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_object_agg(substr(key, 7), value #>> '{}') FROM core.setting WHERE key LIKE 'paper@_%' ESCAPE '@'
$$;
-- what the paper says of a forward as things stand now; the words of the citizen as they were received
CREATE FUNCTION core.slip_content(p_assignment bigint) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('head', core.paper_head(), 'page', (SELECT value #>> '{}' FROM core.setting WHERE key = 'page_name'),
        'case', c.number, 'channel', c.channel, 'opened_at', c.opened_at, 'received_at', c.received_at, 'citizen', 'Người dân #' || c.citizen_id,
        'category', g.name, 'urgency', c.urgency, 'track', (SELECT t.name FROM core.legal_track t WHERE t.code = c.legal_track), 'area', r.name, 'area_type', r.type,
        'unit', u.code, 'unit_name', u.name, 'unit_level', u.level, 'lead', a.lead, 'instruction', a.instruction, 'due_at', a.due_at, 'sent_at', a.sent_at, 'sent_by', p.name, 'sent_by_rank', p.rank,
        'others', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'lead', b.lead) ORDER BY b.lead DESC, b.id), '[]') FROM core.assignment b JOIN core.unit o ON o.id = b.unit_id
                   WHERE b.case_id = a.case_id AND b.id <> a.id AND b.state NOT IN ('handed_back', 'handed_on', 'withdrawn')),
        'messages', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', m.sent_at, 'text', m.text, 'converted', m.converted_text) ORDER BY m.sent_at, m.id), '[]') FROM core.message m
                   WHERE m.case_id = c.id AND m.direction = 'in' AND m.deleted_at IS NULL AND (m.text <> '' OR m.converted_text IS NOT NULL)),
        'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'name', t.name, 'mime', f.mime, 'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex'), 'state', t.state) ORDER BY m.sent_at, m.id, t.ordinal), '[]')
                   FROM core.attachment t JOIN core.message m ON m.id = t.message_id LEFT JOIN core.media f ON f.id = t.media_id
                   WHERE t.case_id = c.id AND m.direction = 'in' AND t.kind NOT IN ('sticker', 'link')))
    FROM core.assignment a JOIN core.case c ON c.id = a.case_id JOIN core.unit u ON u.id = a.unit_id JOIN core.person p ON p.id = a.sent_by
    LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.area r ON r.id = c.area_id WHERE a.id = p_assignment
$$;
CREATE FUNCTION core.slip_answer(p_slip bigint) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('id', s.id, 'case', s.case_id, 'assignment', s.assignment_id, 'state', s.state, 'revision', s.revision, 'number', s.number, 'code', s.code, 'signed_at', s.signed_at, 'received_at', s.received_at)
    FROM core.slip s WHERE s.id = p_slip
$$;
-- the slip locked for a step; a unit finds only its own signed ones
CREATE FUNCTION core.lock_slip(p_slip bigint) RETURNS core.slip LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_row core.slip;
BEGIN
    SELECT * INTO v_row FROM core.slip WHERE id = p_slip FOR UPDATE;
    IF NOT FOUND OR NOT (who.is_staff() OR (v_row.signed_at IS NOT NULL AND v_row.unit_id = ANY (who.unit_ids()) AND who.may_read(v_row.case_id)
            AND EXISTS (SELECT FROM core.assignment a WHERE a.id = v_row.assignment_id AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn')))) THEN
        PERFORM core.fail('TB404', 'slip_not_found', jsonb_build_object('slip', p_slip));
    END IF;
    RETURN v_row;
END $$;

-- p_with_identity: the name goes on the paper too, if this person has opened the identity of the case (for a reason that is on record)
CREATE FUNCTION desk.prepare_slip(p_assignment bigint, p_with_identity boolean, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('prepare_slip', p_request);
    v_assignment core.assignment;
    v_slip core.slip;
    v_content jsonb;
    v_identity jsonb;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
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

-- p_seen: the revision that was looked at. The number is taken in this transaction under the lock of its counter: one that is rolled back takes none.
CREATE FUNCTION desk.sign_slip(p_slip bigint, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('sign_slip', p_request);
    v_slip core.slip;
    v_now timestamptz := core.now();
    v_year int := extract(year FROM core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh');
    v_ordinal int;
    v_signer core.person;
    v_content jsonb;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF who.role() <> 'supervisor' AND NOT EXISTS (SELECT FROM core.shift WHERE state = 'on_duty' AND leader_id = who.person_id()) THEN
        PERFORM core.fail('TB403', 'not_a_signer');
    END IF;
    v_slip := core.lock_slip(p_slip);
    IF v_slip.state <> 'prepared' THEN
        PERFORM core.fail('TB409', CASE v_slip.state WHEN 'signed' THEN 'slip_signed' ELSE 'slip_voided' END, core.slip_answer(p_slip));
    END IF;
    IF p_seen IS DISTINCT FROM v_slip.revision THEN
        PERFORM core.fail('TB409', 'stale_revision', core.slip_answer(p_slip));
    END IF;
    IF EXISTS (SELECT FROM core.assignment WHERE id = v_slip.assignment_id AND state IN ('handed_back', 'handed_on', 'withdrawn')) THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('assignment', v_slip.assignment_id));
    END IF;
    SELECT * INTO v_signer FROM core.person WHERE id = who.person_id();
    v_content := v_slip.content || jsonb_build_object('signer', v_signer.name, 'signer_rank', v_signer.rank, 'head', core.paper_head());
    INSERT INTO core.slip_counter AS k (series, year, last) VALUES (v_slip.series, v_year, 1)
    ON CONFLICT (series, year) DO UPDATE SET last = k.last + 1 RETURNING last INTO v_ordinal;
    UPDATE core.slip SET state = 'signed', signed_by = v_signer.id, signed_at = v_now, year = v_year, ordinal = v_ordinal,
        number = replace(core.paper_setting('number'), '{number}', CASE WHEN v_ordinal < 10 THEN '0' ELSE '' END || v_ordinal),
        content = v_content, content_sha256 = encode(sha256(convert_to(v_content::text || coalesce(v_slip.identity::text, ''), 'UTF8')), 'hex'), revision = revision + 1 WHERE id = p_slip;
    PERFORM core.tell('assignment', v_slip.case_id), core.tell('case', v_slip.case_id);
    INSERT INTO core.case_event (case_id, at, person_id, verb, from_status, to_status, revision, facts)
    SELECT c.id, v_now, v_signer.id, 'sign_slip', c.status, c.status, c.revision, jsonb_build_object('slip', p_slip, 'number', s.number, 'unit', s.unit_id) FROM core.case c, core.slip s WHERE c.id = v_slip.case_id AND s.id = p_slip;
    RETURN core.end_verb('sign_slip', p_request, 'slip:' || p_slip, (SELECT jsonb_build_object('number', number, 'year', year, 'sha256', content_sha256) FROM core.slip WHERE id = p_slip), core.slip_answer(p_slip));
END $$;

CREATE FUNCTION desk.void_slip(p_slip bigint, p_seen int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('void_slip', p_request);
    v_slip core.slip;
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    v_slip := core.lock_slip(p_slip);
    IF v_slip.state = 'voided' THEN
        PERFORM core.fail('TB409', 'slip_voided', core.slip_answer(p_slip));
    END IF;
    IF p_seen IS DISTINCT FROM v_slip.revision THEN
        PERFORM core.fail('TB409', 'stale_revision', core.slip_answer(p_slip));
    END IF;
    UPDATE core.slip SET state = 'voided', voided_by = who.person_id(), voided_at = core.now(), void_reason = v_reason, revision = revision + 1 WHERE id = p_slip;
    PERFORM core.tell('assignment', v_slip.case_id);
    RETURN core.end_verb('void_slip', p_request, 'slip:' || p_slip, jsonb_build_object('number', v_slip.number, 'reason', v_reason), core.slip_answer(p_slip));
END $$;

-- p_by: who took the paper, as the desk writes it down; a unit officer is the one who signed in
CREATE FUNCTION desk.receive_slip(p_slip bigint, p_by text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('receive_slip', p_request);
    v_slip core.slip;
    v_by text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_slip := core.lock_slip(p_slip);
    IF v_slip.state <> 'signed' THEN
        PERFORM core.fail('TB409', CASE v_slip.state WHEN 'voided' THEN 'slip_voided' ELSE 'slip_not_signed' END, core.slip_answer(p_slip));
    END IF;
    IF v_slip.received_at IS NOT NULL THEN
        PERFORM core.fail('TB409', 'slip_received', jsonb_build_object('at', v_slip.received_at, 'by', v_slip.received_by));
    END IF;
    v_by := CASE WHEN who.is_staff() THEN core.require_text(p_by, 'text_missing') ELSE (SELECT btrim(rank || ' ' || name) FROM core.person WHERE id = who.person_id()) END;
    UPDATE core.slip SET received_at = core.now(), received_by = left(v_by, 200), received_logged_by = who.person_id(), revision = revision + 1 WHERE id = p_slip;
    PERFORM core.tell('assignment', v_slip.case_id);
    RETURN core.end_verb('receive_slip', p_request, 'slip:' || p_slip, jsonb_build_object('number', v_slip.number, 'by', v_by), core.slip_answer(p_slip));
END $$;

-- {valid, case, slips: [{number, state, unit, signed_at, signed_by, received_at}]}: the paper in hand is one of these, or it is none of ours
CREATE FUNCTION desk.check_slip(p_case_number text, p_code text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_code text := upper(translate(coalesce(p_code, ''), '- ', ''));
    v_assignment bigint;
BEGIN
    PERFORM core.require_verb('check_slip');
    SELECT a.id INTO v_assignment FROM core.case c JOIN core.assignment a ON a.case_id = c.id
    WHERE c.number = p_case_number AND who.may_read(c.id) AND (who.is_staff() OR a.unit_id = ANY (who.unit_ids())) AND replace(core.slip_code(a.id), '-', '') = v_code;
    RETURN (SELECT jsonb_build_object('valid', v_assignment IS NOT NULL, 'case', p_case_number,
        'slips', coalesce(jsonb_agg(jsonb_build_object('number', s.number, 'state', s.state, 'unit', u.code, 'unit_name', u.name, 'signed_at', s.signed_at, 'signed_by', g.name, 'received_at', s.received_at) ORDER BY s.id), '[]'))
        FROM core.slip s JOIN core.unit u ON u.id = s.unit_id LEFT JOIN core.person g ON g.id = s.signed_by WHERE s.assignment_id = v_assignment AND (who.is_staff() OR s.signed_at IS NOT NULL));
END $$;

-- what is printed. The name of the citizen stands in it only for the centre, and only where it was opened for this paper
CREATE FUNCTION core.slip_sheet(p_slip bigint) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.slip_answer(s.id) || jsonb_build_object('content', s.content, 'with_identity', s.with_identity AND who.is_staff(), 'identity', CASE WHEN s.with_identity AND who.is_staff() THEN s.identity END,
        'received_by', s.received_by, 'voided_at', s.voided_at, 'void_reason', s.void_reason, 'case_number', s.content ->> 'case', 'draft', s.signed_at IS NULL, 'prepared_at', s.prepared_at, 'now', core.now())
    FROM core.slip s WHERE s.id = p_slip
$$;
CREATE FUNCTION desk.slip_paper(p_slip bigint) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_slip core.slip;
BEGIN
    SELECT * INTO v_slip FROM core.slip WHERE id = p_slip;
    IF v_slip.id IS NULL OR NOT (who.is_staff() OR (v_slip.signed_at IS NOT NULL AND v_slip.unit_id = ANY (who.unit_ids()) AND who.may_read(v_slip.case_id)
            AND EXISTS (SELECT FROM core.assignment a WHERE a.id = v_slip.assignment_id AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn')))) THEN
        PERFORM core.fail('TB404', 'slip_not_found', jsonb_build_object('slip', p_slip));
    END IF;
    PERFORM core.log_reading(v_slip.case_id, 'case');
    IF v_slip.with_identity AND who.is_staff() THEN
        PERFORM core.log_reading(v_slip.case_id, 'identity', 'slip ' || p_slip);
    END IF;
    RETURN core.slip_sheet(p_slip);
END $$;
-- the newest slip of a case; none: a draft of what would be signed for its newest forward, never with a name
CREATE FUNCTION desk.inspect_slip(p_number text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case bigint;
    v_slip bigint;
    v_assignment bigint;
BEGIN
    PERFORM core.require_verb('inspect_slip');
    SELECT id INTO v_case FROM core.case WHERE number = p_number;
    IF v_case IS NULL THEN
        PERFORM core.fail('TB404', 'case_not_found', jsonb_build_object('number', p_number));
    END IF;
    PERFORM core.log_reading(v_case, 'case');
    SELECT id INTO v_slip FROM core.slip WHERE case_id = v_case AND state = 'signed' ORDER BY ordinal DESC, id DESC LIMIT 1;
    IF v_slip IS NULL THEN
        SELECT id INTO v_slip FROM core.slip WHERE case_id = v_case AND state = 'prepared' ORDER BY id DESC LIMIT 1;
    END IF;
    IF v_slip IS NOT NULL THEN
        RETURN core.slip_sheet(v_slip) || jsonb_build_object('identity', NULL, 'with_identity', false);
    END IF;
    SELECT id INTO v_assignment FROM core.assignment WHERE case_id = v_case AND state NOT IN ('handed_back', 'handed_on', 'withdrawn') ORDER BY lead DESC, id DESC LIMIT 1;
    IF v_assignment IS NULL THEN
        PERFORM core.fail('TB409', 'not_forwarded', jsonb_build_object('number', p_number, 'status', (SELECT status FROM core.case WHERE id = v_case)));
    END IF;
    RETURN jsonb_build_object('id', NULL, 'case', v_case, 'assignment', v_assignment, 'state', 'draft', 'number', NULL, 'code', core.slip_code(v_assignment), 'signed_at', NULL, 'received_at', NULL,
        'content', core.slip_content(v_assignment), 'with_identity', false, 'identity', NULL, 'received_by', '', 'case_number', p_number, 'draft', true, 'now', core.now());
END $$;

CREATE FUNCTION desk.log_export(p_what text, p_facts jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('log_export', p_request);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF coalesce(p_what, '') NOT IN ('slip', 'register', 'report', 'handover', 'metric', 'list') THEN
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', p_what));
    END IF;
    IF length(coalesce(p_facts, '{}')::text) > 20000 THEN
        PERFORM core.fail('TB422', 'text_too_long', '{"most": 20000}');
    END IF;
    RETURN core.end_verb('log_export', p_request, 'export:' || p_what, coalesce(p_facts, '{}'), jsonb_build_object('logged', true));
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
