-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: every second of a case is charged to exactly one holder; calendars with hours and half days; targets by legal track too;
-- a ladder of notices that climbs exactly once; the tables of questions, extensions, shifts and heads it all stands on
-- oldest-desk: 21
SET LOCAL ROLE trucban_owner;
SET LOCAL lock_timeout = '10s';

-- ── the legal track is what the clock follows; the category is what the page counts (domain facts §1.2) ──
CREATE TABLE core.legal_track (
    code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]*$'),
    name text NOT NULL,
    name_en text NOT NULL,
    basis text NOT NULL DEFAULT '',
    position int NOT NULL DEFAULT 0
);
INSERT INTO core.legal_track (code, name, name_en, basis, position) VALUES
    ('phan_anh_kien_nghi', 'Phản ánh, kiến nghị', 'Reflection or recommendation', 'Luật Tiếp công dân 2013 Đ.28; TT 68/2013/TT-BCA Đ.5, 6', 1),
    ('tin_bao_toi_pham', 'Tin báo về tội phạm', 'Report of a crime', 'BLTTHS 2015 Đ.144–147; TTLT 01/2017; TT 28/2020/TT-BCA', 2),
    ('to_giac_toi_pham', 'Tố giác về tội phạm', 'Denunciation of a crime', 'BLTTHS 2015 Đ.144–147; TTLT 01/2017; TT 28/2020/TT-BCA', 3),
    ('to_cao', 'Tố cáo', 'Denunciation of conduct', 'Luật Tố cáo 2018; TT 85/2020/TT-BCA', 4),
    ('khieu_nai', 'Khiếu nại', 'Complaint', 'Luật Khiếu nại 2011', 5),
    ('xu_ly_vphc', 'Xử lý vi phạm hành chính', 'Administrative violation', 'Luật Xử lý VPHC', 6),
    ('phan_anh_quy_dinh_hanh_chinh', 'Phản ánh về quy định hành chính', 'Reflection on administrative rules', 'NĐ 20/2008 Đ.9', 7),
    ('hoi_dap', 'Hỏi đáp', 'Question', '', 8),
    ('du_lieu_ca_nhan', 'Yêu cầu về dữ liệu cá nhân', 'Request about personal data', 'Luật 91/2025/QH15; NĐ 356/2025 Đ.5', 9),
    ('ngoai_tham_quyen', 'Ngoài thẩm quyền', 'Outside competence', 'TT 28/2020 Đ.4 k.5; TT 68/2013 Đ.6', 10),
    ('khong_xu_ly', 'Không xử lý', 'No action', '', 11);

-- ── calendars. running: hour terms run through nights and holidays; office: hour terms count inside the periods of working days only.
-- Terms in days end at 24:00 of their last day under either; a last day off moves to the next working day, but not where days_stay ──
CREATE TABLE core.calendar (
    code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]*$'),
    name text NOT NULL,
    name_en text NOT NULL DEFAULT '',
    kind text NOT NULL CHECK (kind IN ('running', 'office')),
    days_stay boolean NOT NULL DEFAULT false,   -- criminal procedure: art. 134 moves months, not days
    basis text NOT NULL DEFAULT '',
    revision int NOT NULL DEFAULT 1
);
CREATE TABLE core.calendar_period (
    calendar text NOT NULL REFERENCES core.calendar ON DELETE CASCADE,
    weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    from_time time NOT NULL,
    to_time time NOT NULL,
    CHECK (to_time > from_time),
    PRIMARY KEY (calendar, weekday, from_time)
);
INSERT INTO core.calendar (code, name, name_en, kind, days_stay, basis) VALUES
    ('duty', 'Trực ban 24/7', 'Duty desk, 24/7', 'running', false, 'BLDS 2015 Đ.147, 148'),
    ('office', 'Giờ hành chính của đơn vị', 'Office hours of units', 'office', false, 'BLDS 2015 Đ.147, 148; BLLĐ 2019 Đ.112'),
    ('criminal', 'Tố tụng hình sự', 'Criminal procedure', 'running', true, 'BLTTHS 2015 Đ.134');
INSERT INTO core.calendar_period SELECT 'office', d, f, t FROM generate_series(1, 5) d, (VALUES ('08:00'::time, '12:00'::time), ('13:30'::time, '17:30'::time)) p(f, t);
ALTER TABLE core.holiday DROP CONSTRAINT holiday_kind_check;
ALTER TABLE core.holiday ADD CONSTRAINT holiday_kind_check CHECK (kind IN ('holiday', 'swap_off', 'swap_work', 'half_day', 'to_confirm'));
ALTER TABLE core.holiday ADD works_until time;   -- of a half day; null: noon

ALTER TABLE core.deadline DROP CONSTRAINT deadline_calendar_check;
ALTER TABLE core.deadline ADD FOREIGN KEY (calendar) REFERENCES core.calendar;
ALTER TABLE core.deadline ADD legal_track text REFERENCES core.legal_track;
ALTER TABLE core.deadline ADD basis text NOT NULL DEFAULT '';
ALTER TABLE core.deadline DROP CONSTRAINT deadline_category_id_urgency_stage_key;
ALTER TABLE core.deadline ADD CONSTRAINT deadline_key UNIQUE NULLS NOT DISTINCT (category_id, legal_track, urgency, stage);

