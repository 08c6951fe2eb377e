-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: what people may read: row-level security on the tables, views that run with the reader's own rights
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

GRANT USAGE ON SCHEMA desk, core, who, search TO trucban_person;
GRANT USAGE ON SCHEMA intake TO trucban_gateway;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA who TO trucban_person;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core, intake, search FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA intake TO trucban_gateway;
-- steps of intake.apply, not to be taken alone
REVOKE EXECUTE ON FUNCTION intake.citizen(text, text, text, timestamptz), intake.thread(text, bigint, jsonb), intake.open_case(core.thread, jsonb),
    intake.amend(jsonb), intake.park(bigint, jsonb), intake.own_echo(jsonb), intake.add_message(bigint, text, jsonb), intake.watermark(text, jsonb),
    intake.page_post(jsonb) FROM trucban_gateway;
GRANT EXECUTE ON FUNCTION search.make_partitions(date, date), core.now() TO trucban_gateway;
GRANT USAGE ON SCHEMA search, core TO trucban_gateway;
GRANT EXECUTE ON FUNCTION core.now(), core.due(timestamptz, int, text, text), core.is_working_day(date), search.plain(text), search.query(text) TO trucban_person;

-- reference data: everyone reads
ALTER TABLE core.unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.area ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.category ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.deadline ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.holiday ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.template ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.source ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.health ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.verb ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.migration ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.migration FOR SELECT USING (true);    -- a desk asks before it knows whether it may stay
CREATE POLICY readable ON core.unit FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.area FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.category FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.deadline FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.holiday FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.template FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.source FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.person FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.health FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.verb FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
CREATE POLICY readable ON core.setting FOR SELECT TO trucban_person USING ((SELECT who.person_id()) IS NOT NULL);
GRANT SELECT ON core.unit, core.area, core.category, core.deadline, core.holiday, core.template, core.source, core.person, core.health, core.verb, core.setting TO trucban_person;

-- Cases and what hangs on them. Staff and units have policies of their own, so that neither pays for the other's: for staff it is one constant
-- a query, for a unit plain columns against two small arrays made once a query. No function is called row by row, and no OR keeps indexes away.
ALTER TABLE core.assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.case ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.unit_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.case_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff ON core.assignment FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.case FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.unit_answer FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING ((SELECT who.is_staff()));
CREATE POLICY staff ON core.case_event FOR SELECT TO trucban_officer, trucban_supervisor, trucban_admin USING ((SELECT who.is_staff()));
CREATE POLICY unit ON core.assignment FOR SELECT TO trucban_unit USING (unit_id = ANY ((SELECT who.unit_ids())::bigint[]) AND state NOT IN ('handed_back', 'withdrawn')
    AND (about_unit_id IS NULL OR about_unit_id <> ALL ((SELECT who.unit_line())::bigint[])));
CREATE POLICY unit ON core.case FOR SELECT TO trucban_unit USING ((about_unit_id IS NULL OR about_unit_id <> ALL ((SELECT who.unit_line())::bigint[]))
    AND EXISTS (SELECT FROM core.assignment a WHERE a.case_id = "case".id));
CREATE POLICY unit ON core.unit_answer FOR SELECT TO trucban_unit USING (EXISTS (SELECT FROM core.assignment a WHERE a.id = assignment_id));
-- why the centre opened an identity is the centre's own
CREATE POLICY unit ON core.case_event FOR SELECT TO trucban_unit USING (verb <> 'open_identity' AND EXISTS (SELECT FROM core.case c WHERE c.id = case_id));
ALTER TABLE core.note ENABLE ROW LEVEL SECURITY;    -- notes are the centre's own
CREATE POLICY readable ON core.note FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
ALTER TABLE core.outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.outbox FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
ALTER TABLE core.citizen ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.citizen FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
ALTER TABLE core.bulletin ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.bulletin FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
ALTER TABLE core.bulletin_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY readable ON core.bulletin_event FOR SELECT TO trucban_person USING ((SELECT who.is_staff()));
ALTER TABLE core.draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON core.draft FOR SELECT TO trucban_person USING (person_id = (SELECT who.person_id()));
ALTER TABLE core.saved_filter ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON core.saved_filter FOR SELECT TO trucban_person USING (shared OR person_id = (SELECT who.person_id()));
ALTER TABLE core.reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervisors ON core.reading FOR SELECT TO trucban_person USING ((SELECT who.role()) IN ('supervisor', 'admin'));
ALTER TABLE core.audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY supervisors ON core.audit FOR SELECT TO trucban_person USING ((SELECT who.role()) IN ('supervisor', 'admin'));
-- never readable by people directly, whatever is granted by mistake later: who the citizen is, raw bodies, words, bytes, links
ALTER TABLE core.citizen_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.thread ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.message_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.media ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.media_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.media_derivative ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.parked ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.request ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.case_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.gap ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.message_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.partition ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON core.assignment, core.unit_answer, core.case_event, core.note, core.citizen, core.bulletin, core.bulletin_event, core.draft,
    core.saved_filter, core.reading, core.audit TO trucban_person;
