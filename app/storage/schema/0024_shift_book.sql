-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: who sits at the desk is on record, and a shift ends with a paper two leaders sign: what is open, what was promised, what burns. With the second
-- signature the claims of those who go home fall free and the next shift is in force
-- oldest-desk: 21
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

ALTER TABLE core.shift ADD planned_start timestamptz;      -- starts_at becomes the moment it really began
CREATE UNIQUE INDEX shift_one_on_duty ON core.shift ((true)) WHERE state = 'on_duty';
CREATE UNIQUE INDEX shift_seat_open ON core.shift_seat (person_id) WHERE to_at IS NULL;
CREATE TABLE core.shift_plan (
    shift_id bigint NOT NULL REFERENCES core.shift ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES core.person,
    seat text NOT NULL DEFAULT '',
    PRIMARY KEY (shift_id, person_id)
);
-- what did not come through the page: an order by phone, a visit, a fault of the line
CREATE TABLE core.shift_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shift_id bigint NOT NULL REFERENCES core.shift,
    at timestamptz NOT NULL,
    person_id bigint NOT NULL REFERENCES core.person,
    kind text NOT NULL CHECK (kind IN ('event', 'order', 'note')),
    text text NOT NULL CHECK (text <> ''),
    told text NOT NULL DEFAULT ''       -- who was told
);
CREATE INDEX ON core.shift_entry (shift_id, id);
CREATE TABLE core.handover (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    from_shift_id bigint NOT NULL UNIQUE REFERENCES core.shift,
    to_shift_id bigint NOT NULL UNIQUE REFERENCES core.shift,
    state text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'signed_out', 'signed')),
    revision int NOT NULL DEFAULT 1,
    content jsonb NOT NULL,
    sha256 text NOT NULL DEFAULT '',            -- of content and remarks as the outgoing leader signed them; in the audit chain too
    remarks text NOT NULL DEFAULT '',           -- of who goes
    opinion text NOT NULL DEFAULT '',           -- of who comes
    prepared_by bigint NOT NULL REFERENCES core.person,
    prepared_at timestamptz NOT NULL,
    outgoing_id bigint REFERENCES core.person,
    outgoing_signed_at timestamptz,
    incoming_id bigint REFERENCES core.person,
    incoming_signed_at timestamptz,
    released jsonb NOT NULL DEFAULT '[]',       -- numbers of the cases that fell free
    CHECK (incoming_id IS DISTINCT FROM outgoing_id OR incoming_id IS NULL),
    CHECK (from_shift_id <> to_shift_id),
    CHECK (state = 'prepared' OR outgoing_signed_at IS NOT NULL),
    CHECK ((state = 'signed') = (incoming_signed_at IS NOT NULL))
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.shift_entry FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.handover FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE FUNCTION core.signed_handover_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.fail('TB403', 'append_only', jsonb_build_object('table', 'handover'));
    RETURN NULL;
END $$;
CREATE TRIGGER signed_stays BEFORE UPDATE ON core.handover FOR EACH ROW WHEN (OLD.state = 'signed') EXECUTE FUNCTION core.signed_handover_stays();

ALTER TABLE core.shift_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.shift_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff ON core.shift_plan FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.shift_entry FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.handover FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
GRANT SELECT ON core.shift_plan, core.shift_entry, core.handover TO trucban_person;

CREATE VIEW desk.shift_book WITH (security_invoker) AS
    SELECT s.id, s.name, s.leader_id, l.name AS leader_name, l.rank AS leader_rank, s.starts_at, s.ends_at, s.ended_at, s.planned_start, s.state, s.revision,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('person', p.person_id, 'name', w.name, 'rank', w.rank, 'seat', p.seat) ORDER BY w.name), '[]')
         FROM core.shift_plan p JOIN core.person w ON w.id = p.person_id WHERE p.shift_id = s.id) AS people
    FROM core.shift s JOIN core.person l ON l.id = s.leader_id;
CREATE VIEW desk.shift_entries WITH (security_invoker) AS
    SELECT e.*, p.name AS person_name FROM core.shift_entry e JOIN core.person p ON p.id = e.person_id;