-- ── who answers for a unit, and who sits at the desk ──
CREATE TABLE core.unit_head (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    unit_id bigint NOT NULL REFERENCES core.unit,
    person_id bigint REFERENCES core.person,     -- when the head has a login: notices reach it
    name text NOT NULL CHECK (name <> ''),
    rank text NOT NULL DEFAULT '',
    post text NOT NULL DEFAULT '',               -- Trưởng Công an phường, Phó trưởng phòng trực chỉ huy …
    from_at timestamptz NOT NULL,
    to_at timestamptz CHECK (to_at > from_at),
    revision int NOT NULL DEFAULT 1
);
CREATE INDEX ON core.unit_head (unit_id, from_at);
CREATE TABLE core.shift (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),       -- Ca ngày 24/11
    leader_id bigint NOT NULL REFERENCES core.person,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),   -- planned
    ended_at timestamptz,                        -- when both had signed
    state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'on_duty', 'handed_over')),
    revision int NOT NULL DEFAULT 1
);
CREATE INDEX ON core.shift (starts_at);
CREATE TABLE core.shift_seat (
    shift_id bigint NOT NULL REFERENCES core.shift,
    person_id bigint NOT NULL REFERENCES core.person,
    seat text NOT NULL DEFAULT '',
    from_at timestamptz NOT NULL,
    to_at timestamptz,
    PRIMARY KEY (shift_id, person_id, from_at)
);

-- ── the ledger: one row from the moment a holder gets the case to the moment another does. The shift or the head on duty then follows from the times ──
CREATE TABLE core.charge (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL,          -- written by the case's own trigger before the row itself is there, hence no foreign key
    stage text NOT NULL CHECK (stage IN ('take_in', 'classify', 'forward', 'confirm', 'answer', 'review', 'reply', 'publish')),
    holder text NOT NULL CHECK (holder IN ('desk', 'unit', 'citizen', 'channel')),   -- channel: on the way from Facebook to us
    unit_id bigint REFERENCES core.unit,
    assignment_id bigint REFERENCES core.assignment,
    from_at timestamptz NOT NULL,
    to_at timestamptz CHECK (to_at >= from_at),
    due_at timestamptz,
    CHECK ((holder = 'unit') = (unit_id IS NOT NULL))
);
CREATE UNIQUE INDEX charge_open ON core.charge (case_id) WHERE to_at IS NULL;
CREATE INDEX charge_case ON core.charge (case_id, from_at, id);
CREATE INDEX charge_time ON core.charge (from_at);
CREATE INDEX charge_assignment ON core.charge (assignment_id) WHERE assignment_id IS NOT NULL;
CREATE INDEX charge_unit ON core.charge (unit_id, from_at) WHERE unit_id IS NOT NULL;
ALTER TABLE core.case ADD charge_id bigint, ADD charged_to text NOT NULL DEFAULT '', ADD charged_unit_id bigint, ADD escalate_at timestamptz;
CREATE INDEX case_escalate ON core.case (escalate_at) WHERE escalate_at IS NOT NULL;

-- ── units at work: fixed reasons, handing on, questions to the citizen, more time, partial and approved answers ──
CREATE TABLE core.reason (
    code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9_]*$'),
    kind text NOT NULL CHECK (kind IN ('hand_back')),
    name text NOT NULL,
    name_en text NOT NULL,
    misrouted boolean NOT NULL DEFAULT false,   -- counts against the routing
    needs_text boolean NOT NULL DEFAULT false,
    position int NOT NULL DEFAULT 0
);
INSERT INTO core.reason (code, kind, name, name_en, misrouted, needs_text, position) VALUES
    ('not_competent', 'hand_back', 'Không thuộc thẩm quyền của đơn vị', 'Not within the unit''s competence', true, false, 1),
    ('wrong_area', 'hand_back', 'Không thuộc địa bàn', 'Not in the unit''s area', true, false, 2),
    ('conflict', 'hand_back', 'Liên quan đến cán bộ hoặc đơn vị mình', 'Concerns the unit or its own officers', true, false, 3),
    ('handled_before', 'hand_back', 'Đã được giải quyết hoặc trùng vụ việc khác', 'Handled before, or repeats another case', false, true, 4),
    ('too_little', 'hand_back', 'Thiếu thông tin để xác minh', 'Too little to verify', false, true, 5),
    ('beyond_means', 'hand_back', 'Vượt quá khả năng, cần cấp trên hoặc đơn vị nghiệp vụ', 'Beyond the unit''s means', false, true, 6),
    ('other', 'hand_back', 'Lý do khác', 'Another reason', false, true, 7);
ALTER TABLE core.assignment DROP CONSTRAINT assignment_state_check;
ALTER TABLE core.assignment ADD CONSTRAINT assignment_state_check CHECK (state IN ('sent', 'confirmed', 'answered', 'handed_back', 'handed_on', 'withdrawn', 'accepted', 'returned'));
ALTER TABLE core.assignment ADD reason_code text REFERENCES core.reason, ADD handed_on_from bigint REFERENCES core.assignment, ADD due_by_hand boolean NOT NULL DEFAULT false,
    ADD confirm_due_at timestamptz, ADD reminded_at timestamptz, ADD reminders int NOT NULL DEFAULT 0;