GRANT SELECT ON core.case TO trucban_person;
GRANT SELECT (id, kind, case_id, bulletin_id, message_id, person_id, human, final, text, media_ids, state, queued_at, send_after, attempts, parts_sent, tag,
    error_code, error_subcode, error_word, error_detail, sent_at, delivered_at, seen_at) ON core.outbox TO trucban_person;

CREATE VIEW desk.me WITH (security_invoker) AS
    SELECT p.id, p.login, p.name, p.rank, p.role, p.unit_id, u.code AS unit_code, u.name AS unit_name, who.unit_ids() AS unit_ids
    FROM core.person p LEFT JOIN core.unit u ON u.id = p.unit_id WHERE p.login = session_user AND p.active;
-- one row a case, as the inbox paints it; keyset: (burns_at, id) or (last_message_at, id)
CREATE VIEW desk.cases WITH (security_invoker) AS
    SELECT c.id, c.number, c.status, c.queue, c.revision, c.channel, c.citizen_id, c.category_id, g.code AS category, g.name AS category_name, g.name_en AS category_name_en,
        c.urgency, c.legal_track, c.area_id, a.name AS area, c.lead_unit_id, u.code AS unit, u.name AS unit_name, c.about_unit_id,
        c.holder_id, h.login AS holder, h.name AS holder_name, c.lease_until, c.opened_at, c.received_at, c.last_message_at,
        c.stage, c.stage_since, c.due_at, c.window_until, c.burns_at, c.burns_clock, c.awaiting_reply, c.first_words, c.last_words, c.messages, c.unread,
        c.images, c.videos, c.audios, c.files, c.thumb_media_id, c.duplicate_of, c.decision, c.answered_elsewhere, c.released_at, c.published_at, c.closed_at
    FROM core.case c LEFT JOIN core.category g ON g.id = c.category_id LEFT JOIN core.area a ON a.id = c.area_id
    LEFT JOIN core.unit u ON u.id = c.lead_unit_id LEFT JOIN core.person h ON h.id = c.holder_id;
CREATE VIEW desk.assignments WITH (security_invoker) AS
    SELECT a.*, u.code AS unit, u.name AS unit_name, s.name AS sent_by_name, k.name AS confirmed_by_name
    FROM core.assignment a JOIN core.unit u ON u.id = a.unit_id JOIN core.person s ON s.id = a.sent_by LEFT JOIN core.person k ON k.id = a.confirmed_by;
CREATE VIEW desk.unit_answers WITH (security_invoker) AS
    SELECT n.*, p.name AS person_name, p.rank AS person_rank FROM core.unit_answer n JOIN core.person p ON p.id = n.person_id;
CREATE VIEW desk.events WITH (security_invoker) AS
    SELECT e.*, p.login AS person, p.name AS person_name, p.rank AS person_rank FROM core.case_event e LEFT JOIN core.person p ON p.id = e.person_id;
CREATE VIEW desk.notes WITH (security_invoker) AS
    SELECT n.*, p.name AS person_name FROM core.note n JOIN core.person p ON p.id = n.person_id;
CREATE VIEW desk.outbox WITH (security_invoker) AS
    SELECT o.id, o.kind, o.case_id, o.bulletin_id, o.message_id, o.person_id, p.name AS person_name, o.human, o.final, o.text, o.media_ids, o.state, o.queued_at, o.send_after,
        o.attempts, o.parts_sent, o.tag, o.error_code, o.error_subcode, o.error_word, o.error_detail, o.sent_at, o.delivered_at, o.seen_at
    FROM core.outbox o LEFT JOIN core.person p ON p.id = o.person_id;
