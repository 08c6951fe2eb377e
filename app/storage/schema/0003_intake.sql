-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: what the gateway may do: journal, apply events, fetch media, send; it has no right on any table
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

CREATE INDEX outbox_platform_ids ON core.outbox USING gin (platform_ids);

-- ── journal ──
CREATE FUNCTION intake.journal(p_bodies bytea[], p_origin text DEFAULT 'webhook') RETURNS SETOF bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.journal (body, origin) SELECT b, p_origin FROM unnest(p_bodies) b RETURNING id
$$;
-- takes up to p_limit pending entries for p_seconds; an entry whose taker died comes back by itself
CREATE FUNCTION intake.take_journal(p_limit int, p_seconds int DEFAULT 30) RETURNS TABLE (id bigint, body bytea, origin text, attempts int, received_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION intake.finish_journal(p_id bigint, p_state text, p_error text DEFAULT '') RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.journal SET state = p_state, error = left(p_error, 2000), processed_at = clock_timestamp(), taken_until = NULL
    WHERE id = p_id AND state IN ('pending', 'rejected')
$$;
-- back to pending, for the administrator's `journal reprocess`; null: all rejected ones
CREATE FUNCTION intake.reprocess_journal(p_id bigint DEFAULT NULL) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_count int;
BEGIN
    UPDATE core.journal SET state = 'pending', error = '', processed_at = NULL, taken_until = NULL
    WHERE (p_id IS NULL AND state = 'rejected') OR (id = p_id AND state <> 'pending');
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END $$;
CREATE FUNCTION intake.journal_counts() RETURNS TABLE (received bigint, processed bigint, rejected bigint, pending bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT count(*), count(*) FILTER (WHERE state = 'processed'), count(*) FILTER (WHERE state = 'rejected'), count(*) FILTER (WHERE state = 'pending') FROM core.journal
$$;

-- ── citizens, threads, cases ──
CREATE FUNCTION intake.citizen(p_page text, p_user text, p_name text, p_at timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION intake.thread(p_page text, p_citizen bigint, p_event jsonb) RETURNS core.thread LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.next_case_number(p_at timestamptz) RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.case_counter VALUES (extract(year FROM p_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::int, 1)
    ON CONFLICT (year) DO UPDATE SET last = core.case_counter.last + 1
    RETURNING lpad((year % 100)::text, 2, '0') || '-' || lpad(last::text, greatest(6, length(last::text)), '0')
$$;
CREATE FUNCTION intake.open_case(p_thread core.thread, p_event jsonb) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- two events of one message, taken by two gateways, wait for each other: neither is lost between "not there" and "parked"
CREATE FUNCTION core.one_event_at_a_time(p_event jsonb) RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_advisory_xact_lock(hashtextextended(p_event ->> 'platform_id', 2)) WHERE p_event ->> 'platform_id' IS NOT NULL
$$;

-- ── events of messages that are there; false: not there, so the event is parked ──
CREATE FUNCTION intake.amend(p_event jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_message core.message;
    v_edits int;
BEGIN
    SELECT * INTO v_message FROM core.message WHERE platform_id = p_event ->> 'platform_id' FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    CASE p_event ->> 'type'
    WHEN 'edit' THEN
        v_edits := coalesce((p_event ->> 'edits')::int, v_message.edits + 1);
        IF v_edits > v_message.edits AND v_message.text IS DISTINCT FROM p_event ->> 'text' THEN
            INSERT INTO core.message_version (message_id, version, text) VALUES (v_message.id, v_message.edits, v_message.text) ON CONFLICT DO NOTHING;
            UPDATE core.message SET text = p_event ->> 'text', raw_text = coalesce(p_event ->> 'raw_text', p_event ->> 'text'),
                converted_text = p_event ->> 'converted_text', edits = v_edits,
                edited_at = coalesce((p_event ->> 'sent_at')::timestamptz, core.now()) WHERE id = v_message.id;
            UPDATE search.message_text SET lexemes = search.lexemes(p_event ->> 'text') WHERE message_id = v_message.id;
            IF v_message.direction = 'in' THEN
                UPDATE core.case SET last_words = left(p_event ->> 'text', 160) WHERE id = v_message.case_id AND last_words = left(v_message.text, 160);
                UPDATE core.case SET first_words = left(p_event ->> 'text', 160) WHERE id = v_message.case_id AND first_words = left(v_message.text, 160);
            END IF;
        END IF;
    WHEN 'reaction' THEN
        UPDATE core.message SET reactions = CASE WHEN p_event ->> 'action' = 'unreact' THEN reactions - (p_event ->> 'person_id')
            ELSE reactions || jsonb_build_object(p_event ->> 'person_id', coalesce(p_event ->> 'emoji', p_event ->> 'reaction', '')) END
        WHERE id = v_message.id;
    WHEN 'unsend', 'remove' THEN
        UPDATE core.message SET deleted_at = coalesce(deleted_at, (p_event ->> 'sent_at')::timestamptz, core.now()) WHERE id = v_message.id;
    WHEN 'hide' THEN
        UPDATE core.message SET hidden = coalesce((p_event ->> 'hidden')::boolean, true) WHERE id = v_message.id;
    ELSE
        PERFORM core.fail('TB422', 'unknown_event', jsonb_build_object('type', p_event ->> 'type'));
    END CASE;
    PERFORM core.tell('message', v_message.id);
    PERFORM core.tell('case', v_message.case_id);
    RETURN true;
END $$;
CREATE FUNCTION intake.park(p_journal bigint, p_event jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.parked (platform_id, event, journal_id)
    SELECT p_event ->> 'platform_id', p_event, p_journal
    WHERE NOT EXISTS (SELECT FROM core.parked WHERE platform_id = p_event ->> 'platform_id' AND event = p_event)
$$;

-- our own words coming back: true when the echo belongs to an outbox item (by metadata "uuid#part" or by message id)
CREATE FUNCTION intake.own_echo(p_event jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
END $$;
-- an echo without metadata (comments have none) that came before Facebook's answer to our own call was taken for
-- words sent from elsewhere: now that we know the id, it is our own message
CREATE FUNCTION core.forget_foreign_echo(p_outbox uuid, p_platform_id text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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

-- ── a message, a comment, a visitor post, a mention, an echo, an unknown kind; nothing twice ──
CREATE FUNCTION intake.add_message(p_journal bigint, p_page text, p_event jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

CREATE FUNCTION intake.watermark(p_page text, p_event jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- events of the page's own posts: a scheduled one that went out, a removed one
CREATE FUNCTION intake.page_post(p_event jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.bulletin_is_out(p_bulletin bigint) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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

-- one event of a journal entry; the shapes are in README.md
CREATE FUNCTION intake.apply(p_journal bigint, p_page text, p_event jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE
    WHEN p_event ->> 'type' = 'message' THEN
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

-- ── media ──
CREATE FUNCTION intake.take_attachments(p_limit int, p_seconds int DEFAULT 120)
RETURNS TABLE (id bigint, message_id bigint, case_id bigint, kind text, url text, ordinal int, platform_id text, attempts int, sent_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH due AS (
        SELECT a.id FROM core.attachment a
        WHERE a.state IN ('waiting', 'fetching') AND a.fetch_after <= clock_timestamp() AND (a.taken_until IS NULL OR a.taken_until < clock_timestamp())
        ORDER BY a.fetch_after, a.id LIMIT p_limit FOR UPDATE SKIP LOCKED
    )
    UPDATE core.attachment a SET state = 'fetching', attempts = a.attempts + 1, taken_until = clock_timestamp() + make_interval(secs => p_seconds)
    FROM due, core.message m WHERE a.id = due.id AND m.id = a.message_id
    RETURNING a.id, a.message_id, a.case_id, a.kind, a.url, a.ordinal, m.platform_id, a.attempts, m.sent_at
$$;
CREATE FUNCTION intake.attachment_stored(p_id bigint, p_media bigint, p_name text DEFAULT '', p_kind text DEFAULT NULL) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
-- p_retry_at null: final. p_refused: the bytes are not what they claim; else they could not be fetched
CREATE FUNCTION intake.attachment_failed(p_id bigint, p_code text, p_retry_at timestamptz, p_refused boolean DEFAULT false) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_case bigint;
BEGIN
    UPDATE core.attachment SET state = CASE WHEN p_retry_at IS NOT NULL THEN 'waiting' WHEN p_refused THEN 'refused' ELSE 'failed' END,
        failure = p_code, fetch_after = coalesce(p_retry_at, fetch_after), taken_until = NULL WHERE id = p_id RETURNING case_id INTO v_case;
    PERFORM core.tell('case', v_case);
END $$;
CREATE FUNCTION intake.attachment_link(p_id bigint, p_url text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE core.attachment SET url = p_url WHERE id = p_id
$$;
-- '' whole and what its hash promised, 'short' not all there yet, 'wrong' all there and not what was promised
CREATE FUNCTION core.media_damage(p_media core.media) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN (SELECT coalesce(sum(octet_length(data)), 0) <> p_media.bytes FROM core.media_chunk WHERE media_id = p_media.id) THEN 'short'
        WHEN (SELECT sha256(coalesce(string_agg(data, ''::bytea ORDER BY index), '')) <> p_media.sha256 FROM core.media_chunk WHERE media_id = p_media.id) THEN 'wrong'
        ELSE '' END
$$;
CREATE FUNCTION core.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text, p_person bigint) RETURNS jsonb LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION core.media_put(p_media bigint, p_index int, p_data bytea) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
-- seals: the whole is there and its SHA-256 is the one promised
CREATE FUNCTION core.media_end(p_media bigint) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION intake.media_begin(p_sha256 bytea, p_bytes bigint, p_mime text, p_kind text) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.media_begin(p_sha256, p_bytes, p_mime, p_kind, NULL)
$$;
CREATE FUNCTION intake.media_put(p_media bigint, p_index int, p_data bytea) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.media_put(p_media, p_index, p_data)
$$;
CREATE FUNCTION intake.media_end(p_media bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT core.media_end(p_media)
$$;
CREATE FUNCTION intake.media_chunk(p_media bigint, p_index int) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT data FROM core.media_chunk WHERE media_id = p_media AND index = p_index
$$;
CREATE FUNCTION intake.media_info(p_media bigint) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('id', id, 'sha256', encode(sha256, 'hex'), 'bytes', bytes, 'mime', mime, 'kind', kind, 'complete', complete,
        'derivatives', (SELECT coalesce(jsonb_object_agg(d.kind, d.media_id), '{}') FROM core.media_derivative d WHERE d.original_id = m.id))
    FROM core.media m WHERE id = p_media
$$;
CREATE FUNCTION intake.take_derivations(p_limit int, p_seconds int DEFAULT 300) RETURNS TABLE (id bigint, kind text, mime text, bytes bigint, attempts int)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH due AS (
        SELECT m.id FROM core.media m WHERE m.derive_state IN ('waiting', 'working') AND m.complete AND m.derive_after <= clock_timestamp()
        ORDER BY m.derive_after LIMIT p_limit FOR UPDATE SKIP LOCKED
    )
    UPDATE core.media m SET derive_state = 'working', derive_attempts = m.derive_attempts + 1, derive_after = clock_timestamp() + make_interval(secs => p_seconds)
    FROM due WHERE m.id = due.id RETURNING m.id, m.kind, m.mime, m.bytes, m.derive_attempts
$$;
CREATE FUNCTION intake.add_derivative(p_original bigint, p_kind text, p_media bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO core.media_derivative VALUES (p_original, p_kind, p_media) ON CONFLICT (original_id, kind) DO UPDATE SET media_id = excluded.media_id;
    UPDATE core.media SET derive_state = 'none' WHERE id = p_media AND id <> p_original;
    IF p_kind IN ('thumbnail', 'poster') THEN
        UPDATE core.case c SET thumb_media_id = p_media FROM core.attachment a WHERE a.media_id = p_original AND c.id = a.case_id AND c.thumb_media_id IS NULL;
    END IF;
END $$;
CREATE FUNCTION intake.media_derived(p_media bigint, p_width int, p_height int, p_duration_ms int, p_phash bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.media SET derive_state = 'done', derive_error = '', width = p_width, height = p_height, duration_ms = p_duration_ms, phash = p_phash WHERE id = p_media;
    PERFORM core.tell('media', p_media), (SELECT core.tell('case', a.case_id) FROM core.attachment a WHERE a.media_id = p_media LIMIT 1);
END $$;
CREATE FUNCTION intake.derivation_failed(p_media bigint, p_error text, p_retry_at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.media SET derive_state = CASE WHEN p_retry_at IS NULL THEN 'refused' ELSE 'waiting' END, derive_error = p_error,
        derive_after = coalesce(p_retry_at, derive_after) WHERE id = p_media;
    PERFORM core.tell('media', p_media), (SELECT core.tell('case', a.case_id) FROM core.attachment a WHERE a.media_id = p_media LIMIT 1);
END $$;

-- ── outbox ──
-- takes due items; of one thread only the oldest unsettled one, so that answers keep their order
CREATE FUNCTION intake.take_outbox(p_limit int, p_seconds int, p_taker text) RETURNS SETOF jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION intake.outbox_part_sent(p_id uuid, p_platform_id text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
-- everything is at Facebook. p_facts: {tag, recipient (of a private reply), permalink, platform_id of a post, published: bool}
CREATE FUNCTION intake.outbox_sent(p_id uuid, p_facts jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
-- the citizen was not told after all: what the release ended is as it was before it
CREATE FUNCTION core.take_back_release(p_case core.case) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.assignment SET state = 'answered', ended_at = NULL, revision = revision + 1 WHERE case_id = p_case.id AND state = 'accepted' AND ended_at >= p_case.released_at;
    UPDATE core.unit_answer a SET state = 'submitted' FROM core.assignment s
    WHERE a.case_id = p_case.id AND a.state = 'accepted' AND s.id = a.assignment_id AND s.state = 'answered';
    UPDATE core.case SET released_at = NULL WHERE id = p_case.id;
    PERFORM core.tell('assignment', p_case.id);
END $$;
CREATE FUNCTION intake.outbox_failed(p_id uuid, p_code int, p_subcode int, p_word text, p_detail text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION intake.outbox_later(p_id uuid, p_after timestamptz, p_state text, p_word text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE core.outbox SET state = p_state, send_after = p_after, taken_until = NULL, error_word = p_word
    WHERE id = p_id AND state IN ('queued', 'sending', 'uncertain') AND p_state IN ('queued', 'uncertain');
    PERFORM core.tell('outbox', 0);
END $$;
CREATE FUNCTION intake.outbox_depth() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('waiting', count(*) FILTER (WHERE state = 'queued'), 'sending', count(*) FILTER (WHERE state = 'sending'),
        'uncertain', count(*) FILTER (WHERE state = 'uncertain'), 'oldest', min(queued_at)) FROM core.outbox WHERE state IN ('queued', 'sending', 'uncertain')
$$;

-- ── health, backfill, clock ──
CREATE FUNCTION intake.health(p_key text, p_state text, p_code text DEFAULT '', p_facts jsonb DEFAULT '{}') RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
CREATE FUNCTION intake.known(p_platform_ids text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT platform_id FROM core.message WHERE platform_id = ANY (p_platform_ids)
    UNION SELECT i FROM unnest(p_platform_ids) i WHERE EXISTS (SELECT FROM core.outbox o WHERE o.platform_ids @> ARRAY[i])
    UNION SELECT platform_id FROM core.gap WHERE platform_id = ANY (p_platform_ids)
$$;
CREATE FUNCTION intake.gap(p_platform_id text, p_why text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO core.gap (platform_id, why) VALUES (p_platform_id, p_why) ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION intake.last_event_at() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT received_at FROM core.journal ORDER BY id DESC LIMIT 1
$$;
CREATE FUNCTION intake.open_posts(p_limit int DEFAULT 100) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT platform_id FROM core.bulletin WHERE platform_id IS NOT NULL AND state = 'published' ORDER BY published_at DESC LIMIT p_limit
$$;
CREATE FUNCTION intake.scheduled_posts() RETURNS TABLE (bulletin_id bigint, platform_id text, scheduled_for timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT id, platform_id, scheduled_for FROM core.bulletin WHERE state = 'scheduled' AND platform_id IS NOT NULL
$$;
-- expired claims fall free and Facebook's windows roll on; each case once, however many gateways ask. p_limit a call
CREATE FUNCTION intake.sweep(p_limit int DEFAULT 200) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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