DROP INDEX core.assignment_live, core.assignment_one_lead;
CREATE UNIQUE INDEX assignment_live ON core.assignment (case_id, unit_id) WHERE state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted');
CREATE UNIQUE INDEX assignment_one_lead ON core.assignment (case_id) WHERE lead AND state NOT IN ('handed_back', 'handed_on', 'withdrawn', 'accepted');
ALTER TABLE core.unit_answer DROP CONSTRAINT unit_answer_state_check;
ALTER TABLE core.unit_answer ADD CONSTRAINT unit_answer_state_check CHECK (state IN ('submitted', 'approved', 'accepted', 'returned'));
ALTER TABLE core.unit_answer ADD partial boolean NOT NULL DEFAULT false, ADD approved_by bigint REFERENCES core.person, ADD approved_at timestamptz, ADD approved_text text;
CREATE TABLE core.question (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    assignment_id bigint NOT NULL REFERENCES core.assignment,
    person_id bigint NOT NULL REFERENCES core.person,
    text text NOT NULL CHECK (text <> ''),
    state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'sent', 'answered', 'refused', 'withdrawn')),   -- sent: the desk has asked the citizen
    asked_at timestamptz NOT NULL,
    sent_at timestamptz,
    outbox_id uuid REFERENCES core.outbox,
    answered_at timestamptz,
    message_id bigint REFERENCES core.message,    -- the citizen's next words
    reason text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX question_open ON core.question (assignment_id) WHERE state IN ('asked', 'sent');
CREATE INDEX question_case ON core.question (case_id, id);
CREATE INDEX question_message ON core.question (message_id);
CREATE INDEX assignment_handed_on ON core.assignment (handed_on_from) WHERE handed_on_from IS NOT NULL;
CREATE TABLE core.extension (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    assignment_id bigint NOT NULL REFERENCES core.assignment,
    was_due_at timestamptz,
    wanted_until timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason <> ''),
    asked_by bigint NOT NULL REFERENCES core.person,
    asked_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn')),
    decided_by bigint REFERENCES core.person,
    decided_at timestamptz,
    granted_until timestamptz,
    decision text NOT NULL DEFAULT '',
    CHECK (decided_by IS DISTINCT FROM asked_by OR decided_by IS NULL)
);
CREATE UNIQUE INDEX extension_open ON core.extension (assignment_id) WHERE state = 'asked';
CREATE INDEX extension_case ON core.extension (case_id, id);

-- ── the ladder, what was climbed, and who is told ──
CREATE TABLE core.rung (
    code text PRIMARY KEY CHECK (code ~ '^[a-z0-9_]+$'),
    percent int CHECK (percent > 0),             -- of the time of the stage …
    after_minutes int CHECK (after_minutes > 0), -- … or so long after it ran out
    severity text NOT NULL CHECK (severity IN ('info', 'warning', 'urgent', 'alarm')),
    recipients text[] NOT NULL,                  -- holder shift_leader supervisors unit unit_head unit_above, or a unit's code
    repeat_seconds int NOT NULL DEFAULT 0 CHECK (repeat_seconds >= 0),   -- how often a desk sounds again until it is acknowledged
    enabled boolean NOT NULL DEFAULT true,
    revision int NOT NULL DEFAULT 1,
    CHECK ((percent IS NULL) <> (after_minutes IS NULL))
);
INSERT INTO core.rung (code, percent, after_minutes, severity, recipients, repeat_seconds) VALUES
    ('50', 50, NULL, 'info', '{holder}', 0),
    ('80', 80, NULL, 'warning', '{holder,shift_leader,unit_head}', 600),
    ('100', 100, NULL, 'urgent', '{holder,shift_leader,unit_head,supervisors}', 300),
    ('after_24h', NULL, 1440, 'alarm', '{holder,shift_leader,unit_head,unit_above,supervisors,BGD}', 120);
CREATE TABLE core.escalation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    charge_id bigint NOT NULL REFERENCES core.charge,
    rung text NOT NULL REFERENCES core.rung,
    severity text NOT NULL,
    rung_at timestamptz NOT NULL,                -- when it should have been climbed
    at timestamptz NOT NULL,                     -- when it was
    superseded boolean NOT NULL DEFAULT false,   -- a higher one was climbed in the same moment and speaks for it
    told jsonb NOT NULL DEFAULT '[]',            -- [{name, role, unit, as}], also those without a login
    UNIQUE (charge_id, rung)
);
CREATE INDEX escalation_case ON core.escalation (case_id, id);
CREATE INDEX escalation_at ON core.escalation (at);
CREATE TABLE core.notice (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('escalation', 'reminder', 'extension', 'question', 'report', 'handover', 'due_moved')),
    severity text NOT NULL CHECK (severity IN ('info', 'warning', 'urgent', 'alarm')),
    repeat_seconds int NOT NULL DEFAULT 0,
    case_id bigint REFERENCES core.case,
    charge_id bigint REFERENCES core.charge,
    escalation_id bigint REFERENCES core.escalation,
    at timestamptz NOT NULL,
    settled_at timestamptz,                      -- the matter went on: nothing to acknowledge any more
    facts jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX notice_charge ON core.notice (charge_id) WHERE settled_at IS NULL;
