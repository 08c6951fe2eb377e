-- SPDX-License-Identifier: GPL-3.0-or-later
-- The schema as the migrations make it. Renew it with tests/sql/renew_snapshot.sh and read the difference before you commit it.
-- role trucban_admin
-- role trucban_admin is a member of trucban_person inherit set
-- role trucban_gateway
-- role trucban_officer
-- role trucban_officer is a member of trucban_person inherit set
-- role trucban_owner createrole
-- role trucban_owner is a member of admin1 admin
-- role trucban_owner is a member of gateway admin
-- role trucban_owner is a member of officer1 admin
-- role trucban_owner is a member of officer2 admin
-- role trucban_owner is a member of supervisor1 admin
-- role trucban_owner is a member of trucban_admin admin
-- role trucban_owner is a member of trucban_gateway admin
-- role trucban_owner is a member of trucban_officer admin
-- role trucban_owner is a member of trucban_supervisor admin
-- role trucban_owner is a member of trucban_unit admin
-- role trucban_owner is a member of unit1 admin
-- role trucban_owner is a member of unit2 admin
-- role trucban_person
-- role trucban_supervisor
-- role trucban_supervisor is a member of trucban_person inherit set
-- role trucban_unit
-- role trucban_unit is a member of trucban_person inherit set

CREATE SCHEMA core;
ALTER SCHEMA core OWNER TO trucban_owner;
CREATE SCHEMA desk;
ALTER SCHEMA desk OWNER TO trucban_owner;
CREATE SCHEMA intake;
ALTER SCHEMA intake OWNER TO trucban_owner;
CREATE SCHEMA metric;
ALTER SCHEMA metric OWNER TO trucban_owner;
CREATE SCHEMA search;
ALTER SCHEMA search OWNER TO trucban_owner;
CREATE SCHEMA who;
ALTER SCHEMA who OWNER TO trucban_owner;
CREATE TYPE core.due_key AS (
	category_id bigint,
	track text,
	urgency text,
	stage text,
	from_at timestamp with time zone
);
ALTER TYPE core.due_key OWNER TO trucban_owner;
CREATE TYPE core.holding AS (
	stage text,
	holder text,
	unit_id bigint,
	assignment_id bigint,
	due_at timestamp with time zone,
	timed boolean
);
ALTER TYPE core.holding OWNER TO trucban_owner;
CREATE TYPE core.term_end AS (
	due_at timestamp with time zone,
	skipped jsonb
);
ALTER TYPE core.term_end OWNER TO trucban_owner;
CREATE TYPE metric.fact AS (
	case_id bigint,
	at timestamp with time zone,
	part text,
	category_id bigint,
	unit_id bigint,
	area_id bigint,
	person_id bigint,
	seconds double precision,
	good boolean
);
ALTER TYPE metric.fact OWNER TO trucban_owner;
CREATE FUNCTION core.aim_at_row(p_kind text, p jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_id bigint := (p ->> 'id')::bigint;
    v_old jsonb;
BEGIN
    IF v_id IS NULL OR p_kind = 'holiday' THEN
        RETURN p;
    END IF;
    CASE
    WHEN p_kind IN ('unit', 'area') THEN
        EXECUTE format('UPDATE core.%I SET code = coalesce($2, code), valid_from = coalesce($3, valid_from) WHERE id = $1
            RETURNING jsonb_build_object(''code'', code, ''valid_from'', valid_from)', p_kind)
            INTO v_old USING v_id, nullif(p ->> 'code', ''), nullif(p ->> 'valid_from', '')::date;
    WHEN p_kind = 'deadline' THEN
        UPDATE core.deadline SET category_id = (SELECT id FROM core.category WHERE code = p ->> 'category'), urgency = nullif(p ->> 'urgency', ''),
            stage = coalesce(nullif(p ->> 'stage', ''), stage) WHERE id = v_id RETURNING jsonb_build_object('stage', stage) INTO v_old;
    ELSE
        EXECUTE format('UPDATE core.%I SET code = coalesce($2, code) WHERE id = $1 RETURNING jsonb_build_object(''code'', code)', p_kind)
            INTO v_old USING v_id, nullif(p ->> 'code', '');
    END CASE;
    RETURN p || v_old;
EXCEPTION WHEN unique_violation THEN
    PERFORM core.fail('TB409', 'code_taken', jsonb_build_object('code', p ->> 'code'));
    RETURN NULL;
END $_$;
ALTER FUNCTION core.aim_at_row(p_kind text, p jsonb) OWNER TO trucban_owner;
CREATE TABLE core.assignment (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    about_unit_id bigint,
    lead boolean NOT NULL,
    state text DEFAULT 'sent'::text NOT NULL,
    instruction text DEFAULT ''::text NOT NULL,
    due_at timestamp with time zone,
    sent_by bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    confirmed_by bigint,
    confirmed_at timestamp with time zone,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    reason text DEFAULT ''::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    reason_code text,
    handed_on_from bigint,
    due_by_hand boolean DEFAULT false NOT NULL,
    confirm_due_at timestamp with time zone,
    reminded_at timestamp with time zone,
    reminders integer DEFAULT 0 NOT NULL,
    CONSTRAINT assignment_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'confirmed'::text, 'answered'::text, 'handed_back'::text, 'handed_on'::text, 'withdrawn'::text, 'accepted'::text, 'returned'::text])))
);
ALTER TABLE core.assignment OWNER TO trucban_owner;
CREATE TABLE core."case" (
    id bigint NOT NULL,
    number text NOT NULL,
    status text DEFAULT 'new'::text NOT NULL,
    queue smallint DEFAULT 1 NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    channel text NOT NULL,
    citizen_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    category_id bigint,
    urgency text DEFAULT 'medium'::text NOT NULL,
    legal_track text DEFAULT ''::text NOT NULL,
    area_id bigint,
    lead_unit_id bigint,
    about_unit_id bigint,
    holder_id bigint,
    lease_until timestamp with time zone,
    opened_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    last_message_at timestamp with time zone NOT NULL,
    stage text DEFAULT 'take_in'::text NOT NULL,
    stage_since timestamp with time zone DEFAULT now() NOT NULL,
    due_at timestamp with time zone,
    window_until timestamp with time zone,
    burns_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone NOT NULL,
    burns_clock text DEFAULT ''::text NOT NULL,
    awaiting_reply boolean DEFAULT true NOT NULL,
    first_words text DEFAULT ''::text NOT NULL,
    last_words text DEFAULT ''::text NOT NULL,
    messages integer DEFAULT 0 NOT NULL,
    unread integer DEFAULT 0 NOT NULL,
    images integer DEFAULT 0 NOT NULL,
    videos integer DEFAULT 0 NOT NULL,
    audios integer DEFAULT 0 NOT NULL,
    files integer DEFAULT 0 NOT NULL,
    thumb_media_id bigint,
    duplicate_of bigint,
    decision text DEFAULT ''::text NOT NULL,
    answered_elsewhere boolean DEFAULT false NOT NULL,
    released_at timestamp with time zone,
    published_at timestamp with time zone,
    closed_at timestamp with time zone,
    charge_id bigint,
    charged_to text DEFAULT ''::text NOT NULL,
    charged_unit_id bigint,
    escalate_at timestamp with time zone,
    CONSTRAINT case_check CHECK (((status <> 'duplicate'::text) OR (duplicate_of IS NOT NULL))),
    CONSTRAINT case_check1 CHECK (((lead_unit_id IS NULL) OR (lead_unit_id IS DISTINCT FROM about_unit_id))),
    CONSTRAINT case_number_check CHECK ((number ~ '^[0-9]{2}-[0-9]{6,}$'::text)),
    CONSTRAINT case_queue_check CHECK (((queue >= 1) AND (queue <= 6))),
    CONSTRAINT case_status_check CHECK ((status = ANY (ARRAY['new'::text, 'claimed'::text, 'classified'::text, 'forwarded'::text, 'handed_back'::text, 'answered'::text, 'released'::text, 'published'::text, 'closed'::text, 'rejected'::text, 'duplicate'::text, 'reopened'::text]))),
    CONSTRAINT case_urgency_check CHECK ((urgency = ANY (ARRAY['emergency'::text, 'high'::text, 'medium'::text, 'low'::text])))
);
ALTER TABLE core."case" OWNER TO trucban_owner;
CREATE FUNCTION core.assignment_due(a core.assignment, c core."case") RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT CASE WHEN a.due_by_hand THEN a.due_at ELSE core.stage_due(c.category_id, c.legal_track, c.urgency, 'answer', a.sent_at) END
$$;
ALTER FUNCTION core.assignment_due(a core.assignment, c core."case") OWNER TO trucban_owner;
CREATE FUNCTION core.assignment_knows_about() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    NEW.about_unit_id := (SELECT about_unit_id FROM core.case WHERE id = NEW.case_id);
    RETURN NEW;
END $$;
ALTER FUNCTION core.assignment_knows_about() OWNER TO trucban_owner;
CREATE FUNCTION core.assignment_lets_go() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.question SET state = 'withdrawn' WHERE assignment_id = NEW.id AND state IN ('asked', 'sent');
    UPDATE core.extension SET state = 'withdrawn' WHERE assignment_id = NEW.id AND state = 'asked';
    RETURN NULL;
END $$;
ALTER FUNCTION core.assignment_lets_go() OWNER TO trucban_owner;
CREATE FUNCTION core.assignment_limits() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case core.case := core.case_row(NEW.case_id);
BEGIN
    NEW.confirm_due_at := coalesce(NEW.confirm_due_at, core.stage_due(v_case.category_id, v_case.legal_track, v_case.urgency, 'confirm', NEW.sent_at));
    RETURN NEW;
END $$;
ALTER FUNCTION core.assignment_limits() OWNER TO trucban_owner;
CREATE FUNCTION core.audit_row_hash(p_previous bytea, p_id bigint, p_at timestamp with time zone, p_login text, p_verb text, p_object text, p_facts jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT sha256(p_previous || convert_to(concat_ws(E'\x1f', p_id::text, (extract(epoch FROM p_at) * 1000000)::bigint::text,
        p_login, p_verb, p_object, p_facts::text), 'UTF8'))
$$;
ALTER FUNCTION core.audit_row_hash(p_previous bytea, p_id bigint, p_at timestamp with time zone, p_login text, p_verb text, p_object text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.begin_verb(p_verb text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_role text := who.role();
    v_request core.request;
BEGIN
    IF v_role IS NULL OR NOT EXISTS (SELECT FROM core.verb WHERE name = p_verb AND v_role = ANY (roles)) THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('verb', p_verb, 'role', v_role));
    END IF;
    IF p_request IS NULL THEN
        PERFORM core.fail('TB422', 'request_id_missing');
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(session_user || p_request::text, 0));
    SELECT * INTO v_request FROM core.request WHERE person_id = who.person_id() AND id = p_request;
    IF v_request.verb <> p_verb THEN
        PERFORM core.fail('TB422', 'request_id_used', jsonb_build_object('verb', v_request.verb));
    END IF;
    RETURN v_request.answer;
END $$;
ALTER FUNCTION core.begin_verb(p_verb text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION core.belongs_to_case(p_media bigint, p_case bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH family AS (SELECT p_media AS id UNION SELECT original_id FROM core.media_derivative WHERE media_id = p_media AND kind <> 'waveform')
    SELECT EXISTS (SELECT FROM family f JOIN core.media m ON m.id = f.id WHERE m.uploaded_by = who.person_id())
        OR EXISTS (SELECT FROM family f JOIN core.attachment a ON a.media_id = f.id WHERE a.case_id = p_case)
        OR EXISTS (SELECT FROM family f JOIN core.unit_answer n ON n.media_ids @> ARRAY[f.id] WHERE n.case_id = p_case)
        OR EXISTS (SELECT FROM core.outbox o WHERE o.case_id = p_case AND o.media_ids @> ARRAY[p_media])
$$;
ALTER FUNCTION core.belongs_to_case(p_media bigint, p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.boundary_fault(p_feature jsonb) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    SELECT CASE
        WHEN NOT EXISTS (SELECT FROM core.area WHERE code = p_feature ->> 'code' AND valid_to IS NULL) THEN 'area_unknown'
        WHEN jsonb_typeof(p_feature -> 'rings') IS DISTINCT FROM 'array' OR jsonb_array_length(p_feature -> 'rings') = 0 THEN 'boundary_invalid'
        WHEN EXISTS (SELECT FROM jsonb_array_elements(p_feature -> 'rings') r WHERE jsonb_typeof(r) <> 'array' OR jsonb_array_length(r) < 4) THEN 'boundary_invalid'
        WHEN EXISTS (SELECT FROM jsonb_path_query(p_feature -> 'rings', 'strict $[*][*]') p
                     WHERE NOT (jsonb_typeof(p) = 'array' AND jsonb_array_length(p) >= 2 AND jsonb_typeof(p -> 0) = 'number' AND jsonb_typeof(p -> 1) = 'number')
                        OR NOT ((p ->> 0)::float8 BETWEEN -180 AND 180 AND (p ->> 1)::float8 BETWEEN -90 AND 90)) THEN 'boundary_invalid'
    END
$_$;
ALTER FUNCTION core.boundary_fault(p_feature jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.bulletin_is_out(p_bulletin bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_bulletin core.bulletin;
    v_case core.case;
BEGIN
    SELECT * INTO v_bulletin FROM core.bulletin WHERE id = p_bulletin;
    INSERT INTO core.bulletin_event (bulletin_id, at, verb, revision) VALUES (p_bulletin, core.now(), 'published', v_bulletin.revision);
    IF v_bulletin.case_id IS NOT NULL THEN
        SELECT * INTO v_case FROM core.case WHERE id = v_bulletin.case_id FOR UPDATE;
        UPDATE core.case SET published_at = coalesce(published_at, core.now()) WHERE id = v_case.id;
        PERFORM core.step(v_case, 'published', CASE WHEN v_case.status IN ('released', 'answered') THEN 'published' END, '',
            jsonb_build_object('bulletin', p_bulletin, 'permalink', v_bulletin.permalink));
    END IF;
    PERFORM core.tell('bulletin', p_bulletin);
END $$;
ALTER FUNCTION core.bulletin_is_out(p_bulletin bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.bulletin_step(p_bulletin bigint, p_verb text, p_request uuid, p_reason text DEFAULT ''::text, p_source_text text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_row core.bulletin;
BEGIN
    UPDATE core.bulletin SET revision = revision + 1 WHERE id = p_bulletin RETURNING * INTO v_row;
    INSERT INTO core.bulletin_event (bulletin_id, at, person_id, verb, revision, reason, source_text) VALUES (p_bulletin, core.now(), who.person_id(), p_verb, v_row.revision, coalesce(p_reason, ''), p_source_text);
    PERFORM core.tell('bulletin', p_bulletin);
    RETURN core.end_verb(p_verb, p_request, 'bulletin:' || p_bulletin, jsonb_build_object('reason', p_reason), jsonb_build_object('id', p_bulletin, 'state', v_row.state, 'revision', v_row.revision));
END $$;
ALTER FUNCTION core.bulletin_step(p_bulletin bigint, p_verb text, p_request uuid, p_reason text, p_source_text text) OWNER TO trucban_owner;
CREATE FUNCTION core.case_age(p_case bigint) RETURNS bigint
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT sum(core.whole_seconds(coalesce(to_at, greatest(core.now(), from_at))) - core.whole_seconds(from_at))::bigint FROM core.charge WHERE case_id = p_case
$$;
ALTER FUNCTION core.case_age(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.case_answer(p_case bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'revision', c.revision,
        'holder', h.login, 'holder_name', h.name, 'lease_until', c.lease_until, 'due_at', c.due_at)
    FROM core.case c LEFT JOIN core.person h ON h.id = c.holder_id WHERE c.id = p_case
$$;
ALTER FUNCTION core.case_answer(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.case_clocks() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_now timestamptz := core.now();
    v_from timestamptz;
    h core.holding;
    v_due timestamptz;
    v_moved boolean;
    v_first core.charge;
BEGIN
    IF TG_OP = 'INSERT' OR NEW.status IS DISTINCT FROM OLD.status THEN
        NEW.queue := core.queue_of(NEW.status);
        IF NEW.queue = 6 THEN
            NEW.holder_id := NULL;
            NEW.lease_until := NULL;
            NEW.awaiting_reply := false;
            NEW.closed_at := coalesce(NEW.closed_at, v_now);
        ELSE
            NEW.closed_at := NULL;
        END IF;
    END IF;
    h := core.charge_wanted(NEW);
    v_moved := TG_OP = 'INSERT' OR h.stage IS DISTINCT FROM OLD.stage OR h.holder IS DISTINCT FROM OLD.charged_to OR h.unit_id IS DISTINCT FROM OLD.charged_unit_id
        OR (NEW.status = 'published') IS DISTINCT FROM (OLD.status = 'published');
    IF v_moved THEN
        v_from := v_now;
        IF TG_OP = 'INSERT' THEN
            -- the citizen's clock is Facebook's; what took more than a minute to reach us is charged to the way, not to the desk
            v_from := least(NEW.opened_at, v_now);
            IF v_now - v_from > interval '1 minute' THEN
                INSERT INTO core.charge (case_id, stage, holder, from_at, to_at) VALUES (NEW.id, 'take_in', 'channel', v_from, v_now);
                v_from := v_now;
            END IF;
        ELSIF OLD.charge_id IS NOT NULL THEN
            UPDATE core.charge SET to_at = greatest(from_at, v_now) WHERE id = OLD.charge_id RETURNING to_at INTO v_from;
            UPDATE core.notice SET settled_at = v_now WHERE charge_id = OLD.charge_id AND settled_at IS NULL;
        END IF;
        NEW.stage := h.stage;
        NEW.stage_since := v_from;
        NEW.charged_to := h.holder;
        NEW.charged_unit_id := h.unit_id;
        NEW.charge_id := NULL;
    ELSIF NEW.opened_at < OLD.opened_at THEN      -- an older message of the citizen came later
        SELECT * INTO v_first FROM core.charge WHERE case_id = NEW.id ORDER BY from_at, id LIMIT 1;
        IF v_first.holder <> 'channel' AND v_first.from_at - NEW.opened_at > interval '1 minute' THEN
            INSERT INTO core.charge (case_id, stage, holder, from_at, to_at) VALUES (NEW.id, 'take_in', 'channel', NEW.opened_at, v_first.from_at);
        ELSE
            UPDATE core.charge SET from_at = NEW.opened_at WHERE id = v_first.id AND from_at > NEW.opened_at;
        END IF;
    END IF;
    v_due := CASE WHEN h.due_at IS NOT NULL THEN h.due_at WHEN h.timed THEN core.stage_due(NEW.category_id, NEW.legal_track, NEW.urgency, h.stage, NEW.stage_since) END;
    IF v_moved AND h.stage <> '' THEN
        INSERT INTO core.charge (case_id, stage, holder, unit_id, assignment_id, from_at, due_at)
        VALUES (NEW.id, h.stage, h.holder, h.unit_id, h.assignment_id, NEW.stage_since, v_due) RETURNING id INTO NEW.charge_id;
    ELSIF NOT v_moved AND v_due IS DISTINCT FROM OLD.due_at THEN
        UPDATE core.charge SET due_at = v_due WHERE id = NEW.charge_id;
    END IF;
    IF v_moved OR v_due IS DISTINCT FROM NEW.due_at THEN
        NEW.escalate_at := core.next_rung_at(NEW.charge_id, NEW.stage_since, v_due);
    END IF;
    NEW.due_at := v_due;
    NEW.window_until := CASE
        WHEN NOT NEW.awaiting_reply OR NEW.queue = 6 OR NEW.channel <> 'messenger' THEN NULL
        WHEN v_now < NEW.last_message_at + interval '24 hours' THEN NEW.last_message_at + interval '24 hours'
        WHEN v_now < NEW.last_message_at + interval '7 days' THEN NEW.last_message_at + interval '7 days'
        END;
    NEW.burns_at := coalesce(least(NEW.due_at, NEW.window_until), 'infinity');
    NEW.burns_clock := CASE
        WHEN NEW.burns_at = 'infinity' THEN ''
        WHEN NEW.burns_at = NEW.due_at THEN NEW.stage
        WHEN NEW.window_until = NEW.last_message_at + interval '24 hours' THEN 'window_24h'
        ELSE 'window_7d' END;
    RETURN NEW;
END $$;
ALTER FUNCTION core.case_clocks() OWNER TO trucban_owner;
CREATE FUNCTION core.case_holds_thread() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NEW.queue = 6 THEN
        UPDATE core.thread SET open_case_id = (SELECT max(id) FROM core.case WHERE thread_id = NEW.thread_id AND queue < 6)
        WHERE id = NEW.thread_id AND open_case_id = NEW.id;
    ELSE
        UPDATE core.thread SET open_case_id = NEW.id WHERE id = NEW.thread_id AND open_case_id IS NULL;
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION core.case_holds_thread() OWNER TO trucban_owner;
CREATE FUNCTION core.case_moves_assignments() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.assignment a SET due_at = core.assignment_due(a, NEW), confirm_due_at = core.stage_due(NEW.category_id, NEW.legal_track, NEW.urgency, 'confirm', a.sent_at)
    WHERE a.case_id = NEW.id AND a.state IN ('sent', 'confirmed', 'returned');
    RETURN NULL;
END $$;
ALTER FUNCTION core.case_moves_assignments() OWNER TO trucban_owner;
CREATE FUNCTION core.case_row(p_case bigint) RETURNS core."case"
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT * FROM core.case WHERE id = p_case
$$;
ALTER FUNCTION core.case_row(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.case_tells_about() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.assignment SET about_unit_id = NEW.about_unit_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
ALTER FUNCTION core.case_tells_about() OWNER TO trucban_owner;
CREATE FUNCTION core.categories_below(p_code text) RETURNS bigint[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH RECURSIVE below AS (SELECT id FROM core.category WHERE code = p_code UNION SELECT c.id FROM core.category c JOIN below ON c.parent_id = below.id)
    SELECT array_agg(id) FROM below
$$;
ALTER FUNCTION core.categories_below(p_code text) OWNER TO trucban_owner;
CREATE FUNCTION core.charge_pieces(p_case bigint) RETURNS TABLE(charge_id bigint, stage text, holder text, unit_id bigint, head_id bigint, shift_id bigint, from_at timestamp with time zone, to_at timestamp with time zone, due_at timestamp with time zone, running boolean)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH c AS (SELECT g.*, coalesce(g.to_at, greatest(core.now(), g.from_at)) AS until FROM core.charge g WHERE g.case_id = p_case),
    cuts AS (
        SELECT id, from_at AS cut FROM c
        UNION SELECT c.id, s.starts_at FROM c JOIN core.shift s ON c.holder = 'desk' AND s.state <> 'planned' AND s.starts_at > c.from_at AND s.starts_at < c.until
        UNION SELECT c.id, coalesce(s.ended_at, s.ends_at) FROM c JOIN core.shift s ON c.holder = 'desk' AND s.state <> 'planned' AND coalesce(s.ended_at, s.ends_at) > c.from_at AND coalesce(s.ended_at, s.ends_at) < c.until
        UNION SELECT c.id, h.from_at FROM c JOIN core.unit_head h ON h.unit_id = c.unit_id AND h.from_at > c.from_at AND h.from_at < c.until
        UNION SELECT c.id, h.to_at FROM c JOIN core.unit_head h ON h.unit_id = c.unit_id AND h.to_at > c.from_at AND h.to_at < c.until
    ),
    pieces AS (SELECT id, cut, lead(cut) OVER (PARTITION BY id ORDER BY cut) AS next FROM cuts)
    SELECT c.id, c.stage, c.holder, c.unit_id,
        (SELECT h.id FROM core.unit_head h WHERE h.unit_id = c.unit_id AND h.from_at <= p.cut AND (h.to_at IS NULL OR h.to_at > p.cut) ORDER BY h.from_at DESC, h.id DESC LIMIT 1),
        (SELECT s.id FROM core.shift s WHERE c.holder = 'desk' AND s.state <> 'planned' AND s.starts_at <= p.cut AND coalesce(s.ended_at, CASE s.state WHEN 'on_duty' THEN 'infinity' ELSE s.ends_at END) > p.cut ORDER BY s.starts_at DESC, s.id DESC LIMIT 1),
        p.cut, coalesce(p.next, c.until), c.due_at, c.to_at IS NULL AND p.next IS NULL
    FROM pieces p JOIN c USING (id) ORDER BY p.cut, c.id
$$;
ALTER FUNCTION core.charge_pieces(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.charge_wanted(c core."case") RETURNS core.holding
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    h core.holding;
    v_lead core.assignment;
    v_question text;
BEGIN
    h.holder := 'desk';
    h.timed := true;     -- by the target of the stage; an explicit due_at goes before
    CASE c.status
    WHEN 'new', 'reopened' THEN h.stage := 'take_in';
    WHEN 'claimed' THEN h.stage := 'classify';
    WHEN 'classified', 'handed_back' THEN h.stage := 'forward';
    WHEN 'forwarded' THEN
        SELECT * INTO v_lead FROM core.assignment WHERE case_id = c.id AND lead AND state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted');
        IF NOT FOUND THEN
            h.stage := 'forward';
        ELSE
            h.assignment_id := v_lead.id;
            SELECT state INTO v_question FROM core.question WHERE assignment_id = v_lead.id AND state IN ('asked', 'sent');
            IF v_question = 'asked' THEN
                h.stage := 'reply';
            ELSIF v_question = 'sent' THEN
                h.stage := 'answer';
                h.holder := 'citizen';
                h.timed := false;
            ELSE
                h.holder := 'unit';
                h.unit_id := v_lead.unit_id;
                h.stage := CASE WHEN v_lead.state = 'sent' THEN 'confirm' ELSE 'answer' END;
                h.due_at := CASE WHEN v_lead.state = 'sent' THEN least(v_lead.confirm_due_at, v_lead.due_at) ELSE v_lead.due_at END;
                h.timed := v_lead.state = 'sent' AND v_lead.confirm_due_at IS NULL;
            END IF;
        END IF;
    WHEN 'answered' THEN
        h.stage := CASE WHEN EXISTS (SELECT FROM core.unit_answer n JOIN core.assignment a ON a.id = n.assignment_id
            WHERE n.case_id = c.id AND n.state = 'approved' AND a.lead AND a.state = 'answered') THEN 'reply' ELSE 'review' END;
    WHEN 'released' THEN h.stage := 'publish';
    WHEN 'published' THEN
        h.stage := 'publish';
        h.timed := false;
    ELSE
        h.stage := '';
        h.holder := '';
        h.timed := false;
    END CASE;
    RETURN h;
END $$;
ALTER FUNCTION core.charge_wanted(c core."case") OWNER TO trucban_owner;
CREATE FUNCTION core.check_code(p_text text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (get_byte(m.mac, n) % 32) + 1, 1) || CASE WHEN n IN (3, 7) THEN '-' ELSE '' END, '' ORDER BY n)
    FROM (SELECT sha256(k.outer_key || sha256(k.inner_key || convert_to(p_text, 'UTF8'))) AS mac FROM core.secret k WHERE k.name = 'slip') m, generate_series(0, 11) n
$$;
ALTER FUNCTION core.check_code(p_text text) OWNER TO trucban_owner;
CREATE FUNCTION core.create_person(p jsonb, p_verifier text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_id bigint;
BEGIN
    PERFORM core.require_verifier(p_verifier);
    IF coalesce(p ->> 'login', '') !~ '^[a-z][a-z0-9_.-]{1,62}$' OR left(p ->> 'login', 8) = 'trucban_' OR left(p ->> 'login', 3) = 'pg_'
       OR p ->> 'login' IN ('public', 'none') THEN
        PERFORM core.fail('TB422', 'login_invalid', jsonb_build_object('login', p ->> 'login'));
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = p ->> 'login') THEN
        PERFORM core.fail('TB409', 'login_taken', jsonb_build_object('login', p ->> 'login'));
    END IF;
    IF p ->> 'role' = 'unit' AND coalesce(p ->> 'unit', '') = '' THEN
        PERFORM core.fail('TB422', 'unit_missing');
    END IF;
    INSERT INTO core.person (login, name, rank, role, unit_id)
    VALUES (p ->> 'login', core.require_text(p ->> 'name', 'name_missing'), coalesce(p ->> 'rank', ''), p ->> 'role', core.unit_by_code(p ->> 'unit')) RETURNING id INTO v_id;
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE %I', p ->> 'login', p_verifier, core.group_role(p ->> 'role'));
    RETURN v_id;
END $_$;
ALTER FUNCTION core.create_person(p jsonb, p_verifier text) OWNER TO trucban_owner;
CREATE FUNCTION core.due(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text DEFAULT 'office'::text) RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT (core.term(p_from, p_amount, p_unit, p_calendar)).due_at
$$;
ALTER FUNCTION core.due(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) OWNER TO trucban_owner;
CREATE FUNCTION core.echo_came() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.note_first_response(CASE TG_OP WHEN 'DELETE' THEN OLD.case_id ELSE NEW.case_id END);
    RETURN NULL;
END $$;
ALTER FUNCTION core.echo_came() OWNER TO trucban_owner;
CREATE FUNCTION core.end_assignments(p_case bigint, p_reason text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.assignment SET state = 'withdrawn', ended_at = core.now(), reason = coalesce(p_reason, ''), revision = revision + 1
    WHERE case_id = p_case AND state IN ('sent', 'confirmed', 'answered', 'returned');
    IF FOUND THEN
        UPDATE core.case SET lead_unit_id = NULL WHERE id = p_case;
        PERFORM core.tell('assignment', p_case);
    END IF;
END $$;
ALTER FUNCTION core.end_assignments(p_case bigint, p_reason text) OWNER TO trucban_owner;
CREATE FUNCTION core.end_verb(p_verb text, p_request uuid, p_object text, p_facts jsonb, p_answer jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO core.request (id, person_id, verb, answer) VALUES (p_request, who.person_id(), p_verb, p_answer);
    PERFORM core.write_audit(p_verb, p_object, p_facts);
    RETURN p_answer;
END $$;
ALTER FUNCTION core.end_verb(p_verb text, p_request uuid, p_object text, p_facts jsonb, p_answer jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.fail(p_state text, p_code text, p_facts jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '%', p_code USING ERRCODE = p_state, DETAIL = p_facts::text;
END $$;
ALTER FUNCTION core.fail(p_state text, p_code text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.forget_foreign_echo(p_outbox uuid, p_platform_id text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_echo core.message;
BEGIN
    SELECT m.* INTO v_echo FROM core.message m JOIN core.outbox o ON o.thread_id = m.thread_id AND o.id = p_outbox
    WHERE m.platform_id = p_platform_id AND m.direction = 'echo' FOR UPDATE OF m;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM core.message_version WHERE message_id = v_echo.id) THEN   -- versions are never thrown away
        UPDATE core.message SET platform_id = NULL, deleted_at = coalesce(deleted_at, core.now()) WHERE id = v_echo.id;
    ELSE
        DELETE FROM core.attachment WHERE message_id = v_echo.id;
        DELETE FROM search.message_text WHERE message_id = v_echo.id AND sent_at = v_echo.sent_at;
        DELETE FROM core.message WHERE id = v_echo.id;
        UPDATE core.case SET messages = messages - 1 WHERE id = v_echo.case_id;
    END IF;
    UPDATE core.case c SET answered_elsewhere = EXISTS (SELECT FROM core.message WHERE case_id = c.id AND direction = 'echo' AND platform_id IS NOT NULL)
    WHERE id = v_echo.case_id;
    PERFORM core.tell('case', v_echo.case_id);
END $$;
ALTER FUNCTION core.forget_foreign_echo(p_outbox uuid, p_platform_id text) OWNER TO trucban_owner;
CREATE FUNCTION core.group_role(p_role text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT 'trucban_' || p_role
$$;
ALTER FUNCTION core.group_role(p_role text) OWNER TO trucban_owner;
CREATE FUNCTION core.guard_leaving_media() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_media bigint;
BEGIN
    FOREACH v_media IN ARRAY NEW.media_ids LOOP
        IF core.is_uncovered(v_media) THEN
            PERFORM core.fail('TB422', 'covered_copy_exists', jsonb_build_object('media', v_media));
        END IF;
        IF TG_TABLE_NAME = 'bulletin' AND (core.is_original(v_media) OR EXISTS (SELECT FROM core.unit_answer n WHERE n.media_ids @> ARRAY[v_media])
            OR EXISTS (SELECT FROM core.media m WHERE m.id = v_media AND m.kind <> 'image' AND m.uploaded_by IS NOT NULL)) THEN
            PERFORM core.fail('TB422', 'original_media', jsonb_build_object('media', v_media));
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
ALTER FUNCTION core.guard_leaving_media() OWNER TO trucban_owner;
CREATE FUNCTION core.handover_answer(p_handover bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('id', h.id, 'state', h.state, 'revision', h.revision, 'from', h.from_shift_id, 'to', h.to_shift_id, 'sha256', h.sha256, 'released', h.released) FROM core.handover h WHERE h.id = p_handover
$$;
ALTER FUNCTION core.handover_answer(p_handover bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.handover_case(c core."case") RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'stage', c.stage, 'urgency', c.urgency, 'category', (SELECT name FROM core.category WHERE id = c.category_id),
        'unit', (SELECT name FROM core.unit WHERE id = c.lead_unit_id), 'holder', (SELECT name FROM core.person WHERE id = c.holder_id), 'due_at', c.due_at, 'late', c.due_at < core.now(),
        'opened_at', c.opened_at, 'unread', c.unread, 'words', left(c.first_words, 160))
$$;
ALTER FUNCTION core.handover_case(c core."case") OWNER TO trucban_owner;
CREATE TABLE core.shift (
    id bigint NOT NULL,
    name text NOT NULL,
    leader_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    state text DEFAULT 'planned'::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    planned_start timestamp with time zone,
    CONSTRAINT shift_check CHECK ((ends_at > starts_at)),
    CONSTRAINT shift_name_check CHECK ((name <> ''::text)),
    CONSTRAINT shift_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'on_duty'::text, 'handed_over'::text])))
);
ALTER TABLE core.shift OWNER TO trucban_owner;
CREATE FUNCTION core.handover_content(p_from core.shift, p_to core.shift) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('at', core.now(),
        'from', core.shift_answer(p_from.id) || jsonb_build_object('leader_name', (SELECT name FROM core.person WHERE id = p_from.leader_id), 'leader_rank', (SELECT rank FROM core.person WHERE id = p_from.leader_id)),
        'to', core.shift_answer(p_to.id) || jsonb_build_object('leader_name', (SELECT name FROM core.person WHERE id = p_to.leader_id), 'leader_rank', (SELECT rank FROM core.person WHERE id = p_to.leader_id)),
        'people', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'rank', p.rank, 'seat', z.seat, 'from', z.from_at, 'to', z.to_at) ORDER BY z.from_at, p.name), '[]')
            FROM core.shift_seat z JOIN core.person p ON p.id = z.person_id WHERE z.shift_id = p_from.id),
        'counts', (SELECT jsonb_build_object('to_take_in', count(*) FILTER (WHERE queue = 1), 'in_hand', count(*) FILTER (WHERE queue = 2), 'with_units', count(*) FILTER (WHERE queue = 3),
                'answered', count(*) FILTER (WHERE queue = 4), 'open', count(*), 'late', count(*) FILTER (WHERE due_at < core.now()), 'emergency', count(*) FILTER (WHERE urgency = 'emergency'))
            FROM core.case WHERE queue <= 4)
            || (SELECT jsonb_build_object('received', count(*)) FROM core.case WHERE opened_at >= p_from.starts_at)
            || (SELECT jsonb_build_object('forwarded', count(*)) FROM core.assignment WHERE sent_at >= p_from.starts_at)
            || (SELECT jsonb_build_object('released', count(*) FILTER (WHERE verb = 'release'), 'closed', count(*) FILTER (WHERE to_status = 'closed' AND from_status <> 'closed'),
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
            FROM (SELECT * FROM (SELECT x.* FROM core.outbox x WHERE x.state = 'failed' AND x.queued_at >= p_from.starts_at
                UNION ALL SELECT x.* FROM core.outbox x WHERE x.state IN ('queued', 'sending', 'uncertain') AND (x.state = 'uncertain' OR x.send_after < core.now() - interval '10 minutes')) y
                ORDER BY y.queued_at LIMIT 500) o LEFT JOIN core.case c ON c.id = o.case_id),
        'health', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', h.key, 'state', h.state, 'code', h.code, 'since', h.since) ORDER BY h.state = 'good', h.key), '[]') FROM core.health h),
        'machines', jsonb_build_object('journal_pending', (SELECT count(*) FROM core.journal WHERE state = 'pending'), 'journal_rejected', (SELECT count(*) FROM core.journal WHERE state = 'rejected' AND received_at >= p_from.starts_at),
            'outbox', (SELECT count(*) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain')), 'media', (SELECT count(*) FROM core.attachment WHERE state IN ('waiting', 'fetching'))),
        'slips', jsonb_build_object('signed', (SELECT count(*) FROM core.slip WHERE signed_at >= p_from.starts_at), 'unsigned', (SELECT count(*) FROM core.slip WHERE state = 'prepared'),
            'not_received', (SELECT count(*) FROM core.slip WHERE state = 'signed' AND received_at IS NULL AND signed_at >= p_from.starts_at)),
        'entries', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'kind', e.kind, 'text', e.text, 'told', e.told, 'who', p.name) ORDER BY e.id), '[]')
            FROM core.shift_entry e JOIN core.person p ON p.id = e.person_id WHERE e.shift_id = p_from.id))
$$;
ALTER FUNCTION core.handover_content(p_from core.shift, p_to core.shift) OWNER TO trucban_owner;
CREATE FUNCTION core.is_news(p_message bigint, p_kind text, p_at timestamp with time zone) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF p_at IS NULL THEN
        RETURN true;
    END IF;
    UPDATE core.message SET happened = happened || jsonb_build_object(p_kind, p_at)
    WHERE id = p_message AND (happened ->> p_kind IS NULL OR (happened ->> p_kind)::timestamptz <= p_at);
    RETURN FOUND;
END $$;
ALTER FUNCTION core.is_news(p_message bigint, p_kind text, p_at timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION core.is_original(p_media bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM core.media m JOIN core.media same ON same.sha256 = m.sha256 JOIN core.attachment a ON a.media_id = same.id
        JOIN core.message g ON g.id = a.message_id WHERE m.id = p_media AND g.direction = 'in')
$$;
ALTER FUNCTION core.is_original(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.is_uncovered(p_media bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM core.media_cover v JOIN core.media_family(p_media) f ON f = v.source_id)
$$;
ALTER FUNCTION core.is_uncovered(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.is_working_day(p_day date) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT CASE (SELECT kind FROM core.holiday WHERE day = p_day)
           WHEN 'holiday' THEN false WHEN 'swap_off' THEN false WHEN 'swap_work' THEN true
           ELSE extract(isodow FROM p_day) < 6 END
$$;
ALTER FUNCTION core.is_working_day(p_day date) OWNER TO trucban_owner;
CREATE FUNCTION core.keep_report(p_kind text, p_day date, p_scheduled boolean) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_data jsonb := core.report_data(p_kind, p_day);
    v_id bigint;
BEGIN
    INSERT INTO core.report (kind, from_at, to_at, data, sha256, scheduled, made_by, made_at)
    VALUES (p_kind, (v_data ->> 'from')::timestamptz, (v_data ->> 'to')::timestamptz, v_data, encode(sha256(convert_to(v_data::text, 'UTF8')), 'hex'), p_scheduled, who.person_id(), core.now())
    ON CONFLICT (kind, from_at) WHERE scheduled DO NOTHING RETURNING id INTO v_id;
    IF v_id IS NOT NULL THEN
        PERFORM core.tell('admin', 0);
    END IF;
    RETURN v_id;
END $$;
ALTER FUNCTION core.keep_report(p_kind text, p_day date, p_scheduled boolean) OWNER TO trucban_owner;
CREATE FUNCTION core.lease() RETURNS interval
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT make_interval(secs => coalesce((SELECT (value #>> '{}')::int FROM core.setting WHERE key = 'lease_seconds'), 300))
$$;
ALTER FUNCTION core.lease() OWNER TO trucban_owner;
CREATE FUNCTION core.lock_assignment(p_assignment bigint, VARIADIC p_states text[]) RETURNS core.assignment
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.lock_assignment(p_assignment bigint, VARIADIC p_states text[]) OWNER TO trucban_owner;
CREATE TABLE core.bulletin (
    id bigint NOT NULL,
    case_id bigint,
    state text DEFAULT 'draft'::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    source_text text DEFAULT ''::text NOT NULL,
    post_text text DEFAULT ''::text NOT NULL,
    link text DEFAULT ''::text NOT NULL,
    source_id bigint,
    source_url text DEFAULT ''::text NOT NULL,
    findings jsonb DEFAULT '[]'::jsonb NOT NULL,
    media_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    author_id bigint NOT NULL,
    changed_by bigint NOT NULL,
    submitted_by bigint,
    approved_by bigint,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    approved_at timestamp with time zone,
    scheduled_for timestamp with time zone,
    published_at timestamp with time zone,
    platform_id text,
    permalink text DEFAULT ''::text NOT NULL,
    failure text DEFAULT ''::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT bulletin_check CHECK (((approved_by IS NULL) OR ((approved_by <> submitted_by) AND (approved_by <> author_id) AND (approved_by <> changed_by)))),
    CONSTRAINT bulletin_check1 CHECK (((state <> ALL (ARRAY['submitted'::text, 'approved'::text, 'scheduled'::text, 'publishing'::text, 'published'::text])) OR (source_id IS NOT NULL))),
    CONSTRAINT bulletin_check2 CHECK (((state <> ALL (ARRAY['approved'::text, 'scheduled'::text, 'publishing'::text, 'published'::text])) OR (approved_by IS NOT NULL))),
    CONSTRAINT bulletin_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'scheduled'::text, 'publishing'::text, 'published'::text, 'failed'::text, 'withdrawn'::text])))
);
ALTER TABLE core.bulletin OWNER TO trucban_owner;
CREATE FUNCTION core.lock_bulletin(p_bulletin bigint, p_revision integer, VARIADIC p_states text[]) RETURNS core.bulletin
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_row core.bulletin;
BEGIN
    SELECT * INTO v_row FROM core.bulletin WHERE id = p_bulletin FOR UPDATE;
    IF NOT FOUND OR NOT who.is_staff() THEN
        PERFORM core.fail('TB404', 'bulletin_not_found', jsonb_build_object('bulletin', p_bulletin));
    END IF;
    IF p_revision IS DISTINCT FROM v_row.revision THEN
        PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('bulletin', p_bulletin, 'revision', v_row.revision, 'state', v_row.state,
            'changed_by', (SELECT name FROM core.person WHERE id = v_row.changed_by), 'changed_at', v_row.changed_at, 'source_text', v_row.source_text));
    END IF;
    IF v_row.state <> ALL (p_states) THEN
        PERFORM core.fail('TB409', 'wrong_state', jsonb_build_object('bulletin', p_bulletin, 'state', v_row.state));
    END IF;
    RETURN v_row;
END $$;
ALTER FUNCTION core.lock_bulletin(p_bulletin bigint, p_revision integer, VARIADIC p_states text[]) OWNER TO trucban_owner;
CREATE FUNCTION core.lock_case(p_case bigint, p_seen integer) RETURNS core."case"
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case core.case;
BEGIN
    SELECT * INTO v_case FROM core.case WHERE id = p_case FOR UPDATE;
    IF NOT FOUND OR NOT who.may_read(p_case) THEN
        PERFORM core.fail('TB404', 'case_not_found', jsonb_build_object('case', p_case));
    END IF;
    IF p_seen IS NULL OR p_seen <> v_case.revision THEN
        PERFORM core.fail('TB409', 'stale_revision', core.case_answer(p_case) || jsonb_build_object('seen', p_seen, 'changes',
            (SELECT coalesce(jsonb_agg(jsonb_build_object('verb', e.verb, 'at', e.at, 'who', p.name, 'to', e.to_status, 'reason', e.reason) ORDER BY e.id), '[]')
             FROM core.case_event e LEFT JOIN core.person p ON p.id = e.person_id WHERE e.case_id = p_case AND e.revision > p_seen)));
    END IF;
    RETURN v_case;
END $$;
ALTER FUNCTION core.lock_case(p_case bigint, p_seen integer) OWNER TO trucban_owner;
CREATE TABLE core.question (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    assignment_id bigint NOT NULL,
    person_id bigint NOT NULL,
    text text NOT NULL,
    state text DEFAULT 'asked'::text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    outbox_id uuid,
    answered_at timestamp with time zone,
    message_id bigint,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT question_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'sent'::text, 'answered'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT question_text_check CHECK ((text <> ''::text))
);
ALTER TABLE core.question OWNER TO trucban_owner;
CREATE FUNCTION core.lock_question(p_question bigint, VARIADIC p_states text[]) RETURNS core.question
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.lock_question(p_question bigint, VARIADIC p_states text[]) OWNER TO trucban_owner;
CREATE TABLE core.slip (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    assignment_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    state text DEFAULT 'prepared'::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    series text DEFAULT 'PC'::text NOT NULL,
    year integer,
    ordinal integer,
    number text,
    code text NOT NULL,
    content jsonb NOT NULL,
    content_sha256 text DEFAULT ''::text NOT NULL,
    with_identity boolean DEFAULT false NOT NULL,
    identity jsonb,
    prepared_by bigint NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    signed_by bigint,
    signed_at timestamp with time zone,
    received_by text DEFAULT ''::text NOT NULL,
    received_at timestamp with time zone,
    received_logged_by bigint,
    voided_by bigint,
    voided_at timestamp with time zone,
    void_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT slip_check CHECK ((((ordinal IS NULL) = (signed_at IS NULL)) AND ((ordinal IS NULL) = (number IS NULL)) AND ((ordinal IS NULL) = (year IS NULL)) AND ((ordinal IS NULL) = (signed_by IS NULL)))),
    CONSTRAINT slip_check1 CHECK (((state <> 'signed'::text) OR (ordinal IS NOT NULL))),
    CONSTRAINT slip_check2 CHECK (((state = 'voided'::text) = (voided_at IS NOT NULL))),
    CONSTRAINT slip_ordinal_check CHECK ((ordinal > 0)),
    CONSTRAINT slip_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'signed'::text, 'voided'::text])))
);
ALTER TABLE core.slip OWNER TO trucban_owner;
CREATE FUNCTION core.lock_slip(p_slip bigint) RETURNS core.slip
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.lock_slip(p_slip bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.log_reading(p_case bigint, p_what text, p_reason text DEFAULT ''::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF p_what = 'identity' THEN
        RAISE LOG 'trucban: % opens the identity of case %', session_user, p_case;
    END IF;
    IF p_what = 'identity' OR NOT EXISTS (SELECT FROM core.reading WHERE case_id = p_case AND person_id = who.person_id() AND what = p_what
            AND at > core.now() - interval '10 minutes') THEN
        INSERT INTO core.reading (at, person_id, case_id, what, reason) VALUES (core.now(), who.person_id(), p_case, p_what, p_reason);
    END IF;
END $$;
ALTER FUNCTION core.log_reading(p_case bigint, p_what text, p_reason text) OWNER TO trucban_owner;
CREATE FUNCTION core.may_read_media(p_media bigint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM core.media WHERE id = p_media AND uploaded_by = who.person_id())
        OR EXISTS (SELECT FROM core.media_derivative d JOIN core.media m ON m.id = d.original_id WHERE d.media_id = p_media AND m.uploaded_by = who.person_id())
        OR EXISTS (SELECT FROM core.media_cases(p_media) c WHERE who.may_read(c))
        OR (who.is_staff() AND EXISTS (SELECT FROM core.bulletin b WHERE b.media_ids @> ARRAY[p_media]))
        OR (who.is_staff() AND EXISTS (SELECT FROM core.bulletin b JOIN core.media_derivative d ON b.media_ids @> ARRAY[d.original_id] WHERE d.media_id = p_media))
        OR (who.is_staff() AND EXISTS (SELECT FROM core.media_derivative d JOIN core.media_derivative s ON s.original_id = d.original_id
                                       JOIN core.bulletin b ON b.media_ids @> ARRAY[s.media_id] WHERE d.media_id = p_media AND d.kind IN ('thumbnail', 'poster')))
$$;
ALTER FUNCTION core.may_read_media(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text, p_person bigint) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_media core.media;
    v_next int;
BEGIN
    INSERT INTO core.media (sha256, bytes, mime, kind, uploaded_by) VALUES (p_sha256, p_bytes, p_mime, p_kind, p_person)
    ON CONFLICT (sha256, uploaded_by) DO NOTHING;
    SELECT * INTO v_media FROM core.media WHERE sha256 = p_sha256 AND uploaded_by IS NOT DISTINCT FROM p_person FOR UPDATE;
    IF NOT v_media.complete AND (v_media.bytes <> p_bytes OR core.media_damage(v_media) = 'wrong') THEN
        DELETE FROM core.media_chunk WHERE media_id = v_media.id;     -- begun with other bytes: from the start again
        UPDATE core.media SET bytes = p_bytes, mime = p_mime, kind = p_kind WHERE id = v_media.id;
    END IF;
    -- the first one that is missing
    SELECT coalesce(min(c.index + 1), 0) INTO v_next FROM core.media_chunk c
    WHERE c.media_id = v_media.id AND NOT EXISTS (SELECT FROM core.media_chunk n WHERE n.media_id = c.media_id AND n.index = c.index + 1);
    IF NOT EXISTS (SELECT FROM core.media_chunk WHERE media_id = v_media.id AND index = 0) THEN
        v_next := 0;
    END IF;
    RETURN jsonb_build_object('id', v_media.id, 'complete', v_media.complete, 'next', v_next);
END $$;
ALTER FUNCTION core.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text, p_person bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.media_cases(p_media bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH originals AS (SELECT p_media AS id UNION SELECT original_id FROM core.media_derivative WHERE media_id = p_media
        UNION SELECT s.media_id FROM core.media_derivative d JOIN core.media_derivative s ON s.original_id = d.original_id WHERE d.media_id = p_media)
    SELECT a.case_id FROM core.attachment a JOIN originals o ON o.id = a.media_id
    -- a unit reads its own answers, not those of the others
    UNION SELECT n.case_id FROM originals o JOIN core.unit_answer n ON n.media_ids @> ARRAY[o.id] JOIN core.assignment s ON s.id = n.assignment_id
        WHERE who.is_staff() OR (s.unit_id = ANY (who.unit_ids()) AND s.state NOT IN ('handed_back', 'handed_on', 'withdrawn'))
    UNION SELECT b.case_id FROM originals o JOIN core.outbox b ON b.media_ids @> ARRAY[o.id] WHERE b.case_id IS NOT NULL
$$;
ALTER FUNCTION core.media_cases(p_media bigint) OWNER TO trucban_owner;
CREATE TABLE core.media (
    id bigint NOT NULL,
    sha256 bytea NOT NULL,
    bytes bigint NOT NULL,
    mime text NOT NULL,
    kind text NOT NULL,
    complete boolean DEFAULT false NOT NULL,
    width integer,
    height integer,
    duration_ms integer,
    phash bigint,
    derive_state text DEFAULT 'waiting'::text NOT NULL,
    derive_error text DEFAULT ''::text NOT NULL,
    derive_after timestamp with time zone DEFAULT now() NOT NULL,
    derive_attempts integer DEFAULT 0 NOT NULL,
    uploaded_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT media_bytes_check CHECK ((bytes >= 0)),
    CONSTRAINT media_derive_state_check CHECK ((derive_state = ANY (ARRAY['waiting'::text, 'working'::text, 'done'::text, 'refused'::text, 'none'::text]))),
    CONSTRAINT media_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'file'::text, 'sticker'::text, 'waveform'::text]))),
    CONSTRAINT media_sha256_check CHECK ((octet_length(sha256) = 32))
);
ALTER TABLE core.media OWNER TO trucban_owner;
CREATE FUNCTION core.media_damage(p_media core.media) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT CASE WHEN (SELECT coalesce(sum(octet_length(data)), 0) <> p_media.bytes FROM core.media_chunk WHERE media_id = p_media.id) THEN 'short'
        WHEN (SELECT sha256(coalesce(string_agg(data, ''::bytea ORDER BY index), '')) <> p_media.sha256 FROM core.media_chunk WHERE media_id = p_media.id) THEN 'wrong'
        ELSE '' END
$$;
ALTER FUNCTION core.media_damage(p_media core.media) OWNER TO trucban_owner;
CREATE FUNCTION core.media_end(p_media bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_media core.media;
BEGIN
    SELECT * INTO v_media FROM core.media WHERE id = p_media FOR UPDATE;
    IF v_media.complete THEN
        RETURN;
    END IF;
    IF core.media_damage(v_media) <> '' THEN
        PERFORM core.fail('TB422', 'media_damaged', jsonb_build_object('media', p_media));
    END IF;
    UPDATE core.media SET complete = true, derive_state = CASE WHEN kind IN ('image', 'video', 'audio', 'sticker') THEN derive_state ELSE 'none' END WHERE id = p_media;
END $$;
ALTER FUNCTION core.media_end(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.media_family(p_media bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH same AS (SELECT s.id FROM core.media m JOIN core.media s ON s.sha256 = m.sha256 WHERE m.id = p_media),
        origin AS (SELECT id FROM same UNION SELECT d.original_id FROM core.media_derivative d JOIN same ON d.media_id = same.id),
        twin AS (SELECT s.id FROM origin JOIN core.media m ON m.id = origin.id JOIN core.media s ON s.sha256 = m.sha256)
    SELECT id FROM origin UNION SELECT id FROM twin UNION SELECT d.media_id FROM core.media_derivative d JOIN twin ON d.original_id = twin.id
$$;
ALTER FUNCTION core.media_family(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.media_put(p_media bigint, p_index integer, p_data bytea) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_media core.media;
BEGIN
    SELECT * INTO v_media FROM core.media WHERE id = p_media;
    IF v_media.complete THEN
        PERFORM core.fail('TB409', 'media_sealed', jsonb_build_object('media', p_media));
    END IF;
    -- 1 MiB each, the last one what is left: nobody fills the disk beyond what they announced
    IF octet_length(p_data) IS DISTINCT FROM least(1048576, v_media.bytes - p_index::bigint * 1048576) OR p_index < 0 THEN
        PERFORM core.fail('TB422', 'media_damaged', jsonb_build_object('media', p_media, 'index', p_index));
    END IF;
    INSERT INTO core.media_chunk (media_id, index, data) VALUES (p_media, p_index, p_data) ON CONFLICT DO NOTHING;
END $$;
ALTER FUNCTION core.media_put(p_media bigint, p_index integer, p_data bytea) OWNER TO trucban_owner;
CREATE FUNCTION core.message_answers() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.message_answers() OWNER TO trucban_owner;
CREATE FUNCTION core.next_case_number(p_at timestamp with time zone) RETURNS text
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.case_counter VALUES (extract(year FROM p_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::int, 1)
    ON CONFLICT (year) DO UPDATE SET last = core.case_counter.last + 1
    RETURNING lpad((year % 100)::text, 2, '0') || '-' || lpad(last::text, greatest(6, length(last::text)), '0')
$$;
ALTER FUNCTION core.next_case_number(p_at timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION core.next_rung_at(p_charge bigint, p_since timestamp with time zone, p_due timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT min(core.rung_at(r, p_since, p_due)) FROM core.rung r
    WHERE r.enabled AND p_due IS NOT NULL AND NOT EXISTS (SELECT FROM core.escalation e WHERE e.charge_id = p_charge AND e.rung = r.code)
$$;
ALTER FUNCTION core.next_rung_at(p_charge bigint, p_since timestamp with time zone, p_due timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION core.note_first_response(p_case bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_first record;
BEGIN
    SELECT x.at, x.person_id INTO v_first FROM (
        SELECT o.sent_at AS at, o.person_id FROM core.outbox o
        WHERE o.case_id = p_case AND o.human AND o.kind IN ('reply', 'comment_reply', 'private_reply') AND o.state IN ('sent', 'delivered', 'seen')
        UNION ALL SELECT m.sent_at, NULL FROM core.message m WHERE m.case_id = p_case AND m.direction = 'echo' AND m.platform_id IS NOT NULL) x
    ORDER BY x.at, x.person_id LIMIT 1;
    IF v_first.at IS NULL THEN
        DELETE FROM core.first_response WHERE case_id = p_case;
    ELSE
        INSERT INTO core.first_response AS f (case_id, at, person_id) VALUES (p_case, v_first.at, v_first.person_id)
        ON CONFLICT (case_id) DO UPDATE SET at = excluded.at, person_id = excluded.person_id WHERE (f.at, f.person_id) IS DISTINCT FROM (excluded.at, excluded.person_id);
    END IF;
END $$;
ALTER FUNCTION core.note_first_response(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.notify_people(p_kind text, p_severity text, p_repeat integer, p_case bigint, p_charge bigint, p_words text[], p_facts jsonb, p_escalation bigint DEFAULT NULL::bigint) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_notice bigint;
    v_told jsonb;
    v_people bigint[];
BEGIN
    SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'role', r.role, 'unit', r.unit, 'as', r.as_word)), '[]'), coalesce(array_agg(DISTINCT r.person_id) FILTER (WHERE r.person_id IS NOT NULL), '{}')
    INTO v_told, v_people FROM core.recipients(core.case_row(p_case), p_words) r;
    INSERT INTO core.notice (kind, severity, repeat_seconds, case_id, charge_id, escalation_id, at, facts)
    VALUES (p_kind, p_severity, p_repeat, p_case, p_charge, p_escalation, core.now(), p_facts) RETURNING id INTO v_notice;
    INSERT INTO core.notice_person (person_id, notice_id) SELECT unnest(v_people), v_notice;
    PERFORM core.tell('notice', v_notice);
    RETURN v_told;
END $$;
ALTER FUNCTION core.notify_people(p_kind text, p_severity text, p_repeat integer, p_case bigint, p_charge bigint, p_words text[], p_facts jsonb, p_escalation bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.now() RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT (value #>> '{}')::timestamptz FROM core.setting WHERE key = 'test_now'), clock_timestamp())
$$;
ALTER FUNCTION core.now() OWNER TO trucban_owner;
CREATE FUNCTION core.one_event_at_a_time(p_event jsonb) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT pg_advisory_xact_lock(hashtextextended(p_event ->> 'platform_id', 2)) WHERE p_event ->> 'platform_id' IS NOT NULL
$$;
ALTER FUNCTION core.one_event_at_a_time(p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.outbox_caught_up(p_id uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case bigint;
BEGIN
    UPDATE core.outbox o SET state = CASE WHEN t.seen_until >= n.since THEN 'seen' ELSE 'delivered' END,
        delivered_at = coalesce(o.delivered_at, t.delivered_until), seen_at = CASE WHEN t.seen_until >= n.since THEN coalesce(o.seen_at, t.seen_until) END
    FROM core.thread t, LATERAL (SELECT greatest(b.queued_at, (SELECT max(e.sent_at) FROM core.outbox e WHERE e.thread_id = t.id AND e.id <> b.id)) AS since
                                 FROM core.outbox b WHERE b.id = p_id) n
    WHERE o.id = p_id AND o.state = 'sent' AND o.kind = 'reply' AND t.id = o.thread_id AND t.channel = 'messenger' AND t.delivered_until >= n.since
    RETURNING o.case_id INTO v_case;
    IF v_case IS NOT NULL THEN
        PERFORM core.tell('case', v_case);
    END IF;
END $$;
ALTER FUNCTION core.outbox_caught_up(p_id uuid) OWNER TO trucban_owner;
CREATE FUNCTION core.outbox_failed(p_id uuid, p_code integer, p_subcode integer, p_word text, p_detail text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_box core.outbox;
    v_case core.case;
BEGIN
    UPDATE core.outbox SET state = 'failed', taken_until = NULL, error_code = p_code, error_subcode = p_subcode, error_word = p_word, error_detail = left(p_detail, 1000)
    WHERE id = p_id AND state IN ('queued', 'sending', 'uncertain') RETURNING * INTO v_box;
    IF v_box.bulletin_id IS NOT NULL THEN
        UPDATE core.bulletin SET state = 'failed', failure = p_word, revision = revision + 1 WHERE id = v_box.bulletin_id;
        PERFORM core.tell('bulletin', v_box.bulletin_id);
    ELSIF v_box.case_id IS NOT NULL THEN
        SELECT * INTO v_case FROM core.case WHERE id = v_box.case_id FOR UPDATE;
        -- the citizen was not told after all: the case burns again
        IF v_box.final AND v_case.status = 'released' THEN
            PERFORM core.take_back_release(v_case);
        END IF;
        PERFORM core.step(v_case, 'send_failed', CASE WHEN v_box.final AND v_case.status = 'released' THEN 'answered' END, p_word, jsonb_build_object('outbox', p_id, 'kind', v_box.kind));
    END IF;
    IF v_box.id IS NOT NULL THEN
        PERFORM core.tell('outbox', 0);
    END IF;
END $$;
ALTER FUNCTION core.outbox_failed(p_id uuid, p_code integer, p_subcode integer, p_word text, p_detail text) OWNER TO trucban_owner;
CREATE FUNCTION core.outbox_is_with(p_id uuid, p_taker text) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM FROM core.outbox WHERE id = p_id AND taken_by = p_taker AND p_taker <> '' FOR UPDATE;
    RETURN FOUND;
END $$;
ALTER FUNCTION core.outbox_is_with(p_id uuid, p_taker text) OWNER TO trucban_owner;
CREATE FUNCTION core.outbox_later(p_id uuid, p_after timestamp with time zone, p_state text, p_word text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.outbox SET state = p_state, send_after = p_after, taken_until = NULL, error_word = p_word
    WHERE id = p_id AND state IN ('queued', 'sending', 'uncertain') AND p_state IN ('queued', 'uncertain');
    PERFORM core.tell('outbox', 0);
END $$;
ALTER FUNCTION core.outbox_later(p_id uuid, p_after timestamp with time zone, p_state text, p_word text) OWNER TO trucban_owner;
CREATE FUNCTION core.outbox_note(p_id uuid, p_facts jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    UPDATE core.outbox SET facts = facts || p_facts WHERE id = p_id
$$;
ALTER FUNCTION core.outbox_note(p_id uuid, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.outbox_part_sent(p_id uuid, p_platform_id text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.outbox SET parts_sent = parts_sent + 1,
        platform_ids = CASE WHEN p_platform_id IS NULL OR platform_ids @> ARRAY[p_platform_id] THEN platform_ids ELSE platform_ids || p_platform_id END WHERE id = p_id;
    IF p_platform_id IS NOT NULL THEN
        PERFORM core.one_event_at_a_time(jsonb_build_object('platform_id', p_platform_id));
        PERFORM core.forget_foreign_echo(p_id, p_platform_id);
    END IF;
    UPDATE core.message SET platform_id = p_platform_id WHERE outbox_id = p_id AND platform_id IS NULL
        AND NOT EXISTS (SELECT FROM core.message WHERE platform_id = p_platform_id);
END $$;
ALTER FUNCTION core.outbox_part_sent(p_id uuid, p_platform_id text) OWNER TO trucban_owner;
CREATE FUNCTION core.outbox_sent(p_id uuid, p_facts jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_box core.outbox;
    v_thread core.thread;
BEGIN
    UPDATE core.outbox SET state = 'sent', sent_at = coalesce(sent_at, core.now()), taken_until = NULL, tag = coalesce(p_facts ->> 'tag', tag), error_word = '', error_detail = '',
        platform_ids = CASE WHEN p_facts ->> 'platform_id' IS NULL OR platform_ids @> ARRAY[p_facts ->> 'platform_id'] THEN platform_ids ELSE platform_ids || (p_facts ->> 'platform_id') END
    WHERE id = p_id AND state IN ('queued', 'sending', 'uncertain') RETURNING * INTO v_box;
    IF v_box.id IS NULL THEN
        RETURN;
    END IF;
    IF v_box.kind = 'post' THEN
        UPDATE core.bulletin SET platform_id = coalesce(p_facts ->> 'platform_id', platform_id), permalink = coalesce(p_facts ->> 'permalink', permalink), failure = '',
            state = CASE WHEN coalesce((p_facts ->> 'published')::boolean, true) THEN 'published' ELSE 'scheduled' END,
            published_at = CASE WHEN coalesce((p_facts ->> 'published')::boolean, true) THEN core.now() END, revision = revision + 1
        WHERE id = v_box.bulletin_id;
        IF coalesce((p_facts ->> 'published')::boolean, true) THEN
            PERFORM core.bulletin_is_out(v_box.bulletin_id);
        END IF;
        PERFORM core.tell('bulletin', v_box.bulletin_id);
        RETURN;
    END IF;
    SELECT * INTO v_thread FROM core.thread WHERE id = v_box.thread_id;
    IF v_box.kind = 'private_reply' THEN
        UPDATE core.thread SET private_reply_spent = true WHERE id = v_box.thread_id;
        IF p_facts ->> 'recipient' IS NOT NULL THEN    -- the only link from a commenter to a Messenger identity: the same citizen's file
            INSERT INTO core.citizen_identity (citizen_id, page_id, platform_user_id) VALUES (v_thread.citizen_id, v_thread.page_id, p_facts ->> 'recipient')
            ON CONFLICT (page_id, platform_user_id) DO NOTHING;
        END IF;
    ELSIF v_box.kind = 'hide_comment' THEN
        UPDATE core.message SET hidden = coalesce((v_box.facts ->> 'hidden')::boolean, true) WHERE id = v_box.message_id;
    END IF;
    IF v_box.kind IN ('reply', 'comment_reply', 'private_reply') THEN
        UPDATE core.case SET awaiting_reply = false WHERE id = v_box.case_id AND last_message_at <= v_box.queued_at;
    END IF;
    PERFORM core.tell('outbox', 0), core.tell('case', v_box.case_id);
END $$;
ALTER FUNCTION core.outbox_sent(p_id uuid, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.outbox_tells_question() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.outbox_tells_question() OWNER TO trucban_owner;
CREATE FUNCTION core.paper_head() RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_object_agg(substr(key, 7), value #>> '{}') FROM core.setting WHERE key LIKE 'paper@_%' ESCAPE '@'
$$;
ALTER FUNCTION core.paper_head() OWNER TO trucban_owner;
CREATE FUNCTION core.paper_setting(p_key text) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT value #>> '{}' FROM core.setting WHERE key = 'paper_' || p_key
$$;
ALTER FUNCTION core.paper_setting(p_key text) OWNER TO trucban_owner;
CREATE FUNCTION core.periods_of(p_calendar text, p_day date) RETURNS TABLE(from_time time without time zone, to_time time without time zone)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH day AS (SELECT extract(isodow FROM p_day)::smallint AS weekday, (SELECT kind FROM core.holiday WHERE day = p_day) AS kind,
                        (SELECT coalesce(works_until, '12:00') FROM core.holiday WHERE day = p_day AND kind = 'half_day') AS until)
    SELECT p.from_time, least(p.to_time, coalesce(d.until, p.to_time)) FROM day d JOIN core.calendar_period p ON p.calendar = p_calendar
        AND p.weekday = CASE WHEN d.kind = 'swap_work' AND NOT EXISTS (SELECT FROM core.calendar_period x WHERE x.calendar = p_calendar AND x.weekday = d.weekday) THEN 1 ELSE d.weekday END
    WHERE d.kind IS DISTINCT FROM 'holiday' AND d.kind IS DISTINCT FROM 'swap_off' AND p.from_time < coalesce(d.until, '24:00')
    ORDER BY p.from_time
$$;
ALTER FUNCTION core.periods_of(p_calendar text, p_day date) OWNER TO trucban_owner;
CREATE FUNCTION core.personal_data(p_text text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    SELECT CASE
        WHEN t ~ '(^|[^0-9])0[0-9]{11}([^0-9]|$)' THEN 'id_number'
        WHEN t ~ '(^|[^0-9/])([+]?84|0)[ .-]?[35789]([ .-]?[0-9]){8}([^0-9]|$)' THEN 'phone'
        WHEN t ~* '(^|[^A-Z0-9])(1[1-9]|[2-9][0-9])[ -]?([A-Z]{1,2}[0-9]?)[ -][0-9]{3}[ .]?[0-9]{2}([^0-9]|$)' THEN 'plate'
        WHEN t ~* '[a-z0-9._%+-]+@[a-z0-9.-]+[.][a-z]{2,}' THEN 'e_mail'
        END
    -- wide digits and marks that cannot be seen hide nothing
    FROM (SELECT translate(normalize(p_text, NFKC), E'\u200b\u200c\u200d\u2060\ufeff\u00ad', '') AS t) plain
$_$;
ALTER FUNCTION core.personal_data(p_text text) OWNER TO trucban_owner;
CREATE FUNCTION core.put_on_duty(p_shift bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_now timestamptz := core.now();
BEGIN
    UPDATE core.shift SET state = 'on_duty', starts_at = v_now, ends_at = greatest(ends_at, v_now + interval '1 minute'), revision = revision + 1 WHERE id = p_shift;
    PERFORM core.sit_down(p_shift, leader_id, 'Trưởng ca') FROM core.shift WHERE id = p_shift;
    PERFORM core.tell('admin', 0);
END $$;
ALTER FUNCTION core.put_on_duty(p_shift bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.question_over(p_question core.question, p_state text, p_verb text, p_reason text, p_message bigint) RETURNS core.assignment
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.question_over(p_question core.question, p_state text, p_verb text, p_reason text, p_message bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.queue_of(p_status text) RETURNS smallint
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT (CASE WHEN p_status IN ('new', 'reopened', 'handed_back') THEN 1 WHEN p_status IN ('claimed', 'classified') THEN 2
        WHEN p_status = 'forwarded' THEN 3 WHEN p_status = 'answered' THEN 4 WHEN p_status IN ('released', 'published') THEN 5 ELSE 6 END)::smallint
$$;
ALTER FUNCTION core.queue_of(p_status text) OWNER TO trucban_owner;
CREATE FUNCTION core.reason_text(p_text text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT normalize(btrim(coalesce(p_text, ''), E' \t\r\n'), NFC)
$$;
ALTER FUNCTION core.reason_text(p_text text) OWNER TO trucban_owner;
CREATE FUNCTION core.recipients(c core."case", p_words text[]) RETURNS TABLE(person_id bigint, name text, role text, unit text, as_word text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH RECURSIVE about AS (SELECT c.about_unit_id AS id WHERE c.about_unit_id IS NOT NULL UNION SELECT u.id FROM core.unit u JOIN about ON u.parent_id = about.id),
    duty AS (SELECT * FROM core.shift WHERE state = 'on_duty' ORDER BY starts_at DESC LIMIT 1),
    units AS (
        SELECT 'unit' AS word, c.charged_unit_id AS id WHERE 'unit' = ANY (p_words) OR ('holder' = ANY (p_words) AND c.charged_to = 'unit')
        UNION SELECT 'unit_head', c.charged_unit_id WHERE 'unit_head' = ANY (p_words)
        UNION SELECT 'unit_above', (SELECT parent_id FROM core.unit WHERE id = c.charged_unit_id) WHERE 'unit_above' = ANY (p_words)
        UNION SELECT u.code, u.id FROM core.unit u WHERE u.code = ANY (p_words)
    ),
    told AS (
        SELECT p.id, p.name, p.role, NULL::bigint AS unit_id, 'holder' AS as_word FROM core.person p WHERE 'holder' = ANY (p_words) AND c.charged_to <> 'unit' AND p.id = c.holder_id AND p.active
        -- nobody holds it: everybody on duty does
        UNION ALL SELECT p.id, p.name, p.role, NULL, 'holder' FROM core.person p WHERE 'holder' = ANY (p_words) AND c.charged_to <> 'unit' AND c.holder_id IS NULL AND p.active
            AND (p.id IN (SELECT person_id FROM core.shift_seat z JOIN duty ON z.shift_id = duty.id WHERE z.to_at IS NULL) OR (NOT EXISTS (SELECT FROM duty) AND p.role = 'officer'))
        UNION ALL SELECT p.id, p.name, p.role, NULL, 'shift_leader' FROM core.person p JOIN duty ON duty.leader_id = p.id WHERE 'shift_leader' = ANY (p_words) AND p.active
        UNION ALL SELECT p.id, p.name, p.role, NULL, 'supervisors' FROM core.person p WHERE 'supervisors' = ANY (p_words) AND p.role = 'supervisor' AND p.active
        UNION ALL SELECT p.id, p.name, p.role, u.id, u.word FROM units u JOIN core.person p ON p.unit_id = u.id AND p.role = 'unit' AND p.active WHERE u.word <> 'unit_head'
        UNION ALL SELECT h.person_id, h.name, 'head', u.id, u.word FROM units u JOIN core.unit_head h ON h.unit_id = u.id AND h.from_at <= core.now() AND (h.to_at IS NULL OR h.to_at > core.now())
            WHERE u.word <> 'unit'
    )
    SELECT DISTINCT ON (coalesce(t.id::text, t.name)) t.id, t.name, t.role, u.code, t.as_word
    FROM told t LEFT JOIN core.unit u ON u.id = t.unit_id LEFT JOIN core.person p ON p.id = t.id
    WHERE (t.unit_id IS NULL OR t.unit_id NOT IN (SELECT id FROM about)) AND (p.unit_id IS NULL OR p.unit_id NOT IN (SELECT id FROM about))
    ORDER BY coalesce(t.id::text, t.name), t.as_word
$$;
ALTER FUNCTION core.recipients(c core."case", p_words text[]) OWNER TO trucban_owner;
CREATE FUNCTION core.recompute_due(p_cause text) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.recompute_due(p_cause text) OWNER TO trucban_owner;
CREATE FUNCTION core.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION 'append_only' USING ERRCODE = 'TB403', DETAIL = jsonb_build_object('table', TG_TABLE_NAME)::text;
END $$;
ALTER FUNCTION core.refuse_change() OWNER TO trucban_owner;
CREATE FUNCTION core.refuse_sealed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM core.media WHERE id = OLD.media_id AND complete) THEN
        RAISE EXCEPTION 'append_only' USING ERRCODE = 'TB403', DETAIL = jsonb_build_object('table', TG_TABLE_NAME)::text;
    END IF;
    RETURN OLD;
END $$;
ALTER FUNCTION core.refuse_sealed() OWNER TO trucban_owner;
CREATE FUNCTION core.register_case(c core."case") RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.register_case(c core."case") OWNER TO trucban_owner;
CREATE FUNCTION core.register_shift(s core.shift) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.register_shift(s core.shift) OWNER TO trucban_owner;
CREATE FUNCTION core.register_slip(s core.slip) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('number', s.number, 'at', s.signed_at, 'case', c.number, 'words', left(c.first_words, 200), 'signer', btrim(g.rank || ' ' || g.name), 'unit', u.name, 'state', s.state, 'void_reason', s.void_reason,
        'received_at', s.received_at, 'received_by', s.received_by, 'urgency', s.content ->> 'urgency')
    FROM core.case c, core.unit u, core.person g WHERE c.id = s.case_id AND u.id = s.unit_id AND g.id = s.signed_by
$$;
ALTER FUNCTION core.register_slip(s core.slip) OWNER TO trucban_owner;
CREATE TABLE core.handover (
    id bigint NOT NULL,
    from_shift_id bigint NOT NULL,
    to_shift_id bigint NOT NULL,
    state text DEFAULT 'prepared'::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    content jsonb NOT NULL,
    sha256 text DEFAULT ''::text NOT NULL,
    remarks text DEFAULT ''::text NOT NULL,
    opinion text DEFAULT ''::text NOT NULL,
    prepared_by bigint NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    outgoing_id bigint,
    outgoing_signed_at timestamp with time zone,
    incoming_id bigint,
    incoming_signed_at timestamp with time zone,
    released jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT handover_check CHECK (((incoming_id IS DISTINCT FROM outgoing_id) OR (incoming_id IS NULL))),
    CONSTRAINT handover_check1 CHECK ((from_shift_id <> to_shift_id)),
    CONSTRAINT handover_check2 CHECK (((state = 'prepared'::text) OR (outgoing_signed_at IS NOT NULL))),
    CONSTRAINT handover_check3 CHECK (((state = 'signed'::text) = (incoming_signed_at IS NOT NULL))),
    CONSTRAINT handover_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'signed_out'::text, 'signed'::text])))
);
ALTER TABLE core.handover OWNER TO trucban_owner;
CREATE FUNCTION core.release_shift_claims(p_handover core.handover) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.release_shift_claims(p_handover core.handover) OWNER TO trucban_owner;
CREATE FUNCTION core.reply_went_out() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.note_first_response(NEW.case_id);
    RETURN NULL;
END $$;
ALTER FUNCTION core.reply_went_out() OWNER TO trucban_owner;
CREATE FUNCTION core.report_data(p_kind text, p_day date) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET jit TO 'off'
    SET work_mem TO '128MB'
    AS $$
DECLARE
    v_periods tstzrange[] := core.report_period(p_kind, p_day);
    v_section record;
    v_live boolean;
    v_sections jsonb := '[]'::jsonb;
BEGIN
    FOR v_section IN SELECT * FROM (VALUES
        ('intake', NULL, true, false), ('released', NULL, true, false), ('published', NULL, true, true), ('on_time', NULL, true, true), ('misrouted', NULL, true, false), ('first_response', NULL, true, false),
        ('resolution', NULL, true, false), ('escalations', NULL, true, true), ('load', NULL, true, true), ('intake', 'category', false, true), ('intake', 'hour', false, true), ('intake', 'area', false, true),
        ('first_response', 'category', false, true), ('resolution', 'category', false, true), ('resolution', 'unit', false, true), ('on_time', 'unit', false, true), ('on_time', 'head', false, true),
        ('charged_time', NULL, false, true), ('charged_time', 'unit', false, true), ('charged_time', 'head', false, true), ('charged_time', 'shift', false, true), ('misrouted', 'unit', false, true),
        ('media_mix', NULL, false, true), ('load', 'unit', false, true)) x(name, split, summary, detail) LOOP
        SELECT m.live INTO v_live FROM core.metric m WHERE m.name = v_section.name;
        CONTINUE WHEN NOT FOUND;
        v_sections := v_sections || jsonb_build_object('metric', v_section.name, 'by', v_section.split, 'summary', v_section.summary, 'detail', v_section.detail,
            'now', core.report_metric(v_section.name, v_periods[1], v_section.split), 'before', CASE WHEN NOT v_live AND coalesce(v_section.split, '') NOT IN ('shift', 'head') THEN core.report_metric(v_section.name, v_periods[2], v_section.split) END);
    END LOOP;
    RETURN jsonb_build_object('kind', p_kind, 'from', lower(v_periods[1]), 'to', upper(v_periods[1]), 'before_from', lower(v_periods[2]), 'before_to', upper(v_periods[2]), 'made_at', core.now(), 'head', core.paper_head(),
        'sections', v_sections,
        'channels', (SELECT coalesce(jsonb_agg(jsonb_build_object('channel', x.channel, 'n', x.n, 'before', x.before) ORDER BY x.n DESC, x.channel), '[]') FROM (
            SELECT c.channel, count(*) FILTER (WHERE c.opened_at >= lower(v_periods[1])) AS n, count(*) FILTER (WHERE c.opened_at < lower(v_periods[1])) AS before
            FROM core.case c WHERE c.opened_at >= lower(v_periods[2]) AND c.opened_at < upper(v_periods[1]) GROUP BY c.channel) x));
END $$;
ALTER FUNCTION core.report_data(p_kind text, p_day date) OWNER TO trucban_owner;
CREATE FUNCTION core.report_metric(p_name text, p_period tstzrange, p_by text) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('metric', m.name, 'label', m.label, 'label_en', m.label_en, 'definition', m.definition_en, 'definition_vi', m.definition, 'kind', m.kind, 'live', m.live,
        'by', coalesce(p_by, m.by_default), 'rows', metric.rows(m, lower(p_period), upper(p_period), p_by))
    FROM core.metric m WHERE m.name = p_name
$$;
ALTER FUNCTION core.report_metric(p_name text, p_period tstzrange, p_by text) OWNER TO trucban_owner;
CREATE FUNCTION core.report_period(p_kind text, p_day date) RETURNS tstzrange[]
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT ARRAY[tstzrange(b.begins AT TIME ZONE 'Asia/Ho_Chi_Minh', (b.begins + b.step) AT TIME ZONE 'Asia/Ho_Chi_Minh'),
                 tstzrange((b.begins - b.step) AT TIME ZONE 'Asia/Ho_Chi_Minh', b.begins AT TIME ZONE 'Asia/Ho_Chi_Minh')]
    FROM (SELECT date_trunc(CASE p_kind WHEN 'weekly' THEN 'week' WHEN 'monthly' THEN 'month' ELSE 'day' END, p_day::timestamp) AS begins,
                 CASE p_kind WHEN 'weekly' THEN interval '7 days' WHEN 'monthly' THEN interval '1 month' ELSE interval '1 day' END AS step) b
$$;
ALTER FUNCTION core.report_period(p_kind text, p_day date) OWNER TO trucban_owner;
CREATE FUNCTION core.require_holder(p_case core."case") RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF p_case.holder_id IS DISTINCT FROM who.person_id() OR p_case.lease_until IS NULL OR p_case.lease_until < core.now() THEN
        PERFORM core.fail('TB409', CASE WHEN p_case.holder_id = who.person_id() THEN 'claim_expired' ELSE 'not_holder' END, core.case_answer(p_case.id));
    END IF;
END $$;
ALTER FUNCTION core.require_holder(p_case core."case") OWNER TO trucban_owner;
CREATE FUNCTION core.require_leader(p_person bigint) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM core.person WHERE id = p_person AND active AND role IN ('officer', 'supervisor')) THEN
        PERFORM core.fail('TB422', 'leader_unknown', jsonb_build_object('leader', p_person));
    END IF;
END $$;
ALTER FUNCTION core.require_leader(p_person bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.require_on_duty(p_shift core.shift) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF p_shift.leader_id <> who.person_id() AND NOT EXISTS (SELECT FROM core.shift_seat WHERE shift_id = p_shift.id AND person_id = who.person_id() AND to_at IS NULL) THEN
        PERFORM core.fail('TB403', 'not_on_duty', core.shift_answer(p_shift.id));
    END IF;
END $$;
ALTER FUNCTION core.require_on_duty(p_shift core.shift) OWNER TO trucban_owner;
CREATE FUNCTION core.require_readable(p_case bigint) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF p_case IS NULL OR NOT who.may_read(p_case) OR NOT EXISTS (SELECT FROM core.case WHERE id = p_case) THEN
        PERFORM core.fail('TB404', 'case_not_found', jsonb_build_object('case', p_case));
    END IF;
END $$;
ALTER FUNCTION core.require_readable(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.require_report(p_kind text, p_day date) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF coalesce(p_kind, '') NOT IN ('daily', 'weekly', 'monthly') THEN
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', p_kind));
    END IF;
    IF p_day IS NULL OR p_day < '2000-01-01' OR lower((core.report_period(p_kind, p_day))[1]) > core.now() THEN
        PERFORM core.fail('TB422', 'period_invalid', jsonb_build_object('day', p_day));
    END IF;
END $$;
ALTER FUNCTION core.require_report(p_kind text, p_day date) OWNER TO trucban_owner;
CREATE FUNCTION core.require_rule(p_conditions jsonb, p_proposal jsonb) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_today date := (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_bad text;
BEGIN
    IF coalesce(jsonb_typeof(p_conditions), '') <> 'object' OR p_conditions = '{}' THEN
        PERFORM core.fail('TB422', 'rule_without_condition');
    END IF;
    IF coalesce(jsonb_typeof(p_proposal), '') <> 'object' OR p_proposal = '{}' THEN
        PERFORM core.fail('TB422', 'rule_proposes_nothing');
    END IF;
    PERFORM core.rule_words(p_conditions -> 'any_words', 'any_words');
    PERFORM core.rule_words(p_conditions -> 'all_words', 'all_words');
    SELECT CASE
        WHEN p_conditions - '{any_words,all_words,category,area,channel,media,track}'::text[] <> '{}' THEN 'conditions'
        WHEN p_proposal - '{unit,urgency,category,track,amount,unit_of_time}'::text[] <> '{}' THEN 'proposal'
        WHEN p_conditions ? 'category' AND NOT EXISTS (SELECT FROM core.category WHERE code = p_conditions ->> 'category') THEN 'category'
        WHEN p_conditions ? 'area' AND NOT EXISTS (SELECT FROM core.area WHERE id::text = p_conditions ->> 'area') THEN 'area'
        WHEN p_conditions ? 'channel' AND coalesce(p_conditions ->> 'channel', '') NOT IN ('messenger', 'comment', 'visitor_post', 'mention') THEN 'channel'
        WHEN p_conditions ? 'media' AND coalesce(p_conditions ->> 'media', '') NOT IN ('image', 'video', 'audio', 'file', 'none') THEN 'media'
        WHEN p_conditions ? 'track' AND NOT EXISTS (SELECT FROM core.legal_track WHERE code = p_conditions ->> 'track') THEN 'track'
        WHEN p_proposal ? 'unit' AND NOT EXISTS (SELECT FROM core.unit WHERE id::text = p_proposal ->> 'unit' AND valid_from <= v_today AND (valid_to IS NULL OR valid_to >= v_today)) THEN 'unit'
        WHEN p_proposal ? 'urgency' AND coalesce(p_proposal ->> 'urgency', '') NOT IN ('emergency', 'high', 'medium', 'low') THEN 'urgency'
        WHEN p_proposal ? 'category' AND NOT EXISTS (SELECT FROM core.category WHERE code = p_proposal ->> 'category' AND NOT retired) THEN 'proposed_category'
        WHEN p_proposal ? 'track' AND NOT EXISTS (SELECT FROM core.legal_track WHERE code = p_proposal ->> 'track') THEN 'proposed_track'
        WHEN (p_proposal ? 'amount') <> (p_proposal ? 'unit_of_time') THEN 'amount'
        WHEN p_proposal ? 'amount' AND (jsonb_typeof(p_proposal -> 'amount') <> 'number' OR NOT (p_proposal ->> 'amount')::numeric BETWEEN 1 AND 9999
            OR (p_proposal ->> 'amount')::numeric <> trunc((p_proposal ->> 'amount')::numeric)
            OR coalesce(p_proposal ->> 'unit_of_time', '') NOT IN ('minutes', 'hours', 'days', 'working_days', 'months')) THEN 'amount'
        END INTO v_bad;
    IF v_bad IS NOT NULL THEN
        PERFORM core.fail('TB422', 'rule_invalid', jsonb_build_object('field', v_bad));
    END IF;
END $$;
ALTER FUNCTION core.require_rule(p_conditions jsonb, p_proposal jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.require_sendable(p_case bigint, p_kind text, p_media bigint[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.require_sendable(p_case bigint, p_kind text, p_media bigint[]) OWNER TO trucban_owner;
CREATE TABLE core.unit (
    id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text DEFAULT ''::text NOT NULL,
    level text DEFAULT 'unit'::text NOT NULL,
    parent_id bigint,
    valid_from date DEFAULT '1900-01-01'::date NOT NULL,
    valid_to date,
    topics text[] DEFAULT '{}'::text[] NOT NULL,
    external boolean DEFAULT false NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT unit_check CHECK ((valid_to >= valid_from)),
    CONSTRAINT unit_code_check CHECK ((code <> ''::text)),
    CONSTRAINT unit_name_check CHECK ((name <> ''::text))
);
ALTER TABLE core.unit OWNER TO trucban_owner;
CREATE FUNCTION core.require_sendable_to(p_case core."case", p_unit bigint) RETURNS core.unit
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.require_sendable_to(p_case core."case", p_unit bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.require_shift_on_duty() RETURNS core.shift
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_shift core.shift := core.shift_on_duty();
BEGIN
    IF v_shift.id IS NULL THEN
        PERFORM core.fail('TB409', 'no_shift_on_duty');
    END IF;
    RETURN v_shift;
END $$;
ALTER FUNCTION core.require_shift_on_duty() OWNER TO trucban_owner;
CREATE FUNCTION core.require_status(p_case core."case", VARIADIC p_allowed text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF p_case.status <> ALL (p_allowed) THEN
        PERFORM core.fail('TB409', 'wrong_status', core.case_answer(p_case.id) || jsonb_build_object('allowed', p_allowed));
    END IF;
END $$;
ALTER FUNCTION core.require_status(p_case core."case", VARIADIC p_allowed text[]) OWNER TO trucban_owner;
CREATE FUNCTION core.require_text(p_text text, p_code text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF coalesce(btrim(p_text, E' \t\r\n'), '') = '' THEN
        PERFORM core.fail('TB422', p_code);
    END IF;
    RETURN normalize(btrim(p_text, E' \t\r\n'), NFC);
END $$;
ALTER FUNCTION core.require_text(p_text text, p_code text) OWNER TO trucban_owner;
CREATE FUNCTION core.require_verb(p_verb text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM core.verb WHERE name = p_verb AND who.role() = ANY (roles)) THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('verb', p_verb, 'role', who.role()));
    END IF;
END $$;
ALTER FUNCTION core.require_verb(p_verb text) OWNER TO trucban_owner;
CREATE FUNCTION core.require_verifier(p_verifier text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
BEGIN
    IF coalesce(p_verifier, '') !~ '^SCRAM-SHA-256[$][0-9]+:[A-Za-z0-9+/=]+[$][A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        PERFORM core.fail('TB422', 'password_not_scram');
    END IF;
END $_$;
ALTER FUNCTION core.require_verifier(p_verifier text) OWNER TO trucban_owner;
CREATE FUNCTION core.result_words(c core."case") RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT coalesce(nullif(c.decision, ''),
        (SELECT left(coalesce(n.approved_text, n.text), 400) FROM core.unit_answer n WHERE n.case_id = c.id AND n.state IN ('approved', 'accepted') ORDER BY n.id DESC LIMIT 1),
        CASE c.status WHEN 'rejected' THEN 'Không xử lý' WHEN 'duplicate' THEN 'Trùng ' || (SELECT number FROM core.case WHERE id = c.duplicate_of) ELSE '' END)
$$;
ALTER FUNCTION core.result_words(c core."case") OWNER TO trucban_owner;
CREATE FUNCTION core.rule_cases(p_conditions jsonb, p_from timestamp with time zone, p_to timestamp with time zone) RETURNS bigint[]
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
END $_$;
ALTER FUNCTION core.rule_cases(p_conditions jsonb, p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION core.rule_fits(c core."case", p_conditions jsonb, p_categories bigint[]) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT (NOT p_conditions ? 'category' OR coalesce(c.category_id = ANY (p_categories), false))
       AND (NOT p_conditions ? 'area' OR coalesce(c.area_id = (p_conditions ->> 'area')::bigint, false))
       AND (NOT p_conditions ? 'channel' OR c.channel = p_conditions ->> 'channel')
       AND (NOT p_conditions ? 'track' OR c.legal_track = p_conditions ->> 'track')
       AND CASE p_conditions ->> 'media' WHEN 'image' THEN c.images > 0 WHEN 'video' THEN c.videos > 0 WHEN 'audio' THEN c.audios > 0 WHEN 'file' THEN c.files > 0
           WHEN 'none' THEN c.images + c.videos + c.audios + c.files = 0 ELSE true END
$$;
ALTER FUNCTION core.rule_fits(c core."case", p_conditions jsonb, p_categories bigint[]) OWNER TO trucban_owner;
CREATE FUNCTION core.rule_query(p_conditions jsonb) RETURNS tsquery
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_word text;
    v_any tsquery;
    v_all tsquery;
BEGIN
    FOR v_word IN SELECT value FROM jsonb_array_elements_text(coalesce(p_conditions -> 'any_words', '[]')) LOOP
        v_any := CASE WHEN v_any IS NULL THEN search.query(v_word) ELSE v_any || search.query(v_word) END;
    END LOOP;
    FOR v_word IN SELECT value FROM jsonb_array_elements_text(coalesce(p_conditions -> 'all_words', '[]')) LOOP
        v_all := CASE WHEN v_all IS NULL THEN search.query(v_word) ELSE v_all && search.query(v_word) END;
    END LOOP;
    RETURN CASE WHEN v_any IS NULL THEN v_all WHEN v_all IS NULL THEN v_any ELSE v_any && v_all END;
END $$;
ALTER FUNCTION core.rule_query(p_conditions jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.rule_words(p_list jsonb, p_where text) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF p_list IS NULL THEN RETURN; END IF;
    IF jsonb_typeof(p_list) <> 'array' OR p_list = '[]' OR jsonb_array_length(p_list) > 50
       OR EXISTS (SELECT FROM jsonb_array_elements(p_list) w WHERE jsonb_typeof(w) <> 'string' OR search.query(w #>> '{}') IS NULL OR length(w #>> '{}') > 100) THEN
        PERFORM core.fail('TB422', 'rule_invalid', jsonb_build_object('field', p_where));
    END IF;
END $$;
ALTER FUNCTION core.rule_words(p_list jsonb, p_where text) OWNER TO trucban_owner;
CREATE TABLE core.rung (
    code text NOT NULL,
    percent integer,
    after_minutes integer,
    severity text NOT NULL,
    recipients text[] NOT NULL,
    repeat_seconds integer DEFAULT 0 NOT NULL,
    enabled boolean DEFAULT true NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT rung_after_minutes_check CHECK ((after_minutes > 0)),
    CONSTRAINT rung_check CHECK (((percent IS NULL) <> (after_minutes IS NULL))),
    CONSTRAINT rung_code_check CHECK ((code ~ '^[a-z0-9_]+$'::text)),
    CONSTRAINT rung_percent_check CHECK ((percent > 0)),
    CONSTRAINT rung_repeat_seconds_check CHECK ((repeat_seconds >= 0)),
    CONSTRAINT rung_severity_check CHECK ((severity = ANY (ARRAY['info'::text, 'warning'::text, 'urgent'::text, 'alarm'::text])))
);
ALTER TABLE core.rung OWNER TO trucban_owner;
CREATE FUNCTION core.rung_at(r core.rung, p_since timestamp with time zone, p_due timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT CASE WHEN r.percent IS NOT NULL THEN p_since + greatest(p_due - p_since, interval '0') * (r.percent / 100.0) ELSE p_due + make_interval(mins => r.after_minutes) END
$$;
ALTER FUNCTION core.rung_at(r core.rung, p_since timestamp with time zone, p_due timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION core.save_area(p jsonb) RETURNS bigint
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.area (code, type, name, name_alt, former_names, label_lon, label_lat, unit_id, valid_from, valid_to)
    VALUES (core.require_text(p ->> 'code', 'code_missing'), coalesce(nullif(p ->> 'type', ''), 'phuong'), core.require_text(p ->> 'name', 'name_missing'), coalesce(p ->> 'name_alt', ''),
        coalesce(string_to_array(nullif(p ->> 'former_names', ''), ';'), '{}'), nullif(p ->> 'label_lon', '')::float8, nullif(p ->> 'label_lat', '')::float8,
        core.unit_by_code(p ->> 'unit_code'), coalesce(nullif(p ->> 'valid_from', '')::date, '1900-01-01'), nullif(p ->> 'valid_to', '')::date)
    ON CONFLICT (code, valid_from) DO UPDATE SET type = excluded.type, name = excluded.name, name_alt = excluded.name_alt, former_names = excluded.former_names,
        label_lon = excluded.label_lon, label_lat = excluded.label_lat, unit_id = excluded.unit_id, valid_to = excluded.valid_to, revision = core.area.revision + 1
    RETURNING id
$$;
ALTER FUNCTION core.save_area(p jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.save_category(p jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_id bigint;
    v_parent bigint;
BEGIN
    IF coalesce(p ->> 'parent_code', '') <> '' THEN
        SELECT id INTO v_parent FROM core.category WHERE code = p ->> 'parent_code';
        IF v_parent IS NULL OR p ->> 'parent_code' = p ->> 'code' THEN
            PERFORM core.fail('TB422', 'parent_unknown', jsonb_build_object('parent', p ->> 'parent_code'));
        END IF;
    END IF;
    INSERT INTO core.category (code, name, name_en, parent_id, default_unit_id, needs_wall, retired)
    VALUES (core.require_text(p ->> 'code', 'code_missing'), core.require_text(p ->> 'name', 'name_missing'), coalesce(p ->> 'name_en', ''), v_parent, core.unit_by_code(p ->> 'default_unit'),
        coalesce(nullif(p ->> 'needs_wall', '')::boolean, false), coalesce(nullif(p ->> 'retired', '')::boolean, false))
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, parent_id = excluded.parent_id, default_unit_id = excluded.default_unit_id,
        needs_wall = excluded.needs_wall, retired = excluded.retired, revision = core.category.revision + 1 RETURNING id INTO v_id;
    IF EXISTS (WITH RECURSIVE above AS (SELECT v_parent AS id UNION SELECT c.parent_id FROM core.category c JOIN above ON c.id = above.id)
               SELECT FROM above WHERE id = v_id) THEN
        PERFORM core.fail('TB422', 'parent_unknown', jsonb_build_object('parent', p ->> 'parent_code'));
    END IF;
    RETURN v_id;
END $$;
ALTER FUNCTION core.save_category(p jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.save_deadline(p jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_id bigint;
    v_category bigint;
BEGIN
    IF coalesce(p ->> 'category', '') <> '' THEN
        SELECT id INTO v_category FROM core.category WHERE code = p ->> 'category';
        IF v_category IS NULL THEN
            PERFORM core.fail('TB422', 'category_unknown', jsonb_build_object('category', p ->> 'category'));
        END IF;
    END IF;
    IF nullif(p ->> 'legal_track', '') IS NOT NULL AND NOT EXISTS (SELECT FROM core.legal_track WHERE code = p ->> 'legal_track') THEN
        PERFORM core.fail('TB422', 'track_unknown', jsonb_build_object('legal_track', p ->> 'legal_track'));
    END IF;
    IF nullif(p ->> 'calendar', '') IS NOT NULL AND NOT EXISTS (SELECT FROM core.calendar WHERE code = p ->> 'calendar') THEN
        PERFORM core.fail('TB422', 'calendar_unknown', jsonb_build_object('calendar', p ->> 'calendar'));
    END IF;
    INSERT INTO core.deadline (category_id, legal_track, urgency, stage, amount, unit, calendar, basis)
    VALUES (v_category, nullif(p ->> 'legal_track', ''), nullif(p ->> 'urgency', ''), p ->> 'stage', (p ->> 'amount')::int, p ->> 'unit', coalesce(nullif(p ->> 'calendar', ''), 'duty'), coalesce(p ->> 'basis', ''))
    ON CONFLICT (category_id, legal_track, urgency, stage) DO UPDATE SET amount = excluded.amount, unit = excluded.unit, calendar = excluded.calendar, basis = excluded.basis, revision = core.deadline.revision + 1 RETURNING id INTO v_id;
    RETURN v_id;
END $$;
ALTER FUNCTION core.save_deadline(p jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.save_holiday(p jsonb) RETURNS bigint
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.holiday (day, kind, name, works_until) VALUES ((p ->> 'date')::date, p ->> 'kind', coalesce(p ->> 'name', ''), nullif(p ->> 'works_until', '')::time)
    ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, works_until = excluded.works_until RETURNING 0::bigint
$$;
ALTER FUNCTION core.save_holiday(p jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.save_row(p_kind text, p_row jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RETURN CASE p_kind WHEN 'unit' THEN core.save_unit(p_row) WHEN 'area' THEN core.save_area(p_row) WHEN 'category' THEN core.save_category(p_row)
        WHEN 'deadline' THEN core.save_deadline(p_row) WHEN 'holiday' THEN core.save_holiday(p_row) WHEN 'template' THEN core.save_template(p_row)
        WHEN 'source' THEN core.save_source(p_row) END;
END $$;
ALTER FUNCTION core.save_row(p_kind text, p_row jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.save_source(p jsonb) RETURNS bigint
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.source (code, name, url_prefix, kind, retired)
    VALUES (core.require_text(p ->> 'code', 'code_missing'), core.require_text(p ->> 'name', 'name_missing'), coalesce(p ->> 'url_prefix', ''), p ->> 'kind', coalesce(nullif(p ->> 'retired', '')::boolean, false))
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, url_prefix = excluded.url_prefix, kind = excluded.kind, retired = excluded.retired, revision = core.source.revision + 1 RETURNING id
$$;
ALTER FUNCTION core.save_source(p jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.save_template(p jsonb) RETURNS bigint
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.template (code, category_id, stage, name, body, retired)
    VALUES (core.require_text(p ->> 'code', 'code_missing'), (SELECT id FROM core.category WHERE code = p ->> 'category'), coalesce(nullif(p ->> 'stage', ''), 'reply'),
        core.require_text(p ->> 'name', 'name_missing'), core.require_text(p ->> 'body', 'text_missing'), coalesce(nullif(p ->> 'retired', '')::boolean, false))
    ON CONFLICT (code) DO UPDATE SET category_id = excluded.category_id, stage = excluded.stage, name = excluded.name, body = excluded.body, retired = excluded.retired,
        revision = core.template.revision + 1 RETURNING id
$$;
ALTER FUNCTION core.save_template(p jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.save_unit(p jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_id bigint;
BEGIN
    INSERT INTO core.unit (code, name, name_en, level, parent_id, valid_from, valid_to, topics, external)
    VALUES (core.require_text(p ->> 'code', 'code_missing'), core.require_text(p ->> 'name', 'name_missing'), coalesce(p ->> 'name_en', ''), coalesce(nullif(p ->> 'level', ''), 'unit'),
        core.unit_by_code(p ->> 'parent_code'), coalesce(nullif(p ->> 'valid_from', '')::date, '1900-01-01'), nullif(p ->> 'valid_to', '')::date,
        coalesce(string_to_array(nullif(p ->> 'topics', ''), ';'), '{}'), coalesce((nullif(p ->> 'external', ''))::boolean, p ->> 'code' LIKE 'EXT-%'))
    ON CONFLICT (code, valid_from) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, level = excluded.level, parent_id = excluded.parent_id,
        valid_to = excluded.valid_to, topics = excluded.topics, external = excluded.external, revision = core.unit.revision + 1 RETURNING id INTO v_id;
    IF EXISTS (SELECT FROM core.unit WHERE id = v_id AND parent_id = v_id) OR core.walled(v_id, ARRAY[(SELECT parent_id FROM core.unit WHERE id = v_id)]) THEN
        PERFORM core.fail('TB422', 'unit_under_itself', jsonb_build_object('unit', p ->> 'code'));
    END IF;
    RETURN v_id;
END $$;
ALTER FUNCTION core.save_unit(p jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.save_verb(p_kind text, p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
END $_$;
ALTER FUNCTION core.save_verb(p_kind text, p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION core.send_words(p_case bigint, p_revision integer, p_outbox uuid, p_reply jsonb, p_verb text, p_facts jsonb) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.send_words(p_case bigint, p_revision integer, p_outbox uuid, p_reply jsonb, p_verb text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.settle_release(p_case bigint, p_decision text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.settle_release(p_case bigint, p_decision text) OWNER TO trucban_owner;
CREATE FUNCTION core.shift_answer(p_shift bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('id', s.id, 'name', s.name, 'state', s.state, 'revision', s.revision, 'leader', s.leader_id, 'starts_at', s.starts_at, 'ends_at', s.ends_at) FROM core.shift s WHERE s.id = p_shift
$$;
ALTER FUNCTION core.shift_answer(p_shift bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.shift_on_duty() RETURNS core.shift
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT * FROM core.shift WHERE state = 'on_duty'
$$;
ALTER FUNCTION core.shift_on_duty() OWNER TO trucban_owner;
CREATE FUNCTION core.signed_handover_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.fail('TB403', 'append_only', jsonb_build_object('table', 'handover'));
    RETURN NULL;
END $$;
ALTER FUNCTION core.signed_handover_stays() OWNER TO trucban_owner;
CREATE FUNCTION core.signed_slip_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF (NEW.number, NEW.year, NEW.ordinal, NEW.series, NEW.content, NEW.identity, NEW.content_sha256, NEW.signed_by, NEW.signed_at, NEW.code, NEW.case_id, NEW.assignment_id, NEW.unit_id)
       IS DISTINCT FROM (OLD.number, OLD.year, OLD.ordinal, OLD.series, OLD.content, OLD.identity, OLD.content_sha256, OLD.signed_by, OLD.signed_at, OLD.code, OLD.case_id, OLD.assignment_id, OLD.unit_id) THEN
        PERFORM core.fail('TB403', 'append_only', jsonb_build_object('table', 'slip'));
    END IF;
    RETURN NEW;
END $$;
ALTER FUNCTION core.signed_slip_stays() OWNER TO trucban_owner;
CREATE FUNCTION core.sit_down(p_shift bigint, p_person bigint, p_seat text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_now timestamptz := core.now();
BEGIN
    UPDATE core.shift_seat SET to_at = greatest(v_now, from_at) WHERE person_id = p_person AND to_at IS NULL;
    INSERT INTO core.shift_seat (shift_id, person_id, seat, from_at) VALUES (p_shift, p_person, left(coalesce(p_seat, ''), 80), v_now)
    ON CONFLICT (shift_id, person_id, from_at) DO UPDATE SET seat = excluded.seat, to_at = NULL;
END $$;
ALTER FUNCTION core.sit_down(p_shift bigint, p_person bigint, p_seat text) OWNER TO trucban_owner;
CREATE FUNCTION core.slip_answer(p_slip bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('id', s.id, 'case', s.case_id, 'assignment', s.assignment_id, 'state', s.state, 'revision', s.revision, 'number', s.number, 'code', s.code, 'signed_at', s.signed_at, 'received_at', s.received_at)
    FROM core.slip s WHERE s.id = p_slip
$$;
ALTER FUNCTION core.slip_answer(p_slip bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.slip_code(p_assignment bigint) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.check_code(concat_ws('|', 'slip', c.number, a.id)) FROM core.assignment a JOIN core.case c ON c.id = a.case_id WHERE a.id = p_assignment
$$;
ALTER FUNCTION core.slip_code(p_assignment bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.slip_content(p_assignment bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.slip_content(p_assignment bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.slip_sheet(p_slip bigint) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.slip_answer(s.id) || jsonb_build_object('content', s.content, 'with_identity', s.with_identity AND who.is_staff(), 'identity', CASE WHEN s.with_identity AND who.is_staff() THEN s.identity END,
        'received_by', s.received_by, 'voided_at', s.voided_at, 'void_reason', s.void_reason, 'case_number', s.content ->> 'case', 'draft', s.signed_at IS NULL, 'prepared_at', s.prepared_at, 'now', core.now())
    FROM core.slip s WHERE s.id = p_slip
$$;
ALTER FUNCTION core.slip_sheet(p_slip bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.stage_due(p_category bigint, p_urgency text, p_stage text, p_from timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.stage_due(p_category, NULL, p_urgency, p_stage, p_from)
$$;
ALTER FUNCTION core.stage_due(p_category bigint, p_urgency text, p_stage text, p_from timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION core.stage_due(p_category bigint, p_track text, p_urgency text, p_stage text, p_from timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.due(p_from, d.amount, d.unit, d.calendar) FROM core.target(p_category, p_track, p_urgency, p_stage) d WHERE d.id IS NOT NULL
$$;
ALTER FUNCTION core.stage_due(p_category bigint, p_track text, p_urgency text, p_stage text, p_from timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION core.stage_dues(p_keys core.due_key[]) RETURNS TABLE(n bigint, due_at timestamp with time zone)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.stage_dues(p_keys core.due_key[]) OWNER TO trucban_owner;
CREATE FUNCTION core.stage_of(p_status text) RETURNS text
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT CASE p_status WHEN 'new' THEN 'take_in' WHEN 'reopened' THEN 'take_in' WHEN 'handed_back' THEN 'forward'
        WHEN 'claimed' THEN 'classify' WHEN 'classified' THEN 'forward' WHEN 'forwarded' THEN 'answer'
        WHEN 'answered' THEN 'review' WHEN 'released' THEN 'publish' ELSE '' END
$$;
ALTER FUNCTION core.stage_of(p_status text) OWNER TO trucban_owner;
CREATE FUNCTION core.step(p_case core."case", p_verb text, p_status text, p_reason text DEFAULT ''::text, p_facts jsonb DEFAULT '{}'::jsonb) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_revision int;
BEGIN
    UPDATE core.case SET status = coalesce(p_status, status), revision = revision + 1 WHERE id = p_case.id RETURNING revision INTO v_revision;
    INSERT INTO core.case_event (case_id, at, person_id, verb, from_status, to_status, revision, seen, reason, facts)
    VALUES (p_case.id, core.now(), who.person_id(), p_verb, p_case.status, coalesce(p_status, p_case.status), v_revision, p_case.revision, coalesce(p_reason, ''), p_facts);
    PERFORM core.tell('case', p_case.id);
    RETURN v_revision;
END $$;
ALTER FUNCTION core.step(p_case core."case", p_verb text, p_status text, p_reason text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.take_back_release(p_case core."case") RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.assignment SET state = 'answered', ended_at = NULL, revision = revision + 1 WHERE case_id = p_case.id AND state = 'accepted' AND ended_at >= p_case.released_at;
    UPDATE core.unit_answer a SET state = CASE WHEN a.approved_at IS NULL THEN 'submitted' ELSE 'approved' END FROM core.assignment s
    WHERE a.case_id = p_case.id AND a.state = 'accepted' AND s.id = a.assignment_id AND s.state = 'answered';
    UPDATE core.case SET released_at = NULL WHERE id = p_case.id;
    PERFORM core.tell('assignment', p_case.id);
END $$;
ALTER FUNCTION core.take_back_release(p_case core."case") OWNER TO trucban_owner;
CREATE TABLE core.deadline (
    id bigint NOT NULL,
    category_id bigint,
    urgency text,
    stage text NOT NULL,
    amount integer NOT NULL,
    unit text NOT NULL,
    calendar text DEFAULT 'duty'::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    legal_track text,
    basis text DEFAULT ''::text NOT NULL,
    CONSTRAINT deadline_amount_check CHECK ((amount > 0)),
    CONSTRAINT deadline_stage_check CHECK ((stage = ANY (ARRAY['take_in'::text, 'classify'::text, 'forward'::text, 'confirm'::text, 'answer'::text, 'review'::text, 'reply'::text, 'publish'::text]))),
    CONSTRAINT deadline_unit_check CHECK ((unit = ANY (ARRAY['minutes'::text, 'hours'::text, 'days'::text, 'working_days'::text, 'months'::text]))),
    CONSTRAINT deadline_urgency_check CHECK ((urgency = ANY (ARRAY['emergency'::text, 'high'::text, 'medium'::text, 'low'::text])))
);
ALTER TABLE core.deadline OWNER TO trucban_owner;
CREATE FUNCTION core.target(p_category bigint, p_track text, p_urgency text, p_stage text) RETURNS core.deadline
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH RECURSIVE above AS (
        SELECT id, parent_id, 0 AS far FROM core.category WHERE id = p_category
        UNION ALL
        SELECT c.id, c.parent_id, far + 1 FROM core.category c JOIN above ON c.id = above.parent_id WHERE far < 20
    )
    SELECT d.* FROM core.deadline d LEFT JOIN above ON above.id = d.category_id
    WHERE d.stage = p_stage AND (d.category_id IS NULL OR above.id IS NOT NULL) AND (d.legal_track IS NULL OR d.legal_track = p_track) AND (d.urgency IS NULL OR d.urgency = p_urgency)
    ORDER BY above.far NULLS LAST, d.legal_track NULLS LAST, d.urgency NULLS LAST LIMIT 1
$$;
ALTER FUNCTION core.target(p_category bigint, p_track text, p_urgency text, p_stage text) OWNER TO trucban_owner;
CREATE FUNCTION core.tell(p_kind text, p_id bigint) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT pg_notify('trucban', p_kind || ':' || p_id)
$$;
ALTER FUNCTION core.tell(p_kind text, p_id bigint) OWNER TO trucban_owner;
CREATE FUNCTION core.tell_desk(p_row core.assignment, p_kind text, p_words text[], p_facts jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case core.case := core.case_row(p_row.case_id);
BEGIN
    PERFORM core.notify_people(p_kind, 'info', 0, v_case.id, CASE WHEN p_row.lead THEN v_case.charge_id END, p_words,
        p_facts || jsonb_build_object('number', v_case.number, 'assignment', p_row.id, 'unit', (SELECT name FROM core.unit WHERE id = p_row.unit_id)));
END $$;
ALTER FUNCTION core.tell_desk(p_row core.assignment, p_kind text, p_words text[], p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.tell_unit(p_row core.assignment, p_kind text, p_severity text, p_facts jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case core.case := core.case_row(p_row.case_id);
BEGIN
    PERFORM core.notify_people(p_kind, p_severity, 0, v_case.id, CASE WHEN p_row.lead THEN v_case.charge_id END, ARRAY[(SELECT code FROM core.unit WHERE id = p_row.unit_id)],
        p_facts || jsonb_build_object('number', v_case.number, 'assignment', p_row.id));
END $$;
ALTER FUNCTION core.tell_unit(p_row core.assignment, p_kind text, p_severity text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.term(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text DEFAULT 'office'::text) RETURNS core.term_end
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_calendar core.calendar;
    v_local timestamp := p_from AT TIME ZONE 'Asia/Ho_Chi_Minh';
    v_day date := (p_from AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_left int := p_amount;
    v_time interval;
    v_period record;
    v_had boolean;
    v_end core.term_end;
BEGIN
    v_end.skipped := '[]';
    SELECT * INTO v_calendar FROM core.calendar WHERE code = p_calendar;
    IF NOT FOUND THEN
        PERFORM core.fail('TB422', 'calendar_unknown', jsonb_build_object('calendar', p_calendar));
    END IF;
    IF p_unit NOT IN ('minutes', 'hours', 'days', 'working_days', 'months') OR p_amount IS NULL OR p_amount < 1 OR p_amount > 100000 THEN
        PERFORM core.fail('TB422', 'term_invalid', jsonb_build_object('amount', p_amount, 'unit', p_unit));
    END IF;
    IF p_unit IN ('minutes', 'hours') THEN
        v_time := CASE p_unit WHEN 'hours' THEN make_interval(hours => p_amount) ELSE make_interval(mins => p_amount) END;
        IF v_calendar.kind = 'running' THEN
            v_end.due_at := p_from + v_time;
            RETURN v_end;
        END IF;
        FOR i IN 0 .. 4000 LOOP
            v_had := false;
            FOR v_period IN SELECT v_day + p.from_time AS f, v_day + p.to_time AS t FROM core.periods_of(p_calendar, v_day) p LOOP
                v_had := true;
                CONTINUE WHEN v_period.t <= v_local;
                v_local := greatest(v_local, v_period.f);
                IF v_local + v_time <= v_period.t THEN
                    v_end.due_at := (v_local + v_time) AT TIME ZONE 'Asia/Ho_Chi_Minh';
                    RETURN v_end;
                END IF;
                v_time := v_time - (v_period.t - v_local);
                v_local := v_period.t;
            END LOOP;
            IF NOT v_had THEN
                v_end.skipped := v_end.skipped || jsonb_build_object('date', v_day, 'why', core.why_off(v_day));
            END IF;
            v_day := v_day + 1;
            v_local := greatest(v_local, v_day::timestamp);
        END LOOP;
        PERFORM core.fail('TB422', 'term_without_end', jsonb_build_object('calendar', p_calendar));
    END IF;
    CASE p_unit
    WHEN 'days' THEN v_day := v_day + p_amount;
    WHEN 'months' THEN v_day := (v_day + make_interval(months => p_amount))::date;
    ELSE
        WHILE v_left > 0 LOOP
            v_day := v_day + 1;
            IF core.is_working_day(v_day) THEN
                v_left := v_left - 1;
            ELSE
                v_end.skipped := v_end.skipped || jsonb_build_object('date', v_day, 'why', core.why_off(v_day));
            END IF;
        END LOOP;
    END CASE;
    WHILE NOT core.is_working_day(v_day) AND NOT (p_unit = 'days' AND v_calendar.days_stay) LOOP
        v_end.skipped := v_end.skipped || jsonb_build_object('date', v_day, 'why', core.why_off(v_day));
        v_day := v_day + 1;
    END LOOP;
    v_end.due_at := (v_day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh';
    RETURN v_end;
END $$;
ALTER FUNCTION core.term(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) OWNER TO trucban_owner;
CREATE FUNCTION core.unit_by_code(p_code text) RETURNS bigint
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_id bigint;
BEGIN
    IF coalesce(p_code, '') = '' THEN RETURN NULL; END IF;
    SELECT id INTO v_id FROM core.unit WHERE code = p_code ORDER BY (valid_to IS NULL) DESC, valid_from DESC LIMIT 1;
    IF v_id IS NULL THEN
        PERFORM core.fail('TB422', 'unit_unknown', jsonb_build_object('unit', p_code));
    END IF;
    RETURN v_id;
END $$;
ALTER FUNCTION core.unit_by_code(p_code text) OWNER TO trucban_owner;
CREATE FUNCTION core.unit_has_it(p_row core.assignment) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    UPDATE core.assignment SET state = CASE WHEN state = 'sent' THEN 'confirmed' ELSE state END, confirmed_by = coalesce(confirmed_by, who.person_id()),
        confirmed_at = coalesce(confirmed_at, core.now()), revision = revision + 1 WHERE id = p_row.id
$$;
ALTER FUNCTION core.unit_has_it(p_row core.assignment) OWNER TO trucban_owner;
CREATE TABLE core.reason (
    code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    misrouted boolean DEFAULT false NOT NULL,
    needs_text boolean DEFAULT false NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT reason_code_check CHECK ((code ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT reason_kind_check CHECK ((kind = 'hand_back'::text))
);
ALTER TABLE core.reason OWNER TO trucban_owner;
CREATE FUNCTION core.unit_reason(p_code text, p_text text) RETURNS core.reason
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION core.unit_reason(p_code text, p_text text) OWNER TO trucban_owner;
CREATE FUNCTION core.verify_audit() RETURNS TABLE(checked bigint, first_fault bigint)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_row core.audit;
    v_previous bytea := decode('00', 'hex');
    v_head core.audit_head;
BEGIN
    checked := 0;
    FOR v_row IN SELECT * FROM core.audit ORDER BY id LOOP
        IF v_row.previous <> v_previous
           OR v_row.hash <> core.audit_row_hash(v_row.previous, v_row.id, v_row.at, v_row.login, v_row.verb, v_row.object, v_row.facts) THEN
            first_fault := v_row.id;
            RETURN NEXT;
            RETURN;
        END IF;
        v_previous := v_row.hash;
        checked := checked + 1;
    END LOOP;
    SELECT * INTO v_head FROM core.audit_head;
    IF v_head.hash IS DISTINCT FROM v_previous THEN
        first_fault := coalesce(v_head.id, 0);
    END IF;
    RETURN NEXT;
END $$;
ALTER FUNCTION core.verify_audit() OWNER TO trucban_owner;
CREATE FUNCTION core.walled(p_about bigint, p_units bigint[]) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH RECURSIVE below AS (   -- the unit complained of and all below it
        SELECT p_about AS id WHERE p_about IS NOT NULL
        UNION
        SELECT u.id FROM core.unit u JOIN below ON u.parent_id = below.id
    )
    SELECT EXISTS (SELECT FROM below WHERE id = ANY (p_units))
$$;
ALTER FUNCTION core.walled(p_about bigint, p_units bigint[]) OWNER TO trucban_owner;
CREATE FUNCTION core.whole_seconds(p_at timestamp with time zone) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$ SELECT floor(extract(epoch FROM p_at))::bigint $$;
ALTER FUNCTION core.whole_seconds(p_at timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION core.why_off(p_day date) RETURNS text
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT kind || ': ' || name FROM core.holiday WHERE day = p_day AND kind IN ('holiday', 'swap_off')), CASE extract(isodow FROM p_day) WHEN 6 THEN 'weekend: Saturday' WHEN 7 THEN 'weekend: Sunday' ELSE 'no office hours' END)
$$;
ALTER FUNCTION core.why_off(p_day date) OWNER TO trucban_owner;
CREATE FUNCTION core.words_found(p_case bigint, p_conditions jsonb) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT coalesce(jsonb_agg(w.word ORDER BY w.n), '[]')
    FROM (SELECT value AS word, ordinality AS n FROM jsonb_array_elements_text(coalesce(p_conditions -> 'all_words', '[]') || coalesce(p_conditions -> 'any_words', '[]')) WITH ORDINALITY) w
    WHERE EXISTS (SELECT FROM core.message m JOIN search.message_text t ON t.message_id = m.id AND t.sent_at = m.sent_at
        WHERE m.case_id = p_case AND m.direction = 'in' AND m.deleted_at IS NULL AND t.lexemes @@ search.query(w.word))
$$;
ALTER FUNCTION core.words_found(p_case bigint, p_conditions jsonb) OWNER TO trucban_owner;
CREATE FUNCTION core.write_audit(p_verb text, p_object text, p_facts jsonb) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_previous bytea;
    v_hash bytea;
    v_id bigint;
    v_at timestamptz := core.now();
BEGIN
    -- a row, not an advisory lock: those anybody may take, and an old snapshot would read an old end of the chain
    SELECT hash INTO v_previous FROM core.audit_head FOR UPDATE;
    v_id := nextval(pg_get_serial_sequence('core.audit', 'id'));
    v_hash := core.audit_row_hash(v_previous, v_id, v_at, session_user, p_verb, p_object, p_facts);
    INSERT INTO core.audit (id, at, login, verb, object, facts, previous, hash) OVERRIDING SYSTEM VALUE
    VALUES (v_id, v_at, session_user, p_verb, p_object, p_facts, v_previous, v_hash);
    UPDATE core.audit_head SET id = v_id, hash = v_hash;
END $$;
ALTER FUNCTION core.write_audit(p_verb text, p_object text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION desk.acknowledge(p_notices bigint[], p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('acknowledge', p_request);
    v_count int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    UPDATE core.notice_person SET acknowledged_at = core.now() WHERE person_id = who.person_id() AND notice_id = ANY (p_notices) AND acknowledged_at IS NULL;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN core.end_verb('acknowledge', p_request, 'notices', jsonb_build_object('notices', p_notices), jsonb_build_object('acknowledged', v_count));
END $$;
ALTER FUNCTION desk.acknowledge(p_notices bigint[], p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.add_note(p_case bigint, p_text text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.add_note(p_case bigint, p_text text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.add_person(p_person jsonb, p_verifier text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('add_person', p_request);
    v_id bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF coalesce(p_person ->> 'role', '') NOT IN ('officer', 'unit', 'supervisor', 'admin') THEN
        PERFORM core.fail('TB422', 'role_unknown', jsonb_build_object('role', p_person ->> 'role'));
    END IF;
    v_id := core.create_person(p_person, p_verifier);
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('add_person', p_request, 'person:' || v_id, p_person, jsonb_build_object('id', v_id));
END $$;
ALTER FUNCTION desk.add_person(p_person jsonb, p_verifier text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.answer(p_assignment bigint, p_text text, p_media bigint[], p_request uuid, p_names text[] DEFAULT '{}'::text[], p_partial boolean DEFAULT false) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.answer(p_assignment bigint, p_text text, p_media bigint[], p_request uuid, p_names text[], p_partial boolean) OWNER TO trucban_owner;
CREATE FUNCTION desk.approve_answer(p_answer bigint, p_revision integer, p_text text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.approve_answer(p_answer bigint, p_revision integer, p_text text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.approve_bulletin(p_bulletin bigint, p_revision integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('approve_bulletin', p_request);
    v_row core.bulletin;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_bulletin(p_bulletin, p_revision, 'submitted');
    IF who.person_id() IN (v_row.author_id, v_row.changed_by, v_row.submitted_by) THEN
        PERFORM core.fail('TB403', 'second_person_needed');
    END IF;
    UPDATE core.bulletin SET state = 'approved', approved_by = who.person_id(), approved_at = core.now() WHERE id = p_bulletin;
    RETURN core.bulletin_step(p_bulletin, 'approve_bulletin', p_request);
END $$;
ALTER FUNCTION desk.approve_bulletin(p_bulletin bigint, p_revision integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.ask_citizen(p_assignment bigint, p_text text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.ask_citizen(p_assignment bigint, p_text text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.ask_extension(p_assignment bigint, p_until timestamp with time zone, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.ask_extension(p_assignment bigint, p_until timestamp with time zone, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.begin_shift(p_shift bigint, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('begin_shift', p_request);
    v_shift core.shift;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    LOCK TABLE core.shift IN SHARE ROW EXCLUSIVE MODE;     -- two leaders who begin in one moment: one of them does
    SELECT * INTO v_shift FROM core.shift WHERE id = p_shift;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'shift_not_found', jsonb_build_object('shift', p_shift));
    END IF;
    IF v_shift.leader_id <> who.person_id() THEN
        PERFORM core.fail('TB403', 'not_the_leader', core.shift_answer(p_shift));
    END IF;
    IF v_shift.state <> 'planned' THEN
        PERFORM core.fail('TB409', 'wrong_state', core.shift_answer(p_shift));
    END IF;
    IF (core.shift_on_duty()).id IS NOT NULL THEN
        PERFORM core.fail('TB409', 'handover_needed', core.shift_answer((core.shift_on_duty()).id));
    END IF;
    PERFORM core.put_on_duty(p_shift);
    RETURN core.end_verb('begin_shift', p_request, 'shift:' || p_shift, '{}', core.shift_answer(p_shift));
END $$;
ALTER FUNCTION desk.begin_shift(p_shift bigint, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.cancel_send(p_outbox uuid, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.cancel_send(p_outbox uuid, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.cases_behind(p_metric text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text, p_key text, p_after bigint DEFAULT NULL::bigint, p_limit integer DEFAULT 50, p_part text DEFAULT NULL::text, p_late boolean DEFAULT NULL::boolean) RETURNS TABLE(id bigint, number text, status text, queue smallint, urgency text, category text, category_name text, category_name_en text, unit text, unit_name text, unit_name_en text, area text, holder_name text, opened_at timestamp with time zone, burns_at timestamp with time zone, burns_clock text, first_words text, at timestamp with time zone, seconds double precision, late boolean, times integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    RETURN QUERY
    SELECT c.id, c.number, c.status, c.queue, c.urgency, g.code, g.name, g.name_en, u.code, u.name, u.name_en, a.name, h.name, c.opened_at, c.burns_at, c.burns_clock, c.first_words,
        b.at, b.seconds, b.late, b.times
    FROM metric.behind(metric.wanted(p_metric, p_from, p_to, p_by), p_from, p_to, p_by, p_key, p_after, p_limit, p_part, p_late) b
    JOIN core.case c ON c.id = b.case_id LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.unit u ON u.id = c.lead_unit_id LEFT JOIN core.area a ON a.id = c.area_id
    LEFT JOIN core.person h ON h.id = c.holder_id ORDER BY c.id DESC;
END $$;
ALTER FUNCTION desk.cases_behind(p_metric text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text, p_key text, p_after bigint, p_limit integer, p_part text, p_late boolean) OWNER TO trucban_owner;
CREATE FUNCTION desk.change_own_password(p_verifier text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('change_own_password', p_request);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM core.require_verifier(p_verifier);
    EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, p_verifier);
    RETURN core.end_verb('change_own_password', p_request, 'person:' || who.person_id(), '{}', '{}');
END $$;
ALTER FUNCTION desk.change_own_password(p_verifier text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.change_person(p_person bigint, p_seen integer, p_changes jsonb, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('change_person', p_request);
    v_old core.person;
    v_new core.person;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT * INTO v_old FROM core.person WHERE id = p_person FOR UPDATE;
    IF NOT FOUND OR v_old.role = 'gateway' THEN
        PERFORM core.fail('TB404', 'person_not_found');
    END IF;
    IF p_seen IS DISTINCT FROM v_old.revision THEN
        PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('revision', v_old.revision));
    END IF;
    IF p_person = who.person_id() AND (jsonb_exists(p_changes, 'role') OR jsonb_exists(p_changes, 'active')) THEN
        PERFORM core.fail('TB403', 'not_yourself');
    END IF;
    IF jsonb_exists(p_changes, 'role') AND p_changes ->> 'role' NOT IN ('officer', 'unit', 'supervisor', 'admin') THEN
        PERFORM core.fail('TB422', 'role_unknown', jsonb_build_object('role', p_changes ->> 'role'));
    END IF;
    IF coalesce(p_changes ->> 'role', v_old.role) = 'unit'
       AND (CASE WHEN jsonb_exists(p_changes, 'unit') THEN coalesce(p_changes ->> 'unit', '') = '' ELSE v_old.unit_id IS NULL END) THEN
        PERFORM core.fail('TB422', 'unit_missing');
    END IF;
    UPDATE core.person SET name = coalesce(nullif(p_changes ->> 'name', ''), name), rank = coalesce(p_changes ->> 'rank', rank), role = coalesce(p_changes ->> 'role', role),
        unit_id = CASE WHEN jsonb_exists(p_changes, 'unit') THEN core.unit_by_code(p_changes ->> 'unit') ELSE unit_id END,
        active = coalesce((p_changes ->> 'active')::boolean, active), revision = revision + 1 WHERE id = p_person RETURNING * INTO v_new;
    IF v_new.role <> v_old.role THEN
        EXECUTE format('REVOKE %I FROM %I', core.group_role(v_old.role), v_old.login);
        EXECUTE format('GRANT %I TO %I', core.group_role(v_new.role), v_old.login);
    END IF;
    IF v_new.active <> v_old.active THEN
        EXECUTE format('ALTER ROLE %I %s', v_old.login, CASE WHEN v_new.active THEN 'LOGIN' ELSE 'NOLOGIN' END);
        UPDATE core.case SET lease_until = core.now() - interval '1 second' WHERE holder_id = p_person AND NOT v_new.active;
    END IF;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('change_person', p_request, 'person:' || p_person, p_changes, jsonb_build_object('id', p_person, 'revision', v_new.revision));
END $$;
ALTER FUNCTION desk.change_person(p_person bigint, p_seen integer, p_changes jsonb, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.check_slip(p_case_number text, p_code text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.check_slip(p_case_number text, p_code text) OWNER TO trucban_owner;
CREATE FUNCTION desk.citizen_file(p_case bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_citizen bigint;
BEGIN
    PERFORM core.require_readable(p_case);
    SELECT citizen_id INTO v_citizen FROM core.case WHERE id = p_case;
    RETURN (SELECT jsonb_build_object('citizen', z.id, 'muted', z.muted, 'first_seen_at', z.first_seen_at, 'last_seen_at', z.last_seen_at,
        'private_reply_spent', (SELECT t.private_reply_spent FROM core.thread t JOIN core.case c ON c.thread_id = t.id WHERE c.id = p_case),
        'cases', (SELECT coalesce(jsonb_agg(x ORDER BY x.id DESC), '[]') FROM (
            SELECT c.id, c.number, c.status, c.channel, c.opened_at, c.first_words, g.code AS category FROM core.case c LEFT JOIN core.category g ON g.id = c.category_id
            WHERE c.citizen_id = v_citizen AND c.id <> p_case AND who.may_read(c.id) ORDER BY c.id DESC LIMIT 50) x))
        FROM core.citizen z WHERE z.id = v_citizen);
END $$;
ALTER FUNCTION desk.citizen_file(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.claim(p_case bigint, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.claim(p_case bigint, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.classify(p_case bigint, p_revision integer, p_fields jsonb, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.classify(p_case bigint, p_revision integer, p_fields jsonb, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.clocks(p_case bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_staff boolean := who.is_staff();
    v_units bigint[] := who.unit_ids();
BEGIN
    PERFORM core.require_readable(p_case);
    RETURN (SELECT jsonb_build_object('number', c.number, 'case', c.id, 'status', c.status, 'age_s', CASE WHEN v_staff THEN core.case_age(c.id) END,
        'stages', (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', p.stage, 'holder', p.holder,
                'holder_name', CASE p.holder WHEN 'unit' THEN u.name WHEN 'desk' THEN coalesce(s.name, 'Trung tâm Thông tin chỉ huy') WHEN 'citizen' THEN 'Người dân' ELSE 'Facebook' END,
                'unit', u.code, 'unit_name', u.name, 'unit_name_en', nullif(u.name_en, ''), 'head', coalesce(h.name, l.name, ''), 'head_rank', coalesce(h.rank, l.rank, ''), 'shift', s.name,
                'from', p.from_at, 'to', CASE WHEN NOT p.running THEN p.to_at END, 'seconds', core.whole_seconds(p.to_at) - core.whole_seconds(p.from_at), 'due_at', p.due_at,
                'state', CASE WHEN p.due_at IS NULL THEN 'no_limit' WHEN p.running THEN CASE WHEN core.now() > p.due_at THEN 'overdue' ELSE 'running' END
                              WHEN p.to_at > p.due_at THEN 'late' ELSE 'met' END,
                'late_s', greatest(0, core.whole_seconds(p.to_at) - core.whole_seconds(greatest(p.due_at, p.from_at)))) ORDER BY p.from_at, p.charge_id), '[]')
            FROM core.charge_pieces(c.id) p LEFT JOIN core.unit u ON u.id = p.unit_id LEFT JOIN core.unit_head h ON h.id = p.head_id LEFT JOIN core.shift s ON s.id = p.shift_id
            LEFT JOIN core.person l ON l.id = s.leader_id WHERE v_staff OR p.unit_id = ANY (v_units)),
        'handed_back', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', a.ended_at, 'unit', u.code, 'unit_name', u.name, 'code', a.reason_code, 'reason', a.reason, 'how', a.state) ORDER BY a.ended_at), '[]')
            FROM core.assignment a JOIN core.unit u ON u.id = a.unit_id WHERE a.case_id = c.id AND a.state IN ('handed_back', 'handed_on') AND (v_staff OR a.unit_id = ANY (v_units))),
        'ladder', (SELECT coalesce(jsonb_agg(jsonb_build_object('rung', e.rung, 'severity', e.severity, 'stage', g.stage, 'rung_at', e.rung_at, 'at', e.at, 'superseded', e.superseded, 'told', e.told) ORDER BY e.id), '[]')
            FROM core.escalation e JOIN core.charge g ON g.id = e.charge_id WHERE e.case_id = c.id AND v_staff))
        FROM core.case c WHERE c.id = p_case);
END $$;
ALTER FUNCTION desk.clocks(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.close(p_case bigint, p_revision integer, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.close(p_case bigint, p_revision integer, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.confirm(p_assignment bigint, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.confirm(p_assignment bigint, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.cover_media(p_source bigint, p_copy bigint, p_places integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('cover_media', p_request);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF NOT core.may_read_media(p_source) OR NOT EXISTS (SELECT FROM core.media WHERE id = p_copy AND uploaded_by = who.person_id() AND complete AND kind = 'image') THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_source));
    END IF;
    IF coalesce(p_places, 0) < 1 OR p_copy IN (SELECT core.media_family(p_source)) OR core.is_uncovered(p_copy) THEN
        PERFORM core.fail('TB422', 'not_covered', jsonb_build_object('media', p_copy));
    END IF;
    INSERT INTO core.media_cover (copy_id, source_id, person_id, at, places) VALUES (p_copy, p_source, who.person_id(), core.now(), p_places)
    ON CONFLICT DO NOTHING;
    RETURN core.end_verb('cover_media', p_request, 'media:' || p_copy, jsonb_build_object('source', p_source, 'places', p_places), jsonb_build_object('id', p_copy));
END $$;
ALTER FUNCTION desk.cover_media(p_source bigint, p_copy bigint, p_places integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.dashboard(p_hours integer DEFAULT 24) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_now timestamptz := core.now();
    v_today timestamptz := date_trunc('day', v_now AT TIME ZONE 'Asia/Ho_Chi_Minh') AT TIME ZONE 'Asia/Ho_Chi_Minh';
    v_from timestamptz := date_trunc('hour', v_now) - make_interval(hours => greatest(1, least(p_hours, 168)) - 1);
    v_answer jsonb;
BEGIN
    IF NOT who.is_staff() THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('role', who.role()));
    END IF;
    WITH live AS MATERIALIZED (
        SELECT status, queue, category_id, lead_unit_id, burns_at < v_now AS overdue FROM core.case WHERE queue <= 4
    )
    SELECT jsonb_build_object('now', v_now,
        'queues', (SELECT jsonb_build_object('new', count(*) FILTER (WHERE queue = 1), 'in_hand', count(*) FILTER (WHERE queue = 2), 'waiting', count(*) FILTER (WHERE queue = 3),
            'answered', count(*) FILTER (WHERE queue = 4), 'overdue', count(*) FILTER (WHERE overdue)) FROM live),
        'statuses', (SELECT coalesce(jsonb_agg(x ORDER BY x.cases DESC), '[]') FROM (SELECT status, count(*) AS cases FROM live GROUP BY status) x),
        'categories', (SELECT coalesce(jsonb_agg(x ORDER BY x.cases DESC), '[]') FROM (
            SELECT g.code, g.name, g.name_en, count(*) AS cases, count(*) FILTER (WHERE l.overdue) AS overdue FROM live l LEFT JOIN core.category g ON g.id = l.category_id GROUP BY g.id) x),
        'units', (SELECT coalesce(jsonb_agg(x ORDER BY x.overdue DESC, x.cases DESC), '[]') FROM (
            SELECT u.code, u.name, u.name_en, count(*) AS cases, count(*) FILTER (WHERE l.overdue) AS overdue FROM live l JOIN core.unit u ON u.id = l.lead_unit_id
            WHERE l.queue = 3 GROUP BY u.id ORDER BY count(*) FILTER (WHERE l.overdue) DESC, count(*) DESC LIMIT 12) x)) INTO v_answer
    FROM (SELECT 1) one;
    RETURN v_answer || jsonb_build_object(
        'oldest', (SELECT coalesce(jsonb_agg(to_jsonb(x) - 'burns_at' ORDER BY x.burns_at), '[]') FROM (
            SELECT c.id, c.number, c.status, c.stage, c.burns_clock, c.opened_at, c.burns_at, c.burns_at AS due_at, c.first_words, g.code AS category, u.name AS unit, u.name_en AS unit_en
            FROM core.case c LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.unit u ON u.id = c.lead_unit_id
            WHERE c.queue <= 4 AND c.burns_at < 'infinity' ORDER BY c.burns_at, c.id LIMIT 8) x),
        'arrivals', (SELECT jsonb_agg(jsonb_build_object('at', h.at, 'cases', coalesce(n.cases, 0)) ORDER BY h.at)
            FROM generate_series(v_from, v_now, interval '1 hour') h(at)
            LEFT JOIN (SELECT date_trunc('hour', opened_at) AS at, count(*) AS cases FROM core.case WHERE opened_at >= v_from GROUP BY 1) n ON n.at = h.at),
        'usual', (SELECT coalesce(jsonb_agg(jsonb_build_object('hour', x.hour, 'cases', x.cases)), '[]') FROM (
            SELECT extract(hour FROM opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::int AS hour, round(count(*) / 7.0, 1) AS cases FROM core.case
            WHERE opened_at >= v_today - interval '7 days' AND opened_at < v_today GROUP BY 1) x),
        'arrived_today', (SELECT count(*) FROM core.case WHERE opened_at >= v_today),
        'arrived_same_time_last_week', (SELECT count(*) FROM core.case WHERE opened_at >= v_today - interval '7 days' AND opened_at < v_now - interval '7 days'),
        'released_today', (SELECT count(*) FROM core.case WHERE released_at >= v_today),
        'published_today', (SELECT count(*) FROM core.bulletin WHERE published_at >= v_today));
END $$;
ALTER FUNCTION desk.dashboard(p_hours integer) OWNER TO trucban_owner;
CREATE FUNCTION desk.decide_extension(p_extension bigint, p_approve boolean, p_until timestamp with time zone, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.decide_extension(p_extension bigint, p_approve boolean, p_until timestamp with time zone, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.dry_run_rule(p_rule bigint, p_from timestamp with time zone, p_to timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.dry_run_rule(p_rule bigint, p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION desk.forget_holiday(p_day date, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('forget_holiday', p_request);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    DELETE FROM core.holiday WHERE day = p_day;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'day_not_found', jsonb_build_object('date', p_day));
    END IF;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('forget_holiday', p_request, 'holiday:' || p_day, jsonb_build_object('date', p_day), core.recompute_due('holiday:' || p_day));
END $$;
ALTER FUNCTION desk.forget_holiday(p_day date, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.forward(p_case bigint, p_revision integer, p_units jsonb, p_instruction text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.forward(p_case bigint, p_revision integer, p_units jsonb, p_instruction text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.hand_back(p_assignment bigint, p_code text, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.hand_back(p_assignment bigint, p_code text, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.hand_on(p_assignment bigint, p_unit bigint, p_code text, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.hand_on(p_assignment bigint, p_unit bigint, p_code text, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.hide_comment(p_case bigint, p_revision integer, p_message bigint, p_hidden boolean, p_outbox uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.hide_comment(p_case bigint, p_revision integer, p_message bigint, p_hidden boolean, p_outbox uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.import_boundaries(p_features jsonb, p_attribution text, p_dry_run boolean, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('import_boundaries', p_request);
    v_attribution text;
    v_bad jsonb;
    v_count int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_attribution := core.require_text(p_attribution, 'attribution_missing');
    SELECT coalesce(jsonb_agg(jsonb_build_object('line', f -> 'line', 'code', core.boundary_fault(f), 'facts', jsonb_build_object('area', f -> 'code')) ORDER BY n), '[]'), (SELECT count(*) FROM jsonb_array_elements(p_features))
    INTO v_bad, v_count FROM jsonb_array_elements(p_features) WITH ORDINALITY x(f, n) WHERE core.boundary_fault(f) IS NOT NULL;
    IF p_dry_run OR jsonb_array_length(v_bad) > 0 THEN
        RETURN jsonb_build_object('saved', 0, 'would_save', v_count - jsonb_array_length(v_bad), 'bad', v_bad, 'dry_run', p_dry_run);
    END IF;
    INSERT INTO core.area_boundary (area_id, rings, attribution, imported_at, imported_by)
    SELECT DISTINCT ON (a.id) a.id, f -> 'rings', v_attribution, core.now(), who.person_id() FROM jsonb_array_elements(p_features) f JOIN core.area a ON a.code = f ->> 'code' AND a.valid_to IS NULL
    ON CONFLICT (area_id) DO UPDATE SET rings = excluded.rings, attribution = excluded.attribution, imported_at = excluded.imported_at, imported_by = excluded.imported_by;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('import_boundaries', p_request, 'areas', jsonb_build_object('areas', v_count, 'attribution', v_attribution), jsonb_build_object('saved', v_count, 'bad', v_bad, 'dry_run', false));
END $$;
ALTER FUNCTION desk.import_boundaries(p_features jsonb, p_attribution text, p_dry_run boolean, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.import_rows(p_kind text, p_rows jsonb, p_dry_run boolean, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('import_rows', p_request);
    v_row jsonb;
    v_bad jsonb := '[]'::jsonb;
    v_saved int := 0;
    v_detail text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF p_kind NOT IN ('unit', 'area', 'category', 'deadline', 'holiday', 'template', 'source') THEN
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', p_kind));
    END IF;
    BEGIN
        FOR v_row IN SELECT value FROM jsonb_array_elements(p_rows) LOOP
            BEGIN
                PERFORM core.save_row(p_kind, v_row);
                v_saved := v_saved + 1;
            EXCEPTION WHEN OTHERS THEN
                GET STACKED DIAGNOSTICS v_detail = PG_EXCEPTION_DETAIL;
                v_bad := v_bad || jsonb_build_object('line', v_row -> 'line', 'code', CASE WHEN SQLSTATE LIKE 'TB%' THEN SQLERRM ELSE 'field_invalid' END,
                    'facts', CASE WHEN SQLSTATE LIKE 'TB%' AND v_detail IS JSON THEN v_detail::jsonb ELSE jsonb_build_object('message', SQLERRM) END);
            END;
        END LOOP;
        IF p_dry_run OR jsonb_array_length(v_bad) > 0 THEN
            RAISE EXCEPTION 'undo' USING ERRCODE = 'TB000';
        END IF;
    EXCEPTION WHEN SQLSTATE 'TB000' THEN
        RETURN jsonb_build_object('saved', 0, 'would_save', v_saved, 'bad', v_bad, 'dry_run', p_dry_run);
    END;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('import_rows', p_request, p_kind, jsonb_build_object('rows', v_saved), jsonb_build_object('saved', v_saved, 'bad', v_bad, 'dry_run', false)
        || CASE WHEN p_kind IN ('deadline', 'holiday') THEN core.recompute_due('import:' || p_kind) ELSE '{}' END);
END $$;
ALTER FUNCTION desk.import_rows(p_kind text, p_rows jsonb, p_dry_run boolean, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.inbox_counts() RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_me bigint := who.person_id();
    v_now timestamptz := core.now();
    v_units bigint[] := who.unit_ids();
    v_line bigint[] := who.unit_line();
BEGIN
    IF who.is_staff() THEN
        RETURN (SELECT jsonb_build_object('new', count(*) FILTER (WHERE queue = 1), 'in_hand', count(*) FILTER (WHERE queue = 2), 'waiting', count(*) FILTER (WHERE queue = 3),
            'answered', count(*) FILTER (WHERE queue = 4), 'overdue', count(*) FILTER (WHERE burns_at < v_now),
            'mine', (SELECT count(*) FROM core.case WHERE holder_id = v_me))
            FROM core.case WHERE queue <= 4);
    END IF;
    RETURN (SELECT jsonb_build_object('my_unit', count(*) FILTER (WHERE a.state IN ('sent', 'confirmed', 'returned')), 'unconfirmed', count(*) FILTER (WHERE a.state = 'sent'),
        'answered', count(*) FILTER (WHERE a.state = 'answered'), 'overdue', count(*) FILTER (WHERE a.due_at < v_now AND a.state IN ('sent', 'confirmed', 'returned')))
        FROM core.assignment a WHERE a.unit_id = ANY (v_units) AND a.state IN ('sent', 'confirmed', 'returned', 'answered')
            AND (a.about_unit_id IS NULL OR a.about_unit_id <> ALL (v_line)));
END $$;
ALTER FUNCTION desk.inbox_counts() OWNER TO trucban_owner;
CREATE FUNCTION desk.inspect_case(p_number text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case bigint;
BEGIN
    PERFORM core.require_verb('inspect_case');
    SELECT id INTO v_case FROM core.case WHERE number = p_number;
    IF v_case IS NULL THEN
        PERFORM core.fail('TB404', 'case_not_found', jsonb_build_object('number', p_number));
    END IF;
    PERFORM core.log_reading(v_case, 'case');
    RETURN (SELECT jsonb_build_object('number', c.number, 'status', c.status, 'revision', c.revision, 'category', g.code, 'urgency', c.urgency, 'unit', u.code,
            'area', a.name, 'citizen', 'Người dân #' || c.citizen_id, 'channel', c.channel, 'holder', h.login, 'opened_at', c.opened_at, 'received_at', c.received_at,
            'last_message_at', c.last_message_at, 'stage', c.stage, 'due_at', c.due_at, 'window_until', c.window_until, 'awaiting_reply', c.awaiting_reply,
            'duplicate_of', (SELECT number FROM core.case WHERE id = c.duplicate_of), 'decision', c.decision, 'released_at', c.released_at,
            'published_at', c.published_at, 'closed_at', c.closed_at) FROM core.case c LEFT JOIN core.category g ON g.id = c.category_id
            LEFT JOIN core.unit u ON u.id = c.lead_unit_id LEFT JOIN core.area a ON a.id = c.area_id LEFT JOIN core.person h ON h.id = c.holder_id WHERE c.id = v_case)
        || jsonb_build_object(
        'messages', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'platform_id', m.platform_id, 'direction', m.direction, 'kind', m.kind, 'text', m.text,
                'converted_text', m.converted_text, 'sent_at', m.sent_at, 'received_at', m.received_at, 'edited', m.edited_at IS NOT NULL, 'edited_at', m.edited_at,
                'edits', m.edits, 'deleted', m.deleted_at IS NOT NULL, 'deleted_at', m.deleted_at, 'hidden', m.hidden, 'reply_to', m.reply_to, 'reactions', m.reactions,
                'extra', m.extra, 'outbox', m.outbox_id, 'journal', m.journal_id,
                'versions', (SELECT coalesce(jsonb_agg(jsonb_build_object('version', v.version, 'text', v.text, 'replaced_at', v.replaced_at) ORDER BY v.version), '[]')
                             FROM core.message_version v WHERE v.message_id = m.id),
                'attachments', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'mime', f.mime, 'bytes', f.bytes, 'sha256', encode(f.sha256, 'hex'), 'state', t.state,
                        'failure', t.failure, 'name', t.name, 'title', t.title, 'lat', t.lat, 'lon', t.lon, 'sticker_id', t.sticker_id, 'width', f.width, 'height', f.height,
                        'duration_ms', f.duration_ms, 'derive_state', f.derive_state, 'derivatives', (SELECT coalesce(jsonb_agg(d.kind ORDER BY d.kind), '[]')
                            FROM core.media_derivative d WHERE d.original_id = f.id)) ORDER BY t.ordinal), '[]')
                    FROM core.attachment t LEFT JOIN core.media f ON f.id = t.media_id WHERE t.message_id = m.id)) ORDER BY m.sent_at, m.id), '[]')
            FROM core.message m WHERE m.case_id = v_case),
        'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', e.at, 'person', p.login, 'verb', e.verb, 'from', e.from_status, 'to', e.to_status, 'revision', e.revision,
                'seen', e.seen, 'reason', e.reason, 'facts', e.facts) ORDER BY e.id), '[]') FROM core.case_event e LEFT JOIN core.person p ON p.id = e.person_id WHERE e.case_id = v_case),
        'assignments', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'unit', u.code, 'lead', s.lead, 'state', s.state, 'instruction', s.instruction, 'due_at', s.due_at,
                'sent_by', p.login, 'sent_at', s.sent_at, 'confirmed_at', s.confirmed_at, 'answered_at', s.answered_at, 'ended_at', s.ended_at, 'reason', s.reason,
                'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('person', w.login, 'text', n.text, 'answered_at', n.answered_at, 'state', n.state, 'reason', n.reason,
                        'media', cardinality(n.media_ids)) ORDER BY n.id), '[]') FROM core.unit_answer n JOIN core.person w ON w.id = n.person_id WHERE n.assignment_id = s.id)) ORDER BY s.id), '[]')
            FROM core.assignment s JOIN core.unit u ON u.id = s.unit_id JOIN core.person p ON p.id = s.sent_by WHERE s.case_id = v_case),
        'outbox', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'state', o.state, 'text', o.text, 'person', p.login, 'final', o.final, 'tag', o.tag,
                'platform_ids', o.platform_ids, 'attempts', o.attempts, 'parts_sent', o.parts_sent, 'media', cardinality(o.media_ids), 'queued_at', o.queued_at, 'sent_at', o.sent_at,
                'delivered_at', o.delivered_at, 'seen_at', o.seen_at, 'error_code', o.error_code, 'error_subcode', o.error_subcode, 'error', o.error_word,
                'error_detail', o.error_detail) ORDER BY o.queued_at, o.id), '[]') FROM core.outbox o LEFT JOIN core.person p ON p.id = o.person_id WHERE o.case_id = v_case),
        'posts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'state', b.state, 'text', b.post_text, 'platform_id', b.platform_id, 'permalink', b.permalink,
                'source', (SELECT code FROM core.source WHERE id = b.source_id), 'source_url', b.source_url, 'author', w.login, 'approved_by', k.login, 'scheduled_for', b.scheduled_for,
                'published_at', b.published_at, 'failure', b.failure, 'revision', b.revision) ORDER BY b.id), '[]')
            FROM core.bulletin b JOIN core.person w ON w.id = b.author_id LEFT JOIN core.person k ON k.id = b.approved_by WHERE b.case_id = v_case),
        'notes', (SELECT coalesce(jsonb_agg(jsonb_build_object('person', p.login, 'text', n.text, 'at', n.at) ORDER BY n.id), '[]') FROM core.note n JOIN core.person p ON p.id = n.person_id WHERE n.case_id = v_case));
END $$;
ALTER FUNCTION desk.inspect_case(p_number text) OWNER TO trucban_owner;
CREATE FUNCTION desk.inspect_cases(p_filter jsonb, p_limit integer, p_after bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.inspect_cases(p_filter jsonb, p_limit integer, p_after bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.inspect_slip(p_number text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.inspect_slip(p_number text) OWNER TO trucban_owner;
CREATE FUNCTION desk.journal_counts() RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.require_verb('inspect_server');
    RETURN (SELECT jsonb_build_object('received', received, 'processed', processed, 'rejected', rejected, 'pending', pending) FROM intake.journal_counts());
END $$;
ALTER FUNCTION desk.journal_counts() OWNER TO trucban_owner;
CREATE FUNCTION desk.journal_list(p_state text, p_limit integer, p_after bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.require_verb('inspect_server');
    RETURN (SELECT jsonb_build_object('entries', coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.id DESC), '[]'), 'next', CASE WHEN count(*) = p_limit THEN min(x.id)::text END) FROM (
        SELECT j.id, j.received_at, j.origin, j.state, j.attempts, octet_length(j.body) AS bytes, j.error FROM core.journal j
        WHERE (p_state IS NULL OR j.state = p_state) AND (p_after IS NULL OR j.id < p_after) ORDER BY j.id DESC LIMIT p_limit) x);
END $$;
ALTER FUNCTION desk.journal_list(p_state text, p_limit integer, p_after bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.journal_show(p_id bigint) RETURNS TABLE(id bigint, received_at timestamp with time zone, origin text, state text, attempts integer, error text, processed_at timestamp with time zone, body bytea, headers text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.require_verb('inspect_journal');
    IF NOT EXISTS (SELECT FROM core.journal j WHERE j.id = p_id) THEN
        PERFORM core.fail('TB404', 'journal_entry_not_found', jsonb_build_object('id', p_id));
    END IF;
    PERFORM core.write_audit('inspect_journal', 'journal:' || p_id, '{}');
    RETURN QUERY SELECT j.id, j.received_at, j.origin, j.state, j.attempts, j.error, j.processed_at, j.body, j.headers FROM core.journal j WHERE j.id = p_id;
END $$;
ALTER FUNCTION desk.journal_show(p_id bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.leave_seat(p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('leave_seat', p_request);
    v_shift bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    UPDATE core.shift_seat SET to_at = greatest(core.now(), from_at) WHERE person_id = who.person_id() AND to_at IS NULL RETURNING shift_id INTO v_shift;
    IF v_shift IS NULL THEN
        PERFORM core.fail('TB409', 'no_seat');
    END IF;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('leave_seat', p_request, 'shift:' || v_shift, '{}', jsonb_build_object('shift', v_shift));
END $$;
ALTER FUNCTION desk.leave_seat(p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.log_export(p_what text, p_facts jsonb, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.log_export(p_what text, p_facts jsonb, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.make_report(p_kind text, p_day date, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('make_report', p_request);
    v_id bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM core.require_report(p_kind, p_day);
    v_id := core.keep_report(p_kind, p_day, false);
    RETURN core.end_verb('make_report', p_request, 'report:' || v_id, (SELECT jsonb_build_object('kind', kind, 'from', from_at, 'sha256', sha256) FROM core.report WHERE id = v_id), jsonb_build_object('id', v_id));
END $$;
ALTER FUNCTION desk.make_report(p_kind text, p_day date, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.mark_duplicate(p_case bigint, p_revision integer, p_of bigint, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.mark_duplicate(p_case bigint, p_revision integer, p_of bigint, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) OWNER TO trucban_owner;
CREATE FUNCTION desk.media_chunk(p_media bigint, p_index integer) RETURNS bytea
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT core.may_read_media(p_media) THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_media));
    END IF;
    PERFORM core.log_reading(a.case_id, 'original')
    FROM (SELECT DISTINCT case_id FROM core.attachment WHERE media_id = p_media ORDER BY case_id DESC LIMIT 20) a
    -- a later piece by itself is a reading as well; after the first one it needs no line of its own
    WHERE who.may_read(a.case_id) AND (p_index = 0 OR NOT EXISTS (SELECT FROM core.reading r WHERE r.case_id = a.case_id AND r.person_id = who.person_id() AND r.what = 'original'));
    RETURN (SELECT data FROM core.media_chunk WHERE media_id = p_media AND index = p_index);
END $$;
ALTER FUNCTION desk.media_chunk(p_media bigint, p_index integer) OWNER TO trucban_owner;
CREATE FUNCTION desk.media_end(p_media bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.require_verb('upload_media');
    IF NOT EXISTS (SELECT FROM core.media WHERE id = p_media AND uploaded_by = who.person_id()) THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_media));
    END IF;
    PERFORM core.media_end(p_media);
    PERFORM core.write_audit('upload_media', 'media:' || p_media, '{}');
END $$;
ALTER FUNCTION desk.media_end(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.media_info(p_media bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT core.may_read_media(p_media) THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_media));
    END IF;
    RETURN (SELECT jsonb_build_object('id', id, 'sha256', encode(sha256, 'hex'), 'bytes', bytes, 'mime', mime, 'kind', kind, 'complete', complete, 'width', width, 'height', height,
        'duration_ms', duration_ms, 'derive_state', derive_state, 'derive_error', derive_error,
        'derivatives', (SELECT coalesce(jsonb_object_agg(d.kind, jsonb_build_object('media', d.media_id, 'bytes', x.bytes, 'mime', x.mime)), '{}')
                        FROM core.media_derivative d JOIN core.media x ON x.id = d.media_id WHERE d.original_id = m.id),
        'still', (SELECT jsonb_build_object('media', d.media_id, 'bytes', x.bytes, 'mime', x.mime) FROM core.media_derivative c JOIN core.media_derivative d ON d.original_id = c.original_id
                  JOIN core.media x ON x.id = d.media_id WHERE c.media_id = m.id AND c.kind IN ('clip', 'screen') AND d.kind IN ('poster', 'thumbnail') ORDER BY d.kind LIMIT 1),
        'covered', EXISTS (SELECT FROM core.media_cover v WHERE v.copy_id = m.id), 'uncovered', core.is_uncovered(m.id))
        FROM core.media m WHERE id = p_media);
END $$;
ALTER FUNCTION desk.media_info(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.media_put(p_media bigint, p_index integer, p_data bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.require_verb('upload_media');
    IF NOT EXISTS (SELECT FROM core.media WHERE id = p_media AND uploaded_by = who.person_id()) THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_media));
    END IF;
    PERFORM core.media_put(p_media, p_index, p_data);
END $$;
ALTER FUNCTION desk.media_put(p_media bigint, p_index integer, p_data bytea) OWNER TO trucban_owner;
CREATE FUNCTION desk.message_versions(p_message bigint) RETURNS TABLE(version integer, text text, replaced_at timestamp with time zone)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case bigint := (SELECT case_id FROM core.message WHERE id = p_message);
BEGIN
    PERFORM core.require_readable(v_case);
    PERFORM core.log_reading(v_case, 'case');
    RETURN QUERY SELECT v.version, v.text, v.replaced_at FROM core.message_version v WHERE v.message_id = p_message ORDER BY v.version;
END $$;
ALTER FUNCTION desk.message_versions(p_message bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.messages(p_case bigint, p_before_at timestamp with time zone DEFAULT NULL::timestamp with time zone, p_before_id bigint DEFAULT NULL::bigint, p_limit integer DEFAULT 100, p_after_id bigint DEFAULT NULL::bigint) RETURNS TABLE(id bigint, direction text, kind text, text text, converted_text text, sent_at timestamp with time zone, received_at timestamp with time zone, edited_at timestamp with time zone, edits integer, deleted_at timestamp with time zone, hidden boolean, reactions jsonb, extra jsonb, reply_to bigint, person_name text, attachments jsonb, outbox_id uuid, outbox_state text, outbox_error text, outbox_tag text, delivered_at timestamp with time zone, seen_at timestamp with time zone, outbox_kind text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.messages(p_case bigint, p_before_at timestamp with time zone, p_before_id bigint, p_limit integer, p_after_id bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.metric(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text DEFAULT NULL::text) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_metric core.metric := metric.wanted(p_name, p_from, p_to, p_by);
BEGIN
    RETURN jsonb_build_object('metric', v_metric.name, 'label', v_metric.label, 'label_en', v_metric.label_en, 'definition', v_metric.definition_en, 'definition_vi', v_metric.definition,
        'kind', v_metric.kind, 'unit', CASE v_metric.kind WHEN 'count' THEN 'cases' WHEN 'cases' THEN 'cases' WHEN 'share' THEN 'share' ELSE 'seconds' END, 'live', v_metric.live,
        'from', CASE WHEN NOT v_metric.live THEN p_from END, 'to', CASE WHEN NOT v_metric.live THEN p_to END, 'by', coalesce(p_by, v_metric.by_default),
        'rows', metric.rows(v_metric, p_from, p_to, p_by));
END $$;
ALTER FUNCTION desk.metric(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) OWNER TO trucban_owner;
CREATE FUNCTION desk.metric_set(p_wanted jsonb) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT coalesce(jsonb_object_agg(coalesce(w ->> 'as', w ->> 'metric'), desk.metric(w ->> 'metric', (w ->> 'from')::timestamptz, (w ->> 'to')::timestamptz, w ->> 'by')), '{}')
    FROM jsonb_array_elements(p_wanted) w
$$;
ALTER FUNCTION desk.metric_set(p_wanted jsonb) OWNER TO trucban_owner;
CREATE FUNCTION desk.open_case(p_case bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.open_case(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.open_identity(p_case bigint, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('open_identity', p_request);
    v_reason text;
BEGIN
    IF v_done IS NULL THEN
        v_reason := core.require_text(p_reason, 'reason_missing');
        IF length(v_reason) < 10 THEN
            PERFORM core.fail('TB422', 'reason_too_short', '{"least": 10}');
        END IF;
        PERFORM core.require_readable(p_case);
        PERFORM core.log_reading(p_case, 'identity', v_reason);
        INSERT INTO core.case_event (case_id, at, person_id, verb, from_status, to_status, revision, reason)
        SELECT id, core.now(), who.person_id(), 'open_identity', status, status, revision, v_reason FROM core.case WHERE id = p_case;
        PERFORM core.tell('case', p_case);
        RETURN core.end_verb('open_identity', p_request, 'case:' || p_case, jsonb_build_object('reason', v_reason), jsonb_build_object('opened', true, 'case', p_case));
    END IF;
    IF v_done ->> 'case' <> p_case::text THEN    -- the reason was given for another case
        PERFORM core.fail('TB422', 'request_id_used', jsonb_build_object('case', v_done -> 'case'));
    END IF;
    IF (SELECT made_in FROM core.request WHERE person_id = who.person_id() AND id = p_request) = pg_current_xact_id() THEN
        PERFORM core.fail('TB409', 'opening_not_committed', jsonb_build_object('case', p_case));
    END IF;
    PERFORM core.require_readable(p_case);
    -- shown again later: a reading of its own
    IF NOT EXISTS (SELECT FROM core.reading WHERE case_id = p_case AND person_id = who.person_id() AND what = 'identity' AND at > core.now() - interval '1 minute') THEN
        PERFORM core.log_reading(p_case, 'identity', '');
    END IF;
    RETURN (SELECT jsonb_build_object('identities', coalesce(jsonb_agg(jsonb_build_object('name', i.name, 'profile', i.profile, 'platform_user_id', i.platform_user_id) ORDER BY i.id), '[]'))
        FROM core.citizen_identity i JOIN core.case c ON c.citizen_id = i.citizen_id WHERE c.id = p_case AND who.may_read(c.id));
END $$;
ALTER FUNCTION desk.open_identity(p_case bigint, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.plan_shift(p_shift bigint, p_seen integer, p_fields jsonb, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('plan_shift', p_request);
    v_shift core.shift;
    v_id bigint := p_shift;
    v_from timestamptz := (p_fields ->> 'starts_at')::timestamptz;
    v_to timestamptz := (p_fields ->> 'ends_at')::timestamptz;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF p_shift IS NOT NULL THEN
        SELECT * INTO v_shift FROM core.shift WHERE id = p_shift FOR UPDATE;
        IF NOT FOUND THEN
            PERFORM core.fail('TB404', 'shift_not_found', jsonb_build_object('shift', p_shift));
        END IF;
        IF p_seen IS DISTINCT FROM v_shift.revision THEN
            PERFORM core.fail('TB409', 'stale_revision', core.shift_answer(p_shift));
        END IF;
        IF v_shift.state = 'handed_over' OR EXISTS (SELECT FROM core.handover WHERE (from_shift_id = p_shift OR to_shift_id = p_shift) AND state <> 'prepared') THEN
            PERFORM core.fail('TB409', 'wrong_state', core.shift_answer(p_shift));
        END IF;
    END IF;
    IF (p_fields ->> 'drop')::boolean THEN
        IF v_shift.state IS DISTINCT FROM 'planned' OR EXISTS (SELECT FROM core.handover WHERE to_shift_id = p_shift) THEN
            PERFORM core.fail('TB409', 'wrong_state', core.shift_answer(p_shift));
        END IF;
        DELETE FROM core.shift WHERE id = p_shift;
        PERFORM core.tell('admin', 0);
        RETURN core.end_verb('plan_shift', p_request, 'shift:' || p_shift, p_fields || jsonb_build_object('was', v_shift.name), jsonb_build_object('id', p_shift, 'dropped', true));
    END IF;
    PERFORM core.require_leader((p_fields ->> 'leader')::bigint);
    v_from := CASE WHEN v_shift.state = 'on_duty' THEN v_shift.starts_at ELSE v_from END;
    IF v_from IS NULL OR v_to IS NULL OR v_to <= v_from OR v_to > v_from + interval '3 days' THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('starts_at', v_from, 'ends_at', v_to));
    END IF;
    IF p_shift IS NULL THEN
        INSERT INTO core.shift (name, leader_id, starts_at, ends_at, planned_start) VALUES (core.require_text(p_fields ->> 'name', 'name_missing'), (p_fields ->> 'leader')::bigint, v_from, v_to, v_from) RETURNING id INTO v_id;
    ELSE
        UPDATE core.shift SET name = core.require_text(p_fields ->> 'name', 'name_missing'), leader_id = (p_fields ->> 'leader')::bigint, starts_at = v_from, ends_at = v_to,
            planned_start = CASE state WHEN 'planned' THEN v_from ELSE planned_start END, revision = revision + 1 WHERE id = p_shift;
    END IF;
    IF jsonb_typeof(p_fields -> 'people') = 'array' THEN
        IF EXISTS (SELECT FROM jsonb_array_elements(p_fields -> 'people') x WHERE NOT EXISTS (SELECT FROM core.person WHERE id = (x ->> 'person')::bigint AND active AND role IN ('officer', 'supervisor'))) THEN
            PERFORM core.fail('TB422', 'person_not_found');
        END IF;
        DELETE FROM core.shift_plan WHERE shift_id = v_id;
        INSERT INTO core.shift_plan SELECT v_id, (x ->> 'person')::bigint, max(left(coalesce(x ->> 'seat', ''), 80)) FROM jsonb_array_elements(p_fields -> 'people') x GROUP BY 2;
    END IF;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('plan_shift', p_request, 'shift:' || v_id, p_fields, core.shift_answer(v_id));
END $$;
ALTER FUNCTION desk.plan_shift(p_shift bigint, p_seen integer, p_fields jsonb, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.prepare_handover(p_to bigint, p_remarks text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.prepare_handover(p_to bigint, p_remarks text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.prepare_slip(p_assignment bigint, p_with_identity boolean, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.prepare_slip(p_assignment bigint, p_with_identity boolean, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.propose(p_case bigint) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case core.case;
    v_rule core.rule;
    v_category core.category;
    v_query tsquery;
    v_unit core.unit;
    v_today date := (core.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_proposal jsonb;
    v_all jsonb := '[]'::jsonb;
BEGIN
    PERFORM core.require_verb('propose');
    PERFORM core.require_readable(p_case);
    v_case := core.case_row(p_case);
    SELECT * INTO v_category FROM core.category WHERE id = v_case.category_id;
    FOR v_rule IN SELECT * FROM core.rule WHERE enabled AND NOT retired ORDER BY position, id LIMIT 500 LOOP
        CONTINUE WHEN NOT core.rule_fits(v_case, v_rule.conditions, core.categories_below(v_rule.conditions ->> 'category'));
        v_query := core.rule_query(v_rule.conditions);
        CONTINUE WHEN v_query IS NOT NULL AND NOT EXISTS (SELECT FROM core.message m JOIN search.message_text t ON t.message_id = m.id AND t.sent_at = m.sent_at
            WHERE m.case_id = p_case AND m.direction = 'in' AND m.deleted_at IS NULL AND t.lexemes @@ v_query);
        v_proposal := v_rule.proposal - '{unit,amount,unit_of_time}'::text[];
        v_unit := NULL;
        SELECT * INTO v_unit FROM core.unit WHERE id = (v_rule.proposal ->> 'unit')::bigint AND valid_from <= v_today AND (valid_to IS NULL OR valid_to >= v_today);
        IF v_unit.id IS NOT NULL AND NOT core.walled(v_case.about_unit_id, ARRAY[v_unit.id])
           AND NOT (coalesce(v_category.needs_wall, false) AND v_case.about_unit_id IS NULL AND v_unit.id IS DISTINCT FROM v_category.default_unit_id) THEN
            v_proposal := v_proposal || jsonb_build_object('unit', v_unit.id, 'unit_name', v_unit.name, 'unit_name_en', v_unit.name_en);
        END IF;
        IF v_rule.proposal ? 'amount' THEN
            v_proposal := v_proposal || jsonb_build_object('due_at', core.due(core.now(), (v_rule.proposal ->> 'amount')::int, v_rule.proposal ->> 'unit_of_time'));
        END IF;
        CONTINUE WHEN v_proposal = '{}' OR (v_rule.proposal ? 'unit' AND NOT v_proposal ? 'unit' AND NOT v_proposal ?| '{urgency,category,track}'::text[]);
        v_proposal := v_proposal
            || coalesce((SELECT jsonb_build_object('category_name', name, 'category_name_en', name_en) FROM core.category WHERE code = v_proposal ->> 'category'), '{}')
            || coalesce((SELECT jsonb_build_object('track_name', name, 'track_name_en', name_en) FROM core.legal_track WHERE code = v_proposal ->> 'track'), '{}');
        v_all := v_all || jsonb_build_object('rule', v_rule.id, 'name', v_rule.name, 'proposal', v_proposal, 'because',
            (SELECT coalesce(jsonb_agg(jsonb_build_object('what', 'word', 'word', w)), '[]') FROM jsonb_array_elements_text(core.words_found(p_case, v_rule.conditions)) w)
            || (SELECT coalesce(jsonb_agg(jsonb_build_object('what', e.key, 'word', CASE e.key WHEN 'area' THEN (SELECT name FROM core.area WHERE id = v_case.area_id)
                    WHEN 'category' THEN (SELECT name FROM core.category WHERE code = e.value) WHEN 'track' THEN (SELECT name FROM core.legal_track WHERE code = e.value) ELSE e.value END,
                    'word_en', CASE e.key WHEN 'category' THEN (SELECT name_en FROM core.category WHERE code = e.value) WHEN 'track' THEN (SELECT name_en FROM core.legal_track WHERE code = e.value) ELSE '' END)
                    ORDER BY e.key), '[]')
                FROM jsonb_each_text(v_rule.conditions - '{any_words,all_words}'::text[]) e));
    END LOOP;
    RETURN v_all;
END $$;
ALTER FUNCTION desk.propose(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.publish_bulletin(p_bulletin bigint, p_revision integer, p_outbox uuid, p_at timestamp with time zone DEFAULT NULL::timestamp with time zone) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('publish_bulletin', p_outbox);
    v_row core.bulletin;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_bulletin(p_bulletin, p_revision, 'approved', 'failed');
    IF v_row.approved_by IS NULL THEN
        PERFORM core.fail('TB403', 'not_approved');
    END IF;
    IF p_at IS NOT NULL AND (p_at < core.now() OR p_at > core.now() + interval '29 days') THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('from', core.now(), 'to', core.now() + interval '29 days'));
    END IF;
    IF EXISTS (SELECT FROM core.outbox WHERE bulletin_id = p_bulletin AND state NOT IN ('failed', 'cancelled')) THEN
        PERFORM core.fail('TB409', 'already_leaving');
    END IF;
    UPDATE core.bulletin SET state = 'approved', failure = '', scheduled_for = CASE WHEN p_at >= core.now() + interval '15 minutes' THEN p_at END WHERE id = p_bulletin;
    INSERT INTO core.outbox (id, kind, bulletin_id, person_id, text, media_ids, queued_at, send_after)
    VALUES (p_outbox, 'post', p_bulletin, who.person_id(), v_row.post_text, v_row.media_ids, core.now(), CASE WHEN p_at < core.now() + interval '15 minutes' THEN p_at ELSE core.now() END);
    PERFORM core.tell('outbox', 0);
    RETURN core.bulletin_step(p_bulletin, 'publish_bulletin', p_outbox);
END $$;
ALTER FUNCTION desk.publish_bulletin(p_bulletin bigint, p_revision integer, p_outbox uuid, p_at timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION desk.read_register(p_kind text, p_from timestamp with time zone, p_to timestamp with time zone, p_after text, p_limit integer) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
END $_$;
ALTER FUNCTION desk.read_register(p_kind text, p_from timestamp with time zone, p_to timestamp with time zone, p_after text, p_limit integer) OWNER TO trucban_owner;
CREATE FUNCTION desk.read_report(p_kind text, p_day date) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.require_verb('read_report');
    PERFORM core.require_report(p_kind, p_day);
    RETURN coalesce((SELECT r.data || jsonb_build_object('id', r.id, 'sha256', r.sha256) FROM core.report r
        WHERE r.kind = p_kind AND r.from_at = lower((core.report_period(p_kind, p_day))[1]) AND r.made_at >= r.to_at ORDER BY r.id DESC LIMIT 1), core.report_data(p_kind, p_day));
END $$;
ALTER FUNCTION desk.read_report(p_kind text, p_day date) OWNER TO trucban_owner;
CREATE FUNCTION desk.receive_slip(p_slip bigint, p_by text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
    IF who.is_staff() THEN
        v_by := core.require_text(p_by, 'text_missing');
    ELSE
        SELECT btrim(rank || ' ' || name) INTO v_by FROM core.person WHERE id = who.person_id();
    END IF;
    UPDATE core.slip SET received_at = core.now(), received_by = left(v_by, 200), received_logged_by = who.person_id(), revision = revision + 1 WHERE id = p_slip;
    PERFORM core.tell('assignment', v_slip.case_id);
    RETURN core.end_verb('receive_slip', p_request, 'slip:' || p_slip, jsonb_build_object('number', v_slip.number, 'by', v_by), core.slip_answer(p_slip));
END $$;
ALTER FUNCTION desk.receive_slip(p_slip bigint, p_by text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.refuse_question(p_question bigint, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.refuse_question(p_question bigint, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.reject(p_case bigint, p_revision integer, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.reject(p_case bigint, p_revision integer, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.relay_question(p_question bigint, p_revision integer, p_outbox uuid, p_text text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.relay_question(p_question bigint, p_revision integer, p_outbox uuid, p_text text) OWNER TO trucban_owner;
CREATE FUNCTION desk.release_claim(p_case bigint, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.release_claim(p_case bigint, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.remind(p_assignment bigint, p_text text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.remind(p_assignment bigint, p_text text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.renew_claim(p_case bigint) RETURNS timestamp with time zone
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.renew_claim(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.reopen(p_case bigint, p_revision integer, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.reopen(p_case bigint, p_revision integer, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.replay(p_bodies bytea[], p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('replay', p_request);
    v_ids jsonb;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT coalesce(jsonb_agg(j), '[]') INTO v_ids FROM intake.journal(p_bodies, 'replay') j;
    PERFORM core.tell('journal', 0);
    RETURN core.end_verb('replay', p_request, 'journal', jsonb_build_object('entries', v_ids), jsonb_build_object('journalled', jsonb_array_length(v_ids), 'entries', v_ids));
END $$;
ALTER FUNCTION desk.replay(p_bodies bytea[], p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.reply(p_case bigint, p_revision integer, p_outbox uuid, p_reply jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('reply', p_outbox);
    v_message bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_message := core.send_words(p_case, p_revision, p_outbox, p_reply, NULL, '{}');
    RETURN core.end_verb('reply', p_outbox, 'case:' || p_case, jsonb_build_object('kind', coalesce(p_reply ->> 'kind', 'reply'), 'final', coalesce((p_reply ->> 'final')::boolean, false)),
        core.case_answer(p_case) || jsonb_build_object('outbox', p_outbox, 'message', v_message));
END $$;
ALTER FUNCTION desk.reply(p_case bigint, p_revision integer, p_outbox uuid, p_reply jsonb) OWNER TO trucban_owner;
CREATE FUNCTION desk.reprocess_journal(p_id bigint, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('reprocess_journal', p_request);
    v_count int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF p_id IS NOT NULL AND NOT EXISTS (SELECT FROM core.journal WHERE id = p_id) THEN
        PERFORM core.fail('TB404', 'journal_entry_not_found', jsonb_build_object('id', p_id));
    END IF;
    v_count := intake.reprocess_journal(p_id);
    PERFORM core.tell('journal', 0);
    RETURN core.end_verb('reprocess_journal', p_request, 'journal:' || coalesce(p_id::text, 'rejected'), jsonb_build_object('entries', v_count), jsonb_build_object('reprocessed', v_count));
END $$;
ALTER FUNCTION desk.reprocess_journal(p_id bigint, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.retry_media(p_attachment bigint, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.retry_media(p_attachment bigint, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.retry_send(p_outbox uuid, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.retry_send(p_outbox uuid, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.return_answer(p_answer bigint, p_revision integer, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.return_answer(p_answer bigint, p_revision integer, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.return_bulletin(p_bulletin bigint, p_revision integer, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('return_bulletin', p_request);
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    PERFORM core.lock_bulletin(p_bulletin, p_revision, 'submitted', 'approved');
    IF EXISTS (SELECT FROM core.outbox WHERE bulletin_id = p_bulletin AND state IN ('queued', 'sending', 'uncertain')) THEN
        PERFORM core.fail('TB409', 'already_leaving');
    END IF;
    UPDATE core.bulletin SET state = 'draft', reason = v_reason, submitted_by = NULL, submitted_at = NULL, approved_by = NULL, approved_at = NULL WHERE id = p_bulletin;
    RETURN core.bulletin_step(p_bulletin, 'return_bulletin', p_request, v_reason);
END $$;
ALTER FUNCTION desk.return_bulletin(p_bulletin bigint, p_revision integer, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_area(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$ SELECT core.save_verb('area', p_row, p_seen, p_request) $$;
ALTER FUNCTION desk.save_area(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_bulletin(p_bulletin bigint, p_revision integer, p_fields jsonb, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_bulletin', p_request);
    v_id bigint := p_bulletin;
    v_media bigint[] := ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(coalesce(p_fields -> 'media', '[]')));
    v_source bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF p_fields ->> 'source' IS NOT NULL THEN
        SELECT id INTO v_source FROM core.source WHERE code = p_fields ->> 'source' AND NOT retired;
        IF v_source IS NULL THEN
            PERFORM core.fail('TB422', 'source_unknown', jsonb_build_object('source', p_fields ->> 'source'));
        END IF;
    END IF;
    IF EXISTS (SELECT FROM unnest(v_media) m WHERE NOT core.may_read_media(m)) THEN
        PERFORM core.fail('TB422', 'media_not_found');
    END IF;
    -- a citizen's own bytes carry places and faces: only derivatives, or files from the desk
    IF EXISTS (SELECT FROM unnest(v_media) m WHERE core.is_original(m)) THEN
        PERFORM core.fail('TB422', 'original_media');
    END IF;
    IF p_fields ->> 'case' IS NOT NULL THEN
        PERFORM core.require_readable((p_fields ->> 'case')::bigint);
    END IF;
    IF v_id IS NULL THEN
        INSERT INTO core.bulletin (case_id, author_id, changed_by, created_at, changed_at) VALUES ((p_fields ->> 'case')::bigint, who.person_id(), who.person_id(), core.now(), core.now()) RETURNING id INTO v_id;
    ELSE
        PERFORM core.lock_bulletin(p_bulletin, p_revision, 'draft', 'submitted', 'approved', 'failed');
        IF EXISTS (SELECT FROM core.outbox WHERE bulletin_id = p_bulletin AND state IN ('queued', 'sending', 'uncertain')) THEN
            PERFORM core.fail('TB409', 'already_leaving');
        END IF;
    END IF;
    -- changing words takes back submission and approval
    UPDATE core.bulletin SET state = 'draft', submitted_by = NULL, submitted_at = NULL, approved_by = NULL, approved_at = NULL, scheduled_for = NULL,
        source_text = coalesce(p_fields ->> 'source_text', ''), post_text = coalesce(p_fields ->> 'post_text', ''), link = coalesce(p_fields ->> 'link', ''), source_id = v_source,
        source_url = coalesce(p_fields ->> 'source_url', ''), media_ids = v_media, findings = coalesce(p_fields -> 'findings', '[]'), changed_by = who.person_id(), changed_at = core.now()
    WHERE id = v_id;
    RETURN core.bulletin_step(v_id, 'save_bulletin', p_request, '', p_fields ->> 'source_text');
END $$;
ALTER FUNCTION desk.save_bulletin(p_bulletin bigint, p_revision integer, p_fields jsonb, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_calendar(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_done jsonb := core.begin_verb('save_calendar', p_request);
    v_code text := p_row ->> 'code';
    v_now int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT revision INTO v_now FROM core.calendar WHERE code = v_code FOR UPDATE;
    IF v_now IS DISTINCT FROM p_seen THEN
        PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('code', v_code, 'revision', v_now));
    END IF;
    IF coalesce(p_row ->> 'kind', 'office') NOT IN ('running', 'office') OR coalesce(v_code, '') !~ '^[a-z][a-z0-9_]*$'
       OR (coalesce(p_row ->> 'kind', 'office') = 'office' AND coalesce(jsonb_array_length(p_row -> 'periods'), 0) = 0) THEN
        PERFORM core.fail('TB422', 'calendar_invalid', jsonb_build_object('code', v_code));
    END IF;
    IF EXISTS (SELECT FROM jsonb_array_elements(coalesce(p_row -> 'periods', '[]')) WITH ORDINALITY a(p, n) JOIN jsonb_array_elements(coalesce(p_row -> 'periods', '[]')) WITH ORDINALITY b(p, n)
        ON a.n < b.n AND a.p ->> 'weekday' = b.p ->> 'weekday' AND (a.p ->> 'from')::time < (b.p ->> 'to')::time AND (b.p ->> 'from')::time < (a.p ->> 'to')::time) THEN
        PERFORM core.fail('TB422', 'periods_overlap', jsonb_build_object('code', v_code));
    END IF;
    INSERT INTO core.calendar (code, name, name_en, kind, days_stay, basis)
    VALUES (v_code, core.require_text(p_row ->> 'name', 'name_missing'), coalesce(p_row ->> 'name_en', ''), coalesce(p_row ->> 'kind', 'office'), coalesce((p_row ->> 'days_stay')::boolean, false), coalesce(p_row ->> 'basis', ''))
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, kind = excluded.kind, days_stay = excluded.days_stay, basis = excluded.basis, revision = core.calendar.revision + 1;
    DELETE FROM core.calendar_period WHERE calendar = v_code;
    INSERT INTO core.calendar_period SELECT v_code, (p ->> 'weekday')::smallint, (p ->> 'from')::time, (p ->> 'to')::time FROM jsonb_array_elements(coalesce(p_row -> 'periods', '[]')) p;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_calendar', p_request, 'calendar:' || v_code, p_row, core.recompute_due('calendar:' || v_code) || jsonb_build_object('code', v_code));
EXCEPTION WHEN check_violation OR invalid_datetime_format OR datetime_field_overflow THEN
    PERFORM core.fail('TB422', 'calendar_invalid', jsonb_build_object('code', v_code));
    RETURN NULL;
END $_$;
ALTER FUNCTION desk.save_calendar(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_category(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$ SELECT core.save_verb('category', p_row, p_seen, p_request) $$;
ALTER FUNCTION desk.save_category(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_deadline(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.save_verb('deadline', p_row, p_seen, p_request)
$$;
ALTER FUNCTION desk.save_deadline(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_draft(p_place text, p_text text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.save_draft(p_place text, p_text text) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_filter(p_id bigint, p_name text, p_filter jsonb, p_position integer DEFAULT 0, p_shared boolean DEFAULT false) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_id bigint := p_id;
    v_supervisor boolean := who.role() = 'supervisor';
    v_was core.saved_filter;
BEGIN
    PERFORM core.require_verb('save_filter');
    SELECT * INTO v_was FROM core.saved_filter WHERE id = p_id;
    IF p_id IS NOT NULL AND (v_was.id IS NULL OR NOT (v_was.person_id = who.person_id() OR (v_was.shared AND v_supervisor))) THEN
        PERFORM core.fail('TB404', 'filter_not_found');
    END IF;
    IF (coalesce(p_shared, false) OR coalesce(v_was.shared, false)) AND NOT v_supervisor AND NOT (p_filter IS NULL AND v_was.person_id = who.person_id()) THEN
        PERFORM core.fail('TB403', 'sharing_is_for_supervisors');
    END IF;
    IF p_filter IS NULL THEN
        DELETE FROM core.saved_filter WHERE id = p_id;
    ELSIF p_id IS NULL THEN
        INSERT INTO core.saved_filter (person_id, name, filter, position, shared) VALUES (who.person_id(), core.require_text(p_name, 'name_missing'), p_filter, p_position, p_shared) RETURNING id INTO v_id;
    ELSE
        UPDATE core.saved_filter SET name = core.require_text(p_name, 'name_missing'), filter = p_filter, position = p_position, shared = p_shared WHERE id = p_id;
    END IF;
    IF coalesce(p_shared, false) OR coalesce(v_was.shared, false) THEN
        PERFORM core.write_audit('save_filter', 'filter:' || v_id, jsonb_build_object('name', coalesce(nullif(p_name, ''), v_was.name), 'shared', coalesce(p_shared, false), 'kept', p_filter IS NOT NULL));
        PERFORM core.tell('admin', 0);
    END IF;
    RETURN v_id;
END $$;
ALTER FUNCTION desk.save_filter(p_id bigint, p_name text, p_filter jsonb, p_position integer, p_shared boolean) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_holiday(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.save_verb('holiday', p_row, p_seen, p_request)
$$;
ALTER FUNCTION desk.save_holiday(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_legal_track(p_row jsonb, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_legal_track', p_request);
    v_code text := core.require_text(p_row ->> 'code', 'code_missing');
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    INSERT INTO core.legal_track (code, name, name_en, basis, position)
    VALUES (v_code, core.require_text(p_row ->> 'name', 'name_missing'), coalesce(p_row ->> 'name_en', ''), coalesce(p_row ->> 'basis', ''), coalesce(nullif(p_row ->> 'position', '')::int, 100))
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, basis = excluded.basis, position = excluded.position;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_legal_track', p_request, 'legal_track:' || v_code, p_row, jsonb_build_object('code', v_code));
EXCEPTION WHEN check_violation THEN
    PERFORM core.fail('TB422', 'code_missing', jsonb_build_object('code', v_code));
    RETURN NULL;
END $$;
ALTER FUNCTION desk.save_legal_track(p_row jsonb, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_rule(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_rule', p_request);
    v_old core.rule;
    v_name text;
    v_enabled boolean := coalesce((p_row ->> 'enabled')::boolean, false);
    v_retired boolean := coalesce((p_row ->> 'retired')::boolean, false);
    v_worded int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_name := left(core.require_text(p_row ->> 'name', 'name_missing'), 200);
    IF p_row ->> 'id' IS NOT NULL THEN
        SELECT * INTO v_old FROM core.rule WHERE id = (p_row ->> 'id')::bigint FOR UPDATE;
        IF NOT FOUND THEN
            PERFORM core.fail('TB404', 'rule_not_found', jsonb_build_object('rule', p_row ->> 'id'));
        END IF;
        IF v_old.revision IS DISTINCT FROM p_seen THEN
            PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('id', v_old.id, 'revision', v_old.revision));
        END IF;
    END IF;
    IF v_old.id IS NULL OR v_old.conditions IS DISTINCT FROM p_row -> 'conditions' OR v_old.proposal IS DISTINCT FROM p_row -> 'proposal' OR v_enabled THEN
        PERFORM core.require_rule(p_row -> 'conditions', p_row -> 'proposal');
    END IF;
    v_worded := CASE WHEN v_old.id IS NULL THEN 1 WHEN v_old.conditions = p_row -> 'conditions' AND v_old.proposal = p_row -> 'proposal' THEN v_old.worded_in ELSE v_old.revision + 1 END;
    v_enabled := v_enabled AND NOT v_retired;
    IF v_enabled AND NOT EXISTS (SELECT FROM core.rule_run WHERE rule_id = v_old.id AND revision >= v_worded) THEN
        PERFORM core.fail('TB409', 'dry_run_first', jsonb_build_object('rule', v_old.id, 'revision', v_old.revision));
    END IF;
    IF v_old.id IS NULL THEN
        INSERT INTO core.rule (name, position, enabled, conditions, proposal, changed_by, changed_at)
        VALUES (v_name, coalesce((p_row ->> 'position')::int, 0), false, p_row -> 'conditions', p_row -> 'proposal', who.person_id(), core.now()) RETURNING * INTO v_old;
    ELSE
        UPDATE core.rule SET name = v_name, position = coalesce((p_row ->> 'position')::int, position), enabled = v_enabled, conditions = p_row -> 'conditions', proposal = p_row -> 'proposal',
            retired = v_retired, revision = revision + 1, worded_in = v_worded, changed_by = who.person_id(), changed_at = core.now() WHERE id = v_old.id RETURNING * INTO v_old;
    END IF;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_rule', p_request, 'rule:' || v_old.id, p_row, jsonb_build_object('id', v_old.id, 'revision', v_old.revision, 'enabled', v_old.enabled));
END $$;
ALTER FUNCTION desk.save_rule(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_rung(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_rung', p_request);
    v_code text := core.require_text(p_row ->> 'code', 'code_missing');
    v_recipients text[] := ARRAY(SELECT jsonb_array_elements_text(coalesce(p_row -> 'recipients', '[]')));
    v_now int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT revision INTO v_now FROM core.rung WHERE code = v_code FOR UPDATE;
    IF v_now IS DISTINCT FROM p_seen THEN
        PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('code', v_code, 'revision', v_now));
    END IF;
    IF v_recipients = '{}' OR EXISTS (SELECT FROM unnest(v_recipients) r WHERE r NOT IN ('holder', 'shift_leader', 'supervisors', 'unit', 'unit_head', 'unit_above') AND NOT EXISTS (SELECT FROM core.unit WHERE code = r)) THEN
        PERFORM core.fail('TB422', 'recipient_unknown', jsonb_build_object('recipients', v_recipients));
    END IF;
    INSERT INTO core.rung (code, percent, after_minutes, severity, recipients, repeat_seconds, enabled)
    VALUES (v_code, nullif(p_row ->> 'percent', '')::int, nullif(p_row ->> 'after_minutes', '')::int, p_row ->> 'severity', v_recipients, coalesce(nullif(p_row ->> 'repeat_seconds', '')::int, 0), coalesce((p_row ->> 'enabled')::boolean, true))
    ON CONFLICT (code) DO UPDATE SET percent = excluded.percent, after_minutes = excluded.after_minutes, severity = excluded.severity, recipients = excluded.recipients,
        repeat_seconds = excluded.repeat_seconds, enabled = excluded.enabled, revision = core.rung.revision + 1;
    -- a rung that was put lower is not climbed for what already stands above it
    UPDATE core.case SET escalate_at = core.next_rung_at(charge_id, stage_since, due_at) WHERE queue <= 5 AND escalate_at IS DISTINCT FROM core.next_rung_at(charge_id, stage_since, due_at);
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_rung', p_request, 'rung:' || v_code, p_row, jsonb_build_object('code', v_code));
EXCEPTION WHEN check_violation OR not_null_violation OR invalid_text_representation THEN
    PERFORM core.fail('TB422', 'rung_invalid', jsonb_build_object('code', v_code));
    RETURN NULL;
END $$;
ALTER FUNCTION desk.save_rung(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_setting(p_key text, p_value jsonb, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
END $_$;
ALTER FUNCTION desk.save_setting(p_key text, p_value jsonb, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_source(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$ SELECT core.save_verb('source', p_row, p_seen, p_request) $$;
ALTER FUNCTION desk.save_source(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_template(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$ SELECT core.save_verb('template', p_row, p_seen, p_request) $$;
ALTER FUNCTION desk.save_template(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_unit(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$ SELECT core.save_verb('unit', p_row, p_seen, p_request) $$;
ALTER FUNCTION desk.save_unit(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.save_unit_head(p_row jsonb, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_unit_head', p_request);
    v_id bigint := (p_row ->> 'id')::bigint;
    v_unit bigint := core.unit_by_code(p_row ->> 'unit');
    v_person bigint;
    v_from timestamptz := coalesce((p_row ->> 'from')::timestamptz, core.now());
    v_to timestamptz := nullif(p_row ->> 'to', '')::timestamptz;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF v_unit IS NULL THEN
        PERFORM core.fail('TB422', 'unit_missing');
    END IF;
    IF v_to <= v_from THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('from', v_from, 'to', v_to));
    END IF;
    SELECT id INTO v_person FROM core.person WHERE login = nullif(p_row ->> 'login', '') AND active;
    IF v_person IS NULL AND nullif(p_row ->> 'login', '') IS NOT NULL THEN
        PERFORM core.fail('TB422', 'person_not_found', jsonb_build_object('login', p_row ->> 'login'));
    END IF;
    IF v_id IS NOT NULL THEN
        UPDATE core.unit_head SET unit_id = v_unit, person_id = v_person, name = core.require_text(p_row ->> 'name', 'name_missing'), rank = coalesce(p_row ->> 'rank', ''),
            post = coalesce(p_row ->> 'post', ''), from_at = v_from, to_at = v_to, revision = revision + 1 WHERE id = v_id AND revision = p_seen;
        IF NOT FOUND THEN
            PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('id', v_id));
        END IF;
    ELSE
        -- the one before ends where the new one begins
        UPDATE core.unit_head SET to_at = v_from, revision = revision + 1 WHERE unit_id = v_unit AND from_at < v_from AND to_at IS NULL;
        INSERT INTO core.unit_head (unit_id, person_id, name, rank, post, from_at, to_at)
        VALUES (v_unit, v_person, core.require_text(p_row ->> 'name', 'name_missing'), coalesce(p_row ->> 'rank', ''), coalesce(p_row ->> 'post', ''), v_from, v_to) RETURNING id INTO v_id;
    END IF;
    IF EXISTS (SELECT FROM core.unit_head a JOIN core.unit_head b ON a.unit_id = b.unit_id AND a.id < b.id AND a.from_at < coalesce(b.to_at, 'infinity') AND b.from_at < coalesce(a.to_at, 'infinity') WHERE a.unit_id = v_unit) THEN
        PERFORM core.fail('TB422', 'heads_overlap', jsonb_build_object('unit', p_row ->> 'unit'));
    END IF;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_unit_head', p_request, 'unit_head:' || v_id, p_row, jsonb_build_object('id', v_id));
END $$;
ALTER FUNCTION desk.save_unit_head(p_row jsonb, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.schema_version() RETURNS TABLE(number integer, oldest_desk integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT max(m.number)::int, max(m.oldest_desk)::int FROM core.migration m
$$;
ALTER FUNCTION desk.schema_version() OWNER TO trucban_owner;
CREATE FUNCTION desk.search(p_text text, p_limit integer DEFAULT 50, p_before_at timestamp with time zone DEFAULT 'infinity'::timestamp with time zone, p_before_id bigint DEFAULT '9223372036854775807'::bigint) RETURNS TABLE(message_id bigint, case_id bigint, sent_at timestamp with time zone, text text, exact boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
END $_$;
ALTER FUNCTION desk.search(p_text text, p_limit integer, p_before_at timestamp with time zone, p_before_id bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.server_status() RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.require_verb('inspect_server');
    RETURN jsonb_build_object(
        'schema', (SELECT jsonb_build_object('number', number, 'oldest_desk', oldest_desk) FROM desk.schema_version()),
        'server', current_setting('server_version'),
        'people', (SELECT coalesce(jsonb_object_agg(role, n), '{}') FROM (SELECT role, count(*) AS n FROM core.person WHERE active GROUP BY role) r),
        'units', (SELECT count(*) FROM core.unit), 'areas', (SELECT count(*) FROM core.area), 'categories', (SELECT count(*) FROM core.category),
        'cases', (SELECT jsonb_build_object('open', count(*) FILTER (WHERE queue <= 4), 'overdue', count(*) FILTER (WHERE queue <= 4 AND burns_at < core.now()),
                  'new', count(*) FILTER (WHERE queue = 1)) FROM core.case WHERE queue <= 4),
        'journal', (SELECT jsonb_build_object('pending', count(*), 'oldest_pending_at', min(received_at)) FROM core.journal WHERE state = 'pending')
            || jsonb_build_object('rejected', (SELECT count(*) FROM core.journal WHERE state = 'rejected'), 'last_event_at', intake.last_event_at()),
        'outbox', intake.outbox_depth() || jsonb_build_object('failed', (SELECT count(*) FROM core.outbox WHERE state = 'failed')),
        'media', (SELECT jsonb_build_object('to_fetch', count(*)) FROM core.attachment WHERE state IN ('waiting', 'fetching'))
            || jsonb_build_object('failed', (SELECT count(*) FROM core.attachment WHERE state = 'failed'),
                'to_derive', (SELECT count(*) FROM core.media WHERE derive_state IN ('waiting', 'working') AND complete)),
        'health', (SELECT coalesce(jsonb_object_agg(key, jsonb_build_object('state', state, 'code', code, 'since', since, 'updated_at', updated_at)), '{}') FROM core.health),
        'bytes', jsonb_build_object('database', pg_database_size(current_database()), 'media', pg_total_relation_size('core.media_chunk'),
            'messages', pg_total_relation_size('core.message'), 'journal', pg_total_relation_size('core.journal'), 'cases', pg_total_relation_size('core.case')),
        'rows', (SELECT jsonb_object_agg(relname, greatest(reltuples, 0)::bigint) FROM pg_class WHERE oid IN ('core.case'::regclass, 'core.message'::regclass,
            'core.journal'::regclass, 'core.media'::regclass, 'core.audit'::regclass)),
        'connections', (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()),
        'replicas', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', application_name, 'state', state, 'lag_seconds', extract(epoch FROM replay_lag))), '[]') FROM pg_stat_replication));
END $$;
ALTER FUNCTION desk.server_status() OWNER TO trucban_owner;
CREATE FUNCTION desk.set_password(p_person bigint, p_verifier text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('set_password', p_request);
    v_login text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM core.require_verifier(p_verifier);
    SELECT login INTO v_login FROM core.person WHERE id = p_person AND role <> 'gateway';
    IF v_login IS NULL THEN
        PERFORM core.fail('TB404', 'person_not_found');
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', v_login, p_verifier);
    RETURN core.end_verb('set_password', p_request, 'person:' || p_person, '{}', '{}');
END $$;
ALTER FUNCTION desk.set_password(p_person bigint, p_verifier text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.set_report_schedule(p_kind text, p_seen integer, p_fields jsonb, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_done jsonb := core.begin_verb('set_report_schedule', p_request);
    v_row core.report_schedule;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT * INTO v_row FROM core.report_schedule WHERE kind = p_kind FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', p_kind));
    END IF;
    IF p_seen IS DISTINCT FROM v_row.revision THEN
        PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('kind', p_kind, 'revision', v_row.revision));
    END IF;
    IF jsonb_exists(p_fields, 'at_time') AND coalesce(p_fields ->> 'at_time', '') !~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' THEN
        PERFORM core.fail('TB422', 'time_not_possible', jsonb_build_object('at_time', p_fields ->> 'at_time'));
    END IF;
    -- switched on again it does not make up for what it slept through
    UPDATE core.report_schedule SET enabled = coalesce((p_fields ->> 'enabled')::boolean, enabled), at_time = coalesce((p_fields ->> 'at_time')::time, at_time),
        since = CASE WHEN NOT v_row.enabled AND (p_fields ->> 'enabled')::boolean THEN core.now() ELSE since END, revision = revision + 1 WHERE kind = p_kind;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('set_report_schedule', p_request, 'report_schedule:' || p_kind, p_fields, jsonb_build_object('kind', p_kind, 'revision', v_row.revision + 1));
END $_$;
ALTER FUNCTION desk.set_report_schedule(p_kind text, p_seen integer, p_fields jsonb, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.sign_handover(p_handover bigint, p_seen integer, p_words text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.sign_handover(p_handover bigint, p_seen integer, p_words text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.sign_slip(p_slip bigint, p_seen integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.sign_slip(p_slip bigint, p_seen integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.slip_paper(p_slip bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.slip_paper(p_slip bigint) OWNER TO trucban_owner;
CREATE FUNCTION desk.submit_bulletin(p_bulletin bigint, p_revision integer, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('submit_bulletin', p_request);
    v_row core.bulletin;
    v_source core.source;
    v_personal text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_row := core.lock_bulletin(p_bulletin, p_revision, 'draft', 'failed');
    PERFORM core.require_text(v_row.post_text, 'text_missing');
    IF v_row.post_text ~ '[{][{].*[}][}]' THEN
        PERFORM core.fail('TB422', 'empty_variable', jsonb_build_object('variable', substring(v_row.post_text FROM '[{][{](.*?)[}][}]')));
    END IF;
    SELECT * INTO v_source FROM core.source WHERE id = v_row.source_id AND NOT retired;
    IF NOT FOUND THEN
        PERFORM core.fail('TB422', 'source_missing');
    END IF;
    IF v_source.kind = 'result' AND v_row.case_id IS NULL THEN
        PERFORM core.fail('TB422', 'source_needs_case');
    END IF;
    IF v_source.kind <> 'result' AND (v_row.source_url = '' OR left(v_row.source_url, length(v_source.url_prefix)) <> v_source.url_prefix) THEN
        PERFORM core.fail('TB422', 'source_url_not_allowed', jsonb_build_object('prefix', v_source.url_prefix));
    END IF;
    v_personal := core.personal_data(v_row.post_text);
    IF v_personal IS NOT NULL THEN
        PERFORM core.fail('TB422', 'personal_data', jsonb_build_object('kind', v_personal));
    END IF;
    IF EXISTS (SELECT FROM jsonb_array_elements(v_row.findings) WHERE (value ->> 'blocks')::boolean) THEN
        PERFORM core.fail('TB422', 'findings_block', jsonb_build_object('findings', v_row.findings));
    END IF;
    UPDATE core.bulletin SET state = 'submitted', submitted_by = who.person_id(), submitted_at = core.now(), approved_by = NULL, approved_at = NULL WHERE id = p_bulletin;
    RETURN core.bulletin_step(p_bulletin, 'submit_bulletin', p_request);
END $$;
ALTER FUNCTION desk.submit_bulletin(p_bulletin bigint, p_revision integer, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.take_over(p_case bigint, p_revision integer, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.take_over(p_case bigint, p_revision integer, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.take_seat(p_seat text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('take_seat', p_request);
    v_shift core.shift;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_shift := core.require_shift_on_duty();
    PERFORM core.sit_down(v_shift.id, who.person_id(), p_seat);
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('take_seat', p_request, 'shift:' || v_shift.id, jsonb_build_object('seat', p_seat), jsonb_build_object('shift', v_shift.id, 'seat', p_seat));
END $$;
ALTER FUNCTION desk.take_seat(p_seat text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.term(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('due_at', t.due_at, 'skipped', t.skipped) FROM core.term(p_from, p_amount, p_unit, p_calendar) t WHERE who.person_id() IS NOT NULL
$$;
ALTER FUNCTION desk.term(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) OWNER TO trucban_owner;
CREATE FUNCTION desk.verify_audit() RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    PERFORM core.require_verb('verify_audit');
    RETURN (SELECT jsonb_build_object('checked', v.checked, 'first_fault', v.first_fault) FROM core.verify_audit() v);
END $$;
ALTER FUNCTION desk.verify_audit() OWNER TO trucban_owner;
CREATE FUNCTION desk.verify_media(p_after bigint, p_limit integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_media core.media;
    v_checked int := 0;
    v_bytes bigint := 0;
    v_size bigint;
    v_hash bytea;
BEGIN
    PERFORM core.require_verb('verify_media');
    FOR v_media IN SELECT * FROM core.media WHERE complete AND id > p_after ORDER BY id LIMIT p_limit LOOP
        SELECT coalesce(sum(octet_length(data)), 0), sha256(coalesce(string_agg(data, ''::bytea ORDER BY index), '')) INTO v_size, v_hash
        FROM core.media_chunk WHERE media_id = v_media.id;
        v_checked := v_checked + 1;
        v_bytes := v_bytes + v_size;
        IF v_size <> v_media.bytes OR v_hash <> v_media.sha256 THEN
            RETURN jsonb_build_object('checked', v_checked, 'bytes', v_bytes, 'last', NULL, 'first_fault', jsonb_build_object('media', v_media.id,
                'sha256', encode(v_media.sha256, 'hex'), 'why', CASE WHEN v_size <> v_media.bytes THEN 'size' ELSE 'sha256' END));
        END IF;
    END LOOP;
    RETURN jsonb_build_object('checked', v_checked, 'bytes', v_bytes, 'last', CASE WHEN v_checked = p_limit THEN v_media.id END, 'first_fault', NULL);
END $$;
ALTER FUNCTION desk.verify_media(p_after bigint, p_limit integer) OWNER TO trucban_owner;
CREATE FUNCTION desk.verify_papers() RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_checked bigint;
    v_fault jsonb;
BEGIN
    PERFORM core.require_verb('verify_papers');
    WITH papers AS (
        SELECT 'slip:' || s.id AS object, 'sign_slip' AS verb, encode(sha256(convert_to(s.content::text || coalesce(s.identity::text, ''), 'UTF8')), 'hex') AS hash FROM core.slip s WHERE s.signed_at IS NOT NULL
        UNION ALL SELECT 'handover:' || h.id, 'sign_handover', encode(sha256(convert_to(h.content::text || h.remarks, 'UTF8')), 'hex') FROM core.handover h WHERE h.state <> 'prepared'
        UNION ALL SELECT 'report:' || r.id, 'make_report', encode(sha256(convert_to(r.data::text, 'UTF8')), 'hex') FROM core.report r),
    logged AS (SELECT a.verb, a.object, array_agg(a.facts ->> 'sha256') AS hashes FROM core.audit a WHERE a.verb IN ('sign_slip', 'sign_handover', 'make_report') GROUP BY a.verb, a.object),
    judged AS (SELECT p.object, CASE WHEN l.object IS NULL THEN 'not_in_log' WHEN NOT p.hash = ANY (l.hashes) THEN 'changed' END AS why FROM papers p LEFT JOIN logged l USING (verb, object)),
    numbers AS (SELECT k.series || ' ' || k.year AS object, CASE WHEN count(s.id) < k.last THEN 'number_missing' WHEN count(s.id) > k.last OR max(s.ordinal) > k.last THEN 'number_twice' END AS why
        FROM core.slip_counter k LEFT JOIN core.slip s ON s.series = k.series AND s.year = k.year GROUP BY k.series, k.year, k.last)
    SELECT (SELECT count(*) FROM judged), (SELECT jsonb_build_object('object', f.object, 'why', f.why) FROM (SELECT * FROM judged UNION ALL SELECT * FROM numbers) f WHERE f.why IS NOT NULL ORDER BY f.object LIMIT 1)
    INTO v_checked, v_fault;
    RETURN jsonb_build_object('checked', v_checked, 'first_fault', v_fault);
END $$;
ALTER FUNCTION desk.verify_papers() OWNER TO trucban_owner;
CREATE FUNCTION desk.void_slip(p_slip bigint, p_seen integer, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.void_slip(p_slip bigint, p_seen integer, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.wall(p_days integer DEFAULT 7) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_now timestamptz := core.now();
    v_today timestamptz := date_trunc('day', v_now AT TIME ZONE 'Asia/Ho_Chi_Minh') AT TIME ZONE 'Asia/Ho_Chi_Minh';
    v_days int := greatest(1, least(coalesce(p_days, 7), 31));
    v_from timestamptz := v_today - make_interval(days => v_days - 1);
BEGIN
    IF NOT who.is_staff() THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('role', who.role()));
    END IF;
    RETURN jsonb_build_object('now', v_now, 'days', v_days, 'from', v_from,
        'load', metric.rows((SELECT m FROM core.metric m WHERE m.name = 'load'), v_from, v_now, NULL),
        'unclaimed', metric.brief('unclaimed', v_from, v_now, NULL),
        'hours', metric.brief('intake', v_today, v_now + interval '1 second', 'hour'),
        'usual', metric.brief('intake', v_today - interval '7 days', v_today, 'hour'),
        'arrived', jsonb_build_object('today', (SELECT count(*) FROM core.case WHERE opened_at >= v_today), 'last_week', (SELECT count(*) FROM core.case WHERE opened_at >= v_today - interval '7 days' AND opened_at < v_now - interval '7 days')),
        'red', metric.red_cases(v_now, 8),
        'ladder', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.case_id, 'number', c.number, 'rung', e.rung, 'severity', e.severity, 'at', e.at, 'told', e.told, 'urgency', c.urgency) ORDER BY e.at DESC, e.id DESC), '[]')
            FROM (SELECT x.* FROM core.escalation x WHERE NOT x.superseded AND x.at > v_now - interval '24 hours' AND x.rung <> '50' ORDER BY x.at DESC, x.id DESC LIMIT 8) e JOIN core.case c ON c.id = e.case_id),
        'emergencies', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'opened_at', c.opened_at, 'area', a.name, 'category_name', g.name, 'category_name_en', g.name_en) ORDER BY c.opened_at), '[]')
            FROM (SELECT x.* FROM core.case x WHERE x.urgency = 'emergency' AND x.queue = 1 AND x.holder_id IS NULL ORDER BY x.opened_at LIMIT 20) c LEFT JOIN core.area a ON a.id = c.area_id LEFT JOIN core.category g ON g.id = c.category_id),
        'on_time', metric.brief('on_time', v_from, v_now, 'unit'),
        'charged', metric.brief('charged_time', v_from, v_now, 'unit'),
        'areas', metric.brief('by_area', v_from, v_now, 'area'));
END $$;
ALTER FUNCTION desk.wall(p_days integer) OWNER TO trucban_owner;
CREATE FUNCTION desk.withdraw_assignment(p_assignment bigint, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION desk.withdraw_assignment(p_assignment bigint, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.withdraw_bulletin(p_bulletin bigint, p_revision integer, p_reason text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('withdraw_bulletin', p_request);
    v_reason text;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_reason := core.require_text(p_reason, 'reason_missing');
    PERFORM core.lock_bulletin(p_bulletin, p_revision, 'draft', 'submitted', 'approved', 'failed');
    UPDATE core.outbox SET state = 'cancelled' WHERE bulletin_id = p_bulletin AND state = 'queued';
    IF EXISTS (SELECT FROM core.outbox WHERE bulletin_id = p_bulletin AND state IN ('sending', 'uncertain')) THEN
        PERFORM core.fail('TB409', 'already_leaving');
    END IF;
    UPDATE core.bulletin SET state = 'withdrawn', reason = v_reason WHERE id = p_bulletin;
    RETURN core.bulletin_step(p_bulletin, 'withdraw_bulletin', p_request, v_reason);
END $$;
ALTER FUNCTION desk.withdraw_bulletin(p_bulletin bigint, p_revision integer, p_reason text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.withdraw_question(p_question bigint, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('withdraw_question', p_request);
    v_question core.question;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_question := core.lock_question(p_question, 'asked', 'sent');
    PERFORM core.question_over(v_question, 'withdrawn', 'withdraw_question', '', NULL);
    RETURN core.end_verb('withdraw_question', p_request, 'case:' || v_question.case_id, jsonb_build_object('question', p_question), core.case_answer(v_question.case_id));
END $$;
ALTER FUNCTION desk.withdraw_question(p_question bigint, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION desk.write_shift_book(p_kind text, p_text text, p_told text, p_request uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_done jsonb := core.begin_verb('write_shift_book', p_request);
    v_shift core.shift;
    v_id bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    v_shift := core.require_shift_on_duty();
    -- an order may come from a supervisor who does not sit there
    IF NOT (p_kind = 'order' AND who.role() = 'supervisor') THEN
        PERFORM core.require_on_duty(v_shift);
    END IF;
    IF coalesce(p_kind, '') NOT IN ('event', 'order', 'note') THEN
        PERFORM core.fail('TB422', 'kind_unknown', jsonb_build_object('kind', p_kind));
    END IF;
    INSERT INTO core.shift_entry (shift_id, at, person_id, kind, text, told)
    VALUES (v_shift.id, core.now(), who.person_id(), p_kind, core.require_text(left(p_text, 20000), 'text_missing'), coalesce(btrim(p_told), '')) RETURNING id INTO v_id;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('write_shift_book', p_request, 'shift:' || v_shift.id, jsonb_build_object('entry', v_id, 'kind', p_kind), jsonb_build_object('entry', v_id));
END $$;
ALTER FUNCTION desk.write_shift_book(p_kind text, p_text text, p_told text, p_request uuid) OWNER TO trucban_owner;
CREATE FUNCTION intake.add_derivative(p_original bigint, p_kind text, p_media bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO core.media_derivative VALUES (p_original, p_kind, p_media) ON CONFLICT (original_id, kind) DO UPDATE SET media_id = excluded.media_id;
    UPDATE core.media SET derive_state = 'none' WHERE id = p_media AND id <> p_original;
    IF p_kind IN ('thumbnail', 'poster') THEN
        UPDATE core.case c SET thumb_media_id = p_media FROM core.attachment a WHERE a.media_id = p_original AND c.id = a.case_id AND c.thumb_media_id IS NULL;
    END IF;
END $$;
ALTER FUNCTION intake.add_derivative(p_original bigint, p_kind text, p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION intake.add_message(p_journal bigint, p_page text, p_event jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_citizen bigint;
    v_thread core.thread;
    v_case bigint;
    v_message bigint;
    v_inbound boolean := p_event ->> 'direction' = 'in';
    v_at timestamptz := (p_event ->> 'sent_at')::timestamptz;
    v_text text := coalesce(p_event ->> 'text', '');
    v_new_case boolean;
    v_parked core.parked;
    v_answered_after boolean;
BEGIN
    PERFORM core.one_event_at_a_time(p_event);
    IF p_event ->> 'platform_id' IS NOT NULL AND EXISTS (SELECT FROM core.message WHERE platform_id = p_event ->> 'platform_id') THEN
        IF coalesce(p_event ->> 'name', '') <> '' AND v_inbound THEN
            PERFORM intake.citizen(p_page, p_event ->> 'person_id', p_event ->> 'name', v_at);
        END IF;
        RETURN jsonb_build_object('duplicate', true);
    END IF;
    IF NOT v_inbound AND intake.own_echo(p_event) THEN
        RETURN jsonb_build_object('own', true);
    END IF;
    v_citizen := intake.citizen(p_page, p_event ->> 'person_id', p_event ->> 'name', v_at);
    v_thread := intake.thread(p_page, v_citizen, p_event);
    v_case := intake.open_case(v_thread, p_event);
    v_new_case := NOT EXISTS (SELECT FROM core.message WHERE case_id = v_case);
    IF v_inbound THEN
        UPDATE core.thread SET last_inbound_at = greatest(last_inbound_at, v_at) WHERE id = v_thread.id;
    END IF;
    INSERT INTO core.message (case_id, thread_id, direction, kind, platform_id, reply_to, raw_text, text, converted_text, sent_at, received_at, extra, journal_id)
    VALUES (v_case, v_thread.id, p_event ->> 'direction', p_event ->> 'kind', p_event ->> 'platform_id', p_event ->> 'reply_to',
            coalesce(p_event ->> 'raw_text', v_text), v_text, p_event ->> 'converted_text', v_at, core.now(), coalesce(p_event -> 'extra', '{}'), p_journal)
    RETURNING id INTO v_message;
    INSERT INTO core.attachment (message_id, case_id, ordinal, kind, url, title, name, lat, lon, sticker_id, state, failure)
    SELECT v_message, v_case, a.n, a.j ->> 'kind', a.j ->> 'url', coalesce(a.j ->> 'title', ''), coalesce(a.j ->> 'name', ''),
           (a.j ->> 'lat')::float8, (a.j ->> 'lon')::float8, a.j ->> 'sticker_id',
           CASE WHEN a.j ->> 'kind' IN ('location', 'link') THEN 'none' WHEN coalesce(a.j ->> 'url', '') = '' THEN 'failed' ELSE 'waiting' END,
           CASE WHEN a.j ->> 'kind' NOT IN ('location', 'link') AND coalesce(a.j ->> 'url', '') = '' THEN 'no_link' ELSE '' END
    FROM (SELECT (row_number() OVER ())::int AS n, value AS j FROM jsonb_array_elements(coalesce(p_event -> 'attachments', '[]'))) a;
    INSERT INTO search.message_text (message_id, case_id, sent_at, lexemes)
    SELECT v_message, v_case, v_at, search.lexemes(concat_ws(' ', v_text, p_event ->> 'converted_text',
        (SELECT string_agg(coalesce(title, '') || ' ' || coalesce(name, ''), ' ') FROM core.attachment WHERE message_id = v_message)));
    SELECT EXISTS (SELECT FROM core.message m WHERE m.case_id = v_case AND m.direction <> 'in' AND m.sent_at > v_at) INTO v_answered_after;
    UPDATE core.case c SET
        messages = c.messages + 1,
        unread = c.unread + v_inbound::int,
        images = c.images + n.images, videos = c.videos + n.videos, audios = c.audios + n.audios, files = c.files + n.files,
        first_words = CASE WHEN c.first_words = '' AND v_inbound THEN left(v_text, 160) ELSE c.first_words END,
        last_words = CASE WHEN v_inbound AND v_text <> '' AND v_at >= c.last_message_at THEN left(v_text, 160) ELSE c.last_words END,
        last_message_at = CASE WHEN v_inbound THEN greatest(c.last_message_at, v_at) ELSE c.last_message_at END,
        opened_at = CASE WHEN v_inbound THEN least(c.opened_at, v_at) ELSE c.opened_at END,
        awaiting_reply = CASE WHEN v_inbound THEN c.awaiting_reply OR NOT v_answered_after
                              WHEN v_at >= c.last_message_at THEN false ELSE c.awaiting_reply END,
        answered_elsewhere = c.answered_elsewhere OR p_event ->> 'direction' = 'echo'
    FROM (SELECT count(*) FILTER (WHERE kind IN ('image', 'sticker')) AS images, count(*) FILTER (WHERE kind = 'video') AS videos,
                 count(*) FILTER (WHERE kind = 'audio') AS audios, count(*) FILTER (WHERE kind = 'file') AS files
          FROM core.attachment WHERE message_id = v_message) n
    WHERE c.id = v_case;
    IF p_event ->> 'platform_id' IS NOT NULL THEN
        FOR v_parked IN SELECT * FROM core.parked WHERE platform_id = p_event ->> 'platform_id' ORDER BY id FOR UPDATE LOOP
            PERFORM intake.amend(v_parked.event);
            DELETE FROM core.parked WHERE id = v_parked.id;
        END LOOP;
    END IF;
    PERFORM core.tell('message', v_message);
    PERFORM core.tell(CASE WHEN v_new_case THEN 'new_case' ELSE 'case' END, v_case);
    RETURN jsonb_build_object('message', v_message, 'case', v_case, 'new_case', v_new_case);
END $$;
ALTER FUNCTION intake.add_message(p_journal bigint, p_page text, p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.amend(p_event jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_message core.message;
    v_edits int;
    v_at timestamptz := (p_event ->> 'sent_at')::timestamptz;
    v_late boolean;
BEGIN
    SELECT * INTO v_message FROM core.message WHERE platform_id = p_event ->> 'platform_id' FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    CASE p_event ->> 'type'
    WHEN 'edit' THEN
        v_edits := coalesce((p_event ->> 'edits')::int, v_message.edits + 1);
        v_late := p_event ->> 'edits' IS NULL AND v_at < v_message.edited_at;    -- comments count no edits: their time decides
        IF v_edits > v_message.edits AND v_late IS NOT TRUE AND v_message.text IS DISTINCT FROM p_event ->> 'text' THEN
            INSERT INTO core.message_version (message_id, version, text) VALUES (v_message.id, v_message.edits, v_message.text) ON CONFLICT DO NOTHING;
            UPDATE core.message SET text = p_event ->> 'text', raw_text = coalesce(p_event ->> 'raw_text', p_event ->> 'text'),
                converted_text = p_event ->> 'converted_text', edits = v_edits,
                edited_at = coalesce(v_at, core.now()) WHERE id = v_message.id;
            UPDATE search.message_text SET lexemes = search.lexemes(p_event ->> 'text') WHERE message_id = v_message.id;
            IF v_message.direction = 'in' THEN
                UPDATE core.case SET last_words = left(p_event ->> 'text', 160) WHERE id = v_message.case_id AND last_words = left(v_message.text, 160);
                UPDATE core.case SET first_words = left(p_event ->> 'text', 160) WHERE id = v_message.case_id AND first_words = left(v_message.text, 160);
            END IF;
        END IF;
    WHEN 'reaction' THEN
        IF core.is_news(v_message.id, 'reaction:' || coalesce(p_event ->> 'person_id', ''), v_at) THEN
            UPDATE core.message SET reactions = CASE WHEN p_event ->> 'action' = 'unreact' THEN reactions - (p_event ->> 'person_id')
                ELSE reactions || jsonb_build_object(p_event ->> 'person_id', coalesce(p_event ->> 'emoji', p_event ->> 'reaction', '')) END
            WHERE id = v_message.id;
        END IF;
    WHEN 'unsend', 'remove' THEN
        UPDATE core.message SET deleted_at = coalesce(deleted_at, v_at, core.now()) WHERE id = v_message.id;
    WHEN 'hide' THEN
        IF core.is_news(v_message.id, 'hide', v_at) THEN
            UPDATE core.message SET hidden = coalesce((p_event ->> 'hidden')::boolean, true) WHERE id = v_message.id;
        END IF;
    ELSE
        PERFORM core.fail('TB422', 'unknown_event', jsonb_build_object('type', p_event ->> 'type'));
    END CASE;
    PERFORM core.tell('message', v_message.id);
    PERFORM core.tell('case', v_message.case_id);
    RETURN true;
END $$;
ALTER FUNCTION intake.amend(p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.apply(p_journal bigint, p_page text, p_event jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    CASE
    WHEN p_event ->> 'type' = 'message' THEN
        IF p_event ->> 'channel' = 'comment' AND p_event ->> 'kind' = 'comment' THEN
            IF p_event ->> 'direction' <> 'in' AND (intake.own_echo(p_event) OR intake.own_comment(p_event)) THEN
                RETURN jsonb_build_object('own', true);
            END IF;
            p_event := intake.place_comment(p_page, p_event);
            IF p_event IS NULL THEN
                RETURN jsonb_build_object('ignored', true);
            END IF;
        END IF;
        RETURN intake.add_message(p_journal, p_page, p_event);
    WHEN p_event ->> 'type' IN ('edit', 'reaction', 'unsend', 'remove', 'hide') THEN
        PERFORM core.one_event_at_a_time(p_event);
        IF NOT intake.amend(p_event) THEN
            PERFORM intake.park(p_journal, p_event);
            RETURN jsonb_build_object('parked', true);
        END IF;
    WHEN p_event ->> 'type' IN ('delivery', 'read') THEN
        PERFORM intake.watermark(p_page, p_event);
    WHEN p_event ->> 'type' = 'page_post' THEN
        PERFORM intake.page_post(p_event);
    ELSE
        PERFORM core.fail('TB422', 'unknown_event', jsonb_build_object('type', p_event ->> 'type'));
    END CASE;
    RETURN '{}'::jsonb;
END $$;
ALTER FUNCTION intake.apply(p_journal bigint, p_page text, p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.attachment_failed(p_id bigint, p_code text, p_retry_at timestamp with time zone, p_refused boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case bigint;
BEGIN
    UPDATE core.attachment SET state = CASE WHEN p_retry_at IS NOT NULL THEN 'waiting' WHEN p_refused THEN 'refused' ELSE 'failed' END,
        failure = p_code, fetch_after = coalesce(p_retry_at, fetch_after), taken_until = NULL WHERE id = p_id RETURNING case_id INTO v_case;
    PERFORM core.tell('case', v_case);
END $$;
ALTER FUNCTION intake.attachment_failed(p_id bigint, p_code text, p_retry_at timestamp with time zone, p_refused boolean) OWNER TO trucban_owner;
CREATE FUNCTION intake.attachment_link(p_id bigint, p_url text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    UPDATE core.attachment SET url = p_url WHERE id = p_id
$$;
ALTER FUNCTION intake.attachment_link(p_id bigint, p_url text) OWNER TO trucban_owner;
CREATE FUNCTION intake.attachment_stored(p_id bigint, p_media bigint, p_name text DEFAULT ''::text, p_kind text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case bigint;
BEGIN
    UPDATE core.attachment SET state = 'stored', failure = '', media_id = p_media, taken_until = NULL,
        name = CASE WHEN name = '' THEN p_name ELSE name END, kind = coalesce(p_kind, kind) WHERE id = p_id RETURNING case_id INTO v_case;
    UPDATE core.case c SET thumb_media_id = d.media_id FROM core.media_derivative d
    WHERE c.id = v_case AND c.thumb_media_id IS NULL AND d.original_id = p_media AND d.kind IN ('thumbnail', 'poster');
    PERFORM core.tell('media', p_media);
    PERFORM core.tell('case', v_case);
END $$;
ALTER FUNCTION intake.attachment_stored(p_id bigint, p_media bigint, p_name text, p_kind text) OWNER TO trucban_owner;
CREATE FUNCTION intake.citizen(p_page text, p_user text, p_name text, p_at timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_citizen bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(p_page || ':' || p_user, 1));
    UPDATE core.citizen_identity i SET name = coalesce(nullif(p_name, ''), i.name), updated_at = core.now()
    WHERE page_id = p_page AND platform_user_id = p_user RETURNING citizen_id INTO v_citizen;
    IF v_citizen IS NULL THEN
        INSERT INTO core.citizen (first_seen_at, last_seen_at) VALUES (p_at, p_at) RETURNING id INTO v_citizen;
        INSERT INTO core.citizen_identity (citizen_id, page_id, platform_user_id, name) VALUES (v_citizen, p_page, p_user, nullif(p_name, ''));
    ELSE
        UPDATE core.citizen SET last_seen_at = greatest(last_seen_at, p_at) WHERE id = v_citizen;
    END IF;
    RETURN v_citizen;
END $$;
ALTER FUNCTION intake.citizen(p_page text, p_user text, p_name text, p_at timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION intake.depths() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object(
        'journal_pending', (SELECT count(*) FROM core.journal WHERE state = 'pending'),
        'journal_rejected', (SELECT count(*) FROM core.journal WHERE state = 'rejected'),
        'outbox_depth', (SELECT count(*) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain')),
        'outbox_uncertain', (SELECT count(*) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain') AND state = 'uncertain'),
        'media_waiting', (SELECT count(*) FROM core.attachment WHERE state IN ('waiting', 'fetching')),
        'parked', (SELECT count(*) FROM (SELECT FROM core.parked LIMIT 10000) p))
$$;
ALTER FUNCTION intake.depths() OWNER TO trucban_owner;
CREATE FUNCTION intake.derivation_failed(p_media bigint, p_error text, p_retry_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.media SET derive_state = CASE WHEN p_retry_at IS NULL THEN 'refused' ELSE 'waiting' END, derive_error = p_error,
        derive_after = coalesce(p_retry_at, derive_after) WHERE id = p_media;
    PERFORM core.tell('media', p_media), (SELECT core.tell('case', a.case_id) FROM core.attachment a WHERE a.media_id = p_media LIMIT 1);
END $$;
ALTER FUNCTION intake.derivation_failed(p_media bigint, p_error text, p_retry_at timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION intake.end_duty(p_key text, p_taker text, p_facts jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    UPDATE core.duty SET facts = facts || p_facts, taken_until = '-infinity' WHERE key = p_key AND taker = p_taker
$$;
ALTER FUNCTION intake.end_duty(p_key text, p_taker text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.escalate(p_limit integer DEFAULT 200) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case core.case;
    v_rung core.rung;
    v_now timestamptz := core.now();
    v_new bigint;
    v_last bigint;
    v_last_rung core.rung;
    v_done int := 0;
BEGIN
    FOR v_case IN SELECT * FROM core.case WHERE escalate_at <= v_now ORDER BY escalate_at LIMIT least(greatest(p_limit, 1), 1000) FOR UPDATE SKIP LOCKED LOOP
        v_last := NULL;
        FOR v_rung IN SELECT r.* FROM core.rung r WHERE r.enabled AND core.rung_at(r, v_case.stage_since, v_case.due_at) <= v_now ORDER BY core.rung_at(r, v_case.stage_since, v_case.due_at), r.code LOOP
            INSERT INTO core.escalation (case_id, charge_id, rung, severity, rung_at, at)
            VALUES (v_case.id, v_case.charge_id, v_rung.code, v_rung.severity, core.rung_at(v_rung, v_case.stage_since, v_case.due_at), v_now)
            ON CONFLICT (charge_id, rung) DO NOTHING RETURNING id INTO v_new;
            CONTINUE WHEN v_new IS NULL;
            UPDATE core.escalation SET superseded = true WHERE id = v_last;
            v_last := v_new;
            v_last_rung := v_rung;
        END LOOP;
        IF v_last IS NOT NULL THEN
            -- one notice a case and charge: the higher rung takes the place of the lower
            UPDATE core.notice SET settled_at = v_now WHERE charge_id = v_case.charge_id AND kind = 'escalation' AND settled_at IS NULL;
            UPDATE core.escalation SET told = core.notify_people('escalation', v_last_rung.severity, v_last_rung.repeat_seconds, v_case.id, v_case.charge_id, v_last_rung.recipients,
                jsonb_build_object('rung', v_last_rung.code, 'number', v_case.number, 'stage', v_case.stage, 'due_at', v_case.due_at, 'urgency', v_case.urgency), v_last) WHERE id = v_last;
            INSERT INTO core.case_event (case_id, at, verb, from_status, to_status, revision, facts)
            VALUES (v_case.id, v_now, 'escalate', v_case.status, v_case.status, v_case.revision, jsonb_build_object('rung', v_last_rung.code, 'stage', v_case.stage));
            PERFORM core.tell('case', v_case.id);
        END IF;
        UPDATE core.case SET escalate_at = core.next_rung_at(charge_id, stage_since, due_at) WHERE id = v_case.id;
        v_done := v_done + 1;
    END LOOP;
    RETURN v_done;
END $$;
ALTER FUNCTION intake.escalate(p_limit integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.finish_journal(p_id bigint, p_state text, p_error text DEFAULT ''::text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    UPDATE core.journal SET state = p_state, error = left(p_error, 2000), processed_at = clock_timestamp(), taken_until = NULL
    WHERE id = p_id AND state IN ('pending', 'rejected')
$$;
ALTER FUNCTION intake.finish_journal(p_id bigint, p_state text, p_error text) OWNER TO trucban_owner;
CREATE FUNCTION intake.gap(p_platform_id text, p_why text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.gap (platform_id, why) VALUES (p_platform_id, p_why) ON CONFLICT DO NOTHING
$$;
ALTER FUNCTION intake.gap(p_platform_id text, p_why text) OWNER TO trucban_owner;
CREATE FUNCTION intake.health(p_key text, p_state text, p_code text DEFAULT ''::text, p_facts jsonb DEFAULT '{}'::jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_old core.health;
BEGIN
    SELECT * INTO v_old FROM core.health WHERE key = p_key;
    INSERT INTO core.health (key, state, code, facts, since, updated_at) VALUES (p_key, p_state, p_code, p_facts, core.now(), core.now())
    ON CONFLICT (key) DO UPDATE SET state = excluded.state, code = excluded.code, facts = excluded.facts, updated_at = excluded.updated_at,
        since = CASE WHEN core.health.state = excluded.state AND core.health.code = excluded.code THEN core.health.since ELSE excluded.since END;
    IF v_old.key IS NULL OR v_old.state <> p_state OR v_old.code <> p_code THEN
        PERFORM core.tell('health', 0);
    END IF;
END $$;
ALTER FUNCTION intake.health(p_key text, p_state text, p_code text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.journal(p_bodies bytea[], p_origin text DEFAULT 'webhook'::text) RETURNS SETOF bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.journal (body, origin) SELECT b, p_origin FROM unnest(p_bodies) b RETURNING id
$$;
ALTER FUNCTION intake.journal(p_bodies bytea[], p_origin text) OWNER TO trucban_owner;
CREATE FUNCTION intake.journal_counts() RETURNS TABLE(received bigint, processed bigint, rejected bigint, pending bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT count(*), count(*) FILTER (WHERE state = 'processed'), count(*) FILTER (WHERE state = 'rejected'), count(*) FILTER (WHERE state = 'pending') FROM core.journal
$$;
ALTER FUNCTION intake.journal_counts() OWNER TO trucban_owner;
CREATE FUNCTION intake.journal_webhooks(p_bodies bytea[], p_headers text[]) RETURNS SETOF bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.journal (body, headers) SELECT w.body, w.headers FROM unnest(p_bodies, p_headers) AS w(body, headers) RETURNING id
$$;
ALTER FUNCTION intake.journal_webhooks(p_bodies bytea[], p_headers text[]) OWNER TO trucban_owner;
CREATE FUNCTION intake.known(p_platform_ids text[]) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT platform_id FROM core.message WHERE platform_id = ANY (p_platform_ids)
    UNION SELECT i FROM unnest(p_platform_ids) i WHERE EXISTS (SELECT FROM core.outbox o WHERE o.platform_ids @> ARRAY[i])
    UNION SELECT platform_id FROM core.gap WHERE platform_id = ANY (p_platform_ids)
$$;
ALTER FUNCTION intake.known(p_platform_ids text[]) OWNER TO trucban_owner;
CREATE FUNCTION intake.last_event_at() RETURNS timestamp with time zone
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT received_at FROM core.journal ORDER BY id DESC LIMIT 1
$$;
ALTER FUNCTION intake.last_event_at() OWNER TO trucban_owner;
CREATE FUNCTION intake.make_reports() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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
ALTER FUNCTION intake.make_reports() OWNER TO trucban_owner;
CREATE FUNCTION intake.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) RETURNS jsonb
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.media_begin(p_sha256, p_bytes, p_mime, p_kind, NULL)
$$;
ALTER FUNCTION intake.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) OWNER TO trucban_owner;
CREATE FUNCTION intake.media_chunk(p_media bigint, p_index integer) RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT data FROM core.media_chunk WHERE media_id = p_media AND index = p_index
$$;
ALTER FUNCTION intake.media_chunk(p_media bigint, p_index integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.media_derived(p_media bigint, p_width integer, p_height integer, p_duration_ms integer, p_phash bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.media SET derive_state = 'done', derive_error = '', width = p_width, height = p_height, duration_ms = p_duration_ms, phash = p_phash WHERE id = p_media;
    PERFORM core.tell('media', p_media), (SELECT core.tell('case', a.case_id) FROM core.attachment a WHERE a.media_id = p_media LIMIT 1);
END $$;
ALTER FUNCTION intake.media_derived(p_media bigint, p_width integer, p_height integer, p_duration_ms integer, p_phash bigint) OWNER TO trucban_owner;
CREATE FUNCTION intake.media_end(p_media bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.media_end(p_media)
$$;
ALTER FUNCTION intake.media_end(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION intake.media_info(p_media bigint) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('id', id, 'sha256', encode(sha256, 'hex'), 'bytes', bytes, 'mime', mime, 'kind', kind, 'complete', complete,
        'derivatives', (SELECT coalesce(jsonb_object_agg(d.kind, d.media_id), '{}') FROM core.media_derivative d WHERE d.original_id = m.id))
    FROM core.media m WHERE id = p_media
$$;
ALTER FUNCTION intake.media_info(p_media bigint) OWNER TO trucban_owner;
CREATE FUNCTION intake.media_put(p_media bigint, p_index integer, p_data bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT core.media_put(p_media, p_index, p_data)
$$;
ALTER FUNCTION intake.media_put(p_media bigint, p_index integer, p_data bytea) OWNER TO trucban_owner;
CREATE FUNCTION intake.name_citizen(p_page text, p_user text, p_name text, p_profile jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    UPDATE core.citizen_identity SET name = coalesce(name, nullif(p_name, '')), profile = p_profile, updated_at = core.now() WHERE page_id = p_page AND platform_user_id = p_user
$$;
ALTER FUNCTION intake.name_citizen(p_page text, p_user text, p_name text, p_profile jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.nameless(p_page text, p_limit integer) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT platform_user_id FROM core.citizen_identity WHERE name IS NULL AND profile = '{}' AND page_id = p_page AND platform_user_id <> '_unknown' ORDER BY id DESC LIMIT p_limit
$$;
ALTER FUNCTION intake.nameless(p_page text, p_limit integer) OWNER TO trucban_owner;
CREATE TABLE core.thread (
    id bigint NOT NULL,
    citizen_id bigint NOT NULL,
    channel text NOT NULL,
    page_id text NOT NULL,
    key text NOT NULL,
    open_case_id bigint,
    post_id text,
    root_platform_id text,
    last_inbound_at timestamp with time zone,
    delivered_until timestamp with time zone,
    seen_until timestamp with time zone,
    private_reply_spent boolean DEFAULT false NOT NULL,
    CONSTRAINT thread_channel_check CHECK ((channel = ANY (ARRAY['messenger'::text, 'comment'::text, 'visitor_post'::text, 'mention'::text])))
);
ALTER TABLE core.thread OWNER TO trucban_owner;
CREATE FUNCTION intake.open_case(p_thread core.thread, p_event jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case bigint := p_thread.open_case_id;
    v_at timestamptz := (p_event ->> 'sent_at')::timestamptz;
BEGIN
    -- words sent from elsewhere after the end of a case belong to that case: nobody asked anything new
    IF v_case IS NULL AND p_event ->> 'direction' = 'echo' THEN
        SELECT max(id) INTO v_case FROM core.case WHERE thread_id = p_thread.id;
    END IF;
    IF v_case IS NULL THEN
        INSERT INTO core.case (number, channel, citizen_id, thread_id, opened_at, received_at, last_message_at, urgency, awaiting_reply)
        VALUES (core.next_case_number(core.now()), p_thread.channel, p_thread.citizen_id, p_thread.id, v_at, core.now(), v_at,
                CASE WHEN p_event ->> 'urgency' IN ('emergency', 'high', 'medium', 'low') THEN p_event ->> 'urgency' ELSE 'medium' END,
                p_event ->> 'direction' = 'in')
        RETURNING id INTO v_case;
        INSERT INTO core.case_event (case_id, at, verb, to_status, revision) VALUES (v_case, core.now(), 'arrived', 'new', 1);
    END IF;
    RETURN v_case;
END $$;
ALTER FUNCTION intake.open_case(p_thread core.thread, p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.open_posts(p_limit integer DEFAULT 100) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT platform_id FROM core.bulletin WHERE platform_id IS NOT NULL AND state = 'published' ORDER BY published_at DESC LIMIT p_limit
$$;
ALTER FUNCTION intake.open_posts(p_limit integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.outbox_depth() RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT jsonb_build_object('waiting', count(*) FILTER (WHERE state = 'queued'), 'sending', count(*) FILTER (WHERE state = 'sending'),
        'uncertain', count(*) FILTER (WHERE state = 'uncertain'), 'oldest', min(queued_at)) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain')
$$;
ALTER FUNCTION intake.outbox_depth() OWNER TO trucban_owner;
CREATE FUNCTION intake.outbox_failed(p_id uuid, p_taker text, p_code integer, p_subcode integer, p_word text, p_detail text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_failed(p_id, p_code, p_subcode, p_word, p_detail);
    RETURN true;
END $$;
ALTER FUNCTION intake.outbox_failed(p_id uuid, p_taker text, p_code integer, p_subcode integer, p_word text, p_detail text) OWNER TO trucban_owner;
CREATE FUNCTION intake.outbox_keep(p_id uuid, p_taker text, p_seconds integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE core.outbox SET taken_until = clock_timestamp() + make_interval(secs => p_seconds)
    WHERE id = p_id AND taken_by = p_taker AND state IN ('sending', 'uncertain') AND taken_until > clock_timestamp();
    RETURN FOUND;
END $$;
ALTER FUNCTION intake.outbox_keep(p_id uuid, p_taker text, p_seconds integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.outbox_later(p_id uuid, p_taker text, p_after timestamp with time zone, p_state text, p_word text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_later(p_id, p_after, p_state, p_word);
    RETURN true;
END $$;
ALTER FUNCTION intake.outbox_later(p_id uuid, p_taker text, p_after timestamp with time zone, p_state text, p_word text) OWNER TO trucban_owner;
CREATE FUNCTION intake.outbox_note(p_id uuid, p_taker text, p_facts jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_note(p_id, p_facts);
    RETURN true;
END $$;
ALTER FUNCTION intake.outbox_note(p_id uuid, p_taker text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.outbox_part_sent(p_id uuid, p_taker text, p_platform_id text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_part_sent(p_id, p_platform_id);
    RETURN true;
END $$;
ALTER FUNCTION intake.outbox_part_sent(p_id uuid, p_taker text, p_platform_id text) OWNER TO trucban_owner;
CREATE FUNCTION intake.outbox_sent(p_id uuid, p_taker text, p_facts jsonb DEFAULT '{}'::jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_sent(p_id, p_facts);
    PERFORM core.outbox_caught_up(p_id);
    RETURN true;
END $$;
ALTER FUNCTION intake.outbox_sent(p_id uuid, p_taker text, p_facts jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.own_comment(p_event jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_id uuid;
    v_mid text := p_event ->> 'platform_id';
BEGIN
    SELECT o.id INTO v_id FROM core.outbox o LEFT JOIN core.message m ON m.id = o.message_id LEFT JOIN core.thread t ON t.id = o.thread_id
    WHERE o.kind = 'comment_reply' AND o.state IN ('sending', 'uncertain') AND cardinality(o.platform_ids) = 0
      AND btrim(o.text) = btrim(coalesce(p_event ->> 'raw_text', ''))
      AND (p_event ->> 'root_id' IN (m.platform_id, t.root_platform_id) OR p_event ->> 'post_id' = m.platform_id)
    ORDER BY o.queued_at LIMIT 1 FOR UPDATE OF o;
    IF v_id IS NULL THEN
        RETURN false;
    END IF;
    UPDATE core.outbox SET platform_ids = platform_ids || v_mid WHERE id = v_id;
    UPDATE core.message SET platform_id = v_mid WHERE outbox_id = v_id AND platform_id IS NULL;
    RETURN true;
END $$;
ALTER FUNCTION intake.own_comment(p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.own_echo(p_event jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_mid text := p_event ->> 'platform_id';
    v_id uuid;
    v_box core.outbox;
BEGIN
    IF p_event ->> 'metadata' ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(#[0-9]+)?$' THEN
        v_id := split_part(p_event ->> 'metadata', '#', 1)::uuid;
    END IF;
    SELECT * INTO v_box FROM core.outbox WHERE id = v_id OR (v_id IS NULL AND platform_ids @> ARRAY[v_mid]) LIMIT 1;
    IF v_box.id IS NULL THEN
        RETURN false;
    END IF;
    IF v_mid IS NOT NULL AND NOT v_box.platform_ids @> ARRAY[v_mid] THEN
        UPDATE core.outbox SET platform_ids = platform_ids || v_mid WHERE id = v_box.id;
        UPDATE core.message SET platform_id = v_mid WHERE outbox_id = v_box.id AND platform_id IS NULL;
        PERFORM core.tell('case', v_box.case_id) WHERE v_box.case_id IS NOT NULL;
    END IF;
    RETURN true;
END $_$;
ALTER FUNCTION intake.own_echo(p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.page_post(p_event jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_id bigint;
BEGIN
    UPDATE core.bulletin SET state = 'published', published_at = coalesce(published_at, (p_event ->> 'sent_at')::timestamptz, core.now()),
        permalink = coalesce(nullif(p_event ->> 'permalink', ''), permalink), revision = revision + 1
    WHERE platform_id = p_event ->> 'platform_id' AND state = 'scheduled' AND coalesce((p_event ->> 'published')::boolean, true)
      AND p_event ->> 'verb' <> 'remove' RETURNING id INTO v_id;
    IF v_id IS NOT NULL THEN
        PERFORM core.bulletin_is_out(v_id);
    END IF;
END $$;
ALTER FUNCTION intake.page_post(p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.park(p_journal bigint, p_event jsonb) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    INSERT INTO core.parked (platform_id, event, journal_id)
    SELECT p_event ->> 'platform_id', p_event, p_journal
    WHERE NOT EXISTS (SELECT FROM core.parked WHERE platform_id = p_event ->> 'platform_id' AND event = p_event)
$$;
ALTER FUNCTION intake.park(p_journal bigint, p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.place_comment(p_page text, p_event jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_thread core.thread;
    v_person text;
BEGIN
    -- whose words are answered: the comment above, else the post
    SELECT t.* INTO v_thread FROM core.message m JOIN core.thread t ON t.id = m.thread_id
    WHERE m.platform_id = p_event ->> 'root_id' AND p_event ->> 'root_id' IS DISTINCT FROM p_event ->> 'platform_id';
    IF p_event ->> 'direction' = 'in' THEN
        IF v_thread.channel = 'comment' AND v_thread.root_platform_id <> p_event ->> 'root_id' THEN    -- an answer to an answer hangs on the top-level comment
            p_event := p_event || jsonb_build_object('root_id', v_thread.root_platform_id, 'thread_key', v_thread.root_platform_id || ':' || (p_event ->> 'person_id'));
        END IF;
        IF p_event ->> 'person_id' <> '_unknown' AND EXISTS (SELECT FROM core.thread WHERE page_id = p_page AND channel = 'visitor_post'
               AND key = (p_event ->> 'post_id') || ':' || (p_event ->> 'person_id')) THEN
            p_event := p_event || jsonb_build_object('channel', 'visitor_post', 'thread_key', (p_event ->> 'post_id') || ':' || (p_event ->> 'person_id'));
        END IF;
        RETURN p_event;
    END IF;
    IF v_thread.id IS NULL THEN
        SELECT t.* INTO v_thread FROM core.message m JOIN core.thread t ON t.id = m.thread_id WHERE m.platform_id = p_event ->> 'post_id';
    END IF;
    IF v_thread.id IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT platform_user_id INTO v_person FROM core.citizen_identity WHERE citizen_id = v_thread.citizen_id AND page_id = p_page ORDER BY id LIMIT 1;
    RETURN p_event || jsonb_build_object('channel', v_thread.channel, 'thread_key', v_thread.key, 'person_id', coalesce(v_person, '_unknown'));
END $$;
ALTER FUNCTION intake.place_comment(p_page text, p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.reprocess_journal(p_id bigint DEFAULT NULL::bigint) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_count int;
BEGIN
    UPDATE core.journal SET state = 'pending', error = '', processed_at = NULL, taken_until = NULL
    WHERE (p_id IS NULL AND state = 'rejected') OR (id = p_id AND state <> 'pending');
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END $$;
ALTER FUNCTION intake.reprocess_journal(p_id bigint) OWNER TO trucban_owner;
CREATE FUNCTION intake.scheduled_posts() RETURNS TABLE(bulletin_id bigint, platform_id text, scheduled_for timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT id, platform_id, scheduled_for FROM core.bulletin WHERE state = 'scheduled' AND platform_id IS NOT NULL
$$;
ALTER FUNCTION intake.scheduled_posts() OWNER TO trucban_owner;
CREATE FUNCTION intake.sweep(p_limit integer DEFAULT 200) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_case core.case;
    v_done int := 0;
BEGIN
    FOR v_case IN SELECT * FROM core.case WHERE lease_until < core.now() LIMIT p_limit FOR UPDATE SKIP LOCKED LOOP
        UPDATE core.case SET holder_id = NULL, lease_until = NULL WHERE id = v_case.id;
        PERFORM core.step(v_case, 'claim_expired', CASE WHEN v_case.status = 'claimed' THEN 'new' END, '', jsonb_build_object('holder', v_case.holder_id));
        v_done := v_done + 1;
    END LOOP;
    FOR v_case IN SELECT * FROM core.case WHERE window_until < core.now() LIMIT p_limit FOR UPDATE SKIP LOCKED LOOP
        UPDATE core.case SET window_until = window_until WHERE id = v_case.id;
        PERFORM core.tell('case', v_case.id);
        v_done := v_done + 1;
    END LOOP;
    RETURN v_done;
END $$;
ALTER FUNCTION intake.sweep(p_limit integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.take_attachments(p_limit integer, p_seconds integer DEFAULT 120) RETURNS TABLE(id bigint, message_id bigint, case_id bigint, kind text, url text, ordinal integer, platform_id text, attempts integer, sent_at timestamp with time zone)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH due AS (
        SELECT a.id FROM core.attachment a
        WHERE a.state IN ('waiting', 'fetching') AND a.fetch_after <= clock_timestamp() AND (a.taken_until IS NULL OR a.taken_until < clock_timestamp())
        ORDER BY a.fetch_after, a.id LIMIT p_limit FOR UPDATE SKIP LOCKED
    )
    UPDATE core.attachment a SET state = 'fetching', attempts = a.attempts + 1, taken_until = clock_timestamp() + make_interval(secs => p_seconds)
    FROM due, core.message m WHERE a.id = due.id AND m.id = a.message_id
    RETURNING a.id, a.message_id, a.case_id, a.kind, a.url, a.ordinal, m.platform_id, a.attempts, m.sent_at
$$;
ALTER FUNCTION intake.take_attachments(p_limit integer, p_seconds integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.take_derivations(p_limit integer, p_seconds integer DEFAULT 300) RETURNS TABLE(id bigint, kind text, mime text, bytes bigint, attempts integer)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH due AS (
        SELECT m.id FROM core.media m WHERE m.derive_state IN ('waiting', 'working') AND m.complete AND m.derive_after <= clock_timestamp()
        ORDER BY m.derive_after LIMIT p_limit FOR UPDATE SKIP LOCKED
    )
    UPDATE core.media m SET derive_state = 'working', derive_attempts = m.derive_attempts + 1, derive_after = clock_timestamp() + make_interval(secs => p_seconds)
    FROM due WHERE m.id = due.id RETURNING m.id, m.kind, m.mime, m.bytes, m.derive_attempts
$$;
ALTER FUNCTION intake.take_derivations(p_limit integer, p_seconds integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.take_duty(p_key text, p_taker text, p_seconds integer) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_facts jsonb;
BEGIN
    INSERT INTO core.duty (key) VALUES (p_key) ON CONFLICT DO NOTHING;
    UPDATE core.duty SET taker = p_taker, taken_until = clock_timestamp() + make_interval(secs => p_seconds)
    WHERE key = p_key AND (taken_until < clock_timestamp() OR taker = p_taker) RETURNING facts INTO v_facts;
    RETURN v_facts;
END $$;
ALTER FUNCTION intake.take_duty(p_key text, p_taker text, p_seconds integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.take_journal(p_limit integer, p_seconds integer DEFAULT 30) RETURNS TABLE(id bigint, body bytea, origin text, attempts integer, received_at timestamp with time zone)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH due AS (
        SELECT j.id FROM core.journal j
        WHERE j.state = 'pending' AND (j.taken_until IS NULL OR j.taken_until < clock_timestamp())
        ORDER BY j.id LIMIT p_limit FOR UPDATE SKIP LOCKED
    ), taken AS (
        UPDATE core.journal j SET taken_until = clock_timestamp() + make_interval(secs => p_seconds), attempts = j.attempts + 1
        FROM due WHERE j.id = due.id RETURNING j.id, j.body, j.origin, j.attempts, j.received_at
    )
    SELECT * FROM taken ORDER BY id
$$;
ALTER FUNCTION intake.take_journal(p_limit integer, p_seconds integer) OWNER TO trucban_owner;
CREATE FUNCTION intake.take_outbox(p_limit integer, p_seconds integer, p_taker text) RETURNS SETOF jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_box core.outbox;
BEGIN
    FOR v_box IN
        SELECT o.* FROM core.outbox o
        WHERE o.state IN ('queued', 'sending', 'uncertain') AND o.send_after <= core.now() AND (o.taken_until IS NULL OR o.taken_until < clock_timestamp())
          AND NOT EXISTS (SELECT FROM core.outbox e WHERE e.thread_id = o.thread_id AND (e.queued_at, e.id) < (o.queued_at, o.id)
                            AND e.state IN ('queued', 'sending', 'uncertain'))
        ORDER BY o.send_after, o.queued_at, o.id LIMIT p_limit FOR UPDATE SKIP LOCKED
    LOOP
        -- an item found in state sending was left by a gateway that died in the act: nobody knows whether Facebook has it
        UPDATE core.outbox SET state = CASE WHEN state = 'queued' THEN 'sending' ELSE 'uncertain' END, attempts = attempts + 1, taken_by = p_taker,
            taken_until = clock_timestamp() + make_interval(secs => p_seconds) WHERE id = v_box.id RETURNING * INTO v_box;
        IF v_box.bulletin_id IS NOT NULL THEN
            UPDATE core.bulletin SET state = 'publishing', revision = revision + 1 WHERE id = v_box.bulletin_id AND state = 'approved';
            PERFORM core.tell('bulletin', v_box.bulletin_id);
        END IF;
        IF v_box.case_id IS NOT NULL THEN
            PERFORM core.tell('case', v_box.case_id);
        END IF;
        RETURN NEXT (SELECT jsonb_build_object('id', v_box.id, 'kind', v_box.kind, 'state', v_box.state, 'attempts', v_box.attempts, 'parts_sent', v_box.parts_sent,
            'platform_ids', v_box.platform_ids, 'text', v_box.text, 'media_ids', v_box.media_ids, 'human', v_box.human, 'facts', v_box.facts,
            'case', v_box.case_id, 'queued_at', v_box.queued_at, 'page', t.page_id, 'channel', t.channel,
            'recipient', CASE WHEN t.channel = 'messenger' THEN t.key END, 'post_id', t.post_id, 'root_id', t.root_platform_id,
            'private_reply_spent', t.private_reply_spent,
            'target', (SELECT m.platform_id FROM core.message m WHERE m.id = v_box.message_id),
            'target_sent_at', (SELECT m.sent_at FROM core.message m WHERE m.id = v_box.message_id),
            'last_inbound_at', t.last_inbound_at,
            'bulletin', (SELECT jsonb_build_object('id', b.id, 'text', b.post_text, 'link', b.link, 'media_ids', b.media_ids, 'scheduled_for', b.scheduled_for,
                'platform_id', b.platform_id) FROM core.bulletin b WHERE b.id = v_box.bulletin_id))
            FROM (SELECT 1) one LEFT JOIN core.thread t ON t.id = v_box.thread_id);
    END LOOP;
END $$;
ALTER FUNCTION intake.take_outbox(p_limit integer, p_seconds integer, p_taker text) OWNER TO trucban_owner;
CREATE FUNCTION intake.thread(p_page text, p_citizen bigint, p_event jsonb) RETURNS core.thread
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_thread core.thread;
BEGIN
    SELECT * INTO v_thread FROM core.thread WHERE page_id = p_page AND channel = p_event ->> 'channel' AND key = p_event ->> 'thread_key' FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO core.thread (citizen_id, channel, page_id, key, post_id, root_platform_id)
        VALUES (p_citizen, p_event ->> 'channel', p_page, p_event ->> 'thread_key', p_event ->> 'post_id', p_event ->> 'root_id')
        ON CONFLICT (page_id, channel, key) DO UPDATE SET key = excluded.key RETURNING * INTO v_thread;
    END IF;
    RETURN v_thread;
END $$;
ALTER FUNCTION intake.thread(p_page text, p_citizen bigint, p_event jsonb) OWNER TO trucban_owner;
CREATE FUNCTION intake.watermark(p_page text, p_event jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_thread bigint;
    v_until timestamptz := (p_event ->> 'watermark')::timestamptz;
    v_seen boolean := p_event ->> 'type' = 'read';
    v_case bigint;
BEGIN
    SELECT id INTO v_thread FROM core.thread WHERE page_id = p_page AND channel = 'messenger' AND key = p_event ->> 'person_id';
    IF v_thread IS NULL OR v_until IS NULL THEN
        RETURN;
    END IF;
    UPDATE core.thread SET delivered_until = greatest(delivered_until, v_until), seen_until = CASE WHEN v_seen THEN greatest(seen_until, v_until) ELSE seen_until END
    WHERE id = v_thread;
    FOR v_case IN
        UPDATE core.outbox SET state = CASE WHEN v_seen THEN 'seen' ELSE 'delivered' END,
            delivered_at = coalesce(delivered_at, v_until), seen_at = CASE WHEN v_seen THEN coalesce(seen_at, v_until) ELSE seen_at END
        WHERE thread_id = v_thread AND state IN ('sent', 'delivered') AND sent_at <= v_until + interval '2 seconds' AND (v_seen OR state = 'sent')
        RETURNING case_id
    LOOP
        PERFORM core.tell('case', v_case);
    END LOOP;
END $$;
ALTER FUNCTION intake.watermark(p_page text, p_event jsonb) OWNER TO trucban_owner;
CREATE TABLE core.metric (
    name text NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    label text NOT NULL,
    label_en text NOT NULL,
    definition text NOT NULL,
    definition_en text NOT NULL,
    splits text[] NOT NULL,
    by_default text,
    live boolean DEFAULT false NOT NULL,
    parts jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT metric_kind_check CHECK ((kind = ANY (ARRAY['count'::text, 'cases'::text, 'share'::text, 'duration'::text, 'time'::text]))),
    CONSTRAINT metric_name_check CHECK ((name ~ '^[a-z][a-z_]*$'::text))
);
ALTER TABLE core.metric OWNER TO trucban_owner;
CREATE FUNCTION metric.behind(p_metric core.metric, p_from timestamp with time zone, p_to timestamp with time zone, p_by text, p_key text, p_after bigint, p_limit integer, p_part text, p_late boolean) RETURNS TABLE(case_id bigint, at timestamp with time zone, seconds double precision, late boolean, times integer)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
BEGIN
    RETURN QUERY EXECUTE format($q$
        SELECT f.case_id, max(f.at), %s, bool_or(NOT f.good), count(*)::int FROM (%s) f
        WHERE f.case_id IS NOT NULL AND ($3 IS NULL OR f.key = $3) AND ($4 IS NULL OR f.part = $4) AND ($5 IS NULL OR f.case_id < $5) AND ($7 IS NULL OR f.good <> $7)
        GROUP BY f.case_id ORDER BY f.case_id DESC LIMIT $6$q$, CASE p_metric.kind WHEN 'time' THEN 'sum(f.seconds)' ELSE 'max(f.seconds)' END, metric.source(p_metric, p_by))
    USING p_from, p_to, p_key, p_part, p_after, least(coalesce(p_limit, 50), 500), p_late;
END $_$;
ALTER FUNCTION metric.behind(p_metric core.metric, p_from timestamp with time zone, p_to timestamp with time zone, p_by text, p_key text, p_after bigint, p_limit integer, p_part text, p_late boolean) OWNER TO trucban_owner;
CREATE FUNCTION metric.brief(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_metric core.metric;
    v_answer jsonb;
BEGIN
    SELECT * INTO v_metric FROM core.metric WHERE name = p_name;
    EXECUTE format($q$
        WITH r AS MATERIALIZED (SELECT f.key, count(*) AS n, count(*) FILTER (WHERE f.good) AS good, count(*) FILTER (WHERE NOT f.good) AS late, sum(f.seconds)::bigint AS seconds FROM (%s%s) f GROUP BY f.key),
        names AS (SELECT k.* FROM metric.key_names($3, (SELECT array_agg(r.key) FROM r)) k)
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', r.key, 'name', n.name, 'name_en', nullif(n.name_en, ''), 'n', r.n, 'good', r.good, 'late', r.late, 'seconds', r.seconds)) ORDER BY r.key), '[]')
        FROM r LEFT JOIN names n ON n.key = r.key$q$, metric.source(v_metric, p_by), CASE p_by WHEN 'unit' THEN ' WHERE f.unit_id IS NOT NULL' ELSE '' END)
    INTO v_answer USING p_from, p_to, p_by;
    RETURN v_answer;
END $_$;
ALTER FUNCTION metric.brief(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) OWNER TO trucban_owner;
CREATE FUNCTION metric.by_area(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT c.id, c.opened_at, ''::text, c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8,
        coalesce(o.due_at >= n.now, true) AND NOT EXISTS (SELECT FROM core.charge g WHERE g.case_id = c.id AND g.to_at > g.due_at)
    FROM (SELECT core.now() AS now OFFSET 0) n, core.case c LEFT JOIN core.charge o ON o.case_id = c.id AND o.to_at IS NULL
    WHERE c.opened_at >= p_from AND c.opened_at < p_to
$$;
ALTER FUNCTION metric.by_area(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.charged_time(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT g.case_id, greatest(g.from_at, p_from), g.holder, c.category_id, g.unit_id, c.area_id, NULL::bigint,
        (floor(date_part('epoch', least(coalesce(g.to_at, n.now), p_to))) - floor(date_part('epoch', greatest(g.from_at, p_from))))::float8, NULL::boolean
    FROM (SELECT core.now() AS now OFFSET 0) n
        CROSS JOIN (SELECT x.case_id, x.holder, x.unit_id, x.from_at, x.to_at FROM core.charge x WHERE x.to_at IS NOT NULL AND x.to_at > p_from AND x.from_at < p_to
         UNION ALL SELECT x.case_id, x.holder, x.unit_id, x.from_at, NULL::timestamptz FROM core.charge x WHERE x.to_at IS NULL AND x.from_at < p_to) g
        LEFT JOIN core.case c ON c.id = g.case_id
    WHERE least(coalesce(g.to_at, n.now), p_to) > greatest(g.from_at, p_from)
$$;
ALTER FUNCTION metric.charged_time(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.escalations(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT e.case_id, e.at, e.rung, c.category_id, g.unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.escalation e LEFT JOIN core.charge g ON g.id = e.charge_id LEFT JOIN core.case c ON c.id = e.case_id WHERE e.at >= p_from AND e.at < p_to AND NOT e.superseded
$$;
ALTER FUNCTION metric.escalations(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.first_response(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT c.id, f.at, ''::text, c.category_id, c.lead_unit_id, c.area_id, f.person_id, date_part('epoch', f.at - c.opened_at)::float8, NULL::boolean
    FROM core.first_response f JOIN core.case c ON c.id = f.case_id WHERE f.at >= p_from AND f.at < p_to AND f.at > c.opened_at
$$;
ALTER FUNCTION metric.first_response(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.head_spans(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS TABLE(unit_id bigint, from_at timestamp with time zone, to_at timestamp with time zone, key text)
    LANGUAGE sql STABLE
    AS $$
    WITH h AS MATERIALIZED (SELECT x.id, x.unit_id, x.from_at, coalesce(x.to_at, 'infinity') AS until FROM core.unit_head x WHERE x.from_at < p_to AND coalesce(x.to_at, 'infinity') > p_from),
    cuts AS (SELECT u.id AS unit_id, p_from AS cut FROM core.unit u UNION SELECT h.unit_id, h.from_at FROM h WHERE h.from_at > p_from UNION SELECT h.unit_id, h.until FROM h WHERE h.until < p_to),
    spans AS (SELECT c.unit_id, c.cut AS from_at, lead(c.cut, 1, p_to) OVER (PARTITION BY c.unit_id ORDER BY c.cut) AS to_at FROM cuts c)
    SELECT w.unit_id, w.from_at, w.to_at,
        coalesce((SELECT h.id::text FROM h WHERE h.unit_id = w.unit_id AND h.from_at <= w.from_at AND h.until > w.from_at ORDER BY h.from_at DESC, h.id DESC LIMIT 1), '') FROM spans w
$$;
ALTER FUNCTION metric.head_spans(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.held_by_shift(p_name text, p_from timestamp with time zone, p_to timestamp with time zone) RETURNS TABLE(key text, part text, seconds double precision, n bigint)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
BEGIN
    RETURN QUERY EXECUTE format($q$
        WITH span AS MATERIALIZED (SELECT (row_number() OVER (ORDER BY w.from_at))::int AS i, w.from_at, w.to_at, w.key, count(*) OVER (PARTITION BY w.key) AS same,
                floor(date_part('epoch', w.to_at))::float8 - floor(date_part('epoch', w.from_at))::float8 AS seconds FROM metric.shift_spans($1, $2) w),
        s AS MATERIALIZED (SELECT array_agg(w.from_at ORDER BY w.i) AS starts FROM span w),
        f AS MATERIALIZED (SELECT x.case_id, x.at, x.part, x.seconds, to_timestamp(floor(date_part('epoch', x.at)) + x.seconds) AS until FROM metric.%1$I($1, $2) x),
        d AS MATERIALIZED (SELECT f.case_id, f.at, f.until, width_bucket(f.at, s.starts) AS lo, greatest(width_bucket(f.at, s.starts), width_bucket(f.until - interval '1 microsecond', s.starts)) AS hi
                           FROM f, s WHERE f.part = 'desk'),
        pieces AS (
            SELECT w.key, d.case_id, floor(date_part('epoch', least(d.until, w.to_at)))::float8 - floor(date_part('epoch', greatest(d.at, w.from_at)))::float8 AS seconds
            FROM (SELECT case_id, at, until, lo AS i FROM d UNION ALL SELECT case_id, at, until, hi FROM d WHERE hi > lo) d JOIN span w ON w.i = d.i
            UNION ALL SELECT w.key, d.case_id, w.seconds FROM span w JOIN d ON d.lo < w.i AND d.hi > w.i WHERE w.same > 1),
        edges AS (SELECT p.key, sum(p.seconds) AS seconds, count(*) AS n FROM (SELECT key, case_id, sum(seconds) AS seconds FROM pieces GROUP BY key, case_id) p GROUP BY p.key),
        turns AS (SELECT t.i, sum(t.by) AS by FROM (SELECT lo + 1 AS i, 1 AS by FROM d WHERE hi > lo + 1 UNION ALL SELECT hi, -1 FROM d WHERE hi > lo + 1) t GROUP BY t.i),
        through AS (SELECT w.key, w.same, w.seconds, (sum(coalesce(t.by, 0)) OVER (ORDER BY w.i))::bigint AS n FROM span w LEFT JOIN turns t ON t.i = w.i)
        SELECT x.key, 'desk'::text, sum(x.seconds), sum(x.n)::bigint FROM (SELECT key, seconds, n FROM edges UNION ALL SELECT key, seconds * n, n FROM through WHERE same = 1 AND n > 0) x GROUP BY x.key
        UNION ALL SELECT '', p.part, sum(p.seconds), count(*) FROM (SELECT f.part, f.case_id, sum(f.seconds) AS seconds FROM f WHERE f.part <> 'desk' GROUP BY f.part, f.case_id) p GROUP BY p.part
        UNION ALL SELECT '', NULL, sum(p.seconds), count(*) FROM (SELECT q.case_id, sum(q.seconds) AS seconds FROM (
            SELECT p.case_id, p.seconds FROM pieces p WHERE p.key = ''
            UNION ALL SELECT d.case_id, w.seconds FROM span w JOIN d ON d.lo < w.i AND d.hi > w.i WHERE w.key = '' AND w.same = 1
            UNION ALL SELECT f.case_id, f.seconds FROM f WHERE f.part <> 'desk') q GROUP BY q.case_id) p$q$, p_name)
    USING p_from, p_to;
END $_$;
ALTER FUNCTION metric.held_by_shift(p_name text, p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.intake(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT c.id, c.opened_at, ''::text, c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.case c WHERE c.opened_at >= p_from AND c.opened_at < p_to
$$;
ALTER FUNCTION metric.intake(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.intake_by_hour_weekday(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT c.id, c.opened_at, to_char(c.opened_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'ID-HH24'), c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.case c WHERE c.opened_at >= p_from AND c.opened_at < p_to
$$;
ALTER FUNCTION metric.intake_by_hour_weekday(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.key_names(p_by text, p_keys text[]) RETURNS TABLE(key text, name text, name_en text)
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    CASE p_by
    WHEN 'unit' THEN RETURN QUERY SELECT DISTINCT ON (u.code) u.code, u.name, u.name_en FROM core.unit u WHERE u.code = ANY (p_keys) ORDER BY u.code, u.valid_from DESC;
    WHEN 'category' THEN RETURN QUERY SELECT c.code, c.name, c.name_en FROM core.category c WHERE c.code = ANY (p_keys);
    WHEN 'area' THEN RETURN QUERY SELECT DISTINCT ON (a.code) a.code, a.name, ''::text FROM core.area a WHERE a.code = ANY (p_keys) ORDER BY a.code, a.valid_from DESC;
    WHEN 'officer' THEN RETURN QUERY SELECT p.login, p.name, ''::text FROM core.person p WHERE p.login = ANY (p_keys);
    WHEN 'shift' THEN RETURN QUERY SELECT s.id::text, s.name, ''::text FROM core.shift s WHERE s.id::text = ANY (p_keys);
    WHEN 'head' THEN RETURN QUERY SELECT h.id::text, concat_ws(' ', nullif(h.rank, ''), h.name) || ', ' || u.name, concat_ws(' ', nullif(h.rank, ''), h.name) || ', ' || coalesce(nullif(u.name_en, ''), u.name)
        FROM core.unit_head h JOIN core.unit u ON u.id = h.unit_id WHERE h.id::text = ANY (p_keys);
    ELSE RETURN;
    END CASE;
END $$;
ALTER FUNCTION metric.key_names(p_by text, p_keys text[]) OWNER TO trucban_owner;
CREATE FUNCTION metric.load(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT c.id, n.now, CASE c.queue WHEN 1 THEN 'new' WHEN 2 THEN 'in_hand' WHEN 3 THEN 'waiting' ELSE 'answered' END, c.category_id, c.lead_unit_id, c.area_id, c.holder_id, NULL::float8, c.burns_at >= n.now
    FROM (SELECT core.now() AS now OFFSET 0) n, core.case c WHERE c.queue <= 4
$$;
ALTER FUNCTION metric.load(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.media_mix(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT c.id, c.opened_at, k.kind, c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8, NULL::boolean
    FROM core.case c CROSS JOIN LATERAL (VALUES ('image'::text, c.images), ('video', c.videos), ('audio', c.audios), ('file', c.files), ('text', (c.images + c.videos + c.audios + c.files = 0)::int)) k(kind, n)
    WHERE c.opened_at >= p_from AND c.opened_at < p_to AND k.n > 0
$$;
ALTER FUNCTION metric.media_mix(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.misrouted(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT a.case_id, a.sent_at, ''::text, c.category_id, a.unit_id, c.area_id, a.sent_by, NULL::float8,
        NOT (a.state = 'handed_on' OR (a.state = 'handed_back' AND coalesce(r.misrouted, false)))
    FROM core.assignment a LEFT JOIN core.case c ON c.id = a.case_id LEFT JOIN core.reason r ON r.code = a.reason_code
    WHERE a.sent_at >= p_from AND a.sent_at < p_to AND a.handed_on_from IS NULL
$$;
ALTER FUNCTION metric.misrouted(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.on_time(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT g.case_id, least(g.to_at, g.due_at), g.stage, c.category_id, g.unit_id, c.area_id, NULL::bigint, NULL::float8, g.to_at IS NOT NULL AND g.to_at <= g.due_at
    FROM (SELECT core.now() AS now OFFSET 0) n, core.charge g LEFT JOIN core.case c ON c.id = g.case_id
    WHERE g.due_at IS NOT NULL AND g.holder IN ('desk', 'unit') AND least(g.to_at, g.due_at) >= p_from AND least(g.to_at, g.due_at) < p_to AND (g.to_at IS NOT NULL OR g.due_at < n.now)
$$;
ALTER FUNCTION metric.on_time(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.published(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT b.case_id, b.published_at, CASE WHEN b.case_id IS NULL THEN 'news' ELSE 'result' END, c.category_id, c.lead_unit_id, c.area_id, b.author_id, NULL::float8, NULL::boolean
    FROM core.bulletin b LEFT JOIN core.case c ON c.id = b.case_id WHERE b.published_at >= p_from AND b.published_at < p_to
$$;
ALTER FUNCTION metric.published(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.red_cases(p_now timestamp with time zone, p_limit integer) RETURNS jsonb
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'urgency', c.urgency, 'stage', c.stage, 'clock', c.burns_clock, 'burns_at', c.burns_at,
        'category', g.code, 'category_name', g.name, 'category_name_en', nullif(g.name_en, ''), 'area', a.name, 'holder', coalesce(nullif(c.charged_to, ''), 'desk'), 'officer', p.name,
        'unit', u.code, 'unit_name', u.name, 'unit_name_en', nullif(u.name_en, ''), 'head', h.name, 'head_rank', nullif(h.rank, ''))) ORDER BY w.rank, c.burns_at, c.id), '[]')
    FROM (SELECT x.id, x.rank FROM (SELECT o.rank, r.id, r.burns_at FROM (VALUES (1, 'emergency'), (2, 'high'), (3, 'medium'), (4, 'low')) o(rank, urgency)
          CROSS JOIN LATERAL (SELECT s.id, s.burns_at FROM core.case s WHERE s.urgency = o.urgency AND s.queue <= 4 AND s.burns_at < p_now ORDER BY s.burns_at, s.id LIMIT p_limit) r) x
          ORDER BY x.rank, x.burns_at LIMIT p_limit) w
    JOIN core.case c ON c.id = w.id LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.area a ON a.id = c.area_id LEFT JOIN core.person p ON p.id = c.holder_id
    LEFT JOIN core.unit u ON u.id = c.charged_unit_id
    LEFT JOIN LATERAL (SELECT k.name, k.rank FROM core.unit_head k WHERE k.unit_id = c.charged_unit_id AND k.from_at <= p_now AND (k.to_at IS NULL OR k.to_at > p_now) ORDER BY k.from_at DESC, k.id DESC LIMIT 1) h ON true
$$;
ALTER FUNCTION metric.red_cases(p_now timestamp with time zone, p_limit integer) OWNER TO trucban_owner;
CREATE FUNCTION metric.released(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT e.case_id, e.at, ''::text, c.category_id, c.lead_unit_id, c.area_id, e.person_id, NULL::float8, NULL::boolean
    FROM core.case_event e LEFT JOIN core.case c ON c.id = e.case_id
    WHERE e.at >= p_from AND e.at < p_to AND e.to_status = 'released' AND e.to_status IN ('released', 'published', 'closed', 'rejected', 'duplicate') AND e.from_status IS DISTINCT FROM 'released'
      AND coalesce((SELECT n.verb NOT IN ('send_failed', 'cancel_send') FROM core.case_event n WHERE n.case_id = e.case_id AND n.id > e.id AND n.from_status = 'released' AND n.to_status <> 'released' ORDER BY n.id LIMIT 1), true)
$$;
ALTER FUNCTION metric.released(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.resolution(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT c.id, e.at, e.to_status, c.category_id, c.lead_unit_id, c.area_id, e.person_id,
        date_part('epoch', e.at - coalesce((SELECT max(r.at) FROM core.case_event r WHERE r.case_id = e.case_id AND r.id < e.id AND r.to_status = 'reopened' AND r.from_status <> 'reopened'), c.opened_at))::float8, NULL::boolean
    FROM core.case_event e JOIN core.case c ON c.id = e.case_id
    WHERE e.at >= p_from AND e.at < p_to AND e.to_status IN ('released', 'published', 'closed', 'rejected', 'duplicate')
      AND (e.from_status IS NULL OR e.from_status NOT IN ('released', 'published', 'closed', 'rejected', 'duplicate'))
      AND coalesce((SELECT n.verb NOT IN ('send_failed', 'cancel_send') FROM core.case_event n WHERE n.case_id = e.case_id AND n.id > e.id
                    AND n.from_status IN ('released', 'published', 'closed', 'rejected', 'duplicate') AND n.to_status NOT IN ('released', 'published', 'closed', 'rejected', 'duplicate')
                    ORDER BY n.id LIMIT 1), true)
$$;
ALTER FUNCTION metric.resolution(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.rows(p_metric core.metric, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) RETURNS jsonb
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_by text := coalesce(p_by, p_metric.by_default);
    v_parts boolean := p_metric.parts <> '{}' OR p_metric.name = 'intake_by_hour_weekday';
    v_values text := CASE p_metric.kind
        WHEN 'count' THEN $q$jsonb_build_object('n', count(*)) || CASE WHEN bool_or(f.good IS NOT NULL) THEN jsonb_build_object('late', count(*) FILTER (WHERE NOT f.good)) ELSE '{}' END$q$
        WHEN 'cases' THEN $q$jsonb_build_object('n', count(DISTINCT f.case_id))$q$
        WHEN 'share' THEN $q$jsonb_build_object('n', count(*), 'good', count(*) FILTER (WHERE f.good), 'late', count(*) FILTER (WHERE NOT f.good), 'share', round(count(*) FILTER (WHERE f.good)::numeric / count(*), 4))$q$
        ELSE $q$jsonb_build_object('n', count(*), 'p50', round((percentile_disc('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY f.seconds))[1]::numeric, 3), 'p90', round((percentile_disc('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY f.seconds))[2]::numeric, 3))$q$ END;
    v_order text := CASE WHEN v_by = 'hour' OR v_by IS NULL THEN 'r.key, r.part NULLS FIRST' WHEN p_metric.kind = 'time' THEN '(r.v ->> ''seconds'')::bigint DESC, r.key, r.part NULLS FIRST'
        ELSE '(r.v ->> ''n'')::bigint DESC, r.key, r.part NULLS FIRST' END;
    v_rows text;
    v_answer jsonb;
BEGIN
    v_rows := CASE WHEN p_metric.kind = 'time' AND v_by = 'shift' THEN
        format($q$SELECT x.key, x.part, x.v FROM (WITH h AS MATERIALIZED (SELECT w.key, w.part, jsonb_build_object('seconds', w.seconds::bigint, 'n', w.n) AS v FROM metric.held_by_shift(%L, $1, $2) w WHERE w.seconds IS NOT NULL)
            SELECT h.key, h.part, h.v FROM h UNION ALL SELECT h.key, NULL, h.v FROM h WHERE h.key <> '' AND h.part = 'desk') x$q$, p_metric.name)
    WHEN p_metric.kind = 'time' THEN
        format($q$SELECT u.key, u.part, jsonb_build_object('seconds', u.seconds::bigint, 'n', u.n) AS v FROM (
            WITH held AS MATERIALIZED (SELECT f.key, f.part, f.case_id, sum(f.seconds) AS seconds FROM (%s) f GROUP BY f.key, f.part, f.case_id)
            SELECT h.key, h.part, sum(h.seconds) AS seconds, count(*) AS n FROM held h GROUP BY h.key, h.part
            UNION ALL SELECT w.key, NULL, sum(w.seconds), count(*) FROM (SELECT h.key, h.case_id, sum(h.seconds) AS seconds FROM held h GROUP BY h.key, h.case_id) w GROUP BY w.key) u$q$, metric.source(p_metric, p_by))
    ELSE format('SELECT f.key, %s AS part, %s AS v FROM (%s) f GROUP BY %s', CASE WHEN v_parts THEN 'CASE WHEN grouping(f.part) = 0 THEN f.part END' ELSE 'NULL::text' END, v_values,
        metric.source(p_metric, p_by), CASE WHEN v_parts THEN 'GROUPING SETS ((f.key), (f.key, f.part))' ELSE 'f.key' END) END;
    EXECUTE format($q$
        WITH r AS MATERIALIZED (%s),
        names AS (SELECT k.* FROM metric.key_names($4, (SELECT array_agg(DISTINCT r.key) FROM r)) k)
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('key', r.key, 'name', coalesce(n.name, ''), 'name_en', coalesce(nullif(n.name_en, ''), n.name, ''), 'part', r.part,
            'part_name', $3 -> r.part ->> 0, 'part_name_en', $3 -> r.part ->> 1)) || r.v
            || jsonb_build_object('filter', jsonb_build_object('metric', $5::text, 'from', $1, 'to', $2, 'by', $4, 'key', r.key, 'part', r.part)) ORDER BY %s), '[]')
        FROM r LEFT JOIN names n ON n.key = r.key$q$, v_rows, v_order)
    INTO v_answer USING p_from, p_to, p_metric.parts, v_by, p_metric.name;
    RETURN v_answer;
END $_$;
ALTER FUNCTION metric.rows(p_metric core.metric, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) OWNER TO trucban_owner;
CREATE FUNCTION metric.shift_spans(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS TABLE(from_at timestamp with time zone, to_at timestamp with time zone, key text)
    LANGUAGE sql STABLE
    AS $$
    WITH s AS MATERIALIZED (
        SELECT x.id, x.starts_at, coalesce(x.ended_at, CASE x.state WHEN 'on_duty' THEN 'infinity' ELSE x.ends_at END) AS until FROM core.shift x
        WHERE x.state <> 'planned' AND x.starts_at < p_to AND coalesce(x.ended_at, CASE x.state WHEN 'on_duty' THEN 'infinity' ELSE x.ends_at END) > p_from),
    cuts AS (SELECT p_from AS cut UNION SELECT s.starts_at FROM s WHERE s.starts_at > p_from UNION SELECT s.until FROM s WHERE s.until < p_to),
    spans AS (SELECT c.cut AS from_at, lead(c.cut, 1, p_to) OVER (ORDER BY c.cut) AS to_at FROM cuts c)
    SELECT w.from_at, w.to_at, coalesce((SELECT s.id::text FROM s WHERE s.starts_at <= w.from_at AND s.until > w.from_at ORDER BY s.starts_at DESC, s.id DESC LIMIT 1), '') FROM spans w
$$;
ALTER FUNCTION metric.shift_spans(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.source(p_metric core.metric, p_by text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_point text := $q$SELECT f.case_id, f.at, f.part, f.seconds, f.good, %s AS key FROM metric.%I($1, $2) f %s$q$;
    v_shifts text := $q$(SELECT array_agg(w.from_at ORDER BY w.from_at) AS starts, array_agg(w.to_at ORDER BY w.from_at) AS ends, array_agg(w.key ORDER BY w.from_at) AS keys FROM metric.shift_spans($1, $2) w) s$q$;
    v_until text := $q$(SELECT x.*, to_timestamp(floor(date_part('epoch', x.at)) + x.seconds) AS until FROM metric.%I($1, $2) x)$q$;
    v_whole text := '(floor(date_part(''epoch'', least(f.until, %1$s))) - floor(date_part(''epoch'', greatest(f.at, %2$s))))::float8';
BEGIN
    IF p_metric.kind = 'time' AND p_by = 'shift' THEN     -- only the desk's time is a shift's
        RETURN format($q$SELECT f.case_id, greatest(f.at, s.starts[i]) AS at, f.part, %s AS seconds, f.good, s.keys[i] AS key
                FROM %s CROSS JOIN %s f CROSS JOIN LATERAL generate_series(width_bucket(f.at, s.starts), greatest(width_bucket(f.at, s.starts), width_bucket(f.until - interval '1 microsecond', s.starts))) i WHERE f.part = 'desk'
            UNION ALL SELECT f.case_id, f.at, f.part, f.seconds, f.good, '' FROM metric.%I($1, $2) f WHERE f.part <> 'desk'$q$,
            format(v_whole, 's.ends[i]', 's.starts[i]'), v_shifts, format(v_until, p_metric.name), p_metric.name);
    ELSIF p_metric.kind = 'time' AND p_by = 'head' THEN
        RETURN format($q$SELECT f.case_id, greatest(f.at, d.from_at) AS at, f.part, CASE WHEN d.key IS NULL THEN f.seconds ELSE %s END AS seconds, f.good, coalesce(d.key, '') AS key
            FROM %s f LEFT JOIN metric.head_spans($1, $2) d ON d.unit_id = f.unit_id AND d.from_at < f.until AND d.to_at > f.at$q$, format(v_whole, 'd.to_at', 'd.from_at'), format(v_until, p_metric.name));
    END IF;
    RETURN CASE coalesce(p_by, p_metric.by_default, '')
        WHEN 'unit' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.unit d ON d.id = f.unit_id')
        WHEN 'category' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.category d ON d.id = f.category_id')
        WHEN 'area' THEN format(v_point, $q$coalesce(d.code, '')$q$, p_metric.name, 'LEFT JOIN core.area d ON d.id = f.area_id')
        WHEN 'officer' THEN format(v_point, $q$coalesce(d.login, '')$q$, p_metric.name, 'LEFT JOIN core.person d ON d.id = f.person_id')
        WHEN 'hour' THEN format(v_point, $q$to_char(f.at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24')$q$, p_metric.name, '')
        WHEN 'shift' THEN format(v_point, 's.keys[width_bucket(f.at, s.starts)]', p_metric.name, 'CROSS JOIN ' || v_shifts)
        WHEN 'head' THEN format(v_point, $q$coalesce(d.key, '')$q$, p_metric.name, 'LEFT JOIN metric.head_spans($1, $2) d ON d.unit_id = f.unit_id AND d.from_at <= f.at AND d.to_at > f.at')
        ELSE format(v_point, $q$''::text$q$, p_metric.name, '') END;
END $_$;
ALTER FUNCTION metric.source(p_metric core.metric, p_by text) OWNER TO trucban_owner;
CREATE FUNCTION metric.unclaimed(p_from timestamp with time zone, p_to timestamp with time zone) RETURNS SETOF metric.fact
    LANGUAGE sql STABLE
    AS $$
    SELECT c.id, n.now, ''::text, c.category_id, c.lead_unit_id, c.area_id, NULL::bigint, NULL::float8, c.burns_at >= n.now
    FROM (SELECT core.now() AS now OFFSET 0) n, core.case c WHERE c.queue = 1 AND c.holder_id IS NULL
$$;
ALTER FUNCTION metric.unclaimed(p_from timestamp with time zone, p_to timestamp with time zone) OWNER TO trucban_owner;
CREATE FUNCTION metric.wanted(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) RETURNS core.metric
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_metric core.metric;
BEGIN
    IF NOT who.is_staff() THEN
        PERFORM core.fail('TB403', 'role_may_not', jsonb_build_object('role', who.role()));
    END IF;
    SELECT * INTO v_metric FROM core.metric WHERE name = p_name;
    IF NOT FOUND THEN
        PERFORM core.fail('TB404', 'metric_unknown', jsonb_build_object('metric', p_name, 'there_are', (SELECT jsonb_agg(m.name ORDER BY m.position) FROM core.metric m)));
    END IF;
    IF NOT v_metric.live AND (p_from >= p_to OR NOT coalesce(isfinite(p_from) AND isfinite(p_to), false)) THEN
        PERFORM core.fail('TB422', 'period_invalid', jsonb_build_object('from', p_from, 'to', p_to));
    END IF;
    IF p_by IS NOT NULL AND NOT p_by = ANY (v_metric.splits) THEN
        PERFORM core.fail('TB422', 'by_not_possible', jsonb_build_object('metric', p_name, 'by', p_by, 'possible', v_metric.splits));
    END IF;
    RETURN v_metric;
END $$;
ALTER FUNCTION metric.wanted(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) OWNER TO trucban_owner;
CREATE FUNCTION search.lexemes(p_text text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_plain text := left(search.plain(p_text), 4000);
    v_words text[] := array_remove(regexp_split_to_array(v_plain, '[^a-z0-9]+'), '');
    v_numbers text[];
BEGIN
    v_words := ARRAY(SELECT left(w, 60) FROM unnest(v_words) w);
    SELECT coalesce(array_agg(regexp_replace(m[1], '[^0-9]', '', 'g')), '{}') INTO v_numbers
    FROM regexp_matches(v_plain, '((?:[+]?[0-9][ .-]?){8,14}[0-9])', 'g') m;
    v_numbers := v_numbers || ARRAY(SELECT '0' || substr(n, 3) FROM unnest(v_numbers) n WHERE n ~ '^84[0-9]{9}$');
    RETURN array_to_tsvector(ARRAY(
        SELECT DISTINCT l FROM (
            SELECT unnest(v_words) AS l
            UNION ALL SELECT v_words[i] || '_' || v_words[i + 1] FROM generate_series(1, cardinality(v_words) - 1) i
            UNION ALL SELECT unnest(v_numbers)) x
        WHERE l <> ''));
END $_$;
ALTER FUNCTION search.lexemes(p_text text) OWNER TO trucban_owner;
CREATE FUNCTION search.make_partitions(p_from date, p_to date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_month date := date_trunc('month', p_from)::date;
    v_name text;
    v_made int := 0;
BEGIN
    LOCK TABLE search.partition IN SHARE ROW EXCLUSIVE MODE;
    IF p_to > p_from + 3700 THEN
        PERFORM core.fail('TB422', 'too_many_months', jsonb_build_object('from', p_from, 'to', p_to));
    END IF;
    WHILE v_month <= p_to LOOP
        v_name := 'message_text_' || to_char(v_month, 'YYYY_MM');
        IF NOT EXISTS (SELECT FROM search.partition WHERE name = v_name) THEN
            EXECUTE format('CREATE TABLE search.%I (LIKE search.message_text)', v_name);
            EXECUTE format('WITH moved AS (DELETE FROM search.message_text_rest WHERE sent_at >= %L AND sent_at < %L RETURNING *) INSERT INTO search.%I SELECT * FROM moved',
                v_month::timestamp AT TIME ZONE 'UTC', (v_month + interval '1 month')::timestamp AT TIME ZONE 'UTC', v_name);
            EXECUTE format('ALTER TABLE search.message_text ATTACH PARTITION search.%I FOR VALUES FROM (%L) TO (%L)',
                v_name, v_month::timestamp AT TIME ZONE 'UTC', (v_month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
            INSERT INTO search.partition VALUES (v_name, v_month::timestamp AT TIME ZONE 'UTC', (v_month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
            v_made := v_made + 1;
        END IF;
        v_month := (v_month + interval '1 month')::date;
    END LOOP;
    RETURN v_made;
END $$;
ALTER FUNCTION search.make_partitions(p_from date, p_to date) OWNER TO trucban_owner;
CREATE FUNCTION search.plain(p_text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT translate(lower(normalize(coalesce(p_text, ''), NFKC)),
        'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđð',
        'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydd')
$$;
ALTER FUNCTION search.plain(p_text text) OWNER TO trucban_owner;
CREATE FUNCTION search.query(p_text text) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    v_plain text := left(search.plain(p_text), 400);
    v_number text := regexp_replace(v_plain, '[ .+-]', '', 'g');
    v_words text[] := array_remove(regexp_split_to_array(v_plain, '[^a-z0-9]+'), '');
    v_parts text[];
BEGIN
    IF v_number ~ '^[0-9]{9,15}$' THEN
        IF v_number ~ '^84[0-9]{9}$' THEN v_number := '0' || substr(v_number, 3); END IF;
        RETURN quote_literal(v_number)::tsquery;
    END IF;
    IF cardinality(v_words) = 0 THEN RETURN NULL; END IF;
    IF cardinality(v_words) = 1 THEN RETURN quote_literal(left(v_words[1], 60))::tsquery; END IF;
    v_parts := ARRAY(SELECT DISTINCT quote_literal(left(v_words[i], 60) || '_' || left(v_words[i + 1], 60)) FROM generate_series(1, cardinality(v_words) - 1) i);
    RETURN array_to_string(v_parts, ' & ')::tsquery;
END $_$;
ALTER FUNCTION search.query(p_text text) OWNER TO trucban_owner;
CREATE FUNCTION who.is_staff() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM core.person WHERE login = session_user AND active AND role IN ('officer', 'supervisor', 'admin'))
$$;
ALTER FUNCTION who.is_staff() OWNER TO trucban_owner;
CREATE FUNCTION who.may_read(p_case bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT who.is_staff() OR EXISTS (SELECT FROM core.case c WHERE c.id = p_case AND who.unit_may_read(c.id, c.about_unit_id))
$$;
ALTER FUNCTION who.may_read(p_case bigint) OWNER TO trucban_owner;
CREATE FUNCTION who.person_id() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT id FROM core.person WHERE login = session_user AND active
$$;
ALTER FUNCTION who.person_id() OWNER TO trucban_owner;
CREATE FUNCTION who.role() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT role FROM core.person WHERE login = session_user AND active
$$;
ALTER FUNCTION who.role() OWNER TO trucban_owner;
CREATE FUNCTION who.unit_id() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT unit_id FROM core.person WHERE login = session_user AND active AND role = 'unit'
$$;
ALTER FUNCTION who.unit_id() OWNER TO trucban_owner;
CREATE FUNCTION who.unit_ids() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH RECURSIVE mine AS (
        SELECT unit_id AS id FROM core.person WHERE login = session_user AND active AND role = 'unit'
        UNION
        SELECT u.id FROM core.unit u JOIN mine ON u.parent_id = mine.id
    )
    SELECT coalesce(array_agg(id), '{}') FROM mine WHERE id IS NOT NULL
$$;
ALTER FUNCTION who.unit_ids() OWNER TO trucban_owner;
CREATE FUNCTION who.unit_line() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH RECURSIVE line AS (
        SELECT who.unit_id() AS id
        UNION
        SELECT u.parent_id FROM core.unit u JOIN line ON u.id = line.id
    )
    SELECT coalesce(array_agg(id), '{}') FROM line WHERE id IS NOT NULL
$$;
ALTER FUNCTION who.unit_line() OWNER TO trucban_owner;
CREATE FUNCTION who.unit_may_read(p_case bigint, p_about bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM core.assignment a WHERE a.case_id = p_case AND a.unit_id = ANY (who.unit_ids())
                       AND a.state NOT IN ('handed_back', 'handed_on', 'withdrawn'))
       AND (p_about IS NULL OR p_about <> ALL (who.unit_line()))
$$;
ALTER FUNCTION who.unit_may_read(p_case bigint, p_about bigint) OWNER TO trucban_owner;
CREATE TABLE core.area (
    id bigint NOT NULL,
    code text NOT NULL,
    type text DEFAULT 'phuong'::text NOT NULL,
    name text NOT NULL,
    name_alt text DEFAULT ''::text NOT NULL,
    former_names text[] DEFAULT '{}'::text[] NOT NULL,
    label_lon double precision,
    label_lat double precision,
    unit_id bigint,
    valid_from date DEFAULT '1900-01-01'::date NOT NULL,
    valid_to date,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT area_check CHECK ((valid_to >= valid_from))
);
ALTER TABLE core.area OWNER TO trucban_owner;
CREATE TABLE core.area_boundary (
    area_id bigint NOT NULL,
    rings jsonb NOT NULL,
    attribution text NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    imported_by bigint
);
ALTER TABLE core.area_boundary OWNER TO trucban_owner;
ALTER TABLE core.area ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core.assignment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.attachment (
    id bigint NOT NULL,
    message_id bigint NOT NULL,
    case_id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind text NOT NULL,
    url text,
    title text DEFAULT ''::text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    lat double precision,
    lon double precision,
    sticker_id text,
    state text NOT NULL,
    failure text DEFAULT ''::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    fetch_after timestamp with time zone DEFAULT now() NOT NULL,
    taken_until timestamp with time zone,
    media_id bigint,
    CONSTRAINT attachment_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'file'::text, 'sticker'::text, 'location'::text, 'link'::text]))),
    CONSTRAINT attachment_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'fetching'::text, 'stored'::text, 'failed'::text, 'refused'::text, 'none'::text])))
);
ALTER TABLE core.attachment OWNER TO trucban_owner;
ALTER TABLE core.attachment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.audit (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    login text NOT NULL,
    verb text NOT NULL,
    object text NOT NULL,
    facts jsonb NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL
);
ALTER TABLE core.audit OWNER TO trucban_owner;
CREATE TABLE core.audit_head (
    one boolean DEFAULT true NOT NULL,
    id bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_head_one_check CHECK (one)
);
ALTER TABLE core.audit_head OWNER TO trucban_owner;
ALTER TABLE core.audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.bulletin_event (
    id bigint NOT NULL,
    bulletin_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint,
    verb text NOT NULL,
    revision integer NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    source_text text
);
ALTER TABLE core.bulletin_event OWNER TO trucban_owner;
ALTER TABLE core.bulletin_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.bulletin_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core.bulletin ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.bulletin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.calendar (
    code text NOT NULL,
    name text NOT NULL,
    name_en text DEFAULT ''::text NOT NULL,
    kind text NOT NULL,
    days_stay boolean DEFAULT false NOT NULL,
    basis text DEFAULT ''::text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT calendar_code_check CHECK ((code ~ '^[a-z][a-z0-9_]*$'::text)),
    CONSTRAINT calendar_kind_check CHECK ((kind = ANY (ARRAY['running'::text, 'office'::text])))
);
ALTER TABLE core.calendar OWNER TO trucban_owner;
CREATE TABLE core.calendar_period (
    calendar text NOT NULL,
    weekday smallint NOT NULL,
    from_time time without time zone NOT NULL,
    to_time time without time zone NOT NULL,
    CONSTRAINT calendar_period_check CHECK ((to_time > from_time)),
    CONSTRAINT calendar_period_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
ALTER TABLE core.calendar_period OWNER TO trucban_owner;
CREATE TABLE core.case_counter (
    year integer NOT NULL,
    last integer NOT NULL
);
ALTER TABLE core.case_counter OWNER TO trucban_owner;
CREATE TABLE core.case_event (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint,
    verb text NOT NULL,
    from_status text,
    to_status text,
    revision integer NOT NULL,
    seen integer,
    reason text DEFAULT ''::text NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL
);
ALTER TABLE core.case_event OWNER TO trucban_owner;
ALTER TABLE core.case_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.case_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core."case" ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.category (
    id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text DEFAULT ''::text NOT NULL,
    parent_id bigint,
    default_unit_id bigint,
    needs_wall boolean DEFAULT false NOT NULL,
    retired boolean DEFAULT false NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT category_code_check CHECK ((code ~ '^[A-Z0-9_]+(\.[A-Z0-9_]+)*$'::text))
);
ALTER TABLE core.category OWNER TO trucban_owner;
ALTER TABLE core.category ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.category_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.charge (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    stage text NOT NULL,
    holder text NOT NULL,
    unit_id bigint,
    assignment_id bigint,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone,
    due_at timestamp with time zone,
    CONSTRAINT charge_check CHECK ((to_at >= from_at)),
    CONSTRAINT charge_check1 CHECK (((holder = 'unit'::text) = (unit_id IS NOT NULL))),
    CONSTRAINT charge_holder_check CHECK ((holder = ANY (ARRAY['desk'::text, 'unit'::text, 'citizen'::text, 'channel'::text]))),
    CONSTRAINT charge_stage_check CHECK ((stage = ANY (ARRAY['take_in'::text, 'classify'::text, 'forward'::text, 'confirm'::text, 'answer'::text, 'review'::text, 'reply'::text, 'publish'::text])))
);
ALTER TABLE core.charge OWNER TO trucban_owner;
ALTER TABLE core.charge ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.charge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.citizen (
    id bigint NOT NULL,
    muted boolean DEFAULT false NOT NULL,
    first_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE core.citizen OWNER TO trucban_owner;
ALTER TABLE core.citizen ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.citizen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.citizen_identity (
    id bigint NOT NULL,
    citizen_id bigint NOT NULL,
    page_id text NOT NULL,
    platform_user_id text NOT NULL,
    name text,
    profile jsonb DEFAULT '{}'::jsonb NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE core.citizen_identity OWNER TO trucban_owner;
ALTER TABLE core.citizen_identity ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.citizen_identity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core.deadline ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.deadline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.draft (
    person_id bigint NOT NULL,
    place text NOT NULL,
    text text NOT NULL,
    saved_at timestamp with time zone NOT NULL
);
ALTER TABLE core.draft OWNER TO trucban_owner;
CREATE TABLE core.due_move (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    stage text NOT NULL,
    was_at timestamp with time zone,
    now_at timestamp with time zone,
    cause text NOT NULL,
    person_id bigint,
    at timestamp with time zone NOT NULL
);
ALTER TABLE core.due_move OWNER TO trucban_owner;
ALTER TABLE core.due_move ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.due_move_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.duty (
    key text NOT NULL,
    taker text DEFAULT ''::text NOT NULL,
    taken_until timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL
);
ALTER TABLE core.duty OWNER TO trucban_owner;
CREATE TABLE core.escalation (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    charge_id bigint NOT NULL,
    rung text NOT NULL,
    severity text NOT NULL,
    rung_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    superseded boolean DEFAULT false NOT NULL,
    told jsonb DEFAULT '[]'::jsonb NOT NULL
);
ALTER TABLE core.escalation OWNER TO trucban_owner;
ALTER TABLE core.escalation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.escalation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.extension (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    assignment_id bigint NOT NULL,
    was_due_at timestamp with time zone,
    wanted_until timestamp with time zone NOT NULL,
    reason text NOT NULL,
    asked_by bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state text DEFAULT 'asked'::text NOT NULL,
    decided_by bigint,
    decided_at timestamp with time zone,
    granted_until timestamp with time zone,
    decision text DEFAULT ''::text NOT NULL,
    CONSTRAINT extension_check CHECK (((decided_by IS DISTINCT FROM asked_by) OR (decided_by IS NULL))),
    CONSTRAINT extension_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT extension_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
);
ALTER TABLE core.extension OWNER TO trucban_owner;
ALTER TABLE core.extension ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.extension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.first_response (
    case_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint
);
ALTER TABLE core.first_response OWNER TO trucban_owner;
CREATE TABLE core.gap (
    id bigint NOT NULL,
    platform_id text NOT NULL,
    why text NOT NULL,
    found_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE core.gap OWNER TO trucban_owner;
ALTER TABLE core.gap ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.gap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core.handover ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.health (
    key text NOT NULL,
    state text NOT NULL,
    code text DEFAULT ''::text NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT health_state_check CHECK ((state = ANY (ARRAY['good'::text, 'warning'::text, 'bad'::text])))
);
ALTER TABLE core.health OWNER TO trucban_owner;
CREATE TABLE core.holiday (
    day date NOT NULL,
    kind text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    works_until time without time zone,
    CONSTRAINT holiday_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'swap_off'::text, 'swap_work'::text, 'half_day'::text, 'to_confirm'::text])))
);
ALTER TABLE core.holiday OWNER TO trucban_owner;
CREATE TABLE core.journal (
    id bigint NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    origin text DEFAULT 'webhook'::text NOT NULL,
    body bytea NOT NULL,
    state text DEFAULT 'pending'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    taken_until timestamp with time zone,
    error text DEFAULT ''::text NOT NULL,
    processed_at timestamp with time zone,
    headers text,
    CONSTRAINT journal_origin_check CHECK ((origin = ANY (ARRAY['webhook'::text, 'replay'::text, 'backfill'::text]))),
    CONSTRAINT journal_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'processed'::text, 'rejected'::text])))
);
ALTER TABLE ONLY core.journal ALTER COLUMN body SET COMPRESSION lz4;
ALTER TABLE core.journal OWNER TO trucban_owner;
ALTER TABLE core.journal ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.journal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.legal_track (
    code text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    basis text DEFAULT ''::text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT legal_track_code_check CHECK ((code ~ '^[a-z][a-z0-9_]*$'::text))
);
ALTER TABLE core.legal_track OWNER TO trucban_owner;
CREATE TABLE core.media_chunk (
    media_id bigint NOT NULL,
    index integer NOT NULL,
    data bytea NOT NULL,
    CONSTRAINT media_chunk_data_check CHECK ((octet_length(data) <= 1048576)),
    CONSTRAINT media_chunk_index_check CHECK ((index >= 0))
);
ALTER TABLE ONLY core.media_chunk ALTER COLUMN data SET STORAGE EXTERNAL;
ALTER TABLE core.media_chunk OWNER TO trucban_owner;
CREATE TABLE core.media_cover (
    copy_id bigint NOT NULL,
    source_id bigint NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    places integer NOT NULL,
    CONSTRAINT media_cover_check CHECK ((copy_id <> source_id)),
    CONSTRAINT media_cover_places_check CHECK ((places > 0))
);
ALTER TABLE core.media_cover OWNER TO trucban_owner;
CREATE TABLE core.media_derivative (
    original_id bigint NOT NULL,
    kind text NOT NULL,
    media_id bigint NOT NULL,
    CONSTRAINT media_derivative_kind_check CHECK ((kind = ANY (ARRAY['thumbnail'::text, 'screen'::text, 'poster'::text, 'clip'::text, 'audio'::text, 'waveform'::text])))
);
ALTER TABLE core.media_derivative OWNER TO trucban_owner;
ALTER TABLE core.media ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.media_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.message (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    direction text NOT NULL,
    kind text NOT NULL,
    platform_id text,
    reply_to text,
    raw_text text,
    text text DEFAULT ''::text NOT NULL,
    converted_text text,
    sent_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    edited_at timestamp with time zone,
    edits integer DEFAULT 0 NOT NULL,
    deleted_at timestamp with time zone,
    hidden boolean DEFAULT false NOT NULL,
    reactions jsonb DEFAULT '{}'::jsonb NOT NULL,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    outbox_id uuid,
    person_id bigint,
    journal_id bigint,
    happened jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text, 'echo'::text]))),
    CONSTRAINT message_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'image'::text, 'video'::text, 'audio'::text, 'file'::text, 'sticker'::text, 'location'::text, 'link'::text, 'postback'::text, 'referral'::text, 'reaction'::text, 'system'::text, 'unsupported'::text, 'comment'::text, 'post'::text, 'mention'::text, 'mixed'::text])))
);
ALTER TABLE core.message OWNER TO trucban_owner;
ALTER TABLE core.message ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.message_version (
    message_id bigint NOT NULL,
    version integer NOT NULL,
    text text NOT NULL,
    replaced_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE core.message_version OWNER TO trucban_owner;
CREATE TABLE core.migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    oldest_desk integer NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
ALTER TABLE core.migration OWNER TO trucban_owner;
CREATE TABLE core.note (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT note_text_check CHECK ((text <> ''::text))
);
ALTER TABLE core.note OWNER TO trucban_owner;
ALTER TABLE core.note ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.notice (
    id bigint NOT NULL,
    kind text NOT NULL,
    severity text NOT NULL,
    repeat_seconds integer DEFAULT 0 NOT NULL,
    case_id bigint,
    charge_id bigint,
    escalation_id bigint,
    at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT notice_kind_check CHECK ((kind = ANY (ARRAY['escalation'::text, 'reminder'::text, 'extension'::text, 'question'::text, 'report'::text, 'handover'::text, 'due_moved'::text]))),
    CONSTRAINT notice_severity_check CHECK ((severity = ANY (ARRAY['info'::text, 'warning'::text, 'urgent'::text, 'alarm'::text])))
);
ALTER TABLE core.notice OWNER TO trucban_owner;
ALTER TABLE core.notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.notice_person (
    person_id bigint NOT NULL,
    notice_id bigint NOT NULL,
    acknowledged_at timestamp with time zone
);
ALTER TABLE core.notice_person OWNER TO trucban_owner;
CREATE TABLE core.outbox (
    id uuid NOT NULL,
    kind text NOT NULL,
    case_id bigint,
    thread_id bigint,
    bulletin_id bigint,
    message_id bigint,
    person_id bigint,
    human boolean DEFAULT true NOT NULL,
    final boolean DEFAULT false NOT NULL,
    text text DEFAULT ''::text NOT NULL,
    media_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    send_after timestamp with time zone NOT NULL,
    taken_until timestamp with time zone,
    taken_by text DEFAULT ''::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    parts_sent integer DEFAULT 0 NOT NULL,
    platform_ids text[] DEFAULT '{}'::text[] NOT NULL,
    tag text DEFAULT ''::text NOT NULL,
    error_code integer,
    error_subcode integer,
    error_word text DEFAULT ''::text NOT NULL,
    error_detail text DEFAULT ''::text NOT NULL,
    sent_at timestamp with time zone,
    delivered_at timestamp with time zone,
    seen_at timestamp with time zone,
    CONSTRAINT outbox_check CHECK (((kind = 'post'::text) = (bulletin_id IS NOT NULL))),
    CONSTRAINT outbox_check1 CHECK (((kind = 'post'::text) OR ((case_id IS NOT NULL) AND (thread_id IS NOT NULL)))),
    CONSTRAINT outbox_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'comment_reply'::text, 'private_reply'::text, 'hide_comment'::text, 'post'::text]))),
    CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'uncertain'::text, 'sent'::text, 'delivered'::text, 'seen'::text, 'failed'::text, 'cancelled'::text])))
);
ALTER TABLE core.outbox OWNER TO trucban_owner;
CREATE TABLE core.parked (
    id bigint NOT NULL,
    platform_id text NOT NULL,
    event jsonb NOT NULL,
    journal_id bigint,
    parked_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE core.parked OWNER TO trucban_owner;
ALTER TABLE core.parked ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.parked_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.person (
    id bigint NOT NULL,
    login text NOT NULL,
    name text NOT NULL,
    rank text DEFAULT ''::text NOT NULL,
    role text NOT NULL,
    unit_id bigint,
    active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT person_check CHECK (((role <> 'unit'::text) OR (unit_id IS NOT NULL))),
    CONSTRAINT person_login_check CHECK ((login ~ '^[a-z][a-z0-9_.-]{1,62}$'::text)),
    CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['officer'::text, 'unit'::text, 'supervisor'::text, 'admin'::text, 'gateway'::text])))
);
ALTER TABLE core.person OWNER TO trucban_owner;
ALTER TABLE core.person ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core.question ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.reading (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    case_id bigint NOT NULL,
    what text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT reading_what_check CHECK ((what = ANY (ARRAY['case'::text, 'identity'::text, 'media'::text, 'original'::text])))
);
ALTER TABLE core.reading OWNER TO trucban_owner;
ALTER TABLE core.reading ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.report (
    id bigint NOT NULL,
    kind text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL,
    data jsonb NOT NULL,
    sha256 text NOT NULL,
    scheduled boolean NOT NULL,
    made_by bigint,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT report_check CHECK ((to_at > from_at)),
    CONSTRAINT report_kind_check CHECK ((kind = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text])))
);
ALTER TABLE core.report OWNER TO trucban_owner;
ALTER TABLE core.report ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.report_schedule (
    kind text NOT NULL,
    enabled boolean DEFAULT true NOT NULL,
    at_time time without time zone DEFAULT '07:00:00'::time without time zone NOT NULL,
    since timestamp with time zone DEFAULT now() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT report_schedule_kind_check CHECK ((kind = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text])))
);
ALTER TABLE core.report_schedule OWNER TO trucban_owner;
CREATE TABLE core.request (
    id uuid NOT NULL,
    person_id bigint NOT NULL,
    verb text NOT NULL,
    answer jsonb NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    made_in xid8 DEFAULT pg_current_xact_id() NOT NULL
);
ALTER TABLE core.request OWNER TO trucban_owner;
CREATE TABLE core.rule (
    id bigint NOT NULL,
    name text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    enabled boolean DEFAULT false NOT NULL,
    conditions jsonb DEFAULT '{}'::jsonb NOT NULL,
    proposal jsonb DEFAULT '{}'::jsonb NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    worded_in integer DEFAULT 1 NOT NULL,
    retired boolean DEFAULT false NOT NULL,
    changed_by bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT rule_name_check CHECK ((name <> ''::text))
);
ALTER TABLE core.rule OWNER TO trucban_owner;
ALTER TABLE core.rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.rule_run (
    id bigint NOT NULL,
    rule_id bigint NOT NULL,
    revision integer NOT NULL,
    person_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL,
    counts jsonb NOT NULL
);
ALTER TABLE core.rule_run OWNER TO trucban_owner;
ALTER TABLE core.rule_run ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.rule_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.saved_filter (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    filter jsonb NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    shared boolean DEFAULT false NOT NULL,
    CONSTRAINT saved_filter_name_check CHECK ((name <> ''::text))
);
ALTER TABLE core.saved_filter OWNER TO trucban_owner;
ALTER TABLE core.saved_filter ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.saved_filter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.secret (
    name text NOT NULL,
    inner_key bytea NOT NULL,
    outer_key bytea NOT NULL
);
ALTER TABLE core.secret OWNER TO trucban_owner;
CREATE TABLE core.setting (
    key text NOT NULL,
    value jsonb NOT NULL
);
ALTER TABLE core.setting OWNER TO trucban_owner;
CREATE TABLE core.shift_entry (
    id bigint NOT NULL,
    shift_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    person_id bigint NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    told text DEFAULT ''::text NOT NULL,
    CONSTRAINT shift_entry_kind_check CHECK ((kind = ANY (ARRAY['event'::text, 'order'::text, 'note'::text]))),
    CONSTRAINT shift_entry_text_check CHECK ((text <> ''::text))
);
ALTER TABLE core.shift_entry OWNER TO trucban_owner;
ALTER TABLE core.shift_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.shift_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core.shift ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.shift_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.shift_plan (
    shift_id bigint NOT NULL,
    person_id bigint NOT NULL,
    seat text DEFAULT ''::text NOT NULL
);
ALTER TABLE core.shift_plan OWNER TO trucban_owner;
CREATE TABLE core.shift_seat (
    shift_id bigint NOT NULL,
    person_id bigint NOT NULL,
    seat text DEFAULT ''::text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone
);
ALTER TABLE core.shift_seat OWNER TO trucban_owner;
CREATE TABLE core.slip_counter (
    series text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL
);
ALTER TABLE core.slip_counter OWNER TO trucban_owner;
ALTER TABLE core.slip ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.slip_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.source (
    id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    url_prefix text DEFAULT ''::text NOT NULL,
    kind text NOT NULL,
    retired boolean DEFAULT false NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT source_check CHECK (((kind = 'result'::text) OR (url_prefix ~ '^https://[^/@?#]+/'::text))),
    CONSTRAINT source_kind_check CHECK ((kind = ANY (ARRAY['portal'::text, 'newspaper'::text, 'government'::text, 'result'::text])))
);
ALTER TABLE core.source OWNER TO trucban_owner;
ALTER TABLE core.source ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.template (
    id bigint NOT NULL,
    code text NOT NULL,
    category_id bigint,
    stage text DEFAULT 'reply'::text NOT NULL,
    name text NOT NULL,
    body text NOT NULL,
    retired boolean DEFAULT false NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT template_body_check CHECK ((body <> ''::text))
);
ALTER TABLE core.template OWNER TO trucban_owner;
ALTER TABLE core.template ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.template_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core.thread ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.thread_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.unit_answer (
    id bigint NOT NULL,
    assignment_id bigint NOT NULL,
    case_id bigint NOT NULL,
    person_id bigint NOT NULL,
    text text NOT NULL,
    media_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    state text DEFAULT 'submitted'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    media_names text[] DEFAULT '{}'::text[] NOT NULL,
    partial boolean DEFAULT false NOT NULL,
    approved_by bigint,
    approved_at timestamp with time zone,
    approved_text text,
    CONSTRAINT unit_answer_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'approved'::text, 'accepted'::text, 'returned'::text])))
);
ALTER TABLE core.unit_answer OWNER TO trucban_owner;
ALTER TABLE core.unit_answer ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.unit_answer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.unit_head (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint,
    name text NOT NULL,
    rank text DEFAULT ''::text NOT NULL,
    post text DEFAULT ''::text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT unit_head_check CHECK ((to_at > from_at)),
    CONSTRAINT unit_head_name_check CHECK ((name <> ''::text))
);
ALTER TABLE core.unit_head OWNER TO trucban_owner;
ALTER TABLE core.unit_head ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.unit_head_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE core.unit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE core.verb (
    name text NOT NULL,
    roles text[] NOT NULL,
    sentence text NOT NULL
);
ALTER TABLE core.verb OWNER TO trucban_owner;
CREATE VIEW desk.area_boundaries WITH (security_invoker='true') AS
 SELECT b.area_id,
    a.code,
    a.name,
    b.rings,
    b.attribution,
    b.imported_at
   FROM (core.area_boundary b
     JOIN core.area a ON ((a.id = b.area_id)));
ALTER VIEW desk.area_boundaries OWNER TO trucban_owner;
CREATE VIEW desk.areas WITH (security_invoker='true') AS
 SELECT id,
    code,
    type,
    name,
    name_alt,
    former_names,
    label_lon,
    label_lat,
    unit_id,
    valid_from,
    valid_to,
    revision
   FROM core.area;
ALTER VIEW desk.areas OWNER TO trucban_owner;
CREATE VIEW desk.assignments WITH (security_invoker='true') AS
 SELECT a.id,
    a.case_id,
    a.unit_id,
    a.about_unit_id,
    a.lead,
    a.state,
    a.instruction,
    a.due_at,
    a.sent_by,
    a.sent_at,
    a.confirmed_by,
    a.confirmed_at,
    a.answered_at,
    a.ended_at,
    a.reason,
    a.revision,
    u.code AS unit,
    u.name AS unit_name,
    s.name AS sent_by_name,
    k.name AS confirmed_by_name,
    a.reason_code,
    a.handed_on_from,
    a.due_by_hand,
    a.confirm_due_at,
    a.reminded_at,
    a.reminders
   FROM (((core.assignment a
     JOIN core.unit u ON ((u.id = a.unit_id)))
     JOIN core.person s ON ((s.id = a.sent_by)))
     LEFT JOIN core.person k ON ((k.id = a.confirmed_by)));
ALTER VIEW desk.assignments OWNER TO trucban_owner;
CREATE VIEW desk.audit WITH (security_invoker='true') AS
 SELECT id,
    at,
    login,
    verb,
    object,
    facts,
    previous,
    hash
   FROM core.audit;
ALTER VIEW desk.audit OWNER TO trucban_owner;
CREATE VIEW desk.bulletin_events WITH (security_invoker='true') AS
 SELECT e.id,
    e.bulletin_id,
    e.at,
    e.person_id,
    e.verb,
    e.revision,
    e.reason,
    e.source_text,
    p.name AS person_name
   FROM (core.bulletin_event e
     LEFT JOIN core.person p ON ((p.id = e.person_id)));
ALTER VIEW desk.bulletin_events OWNER TO trucban_owner;
CREATE VIEW desk.bulletins WITH (security_invoker='true') AS
 SELECT b.id,
    b.case_id,
    b.state,
    b.revision,
    b.source_text,
    b.post_text,
    b.link,
    b.source_id,
    b.source_url,
    b.findings,
    b.media_ids,
    b.author_id,
    b.changed_by,
    b.submitted_by,
    b.approved_by,
    b.created_at,
    b.changed_at,
    b.submitted_at,
    b.approved_at,
    b.scheduled_for,
    b.published_at,
    b.platform_id,
    b.permalink,
    b.failure,
    b.reason,
    a.name AS author_name,
    ap.name AS approver_name,
    su.name AS submitter_name,
    s.code AS source,
    s.name AS source_name,
    c.number AS case_number
   FROM (((((core.bulletin b
     JOIN core.person a ON ((a.id = b.author_id)))
     LEFT JOIN core.person ap ON ((ap.id = b.approved_by)))
     LEFT JOIN core.person su ON ((su.id = b.submitted_by)))
     LEFT JOIN core.source s ON ((s.id = b.source_id)))
     LEFT JOIN core."case" c ON ((c.id = b.case_id)));
ALTER VIEW desk.bulletins OWNER TO trucban_owner;
CREATE VIEW desk.calendars WITH (security_invoker='true') AS
 SELECT code,
    name,
    name_en,
    kind,
    days_stay,
    basis,
    revision,
    ( SELECT COALESCE(jsonb_agg(jsonb_build_object('weekday', p.weekday, 'from', to_char((p.from_time)::interval, 'HH24:MI'::text), 'to', to_char((p.to_time)::interval, 'HH24:MI'::text)) ORDER BY p.weekday, p.from_time), '[]'::jsonb) AS "coalesce"
           FROM core.calendar_period p
          WHERE (p.calendar = c.code)) AS periods
   FROM core.calendar c;
ALTER VIEW desk.calendars OWNER TO trucban_owner;
CREATE VIEW desk.cases WITH (security_invoker='true') AS
 SELECT c.id,
    c.number,
    c.status,
    c.queue,
    c.revision,
    c.channel,
    c.citizen_id,
    c.category_id,
    g.code AS category,
    g.name AS category_name,
    g.name_en AS category_name_en,
    c.urgency,
    c.legal_track,
    c.area_id,
    a.name AS area,
    c.lead_unit_id,
    u.code AS unit,
    u.name AS unit_name,
    c.about_unit_id,
    c.holder_id,
    h.login AS holder,
    h.name AS holder_name,
    c.lease_until,
    c.opened_at,
    c.received_at,
    c.last_message_at,
    c.stage,
    c.stage_since,
    c.due_at,
    c.window_until,
    c.burns_at,
    c.burns_clock,
    c.awaiting_reply,
    c.first_words,
    c.last_words,
    c.messages,
    c.unread,
    c.images,
    c.videos,
    c.audios,
    c.files,
    c.thumb_media_id,
    c.duplicate_of,
    c.decision,
    c.answered_elsewhere,
    c.released_at,
    c.published_at,
    c.closed_at
   FROM ((((core."case" c
     LEFT JOIN core.category g ON ((g.id = c.category_id)))
     LEFT JOIN core.area a ON ((a.id = c.area_id)))
     LEFT JOIN core.unit u ON ((u.id = c.lead_unit_id)))
     LEFT JOIN core.person h ON ((h.id = c.holder_id)));
ALTER VIEW desk.cases OWNER TO trucban_owner;
CREATE VIEW desk.categories WITH (security_invoker='true') AS
 SELECT id,
    code,
    name,
    name_en,
    parent_id,
    default_unit_id,
    needs_wall,
    retired,
    revision
   FROM core.category;
ALTER VIEW desk.categories OWNER TO trucban_owner;
CREATE VIEW desk.charges WITH (security_invoker='true') AS
 SELECT g.id,
    g.case_id,
    g.stage,
    g.holder,
    g.unit_id,
    g.assignment_id,
    g.from_at,
    g.to_at,
    g.due_at,
    u.code AS unit,
    u.name AS unit_name
   FROM (core.charge g
     LEFT JOIN core.unit u ON ((u.id = g.unit_id)));
ALTER VIEW desk.charges OWNER TO trucban_owner;
CREATE VIEW desk.deadlines WITH (security_invoker='true') AS
 SELECT id,
    category_id,
    urgency,
    stage,
    amount,
    unit,
    calendar,
    revision,
    legal_track,
    basis
   FROM core.deadline;
ALTER VIEW desk.deadlines OWNER TO trucban_owner;
CREATE VIEW desk.drafts WITH (security_invoker='true') AS
 SELECT place,
    text,
    saved_at
   FROM core.draft
  WHERE (person_id = who.person_id());
ALTER VIEW desk.drafts OWNER TO trucban_owner;
CREATE VIEW desk.due_moves WITH (security_invoker='true') AS
 SELECT m.id,
    m.case_id,
    m.stage,
    m.was_at,
    m.now_at,
    m.cause,
    m.person_id,
    m.at,
    c.number,
    p.name AS person_name
   FROM ((core.due_move m
     JOIN core."case" c ON ((c.id = m.case_id)))
     LEFT JOIN core.person p ON ((p.id = m.person_id)));
ALTER VIEW desk.due_moves OWNER TO trucban_owner;
CREATE VIEW desk.escalations WITH (security_invoker='true') AS
 SELECT e.id,
    e.case_id,
    e.charge_id,
    e.rung,
    e.severity,
    e.rung_at,
    e.at,
    e.superseded,
    e.told,
    g.stage,
    g.holder,
    g.unit_id
   FROM (core.escalation e
     JOIN core.charge g ON ((g.id = e.charge_id)));
ALTER VIEW desk.escalations OWNER TO trucban_owner;
CREATE VIEW desk.events WITH (security_invoker='true') AS
 SELECT e.id,
    e.case_id,
    e.at,
    e.person_id,
    e.verb,
    e.from_status,
    e.to_status,
    e.revision,
    e.seen,
    e.reason,
    e.facts,
    p.login AS person,
    p.name AS person_name,
    p.rank AS person_rank
   FROM (core.case_event e
     LEFT JOIN core.person p ON ((p.id = e.person_id)));
ALTER VIEW desk.events OWNER TO trucban_owner;
CREATE VIEW desk.extensions WITH (security_invoker='true') AS
 SELECT x.id,
    x.case_id,
    x.assignment_id,
    x.was_due_at,
    x.wanted_until,
    x.reason,
    x.asked_by,
    x.asked_at,
    x.state,
    x.decided_by,
    x.decided_at,
    x.granted_until,
    x.decision,
    u.code AS unit,
    u.name AS unit_name,
    p.name AS asked_by_name,
    d.name AS decided_by_name
   FROM ((((core.extension x
     JOIN core.assignment a ON ((a.id = x.assignment_id)))
     JOIN core.unit u ON ((u.id = a.unit_id)))
     JOIN core.person p ON ((p.id = x.asked_by)))
     LEFT JOIN core.person d ON ((d.id = x.decided_by)));
ALTER VIEW desk.extensions OWNER TO trucban_owner;
CREATE VIEW desk.handovers WITH (security_invoker='true') AS
 SELECT h.id,
    h.from_shift_id,
    h.to_shift_id,
    h.state,
    h.revision,
    h.content,
    h.sha256,
    h.remarks,
    h.opinion,
    h.prepared_by,
    h.prepared_at,
    h.outgoing_id,
    h.outgoing_signed_at,
    h.incoming_id,
    h.incoming_signed_at,
    h.released,
    f.name AS from_shift,
    t.name AS to_shift,
    f.leader_id AS outgoing_leader_id,
    t.leader_id AS incoming_leader_id,
    fl.name AS outgoing_leader,
    tl.name AS incoming_leader,
    o.name AS outgoing_name,
    o.rank AS outgoing_rank,
    i.name AS incoming_name,
    i.rank AS incoming_rank,
    w.name AS prepared_by_name
   FROM (((((((core.handover h
     JOIN core.shift f ON ((f.id = h.from_shift_id)))
     JOIN core.shift t ON ((t.id = h.to_shift_id)))
     JOIN core.person fl ON ((fl.id = f.leader_id)))
     JOIN core.person tl ON ((tl.id = t.leader_id)))
     JOIN core.person w ON ((w.id = h.prepared_by)))
     LEFT JOIN core.person o ON ((o.id = h.outgoing_id)))
     LEFT JOIN core.person i ON ((i.id = h.incoming_id)));
ALTER VIEW desk.handovers OWNER TO trucban_owner;
CREATE VIEW desk.health WITH (security_invoker='true') AS
 SELECT key,
    state,
    code,
    facts,
    since,
    updated_at
   FROM core.health;
ALTER VIEW desk.health OWNER TO trucban_owner;
CREATE VIEW desk.holidays WITH (security_invoker='true') AS
 SELECT day,
    kind,
    name,
    works_until
   FROM core.holiday;
ALTER VIEW desk.holidays OWNER TO trucban_owner;
CREATE VIEW desk.legal_tracks WITH (security_invoker='true') AS
 SELECT code,
    name,
    name_en,
    basis,
    "position"
   FROM core.legal_track;
ALTER VIEW desk.legal_tracks OWNER TO trucban_owner;
CREATE VIEW desk.me WITH (security_invoker='true') AS
 SELECT p.id,
    p.login,
    p.name,
    p.rank,
    p.role,
    p.unit_id,
    u.code AS unit_code,
    u.name AS unit_name,
    who.unit_ids() AS unit_ids
   FROM (core.person p
     LEFT JOIN core.unit u ON ((u.id = p.unit_id)))
  WHERE ((p.login = SESSION_USER) AND p.active);
ALTER VIEW desk.me OWNER TO trucban_owner;
CREATE VIEW desk.metrics WITH (security_invoker='true') AS
 SELECT name,
    "position",
    kind,
    label,
    label_en,
    definition,
    definition_en,
    splits,
    by_default,
    live,
    parts
   FROM core.metric;
ALTER VIEW desk.metrics OWNER TO trucban_owner;
CREATE VIEW desk.notes WITH (security_invoker='true') AS
 SELECT n.id,
    n.case_id,
    n.person_id,
    n.text,
    n.at,
    p.name AS person_name
   FROM (core.note n
     JOIN core.person p ON ((p.id = n.person_id)));
ALTER VIEW desk.notes OWNER TO trucban_owner;
CREATE VIEW desk.notices WITH (security_invoker='true') AS
 SELECT n.id,
    n.kind,
    n.severity,
    n.repeat_seconds,
    n.case_id,
    c.number,
    c.first_words,
    c.urgency,
    n.at,
    n.facts,
    u.code AS unit,
    u.name AS unit_name
   FROM (((core.notice_person w
     JOIN core.notice n ON ((n.id = w.notice_id)))
     LEFT JOIN core."case" c ON ((c.id = n.case_id)))
     LEFT JOIN core.unit u ON ((u.id = c.charged_unit_id)))
  WHERE ((w.person_id = who.person_id()) AND (w.acknowledged_at IS NULL) AND (n.settled_at IS NULL));
ALTER VIEW desk.notices OWNER TO trucban_owner;
CREATE VIEW desk.outbox WITH (security_invoker='true') AS
 SELECT o.id,
    o.kind,
    o.case_id,
    o.bulletin_id,
    o.message_id,
    o.person_id,
    p.name AS person_name,
    o.human,
    o.final,
    o.text,
    o.media_ids,
    o.state,
    o.queued_at,
    o.send_after,
    o.attempts,
    o.parts_sent,
    o.tag,
    o.error_code,
    o.error_subcode,
    o.error_word,
    o.error_detail,
    o.sent_at,
    o.delivered_at,
    o.seen_at
   FROM (core.outbox o
     LEFT JOIN core.person p ON ((p.id = o.person_id)));
ALTER VIEW desk.outbox OWNER TO trucban_owner;
CREATE VIEW desk.people WITH (security_invoker='true') AS
 SELECT p.id,
    p.login,
    p.name,
    p.rank,
    p.role,
    p.unit_id,
    u.code AS unit,
    p.active,
    p.revision
   FROM (core.person p
     LEFT JOIN core.unit u ON ((u.id = p.unit_id)));
ALTER VIEW desk.people OWNER TO trucban_owner;
CREATE VIEW desk.questions WITH (security_invoker='true') AS
 SELECT q.id,
    q.case_id,
    q.assignment_id,
    q.person_id,
    q.text,
    q.state,
    q.asked_at,
    q.sent_at,
    q.outbox_id,
    q.answered_at,
    q.message_id,
    q.reason,
    u.code AS unit,
    u.name AS unit_name,
    p.name AS person_name
   FROM (((core.question q
     JOIN core.assignment a ON ((a.id = q.assignment_id)))
     JOIN core.unit u ON ((u.id = a.unit_id)))
     JOIN core.person p ON ((p.id = q.person_id)));
ALTER VIEW desk.questions OWNER TO trucban_owner;
CREATE VIEW desk.readings WITH (security_invoker='true') AS
 SELECT r.id,
    r.at,
    r.person_id,
    r.case_id,
    r.what,
    r.reason,
    p.login,
    p.name AS person_name
   FROM (core.reading r
     JOIN core.person p ON ((p.id = r.person_id)));
ALTER VIEW desk.readings OWNER TO trucban_owner;
CREATE VIEW desk.reasons WITH (security_invoker='true') AS
 SELECT code,
    kind,
    name,
    name_en,
    misrouted,
    needs_text,
    "position"
   FROM core.reason;
ALTER VIEW desk.reasons OWNER TO trucban_owner;
CREATE VIEW desk.report_schedules WITH (security_invoker='true') AS
 SELECT kind,
    enabled,
    at_time,
    since,
    revision
   FROM core.report_schedule;
ALTER VIEW desk.report_schedules OWNER TO trucban_owner;
CREATE VIEW desk.reports WITH (security_invoker='true') AS
 SELECT r.id,
    r.kind,
    r.from_at,
    r.to_at,
    r.data,
    r.sha256,
    r.scheduled,
    r.made_by,
    p.name AS made_by_name,
    r.made_at
   FROM (core.report r
     LEFT JOIN core.person p ON ((p.id = r.made_by)));
ALTER VIEW desk.reports OWNER TO trucban_owner;
CREATE VIEW desk.rule_runs WITH (security_invoker='true') AS
 SELECT n.id,
    n.rule_id,
    n.revision,
    n.person_id,
    n.at,
    n.from_at,
    n.to_at,
    n.counts,
    p.name AS person_name
   FROM (core.rule_run n
     JOIN core.person p ON ((p.id = n.person_id)));
ALTER VIEW desk.rule_runs OWNER TO trucban_owner;
CREATE VIEW desk.rules WITH (security_invoker='true') AS
 SELECT r.id,
    r.name,
    r."position",
    r.enabled,
    r.conditions,
    r.proposal,
    r.revision,
    r.worded_in,
    r.retired,
    r.changed_by,
    r.changed_at,
    p.name AS changed_by_name,
    u.code AS unit,
    u.name AS unit_name,
    u.name_en AS unit_name_en,
    n.at AS tried_at,
    n.person_id AS tried_by,
    t.name AS tried_by_name,
    n.counts AS tried_counts
   FROM ((((core.rule r
     JOIN core.person p ON ((p.id = r.changed_by)))
     LEFT JOIN core.unit u ON ((u.id = ((r.proposal ->> 'unit'::text))::bigint)))
     LEFT JOIN LATERAL ( SELECT x.id,
            x.rule_id,
            x.revision,
            x.person_id,
            x.at,
            x.from_at,
            x.to_at,
            x.counts
           FROM core.rule_run x
          WHERE ((x.rule_id = r.id) AND (x.revision >= r.worded_in))
          ORDER BY x.id DESC
         LIMIT 1) n ON (true))
     LEFT JOIN core.person t ON ((t.id = n.person_id)));
ALTER VIEW desk.rules OWNER TO trucban_owner;
CREATE VIEW desk.rungs WITH (security_invoker='true') AS
 SELECT code,
    percent,
    after_minutes,
    severity,
    recipients,
    repeat_seconds,
    enabled,
    revision
   FROM core.rung;
ALTER VIEW desk.rungs OWNER TO trucban_owner;
CREATE VIEW desk.saved_filters WITH (security_invoker='true') AS
 SELECT id,
    person_id,
    name,
    filter,
    "position",
    shared
   FROM core.saved_filter;
ALTER VIEW desk.saved_filters OWNER TO trucban_owner;
CREATE VIEW desk.settings WITH (security_invoker='true') AS
 SELECT key,
    value
   FROM core.setting;
ALTER VIEW desk.settings OWNER TO trucban_owner;
CREATE VIEW desk.shift_book WITH (security_invoker='true') AS
 SELECT s.id,
    s.name,
    s.leader_id,
    l.name AS leader_name,
    l.rank AS leader_rank,
    s.starts_at,
    s.ends_at,
    s.ended_at,
    s.planned_start,
    s.state,
    s.revision,
    ( SELECT COALESCE(jsonb_agg(jsonb_build_object('person', p.person_id, 'name', w.name, 'rank', w.rank, 'seat', p.seat) ORDER BY w.name), '[]'::jsonb) AS "coalesce"
           FROM (core.shift_plan p
             JOIN core.person w ON ((w.id = p.person_id)))
          WHERE (p.shift_id = s.id)) AS people
   FROM (core.shift s
     JOIN core.person l ON ((l.id = s.leader_id)));
ALTER VIEW desk.shift_book OWNER TO trucban_owner;
CREATE VIEW desk.shift_entries WITH (security_invoker='true') AS
 SELECT e.id,
    e.shift_id,
    e.at,
    e.person_id,
    e.kind,
    e.text,
    e.told,
    p.name AS person_name
   FROM (core.shift_entry e
     JOIN core.person p ON ((p.id = e.person_id)));
ALTER VIEW desk.shift_entries OWNER TO trucban_owner;
CREATE VIEW desk.shift_seats WITH (security_invoker='true') AS
 SELECT z.shift_id,
    z.person_id,
    z.seat,
    z.from_at,
    z.to_at,
    p.name AS person_name,
    p.rank AS person_rank,
    p.login
   FROM (core.shift_seat z
     JOIN core.person p ON ((p.id = z.person_id)));
ALTER VIEW desk.shift_seats OWNER TO trucban_owner;
CREATE VIEW desk.shifts WITH (security_invoker='true') AS
 SELECT s.id,
    s.name,
    s.leader_id,
    s.starts_at,
    s.ends_at,
    s.ended_at,
    s.state,
    s.revision,
    p.name AS leader_name,
    p.rank AS leader_rank
   FROM (core.shift s
     JOIN core.person p ON ((p.id = s.leader_id)));
ALTER VIEW desk.shifts OWNER TO trucban_owner;
CREATE VIEW desk.slips WITH (security_invoker='true') AS
 SELECT s.id,
    s.case_id,
    c.number AS case_number,
    s.assignment_id,
    s.unit_id,
    u.code AS unit,
    u.name AS unit_name,
    u.name_en AS unit_name_en,
    s.state,
    s.revision,
    s.series,
    s.year,
    s.ordinal,
    s.number,
    s.code,
    s.with_identity,
    s.prepared_by,
    p.name AS prepared_by_name,
    s.prepared_at,
    s.signed_by,
    g.name AS signed_by_name,
    g.rank AS signed_by_rank,
    s.signed_at,
    s.received_by,
    s.received_at,
    s.voided_at,
    v.name AS voided_by_name,
    s.void_reason,
    a.lead,
    a.due_at,
    c.urgency,
    c.category_id
   FROM ((((((core.slip s
     JOIN core."case" c ON ((c.id = s.case_id)))
     JOIN core.unit u ON ((u.id = s.unit_id)))
     JOIN core.assignment a ON ((a.id = s.assignment_id)))
     JOIN core.person p ON ((p.id = s.prepared_by)))
     LEFT JOIN core.person g ON ((g.id = s.signed_by)))
     LEFT JOIN core.person v ON ((v.id = s.voided_by)));
ALTER VIEW desk.slips OWNER TO trucban_owner;
CREATE VIEW desk.sources WITH (security_invoker='true') AS
 SELECT id,
    code,
    name,
    url_prefix,
    kind,
    retired,
    revision
   FROM core.source;
ALTER VIEW desk.sources OWNER TO trucban_owner;
CREATE VIEW desk.templates WITH (security_invoker='true') AS
 SELECT id,
    code,
    category_id,
    stage,
    name,
    body,
    retired,
    revision
   FROM core.template;
ALTER VIEW desk.templates OWNER TO trucban_owner;
CREATE VIEW desk.unit_answers WITH (security_invoker='true') AS
 SELECT n.id,
    n.assignment_id,
    n.case_id,
    n.person_id,
    n.text,
    n.media_ids,
    n.answered_at,
    n.state,
    n.reason,
    p.name AS person_name,
    p.rank AS person_rank,
    n.media_names,
    n.partial,
    n.approved_by,
    n.approved_at,
    n.approved_text,
    q.name AS approved_by_name
   FROM ((core.unit_answer n
     JOIN core.person p ON ((p.id = n.person_id)))
     LEFT JOIN core.person q ON ((q.id = n.approved_by)));
ALTER VIEW desk.unit_answers OWNER TO trucban_owner;
CREATE VIEW desk.unit_heads WITH (security_invoker='true') AS
 SELECT h.id,
    h.unit_id,
    h.person_id,
    h.name,
    h.rank,
    h.post,
    h.from_at,
    h.to_at,
    h.revision,
    u.code AS unit,
    u.name AS unit_name,
    p.login
   FROM ((core.unit_head h
     JOIN core.unit u ON ((u.id = h.unit_id)))
     LEFT JOIN core.person p ON ((p.id = h.person_id)));
ALTER VIEW desk.unit_heads OWNER TO trucban_owner;
CREATE VIEW desk.units WITH (security_invoker='true') AS
 SELECT id,
    code,
    name,
    name_en,
    level,
    parent_id,
    valid_from,
    valid_to,
    topics,
    external,
    revision
   FROM core.unit;
ALTER VIEW desk.units OWNER TO trucban_owner;
CREATE VIEW desk.verbs WITH (security_invoker='true') AS
 SELECT name,
    roles,
    sentence
   FROM core.verb;
ALTER VIEW desk.verbs OWNER TO trucban_owner;
CREATE TABLE search.message_text (
    message_id bigint NOT NULL,
    case_id bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    lexemes tsvector NOT NULL
)
PARTITION BY RANGE (sent_at);
ALTER TABLE search.message_text OWNER TO trucban_owner;
CREATE TABLE search.message_text_rest (
    message_id bigint NOT NULL,
    case_id bigint NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    lexemes tsvector NOT NULL
);
ALTER TABLE search.message_text_rest OWNER TO trucban_owner;
CREATE TABLE search.partition (
    name text NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL
);
ALTER TABLE search.partition OWNER TO trucban_owner;
ALTER TABLE ONLY search.message_text ATTACH PARTITION search.message_text_rest DEFAULT;
ALTER TABLE ONLY core.area_boundary
    ADD CONSTRAINT area_boundary_pkey PRIMARY KEY (area_id);
ALTER TABLE ONLY core.area
    ADD CONSTRAINT area_code_valid_from_key UNIQUE (code, valid_from);
ALTER TABLE ONLY core.area
    ADD CONSTRAINT area_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.attachment
    ADD CONSTRAINT attachment_message_id_ordinal_key UNIQUE (message_id, ordinal);
ALTER TABLE ONLY core.attachment
    ADD CONSTRAINT attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (one);
ALTER TABLE ONLY core.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.bulletin_event
    ADD CONSTRAINT bulletin_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.bulletin
    ADD CONSTRAINT bulletin_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.calendar_period
    ADD CONSTRAINT calendar_period_pkey PRIMARY KEY (calendar, weekday, from_time);
ALTER TABLE ONLY core.calendar
    ADD CONSTRAINT calendar_pkey PRIMARY KEY (code);
ALTER TABLE ONLY core.case_counter
    ADD CONSTRAINT case_counter_pkey PRIMARY KEY (year);
ALTER TABLE ONLY core.case_event
    ADD CONSTRAINT case_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_number_key UNIQUE (number);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.category
    ADD CONSTRAINT category_code_key UNIQUE (code);
ALTER TABLE ONLY core.category
    ADD CONSTRAINT category_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.charge
    ADD CONSTRAINT charge_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.citizen_identity
    ADD CONSTRAINT citizen_identity_page_id_platform_user_id_key UNIQUE (page_id, platform_user_id);
ALTER TABLE ONLY core.citizen_identity
    ADD CONSTRAINT citizen_identity_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.citizen
    ADD CONSTRAINT citizen_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.deadline
    ADD CONSTRAINT deadline_key UNIQUE NULLS NOT DISTINCT (category_id, legal_track, urgency, stage);
ALTER TABLE ONLY core.deadline
    ADD CONSTRAINT deadline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (person_id, place);
ALTER TABLE ONLY core.due_move
    ADD CONSTRAINT due_move_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.duty
    ADD CONSTRAINT duty_pkey PRIMARY KEY (key);
ALTER TABLE ONLY core.escalation
    ADD CONSTRAINT escalation_charge_id_rung_key UNIQUE (charge_id, rung);
ALTER TABLE ONLY core.escalation
    ADD CONSTRAINT escalation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.extension
    ADD CONSTRAINT extension_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.first_response
    ADD CONSTRAINT first_response_pkey PRIMARY KEY (case_id);
ALTER TABLE ONLY core.gap
    ADD CONSTRAINT gap_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.gap
    ADD CONSTRAINT gap_platform_id_key UNIQUE (platform_id);
ALTER TABLE ONLY core.handover
    ADD CONSTRAINT handover_from_shift_id_key UNIQUE (from_shift_id);
ALTER TABLE ONLY core.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.handover
    ADD CONSTRAINT handover_to_shift_id_key UNIQUE (to_shift_id);
ALTER TABLE ONLY core.health
    ADD CONSTRAINT health_pkey PRIMARY KEY (key);
ALTER TABLE ONLY core.holiday
    ADD CONSTRAINT holiday_pkey PRIMARY KEY (day);
ALTER TABLE ONLY core.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.legal_track
    ADD CONSTRAINT legal_track_pkey PRIMARY KEY (code);
ALTER TABLE ONLY core.media_chunk
    ADD CONSTRAINT media_chunk_pkey PRIMARY KEY (media_id, index);
ALTER TABLE ONLY core.media_cover
    ADD CONSTRAINT media_cover_pkey PRIMARY KEY (copy_id, source_id);
ALTER TABLE ONLY core.media_derivative
    ADD CONSTRAINT media_derivative_pkey PRIMARY KEY (original_id, kind);
ALTER TABLE ONLY core.media
    ADD CONSTRAINT media_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.media
    ADD CONSTRAINT media_sha256_uploaded_by_key UNIQUE NULLS NOT DISTINCT (sha256, uploaded_by);
ALTER TABLE ONLY core.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.message
    ADD CONSTRAINT message_platform_id_key UNIQUE (platform_id);
ALTER TABLE ONLY core.message_version
    ADD CONSTRAINT message_version_pkey PRIMARY KEY (message_id, version);
ALTER TABLE ONLY core.metric
    ADD CONSTRAINT metric_pkey PRIMARY KEY (name);
ALTER TABLE ONLY core.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);
ALTER TABLE ONLY core.note
    ADD CONSTRAINT note_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.notice_person
    ADD CONSTRAINT notice_person_pkey PRIMARY KEY (person_id, notice_id);
ALTER TABLE ONLY core.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.parked
    ADD CONSTRAINT parked_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.person
    ADD CONSTRAINT person_login_key UNIQUE (login);
ALTER TABLE ONLY core.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.question
    ADD CONSTRAINT question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.reading
    ADD CONSTRAINT reading_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.reason
    ADD CONSTRAINT reason_pkey PRIMARY KEY (code);
ALTER TABLE ONLY core.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.report_schedule
    ADD CONSTRAINT report_schedule_pkey PRIMARY KEY (kind);
ALTER TABLE ONLY core.request
    ADD CONSTRAINT request_pkey PRIMARY KEY (person_id, id);
ALTER TABLE ONLY core.rule
    ADD CONSTRAINT rule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.rule_run
    ADD CONSTRAINT rule_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.rung
    ADD CONSTRAINT rung_pkey PRIMARY KEY (code);
ALTER TABLE ONLY core.saved_filter
    ADD CONSTRAINT saved_filter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.secret
    ADD CONSTRAINT secret_pkey PRIMARY KEY (name);
ALTER TABLE ONLY core.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (key);
ALTER TABLE ONLY core.shift_entry
    ADD CONSTRAINT shift_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.shift
    ADD CONSTRAINT shift_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.shift_plan
    ADD CONSTRAINT shift_plan_pkey PRIMARY KEY (shift_id, person_id);
ALTER TABLE ONLY core.shift_seat
    ADD CONSTRAINT shift_seat_pkey PRIMARY KEY (shift_id, person_id, from_at);
ALTER TABLE ONLY core.slip_counter
    ADD CONSTRAINT slip_counter_pkey PRIMARY KEY (series, year);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_series_year_ordinal_key UNIQUE (series, year, ordinal);
ALTER TABLE ONLY core.source
    ADD CONSTRAINT source_code_key UNIQUE (code);
ALTER TABLE ONLY core.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.template
    ADD CONSTRAINT template_code_key UNIQUE (code);
ALTER TABLE ONLY core.template
    ADD CONSTRAINT template_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.thread
    ADD CONSTRAINT thread_page_id_channel_key_key UNIQUE (page_id, channel, key);
ALTER TABLE ONLY core.thread
    ADD CONSTRAINT thread_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.unit_answer
    ADD CONSTRAINT unit_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.unit
    ADD CONSTRAINT unit_code_valid_from_key UNIQUE (code, valid_from);
ALTER TABLE ONLY core.unit_head
    ADD CONSTRAINT unit_head_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY core.verb
    ADD CONSTRAINT verb_pkey PRIMARY KEY (name);
ALTER TABLE ONLY search.partition
    ADD CONSTRAINT partition_from_at_key UNIQUE (from_at);
ALTER TABLE ONLY search.partition
    ADD CONSTRAINT partition_pkey PRIMARY KEY (name);
CREATE INDEX assignment_case ON core.assignment USING btree (case_id);
CREATE INDEX assignment_handed_on ON core.assignment USING btree (handed_on_from) WHERE (handed_on_from IS NOT NULL);
CREATE UNIQUE INDEX assignment_live ON core.assignment USING btree (case_id, unit_id) WHERE (state <> ALL (ARRAY['handed_back'::text, 'handed_on'::text, 'withdrawn'::text, 'accepted'::text]));
CREATE UNIQUE INDEX assignment_one_lead ON core.assignment USING btree (case_id) WHERE (lead AND (state <> ALL (ARRAY['handed_back'::text, 'handed_on'::text, 'withdrawn'::text, 'accepted'::text])));
CREATE INDEX assignment_sent ON core.assignment USING btree (sent_at);
CREATE INDEX assignment_unit ON core.assignment USING btree (unit_id, id DESC);
CREATE INDEX assignment_unit_open ON core.assignment USING btree (unit_id, case_id) WHERE (state = ANY (ARRAY['sent'::text, 'confirmed'::text, 'returned'::text]));
CREATE INDEX attachment_case ON core.attachment USING btree (case_id);
CREATE INDEX attachment_due ON core.attachment USING btree (fetch_after) WHERE (state = ANY (ARRAY['waiting'::text, 'fetching'::text]));
CREATE INDEX attachment_media ON core.attachment USING btree (media_id);
CREATE INDEX bulletin_case ON core.bulletin USING btree (case_id);
CREATE INDEX bulletin_event_bulletin_id_id_idx ON core.bulletin_event USING btree (bulletin_id, id);
CREATE INDEX bulletin_media ON core.bulletin USING gin (media_ids);
CREATE INDEX bulletin_newest ON core.bulletin USING btree (changed_at DESC, id DESC);
CREATE INDEX bulletin_published ON core.bulletin USING btree (published_at) WHERE (published_at IS NOT NULL);
CREATE INDEX bulletin_state ON core.bulletin USING btree (state, changed_at DESC, id DESC);
CREATE INDEX case_area_newest ON core."case" USING btree (area_id, last_message_at DESC, id DESC) INCLUDE (queue, urgency, category_id, lead_unit_id, status);
CREATE INDEX case_burns ON core."case" USING btree (burns_at, id);
CREATE INDEX case_category_newest ON core."case" USING btree (category_id, last_message_at DESC, id DESC);
CREATE INDEX case_citizen ON core."case" USING btree (citizen_id, id);
CREATE INDEX case_duplicate_of ON core."case" USING btree (duplicate_of) WHERE (duplicate_of IS NOT NULL);
CREATE INDEX case_escalate ON core."case" USING btree (escalate_at) WHERE (escalate_at IS NOT NULL);
CREATE INDEX case_event_case_id_id_idx ON core.case_event USING btree (case_id, id);
CREATE INDEX case_event_settled ON core.case_event USING btree (at) WHERE (to_status = ANY (ARRAY['released'::text, 'published'::text, 'closed'::text, 'rejected'::text, 'duplicate'::text]));
CREATE INDEX case_event_time ON core.case_event USING brin (at) WITH (pages_per_range='32');
CREATE INDEX case_holder ON core."case" USING btree (holder_id, burns_at, id) WHERE (holder_id IS NOT NULL);
CREATE INDEX case_lease ON core."case" USING btree (lease_until) WHERE (lease_until IS NOT NULL);
CREATE INDEX case_newest ON core."case" USING btree (last_message_at DESC, id DESC);
CREATE INDEX case_open_burns ON core."case" USING btree (burns_at, id) INCLUDE (queue, status, category_id, lead_unit_id, urgency, area_id, last_message_at) WHERE (queue <= 4);
CREATE INDEX case_open_category ON core."case" USING btree (category_id, burns_at, id) WHERE (queue <= 4);
CREATE INDEX case_open_queue ON core."case" USING btree (queue, burns_at, id) INCLUDE (urgency, category_id, area_id, lead_unit_id, status) WHERE (queue <= 4);
CREATE INDEX case_open_unit ON core."case" USING btree (lead_unit_id, burns_at, id) WHERE (queue <= 4);
CREATE INDEX case_open_urgency ON core."case" USING btree (urgency, burns_at, id) WHERE (queue <= 4);
CREATE INDEX case_opened ON core."case" USING btree (opened_at);
CREATE INDEX case_queue_burns ON core."case" USING btree (queue, burns_at, id);
CREATE INDEX case_queue_newest ON core."case" USING btree (queue, last_message_at DESC, id DESC);
CREATE INDEX case_released ON core."case" USING btree (released_at) WHERE (released_at IS NOT NULL);
CREATE INDEX case_thread ON core."case" USING btree (thread_id, id);
CREATE INDEX case_unit_newest ON core."case" USING btree (lead_unit_id, last_message_at DESC, id DESC) INCLUDE (queue, urgency, category_id, area_id, status);
CREATE INDEX case_urgency_newest ON core."case" USING btree (urgency, last_message_at DESC, id DESC);
CREATE INDEX case_window ON core."case" USING btree (window_until) WHERE (window_until IS NOT NULL);
CREATE INDEX charge_assignment ON core.charge USING btree (assignment_id) WHERE (assignment_id IS NOT NULL);
CREATE INDEX charge_case ON core.charge USING btree (case_id, from_at, id);
CREATE INDEX charge_ended ON core.charge USING btree (to_at) INCLUDE (from_at, case_id, holder, unit_id) WHERE (to_at IS NOT NULL);
CREATE INDEX charge_judged ON core.charge USING btree (LEAST(to_at, due_at)) INCLUDE (case_id, stage, holder, unit_id, to_at, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX charge_late ON core.charge USING btree (case_id) WHERE (to_at > due_at);
CREATE UNIQUE INDEX charge_open ON core.charge USING btree (case_id) WHERE (to_at IS NULL);
CREATE INDEX charge_open_held ON core.charge USING btree (from_at) INCLUDE (case_id, holder, unit_id) WHERE (to_at IS NULL);
CREATE INDEX charge_open_unit ON core.charge USING btree (unit_id) WHERE ((to_at IS NULL) AND (unit_id IS NOT NULL));
CREATE INDEX charge_time ON core.charge USING btree (from_at);
CREATE INDEX charge_unit ON core.charge USING btree (unit_id, from_at) WHERE (unit_id IS NOT NULL);
CREATE INDEX citizen_identity_citizen_id_idx ON core.citizen_identity USING btree (citizen_id);
CREATE INDEX citizen_nameless ON core.citizen_identity USING btree (id) WHERE ((name IS NULL) AND (profile = '{}'::jsonb));
CREATE INDEX due_move_at_idx ON core.due_move USING btree (at);
CREATE INDEX due_move_case_id_idx ON core.due_move USING btree (case_id);
CREATE INDEX escalation_at ON core.escalation USING btree (at);
CREATE INDEX escalation_case ON core.escalation USING btree (case_id, id);
CREATE INDEX extension_case ON core.extension USING btree (case_id, id);
CREATE UNIQUE INDEX extension_open ON core.extension USING btree (assignment_id) WHERE (state = 'asked'::text);
CREATE INDEX first_response_at ON core.first_response USING btree (at);
CREATE INDEX journal_pending ON core.journal USING btree (id) WHERE (state = 'pending'::text);
CREATE INDEX journal_rejected ON core.journal USING btree (id) WHERE (state = 'rejected'::text);
CREATE INDEX media_cover_source ON core.media_cover USING btree (source_id);
CREATE INDEX media_derivative_media_id_idx ON core.media_derivative USING btree (media_id);
CREATE INDEX media_to_derive ON core.media USING btree (derive_after) WHERE ((derive_state = ANY (ARRAY['waiting'::text, 'working'::text])) AND complete);
CREATE INDEX message_case ON core.message USING btree (case_id, sent_at, id);
CREATE INDEX message_outbox ON core.message USING btree (outbox_id) WHERE (outbox_id IS NOT NULL);
CREATE INDEX message_thread_out ON core.message USING btree (thread_id, sent_at) WHERE (direction = 'out'::text);
CREATE INDEX note_case_id_idx ON core.note USING btree (case_id);
CREATE INDEX notice_case ON core.notice USING btree (case_id);
CREATE INDEX notice_charge ON core.notice USING btree (charge_id) WHERE (settled_at IS NULL);
CREATE INDEX notice_waiting ON core.notice_person USING btree (person_id, notice_id) WHERE (acknowledged_at IS NULL);
CREATE INDEX outbox_case ON core.outbox USING btree (case_id);
CREATE INDEX outbox_due ON core.outbox USING btree (send_after) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'uncertain'::text]));
CREATE INDEX outbox_failed ON core.outbox USING btree (queued_at) WHERE (state = 'failed'::text);
CREATE INDEX outbox_media ON core.outbox USING gin (media_ids);
CREATE INDEX outbox_message ON core.outbox USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE UNIQUE INDEX outbox_one_post ON core.outbox USING btree (bulletin_id) WHERE ((kind = 'post'::text) AND (state <> 'cancelled'::text) AND (state <> 'failed'::text));
CREATE INDEX outbox_platform_ids ON core.outbox USING gin (platform_ids);
CREATE UNIQUE INDEX outbox_private_once ON core.outbox USING btree (thread_id) WHERE ((kind = 'private_reply'::text) AND (state <> ALL (ARRAY['failed'::text, 'cancelled'::text])));
CREATE INDEX outbox_thread_sent ON core.outbox USING btree (thread_id, sent_at) WHERE (state = ANY (ARRAY['sent'::text, 'delivered'::text]));
CREATE INDEX outbox_time ON core.outbox USING brin (queued_at) WITH (pages_per_range='32');
CREATE INDEX outbox_waiting_thread ON core.outbox USING btree (thread_id, queued_at, id) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'uncertain'::text]));
CREATE INDEX parked_platform_id_idx ON core.parked USING btree (platform_id);
CREATE INDEX question_case ON core.question USING btree (case_id, id);
CREATE INDEX question_message ON core.question USING btree (message_id);
CREATE UNIQUE INDEX question_open ON core.question USING btree (assignment_id) WHERE (state = ANY (ARRAY['asked'::text, 'sent'::text]));
CREATE INDEX question_outbox ON core.question USING btree (outbox_id) WHERE (outbox_id IS NOT NULL);
CREATE INDEX reading_case_id_person_id_at_idx ON core.reading USING btree (case_id, person_id, at);
CREATE INDEX report_newest ON core.report USING btree (made_at DESC, id DESC);
CREATE UNIQUE INDEX report_once ON core.report USING btree (kind, from_at) WHERE scheduled;
CREATE INDEX rule_run_rule ON core.rule_run USING btree (rule_id, id);
CREATE INDEX shift_ended ON core.shift USING btree (starts_at, id) WHERE (state <> 'planned'::text);
CREATE INDEX shift_entry_shift_id_id_idx ON core.shift_entry USING btree (shift_id, id);
CREATE UNIQUE INDEX shift_one_on_duty ON core.shift USING btree ((true)) WHERE (state = 'on_duty'::text);
CREATE UNIQUE INDEX shift_seat_open ON core.shift_seat USING btree (person_id) WHERE (to_at IS NULL);
CREATE INDEX shift_starts_at_idx ON core.shift USING btree (starts_at);
CREATE INDEX slip_case ON core.slip USING btree (case_id, id);
CREATE UNIQUE INDEX slip_one ON core.slip USING btree (assignment_id) WHERE (state <> 'voided'::text);
CREATE INDEX slip_prepared ON core.slip USING btree (id) WHERE (state = 'prepared'::text);
CREATE INDEX slip_signed ON core.slip USING btree (signed_at) WHERE (signed_at IS NOT NULL);
CREATE INDEX slip_unit ON core.slip USING btree (unit_id, id DESC);
CREATE INDEX thread_citizen_id_idx ON core.thread USING btree (citizen_id);
CREATE INDEX unit_answer_case_id_idx ON core.unit_answer USING btree (case_id);
CREATE INDEX unit_answer_media ON core.unit_answer USING gin (media_ids);
CREATE INDEX unit_head_unit_id_from_at_idx ON core.unit_head USING btree (unit_id, from_at);
CREATE INDEX message_text_lexemes_idx ON ONLY search.message_text USING gin (lexemes);
CREATE INDEX message_text_message_id_idx ON ONLY search.message_text USING btree (message_id);
CREATE INDEX message_text_rest_lexemes_idx ON search.message_text_rest USING gin (lexemes);
CREATE INDEX message_text_rest_message_id_idx ON search.message_text_rest USING btree (message_id);
CREATE INDEX message_text_sent_at_message_id_idx ON ONLY search.message_text USING btree (sent_at DESC, message_id DESC);
CREATE INDEX message_text_rest_sent_at_message_id_idx ON search.message_text_rest USING btree (sent_at DESC, message_id DESC);
ALTER INDEX search.message_text_lexemes_idx ATTACH PARTITION search.message_text_rest_lexemes_idx;
ALTER INDEX search.message_text_message_id_idx ATTACH PARTITION search.message_text_rest_message_id_idx;
ALTER INDEX search.message_text_sent_at_message_id_idx ATTACH PARTITION search.message_text_rest_sent_at_message_id_idx;
CREATE TRIGGER answers AFTER INSERT ON core.message FOR EACH ROW WHEN ((new.direction = 'in'::text)) EXECUTE FUNCTION core.message_answers();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.audit FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.case_event FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.charge FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.due_move FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.escalation FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.handover FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.media_cover FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.message_version FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.reading FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.report FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.rule_run FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.shift_entry FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.slip FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.slip_counter FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER clocks BEFORE INSERT OR UPDATE OF status, stage_since, category_id, legal_track, urgency, awaiting_reply, opened_at, last_message_at, window_until ON core."case" FOR EACH ROW EXECUTE FUNCTION core.case_clocks();
CREATE TRIGGER echo_came AFTER INSERT ON core.message FOR EACH ROW WHEN ((new.direction = 'echo'::text)) EXECUTE FUNCTION core.echo_came();
CREATE TRIGGER echo_changed AFTER UPDATE OF platform_id ON core.message FOR EACH ROW WHEN ((new.direction = 'echo'::text)) EXECUTE FUNCTION core.echo_came();
CREATE TRIGGER echo_gone AFTER DELETE ON core.message FOR EACH ROW WHEN ((old.direction = 'echo'::text)) EXECUTE FUNCTION core.echo_came();
CREATE TRIGGER holds_thread AFTER INSERT OR UPDATE OF status ON core."case" FOR EACH ROW EXECUTE FUNCTION core.case_holds_thread();
CREATE TRIGGER knows_about BEFORE INSERT OR UPDATE OF case_id, about_unit_id ON core.assignment FOR EACH ROW EXECUTE FUNCTION core.assignment_knows_about();
CREATE TRIGGER leaving_media BEFORE UPDATE OF state ON core.bulletin FOR EACH ROW WHEN (((new.state = ANY (ARRAY['submitted'::text, 'approved'::text])) AND (new.media_ids <> '{}'::bigint[]))) EXECUTE FUNCTION core.guard_leaving_media();
CREATE TRIGGER leaving_media BEFORE INSERT ON core.outbox FOR EACH ROW WHEN ((new.media_ids <> '{}'::bigint[])) EXECUTE FUNCTION core.guard_leaving_media();
CREATE TRIGGER lets_go AFTER UPDATE OF state ON core.assignment FOR EACH ROW WHEN (((new.state = ANY (ARRAY['answered'::text, 'handed_back'::text, 'handed_on'::text, 'withdrawn'::text, 'accepted'::text])) AND (new.state IS DISTINCT FROM old.state))) EXECUTE FUNCTION core.assignment_lets_go();
CREATE TRIGGER limits BEFORE INSERT ON core.assignment FOR EACH ROW EXECUTE FUNCTION core.assignment_limits();
CREATE TRIGGER moves_assignments AFTER UPDATE OF category_id, legal_track, urgency ON core."case" FOR EACH ROW WHEN (((new.category_id IS DISTINCT FROM old.category_id) OR (new.legal_track IS DISTINCT FROM old.legal_track) OR (new.urgency IS DISTINCT FROM old.urgency))) EXECUTE FUNCTION core.case_moves_assignments();
CREATE TRIGGER never_lost BEFORE DELETE OR TRUNCATE ON core.journal FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER sealed BEFORE UPDATE OF body, received_at ON core.journal FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER sealed BEFORE UPDATE OR TRUNCATE ON core.media_chunk FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER sealed_bytes BEFORE DELETE ON core.media_chunk FOR EACH ROW EXECUTE FUNCTION core.refuse_sealed();
CREATE TRIGGER signed_stays BEFORE UPDATE ON core.handover FOR EACH ROW WHEN ((old.state = 'signed'::text)) EXECUTE FUNCTION core.signed_handover_stays();
CREATE TRIGGER signed_stays BEFORE UPDATE ON core.slip FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION core.signed_slip_stays();
CREATE TRIGGER tells_about AFTER UPDATE OF about_unit_id ON core."case" FOR EACH ROW WHEN ((new.about_unit_id IS DISTINCT FROM old.about_unit_id)) EXECUTE FUNCTION core.case_tells_about();
CREATE TRIGGER tells_question AFTER UPDATE OF state ON core.outbox FOR EACH ROW WHEN (((new.case_id IS NOT NULL) AND ((new.state = ANY (ARRAY['failed'::text, 'cancelled'::text])) IS DISTINCT FROM (old.state = ANY (ARRAY['failed'::text, 'cancelled'::text]))))) EXECUTE FUNCTION core.outbox_tells_question();
CREATE TRIGGER went_out AFTER UPDATE OF state ON core.outbox FOR EACH ROW WHEN (((new.case_id IS NOT NULL) AND (new.kind <> 'hide_comment'::text) AND ((new.state = ANY (ARRAY['sent'::text, 'delivered'::text, 'seen'::text])) <> (old.state = ANY (ARRAY['sent'::text, 'delivered'::text, 'seen'::text]))))) EXECUTE FUNCTION core.reply_went_out();
ALTER TABLE ONLY core.area_boundary
    ADD CONSTRAINT area_boundary_area_id_fkey FOREIGN KEY (area_id) REFERENCES core.area(id);
ALTER TABLE ONLY core.area_boundary
    ADD CONSTRAINT area_boundary_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.area
    ADD CONSTRAINT area_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core.assignment
    ADD CONSTRAINT assignment_about_unit_id_fkey FOREIGN KEY (about_unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core.assignment
    ADD CONSTRAINT assignment_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.assignment
    ADD CONSTRAINT assignment_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.assignment
    ADD CONSTRAINT assignment_handed_on_from_fkey FOREIGN KEY (handed_on_from) REFERENCES core.assignment(id);
ALTER TABLE ONLY core.assignment
    ADD CONSTRAINT assignment_reason_code_fkey FOREIGN KEY (reason_code) REFERENCES core.reason(code);
ALTER TABLE ONLY core.assignment
    ADD CONSTRAINT assignment_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.assignment
    ADD CONSTRAINT assignment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core.attachment
    ADD CONSTRAINT attachment_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.attachment
    ADD CONSTRAINT attachment_media_id_fkey FOREIGN KEY (media_id) REFERENCES core.media(id);
ALTER TABLE ONLY core.attachment
    ADD CONSTRAINT attachment_message_id_fkey FOREIGN KEY (message_id) REFERENCES core.message(id);
ALTER TABLE ONLY core.bulletin
    ADD CONSTRAINT bulletin_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.bulletin
    ADD CONSTRAINT bulletin_author_id_fkey FOREIGN KEY (author_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.bulletin
    ADD CONSTRAINT bulletin_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.bulletin
    ADD CONSTRAINT bulletin_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.bulletin_event
    ADD CONSTRAINT bulletin_event_bulletin_id_fkey FOREIGN KEY (bulletin_id) REFERENCES core.bulletin(id);
ALTER TABLE ONLY core.bulletin_event
    ADD CONSTRAINT bulletin_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.bulletin
    ADD CONSTRAINT bulletin_source_id_fkey FOREIGN KEY (source_id) REFERENCES core.source(id);
ALTER TABLE ONLY core.bulletin
    ADD CONSTRAINT bulletin_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.calendar_period
    ADD CONSTRAINT calendar_period_calendar_fkey FOREIGN KEY (calendar) REFERENCES core.calendar(code) ON DELETE CASCADE;
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_about_unit_id_fkey FOREIGN KEY (about_unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_area_id_fkey FOREIGN KEY (area_id) REFERENCES core.area(id);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_category_id_fkey FOREIGN KEY (category_id) REFERENCES core.category(id);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_citizen_id_fkey FOREIGN KEY (citizen_id) REFERENCES core.citizen(id);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES core."case"(id);
ALTER TABLE ONLY core.case_event
    ADD CONSTRAINT case_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.case_event
    ADD CONSTRAINT case_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES core.person(id);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_lead_unit_id_fkey FOREIGN KEY (lead_unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core."case"
    ADD CONSTRAINT case_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES core.thread(id);
ALTER TABLE ONLY core.category
    ADD CONSTRAINT category_default_unit_id_fkey FOREIGN KEY (default_unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core.category
    ADD CONSTRAINT category_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES core.category(id);
ALTER TABLE ONLY core.charge
    ADD CONSTRAINT charge_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES core.assignment(id);
ALTER TABLE ONLY core.charge
    ADD CONSTRAINT charge_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core.citizen_identity
    ADD CONSTRAINT citizen_identity_citizen_id_fkey FOREIGN KEY (citizen_id) REFERENCES core.citizen(id);
ALTER TABLE ONLY core.deadline
    ADD CONSTRAINT deadline_calendar_fkey FOREIGN KEY (calendar) REFERENCES core.calendar(code);
ALTER TABLE ONLY core.deadline
    ADD CONSTRAINT deadline_category_id_fkey FOREIGN KEY (category_id) REFERENCES core.category(id);
ALTER TABLE ONLY core.deadline
    ADD CONSTRAINT deadline_legal_track_fkey FOREIGN KEY (legal_track) REFERENCES core.legal_track(code);
ALTER TABLE ONLY core.draft
    ADD CONSTRAINT draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.due_move
    ADD CONSTRAINT due_move_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.due_move
    ADD CONSTRAINT due_move_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.escalation
    ADD CONSTRAINT escalation_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.escalation
    ADD CONSTRAINT escalation_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES core.charge(id);
ALTER TABLE ONLY core.escalation
    ADD CONSTRAINT escalation_rung_fkey FOREIGN KEY (rung) REFERENCES core.rung(code);
ALTER TABLE ONLY core.extension
    ADD CONSTRAINT extension_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.extension
    ADD CONSTRAINT extension_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES core.assignment(id);
ALTER TABLE ONLY core.extension
    ADD CONSTRAINT extension_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.extension
    ADD CONSTRAINT extension_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.first_response
    ADD CONSTRAINT first_response_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.first_response
    ADD CONSTRAINT first_response_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.handover
    ADD CONSTRAINT handover_from_shift_id_fkey FOREIGN KEY (from_shift_id) REFERENCES core.shift(id);
ALTER TABLE ONLY core.handover
    ADD CONSTRAINT handover_incoming_id_fkey FOREIGN KEY (incoming_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.handover
    ADD CONSTRAINT handover_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.handover
    ADD CONSTRAINT handover_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.handover
    ADD CONSTRAINT handover_to_shift_id_fkey FOREIGN KEY (to_shift_id) REFERENCES core.shift(id);
ALTER TABLE ONLY core.media_chunk
    ADD CONSTRAINT media_chunk_media_id_fkey FOREIGN KEY (media_id) REFERENCES core.media(id);
ALTER TABLE ONLY core.media_cover
    ADD CONSTRAINT media_cover_copy_id_fkey FOREIGN KEY (copy_id) REFERENCES core.media(id);
ALTER TABLE ONLY core.media_cover
    ADD CONSTRAINT media_cover_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.media_cover
    ADD CONSTRAINT media_cover_source_id_fkey FOREIGN KEY (source_id) REFERENCES core.media(id);
ALTER TABLE ONLY core.media_derivative
    ADD CONSTRAINT media_derivative_media_id_fkey FOREIGN KEY (media_id) REFERENCES core.media(id);
ALTER TABLE ONLY core.media_derivative
    ADD CONSTRAINT media_derivative_original_id_fkey FOREIGN KEY (original_id) REFERENCES core.media(id);
ALTER TABLE ONLY core.media
    ADD CONSTRAINT media_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.message
    ADD CONSTRAINT message_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.message
    ADD CONSTRAINT message_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.message
    ADD CONSTRAINT message_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES core.thread(id);
ALTER TABLE ONLY core.message_version
    ADD CONSTRAINT message_version_message_id_fkey FOREIGN KEY (message_id) REFERENCES core.message(id);
ALTER TABLE ONLY core.note
    ADD CONSTRAINT note_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.note
    ADD CONSTRAINT note_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.notice
    ADD CONSTRAINT notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.notice
    ADD CONSTRAINT notice_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES core.charge(id);
ALTER TABLE ONLY core.notice
    ADD CONSTRAINT notice_escalation_id_fkey FOREIGN KEY (escalation_id) REFERENCES core.escalation(id);
ALTER TABLE ONLY core.notice_person
    ADD CONSTRAINT notice_person_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES core.notice(id);
ALTER TABLE ONLY core.notice_person
    ADD CONSTRAINT notice_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.outbox
    ADD CONSTRAINT outbox_bulletin_id_fkey FOREIGN KEY (bulletin_id) REFERENCES core.bulletin(id);
ALTER TABLE ONLY core.outbox
    ADD CONSTRAINT outbox_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.outbox
    ADD CONSTRAINT outbox_message_id_fkey FOREIGN KEY (message_id) REFERENCES core.message(id);
ALTER TABLE ONLY core.outbox
    ADD CONSTRAINT outbox_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.outbox
    ADD CONSTRAINT outbox_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES core.thread(id);
ALTER TABLE ONLY core.person
    ADD CONSTRAINT person_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core.question
    ADD CONSTRAINT question_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES core.assignment(id);
ALTER TABLE ONLY core.question
    ADD CONSTRAINT question_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.question
    ADD CONSTRAINT question_message_id_fkey FOREIGN KEY (message_id) REFERENCES core.message(id);
ALTER TABLE ONLY core.question
    ADD CONSTRAINT question_outbox_id_fkey FOREIGN KEY (outbox_id) REFERENCES core.outbox(id);
ALTER TABLE ONLY core.question
    ADD CONSTRAINT question_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.reading
    ADD CONSTRAINT reading_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.reading
    ADD CONSTRAINT reading_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.report
    ADD CONSTRAINT report_made_by_fkey FOREIGN KEY (made_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.request
    ADD CONSTRAINT request_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.rule
    ADD CONSTRAINT rule_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.rule_run
    ADD CONSTRAINT rule_run_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.rule_run
    ADD CONSTRAINT rule_run_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES core.rule(id);
ALTER TABLE ONLY core.saved_filter
    ADD CONSTRAINT saved_filter_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.shift_entry
    ADD CONSTRAINT shift_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.shift_entry
    ADD CONSTRAINT shift_entry_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES core.shift(id);
ALTER TABLE ONLY core.shift
    ADD CONSTRAINT shift_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.shift_plan
    ADD CONSTRAINT shift_plan_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.shift_plan
    ADD CONSTRAINT shift_plan_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES core.shift(id) ON DELETE CASCADE;
ALTER TABLE ONLY core.shift_seat
    ADD CONSTRAINT shift_seat_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.shift_seat
    ADD CONSTRAINT shift_seat_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES core.shift(id);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES core.assignment(id);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_prepared_by_fkey FOREIGN KEY (prepared_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_received_logged_by_fkey FOREIGN KEY (received_logged_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core.slip
    ADD CONSTRAINT slip_voided_by_fkey FOREIGN KEY (voided_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.template
    ADD CONSTRAINT template_category_id_fkey FOREIGN KEY (category_id) REFERENCES core.category(id);
ALTER TABLE ONLY core.thread
    ADD CONSTRAINT thread_citizen_id_fkey FOREIGN KEY (citizen_id) REFERENCES core.citizen(id);
ALTER TABLE ONLY core.thread
    ADD CONSTRAINT thread_open_case_id_fkey FOREIGN KEY (open_case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.unit_answer
    ADD CONSTRAINT unit_answer_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES core.person(id);
ALTER TABLE ONLY core.unit_answer
    ADD CONSTRAINT unit_answer_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES core.assignment(id);
ALTER TABLE ONLY core.unit_answer
    ADD CONSTRAINT unit_answer_case_id_fkey FOREIGN KEY (case_id) REFERENCES core."case"(id);
ALTER TABLE ONLY core.unit_answer
    ADD CONSTRAINT unit_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.unit_head
    ADD CONSTRAINT unit_head_person_id_fkey FOREIGN KEY (person_id) REFERENCES core.person(id);
ALTER TABLE ONLY core.unit_head
    ADD CONSTRAINT unit_head_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES core.unit(id);
ALTER TABLE ONLY core.unit
    ADD CONSTRAINT unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES core.unit(id);
ALTER TABLE core.area ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.area_boundary ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.bulletin ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.bulletin_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.calendar_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE core."case" ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.case_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.case_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.category ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.charge ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.citizen ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.citizen_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.deadline ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.due_move ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.duty ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.escalation ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.extension ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.first_response ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.gap ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.health ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.holiday ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.legal_track ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.media ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.media_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.media_cover ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.media_derivative ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.message_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.metric ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.migration ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.note ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.notice_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON core.draft FOR SELECT TO trucban_person USING ((person_id = ( SELECT who.person_id() AS person_id)));
CREATE POLICY own ON core.notice FOR SELECT TO trucban_person USING (((EXISTS ( SELECT
   FROM core.notice_person n
  WHERE (n.notice_id = notice.id))) AND ((case_id IS NULL) OR (EXISTS ( SELECT
   FROM core."case" c
  WHERE (c.id = notice.case_id))))));
CREATE POLICY own ON core.notice_person FOR SELECT TO trucban_person USING (((person_id = ( SELECT who.person_id() AS person_id)) OR (( SELECT who.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))));
CREATE POLICY own ON core.saved_filter FOR SELECT TO trucban_person USING ((shared OR (person_id = ( SELECT who.person_id() AS person_id))));
ALTER TABLE core.parked ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.question ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.area FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.area_boundary FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.bulletin FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY readable ON core.bulletin_event FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY readable ON core.calendar FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.calendar_period FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.category FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.citizen FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY readable ON core.deadline FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.health FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.holiday FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.legal_track FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.metric FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY readable ON core.migration FOR SELECT USING (true);
CREATE POLICY readable ON core.note FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY readable ON core.outbox FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY readable ON core.person FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.reason FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.rung FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.setting FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.source FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.template FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.unit FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.unit_head FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
CREATE POLICY readable ON core.verb FOR SELECT TO trucban_person USING ((( SELECT who.person_id() AS person_id) IS NOT NULL));
ALTER TABLE core.reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.reason ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.report ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.report_schedule ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.request ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.rule_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.rung ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.saved_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.shift ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.shift_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.shift_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.shift_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.slip ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.slip_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.source ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff ON core.assignment FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core."case" FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.case_event FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.charge FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.due_move FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.escalation FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.extension FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.handover FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.question FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.report FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.report_schedule FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.rule FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.rule_run FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.shift FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.shift_entry FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.shift_plan FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.shift_seat FOR SELECT TO trucban_person USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.slip FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY staff ON core.unit_answer FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING (( SELECT who.is_staff() AS is_staff));
CREATE POLICY supervisors ON core.audit FOR SELECT TO trucban_person USING ((( SELECT who.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])));
CREATE POLICY supervisors ON core.reading FOR SELECT TO trucban_person USING ((( SELECT who.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])));
ALTER TABLE core.template ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.thread ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit ON core.assignment FOR SELECT TO trucban_unit USING (((unit_id = ANY (( SELECT who.unit_ids() AS unit_ids)::bigint[])) AND (state <> ALL (ARRAY['handed_back'::text, 'handed_on'::text, 'withdrawn'::text])) AND ((about_unit_id IS NULL) OR (about_unit_id <> ALL (( SELECT who.unit_line() AS unit_line)::bigint[])))));
CREATE POLICY unit ON core."case" FOR SELECT TO trucban_unit USING ((((about_unit_id IS NULL) OR (about_unit_id <> ALL (( SELECT who.unit_line() AS unit_line)::bigint[]))) AND (EXISTS ( SELECT
   FROM core.assignment a
  WHERE (a.case_id = "case".id)))));
CREATE POLICY unit ON core.case_event FOR SELECT TO trucban_unit USING (((verb <> ALL (ARRAY['open_identity'::text, 'reopen'::text, 'take_over'::text, 'mark_duplicate'::text])) AND (EXISTS ( SELECT
   FROM core."case" c
  WHERE (c.id = case_event.case_id))) AND
CASE
    WHEN (verb = ANY (ARRAY['ask_citizen'::text, 'refuse_question'::text, 'withdraw_question'::text, 'question_answered'::text, 'ask_extension'::text, 'grant_extension'::text, 'refuse_extension'::text, 'remind'::text, 'partial_answer'::text, 'hand_back'::text, 'withdraw_assignment'::text, 'sign_slip'::text])) THEN (((facts ->> 'unit'::text))::bigint = ANY (( SELECT who.unit_ids() AS unit_ids)::bigint[]))
    WHEN (verb = 'hand_on'::text) THEN ((((facts ->> 'unit'::text))::bigint = ANY (( SELECT who.unit_ids() AS unit_ids)::bigint[])) OR (((facts ->> 'to'::text))::bigint = ANY (( SELECT who.unit_ids() AS unit_ids)::bigint[])))
    WHEN (verb = 'forward'::text) THEN (EXISTS ( SELECT
       FROM jsonb_array_elements((case_event.facts -> 'units'::text)) u(value)
      WHERE (((u.value ->> 'unit'::text))::bigint = ANY (( SELECT who.unit_ids() AS unit_ids)::bigint[]))))
    WHEN (verb = ANY (ARRAY['return_answer'::text, 'approve_answer'::text])) THEN (EXISTS ( SELECT
       FROM core.unit_answer n
      WHERE (n.id = ((case_event.facts ->> 'answer'::text))::bigint)))
    WHEN (verb = 'classify'::text) THEN COALESCE((((facts ->> 'about_unit'::text))::bigint <> ALL (( SELECT who.unit_line() AS unit_line)::bigint[])), true)
    ELSE true
END));
CREATE POLICY unit ON core.extension FOR SELECT TO trucban_unit USING ((EXISTS ( SELECT
   FROM core.assignment a
  WHERE (a.id = extension.assignment_id))));
CREATE POLICY unit ON core.question FOR SELECT TO trucban_unit USING ((EXISTS ( SELECT
   FROM core.assignment a
  WHERE (a.id = question.assignment_id))));
CREATE POLICY unit ON core.slip FOR SELECT TO trucban_unit USING (((signed_at IS NOT NULL) AND (unit_id = ANY (( SELECT who.unit_ids() AS unit_ids)::bigint[])) AND (EXISTS ( SELECT
   FROM core.assignment a
  WHERE (a.id = slip.assignment_id)))));
ALTER TABLE core.unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY unit ON core.unit_answer FOR SELECT TO trucban_unit USING ((EXISTS ( SELECT
   FROM core.assignment a
  WHERE (a.id = unit_answer.assignment_id))));
ALTER TABLE core.unit_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.unit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.verb ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.message_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.partition ENABLE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA core TO PUBLIC;
GRANT USAGE ON SCHEMA core TO trucban_person;
GRANT USAGE ON SCHEMA core TO trucban_gateway;
GRANT USAGE ON SCHEMA desk TO trucban_person;
GRANT USAGE ON SCHEMA intake TO trucban_gateway;
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA search TO trucban_person;
GRANT USAGE ON SCHEMA search TO trucban_gateway;
GRANT USAGE ON SCHEMA who TO trucban_person;
REVOKE ALL ON FUNCTION core.aim_at_row(p_kind text, p jsonb) FROM PUBLIC;
GRANT SELECT ON TABLE core.assignment TO trucban_person;
GRANT SELECT ON TABLE core."case" TO trucban_person;
REVOKE ALL ON FUNCTION core.assignment_due(a core.assignment, c core."case") FROM PUBLIC;
REVOKE ALL ON FUNCTION core.assignment_knows_about() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.assignment_lets_go() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.assignment_limits() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.audit_row_hash(p_previous bytea, p_id bigint, p_at timestamp with time zone, p_login text, p_verb text, p_object text, p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.begin_verb(p_verb text, p_request uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.belongs_to_case(p_media bigint, p_case bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.boundary_fault(p_feature jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.bulletin_is_out(p_bulletin bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.bulletin_step(p_bulletin bigint, p_verb text, p_request uuid, p_reason text, p_source_text text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.case_age(p_case bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.case_answer(p_case bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.case_clocks() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.case_holds_thread() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.case_moves_assignments() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.case_row(p_case bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.case_tells_about() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.categories_below(p_code text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.charge_pieces(p_case bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.charge_wanted(c core."case") FROM PUBLIC;
REVOKE ALL ON FUNCTION core.check_code(p_text text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.create_person(p jsonb, p_verifier text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.due(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.due(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) TO trucban_person;
REVOKE ALL ON FUNCTION core.echo_came() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.end_assignments(p_case bigint, p_reason text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.end_verb(p_verb text, p_request uuid, p_object text, p_facts jsonb, p_answer jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.fail(p_state text, p_code text, p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.forget_foreign_echo(p_outbox uuid, p_platform_id text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.group_role(p_role text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.guard_leaving_media() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.handover_answer(p_handover bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.handover_case(c core."case") FROM PUBLIC;
GRANT SELECT ON TABLE core.shift TO trucban_person;
REVOKE ALL ON FUNCTION core.handover_content(p_from core.shift, p_to core.shift) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.is_news(p_message bigint, p_kind text, p_at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.is_original(p_media bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.is_uncovered(p_media bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.is_working_day(p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION core.is_working_day(p_day date) TO trucban_person;
REVOKE ALL ON FUNCTION core.keep_report(p_kind text, p_day date, p_scheduled boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.lease() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.lock_assignment(p_assignment bigint, VARIADIC p_states text[]) FROM PUBLIC;
GRANT SELECT ON TABLE core.bulletin TO trucban_person;
REVOKE ALL ON FUNCTION core.lock_bulletin(p_bulletin bigint, p_revision integer, VARIADIC p_states text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.lock_case(p_case bigint, p_seen integer) FROM PUBLIC;
GRANT SELECT ON TABLE core.question TO trucban_person;
REVOKE ALL ON FUNCTION core.lock_question(p_question bigint, VARIADIC p_states text[]) FROM PUBLIC;
GRANT SELECT(id) ON TABLE core.slip TO trucban_person;
GRANT SELECT(case_id) ON TABLE core.slip TO trucban_person;
GRANT SELECT(assignment_id) ON TABLE core.slip TO trucban_person;
GRANT SELECT(unit_id) ON TABLE core.slip TO trucban_person;
GRANT SELECT(state) ON TABLE core.slip TO trucban_person;
GRANT SELECT(revision) ON TABLE core.slip TO trucban_person;
GRANT SELECT(series) ON TABLE core.slip TO trucban_person;
GRANT SELECT(year) ON TABLE core.slip TO trucban_person;
GRANT SELECT(ordinal) ON TABLE core.slip TO trucban_person;
GRANT SELECT(number) ON TABLE core.slip TO trucban_person;
GRANT SELECT(code) ON TABLE core.slip TO trucban_person;
GRANT SELECT(with_identity) ON TABLE core.slip TO trucban_person;
GRANT SELECT(prepared_by) ON TABLE core.slip TO trucban_person;
GRANT SELECT(prepared_at) ON TABLE core.slip TO trucban_person;
GRANT SELECT(signed_by) ON TABLE core.slip TO trucban_person;
GRANT SELECT(signed_at) ON TABLE core.slip TO trucban_person;
GRANT SELECT(received_by) ON TABLE core.slip TO trucban_person;
GRANT SELECT(received_at) ON TABLE core.slip TO trucban_person;
GRANT SELECT(voided_by) ON TABLE core.slip TO trucban_person;
GRANT SELECT(voided_at) ON TABLE core.slip TO trucban_person;
GRANT SELECT(void_reason) ON TABLE core.slip TO trucban_person;
REVOKE ALL ON FUNCTION core.lock_slip(p_slip bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.log_reading(p_case bigint, p_what text, p_reason text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.may_read_media(p_media bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text, p_person bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.media_cases(p_media bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.media_damage(p_media core.media) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.media_end(p_media bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.media_family(p_media bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.media_put(p_media bigint, p_index integer, p_data bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.message_answers() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.next_case_number(p_at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.next_rung_at(p_charge bigint, p_since timestamp with time zone, p_due timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.note_first_response(p_case bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.notify_people(p_kind text, p_severity text, p_repeat integer, p_case bigint, p_charge bigint, p_words text[], p_facts jsonb, p_escalation bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.now() FROM PUBLIC;
GRANT ALL ON FUNCTION core.now() TO trucban_gateway;
GRANT ALL ON FUNCTION core.now() TO trucban_person;
REVOKE ALL ON FUNCTION core.one_event_at_a_time(p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.outbox_caught_up(p_id uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.outbox_failed(p_id uuid, p_code integer, p_subcode integer, p_word text, p_detail text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.outbox_is_with(p_id uuid, p_taker text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.outbox_later(p_id uuid, p_after timestamp with time zone, p_state text, p_word text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.outbox_note(p_id uuid, p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.outbox_part_sent(p_id uuid, p_platform_id text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.outbox_sent(p_id uuid, p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.outbox_tells_question() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.paper_head() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.paper_setting(p_key text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.periods_of(p_calendar text, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.personal_data(p_text text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.put_on_duty(p_shift bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.question_over(p_question core.question, p_state text, p_verb text, p_reason text, p_message bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.queue_of(p_status text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.reason_text(p_text text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.recipients(c core."case", p_words text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.recompute_due(p_cause text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.refuse_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.refuse_sealed() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.register_case(c core."case") FROM PUBLIC;
REVOKE ALL ON FUNCTION core.register_shift(s core.shift) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.register_slip(s core.slip) FROM PUBLIC;
GRANT SELECT ON TABLE core.handover TO trucban_person;
REVOKE ALL ON FUNCTION core.release_shift_claims(p_handover core.handover) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.reply_went_out() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.report_data(p_kind text, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.report_metric(p_name text, p_period tstzrange, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.report_period(p_kind text, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_holder(p_case core."case") FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_leader(p_person bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_on_duty(p_shift core.shift) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_readable(p_case bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_report(p_kind text, p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_rule(p_conditions jsonb, p_proposal jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_sendable(p_case bigint, p_kind text, p_media bigint[]) FROM PUBLIC;
GRANT SELECT ON TABLE core.unit TO trucban_person;
REVOKE ALL ON FUNCTION core.require_sendable_to(p_case core."case", p_unit bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_shift_on_duty() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_status(p_case core."case", VARIADIC p_allowed text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_text(p_text text, p_code text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_verb(p_verb text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.require_verifier(p_verifier text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.result_words(c core."case") FROM PUBLIC;
REVOKE ALL ON FUNCTION core.rule_cases(p_conditions jsonb, p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.rule_fits(c core."case", p_conditions jsonb, p_categories bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.rule_query(p_conditions jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.rule_words(p_list jsonb, p_where text) FROM PUBLIC;
GRANT SELECT ON TABLE core.rung TO trucban_person;
REVOKE ALL ON FUNCTION core.rung_at(r core.rung, p_since timestamp with time zone, p_due timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_area(p jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_category(p jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_deadline(p jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_holiday(p jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_row(p_kind text, p_row jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_source(p jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_template(p jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_unit(p jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.save_verb(p_kind text, p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.send_words(p_case bigint, p_revision integer, p_outbox uuid, p_reply jsonb, p_verb text, p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.settle_release(p_case bigint, p_decision text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.shift_answer(p_shift bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.shift_on_duty() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.signed_handover_stays() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.signed_slip_stays() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.sit_down(p_shift bigint, p_person bigint, p_seat text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.slip_answer(p_slip bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.slip_code(p_assignment bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.slip_content(p_assignment bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.slip_sheet(p_slip bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.stage_due(p_category bigint, p_urgency text, p_stage text, p_from timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.stage_due(p_category bigint, p_track text, p_urgency text, p_stage text, p_from timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.stage_dues(p_keys core.due_key[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.stage_of(p_status text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.step(p_case core."case", p_verb text, p_status text, p_reason text, p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.take_back_release(p_case core."case") FROM PUBLIC;
GRANT SELECT ON TABLE core.deadline TO trucban_person;
REVOKE ALL ON FUNCTION core.target(p_category bigint, p_track text, p_urgency text, p_stage text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.tell(p_kind text, p_id bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.tell_desk(p_row core.assignment, p_kind text, p_words text[], p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.tell_unit(p_row core.assignment, p_kind text, p_severity text, p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.term(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.unit_by_code(p_code text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.unit_has_it(p_row core.assignment) FROM PUBLIC;
GRANT SELECT ON TABLE core.reason TO trucban_person;
REVOKE ALL ON FUNCTION core.unit_reason(p_code text, p_text text) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.verify_audit() FROM PUBLIC;
REVOKE ALL ON FUNCTION core.walled(p_about bigint, p_units bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.whole_seconds(p_at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.why_off(p_day date) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.words_found(p_case bigint, p_conditions jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION core.write_audit(p_verb text, p_object text, p_facts jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION desk.acknowledge(p_notices bigint[], p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.acknowledge(p_notices bigint[], p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.add_note(p_case bigint, p_text text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.add_note(p_case bigint, p_text text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.add_person(p_person jsonb, p_verifier text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.add_person(p_person jsonb, p_verifier text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.answer(p_assignment bigint, p_text text, p_media bigint[], p_request uuid, p_names text[], p_partial boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.answer(p_assignment bigint, p_text text, p_media bigint[], p_request uuid, p_names text[], p_partial boolean) TO trucban_person;
REVOKE ALL ON FUNCTION desk.approve_answer(p_answer bigint, p_revision integer, p_text text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.approve_answer(p_answer bigint, p_revision integer, p_text text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.approve_bulletin(p_bulletin bigint, p_revision integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.approve_bulletin(p_bulletin bigint, p_revision integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.ask_citizen(p_assignment bigint, p_text text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.ask_citizen(p_assignment bigint, p_text text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.ask_extension(p_assignment bigint, p_until timestamp with time zone, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.ask_extension(p_assignment bigint, p_until timestamp with time zone, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.begin_shift(p_shift bigint, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.begin_shift(p_shift bigint, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.cancel_send(p_outbox uuid, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.cancel_send(p_outbox uuid, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.cases_behind(p_metric text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text, p_key text, p_after bigint, p_limit integer, p_part text, p_late boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.cases_behind(p_metric text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text, p_key text, p_after bigint, p_limit integer, p_part text, p_late boolean) TO trucban_person;
REVOKE ALL ON FUNCTION desk.change_own_password(p_verifier text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.change_own_password(p_verifier text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.change_person(p_person bigint, p_seen integer, p_changes jsonb, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.change_person(p_person bigint, p_seen integer, p_changes jsonb, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.check_slip(p_case_number text, p_code text) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.check_slip(p_case_number text, p_code text) TO trucban_person;
REVOKE ALL ON FUNCTION desk.citizen_file(p_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.citizen_file(p_case bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.claim(p_case bigint, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.claim(p_case bigint, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.classify(p_case bigint, p_revision integer, p_fields jsonb, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.classify(p_case bigint, p_revision integer, p_fields jsonb, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.clocks(p_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.clocks(p_case bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.close(p_case bigint, p_revision integer, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.close(p_case bigint, p_revision integer, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.confirm(p_assignment bigint, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.confirm(p_assignment bigint, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.cover_media(p_source bigint, p_copy bigint, p_places integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.cover_media(p_source bigint, p_copy bigint, p_places integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.dashboard(p_hours integer) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.dashboard(p_hours integer) TO trucban_person;
REVOKE ALL ON FUNCTION desk.decide_extension(p_extension bigint, p_approve boolean, p_until timestamp with time zone, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.decide_extension(p_extension bigint, p_approve boolean, p_until timestamp with time zone, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.dry_run_rule(p_rule bigint, p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.dry_run_rule(p_rule bigint, p_from timestamp with time zone, p_to timestamp with time zone) TO trucban_person;
REVOKE ALL ON FUNCTION desk.forget_holiday(p_day date, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.forget_holiday(p_day date, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.forward(p_case bigint, p_revision integer, p_units jsonb, p_instruction text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.forward(p_case bigint, p_revision integer, p_units jsonb, p_instruction text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.hand_back(p_assignment bigint, p_code text, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.hand_back(p_assignment bigint, p_code text, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.hand_on(p_assignment bigint, p_unit bigint, p_code text, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.hand_on(p_assignment bigint, p_unit bigint, p_code text, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.hide_comment(p_case bigint, p_revision integer, p_message bigint, p_hidden boolean, p_outbox uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.hide_comment(p_case bigint, p_revision integer, p_message bigint, p_hidden boolean, p_outbox uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.import_boundaries(p_features jsonb, p_attribution text, p_dry_run boolean, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.import_boundaries(p_features jsonb, p_attribution text, p_dry_run boolean, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.import_rows(p_kind text, p_rows jsonb, p_dry_run boolean, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.import_rows(p_kind text, p_rows jsonb, p_dry_run boolean, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.inbox_counts() FROM PUBLIC;
GRANT ALL ON FUNCTION desk.inbox_counts() TO trucban_person;
REVOKE ALL ON FUNCTION desk.inspect_case(p_number text) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.inspect_case(p_number text) TO trucban_person;
REVOKE ALL ON FUNCTION desk.inspect_cases(p_filter jsonb, p_limit integer, p_after bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.inspect_cases(p_filter jsonb, p_limit integer, p_after bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.inspect_slip(p_number text) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.inspect_slip(p_number text) TO trucban_person;
REVOKE ALL ON FUNCTION desk.journal_counts() FROM PUBLIC;
GRANT ALL ON FUNCTION desk.journal_counts() TO trucban_person;
REVOKE ALL ON FUNCTION desk.journal_list(p_state text, p_limit integer, p_after bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.journal_list(p_state text, p_limit integer, p_after bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.journal_show(p_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.journal_show(p_id bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.leave_seat(p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.leave_seat(p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.log_export(p_what text, p_facts jsonb, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.log_export(p_what text, p_facts jsonb, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.make_report(p_kind text, p_day date, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.make_report(p_kind text, p_day date, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.mark_duplicate(p_case bigint, p_revision integer, p_of bigint, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.mark_duplicate(p_case bigint, p_revision integer, p_of bigint, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) TO trucban_person;
REVOKE ALL ON FUNCTION desk.media_chunk(p_media bigint, p_index integer) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.media_chunk(p_media bigint, p_index integer) TO trucban_person;
REVOKE ALL ON FUNCTION desk.media_end(p_media bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.media_end(p_media bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.media_info(p_media bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.media_info(p_media bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.media_put(p_media bigint, p_index integer, p_data bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.media_put(p_media bigint, p_index integer, p_data bytea) TO trucban_person;
REVOKE ALL ON FUNCTION desk.message_versions(p_message bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.message_versions(p_message bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.messages(p_case bigint, p_before_at timestamp with time zone, p_before_id bigint, p_limit integer, p_after_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.messages(p_case bigint, p_before_at timestamp with time zone, p_before_id bigint, p_limit integer, p_after_id bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.metric(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.metric(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) TO trucban_person;
REVOKE ALL ON FUNCTION desk.metric_set(p_wanted jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.metric_set(p_wanted jsonb) TO trucban_person;
REVOKE ALL ON FUNCTION desk.open_case(p_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.open_case(p_case bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.open_identity(p_case bigint, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.open_identity(p_case bigint, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.plan_shift(p_shift bigint, p_seen integer, p_fields jsonb, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.plan_shift(p_shift bigint, p_seen integer, p_fields jsonb, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.prepare_handover(p_to bigint, p_remarks text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.prepare_handover(p_to bigint, p_remarks text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.prepare_slip(p_assignment bigint, p_with_identity boolean, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.prepare_slip(p_assignment bigint, p_with_identity boolean, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.propose(p_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.propose(p_case bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.publish_bulletin(p_bulletin bigint, p_revision integer, p_outbox uuid, p_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.publish_bulletin(p_bulletin bigint, p_revision integer, p_outbox uuid, p_at timestamp with time zone) TO trucban_person;
REVOKE ALL ON FUNCTION desk.read_register(p_kind text, p_from timestamp with time zone, p_to timestamp with time zone, p_after text, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.read_register(p_kind text, p_from timestamp with time zone, p_to timestamp with time zone, p_after text, p_limit integer) TO trucban_person;
REVOKE ALL ON FUNCTION desk.read_report(p_kind text, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.read_report(p_kind text, p_day date) TO trucban_person;
REVOKE ALL ON FUNCTION desk.receive_slip(p_slip bigint, p_by text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.receive_slip(p_slip bigint, p_by text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.refuse_question(p_question bigint, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.refuse_question(p_question bigint, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.reject(p_case bigint, p_revision integer, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.reject(p_case bigint, p_revision integer, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.relay_question(p_question bigint, p_revision integer, p_outbox uuid, p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.relay_question(p_question bigint, p_revision integer, p_outbox uuid, p_text text) TO trucban_person;
REVOKE ALL ON FUNCTION desk.release_claim(p_case bigint, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.release_claim(p_case bigint, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.remind(p_assignment bigint, p_text text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.remind(p_assignment bigint, p_text text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.renew_claim(p_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.renew_claim(p_case bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.reopen(p_case bigint, p_revision integer, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.reopen(p_case bigint, p_revision integer, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.replay(p_bodies bytea[], p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.replay(p_bodies bytea[], p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.reply(p_case bigint, p_revision integer, p_outbox uuid, p_reply jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.reply(p_case bigint, p_revision integer, p_outbox uuid, p_reply jsonb) TO trucban_person;
REVOKE ALL ON FUNCTION desk.reprocess_journal(p_id bigint, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.reprocess_journal(p_id bigint, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.retry_media(p_attachment bigint, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.retry_media(p_attachment bigint, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.retry_send(p_outbox uuid, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.retry_send(p_outbox uuid, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.return_answer(p_answer bigint, p_revision integer, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.return_answer(p_answer bigint, p_revision integer, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.return_bulletin(p_bulletin bigint, p_revision integer, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.return_bulletin(p_bulletin bigint, p_revision integer, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_area(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_area(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_bulletin(p_bulletin bigint, p_revision integer, p_fields jsonb, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_bulletin(p_bulletin bigint, p_revision integer, p_fields jsonb, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_calendar(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_calendar(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_category(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_category(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_deadline(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_deadline(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_draft(p_place text, p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_draft(p_place text, p_text text) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_filter(p_id bigint, p_name text, p_filter jsonb, p_position integer, p_shared boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_filter(p_id bigint, p_name text, p_filter jsonb, p_position integer, p_shared boolean) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_holiday(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_holiday(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_legal_track(p_row jsonb, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_legal_track(p_row jsonb, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_rule(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_rule(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_rung(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_rung(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_setting(p_key text, p_value jsonb, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_setting(p_key text, p_value jsonb, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_source(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_source(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_template(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_template(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_unit(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_unit(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.save_unit_head(p_row jsonb, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.save_unit_head(p_row jsonb, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.schema_version() FROM PUBLIC;
GRANT ALL ON FUNCTION desk.schema_version() TO trucban_person;
REVOKE ALL ON FUNCTION desk.search(p_text text, p_limit integer, p_before_at timestamp with time zone, p_before_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.search(p_text text, p_limit integer, p_before_at timestamp with time zone, p_before_id bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.server_status() FROM PUBLIC;
GRANT ALL ON FUNCTION desk.server_status() TO trucban_person;
REVOKE ALL ON FUNCTION desk.set_password(p_person bigint, p_verifier text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.set_password(p_person bigint, p_verifier text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.set_report_schedule(p_kind text, p_seen integer, p_fields jsonb, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.set_report_schedule(p_kind text, p_seen integer, p_fields jsonb, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.sign_handover(p_handover bigint, p_seen integer, p_words text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.sign_handover(p_handover bigint, p_seen integer, p_words text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.sign_slip(p_slip bigint, p_seen integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.sign_slip(p_slip bigint, p_seen integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.slip_paper(p_slip bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.slip_paper(p_slip bigint) TO trucban_person;
REVOKE ALL ON FUNCTION desk.submit_bulletin(p_bulletin bigint, p_revision integer, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.submit_bulletin(p_bulletin bigint, p_revision integer, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.take_over(p_case bigint, p_revision integer, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.take_over(p_case bigint, p_revision integer, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.take_seat(p_seat text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.take_seat(p_seat text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.term(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.term(p_from timestamp with time zone, p_amount integer, p_unit text, p_calendar text) TO trucban_person;
REVOKE ALL ON FUNCTION desk.verify_audit() FROM PUBLIC;
GRANT ALL ON FUNCTION desk.verify_audit() TO trucban_person;
REVOKE ALL ON FUNCTION desk.verify_media(p_after bigint, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.verify_media(p_after bigint, p_limit integer) TO trucban_person;
REVOKE ALL ON FUNCTION desk.verify_papers() FROM PUBLIC;
GRANT ALL ON FUNCTION desk.verify_papers() TO trucban_person;
REVOKE ALL ON FUNCTION desk.void_slip(p_slip bigint, p_seen integer, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.void_slip(p_slip bigint, p_seen integer, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.wall(p_days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.wall(p_days integer) TO trucban_person;
REVOKE ALL ON FUNCTION desk.withdraw_assignment(p_assignment bigint, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.withdraw_assignment(p_assignment bigint, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.withdraw_bulletin(p_bulletin bigint, p_revision integer, p_reason text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.withdraw_bulletin(p_bulletin bigint, p_revision integer, p_reason text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.withdraw_question(p_question bigint, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.withdraw_question(p_question bigint, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION desk.write_shift_book(p_kind text, p_text text, p_told text, p_request uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION desk.write_shift_book(p_kind text, p_text text, p_told text, p_request uuid) TO trucban_person;
REVOKE ALL ON FUNCTION intake.add_derivative(p_original bigint, p_kind text, p_media bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.add_derivative(p_original bigint, p_kind text, p_media bigint) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.add_message(p_journal bigint, p_page text, p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.amend(p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.apply(p_journal bigint, p_page text, p_event jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.apply(p_journal bigint, p_page text, p_event jsonb) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.attachment_failed(p_id bigint, p_code text, p_retry_at timestamp with time zone, p_refused boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.attachment_failed(p_id bigint, p_code text, p_retry_at timestamp with time zone, p_refused boolean) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.attachment_link(p_id bigint, p_url text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.attachment_link(p_id bigint, p_url text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.attachment_stored(p_id bigint, p_media bigint, p_name text, p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.attachment_stored(p_id bigint, p_media bigint, p_name text, p_kind text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.citizen(p_page text, p_user text, p_name text, p_at timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.depths() FROM PUBLIC;
GRANT ALL ON FUNCTION intake.depths() TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.derivation_failed(p_media bigint, p_error text, p_retry_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.derivation_failed(p_media bigint, p_error text, p_retry_at timestamp with time zone) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.end_duty(p_key text, p_taker text, p_facts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.end_duty(p_key text, p_taker text, p_facts jsonb) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.escalate(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.escalate(p_limit integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.finish_journal(p_id bigint, p_state text, p_error text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.finish_journal(p_id bigint, p_state text, p_error text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.gap(p_platform_id text, p_why text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.gap(p_platform_id text, p_why text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.health(p_key text, p_state text, p_code text, p_facts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.health(p_key text, p_state text, p_code text, p_facts jsonb) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.journal(p_bodies bytea[], p_origin text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.journal(p_bodies bytea[], p_origin text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.journal_counts() FROM PUBLIC;
GRANT ALL ON FUNCTION intake.journal_counts() TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.journal_webhooks(p_bodies bytea[], p_headers text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.journal_webhooks(p_bodies bytea[], p_headers text[]) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.known(p_platform_ids text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.known(p_platform_ids text[]) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.last_event_at() FROM PUBLIC;
GRANT ALL ON FUNCTION intake.last_event_at() TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.make_reports() FROM PUBLIC;
GRANT ALL ON FUNCTION intake.make_reports() TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.media_chunk(p_media bigint, p_index integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.media_chunk(p_media bigint, p_index integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.media_derived(p_media bigint, p_width integer, p_height integer, p_duration_ms integer, p_phash bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.media_derived(p_media bigint, p_width integer, p_height integer, p_duration_ms integer, p_phash bigint) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.media_end(p_media bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.media_end(p_media bigint) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.media_info(p_media bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.media_info(p_media bigint) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.media_put(p_media bigint, p_index integer, p_data bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.media_put(p_media bigint, p_index integer, p_data bytea) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.name_citizen(p_page text, p_user text, p_name text, p_profile jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.name_citizen(p_page text, p_user text, p_name text, p_profile jsonb) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.nameless(p_page text, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.nameless(p_page text, p_limit integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.open_case(p_thread core.thread, p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.open_posts(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.open_posts(p_limit integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.outbox_depth() FROM PUBLIC;
GRANT ALL ON FUNCTION intake.outbox_depth() TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.outbox_failed(p_id uuid, p_taker text, p_code integer, p_subcode integer, p_word text, p_detail text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.outbox_failed(p_id uuid, p_taker text, p_code integer, p_subcode integer, p_word text, p_detail text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.outbox_keep(p_id uuid, p_taker text, p_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.outbox_keep(p_id uuid, p_taker text, p_seconds integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.outbox_later(p_id uuid, p_taker text, p_after timestamp with time zone, p_state text, p_word text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.outbox_later(p_id uuid, p_taker text, p_after timestamp with time zone, p_state text, p_word text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.outbox_note(p_id uuid, p_taker text, p_facts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.outbox_note(p_id uuid, p_taker text, p_facts jsonb) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.outbox_part_sent(p_id uuid, p_taker text, p_platform_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.outbox_part_sent(p_id uuid, p_taker text, p_platform_id text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.outbox_sent(p_id uuid, p_taker text, p_facts jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.outbox_sent(p_id uuid, p_taker text, p_facts jsonb) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.own_comment(p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.own_echo(p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.page_post(p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.park(p_journal bigint, p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.place_comment(p_page text, p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.reprocess_journal(p_id bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.reprocess_journal(p_id bigint) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.scheduled_posts() FROM PUBLIC;
GRANT ALL ON FUNCTION intake.scheduled_posts() TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.sweep(p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.sweep(p_limit integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.take_attachments(p_limit integer, p_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.take_attachments(p_limit integer, p_seconds integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.take_derivations(p_limit integer, p_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.take_derivations(p_limit integer, p_seconds integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.take_duty(p_key text, p_taker text, p_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.take_duty(p_key text, p_taker text, p_seconds integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.take_journal(p_limit integer, p_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.take_journal(p_limit integer, p_seconds integer) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.take_outbox(p_limit integer, p_seconds integer, p_taker text) FROM PUBLIC;
GRANT ALL ON FUNCTION intake.take_outbox(p_limit integer, p_seconds integer, p_taker text) TO trucban_gateway;
REVOKE ALL ON FUNCTION intake.thread(p_page text, p_citizen bigint, p_event jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION intake.watermark(p_page text, p_event jsonb) FROM PUBLIC;
GRANT SELECT ON TABLE core.metric TO trucban_person;
REVOKE ALL ON FUNCTION metric.behind(p_metric core.metric, p_from timestamp with time zone, p_to timestamp with time zone, p_by text, p_key text, p_after bigint, p_limit integer, p_part text, p_late boolean) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.brief(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.by_area(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.charged_time(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.escalations(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.first_response(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.head_spans(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.held_by_shift(p_name text, p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.intake(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.intake_by_hour_weekday(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.key_names(p_by text, p_keys text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.load(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.media_mix(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.misrouted(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.on_time(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.published(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.red_cases(p_now timestamp with time zone, p_limit integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.released(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.resolution(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.rows(p_metric core.metric, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.shift_spans(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.source(p_metric core.metric, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.unclaimed(p_from timestamp with time zone, p_to timestamp with time zone) FROM PUBLIC;
REVOKE ALL ON FUNCTION metric.wanted(p_name text, p_from timestamp with time zone, p_to timestamp with time zone, p_by text) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.lexemes(p_text text) FROM PUBLIC;
REVOKE ALL ON FUNCTION search.make_partitions(p_from date, p_to date) FROM PUBLIC;
GRANT ALL ON FUNCTION search.make_partitions(p_from date, p_to date) TO trucban_gateway;
REVOKE ALL ON FUNCTION search.plain(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION search.plain(p_text text) TO trucban_person;
REVOKE ALL ON FUNCTION search.query(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION search.query(p_text text) TO trucban_person;
REVOKE ALL ON FUNCTION who.is_staff() FROM PUBLIC;
GRANT ALL ON FUNCTION who.is_staff() TO trucban_person;
REVOKE ALL ON FUNCTION who.may_read(p_case bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION who.may_read(p_case bigint) TO trucban_person;
REVOKE ALL ON FUNCTION who.person_id() FROM PUBLIC;
GRANT ALL ON FUNCTION who.person_id() TO trucban_person;
REVOKE ALL ON FUNCTION who.role() FROM PUBLIC;
GRANT ALL ON FUNCTION who.role() TO trucban_person;
REVOKE ALL ON FUNCTION who.unit_id() FROM PUBLIC;
GRANT ALL ON FUNCTION who.unit_id() TO trucban_person;
REVOKE ALL ON FUNCTION who.unit_ids() FROM PUBLIC;
GRANT ALL ON FUNCTION who.unit_ids() TO trucban_person;
REVOKE ALL ON FUNCTION who.unit_line() FROM PUBLIC;
GRANT ALL ON FUNCTION who.unit_line() TO trucban_person;
REVOKE ALL ON FUNCTION who.unit_may_read(p_case bigint, p_about bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION who.unit_may_read(p_case bigint, p_about bigint) TO trucban_person;
GRANT SELECT ON TABLE core.area TO trucban_person;
GRANT SELECT ON TABLE core.area_boundary TO trucban_person;
GRANT SELECT ON TABLE core.audit TO trucban_person;
GRANT SELECT ON TABLE core.bulletin_event TO trucban_person;
GRANT SELECT ON TABLE core.calendar TO trucban_person;
GRANT SELECT ON TABLE core.calendar_period TO trucban_person;
GRANT SELECT ON TABLE core.case_event TO trucban_person;
GRANT SELECT ON TABLE core.category TO trucban_person;
GRANT SELECT ON TABLE core.charge TO trucban_person;
GRANT SELECT ON TABLE core.citizen TO trucban_person;
GRANT SELECT ON TABLE core.draft TO trucban_person;
GRANT SELECT ON TABLE core.due_move TO trucban_person;
GRANT SELECT ON TABLE core.escalation TO trucban_person;
GRANT SELECT ON TABLE core.extension TO trucban_person;
GRANT SELECT ON TABLE core.health TO trucban_person;
GRANT SELECT ON TABLE core.holiday TO trucban_person;
GRANT SELECT ON TABLE core.legal_track TO trucban_person;
GRANT SELECT ON TABLE core.migration TO PUBLIC;
GRANT SELECT ON TABLE core.note TO trucban_person;
GRANT SELECT ON TABLE core.notice TO trucban_person;
GRANT SELECT ON TABLE core.notice_person TO trucban_person;
GRANT SELECT(id) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(kind) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(case_id) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(bulletin_id) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(message_id) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(person_id) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(human) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(final) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(text) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(media_ids) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(state) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(queued_at) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(send_after) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(attempts) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(parts_sent) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(tag) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(error_code) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(error_subcode) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(error_word) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(error_detail) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(sent_at) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(delivered_at) ON TABLE core.outbox TO trucban_person;
GRANT SELECT(seen_at) ON TABLE core.outbox TO trucban_person;
GRANT SELECT ON TABLE core.person TO trucban_person;
GRANT SELECT ON TABLE core.reading TO trucban_person;
GRANT SELECT ON TABLE core.report TO trucban_person;
GRANT SELECT ON TABLE core.report_schedule TO trucban_person;
GRANT SELECT ON TABLE core.rule TO trucban_person;
GRANT SELECT ON TABLE core.rule_run TO trucban_person;
GRANT SELECT ON TABLE core.saved_filter TO trucban_person;
GRANT SELECT ON TABLE core.setting TO trucban_person;
GRANT SELECT ON TABLE core.shift_entry TO trucban_person;
GRANT SELECT ON TABLE core.shift_plan TO trucban_person;
GRANT SELECT ON TABLE core.shift_seat TO trucban_person;
GRANT SELECT ON TABLE core.source TO trucban_person;
GRANT SELECT ON TABLE core.template TO trucban_person;
GRANT SELECT ON TABLE core.unit_answer TO trucban_person;
GRANT SELECT ON TABLE core.unit_head TO trucban_person;
GRANT SELECT ON TABLE core.verb TO trucban_person;
GRANT SELECT ON TABLE desk.area_boundaries TO trucban_person;
GRANT SELECT ON TABLE desk.areas TO trucban_person;
GRANT SELECT ON TABLE desk.assignments TO trucban_person;
GRANT SELECT ON TABLE desk.audit TO trucban_person;
GRANT SELECT ON TABLE desk.bulletin_events TO trucban_person;
GRANT SELECT ON TABLE desk.bulletins TO trucban_person;
GRANT SELECT ON TABLE desk.calendars TO trucban_person;
GRANT SELECT ON TABLE desk.cases TO trucban_person;
GRANT SELECT ON TABLE desk.categories TO trucban_person;
GRANT SELECT ON TABLE desk.charges TO trucban_person;
GRANT SELECT ON TABLE desk.deadlines TO trucban_person;
GRANT SELECT ON TABLE desk.drafts TO trucban_person;
GRANT SELECT ON TABLE desk.due_moves TO trucban_person;
GRANT SELECT ON TABLE desk.escalations TO trucban_person;
GRANT SELECT ON TABLE desk.events TO trucban_person;
GRANT SELECT ON TABLE desk.extensions TO trucban_person;
GRANT SELECT ON TABLE desk.handovers TO trucban_person;
GRANT SELECT ON TABLE desk.health TO trucban_person;
GRANT SELECT ON TABLE desk.holidays TO trucban_person;
GRANT SELECT ON TABLE desk.legal_tracks TO trucban_person;
GRANT SELECT ON TABLE desk.me TO trucban_person;
GRANT SELECT ON TABLE desk.metrics TO trucban_person;
GRANT SELECT ON TABLE desk.notes TO trucban_person;
GRANT SELECT ON TABLE desk.notices TO trucban_person;
GRANT SELECT ON TABLE desk.outbox TO trucban_person;
GRANT SELECT ON TABLE desk.people TO trucban_person;
GRANT SELECT ON TABLE desk.questions TO trucban_person;
GRANT SELECT ON TABLE desk.readings TO trucban_person;
GRANT SELECT ON TABLE desk.reasons TO trucban_person;
GRANT SELECT ON TABLE desk.report_schedules TO trucban_person;
GRANT SELECT ON TABLE desk.reports TO trucban_person;
GRANT SELECT ON TABLE desk.rule_runs TO trucban_person;
GRANT SELECT ON TABLE desk.rules TO trucban_person;
GRANT SELECT ON TABLE desk.rungs TO trucban_person;
GRANT SELECT ON TABLE desk.saved_filters TO trucban_person;
GRANT SELECT ON TABLE desk.settings TO trucban_person;
GRANT SELECT ON TABLE desk.shift_book TO trucban_person;
GRANT SELECT ON TABLE desk.shift_entries TO trucban_person;
GRANT SELECT ON TABLE desk.shift_seats TO trucban_person;
GRANT SELECT ON TABLE desk.shifts TO trucban_person;
GRANT SELECT ON TABLE desk.slips TO trucban_person;
GRANT SELECT ON TABLE desk.sources TO trucban_person;
GRANT SELECT ON TABLE desk.templates TO trucban_person;
GRANT SELECT ON TABLE desk.unit_answers TO trucban_person;
GRANT SELECT ON TABLE desk.unit_heads TO trucban_person;
GRANT SELECT ON TABLE desk.units TO trucban_person;
GRANT SELECT ON TABLE desk.verbs TO trucban_person;
ALTER DEFAULT PRIVILEGES FOR ROLE trucban_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
