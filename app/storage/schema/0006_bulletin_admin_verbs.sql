-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: posts with a second pair of eyes; units, areas, categories, deadlines, templates, sources and people by administrators
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

INSERT INTO core.verb (name, roles, sentence) VALUES
    ('save_bulletin', '{officer,supervisor}', 'Writes or changes a draft of a post.'),
    ('submit_bulletin', '{officer,supervisor}', 'Submits a post for approval.'),
    ('approve_bulletin', '{supervisor}', 'Approves a post written by another.'),
    ('return_bulletin', '{supervisor}', 'Returns a post to its author, for a reason.'),
    ('publish_bulletin', '{officer,supervisor}', 'Publishes an approved post now or at a time.'),
    ('withdraw_bulletin', '{officer,supervisor}', 'Withdraws a post that has not left yet, for a reason.'),
    ('save_unit', '{admin}', 'Adds or changes a unit.'),
    ('save_area', '{admin}', 'Adds or changes an area.'),
    ('save_category', '{admin}', 'Adds or changes a category.'),
    ('save_deadline', '{admin}', 'Adds or changes a deadline.'),
    ('save_holiday', '{admin}', 'Adds or changes a day of the calendar.'),
    ('save_template', '{admin,supervisor}', 'Adds or changes a template of a reply.'),
    ('save_source', '{admin}', 'Adds or changes an allowed source.'),
    ('save_setting', '{admin}', 'Changes a setting of the centre.'),
    ('import_rows', '{admin}', 'Imports many rows, or tries it without changing anything.'),
    ('add_person', '{admin}', 'Adds a person with a login.'),
    ('change_person', '{admin}', 'Changes a person''s name, rank, role, unit, or disables the login.'),
    ('set_password', '{admin}', 'Gives a person a new password.'),
    ('change_own_password', '{officer,supervisor,unit,admin}', 'Changes one''s own password.');