CREATE INDEX notice_case ON core.notice (case_id);
CREATE TABLE core.notice_person (
    person_id bigint NOT NULL REFERENCES core.person,
    notice_id bigint NOT NULL REFERENCES core.notice,
    acknowledged_at timestamptz,
    PRIMARY KEY (person_id, notice_id)
);
CREATE INDEX notice_waiting ON core.notice_person (person_id, notice_id) WHERE acknowledged_at IS NULL;

-- ── which due dates a change of the calendar moved ──
CREATE TABLE core.due_move (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id bigint NOT NULL REFERENCES core.case,
    stage text NOT NULL,
    was_at timestamptz,
    now_at timestamptz,
    cause text NOT NULL,
    person_id bigint REFERENCES core.person,
    at timestamptz NOT NULL
);
CREATE INDEX ON core.due_move (at);
CREATE INDEX ON core.due_move (case_id);

CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.charge FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON core.escalation FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.due_move FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();

-- ── due dates ──
CREATE TYPE core.term_end AS (due_at timestamptz, skipped jsonb);
-- the periods of a calendar on a day: none on a day off; a made-up day that has none of its own works like a Monday; a half day stops at noon or when it says
CREATE FUNCTION core.periods_of(p_calendar text, p_day date) RETURNS TABLE (from_time time, to_time time) LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH day AS (SELECT extract(isodow FROM p_day)::smallint AS weekday, (SELECT kind FROM core.holiday WHERE day = p_day) AS kind,
                        (SELECT coalesce(works_until, '12:00') FROM core.holiday WHERE day = p_day AND kind = 'half_day') AS until)
    SELECT p.from_time, least(p.to_time, coalesce(d.until, p.to_time)) FROM day d JOIN core.calendar_period p ON p.calendar = p_calendar
        AND p.weekday = CASE WHEN d.kind = 'swap_work' AND NOT EXISTS (SELECT FROM core.calendar_period x WHERE x.calendar = p_calendar AND x.weekday = d.weekday) THEN 1 ELSE d.weekday END
    WHERE d.kind IS DISTINCT FROM 'holiday' AND d.kind IS DISTINCT FROM 'swap_off' AND p.from_time < coalesce(d.until, '24:00')
    ORDER BY p.from_time
$$;
CREATE FUNCTION core.why_off(p_day date) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((SELECT kind || ': ' || name FROM core.holiday WHERE day = p_day AND kind IN ('holiday', 'swap_off')), CASE extract(isodow FROM p_day) WHEN 6 THEN 'weekend: Saturday' WHEN 7 THEN 'weekend: Sunday' ELSE 'no office hours' END)
$$;
-- When a term is over, and which days were passed over and why. Days in Hanoi. A term in days, working days or months ends at 24:00 of its last day, its first day
-- is not counted, a month ends on the same date or the last of the month (Civil Code art. 147, 148); a last day off moves to the next working day, save days under
-- a calendar whose days stay (criminal procedure, art. 134). Minutes and hours run through nights and holidays under a running calendar and count inside office
-- periods under an office one.
CREATE FUNCTION core.term(p_from timestamptz, p_amount int, p_unit text, p_calendar text DEFAULT 'office') RETURNS core.term_end LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
CREATE OR REPLACE FUNCTION core.due(p_from timestamptz, p_amount int, p_unit text, p_calendar text DEFAULT 'office') RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (core.term(p_from, p_amount, p_unit, p_calendar)).due_at
$$;
-- the target that fits best: the nearest category that has one, then the legal track, then the urgency, then any
CREATE FUNCTION core.target(p_category bigint, p_track text, p_urgency text, p_stage text) RETURNS core.deadline LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE above AS (
        SELECT id, parent_id, 0 AS far FROM core.category WHERE id = p_category
        UNION ALL
        SELECT c.id, c.parent_id, far + 1 FROM core.category c JOIN above ON c.id = above.parent_id WHERE far < 20
    )
    SELECT d.* FROM core.deadline d LEFT JOIN above ON above.id = d.category_id
    WHERE d.stage = p_stage AND (d.category_id IS NULL OR above.id IS NOT NULL) AND (d.legal_track IS NULL OR d.legal_track = p_track) AND (d.urgency IS NULL OR d.urgency = p_urgency)
    ORDER BY above.far NULLS LAST, d.legal_track NULLS LAST, d.urgency NULLS LAST LIMIT 1
$$;
CREATE FUNCTION core.stage_due(p_category bigint, p_track text, p_urgency text, p_stage text, p_from timestamptz) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.due(p_from, d.amount, d.unit, d.calendar) FROM core.target(p_category, p_track, p_urgency, p_stage) d WHERE d.id IS NOT NULL
$$;
CREATE OR REPLACE FUNCTION core.stage_due(p_category bigint, p_urgency text, p_stage text, p_from timestamptz) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.stage_due(p_category, NULL, p_urgency, p_stage, p_from)
$$;