CREATE VIEW desk.bulletins WITH (security_invoker) AS
    SELECT b.*, a.name AS author_name, ap.name AS approver_name, su.name AS submitter_name, s.code AS source, s.name AS source_name, c.number AS case_number
    FROM core.bulletin b JOIN core.person a ON a.id = b.author_id LEFT JOIN core.person ap ON ap.id = b.approved_by LEFT JOIN core.person su ON su.id = b.submitted_by
    LEFT JOIN core.source s ON s.id = b.source_id LEFT JOIN core.case c ON c.id = b.case_id;
CREATE VIEW desk.bulletin_events WITH (security_invoker) AS
    SELECT e.*, p.name AS person_name FROM core.bulletin_event e LEFT JOIN core.person p ON p.id = e.person_id;
CREATE VIEW desk.units WITH (security_invoker) AS SELECT * FROM core.unit;
CREATE VIEW desk.areas WITH (security_invoker) AS SELECT * FROM core.area;
CREATE VIEW desk.categories WITH (security_invoker) AS SELECT * FROM core.category;
CREATE VIEW desk.deadlines WITH (security_invoker) AS SELECT * FROM core.deadline;
CREATE VIEW desk.holidays WITH (security_invoker) AS SELECT * FROM core.holiday;
CREATE VIEW desk.templates WITH (security_invoker) AS SELECT * FROM core.template;
CREATE VIEW desk.sources WITH (security_invoker) AS SELECT * FROM core.source;
CREATE VIEW desk.people WITH (security_invoker) AS
    SELECT p.id, p.login, p.name, p.rank, p.role, p.unit_id, u.code AS unit, p.active, p.revision FROM core.person p LEFT JOIN core.unit u ON u.id = p.unit_id;
CREATE VIEW desk.health WITH (security_invoker) AS SELECT * FROM core.health;
CREATE VIEW desk.verbs WITH (security_invoker) AS SELECT * FROM core.verb;
CREATE VIEW desk.settings WITH (security_invoker) AS SELECT * FROM core.setting;
CREATE VIEW desk.drafts WITH (security_invoker) AS SELECT place, text, saved_at FROM core.draft WHERE person_id = who.person_id();
CREATE VIEW desk.saved_filters WITH (security_invoker) AS SELECT * FROM core.saved_filter;
CREATE VIEW desk.readings WITH (security_invoker) AS
    SELECT r.*, p.login, p.name AS person_name FROM core.reading r JOIN core.person p ON p.id = r.person_id;
CREATE VIEW desk.audit WITH (security_invoker) AS SELECT * FROM core.audit;
GRANT SELECT ON ALL TABLES IN SCHEMA desk TO trucban_person;

-- the newest schema a desk speaks with, and the oldest desk that may stay connected (filled by the migrator)
CREATE FUNCTION desk.schema_version() RETURNS TABLE (number int, oldest_desk int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT max(m.number)::int, max(m.oldest_desk)::int FROM core.migration m
$$;

-- ── reading what is not a table: each reading of a case is logged, once in ten minutes a person and case ──
-- Who is told a secret and rolls back leaves no row; the server's own log has the line all the same.
CREATE FUNCTION core.log_reading(p_case bigint, p_what text, p_reason text DEFAULT '') RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_what = 'identity' THEN
        RAISE LOG 'trucban: % opens the identity of case %', session_user, p_case;
    END IF;
    IF p_what = 'identity' OR NOT EXISTS (SELECT FROM core.reading WHERE case_id = p_case AND person_id = who.person_id() AND what = p_what
            AND at > core.now() - interval '10 minutes') THEN
        INSERT INTO core.reading (at, person_id, case_id, what, reason) VALUES (core.now(), who.person_id(), p_case, p_what, p_reason);
    END IF;
END $$;
CREATE FUNCTION core.require_readable(p_case bigint) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_case IS NULL OR NOT who.may_read(p_case) OR NOT EXISTS (SELECT FROM core.case WHERE id = p_case) THEN
        PERFORM core.fail('TB404', 'case_not_found', jsonb_build_object('case', p_case));
    END IF;
END $$;
-- Messages of a case in the order of Facebook's time. p_before_at/p_before_id: older than that key (null: the newest), p_limit ≤ 500.
-- p_after_id: only messages with a greater id (live tail). No platform ids, no links: those are the gateway's.
CREATE FUNCTION desk.messages(p_case bigint, p_before_at timestamptz DEFAULT NULL, p_before_id bigint DEFAULT NULL, p_limit int DEFAULT 100, p_after_id bigint DEFAULT NULL)
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
             'media', a.media_id, 'mime', f.mime, 'bytes', f.bytes, 'width', f.width, 'height', f.height, 'duration_ms', f.duration_ms,
             'sha256', encode(f.sha256, 'hex'), 'derive_state', f.derive_state, 'derive_error', f.derive_error,
             'derivatives', (SELECT coalesce(jsonb_object_agg(d.kind, jsonb_build_object('media', d.media_id, 'bytes', x.bytes, 'mime', x.mime)), '{}')
                             FROM core.media_derivative d JOIN core.media x ON x.id = d.media_id WHERE d.original_id = a.media_id)) ORDER BY a.ordinal), '[]')
         FROM core.attachment a LEFT JOIN core.media f ON f.id = a.media_id WHERE a.message_id = m.id),
        m.outbox_id, o.state, o.error_word, o.tag, o.delivered_at, o.seen_at, o.kind
    FROM core.message m LEFT JOIN core.person p ON p.id = m.person_id LEFT JOIN core.outbox o ON o.id = m.outbox_id
    WHERE m.case_id = p_case AND (p_before_at IS NULL OR (m.sent_at, m.id) < (p_before_at, p_before_id)) AND (p_after_id IS NULL OR m.id > p_after_id)
    ORDER BY m.sent_at DESC, m.id DESC LIMIT least(p_limit, 500);
