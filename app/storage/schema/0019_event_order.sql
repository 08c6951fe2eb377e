-- SPDX-License-Identifier: GPL-3.0-or-later
-- why: Facebook promises no order: a hiding, a reaction or a comment's edit that comes late must not undo a later one that came first,
--      and a delivery or a reading told before our own call is answered must not be lost
-- oldest-desk: 1
SET LOCAL ROLE trucban_owner;

-- when the newest event of each kind that has no number of its own happened: 'hide', 'reaction:<person>'
ALTER TABLE core.message ADD COLUMN happened jsonb NOT NULL DEFAULT '{}';

-- true: nothing newer of this kind is known; it is remembered
CREATE FUNCTION core.is_news(p_message bigint, p_kind text, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_at IS NULL THEN
        RETURN true;
    END IF;
    UPDATE core.message SET happened = happened || jsonb_build_object(p_kind, p_at)
    WHERE id = p_message AND (happened ->> p_kind IS NULL OR (happened ->> p_kind)::timestamptz <= p_at);
    RETURN FOUND;
END $$;

-- as before, and what is older than what is known changes nothing
CREATE OR REPLACE FUNCTION intake.amend(p_event jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
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

-- a delivery or a reading that was told while our call was still unanswered: newer than this item, and than what went before it in the thread
CREATE FUNCTION core.outbox_caught_up(p_id uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
CREATE OR REPLACE FUNCTION intake.outbox_sent(p_id uuid, p_taker text, p_facts jsonb DEFAULT '{}') RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT core.outbox_is_with(p_id, p_taker) THEN
        RETURN false;
    END IF;
    PERFORM core.outbox_sent(p_id, p_facts);
    PERFORM core.outbox_caught_up(p_id);
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION core.is_news(bigint, text, timestamptz), core.outbox_caught_up(uuid) FROM PUBLIC;