-- ── who holds a case now, for which stage, until when ──
CREATE TYPE core.holding AS (stage text, holder text, unit_id bigint, assignment_id bigint, due_at timestamptz, timed boolean);
CREATE FUNCTION core.charge_wanted(c core.case) RETURNS core.holding LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.rung_at(r core.rung, p_since timestamptz, p_due timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN r.percent IS NOT NULL THEN p_since + greatest(p_due - p_since, interval '0') * (r.percent / 100.0) ELSE p_due + make_interval(mins => r.after_minutes) END
$$;
CREATE FUNCTION core.next_rung_at(p_charge bigint, p_since timestamptz, p_due timestamptz) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT min(core.rung_at(r, p_since, p_due)) FROM core.rung r
    WHERE r.enabled AND p_due IS NOT NULL AND NOT EXISTS (SELECT FROM core.escalation e WHERE e.charge_id = p_charge AND e.rung = r.code)
$$;

-- queue, stage, holder, due date and the clock that burns first follow from status, assignments, category, track, urgency and the citizen's last message.
-- The ledger is written here and nowhere else: the old holder's row ends in the moment the new one's begins.
CREATE OR REPLACE FUNCTION core.case_clocks() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
DROP TRIGGER clocks ON core.case;
CREATE TRIGGER clocks BEFORE INSERT OR UPDATE OF status, stage_since, category_id, legal_track, urgency, awaiting_reply, opened_at, last_message_at, window_until
    ON core.case FOR EACH ROW EXECUTE FUNCTION core.case_clocks();

-- a unit confirms within its own limit; a due date nobody chose by hand follows the target
CREATE FUNCTION core.assignment_due(a core.assignment, c core.case) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN a.due_by_hand THEN a.due_at ELSE core.stage_due(c.category_id, c.legal_track, c.urgency, 'answer', a.sent_at) END
$$;
CREATE FUNCTION core.assignment_limits() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.case := core.case_row(NEW.case_id);
BEGIN
    NEW.confirm_due_at := coalesce(NEW.confirm_due_at, core.stage_due(v_case.category_id, v_case.legal_track, v_case.urgency, 'confirm', NEW.sent_at));
    RETURN NEW;
END $$;
CREATE TRIGGER limits BEFORE INSERT ON core.assignment FOR EACH ROW EXECUTE FUNCTION core.assignment_limits();
CREATE FUNCTION core.case_moves_assignments() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.assignment a SET due_at = core.assignment_due(a, NEW), confirm_due_at = core.stage_due(NEW.category_id, NEW.legal_track, NEW.urgency, 'confirm', a.sent_at)
    WHERE a.case_id = NEW.id AND a.state IN ('sent', 'confirmed', 'returned');
    RETURN NULL;
END $$;
CREATE TRIGGER moves_assignments AFTER UPDATE OF category_id, legal_track, urgency ON core.case FOR EACH ROW
    WHEN (NEW.category_id IS DISTINCT FROM OLD.category_id OR NEW.legal_track IS DISTINCT FROM OLD.legal_track OR NEW.urgency IS DISTINCT FROM OLD.urgency)
    EXECUTE FUNCTION core.case_moves_assignments();

-- after the calendar or a target changed: due dates that follow from it are worked out anew; answers what moved. Times officers chose by hand stay.
CREATE FUNCTION core.recompute_due(p_cause text) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_before bigint := coalesce((SELECT max(id) FROM core.due_move), 0);
BEGIN
    PERFORM 1 FROM core.case WHERE queue <= 5 ORDER BY id FOR UPDATE;
    UPDATE core.assignment a SET due_at = core.assignment_due(a, c), confirm_due_at = core.stage_due(c.category_id, c.legal_track, c.urgency, 'confirm', a.sent_at)
    FROM core.case c WHERE c.id = a.case_id AND c.queue <= 5 AND a.state IN ('sent', 'confirmed', 'returned')
      AND (a.due_at IS DISTINCT FROM core.assignment_due(a, c) OR a.confirm_due_at IS DISTINCT FROM core.stage_due(c.category_id, c.legal_track, c.urgency, 'confirm', a.sent_at));
    INSERT INTO core.due_move (case_id, stage, was_at, now_at, cause, person_id, at)
    SELECT c.id, c.stage, c.due_at, n.due_at, p_cause, who.person_id(), core.now()
    FROM core.case c CROSS JOIN LATERAL (SELECT coalesce(h.due_at, CASE WHEN h.timed THEN core.stage_due(c.category_id, c.legal_track, c.urgency, h.stage, c.stage_since) END) AS due_at
        FROM core.charge_wanted(c) h) n
    WHERE c.queue <= 5 AND n.due_at IS DISTINCT FROM c.due_at;
    UPDATE core.case SET stage_since = stage_since WHERE id IN (SELECT case_id FROM core.due_move WHERE id > v_before);
    PERFORM core.tell('case', case_id) FROM (SELECT case_id FROM core.due_move WHERE id > v_before ORDER BY id LIMIT 200) x;
    RETURN (SELECT jsonb_build_object('moved', count(*), 'cases', coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'stage', m.stage, 'was', m.was_at, 'now', m.now_at) ORDER BY m.id)
        FILTER (WHERE m.id <= v_before + 100), '[]')) FROM core.due_move m JOIN core.case c ON c.id = m.case_id WHERE m.id > v_before);