END $$;
CREATE FUNCTION desk.message_versions(p_message bigint) RETURNS TABLE (version int, text text, replaced_at timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_readable((SELECT case_id FROM core.message WHERE id = p_message));
    RETURN QUERY SELECT v.version, v.text, v.replaced_at FROM core.message_version v WHERE v.message_id = p_message ORDER BY v.version;
END $$;
-- The citizen's file beside a case: alias, earlier cases this person may read. Never who it is.
CREATE FUNCTION desk.citizen_file(p_case bigint) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- ── media for people: what hangs on a case they may read, on a unit's answer, on a bulletin, or what they uploaded themselves ──
CREATE FUNCTION core.media_cases(p_media bigint) RETURNS SETOF bigint LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH originals AS (SELECT p_media AS id UNION SELECT original_id FROM core.media_derivative WHERE media_id = p_media)
    SELECT a.case_id FROM core.attachment a JOIN originals o ON o.id = a.media_id
    -- a unit reads its own answers, not those of the others
    UNION SELECT n.case_id FROM originals o JOIN core.unit_answer n ON n.media_ids @> ARRAY[o.id] JOIN core.assignment s ON s.id = n.assignment_id
        WHERE who.is_staff() OR (s.unit_id = ANY (who.unit_ids()) AND s.state NOT IN ('handed_back', 'withdrawn'))
    UNION SELECT b.case_id FROM originals o JOIN core.outbox b ON b.media_ids @> ARRAY[o.id] WHERE b.case_id IS NOT NULL
$$;
CREATE INDEX unit_answer_media ON core.unit_answer USING gin (media_ids);
CREATE INDEX outbox_media ON core.outbox USING gin (media_ids);
CREATE INDEX bulletin_media ON core.bulletin USING gin (media_ids);
CREATE FUNCTION core.may_read_media(p_media bigint) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.media WHERE id = p_media AND uploaded_by = who.person_id())
        OR EXISTS (SELECT FROM core.media_derivative d JOIN core.media m ON m.id = d.original_id WHERE d.media_id = p_media AND m.uploaded_by = who.person_id())
        OR EXISTS (SELECT FROM core.media_cases(p_media) c WHERE who.may_read(c))
        OR (who.is_staff() AND EXISTS (SELECT FROM core.bulletin b WHERE b.media_ids @> ARRAY[p_media]))
        OR (who.is_staff() AND EXISTS (SELECT FROM core.bulletin b JOIN core.media_derivative d ON b.media_ids @> ARRAY[d.original_id] WHERE d.media_id = p_media))
$$;
CREATE FUNCTION desk.media_info(p_media bigint) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.may_read_media(p_media) THEN
        PERFORM core.fail('TB404', 'media_not_found', jsonb_build_object('media', p_media));
    END IF;
    RETURN (SELECT jsonb_build_object('id', id, 'sha256', encode(sha256, 'hex'), 'bytes', bytes, 'mime', mime, 'kind', kind, 'complete', complete, 'width', width, 'height', height,
        'duration_ms', duration_ms, 'derive_state', derive_state, 'derive_error', derive_error,
        'derivatives', (SELECT coalesce(jsonb_object_agg(d.kind, jsonb_build_object('media', d.media_id, 'bytes', x.bytes, 'mime', x.mime)), '{}')
                        FROM core.media_derivative d JOIN core.media x ON x.id = d.media_id WHERE d.original_id = m.id))
        FROM core.media m WHERE id = p_media);
