-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: what trucban-admin asks: whole cases, the journal, replay, verification, the state of the server; administrators only, and logged
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('inspect_cases', '{admin,supervisor}', 'Lists cases for checks.'),
    ('inspect_case', '{admin}', 'Reads the whole of a case with the platform''s ids, for checks; the reading is logged.'),
    ('inspect_journal', '{admin}', 'Reads a raw event of the journal; the reading is logged.'),
    ('reprocess_journal', '{admin}', 'Gives events of the journal to the gateway once more.'),
    ('replay', '{admin}', 'Puts webhook bodies into the journal as if Facebook had sent them.'),
    ('verify_audit', '{admin,supervisor}', 'Checks the chain of the audit log.'),
    ('verify_media', '{admin}', 'Checks sealed media against their SHA-256.'),
    ('inspect_server', '{admin,supervisor}', 'Shows sizes, queues and lag.');

-- p_filter: any of {status, unit: code, category: code, search}; newest first, keyset on the id. Answers {cases, next}
CREATE FUNCTION desk.inspect_cases(p_filter jsonb, p_limit int, p_after bigint) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
               OR EXISTS (SELECT FROM core.assignment s WHERE s.case_id = c.id AND s.unit_id = ANY (v_units) AND s.state NOT IN ('handed_back', 'withdrawn')))
        ORDER BY c.id DESC LIMIT p_limit) x;
    RETURN jsonb_build_object('cases', v_cases, 'next', v_last::text);
END $$;

CREATE FUNCTION desk.inspect_case(p_number text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- ── journal: received = processed + rejected + pending, at any time ──
CREATE FUNCTION desk.journal_counts() RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('inspect_server');
    RETURN (SELECT jsonb_build_object('received', received, 'processed', processed, 'rejected', rejected, 'pending', pending) FROM intake.journal_counts());
END $$;
CREATE FUNCTION desk.journal_list(p_state text, p_limit int, p_after bigint) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('inspect_server');
    RETURN (SELECT jsonb_build_object('entries', coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.id DESC), '[]'), 'next', CASE WHEN count(*) = p_limit THEN min(x.id)::text END) FROM (
        SELECT j.id, j.received_at, j.origin, j.state, j.attempts, octet_length(j.body) AS bytes, j.error FROM core.journal j
        WHERE (p_state IS NULL OR j.state = p_state) AND (p_after IS NULL OR j.id < p_after) ORDER BY j.id DESC LIMIT p_limit) x);
END $$;
CREATE FUNCTION desk.journal_show(p_id bigint) RETURNS TABLE (id bigint, received_at timestamptz, origin text, state text, attempts int, error text, processed_at timestamptz, body bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('inspect_journal');
    IF NOT EXISTS (SELECT FROM core.journal j WHERE j.id = p_id) THEN
        PERFORM core.fail('TB404', 'journal_entry_not_found', jsonb_build_object('id', p_id));
    END IF;
    PERFORM core.write_audit('inspect_journal', 'journal:' || p_id, '{}');
    RETURN QUERY SELECT j.id, j.received_at, j.origin, j.state, j.attempts, j.error, j.processed_at, j.body FROM core.journal j WHERE j.id = p_id;
END $$;
-- null: every rejected entry
CREATE FUNCTION desk.reprocess_journal(p_id bigint, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.replay(p_bodies bytea[], p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('replay', p_request);
    v_ids jsonb;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    SELECT coalesce(jsonb_agg(j), '[]') INTO v_ids FROM intake.journal(p_bodies, 'replay') j;
    PERFORM core.tell('journal', 0);
    RETURN core.end_verb('replay', p_request, 'journal', jsonb_build_object('entries', v_ids), jsonb_build_object('journalled', jsonb_array_length(v_ids), 'entries', v_ids));
END $$;

-- ── verification ──
CREATE FUNCTION desk.verify_audit() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM core.require_verb('verify_audit');
    RETURN (SELECT jsonb_build_object('checked', v.checked, 'first_fault', v.first_fault) FROM core.verify_audit() v);
END $$;
-- the next p_limit sealed media after p_after: {checked, bytes, last, first_fault: {media, sha256, why}}; last is null at the end
CREATE FUNCTION desk.verify_media(p_after bigint, p_limit int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

CREATE FUNCTION desk.server_status() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