END $$;

-- ── the ledger, split where the shift on duty or the head of the unit changed: who was responsible, second by second ──
CREATE FUNCTION core.charge_pieces(p_case bigint) RETURNS TABLE (charge_id bigint, stage text, holder text, unit_id bigint, head_id bigint, shift_id bigint, from_at timestamptz, to_at timestamptz,
    due_at timestamptz, running boolean) LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.whole_seconds(p_at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$ SELECT floor(extract(epoch FROM p_at))::bigint $$;
-- the age of a case in seconds: the time it was open, from Facebook's time of its first message; what lay between an end and a reopening is nobody's
CREATE FUNCTION core.case_age(p_case bigint) RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sum(core.whole_seconds(coalesce(to_at, greatest(core.now(), from_at))) - core.whole_seconds(from_at))::bigint FROM core.charge WHERE case_id = p_case
$$;
-- {number, age_s, stages: [{stage, holder, holder_name, unit, unit_name, head, shift, from, to, seconds, due_at, state}], handed_back: [{at, unit, code, reason}]}
-- state: met late (ended), running overdue (now), no_limit. One row for each holder; the seconds add up to age_s
CREATE FUNCTION desk.clocks(p_case bigint) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- ── who is told ──
-- the people and heads meant by a word of a rung; never anybody of a unit the case is about
CREATE FUNCTION core.recipients(c core.case, p_words text[]) RETURNS TABLE (person_id bigint, name text, role text, unit text, as_word text) LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.notify_people(p_kind text, p_severity text, p_repeat int, p_case bigint, p_charge bigint, p_words text[], p_facts jsonb, p_escalation bigint DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case core.case := core.case_row(p_case);
    v_notice bigint;
    v_told jsonb;
BEGIN
    SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'role', r.role, 'unit', r.unit, 'as', r.as_word)), '[]') INTO v_told FROM core.recipients(v_case, p_words) r;
    INSERT INTO core.notice (kind, severity, repeat_seconds, case_id, charge_id, escalation_id, at, facts)
    VALUES (p_kind, p_severity, p_repeat, p_case, p_charge, p_escalation, core.now(), p_facts) RETURNING id INTO v_notice;
    INSERT INTO core.notice_person (person_id, notice_id) SELECT DISTINCT r.person_id, v_notice FROM core.recipients(v_case, p_words) r WHERE r.person_id IS NOT NULL;
    PERFORM core.tell('notice', v_notice);
    RETURN v_told;
END $$;

-- climbs the ladder for cases whose next rung is due; each rung of a charge once, whoever asks and however late. When several are due in one moment the highest speaks
-- for them. Answers how many cases it looked at
CREATE FUNCTION intake.escalate(p_limit int DEFAULT 200) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- ── reading ──
ALTER TABLE core.legal_track ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.calendar_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.reason ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.rung ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.unit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.shift ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.shift_seat ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.charge ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.question ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.extension ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.escalation ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.notice_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.due_move ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.legal_track FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.calendar FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.calendar_period FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.reason FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.rung FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.unit_head FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY staff ON core.shift FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.shift_seat FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.charge FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.escalation FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.due_move FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.question FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.extension FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING ((SELECT who.is_staff()));
CREATE POLICY unit ON core.question FOR SELECT TO trucban_unit USING (EXISTS (SELECT FROM core.assignment a WHERE a.id = assignment_id));
CREATE POLICY unit ON core.extension FOR SELECT TO trucban_unit USING (EXISTS (SELECT FROM core.assignment a WHERE a.id = assignment_id));
CREATE POLICY own ON core.notice_person FOR SELECT TO trucban_person USING (person_id = (SELECT who.person_id()) OR (SELECT who.role()) IN ('supervisor', 'admin'));
-- a notice stays one's own only while its case may be read: it names the case
CREATE POLICY own ON core.notice FOR SELECT TO trucban_person USING (EXISTS (SELECT FROM core.notice_person n WHERE n.notice_id = id)
    AND (case_id IS NULL OR EXISTS (SELECT FROM core.case c WHERE c.id = case_id)));
GRANT SELECT ON core.legal_track, core.calendar, core.calendar_period, core.reason, core.rung, core.unit_head, core.shift, core.shift_seat, core.charge, core.question, core.extension,
    core.escalation, core.notice, core.notice_person, core.due_move TO trucban_person;
CREATE OR REPLACE VIEW desk.deadlines WITH (security_invoker) AS SELECT id, category_id, urgency, stage, amount, unit, calendar, revision, legal_track, basis FROM core.deadline;
CREATE OR REPLACE VIEW desk.holidays WITH (security_invoker) AS SELECT day, kind, name, works_until FROM core.holiday;
CREATE VIEW desk.legal_tracks WITH (security_invoker) AS SELECT * FROM core.legal_track;
CREATE VIEW desk.calendars WITH (security_invoker) AS SELECT c.*, (SELECT coalesce(jsonb_agg(jsonb_build_object('weekday', p.weekday, 'from', to_char(p.from_time, 'HH24:MI'), 'to', to_char(p.to_time, 'HH24:MI'))
    ORDER BY p.weekday, p.from_time), '[]') FROM core.calendar_period p WHERE p.calendar = c.code) AS periods FROM core.calendar c;
