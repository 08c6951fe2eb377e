-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: who asks, what they may, how a step is taken; shared by every verb
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- ── time: ours; a test sets core.setting 'test_now', which no person may write ──
CREATE FUNCTION core.now() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((SELECT (value #>> '{}')::timestamptz FROM core.setting WHERE key = 'test_now'), clock_timestamp())
$$;

-- ── who: from session_user, which a SECURITY DEFINER function does not change ──
CREATE FUNCTION who.person_id() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT id FROM core.person WHERE login = session_user AND active
$$;
CREATE FUNCTION who.role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT role FROM core.person WHERE login = session_user AND active
$$;
CREATE FUNCTION who.is_staff() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.person WHERE login = session_user AND active AND role IN ('officer', 'supervisor', 'admin'))
$$;
-- the units a unit officer answers for: their own and those below it
CREATE FUNCTION who.unit_ids() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE mine AS (
        SELECT unit_id AS id FROM core.person WHERE login = session_user AND active AND role = 'unit'
        UNION
        SELECT u.id FROM core.unit u JOIN mine ON u.parent_id = mine.id
    )
    SELECT coalesce(array_agg(id), '{}') FROM mine WHERE id IS NOT NULL
$$;
CREATE FUNCTION who.unit_id() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT unit_id FROM core.person WHERE login = session_user AND active AND role = 'unit'
$$;
-- a unit officer's own unit and those above it: a complaint about any of these is not for them
CREATE FUNCTION who.unit_line() RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE line AS (
        SELECT who.unit_id() AS id
        UNION
        SELECT u.parent_id FROM core.unit u JOIN line ON u.id = line.id
    )
    SELECT coalesce(array_agg(id), '{}') FROM line WHERE id IS NOT NULL
$$;
CREATE FUNCTION core.walled(p_about bigint, p_units bigint[]) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE below AS (   -- the unit complained of and all below it
        SELECT p_about AS id WHERE p_about IS NOT NULL
        UNION
        SELECT u.id FROM core.unit u JOIN below ON u.parent_id = below.id
    )
    SELECT EXISTS (SELECT FROM below WHERE id = ANY (p_units))
$$;
-- a unit reads a case while it is forwarded to it or a unit below it, and never one that is about itself or a unit above itself
CREATE FUNCTION who.unit_may_read(p_case bigint, p_about bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.assignment a WHERE a.case_id = p_case AND a.unit_id = ANY (who.unit_ids())
                       AND a.state NOT IN ('handed_back', 'withdrawn'))
       AND (p_about IS NULL OR p_about <> ALL (who.unit_line()))
$$;
CREATE FUNCTION who.may_read(p_case bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT who.is_staff() OR EXISTS (SELECT FROM core.case c WHERE c.id = p_case AND who.unit_may_read(c.id, c.about_unit_id))
$$;

-- ── refusals: a kind (SQLSTATE), a stable code, facts for the screen ──
CREATE FUNCTION core.fail(p_state text, p_code text, p_facts jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%', p_code USING ERRCODE = p_state, DETAIL = p_facts::text;
END $$;

CREATE FUNCTION core.tell(p_kind text, p_id bigint) RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_notify('trucban', p_kind || ':' || p_id)
$$;

-- ── audit chain: each row carries the hash of the one before; one writer at a time until its commit ──
CREATE FUNCTION core.audit_row_hash(p_previous bytea, p_id bigint, p_at timestamptz, p_login text, p_verb text, p_object text, p_facts jsonb)
RETURNS bytea LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(p_previous || convert_to(concat_ws(E'\x1f', p_id::text, (extract(epoch FROM p_at) * 1000000)::bigint::text,
        p_login, p_verb, p_object, p_facts::text), 'UTF8'))
$$;
CREATE FUNCTION core.write_audit(p_verb text, p_object text, p_facts jsonb) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
-- walks the whole chain; first_fault null: nothing was changed, taken out or taken off its end
CREATE FUNCTION core.verify_audit() RETURNS TABLE (checked bigint, first_fault bigint) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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

-- ── a verb begins and ends: role checked against core.verb, a repeated request answers as it did the first time ──
CREATE FUNCTION core.begin_verb(p_verb text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.end_verb(p_verb text, p_request uuid, p_object text, p_facts jsonb, p_answer jsonb) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO core.request (id, person_id, verb, answer) VALUES (p_request, who.person_id(), p_verb, p_answer);
    PERFORM core.write_audit(p_verb, p_object, p_facts);
    RETURN p_answer;
END $$;

-- ── due dates ──
CREATE FUNCTION core.is_working_day(p_day date) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE (SELECT kind FROM core.holiday WHERE day = p_day)
           WHEN 'holiday' THEN false WHEN 'swap_off' THEN false WHEN 'swap_work' THEN true
           ELSE extract(isodow FROM p_day) < 6 END
$$;
-- a term in days ends at 24:00 Hanoi time of its last day; the first day is not counted (Civil Code art. 147–148).
-- A last day that is a day off moves to the next working day, but not for days in criminal procedure (art. 134).
CREATE FUNCTION core.due(p_from timestamptz, p_amount int, p_unit text, p_calendar text DEFAULT 'office') RETURNS timestamptz LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_day date := (p_from AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
    v_left int := p_amount;
BEGIN
    CASE p_unit
    WHEN 'minutes' THEN RETURN p_from + make_interval(mins => p_amount);
    WHEN 'hours' THEN RETURN p_from + make_interval(hours => p_amount);
    WHEN 'days' THEN v_day := v_day + p_amount;
    WHEN 'months' THEN v_day := (v_day + make_interval(months => p_amount))::date;
    ELSE
        WHILE v_left > 0 LOOP
            v_day := v_day + 1;
            IF core.is_working_day(v_day) THEN v_left := v_left - 1; END IF;
        END LOOP;
    END CASE;
    WHILE NOT core.is_working_day(v_day) AND NOT (p_unit = 'days' AND p_calendar = 'criminal') LOOP
        v_day := v_day + 1;
    END LOOP;
    RETURN (v_day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh';
END $$;
CREATE FUNCTION core.stage_due(p_category bigint, p_urgency text, p_stage text, p_from timestamptz) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE above AS (   -- the nearest category that has a deadline, then any
        SELECT id, parent_id, 0 AS far FROM core.category WHERE id = p_category
        UNION ALL
        SELECT c.id, c.parent_id, far + 1 FROM core.category c JOIN above ON c.id = above.parent_id WHERE far < 20
    )
    SELECT core.due(p_from, d.amount, d.unit, d.calendar) FROM core.deadline d LEFT JOIN above ON above.id = d.category_id
    WHERE d.stage = p_stage AND (d.category_id IS NULL OR above.id IS NOT NULL) AND (d.urgency IS NULL OR d.urgency = p_urgency)
    ORDER BY above.far NULLS LAST, d.urgency NULLS LAST LIMIT 1
$$;
CREATE FUNCTION core.stage_of(p_status text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE p_status WHEN 'new' THEN 'take_in' WHEN 'reopened' THEN 'take_in' WHEN 'handed_back' THEN 'forward'
        WHEN 'claimed' THEN 'classify' WHEN 'classified' THEN 'forward' WHEN 'forwarded' THEN 'answer'
        WHEN 'answered' THEN 'review' WHEN 'released' THEN 'publish' ELSE '' END
$$;
CREATE FUNCTION core.queue_of(p_status text) RETURNS smallint LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (CASE WHEN p_status IN ('new', 'reopened', 'handed_back') THEN 1 WHEN p_status IN ('claimed', 'classified') THEN 2
        WHEN p_status = 'forwarded' THEN 3 WHEN p_status = 'answered' THEN 4 WHEN p_status IN ('released', 'published') THEN 5 ELSE 6 END)::smallint
$$;

-- queue, stage, due date and the clock that burns first follow from status, category, urgency and the citizen's last message
CREATE FUNCTION core.case_clocks() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_now timestamptz := core.now();
BEGIN
    IF TG_OP = 'INSERT' OR NEW.status IS DISTINCT FROM OLD.status THEN
        NEW.queue := core.queue_of(NEW.status);
        NEW.stage := core.stage_of(NEW.status);
        NEW.stage_since := v_now;
        IF NEW.queue = 6 THEN
            NEW.holder_id := NULL;
            NEW.lease_until := NULL;
            NEW.awaiting_reply := false;
            NEW.closed_at := coalesce(NEW.closed_at, v_now);
        ELSE
            NEW.closed_at := NULL;
        END IF;
    END IF;
    IF TG_OP = 'INSERT' OR NEW.stage IS DISTINCT FROM OLD.stage OR NEW.stage_since IS DISTINCT FROM OLD.stage_since OR NEW.category_id IS DISTINCT FROM OLD.category_id
       OR NEW.urgency IS DISTINCT FROM OLD.urgency THEN
        NEW.due_at := CASE WHEN NEW.stage = '' THEN NULL ELSE core.stage_due(NEW.category_id, NEW.urgency, NEW.stage, NEW.stage_since) END;
    END IF;
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
CREATE TRIGGER clocks BEFORE INSERT OR UPDATE OF status, stage_since, category_id, urgency, awaiting_reply, last_message_at, window_until
    ON core.case FOR EACH ROW EXECUTE FUNCTION core.case_clocks();

-- ── a step of a case ──
CREATE FUNCTION core.case_answer(p_case bigint) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('id', c.id, 'number', c.number, 'status', c.status, 'revision', c.revision,
        'holder', h.login, 'holder_name', h.name, 'lease_until', c.lease_until, 'due_at', c.due_at)
    FROM core.case c LEFT JOIN core.person h ON h.id = c.holder_id WHERE c.id = p_case
$$;
-- the case locked for a step; refused when unseen by this person, or when it changed since p_seen, with what changed
CREATE FUNCTION core.lock_case(p_case bigint, p_seen int) RETURNS core.case LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.require_holder(p_case core.case) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_case.holder_id IS DISTINCT FROM who.person_id() OR p_case.lease_until IS NULL OR p_case.lease_until < core.now() THEN
        PERFORM core.fail('TB409', CASE WHEN p_case.holder_id = who.person_id() THEN 'claim_expired' ELSE 'not_holder' END, core.case_answer(p_case.id));
    END IF;
END $$;
CREATE FUNCTION core.require_status(p_case core.case, VARIADIC p_allowed text[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_case.status <> ALL (p_allowed) THEN
        PERFORM core.fail('TB409', 'wrong_status', core.case_answer(p_case.id) || jsonb_build_object('allowed', p_allowed));
    END IF;
END $$;
CREATE FUNCTION core.require_text(p_text text, p_code text) RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(btrim(p_text, E' \t\r\n'), '') = '' THEN
        PERFORM core.fail('TB422', p_code);
    END IF;
    RETURN normalize(btrim(p_text, E' \t\r\n'), NFC);
END $$;
-- records the step, moves the status and the revision, tells the desks
CREATE FUNCTION core.step(p_case core.case, p_verb text, p_status text, p_reason text DEFAULT '', p_facts jsonb DEFAULT '{}') RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_revision int;
BEGIN
    UPDATE core.case SET status = coalesce(p_status, status), revision = revision + 1 WHERE id = p_case.id RETURNING revision INTO v_revision;
    INSERT INTO core.case_event (case_id, at, person_id, verb, from_status, to_status, revision, seen, reason, facts)
    VALUES (p_case.id, core.now(), who.person_id(), p_verb, p_case.status, coalesce(p_status, p_case.status), v_revision, p_case.revision, coalesce(p_reason, ''), p_facts);
    PERFORM core.tell('case', p_case.id);
    RETURN v_revision;
END $$;
-- the thread of a case: a done case lets go of it, an open one holds it
CREATE FUNCTION core.case_holds_thread() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.queue = 6 THEN
        UPDATE core.thread SET open_case_id = (SELECT max(id) FROM core.case WHERE thread_id = NEW.thread_id AND queue < 6)
        WHERE id = NEW.thread_id AND open_case_id = NEW.id;
    ELSE
        UPDATE core.thread SET open_case_id = NEW.id WHERE id = NEW.thread_id AND open_case_id IS NULL;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER holds_thread AFTER INSERT OR UPDATE OF status ON core.case FOR EACH ROW EXECUTE FUNCTION core.case_holds_thread();

CREATE FUNCTION core.assignment_knows_about() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.about_unit_id := (SELECT about_unit_id FROM core.case WHERE id = NEW.case_id);
    RETURN NEW;
END $$;
CREATE TRIGGER knows_about BEFORE INSERT OR UPDATE OF case_id, about_unit_id ON core.assignment FOR EACH ROW EXECUTE FUNCTION core.assignment_knows_about();
CREATE FUNCTION core.case_tells_about() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.assignment SET about_unit_id = NEW.about_unit_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tells_about AFTER UPDATE OF about_unit_id ON core.case FOR EACH ROW WHEN (NEW.about_unit_id IS DISTINCT FROM OLD.about_unit_id) EXECUTE FUNCTION core.case_tells_about();

-- ── text: one plain key (lower, no marks, đ→d, digits of phone numbers joined) for search; see domain-facts §3 ──
CREATE FUNCTION search.plain(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT translate(lower(normalize(coalesce(p_text, ''), NFKC)),
        'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđð',
        'aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyydd')
$$;
-- the lexemes of a text: its words and each pair of neighbours (mat, xe, may, mat_xe, xe_may); numbers typed with gaps also joined
CREATE FUNCTION search.lexemes(p_text text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
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
END $$;
-- the query of a search: pairs where there are neighbours, else the single word; a number as one
CREATE FUNCTION search.query(p_text text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
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
END $$;

-- month by month, newest first, so that a common phrase stops in the first partition
CREATE TABLE search.message_text (
    message_id bigint NOT NULL,
    case_id bigint NOT NULL,
    sent_at timestamptz NOT NULL,
    lexemes tsvector NOT NULL
) PARTITION BY RANGE (sent_at);
CREATE TABLE search.message_text_rest PARTITION OF search.message_text DEFAULT;
CREATE INDEX ON search.message_text USING gin (lexemes);
CREATE INDEX ON search.message_text (sent_at DESC, message_id DESC);
CREATE INDEX ON search.message_text (message_id);
CREATE TABLE search.partition (
    name text PRIMARY KEY,
    from_at timestamptz NOT NULL UNIQUE,
    to_at timestamptz NOT NULL
);
-- makes the partitions of the months from p_from to p_to that are not there yet; rows that lie in the default one are moved
CREATE FUNCTION search.make_partitions(p_from date, p_to date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
SELECT search.make_partitions((current_date - 62), (current_date + 93));