-- No backslash stands in a pattern here or in any other function: a person can turn standard_conforming_strings off,
-- and with it the meaning of every pattern in every body.
-- what must not stand in a post, as far as the database can see it: phone, 12-digit ID, plate, e-mail (domain-facts §3.3)
CREATE FUNCTION core.personal_data(p_text text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE
        WHEN t ~ '(^|[^0-9])0[0-9]{11}([^0-9]|$)' THEN 'id_number'
        WHEN t ~ '(^|[^0-9/])([+]?84|0)[ .-]?[35789]([ .-]?[0-9]){8}([^0-9]|$)' THEN 'phone'
        WHEN t ~* '(^|[^A-Z0-9])(1[1-9]|[2-9][0-9])[ -]?([A-Z]{1,2}[0-9]?)[ -][0-9]{3}[ .]?[0-9]{2}([^0-9]|$)' THEN 'plate'
        WHEN t ~* '[a-z0-9._%+-]+@[a-z0-9.-]+[.][a-z]{2,}' THEN 'e_mail'
        END
    -- wide digits and marks that cannot be seen hide nothing
    FROM (SELECT translate(normalize(p_text, NFKC), E'\u200b\u200c\u200d\u2060\ufeff\u00ad', '') AS t) plain
$$;
CREATE FUNCTION core.lock_bulletin(p_bulletin bigint, p_revision int, VARIADIC p_states text[]) RETURNS core.bulletin LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.bulletin_step(p_bulletin bigint, p_verb text, p_request uuid, p_reason text DEFAULT '', p_source_text text DEFAULT NULL) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_row core.bulletin;
BEGIN
    UPDATE core.bulletin SET revision = revision + 1 WHERE id = p_bulletin RETURNING * INTO v_row;
    INSERT INTO core.bulletin_event (bulletin_id, at, person_id, verb, revision, reason, source_text) VALUES (p_bulletin, core.now(), who.person_id(), p_verb, v_row.revision, coalesce(p_reason, ''), p_source_text);
    PERFORM core.tell('bulletin', p_bulletin);
    RETURN core.end_verb(p_verb, p_request, 'bulletin:' || p_bulletin, jsonb_build_object('reason', p_reason), jsonb_build_object('id', p_bulletin, 'state', v_row.state, 'revision', v_row.revision));
END $$;
-- p_fields: {case: id|null, source_text, post_text, link, source: code|null, source_url, media: [id…], findings: […]}; p_bulletin null: a new one
CREATE FUNCTION desk.save_bulletin(p_bulletin bigint, p_revision int, p_fields jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.submit_bulletin(p_bulletin bigint, p_revision int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.approve_bulletin(p_bulletin bigint, p_revision int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.return_bulletin(p_bulletin bigint, p_revision int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
-- p_at null: now. From 15 minutes to 29 days ahead Facebook keeps the schedule; nearer, the gateway waits itself.
CREATE FUNCTION desk.publish_bulletin(p_bulletin bigint, p_revision int, p_outbox uuid, p_at timestamptz DEFAULT NULL) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.withdraw_bulletin(p_bulletin bigint, p_revision int, p_reason text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- ── administration: core.save_X writes one row of {fields}, by id, or by code and validity; desk.save_X is the verb, desk.import_rows many ──
CREATE FUNCTION core.unit_by_code(p_code text) RETURNS bigint LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.save_unit(p jsonb) RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.save_area(p jsonb) RETURNS bigint LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.area (code, type, name, name_alt, former_names, label_lon, label_lat, unit_id, valid_from, valid_to)
    VALUES (core.require_text(p ->> 'code', 'code_missing'), coalesce(nullif(p ->> 'type', ''), 'phuong'), core.require_text(p ->> 'name', 'name_missing'), coalesce(p ->> 'name_alt', ''),
        coalesce(string_to_array(nullif(p ->> 'former_names', ''), ';'), '{}'), nullif(p ->> 'label_lon', '')::float8, nullif(p ->> 'label_lat', '')::float8,
        core.unit_by_code(p ->> 'unit_code'), coalesce(nullif(p ->> 'valid_from', '')::date, '1900-01-01'), nullif(p ->> 'valid_to', '')::date)
    ON CONFLICT (code, valid_from) DO UPDATE SET type = excluded.type, name = excluded.name, name_alt = excluded.name_alt, former_names = excluded.former_names,
        label_lon = excluded.label_lon, label_lat = excluded.label_lat, unit_id = excluded.unit_id, valid_to = excluded.valid_to, revision = core.area.revision + 1
    RETURNING id
$$;
CREATE FUNCTION core.save_category(p jsonb) RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.save_deadline(p jsonb) RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
    INSERT INTO core.deadline (category_id, urgency, stage, amount, unit, calendar)
    VALUES (v_category, nullif(p ->> 'urgency', ''), p ->> 'stage', (p ->> 'amount')::int, p ->> 'unit', coalesce(nullif(p ->> 'calendar', ''), 'duty'))
    ON CONFLICT (category_id, urgency, stage) DO UPDATE SET amount = excluded.amount, unit = excluded.unit, calendar = excluded.calendar, revision = core.deadline.revision + 1 RETURNING id INTO v_id;
    RETURN v_id;
END $$;
CREATE FUNCTION core.save_holiday(p jsonb) RETURNS bigint LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.holiday VALUES ((p ->> 'date')::date, p ->> 'kind', coalesce(p ->> 'name', ''))
    ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name RETURNING 0::bigint
$$;
CREATE FUNCTION core.save_template(p jsonb) RETURNS bigint LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.template (code, category_id, stage, name, body, retired)
    VALUES (core.require_text(p ->> 'code', 'code_missing'), (SELECT id FROM core.category WHERE code = p ->> 'category'), coalesce(nullif(p ->> 'stage', ''), 'reply'),
        core.require_text(p ->> 'name', 'name_missing'), core.require_text(p ->> 'body', 'text_missing'), coalesce(nullif(p ->> 'retired', '')::boolean, false))
    ON CONFLICT (code) DO UPDATE SET category_id = excluded.category_id, stage = excluded.stage, name = excluded.name, body = excluded.body, retired = excluded.retired,
        revision = core.template.revision + 1 RETURNING id
$$;
CREATE FUNCTION core.save_source(p jsonb) RETURNS bigint LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.source (code, name, url_prefix, kind, retired)
    VALUES (core.require_text(p ->> 'code', 'code_missing'), core.require_text(p ->> 'name', 'name_missing'), coalesce(p ->> 'url_prefix', ''), p ->> 'kind', coalesce(nullif(p ->> 'retired', '')::boolean, false))
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, url_prefix = excluded.url_prefix, kind = excluded.kind, retired = excluded.retired, revision = core.source.revision + 1 RETURNING id
$$;
CREATE FUNCTION core.save_row(p_kind text, p_row jsonb) RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE p_kind WHEN 'unit' THEN core.save_unit(p_row) WHEN 'area' THEN core.save_area(p_row) WHEN 'category' THEN core.save_category(p_row)
        WHEN 'deadline' THEN core.save_deadline(p_row) WHEN 'holiday' THEN core.save_holiday(p_row) WHEN 'template' THEN core.save_template(p_row)
        WHEN 'source' THEN core.save_source(p_row) END;
END $$;
-- a row that was edited by its id may have got another key: the row takes it on first, so that saving by key finds that row
CREATE FUNCTION core.aim_at_row(p_kind text, p jsonb) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
END $$;
-- p_seen: the revision of the row that was edited; null adds. A row that has moved on is refused.
CREATE FUNCTION core.save_verb(p_kind text, p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_' || p_kind, p_request);
    v_now int;
    v_id bigint;
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF p_kind <> 'holiday' AND p_row ->> 'id' IS NOT NULL THEN
        EXECUTE format('SELECT revision FROM core.%I WHERE id = $1 FOR UPDATE', p_kind) INTO v_now USING (p_row ->> 'id')::bigint;
        IF v_now IS DISTINCT FROM p_seen THEN
            PERFORM core.fail('TB409', 'stale_revision', jsonb_build_object('id', p_row ->> 'id', 'revision', v_now));
        END IF;
    END IF;
    v_id := core.save_row(p_kind, core.aim_at_row(p_kind, p_row));
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_' || p_kind, p_request, p_kind || ':' || v_id, p_row, jsonb_build_object('id', v_id));
END $$;
CREATE FUNCTION desk.save_unit(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.save_verb('unit', p_row, p_seen, p_request) $$;
CREATE FUNCTION desk.save_area(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.save_verb('area', p_row, p_seen, p_request) $$;
CREATE FUNCTION desk.save_category(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.save_verb('category', p_row, p_seen, p_request) $$;
CREATE FUNCTION desk.save_deadline(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.save_verb('deadline', p_row, p_seen, p_request) $$;
CREATE FUNCTION desk.save_holiday(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.save_verb('holiday', p_row, p_seen, p_request) $$;
CREATE FUNCTION desk.save_template(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.save_verb('template', p_row, p_seen, p_request) $$;
CREATE FUNCTION desk.save_source(p_row jsonb, p_seen int, p_request uuid) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ SELECT core.save_verb('source', p_row, p_seen, p_request) $$;
CREATE FUNCTION desk.save_setting(p_key text, p_value jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('save_setting', p_request);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    IF p_key NOT IN ('lease_seconds', 'page_name', 'page_url', 'human_agent') THEN
        PERFORM core.fail('TB422', 'setting_unknown', jsonb_build_object('key', p_key));
    END IF;
    IF NOT coalesce(CASE p_key WHEN 'lease_seconds' THEN jsonb_typeof(p_value) = 'number' AND (p_value #>> '{}')::numeric BETWEEN 30 AND 86400
                    WHEN 'human_agent' THEN jsonb_typeof(p_value) = 'boolean' ELSE jsonb_typeof(p_value) = 'string' END, false) THEN
        PERFORM core.fail('TB422', 'setting_invalid', jsonb_build_object('key', p_key));
    END IF;
    INSERT INTO core.setting VALUES (p_key, p_value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;
    PERFORM core.tell('admin', 0);
    RETURN core.end_verb('save_setting', p_request, 'setting:' || p_key, jsonb_build_object('value', p_value), '{}');
END $$;
-- p_rows: [{…, "line": n}]. Answers {saved, bad: [{line, code, facts}], dry_run}; with a bad line or p_dry_run nothing is changed.
CREATE FUNCTION desk.import_rows(p_kind text, p_rows jsonb, p_dry_run boolean, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
    RETURN core.end_verb('import_rows', p_request, p_kind, jsonb_build_object('rows', v_saved), jsonb_build_object('saved', v_saved, 'bad', v_bad, 'dry_run', false));
END $$;

-- ── people. A password never reaches the server in plain text: the client makes the SCRAM verifier (PQencryptPasswordConn) ──
CREATE FUNCTION core.group_role(p_role text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'trucban_' || p_role
$$;
CREATE FUNCTION core.require_verifier(p_verifier text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(p_verifier, '') !~ '^SCRAM-SHA-256[$][0-9]+:[A-Za-z0-9+/=]+[$][A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        PERFORM core.fail('TB422', 'password_not_scram');
    END IF;
END $$;
-- p: {login, name, rank, role, unit: code}
-- As the owner, whoever calls it: only a role's maker may give it a new password later.
CREATE FUNCTION core.create_person(p jsonb, p_verifier text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
END $$;
CREATE FUNCTION desk.add_person(p_person jsonb, p_verifier text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
-- p_changes: any of {name, rank, role, unit: code, active}
CREATE FUNCTION desk.change_person(p_person bigint, p_seen int, p_changes jsonb, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.set_password(p_person bigint, p_verifier text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION desk.change_own_password(p_verifier text, p_request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_done jsonb := core.begin_verb('change_own_password', p_request);
BEGIN
    IF v_done IS NOT NULL THEN RETURN v_done; END IF;
    PERFORM core.require_verifier(p_verifier);
    EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, p_verifier);
    RETURN core.end_verb('change_own_password', p_request, 'person:' || who.person_id(), '{}', '{}');
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA desk TO trucban_person;