CREATE VIEW desk.reasons WITH (security_invoker) AS SELECT * FROM core.reason;
CREATE VIEW desk.rungs WITH (security_invoker) AS SELECT * FROM core.rung;
CREATE VIEW desk.unit_heads WITH (security_invoker) AS SELECT h.*, u.code AS unit, u.name AS unit_name, p.login FROM core.unit_head h JOIN core.unit u ON u.id = h.unit_id LEFT JOIN core.person p ON p.id = h.person_id;
CREATE VIEW desk.shifts WITH (security_invoker) AS SELECT s.*, p.name AS leader_name, p.rank AS leader_rank FROM core.shift s JOIN core.person p ON p.id = s.leader_id;
CREATE VIEW desk.shift_seats WITH (security_invoker) AS SELECT z.*, p.name AS person_name, p.rank AS person_rank, p.login FROM core.shift_seat z JOIN core.person p ON p.id = z.person_id;
CREATE VIEW desk.charges WITH (security_invoker) AS SELECT g.*, u.code AS unit, u.name AS unit_name FROM core.charge g LEFT JOIN core.unit u ON u.id = g.unit_id;
CREATE VIEW desk.questions WITH (security_invoker) AS SELECT q.*, u.code AS unit, u.name AS unit_name, p.name AS person_name FROM core.question q JOIN core.assignment a ON a.id = q.assignment_id
    JOIN core.unit u ON u.id = a.unit_id JOIN core.person p ON p.id = q.person_id;
CREATE VIEW desk.extensions WITH (security_invoker) AS SELECT x.*, u.code AS unit, u.name AS unit_name, p.name AS asked_by_name, d.name AS decided_by_name FROM core.extension x JOIN core.assignment a ON a.id = x.assignment_id
    JOIN core.unit u ON u.id = a.unit_id JOIN core.person p ON p.id = x.asked_by LEFT JOIN core.person d ON d.id = x.decided_by;
CREATE VIEW desk.escalations WITH (security_invoker) AS SELECT e.*, g.stage, g.holder, g.unit_id FROM core.escalation e JOIN core.charge g ON g.id = e.charge_id;
CREATE VIEW desk.due_moves WITH (security_invoker) AS SELECT m.*, c.number, p.name AS person_name FROM core.due_move m JOIN core.case c ON c.id = m.case_id LEFT JOIN core.person p ON p.id = m.person_id;
-- what rings at this person's desk: nobody has acknowledged it for them and the matter has not gone on
CREATE VIEW desk.notices WITH (security_invoker) AS
    SELECT n.id, n.kind, n.severity, n.repeat_seconds, n.case_id, c.number, c.first_words, c.urgency, n.at, n.facts, u.code AS unit, u.name AS unit_name
    FROM core.notice_person w JOIN core.notice n ON n.id = w.notice_id LEFT JOIN core.case c ON c.id = n.case_id LEFT JOIN core.unit u ON u.id = c.charged_unit_id
    WHERE w.person_id = who.person_id() AND w.acknowledged_at IS NULL AND n.settled_at IS NULL;
GRANT SELECT ON desk.legal_tracks, desk.calendars, desk.reasons, desk.rungs, desk.unit_heads, desk.shifts, desk.shift_seats, desk.charges, desk.questions, desk.extensions, desk.escalations,
    desk.due_moves, desk.notices TO trucban_person;

-- ── verbs ──
INSERT INTO core.verb (name, roles, sentence) VALUES
    ('acknowledge', '{officer,supervisor,unit,admin}', 'Says that one has seen a notice; it sounds no more.'),
    ('save_calendar', '{admin}', 'Changes the hours of a calendar; due dates are worked out anew.'),
    ('save_unit_head', '{admin,supervisor}', 'Records who heads a unit from when to when.'),
    ('save_rung', '{admin}', 'Changes a rung of the ladder of escalation.'),
    ('save_legal_track', '{admin}', 'Changes the words and the basis of a legal track.'),
    ('forget_holiday', '{admin}', 'Takes a day out of the calendar again; due dates are worked out anew.');