END $$;
-- whether the same bytes were sent by a citizen: such originals carry places and faces and never leave the desk again
CREATE FUNCTION core.is_original(p_media bigint) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM core.media m JOIN core.media same ON same.sha256 = m.sha256 JOIN core.attachment a ON a.media_id = same.id
        JOIN core.message g ON g.id = a.message_id WHERE m.id = p_media AND g.direction = 'in')
$$;
-- 1 MiB from a medium; the bytes of an original sent by a citizen are logged as such, for each case of it this person may read
CREATE FUNCTION desk.media_chunk(p_media bigint, p_index int) RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- ── live counts of the views of the inbox; over open cases only, so by their number and not by the table's ──
CREATE FUNCTION desk.inbox_counts() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- ── search: newest first, with and without marks. p_before: keyset of the last row shown ──
-- A phrase that is common is found by walking the newest rows; else month by month through the index of each month.
CREATE FUNCTION desk.search(p_text text, p_limit int DEFAULT 50, p_before_at timestamptz DEFAULT 'infinity', p_before_id bigint DEFAULT 9223372036854775807)
RETURNS TABLE (message_id bigint, case_id bigint, sent_at timestamptz, text text, exact boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_query tsquery := search.query(p_text);
    v_staff boolean := who.is_staff();
    v_units bigint[] := who.unit_ids();
    v_line bigint[] := who.unit_line();
    v_cases bigint[];      -- null: all
    v_limit int := least(coalesce(p_limit, 50), 2000);
    v_ids bigint[] := ARRAY[]::bigint[];
    v_found bigint[];
    v_part record;
    v_walked_to timestamptz;
BEGIN
    IF v_query IS NULL OR who.person_id() IS NULL THEN
        RETURN;
    END IF;
    IF NOT v_staff THEN
        v_cases := ARRAY(SELECT DISTINCT a.case_id FROM core.assignment a WHERE a.unit_id = ANY (v_units) AND a.state NOT IN ('handed_back', 'withdrawn')
            AND (a.about_unit_id IS NULL OR a.about_unit_id <> ALL (v_line)));
    END IF;
    -- the newest 2,000 rows; of a unit few of them are its own
    SELECT array_agg(w.message_id ORDER BY w.sent_at DESC, w.message_id DESC) FILTER (WHERE w.lexemes @@ v_query), min(w.sent_at) INTO v_ids, v_walked_to
    FROM (SELECT t.message_id, t.sent_at, t.lexemes FROM search.message_text t WHERE (t.sent_at, t.message_id) < (p_before_at, p_before_id)
          ORDER BY t.sent_at DESC, t.message_id DESC LIMIT CASE WHEN v_staff THEN 2000 ELSE 1 END) w;
    v_ids := coalesce(v_ids, ARRAY[]::bigint[]);
    IF (NOT v_staff OR cardinality(v_ids) < v_limit) AND v_walked_to IS NOT NULL THEN
        v_ids := ARRAY[]::bigint[];
        FOR v_part IN SELECT name, from_at, to_at FROM search.partition WHERE from_at < p_before_at
                      UNION ALL SELECT 'message_text_rest', '-infinity', '-infinity' ORDER BY 2 DESC LOOP
            EXECUTE format('SELECT array_agg(x.message_id ORDER BY x.sent_at DESC, x.message_id DESC) FROM (
                SELECT t.message_id, t.sent_at FROM search.%I t WHERE t.lexemes @@ $1 AND (t.sent_at, t.message_id) < ($2, $3)
                AND ($5 IS NULL OR t.case_id IN (SELECT unnest($5)))
                ORDER BY t.sent_at DESC, t.message_id DESC LIMIT $4) x', v_part.name)
            INTO v_found USING v_query, p_before_at, p_before_id, v_limit - cardinality(v_ids), v_cases;
            v_ids := v_ids || coalesce(v_found, ARRAY[]::bigint[]);
            EXIT WHEN cardinality(v_ids) >= v_limit;
        END LOOP;
    END IF;
    RETURN QUERY SELECT m.id, m.case_id, m.sent_at, m.text, position(lower(normalize(p_text, NFC)) IN lower(m.text)) > 0
    FROM unnest(v_ids[1:v_limit]) i JOIN core.message m ON m.id = i ORDER BY m.sent_at DESC, m.id DESC;
END $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