CREATE VIEW desk.handovers WITH (security_invoker) AS
    SELECT h.*, f.name AS from_shift, t.name AS to_shift, f.leader_id AS outgoing_leader_id, t.leader_id AS incoming_leader_id, fl.name AS outgoing_leader, tl.name AS incoming_leader,
        o.name AS outgoing_name, o.rank AS outgoing_rank, i.name AS incoming_name, i.rank AS incoming_rank, w.name AS prepared_by_name
    FROM core.handover h JOIN core.shift f ON f.id = h.from_shift_id JOIN core.shift t ON t.id = h.to_shift_id JOIN core.person fl ON fl.id = f.leader_id JOIN core.person tl ON tl.id = t.leader_id
    JOIN core.person w ON w.id = h.prepared_by LEFT JOIN core.person o ON o.id = h.outgoing_id LEFT JOIN core.person i ON i.id = h.incoming_id;
GRANT SELECT ON desk.shift_book, desk.shift_entries, desk.handovers TO trucban_person;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('plan_shift', '{supervisor,admin}', 'Plans a shift with its leader and seats, changes or drops it.'),
    ('begin_shift', '{officer,supervisor}', 'The leader begins a shift while none is on duty.'),
    ('take_seat', '{officer,supervisor}', 'Sits down at the desk in the shift on duty.'),
    ('leave_seat', '{officer,supervisor}', 'Leaves the seat.'),
    ('write_shift_book', '{officer,supervisor}', 'Writes into the shift book what did not come through the page.'),
    ('prepare_handover', '{officer,supervisor}', 'Makes the hand-over of the shift on duty from the journal.'),
    ('sign_handover', '{officer,supervisor}', 'Signs a hand-over: the leader who goes, then the leader who comes.');

CREATE FUNCTION core.shift_answer(p_shift bigint) RETURNS jsonb LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('id', s.id, 'name', s.name, 'state', s.state, 'revision', s.revision, 'leader', s.leader_id, 'starts_at', s.starts_at, 'ends_at', s.ends_at) FROM core.shift s WHERE s.id = p_shift
$$;
CREATE FUNCTION core.shift_on_duty() RETURNS core.shift LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT * FROM core.shift WHERE state = 'on_duty'
$$;
CREATE FUNCTION core.require_leader(p_person bigint) RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM core.person WHERE id = p_person AND active AND role IN ('officer', 'supervisor')) THEN
        PERFORM core.fail('TB422', 'leader_unknown', jsonb_build_object('leader', p_person));
    END IF;
END $$;
-- p_fields: {name, leader: id, starts_at, ends_at, people: [{person: id, seat}], drop: true}; p_shift null: a new one. Of a shift on duty only leader, end and people change.
CREATE FUNCTION desk.plan_shift(p_shift bigint, p_seen int, p_fields jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

CREATE FUNCTION core.sit_down(p_shift bigint, p_person bigint, p_seat text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_now timestamptz := core.now();
BEGIN
    UPDATE core.shift_seat SET to_at = greatest(v_now, from_at) WHERE person_id = p_person AND to_at IS NULL;
    INSERT INTO core.shift_seat (shift_id, person_id, seat, from_at) VALUES (p_shift, p_person, left(coalesce(p_seat, ''), 80), v_now)
    ON CONFLICT (shift_id, person_id, from_at) DO UPDATE SET seat = excluded.seat, to_at = NULL;
END $$;
CREATE FUNCTION core.put_on_duty(p_shift bigint) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_now timestamptz := core.now();
BEGIN
    UPDATE core.shift SET state = 'on_duty', starts_at = v_now, ends_at = greatest(ends_at, v_now + interval '1 minute'), revision = revision + 1 WHERE id = p_shift;
    PERFORM core.sit_down(p_shift, leader_id, 'Trưởng ca') FROM core.shift WHERE id = p_shift;
    PERFORM core.tell('admin', 0);
END $$;
CREATE FUNCTION desk.begin_shift(p_shift bigint, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.require_shift_on_duty() RETURNS core.shift LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_shift core.shift := core.shift_on_duty();
BEGIN
    IF v_shift.id IS NULL THEN
        PERFORM core.fail('TB409', 'no_shift_on_duty');
    END IF;
    RETURN v_shift;
END $$;
CREATE FUNCTION desk.take_seat(p_seat text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.leave_seat(p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.require_on_duty(p_shift core.shift) RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_shift.leader_id <> who.person_id() AND NOT EXISTS (SELECT FROM core.shift_seat WHERE shift_id = p_shift.id AND person_id = who.person_id() AND to_at IS NULL) THEN
        PERFORM core.fail('TB403', 'not_on_duty', core.shift_answer(p_shift.id));
    END IF;
END $$;
CREATE FUNCTION desk.write_shift_book(p_kind text, p_text text, p_told text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