CREATE FUNCTION desk.acknowledge(p_notices bigint[], p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('acknowledge', p_request);
    v_count int;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    UPDATE core.notice_person SET acknowledged_at = core.now() WHERE person_id = who.person_id() AND notice_id = ANY (p_notices) AND acknowledged_at IS NULL;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN core.end_verb('acknowledge', p_request, 'notices', jsonb_build_object('notices', p_notices), jsonb_build_object('acknowledged', v_count));
END $$;
-- p_row: {code, name, name_en, kind, days_stay, basis, periods: [{weekday, from, to}]}; p_seen: its revision, null adds
CREATE FUNCTION desk.save_calendar(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
END $$;
-- what every change of the table of days and of the targets does too: {id, moved, cases}
CREATE FUNCTION core.with_moved(p_answer jsonb, p_cause text) RETURNS jsonb LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT p_answer || core.recompute_due(p_cause)
$$;
CREATE OR REPLACE FUNCTION desk.save_deadline(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.with_moved(core.save_verb('deadline', p_row, p_seen, p_request), 'deadline')
$$;
CREATE OR REPLACE FUNCTION desk.save_holiday(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.with_moved(core.save_verb('holiday', p_row, p_seen, p_request), 'holiday:' || (p_row ->> 'date'))
$$;
CREATE FUNCTION desk.forget_holiday(p_day date, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE OR REPLACE FUNCTION core.save_holiday(p jsonb) RETURNS bigint LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.holiday (day, kind, name, works_until) VALUES ((p ->> 'date')::date, p ->> 'kind', coalesce(p ->> 'name', ''), nullif(p ->> 'works_until', '')::time)
    ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name, works_until = excluded.works_until RETURNING 0::bigint
$$;
CREATE OR REPLACE FUNCTION core.save_deadline(p jsonb) RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
-- p_row: {id, unit: code, login, name, rank, post, from, to}
CREATE FUNCTION desk.save_unit_head(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
-- p_row: {code, percent | after_minutes, severity, recipients: [text], repeat_seconds, enabled}
CREATE FUNCTION desk.save_rung(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.save_legal_track(p_row jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE OR REPLACE FUNCTION desk.import_rows(p_kind text, p_rows jsonb, p_dry_run boolean, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
-- for the command line and the screens: when a term ends and what it passed over
CREATE FUNCTION desk.term(p_from timestamptz, p_amount int, p_unit text, p_calendar text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('due_at', t.due_at, 'skipped', t.skipped) FROM core.term(p_from, p_amount, p_unit, p_calendar) t WHERE who.person_id() IS NOT NULL
$$;

-- ── what was there before: the history from the steps, the present from what is wanted now ──
ALTER TABLE core.case DISABLE TRIGGER clocks;
WITH steps AS (
    SELECT e.case_id, e.id, e.to_status, CASE WHEN row_number() OVER w = 1 THEN least(e.at, c.opened_at) ELSE e.at END AS at, lead(e.at) OVER w AS next, c.queue, c.stage_since, c.closed_at
    FROM core.case_event e JOIN core.case c ON c.id = e.case_id
    WHERE e.to_status IS NOT NULL AND e.from_status IS DISTINCT FROM e.to_status WINDOW w AS (PARTITION BY e.case_id ORDER BY e.id)
), spans AS (
    SELECT *, greatest(at, coalesce(next, CASE WHEN queue = 6 THEN coalesce(closed_at, at) ELSE stage_since END)) AS until FROM steps
), held AS (
    SELECT s.*, CASE WHEN s.to_status = 'forwarded' THEN (SELECT a.unit_id FROM core.assignment a WHERE a.case_id = s.case_id AND a.lead AND a.sent_at <= s.until ORDER BY a.sent_at DESC LIMIT 1) END AS unit_id
    FROM spans s WHERE s.to_status NOT IN ('closed', 'rejected', 'duplicate') AND (s.queue = 6 OR s.at < s.stage_since)
)
INSERT INTO core.charge (case_id, stage, holder, unit_id, from_at, to_at)
SELECT case_id, CASE WHEN to_status = 'published' THEN 'publish' ELSE core.stage_of(to_status) END, CASE WHEN unit_id IS NULL THEN 'desk' ELSE 'unit' END, unit_id, at, until FROM held ORDER BY case_id, id;
INSERT INTO core.charge (case_id, stage, holder, unit_id, assignment_id, from_at, due_at)
SELECT c.id, h.stage, h.holder, h.unit_id, h.assignment_id, least(c.stage_since, core.now()), c.due_at FROM core.case c CROSS JOIN LATERAL core.charge_wanted(c) h WHERE c.queue <= 5;
UPDATE core.case c SET charge_id = g.id, charged_to = g.holder, charged_unit_id = g.unit_id, stage = g.stage, escalate_at = core.next_rung_at(g.id, c.stage_since, c.due_at)
FROM core.charge g WHERE g.case_id = c.id AND g.to_at IS NULL;
ALTER TABLE core.case ENABLE TRIGGER clocks;
UPDATE core.assignment a SET confirm_due_at = core.stage_due(c.category_id, c.legal_track, c.urgency, 'confirm', a.sent_at) FROM core.case c WHERE c.id = a.case_id AND a.state = 'sent';

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION desk.clocks(bigint), desk.acknowledge(bigint[], uuid), desk.save_calendar(jsonb, int, uuid), desk.forget_holiday(date, uuid), desk.save_unit_head(jsonb, int, uuid),
    desk.save_rung(jsonb, int, uuid), desk.save_legal_track(jsonb, uuid), desk.term(timestamptz, int, text, text), intake.escalate(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk.clocks(bigint), desk.acknowledge(bigint[], uuid), desk.save_calendar(jsonb, int, uuid), desk.forget_holiday(date, uuid), desk.save_unit_head(jsonb, int, uuid),
    desk.save_rung(jsonb, int, uuid), desk.save_legal_track(jsonb, uuid), desk.term(timestamptz, int, text, text) TO trucban_person;
GRANT EXECUTE ON FUNCTION intake.escalate(int) TO trucban_gateway;
